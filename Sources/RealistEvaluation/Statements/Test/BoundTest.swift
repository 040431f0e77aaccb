import Diagnostics
import GraphQuery
import PropertyGraph

/// A TEST statement ready to run.
struct BoundTest: BoundExtension {
  let request: TestRequest
  let rules: StatementRules
  let isExplained: Bool

  var columns: [ExtensionColumn] {
    isExplained
      ? [ExtensionColumn(name: "reasoning", meaning: "the argument for the verdict, line by line")]
      : TestTable.columns(for: request)
  }

  func rows(
    parameters: PropertyMap, run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) throws -> [[Value]] {
    try withoutActuallyEscaping(run) { run in
      let selection = try EvidenceSelection(request.options, parameters, rules: rules, run: run)
      let evidence = try load(try scope(parameters, run), run)
      try selection.checkVoices(request.options, parameters, in: evidence)
      let (narrowed, undated) = selection.narrow(evidence)
      if isExplained {
        return try reasoning(try Judge(narrowed, rules: selection.rules), parameters)
      }
      var rows: [[Value]] = []
      for group in selection.groups(of: narrowed) {
        let judge = try Judge(group.evidence, rules: selection.rules)
        var table = TestTable(request: request)
        table.by = group.value
        table.theory = try theory(parameters).flatMap { judge.verdict(onTheory: $0) }
        if group.value == nil, !undated.isEmpty {
          table.undated = try undatedRemarks(undated, judge, selection, evidence)
        }
        rows += table.rows(judge.verdicts(), rules: selection.rules)
      }
      return rows
    }
  }

  /// Errors about the target point at it.
  private func load(
    _ scope: EvidenceLoader.Scope, _ run: @escaping EvidenceLoader.Run
  ) throws -> RecordedEvidence {
    do {
      return try EvidenceLoader(run: run).load(scope)
    } catch let error as Diagnostic where error.code == "UnknownReference" {
      switch request.target {
      case .theory(let reference), .configuration(let reference):
        throw error.at(reference.span, in: nil)
      case .all, .match: throw error
      }
    }
  }

  // MARK: Arguments

  private func theory(_ parameters: PropertyMap) throws -> Text? {
    guard case .theory(let reference) = request.target else { return nil }
    return try reference.id(in: parameters)
  }

  private func scope(
    _ parameters: PropertyMap, _ run: EvidenceLoader.Run
  ) throws -> EvidenceLoader.Scope {
    switch request.target {
    case .all: return .all
    case .theory(let reference):
      return .only(configurations: [], theories: [try reference.id(in: parameters)])
    case .configuration(let reference):
      return .only(configurations: [try reference.id(in: parameters)], theories: [])
    case .match(let configurations, let theories, let span):
      func ids(_ queries: [String]) throws -> [Text] {
        var ids: Set<Text> = []
        for query in queries {
          for row in try run(query, parameters).rows.map(ResultRow.init(values:)) {
            if let id = row.text(0) { ids.insert(id) }
          }
        }
        return ids.sorted()
      }
      let chosen = (configurations: try ids(configurations), theories: try ids(theories))
      // A test of nothing would pass as one that found nothing to object to.
      guard !chosen.configurations.isEmpty || !chosen.theories.isEmpty else {
        throw Wording.nothingMatched().at(span, in: nil)
      }
      return .only(configurations: chosen.configurations, theories: chosen.theories)
    }
  }

  // MARK: Output

  private func reasoning(_ judge: Judge, _ parameters: PropertyMap) throws -> [[Value]] {
    let text = ReasoningText()
    let written: String
    if let theory = try theory(parameters), let verdict = judge.verdict(onTheory: theory) {
      written = text.render(
        verdict, configurations: verdict.configurations.map(judge.reasoning(for:)),
        rules: judge.rules)
    } else {
      written = text.render(judge.verdicts().map(judge.reasoning(for:)), rules: judge.rules)
    }
    return written.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { [Value(String($0))] }
  }

  /// What AS OF left out for want of a date, and whether it would change a verdict.
  private func undatedRemarks(
    _ undated: [Text], _ judge: Judge, _ selection: EvidenceSelection,
    _ evidence: RecordedEvidence
  ) throws -> [Text: Text] {
    let including = try Judge(
      selection.narrowIncludingUndated(evidence), rules: selection.rules)
    var remarks: [Text: Text] = [:]
    for verdict in including.verdicts() {
      let id = verdict.configuration.id
      let before = judge.verdict(onConfiguration: id)?.word
      remarks[id] = EvidenceSelection.undatedRemark(
        undated, before == verdict.word ? "the same verdict" : verdict.word.rawValue)
    }
    return remarks
  }
}
