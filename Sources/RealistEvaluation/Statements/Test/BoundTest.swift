import Diagnostics
import GraphQuery
import PropertyGraph

/// A TEST statement ready to run.
struct BoundTest: BoundExtension {
  let request: TestRequest
  let rules: StatementRules
  let isExplained: Bool
  /// Whether the whole argument is read as a value.
  private var showsReasoning = false
  /// Whether anything is read that tells how firm a verdict is.
  private var showsFirmness = true
  /// Whether the break number is, or whose leaving it means.
  private var showsBreak = true

  init(request: TestRequest, rules: StatementRules, isExplained: Bool) {
    self.request = request
    self.rules = rules
    self.isExplained = isExplained
  }

  var columns: [ExtensionColumn] {
    if isExplained { return StatementColumns.reasoning }
    return request.rivals.isEmpty
      ? TestTable.columns(for: request) : RivalTable.columns(request.options)
  }

  func reading(_ read: [Int]) -> any BoundExtension {
    var narrowed = self
    let names = Set(read.map { columns[$0].name })
    narrowed.showsReasoning = names.contains(TestTable.reasoningColumn.name)
    narrowed.showsBreak = !names.isDisjoint(with: TestTable.breakColumns)
    narrowed.showsFirmness =
      narrowed.showsBreak || !names.isDisjoint(with: TestTable.trialColumns)
    return narrowed
  }

  func rows(
    parameters: PropertyMap, watch: StatementWatch,
    run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) throws -> [[Value]] {
    try withoutActuallyEscaping(run) { run in
      let selection = try EvidenceSelection(request.options, parameters, rules: rules, run: run)
      let target = try TestTarget(request, parameters, run)
      let evidence = try target.load(watch: watch, run)
      try selection.checkVoices(request.options, parameters, in: evidence)
      let (narrowed, undated) = selection.narrow(evidence)
      if isExplained {
        let judge = try Judge(narrowed, rules: selection.rules, watch: watch)
        let lines = StatementColumns.rows(target.reasoning(judge))
        try watch.check()
        return lines
      }
      var rows: [[Value]] = []
      for group in selection.groups(of: narrowed) {
        let judge = try Judge(group.evidence, rules: selection.rules, watch: watch)
        if let comparison = target.comparison(judge) {
          let table = RivalTable(options: request.options, by: group.value, undated: undated)
          rows += table.rows(comparison, rules: selection.rules)
          continue
        }
        var table = TestTable(request: request)
        table.by = group.value
        table.theory = target.theory.flatMap { judge.verdict(onTheory: $0) }
        let (verdicts, argument) = judged(table.theory, by: judge)
        try watch.check()
        if group.value == nil, !undated.isEmpty {
          table.undated = try undatedRemarks(undated, verdicts, selection, evidence, watch)
        }
        rows += table.rows(verdicts, argument, rules: selection.rules)
      }
      return rows
    }
  }

  /// The verdicts, and what is read besides: nobody waits for a search that no column shows.
  private func judged(
    _ theory: TheoryVerdict?, by judge: Judge
  ) -> ([ConfigurationVerdict], TestTable.Argument) {
    if showsReasoning {
      let verdicts = theory?.configurations ?? judge.verdicts()
      return (verdicts, .whole(judge.reasoning(for: verdicts)))
    }
    if !showsFirmness { return (theory?.configurations ?? judge.verdicts(), .none) }
    if let verdicts = theory?.configurations {
      return (
        verdicts, .firmness(judge.sensitivities(of: verdicts, searchesBreak: showsBreak))
      )
    }
    let (verdicts, firmness) = judge.firmVerdicts(searchesBreak: showsBreak)
    return (verdicts, .firmness(firmness))
  }

  /// What AS OF left out for want of a date, and whether it would change a verdict.
  private func undatedRemarks(
    _ undated: [Text], _ verdicts: [ConfigurationVerdict], _ selection: EvidenceSelection,
    _ evidence: RecordedEvidence, _ watch: StatementWatch
  ) throws -> [Text: Text] {
    let including = try Judge(
      selection.narrowIncludingUndated(evidence), rules: selection.rules, watch: watch)
    var remarks: [Text: Text] = [:]
    for verdict in verdicts {
      let id = verdict.configuration.id
      try watch.check()
      let word = including.word(onConfiguration: id)
      remarks[id] = EvidenceSelection.undatedRemark(
        undated, word == verdict.word ? "the same verdict" : word?.rawValue ?? "no verdict")
    }
    return remarks
  }
}
