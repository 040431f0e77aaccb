import PropertyGraph
import Testing

@testable import RealistEvaluation

/// Paths through configurations and ripples, and chains that are as good as their weakest step.
@Suite("Chains")
struct ChainTests {
  /// A claim from contexts and one mechanism to outcomes.
  static func claim(
    _ id: Text, _ contexts: [Text], _ mechanism: Text, _ outcomes: [Text]
  ) -> RecordedEvidence.Configuration {
    var configuration = RecordedEvidence.Configuration(id: id)
    configuration.contexts = contexts.map {
      RecordedEvidence.ContextSlot(context: $0, role: .localCondition)
    }
    configuration.mechanisms = [mechanism]
    configuration.outcomes = outcomes
    return configuration
  }

  /// Three claims in a row, a short cut and a circle:
  /// a -[c1]-> o1 = b -[c2]-> o2 = d -[c3]-> o3, a -[c4]-> o3, and o3 = a.
  static let map = CausalMap(
    [
      claim("c1", ["a"], "m1", ["o1"]), claim("c2", ["b"], "m2", ["o2"]),
      claim("c3", ["d"], "m3", ["o3"]), claim("c4", ["a"], "m4", ["o3"]),
    ],
    ripples: [
      (outcome: "o1", becomes: "b"), (outcome: "o2", becomes: "d"), (outcome: "o3", becomes: "a"),
    ])

  func paths(
    _ from: Text, _ to: Text, _ limit: Int = 6, in map: CausalMap = map
  ) -> [String] {
    PathSearch.find(map, from: from, to: to, upTo: limit).paths.map(\.phrase)
  }

