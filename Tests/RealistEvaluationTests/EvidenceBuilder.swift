import PropertyGraph
import Testing

@testable import RealistEvaluation

/// Builds recorded evidence in a few words: one study, one configuration `c` with mechanism `m`
/// and outcome `o`, interviews `int` of study `s`, document `doc`.
struct EvidenceBuilder {
  var evidence = RecordedEvidence()

  init(
    mechanisms: [Text] = ["m"], outcomes: [Text] = ["o"],
    contexts: [RecordedEvidence.ContextSlot] = []
  ) {
    var configuration = RecordedEvidence.Configuration(id: "c")
    configuration.title = "Delegation brings decisions closer"
    configuration.theories = ["t"]
    configuration.mechanisms = mechanisms
    configuration.outcomes = outcomes
    configuration.contexts = contexts
    evidence.configurations = [configuration]
    evidence.theories = [RecordedEvidence.Theory(id: "t", listedMechanisms: mechanisms)]
    evidence.mechanisms = mechanisms.map { RecordedEvidence.Mechanism(id: $0) }
    evidence.documents = [RecordedEvidence.Document(id: "doc", body: "Research Body")]
    evidence.methods = [
      RecordedEvidence.Method(id: "int", title: "interviews", kind: .interview, studies: ["s"]),
      RecordedEvidence.Method(id: "int2", kind: .interview, studies: ["s2"]),
      RecordedEvidence.Method(
        id: "survey", kind: .survey, count: 100, responseRate: 0.6, studies: ["s"]),
      RecordedEvidence.Method(id: "handbooks", kind: .documentAnalysis, studies: ["s"]),
      RecordedEvidence.Method(id: "cases", kind: .caseStudy),
    ]
  }

  /// Scores that give each weight.
  static func scores(_ weight: Weight) -> (Int, Int, Int) {
    switch weight {
    case .strong: (3, 2, 2)
    case .moderate: (2, 1, 1)
    case .weak: (1, 1, 1)
    case .setAside: (0, 1, 1)
    }
  }

  /// One item with one bearing; `change` finishes the item.
  @discardableResult
  mutating func add(
    _ id: Text, by people: [Text] = [], _ kind: BearingKind = .supports, _ covers: [Text] = ["m"],
    _ weight: Weight? = .moderate, claim: Claim = .observed, method: Text? = "int",
    target: Text = "c", line: Int? = nil,
    _ change: (inout RecordedEvidence.Item) -> Void = { _ in },
    bearing changeBearing: (inout RecordedEvidence.Bearing) -> Void = { _ in }
  ) -> RecordedEvidence.Item {
    var item = RecordedEvidence.Item(id: id)
    item.statement = Text("What \(id) says")
    item.claim = claim
    item.participants = people
    item.methods = method.map { [$0] } ?? []
    item.places = [
      RecordedEvidence.Locator(document: "doc", line: line ?? evidence.items.count + 1)
    ]
    change(&item)
    evidence.items.append(item)
    var bearing = RecordedEvidence.Bearing(item: id, kind, target: target, covers: covers)
    if let weight {
      let (relevance, richness, rigour) = Self.scores(weight)
      bearing.relevance = relevance
      bearing.richness = richness
      bearing.rigour = rigour
    }
    changeBearing(&bearing)
    evidence.bearings.append(bearing)
    return item
  }

  func verdict(rules: Rules = .standard) throws -> ConfigurationVerdict {
    let verdict = try Judge(evidence, rules: rules).verdict(onConfiguration: "c")
    return try #require(verdict)
  }

  func sensitivity() throws -> Sensitivity {
    let judge = try Judge(evidence)
    return judge.sensitivity(of: try #require(judge.verdict(onConfiguration: "c")))
  }

  func part(_ id: Text, rules: Rules = .standard) throws -> PartVerdict {
    try #require(try verdict(rules: rules).parts.first { $0.part.id == id })
  }
}

extension PartVerdict {
  /// Supporting voices as `id weight`.
  var supporters: [String] {
    count.balance.supporting.map { "\($0.voice.id) \($0.weight.rawValue)" }
  }
  /// Challenging voices as `id weight`.
  var challengers: [String] {
    count.balance.challenging.map { "\($0.voice.id) \($0.weight.rawValue)" }
  }
}
