import Diagnostics
import GraphQuery
import PropertyGraph

/// What a TEST statement is about. A name that is none, or of another kind, is pointed at.
struct TestTarget {
  /// What is read: everything where a theory is tested, since how far it reaches is asked of all
  /// evidence.
  let scope: EvidenceLoader.Scope
  /// The theory tested.
  let theory: Text?
  /// Theories that it is compared with.
  let rivals: [Text]

  init(
    _ request: TestRequest, _ parameters: PropertyMap, _ run: @escaping EvidenceLoader.Run
  ) throws {
    let records = RecordReference(run: run)
    func resolve(_ reference: Reference, _ kind: Text) throws -> Text {
      try records.resolve(reference, kinds: [kind], parameters, toTest: true).id
    }
    var theory: Text?
    switch request.target {
    case .all: scope = .all
    case .theory(let reference):
      theory = try resolve(reference, "Theory")
      scope = .all
    case .configuration(let reference):
      scope = .only(configurations: [try resolve(reference, "Configuration")], theories: [])
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
    var rivals: [Text] = []
    for reference in request.rivals {
      let rival = try resolve(reference, "Theory")
      if rival == theory { throw Wording.againstItself(rival).at(reference.span, in: nil) }
      if rivals.contains(rival) { throw Wording.rivalTwice(rival).at(reference.span, in: nil) }
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

  /// Everything that the test needs.
  func load(
    watch: StatementWatch, _ run: @escaping EvidenceLoader.Run
  ) throws -> RecordedEvidence {
    try EvidenceLoader(watch: watch, run: run).load(scope)
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
        verdict, configurations: judge.reasoning(for: verdict.configurations), rules: judge.rules)
    }
    return ReasoningText().render(
      judge.reasoning(for: judge.verdicts()), rules: judge.rules)
  }
}
