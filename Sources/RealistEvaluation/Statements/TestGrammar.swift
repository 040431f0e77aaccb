import Diagnostics
import GraphQuery
import PropertyGraph

/// The grammar of TEST: a target, then options in any order. Keywords are kept as arguments so that
/// a statement prints as it reads.
struct TestGrammar {
  var cursor: TokenCursor
  private(set) var arguments: [Clause.ExtensionArgument] = []

  init(cursor: TokenCursor) { self.cursor = cursor }

  mutating func parse() throws(Diagnostic) {
    try parseTarget()
    while try parseOption() {}
    let ends = cursor.isAtEnd || cursor.isAt(.rightBrace) || cursor.isAtClause
    guard ends || cursor.isAt(word: "YIELD") || cursor.isAt(word: "UNION") else {
      throw cursor.unexpected(
        "an option of TEST, `YIELD` or the end of the statement", candidates: Self.optionWords)
    }
  }

  private static let optionWords = ["AT", "AS", "ONLY", "WITHOUT", "BY", "USING", "YIELD"]

  private mutating func parseTarget() throws(Diagnostic) {
    if cursor.isAt(word: "THEORY") {
      take("THEORY", as: "theory")
      try reference("theory", "the id of a theory")
      if cursor.isAt(word: "AGAINST") {
        throw Wording.againstIsNotBuilt().at(cursor.current.span, in: cursor.source)
      }
    } else if cursor.isAt(word: "CONFIGURATION") {
      take("CONFIGURATION", as: "configuration")
      try reference("configuration", "the id of a configuration")
    } else if cursor.isAt(word: "ALL") {
      take("ALL", as: "all")
    } else if cursor.isAt(word: "MATCH") {
      take("MATCH", as: "match")
      let start = cursor.current.span.lowerBound
      let pattern = try cursor.parsePattern()
      let predicate = try cursor.parseWhere()
      arguments.append(
        Clause.ExtensionArgument(
          name: "match", content: .pattern(pattern, predicate), span: start..<cursor.endOfPrevious))
    } else {
      throw cursor.unexpected(
        "`THEORY`, `CONFIGURATION`, `ALL` or `MATCH`",
        candidates: ["THEORY", "CONFIGURATION", "ALL", "MATCH"])
    }
  }

  private mutating func parseOption() throws(Diagnostic) -> Bool {
    if cursor.isAt(words: ["AT", "SCALE"]) {
      take("AT", as: "scale")
      take("SCALE", as: "scale")
      try references("scale", "a scale such as `system`")
    } else if cursor.isAt(words: ["AS", "OF"]) {
      take("AS", as: "as-of")
      take("OF", as: "as-of")
      try reference("as-of", "a date such as '2024-09'")
    } else if cursor.isAt(word: "ONLY") || cursor.isAt(word: "WITHOUT") {
      let prefix = cursor.isAt(word: "ONLY") ? "only" : "without"
      take(prefix == "only" ? "ONLY" : "WITHOUT", as: Text(prefix))
      let field = try field(Narrowing.Field.selectable, as: Text(prefix))
      try references(Text("\(prefix)-\(field.rawValue)"), "the id of a \(field.rawValue)")
    } else if cursor.isAt(word: "BY") {
      take("BY", as: "by")
      _ = try field(Narrowing.Field.groupable, as: "by")
    } else if cursor.isAt(words: ["USING", "RULES"]) {
      take("USING", as: "rules")
      take("RULES", as: "rules")
      try reference("rules", "the name of a rules file")
    } else {
      return false
    }
    return true
  }

  private mutating func field(
    _ fields: [Narrowing.Field], as name: Text
  ) throws(Diagnostic) -> Narrowing.Field {
    for field in fields where cursor.isAt(word: field.keyword) {
      take(field.keyword, as: name)
      return field
    }
    let words = fields.map { "`\($0.keyword)`" }
    throw cursor.unexpected(
      words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""),
      candidates: fields.map(\.keyword.string))
  }

  private mutating func take(_ keyword: Text, as name: Text) {
    let span = cursor.advance().span
    arguments.append(
      Clause.ExtensionArgument(name: name, content: .keyword(keyword), span: span))
  }

  private mutating func reference(_ name: Text, _ expected: String) throws(Diagnostic) {
    let (content, span) = try cursor.parseReference(expected)
    arguments.append(Clause.ExtensionArgument(name: name, content: content, span: span))
  }

  private mutating func references(_ name: Text, _ expected: String) throws(Diagnostic) {
    try reference(name, expected)
    while cursor.accept(.comma) { try reference(name, expected) }
  }
}
