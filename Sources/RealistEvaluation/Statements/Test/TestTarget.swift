import Diagnostics
import GraphQuery
import PropertyGraph

/// What a TEST statement is about, with names checked.
struct TestTarget {
  /// What is read: everything where a theory is tested, since how far it reaches is asked of all
  /// evidence.
  let scope: EvidenceLoader.Scope
  /// The theory tested.
  let theory: Text?
  /// Theories that it is compared with.
  let rivals: [Text]

  private let theoryReference: Reference?
  private let rivalReferences: [Reference]
  private let configurationReference: Reference?

  init(
    _ request: TestRequest, _ parameters: PropertyMap, _ run: EvidenceLoader.Run
  ) throws {
    var theory: Text?
    var theoryReference: Reference?
    var configurationReference: Reference?
    switch request.target {
    case .all: scope = .all
    case .theory(let reference):
      theory = try reference.id(in: parameters)
      theoryReference = reference
      scope = .all
    case .configuration(let reference):
      configurationReference = reference
      scope = .only(configurations: [try reference.id(in: parameters)], theories: [])
    case .match(let configurations, let theories, let span):
      let chosen = (
        configurations: try Self.ids(configurations, parameters, run),
        theories: try Self.ids(theories, parameters, run)
      )
      // A test of nothing would pass as one that found nothing to object to.
      guard !chosen.configurations.isEmpty || !chosen.theories.isEmpty else {
        throw Wording.nothingMatched().at(span, in: nil)
      }
      scope = .only(configurations: chosen.configurations, theories: chosen.theories)
    }
    self.theory = theory
    self.theoryReference = theoryReference
    self.configurationReference = configurationReference
    rivalReferences = request.rivals
    var rivals: [Text] = []
    for reference in request.rivals {
      let rival = try reference.id(in: parameters)
      guard rival != theory, !rivals.contains(rival) else {
        throw Wording.againstItself(rival).at(reference.span, in: nil)
      }
      rivals.append(rival)
    }
    self.rivals = rivals
  }

  private static func ids(
    _ queries: [String], _ parameters: PropertyMap, _ run: EvidenceLoader.Run
  ) throws -> [Text] {
    var ids: Set<Text> = []
    for query in queries {
      for row in try run(query, parameters).rows.map(ResultRow.init(values:)) {
        if let id = row.text(0) { ids.insert(id) }
      }
    }
    return ids.sorted()
  }

  /// Everything that the test needs. Errors about the target point at it.
  func load(_ run: @escaping EvidenceLoader.Run) throws -> RecordedEvidence {
    do {
      let evidence = try EvidenceLoader(run: run).load(scope)
      let known = evidence.theories.map(\.id)
      let named = [(theory, theoryReference)] + zip(rivals, rivalReferences).map { ($0, $1) }
      for case (let id?, let reference?) in named where !known.contains(id) {
        throw Wording.unknownReference("theory", id, known: known).at(reference.span, in: nil)
      }
      return evidence
    } catch let error as Diagnostic where error.code == "UnknownReference" && error.span == nil {
      guard let configurationReference else { throw error }
      throw error.at(configurationReference.span, in: nil)
    }
  }

  /// The theory beside its rivals; `nil` where none was asked for.
  func comparison(_ judge: Judge) -> RivalComparison? {
    guard let theory, !rivals.isEmpty else { return nil }
    return judge.compare(theory, against: rivals)
  }

  /// The whole argument as text.
  func reasoning(_ judge: Judge) -> String {
    if let comparison = comparison(judge) {
      return RivalText().render(comparison, judge: judge)
    }
    if let theory, let verdict = judge.verdict(onTheory: theory) {
      return ReasoningText().render(
        verdict, configurations: verdict.configurations.map(judge.reasoning(for:)),
        rules: judge.rules)
    }
    return ReasoningText().render(
      judge.verdicts().map(judge.reasoning(for:)), rules: judge.rules)
  }
}
