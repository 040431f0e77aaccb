import PropertyGraph

/// A pipe table. Nothing in a cell can end the cell, become markup or become HTML; line breaks are
/// `<br>`.
struct MarkdownTableEncoder: TableEncoder {
  private let columns: [Text]
  private let cells: CellFormatter
  /// The alignment of a column is known only when a value of it has been seen, and the line that
  /// says so stands before the first row.
  private var isWaitingForFirstRow = true

  init(columns: [Text], graph: (any GraphAccess)?, options: TableOptions) {
    self.columns = columns
    cells = CellFormatter(graph: graph, nullText: options.nullText)
  }

  mutating func begin(_ output: inout [UInt8]) {}

  mutating func append(_ row: [Value], to output: inout [UInt8]) {
    guard !columns.isEmpty else { return }
    if isWaitingForFirstRow { head(of: row, to: &output) }
    line(row.map(cells.text), to: &output)
  }

  mutating func end(_ output: inout [UInt8]) {
    if isWaitingForFirstRow, !columns.isEmpty { head(of: [], to: &output) }
  }

  private mutating func head(of row: [Value], to output: inout [UInt8]) {
    isWaitingForFirstRow = false
    line(columns.map(\.string), to: &output)
    for index in columns.indices {
      let isNumber = index < row.count && CellFormatter.isNumber(row[index])
      output.append(contentsOf: (isNumber ? "| ---: " : "| --- ").utf8)
    }
    output.append(contentsOf: "|\n".utf8)
  }

  private func line(_ texts: [String], to output: inout [UInt8]) {
    for text in texts {
      output.append(contentsOf: "| ".utf8)
      MarkdownEscape.append(text, to: &output)
      output.append(UInt8(ascii: " "))
    }
    output.append(contentsOf: "|\n".utf8)
  }
}

/// Text in Markdown, taken literally by GitHub and by pandoc.
enum MarkdownEscape {
  /// Appends a text for the inside of a table cell or a paragraph. O(length).
  static func append(_ text: String, to output: inout [UInt8]) {
    for byte in VisibleText.of(text).utf8 {
      switch byte {
      case UInt8(ascii: "\n"): output.append(contentsOf: "<br>".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "~"),
        UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "#"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      default: output.append(byte)
      }
    }
  }
}
