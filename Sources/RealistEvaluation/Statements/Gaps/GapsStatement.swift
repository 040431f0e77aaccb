public import Diagnostics
public import GraphQuery
public import PropertyGraph

/// `GAPS [IN THEORY …]`: what the evidence leaves open, those first that would change most verdicts,
/// each as a question for an interview. `EXPLAIN GAPS` shows which verdicts an answer would change.
public struct GapsStatement: RealistStatement {
  /// `GAPS`.
  public let keyword: Text = "GAPS"
  /// Words that may follow, for completion.
  public let optionNames: [Text] = ["IN THEORY"] + EvidenceOptions.names

  private let rules: StatementRules

  /// The statement with the rules of the study; without a reader `USING RULES` is refused.
  public init(rules: Rules, readRules: RulesOfFile?) {
    self.rules = StatementRules(own: rules, read: readRules)
  }

  /// Parses what follows `GAPS`.
  public func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    var grammar = StatementGrammar(keyword, cursor: cursor)
    if grammar.accept("IN", as: "theory") {
      try grammar.expect("THEORY", as: "theory")
      try grammar.reference("theory", "the id of a theory")
    }
    try grammar.parseOptions(besides: ["IN"])
    cursor = grammar.cursor
    return grammar.arguments
  }

  /// Checks the arguments and decides on the columns.
  public func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    var options = EvidenceOptions()
    var theory: Reference?
    for argument in arguments where !options.take(argument) {
      if let reference = Reference(argument) { theory = reference }
    }
    return BoundGaps(
      theory: theory, options: options, rules: rules, isExplained: mode == .explain)
  }
}

/// A GAPS statement ready to run.
struct BoundGaps: BoundExtension {
  let theory: Reference?
  let options: EvidenceOptions
  let rules: StatementRules
  let isExplained: Bool

  var columns: [ExtensionColumn] {
    isExplained ? StatementColumns.reasoning : GapsTable.columns(options)
  }

  func rows(
    parameters: PropertyMap, watch: StatementWatch,
    run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) throws -> [[Value]] {
    try withoutActuallyEscaping(run) { run in
      let selection = try EvidenceSelection(options, parameters, rules: rules, run: run)
      let records = RecordReference(run: run)
      let theory = try theory.map { try records.resolve($0, kinds: ["Theory"], parameters).id }
      let evidence = try EvidenceLoader(watch: watch, run: run).load(.all, withSurroundings: true)
      try selection.checkVoices(options, parameters, in: evidence)
      let (narrowed, undated) = selection.narrow(evidence)
      var rows: [[Value]] = []
      for group in selection.groups(of: narrowed) {
        let judge = try Judge(group.evidence, rules: selection.rules, watch: watch)
        let gaps = GapFinder(judge, theory: theory).gaps()
        try watch.check()
        if isExplained {
          rows += StatementColumns.rows(
            GapText(judge: judge).render(gaps, theory: theory, by: group.value))
          continue
        }
        var table = GapsTable(by: group.value, rules: judge.rules)
        if group.value == nil, !undated.isEmpty {
          let including = try Judge(
            selection.narrowIncludingUndated(evidence), rules: selection.rules, watch: watch)
          table.remark(undated, with: GapFinder(including, theory: theory).gaps())
        }
        rows += gaps.enumerated().map { table.row($1, rank: $0 + 1) }
      }
      return rows
    }
  }
}
