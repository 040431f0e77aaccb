import Diagnostics
import GraphQuery
import PropertyGraph

/// Reads what follows the keyword of a realist statement: first what it is about, which each
/// statement reads itself, then options in any order, which all of them share. Keywords are kept as
/// arguments so that a statement prints as it reads.
struct StatementGrammar {
  let statement: Text
  var cursor: TokenCursor
  private(set) var arguments: [Clause.ExtensionArgument] = []

  init(_ statement: Text, cursor: TokenCursor) {
    self.statement = statement
    self.cursor = cursor
  }

  // MARK: What it is about

  /// Takes a keyword that stands at the cursor.
  mutating func accept(_ keyword: Text, as name: Text) -> Bool {
    guard cursor.isAt(word: keyword) else { return false }
    take(keyword, as: name)
    return true
  }

  /// Takes a keyword or says that it was expected.
  mutating func expect(_ keyword: Text, as name: Text) throws(Diagnostic) {
    guard accept(keyword, as: name) else {
      throw cursor.unexpected("`\(keyword)`", candidates: [keyword.string])
    }
  }

  /// An id as a string, a parameter, a quoted name or a bare word.
  mutating func reference(_ name: Text, _ expected: String) throws(Diagnostic) {
    let (content, span) = try cursor.parseReference(expected)
    append(name, content, span)
  }

  /// One or more ids, with commas between them.
  mutating func references(_ name: Text, _ expected: String) throws(Diagnostic) {
    try reference(name, expected)
    while cursor.accept(.comma) { try reference(name, expected) }
  }

  /// A pattern with its `WHERE`.
  mutating func pattern(_ name: Text) throws(Diagnostic) {
    let start = cursor.current.span.lowerBound
    let pattern = try cursor.parsePattern()
    let predicate = try cursor.parseWhere()
    append(name, .pattern(pattern, predicate), start..<cursor.endOfPrevious)
  }

  /// Adds an argument.
  mutating func append(
    _ name: Text, _ content: Clause.ExtensionArgument.Content, _ span: Span
  ) {
    arguments.append(Clause.ExtensionArgument(name: name, content: content, span: span))
  }

  // MARK: Options

  /// Options up to `YIELD`, another clause or the end.
  /// - Parameter besides: Words that could have stood here instead.
  mutating func parseOptions(besides: [String] = []) throws(Diagnostic) {
    while try parseOption() {}
    let ends = cursor.isAtEnd || cursor.isAt(.rightBrace) || cursor.isAtClause
    guard ends || cursor.isAt(word: "YIELD") || cursor.isAt(word: "UNION") else {
      throw cursor.unexpected(
        "an option of \(statement), `YIELD` or the end of the statement",
        candidates: besides + Self.optionWords)
    }
  }

  private static let optionWords = ["AT", "AS", "ONLY", "WITHOUT", "BY", "USING", "YIELD"]

  private mutating func parseOption() throws(Diagnostic) -> Bool {
    if cursor.isAt(words: ["AT", "SCALE"]) {
      take("AT", as: "scale")
      take("SCALE", as: "scale")
      try references("scale", "a scale such as `system`")
    } else if cursor.isAt(words: ["AS", "OF"]) {
      try once("AS OF", "as-of")
      take("AS", as: "as-of")
      take("OF", as: "as-of")
      try reference("as-of", "a date such as '2024-09'")
    } else if cursor.isAt(word: "ONLY") || cursor.isAt(word: "WITHOUT") {
      let prefix: Text = cursor.isAt(word: "ONLY") ? "only" : "without"
      take(prefix == "only" ? "ONLY" : "WITHOUT", as: prefix)
      let field = try field(Narrowing.Field.selectable, as: prefix)
      try references(EvidenceOptions.name(prefix, field), "the id of a \(field.rawValue)")
    } else if cursor.isAt(word: "BY") {
      try once("BY", "by")
      take("BY", as: "by")
      _ = try field(Narrowing.Field.groupable, as: "by")
    } else if cursor.isAt(words: ["USING", "RULES"]) {
      try once("USING RULES", "rules")
      take("USING", as: "rules")
      take("RULES", as: "rules")
      try reference("rules", "the name of a rules file")
    } else {
      return false
    }
    return true
  }

  /// Refuses what can be said only once.
  private func once(_ option: String, _ name: Text) throws(Diagnostic) {
    if arguments.contains(where: { $0.name == name }) {
      throw Wording.repeatedOption(option).at(cursor.current.span, in: cursor.source)
    }
  }

  private mutating func field(
    _ fields: [Narrowing.Field], as name: Text
  ) throws(Diagnostic) -> Narrowing.Field {
    for field in fields where accept(field.keyword, as: name) { return field }
    let words = fields.map { "`\($0.keyword)`" }
    throw cursor.unexpected(
      words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""),
      candidates: fields.map(\.keyword.string))
  }

  private mutating func take(_ keyword: Text, as name: Text) {
    let span = cursor.advance().span
    append(name, .keyword(keyword), span)
  }
}
