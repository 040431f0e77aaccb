public import Diagnostics
public import GraphQuery
public import PropertyGraph

/// `CONTRAST MECHANISM … [ACROSS CONTEXT …]`: one mechanism across contexts, case by case: where the
/// context holds, where it does not, where that is not known, and whether the mechanism fires there.
/// `EXPLAIN CONTRAST` shows the table and the items behind each entry.
public struct ContrastStatement: RealistStatement {
  /// `CONTRAST`.
  public let keyword: Text = "CONTRAST"
  /// Words that may follow, for completion.
  public let optionNames: [Text] = ["MECHANISM", "ACROSS CONTEXT"] + EvidenceOptions.names

  private let rules: StatementRules

  /// The statement with the rules of the study; without a reader `USING RULES` is refused.
  public init(rules: Rules, readRules: RulesOfFile?) {
    self.rules = StatementRules(own: rules, read: readRules)
  }

  /// Parses what follows `CONTRAST`.
  public func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    var grammar = StatementGrammar(keyword, cursor: cursor)
    try grammar.expect("MECHANISM", as: "mechanism")
    try grammar.reference("mechanism", "the id of a mechanism")
    if grammar.accept("ACROSS", as: "context") {
      try grammar.expect("CONTEXT", as: "context")
      try grammar.references("context", "the id of a context")
    }
    try grammar.parseOptions(besides: ["ACROSS"])
    cursor = grammar.cursor
    return grammar.arguments
  }

  /// Checks the arguments and decides on the columns.
  public func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    var options = EvidenceOptions()
    var mechanism: Reference?
    var contexts: [Reference] = []
    for argument in arguments where !options.take(argument) {
      guard let reference = Reference(argument) else { continue }
      if argument.name == "mechanism" { mechanism = reference } else { contexts.append(reference) }
    }
    guard let mechanism else { throw Wording.missingArgument("the id of a mechanism") }
    return BoundContrast(
      mechanism: mechanism, contexts: contexts, options: options, rules: rules,
      isExplained: mode == .explain)
  }
}

/// A CONTRAST statement ready to run.
struct BoundContrast: BoundExtension {
  let mechanism: Reference
  let contexts: [Reference]
  let options: EvidenceOptions
  let rules: StatementRules
  let isExplained: Bool

  var columns: [ExtensionColumn] {
    isExplained ? StatementColumns.reasoning : ContrastTable.columns(options)
  }

  func rows(
    parameters: PropertyMap, watch: StatementWatch,
    run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) throws -> [[Value]] {
    try withoutActuallyEscaping(run) { run in
      let selection = try EvidenceSelection(options, parameters, rules: rules, run: run)
      let records = RecordReference(run: run)
      let mechanism = try records.resolve(self.mechanism, kinds: ["Mechanism"], parameters).id
      let named = try contexts.map { try records.resolve($0, kinds: ["Context"], parameters).id }
      let contexts = named.isEmpty ? nil : named
      let evidence = try EvidenceLoader(watch: watch, run: run).load(.all, withSurroundings: true)
      try selection.checkVoices(options, parameters, in: evidence)
      let (narrowed, undated) = selection.narrow(evidence)
      func contrasts(_ evidence: RecordedEvidence) throws -> (Judge, [ContextContrast]) {
        let judge = try Judge(evidence, rules: selection.rules, watch: watch)
        let found = Contrasts(judge).contrasts(of: mechanism, across: contexts)
        try watch.check()
        return (judge, found)
      }
      var rows: [[Value]] = []
      for group in selection.groups(of: narrowed) {
        let (judge, found) = try contrasts(group.evidence)
        if isExplained {
          rows += StatementColumns.rows(
            ContrastText(judge: judge).render(found, of: mechanism, by: group.value))
          continue
        }
        var table = ContrastTable(judge: judge, by: group.value)
        if group.value == nil, !undated.isEmpty {
          let with = try contrasts(selection.narrowIncludingUndated(evidence)).1
          table.undated = Self.changes(from: found, to: with, undated)
        }
        rows += found.map(table.row)
      }
      return rows
    }
  }

  /// What AS OF left out, with the reading that it would change.
  private static func changes(
    from found: [ContextContrast], to with: [ContextContrast], _ undated: [Text]
  ) -> [ContrastTable.Key: Text] {
    var after: [ContrastTable.Key: [ContrastReading]] = [:]
    for contrast in with { after[ContrastTable.Key(contrast)] = contrast.readings }
    var remarks: [ContrastTable.Key: Text] = [:]
    for contrast in found {
      let key = ContrastTable.Key(contrast)
      let readings = after[key] ?? contrast.readings
      remarks[key] = EvidenceSelection.undatedRemark(
        undated,
        readings == contrast.readings ? "the same reading" : ContrastReading.phrase(readings))
    }
    return remarks
  }
}
