import GraphQuery
import PropertyGraph

/// The table of TEST THEORY … AGAINST: one row per item that any of the theories says something
/// about, those that tell the theories apart first.
struct RivalTable {
  let options: EvidenceOptions
  var by: Text?
  /// Items that AS OF left out for want of a date.
  var undated: [Text] = []

  static func columns(_ options: EvidenceOptions) -> [ExtensionColumn] {
    [
      StatementColumns.by(options),
      column("item", "id of the item"),
      column("statement", "what it says, in the encoder's words", shown: false),
      column("voices", "who says so"),
      column("expected_by", "theories of which it supports a required part"),
      column("unexpected_by", "theories of which it challenges a required part"),
      column("both_ways", "theories of which it does both", shown: false),
      column("says_nothing_of", "theories of which it does neither"),
      column("discriminates", "whether it tells the theories apart"),
      column(
        "speaks_for", "theories that it favours where it tells them apart, or `none of these`"),
      column("parts", "the parts it bears on, by configuration", shown: false),
      column("undated", "items that AS OF left out for want of a date", shown: false),
    ] + StatementColumns.rules
  }

  private static func column(
    _ name: Text, _ meaning: Text, shown: Bool = true
  ) -> ExtensionColumn {
    StatementColumns.column(name, meaning, shown: shown)
  }

  func rows(_ comparison: RivalComparison, rules: Rules) -> [[Value]] {
    comparison.items.map { item in
      [
        StatementColumns.cell(by), .text(item.id), .text(item.statement),
        names(item.voices.map(\.name)), names(comparison.theories(.expected, item)),
        names(comparison.theories(.unexpected, item)), names(comparison.theories(.both, item)),
        names(comparison.theories(.saysNothing, item)), .boolean(item.discriminates),
        names(comparison.favoured(by: item)), StatementColumns.list(item.parts.flatMap(\.self)),
        names(undated),
      ] + StatementColumns.cell(rules)
    }
  }

  private func names(_ ids: [Text]) -> Value { StatementColumns.names(ids.map(\.string)) }
}
