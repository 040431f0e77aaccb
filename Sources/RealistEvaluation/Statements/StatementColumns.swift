import GraphQuery
import PropertyGraph

/// Columns and cells that the tables of the statements share.
enum StatementColumns {
  static func column(
    _ name: Text, _ meaning: Text, shown: Bool = true
  ) -> ExtensionColumn {
    ExtensionColumn(name: name, meaning: meaning, isShownByDefault: shown)
  }

  /// The value that BY splits at.
  static func by(_ options: EvidenceOptions) -> ExtensionColumn {
    column("by", "the value of BY", shown: options.by != nil)
  }

  /// What AS OF left out.
  static func undated(_ options: EvidenceOptions) -> ExtensionColumn {
    column(
      "undated", "what AS OF left out for want of a date, and what it would change",
      shown: options.asOf != nil)
  }

  /// Which rules were in force.
  static let rules = [
    column("rules", "name, version and the hash of the rules, shortened"),
    column("rules_hash", "the whole hash of the rules", shown: false),
  ]

  /// The one column of EXPLAIN.
  static let reasoning = [
    column("reasoning", "how the answer was reached, line by line")
  ]

  /// Lines of a rendered text as rows of that column.
  static func rows(_ text: String) -> [[Value]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { [Value(String($0))] }
  }

  // MARK: Cells

  static func cell(_ rules: Rules) -> [Value] {
    [Value(rules.shortReference), .text(rules.hash)]
  }

  static func cell(_ text: Text?) -> Value { text.map { .text($0) } ?? .null }
  static func cell(_ text: String?) -> Value { text.map { Value($0) } ?? .null }
  static func cell(_ number: Int) -> Value { .integer(Int64(number)) }
  static func list(_ texts: [Text]) -> Value { .list(texts.map { .text($0) }) }

  /// Names in one cell; null if there are none.
  static func names(_ names: [String]) -> Value {
    names.isEmpty ? .null : Value(names.joined(separator: ", "))
  }
}
