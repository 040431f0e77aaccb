public import Diagnostics
public import GraphQuery
public import PropertyGraph

/// `TEST THEORY | CONFIGURATION | ALL | MATCH …`: verdicts on theories and their configurations,
/// one row per configuration. It lowers to a fixed number of set-oriented queries, however many
/// configurations there are, and to pure functions over what they give. `EXPLAIN TEST` gives the
/// reasoning, line by line.
public struct TestStatement: StatementExtension {
  /// Reads a rules file that `USING RULES` names.
  public typealias RulesReader = @Sendable (_ file: Text) throws(Diagnostic) -> Rules

  /// `TEST`.
  public let keyword: Text = "TEST"
  /// Words that may follow, for completion.
  public let optionNames: [Text] = [
    "THEORY", "CONFIGURATION", "ALL", "MATCH", "AT SCALE", "AS OF", "ONLY VOICE", "ONLY METHOD",
    "ONLY DOCUMENT", "ONLY SITE", "WITHOUT VOICE", "WITHOUT METHOD", "WITHOUT DOCUMENT",
    "WITHOUT SITE", "BY SCALE", "BY METHOD", "BY DOCUMENT", "BY SITE", "USING RULES",
  ]

  private let rules: Rules
  private let readRules: RulesReader?

  /// The statement with the rules of the study; without a reader `USING RULES` is refused.
  public init(rules: Rules = .standard, readRules: RulesReader? = nil) {
    self.rules = rules
    self.readRules = readRules
  }

  /// Parses what follows `TEST`.
  public func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    var parser = TestGrammar(cursor: cursor)
    try parser.parse()
    cursor = parser.cursor
    return parser.arguments
  }

  /// Checks the arguments and decides on the columns.
  public func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    let request = try TestRequest(arguments)
    return BoundTest(
      request: request, rules: rules, readRules: readRules, isExplained: mode == .explain)
  }
}
