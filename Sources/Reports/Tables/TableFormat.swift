/// How a table is written; the words that `--format` takes.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  /// Columns aligned for a terminal, long texts wrapped.
  case table
  /// A pipe table, as GitHub and pandoc read it.
  case markdown
  /// RFC 4180: CRLF, quotes doubled.
  case csv
  /// One array of objects.
  case json
  /// One object a line.
  case jsonl
}

/// What a person may choose about a table.
public struct TableOptions: Sendable {
  /// Cells of the terminal; `nil`: lines as long as they need to be. Only `table` looks at it.
  public var width: Int?
  /// Whether to use terminal colours. Colour is never the only signal. Only `table` looks at it.
  public var color: Bool
  /// What stands for null in `table` and `markdown`.
  public var nullText: String
  /// Whether `csv` writes a text that a spreadsheet would run as a formula with an apostrophe
  /// before it (OWASP, "CSV injection"). Numbers are never touched. Turn it off for a program that
  /// reads the texts back.
  public var guardsFormulas: Bool
  /// Whether `table` leaves columns out that `width` has no room for, rather than make all of them
  /// too narrow to be read: first those that hold nothing, then from the right.
  public var hidesColumns: Bool

  /// The defaults suit a file.
  public init(
    width: Int? = nil, color: Bool = false, nullText: String = "null", guardsFormulas: Bool = true,
    hidesColumns: Bool = false
  ) {
    self.width = width
    self.color = color
    self.nullText = nullText
    self.guardsFormulas = guardsFormulas
    self.hidesColumns = hidesColumns
  }
}