  @Test("the shortest come first")
  func shortestFirst() {
    #expect(
      paths("a", "o3") == [
        "a -[c4]-> o3",
        "a -[c1]-> o1 becomes b -[c2]-> o2 becomes d -[c3]-> o3",
      ])
    #expect(paths("a", "o3", 2) == ["a -[c4]-> o3"])
  }

  @Test("ends may be contexts, mechanisms, outcomes and configurations")
  func ends() {
    #expect(paths("m1", "o1") == ["m1 -[c1]-> o1"])
    #expect(paths("a", "m2") == ["a -[c1]-> o1 becomes b -[c2]-> m2"])
    #expect(paths("a", "d") == ["a -[c1]-> o1 becomes b -[c2]-> o2 becomes d"])
    #expect(paths("o1", "b") == ["o1 becomes b"])
    #expect(paths("c1", "o2") == ["c1 -> o1 becomes b -[c2]-> o2"])
    #expect(paths("a", "c2") == ["a -[c1]-> o1 becomes b -> c2"])
    #expect(paths("c1", "c3") == ["c1 -> o1 becomes b -[c2]-> o2 becomes d -> c3"])
    // One mechanism of a claim does not lead to another.
    var two = Self.claim("k", ["a"], "m", ["o"])
    two.mechanisms.append("n")
    #expect(paths("m", "n", in: CausalMap([two], ripples: [])).isEmpty)
  }

  @Test("circles end, and nothing is passed twice")
  func circles() {
    // o3 is the context a again: from a no path comes back to a, and to m1 only the direct one.
    #expect(paths("a", "m1") == ["a -[c1]-> m1"])
    #expect(
      paths("b", "o1") == [
        "b -[c2]-> o2 becomes d -[c3]-> o3 becomes a -[c1]-> o1"
      ])
    let loop = CausalMap(
      [Self.claim("k", ["a"], "m", ["o"])], ripples: [(outcome: "o", becomes: "a")])
    #expect(paths("m", "a", in: loop) == ["m -[k]-> o becomes a"])
    #expect(paths("a", "a", in: loop).count == 1)
  }

  @Test(
    "an outcome that is itself an element of another claim needs no ripple; one may be a resource")
  func sameElement() {
    let map = CausalMap(
      [Self.claim("c1", ["a"], "m1", ["o1"]), Self.claim("c2", ["o1"], "m2", ["o2"])],
      ripples: [(outcome: "o2", becomes: "m3")])
    #expect(paths("a", "o2", in: map) == ["a -[c1]-> o1 -[c2]-> o2"])
    #expect(paths("o1", "m3", in: map) == ["o1 -[c2]-> o2 becomes m3"])
  }

  @Test("a dense map ends as well, and says that there is more")
  func dense() {
    // Twelve claims, each with every context: 12! orders of passing them.
    let names = (0..<12).map { Text("n\($0)") }
    let claims = names.map { name in
      Self.claim(Text("k-\(name)"), names, Text("m-\(name)"), [Text("o-\(name)")])
    }
    let ripples = names.map { (outcome: Text("o-\($0)"), becomes: $0) }
    let result = PathSearch.find(
      CausalMap(claims, ripples: ripples), from: "n0", to: "o-n5", upTo: 20)
    #expect(result.paths.count == PathSearch.mostPaths && !result.isComplete)
    let lengths = result.paths.map(\.configurations.count)
    #expect(lengths == lengths.sorted() && lengths.first == 1)
    for path in result.paths {
      #expect(
        Set(path.configurations).count
          == path.steps.count(where: {
            if case .claim = $0 { true } else { false }
          }))
    }
  }

  // MARK: Verdicts

  /// Two claims in a row; `ann` tells both in one sitting, `bob` and `cy` one each.
  func study(annsSecondDate: Text = "2024-05") -> RecordedEvidence {
    var study = EvidenceBuilder()
    study.evidence.configurations = [
      Self.claim("c1", ["a"], "m1", ["o1"]), Self.claim("c2", ["b"], "m2", ["o2"]),
    ]
    study.evidence.mechanisms = ["m1", "m2"].map { RecordedEvidence.Mechanism(id: $0) }
    study.add("e1", by: ["ann"], .supports, ["thread"], .strong, target: "c1") {
      $0.date = "2024-05"
    }
    study.add("e2", by: ["ann"], .supports, ["thread"], .strong, target: "c2") {
      $0.date = annsSecondDate
    }
    study.add("e3", by: ["bob"], .supports, ["thread"], .strong, target: "c1")
    study.add("e4", by: ["cy"], .supports, ["thread"], .strong, target: "c2")
    return study.evidence
  }

  func chain(_ evidence: RecordedEvidence) throws -> Chain {
    let map = CausalMap(evidence.configurations, ripples: [(outcome: "o1", becomes: "b")])
    let paths = PathSearch.find(map, from: "a", to: "o2", upTo: 6).paths
    return try #require(try Judge(evidence).chains(along: paths).first)
  }

  @Test("one account that tells every step is a thread")
  func thread() throws {
    let chain = try chain(study())
    // Two strong voices on every part of both: supported, and ann tells all in one sitting.
    #expect(chain.verdicts.map(\.word) == [.supported, .supported])
    #expect(chain.telling == .thread && chain.threads.map(\.voice.key) == ["ann"])
    #expect(chain.threads[0].items == ["e1", "e2"])
    #expect(chain.longestSupportedStretch == 2)
  }

  @Test("different accounts, or two sittings of one person, make it assembled")
  func assembled() throws {
    let chain = try chain(study(annsSecondDate: "2025-01"))
    #expect(chain.telling == .assembled && chain.threads.isEmpty)
    #expect(chain.weakest?.configuration.id == "c1")
  }

  @Test("a chain is as good as its weakest step")
  func weakest() throws {
    var evidence = study()
    evidence.bearings.removeAll { $0.item == "e4" }
    // c2 is told by ann alone: one strong voice is thin, for.
    let thin = try chain(evidence)
    #expect(thin.weakest?.configuration.id == "c2" && thin.weakest?.word == .thinFor)
    #expect(thin.longestSupportedStretch == 1)
    // ann still tells both steps as connected.
    #expect(thin.telling == .thread)
    evidence.bearings.removeAll { $0.item == "e2" }
    let broken = try chain(evidence)
    #expect(broken.weakest?.word == .untested && broken.telling == .notThroughout)
  }
}
