public import Diagnostics
public import GraphQuery
public import PropertyGraph

/// `TEST THEORY | CONFIGURATION | ALL | MATCH …`: verdicts on theories and their configurations,
/// one row per configuration. It lowers to a fixed number of set-oriented queries, however many
/// configurations there are, and to pure functions over what they give. `EXPLAIN TEST` gives the
/// reasoning, line by line.
public struct TestStatement: RealistStatement {
  /// `TEST`.
  public let keyword: Text = "TEST"
  /// Words that may follow, for completion.
  public let optionNames: [Text] =
    ["THEORY", "AGAINST", "CONFIGURATION", "ALL", "MATCH"] + EvidenceOptions.names

  private let rules: StatementRules

  /// The statement with the rules of the study; without a reader `USING RULES` is refused.
  public init(rules: Rules, readRules: RulesOfFile?) {
    self.rules = StatementRules(own: rules, read: readRules)
  }

  /// Parses what follows `TEST`.
  public func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    var grammar = StatementGrammar(keyword, cursor: cursor)
    try TestGrammar.parse(&grammar)
    cursor = grammar.cursor
    return grammar.arguments
  }

  /// Checks the arguments and decides on the columns.
  public func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    BoundTest(request: try TestRequest(arguments), rules: rules, isExplained: mode == .explain)
  }
}
