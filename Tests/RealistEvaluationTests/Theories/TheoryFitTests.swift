import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 8: fit both ways, and the gap between said and seen by scale.
@Suite struct TheoryFitTests {
  /// Theory t lists m and idle, and claims that m brings o (3 parts); theory u claims that k brings
  /// o. The outcome is espoused.
  func study() -> EvidenceBuilder {
    var study = EvidenceBuilder()
    study.evidence.theories[0].listedMechanisms = ["m", "idle"]
    study.evidence.theories.append(RecordedEvidence.Theory(id: "u"))
    var other = RecordedEvidence.Configuration(id: "d")
    other.theories = ["u"]
    other.mechanisms = ["k"]
    other.outcomes = ["o"]
    study.evidence.configurations.append(other)
    study.evidence.espousals = [
      RecordedEvidence.Espousal(target: "o", place: RecordedEvidence.Locator(document: "doc"))
    ]
    // m at system scale: observed, strong and weak voice: supported, not said.
    study.add("e1", by: ["a"], .supports, ["m"], .strong) { $0.scale = "system" }
    study.add("e2", by: ["b"], .supports, ["m"], .weak) { $0.scale = "system" }
    // o: seen at system scale, not seen at place scale.
    study.add("e3", by: ["c"], .supports, ["o"], .moderate) { $0.scale = "system" }
    study.add("e4", by: ["d"], .challenges, ["o"], .strong, claim: .inferred) { $0.scale = "place" }
    // Only u's.
    study.add("e5", by: ["e"], .supports, ["k"], target: "d") { $0.scale = "place" }
    // No configuration's; set aside; and the coder's, who is no source.
    study.add("e6", by: ["f"], .supports, ["q"], target: "q")
    study.add("e7", by: ["g"], .supports, ["m"], .setAside)
    study.add("e8", .supports, ["m"]) { $0.layer = .coder }
    return study
  }

  @Test func bothWays() throws {
    let verdict = try #require(try Judge(study().evidence).verdict(onTheory: "t"))
    let fit = verdict.fit
    // m and o are spoken of, the link is not; both are observed (m by a; o's support by c).
    #expect((fit.evidencedParts, fit.observedParts, fit.requiredParts) == (2, 2, 3))
    #expect(fit.evidencedConfigurations == 1)
    // Seven items have a source. e1 to e4 speak of t. o is u's as well, so that e3 and e4 speak of
    // u too, yet they are t's; only e5 is elsewhere. e6 and e7 speak of none.
    #expect((fit.items, fit.reachedItems, fit.itemsElsewhere) == (7, 4, 1))
    #expect(fit.unexplained == ["e6", "e7"])
    #expect(fit.phrase == "2 of 3 parts evidenced, 4 of 7 items reached")
    #expect(verdict.listedMechanisms == 2 && verdict.configuredMechanisms == 1)
    #expect(fit.unconfiguredMechanisms == ["idle"])
  }

  @Test func saidBesideSeenByScale() throws {
    let verdict = try #require(try Judge(study().evidence).verdict(onTheory: "t"))
    // System: o is said and seen (thin, for, one observed moderate voice); m is seen, not said; the
    // link is neither. Place: o is said and not seen (one strong... inferred, so moderate: thin,
    // against); m and the link are neither said nor looked for.
    #expect(
      verdict.fit.gaps.map(\.phrase) == [
        "system: of 1 said, 1 seen; 1 seen but not said", "place: of 1 said, 1 not seen",
      ])
  }

  /// What a scale shows is what AT SCALE shows.
  @Test func aScaleIsWhatAtScaleLooksAt() throws {
    var random = RandomEvidence(seed: 77)
    for number in 0..<40 {
      let evidence = random.study()
      let judge = try Judge(evidence)
      let whole = try #require(judge.verdict(onTheory: "t"))
      for gap in whole.fit.gaps {
        var narrowing = Narrowing()
        narrowing.scales = [gap.scale]
        let part = try Judge(narrowing.narrow(evidence, certainty: .high).evidence)
        var seen = [Int](repeating: 0, count: Cell.allCases.count)
        for verdict in whole.configurations {
          let narrowed = try #require(part.verdict(onConfiguration: verdict.configuration.id))
          for (before, after) in zip(verdict.parts, narrowed.parts) where before.part.isRequired {
            let cell = Cell(
              said: before.cell.isSaid, Cell.Seen(after.computed, after.count.balance))
            if let place = Cell.allCases.firstIndex(of: cell) { seen[place] += 1 }
          }
        }
        #expect(gap.parts == seen, "study \(number), \(gap.scale)")
      }
    }
  }

  @Test func theTableSaysItInEachRow() throws {
    let graph = try EvidenceGraph(study().evidence)
    #expect(
      try graph.column("theory_fit", "TEST THEORY t YIELD theory_fit RETURN theory_fit")
        == ["2 of 3 parts evidenced, 4 of 7 items reached"])
    let text = try graph.column("reasoning", "EXPLAIN TEST THEORY t")
    #expect(
      text.contains(
        "  the theory reaches 4 of 7 items; 1 speak of other configurations only; 2 of none: e6, e7"
      ))
    #expect(text.contains("    place: of 1 said, 1 not seen"))
    #expect(
      text.contains("  it declares no rival: say what else could explain the same thing"))
  }
}
