import PropertyGraph

/// RFC 4180: a header, CRLF after every record, quotes where a field needs them.
///
/// Null is an empty field and the empty text is `""`, so that they can be told apart (in a table
/// of one column both are `""`, for an empty line would be no record). A node is its `id` where it
/// has one; lists, maps and other entities are JSON in the protocol's notation.
///
/// A text whose first character, after white space, is one of `= + - @` or their full-width forms,
/// or which begins with a tab or carriage return, is written with an apostrophe before it, because
/// spreadsheets run such a field as a formula; see ``TableOptions/guardsFormulas``.
struct CSVTableEncoder: TableEncoder {
  private let columns: [Text]
  private let graph: (any GraphAccess)?
  private let guardsFormulas: Bool

  init(columns: [Text], graph: (any GraphAccess)?, options: TableOptions) {
    self.columns = columns
    self.graph = graph
    guardsFormulas = options.guardsFormulas
  }

  mutating func begin(_ output: inout [UInt8]) {
    guard !columns.isEmpty else { return }
    append(columns.map(Value.text), to: &output)
  }

  mutating func append(_ row: [Value], to output: inout [UInt8]) {
    guard !columns.isEmpty else { return }
    for (index, value) in row.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(value, to: &output)
    }
    output.append(contentsOf: "\r\n".utf8)
  }

  mutating func end(_ output: inout [UInt8]) {}

  private func append(_ value: Value, to output: inout [UInt8]) {
    switch value {
    case .null: if columns.count == 1 { output.append(contentsOf: "\"\"".utf8) }
    case .boolean, .integer: JSONWriter.append(value, to: &output)
    case .float(let double): output.append(contentsOf: CellFormatter.number(double).utf8)
    case .text(let text): append(text, to: &output)
    case .temporal(let temporal): append(temporal.isoText, guarded: false, to: &output)
    case .node(let row):
      if case .text(let id)? = graph?.properties(of: row)["id"] {
        append(id, to: &output)
      } else {
        append(JSONWriter.text(value, graph: graph), guarded: false, to: &output)
      }
    case .list, .map, .relationship, .path:
      append(JSONWriter.text(value, graph: graph), guarded: false, to: &output)
    }
  }

  private func append(_ text: Text, guarded: Bool = true, to output: inout [UInt8]) {
    let isFormula = guarded && guardsFormulas && Self.looksLikeFormula(text)
    let needsQuotes =
      text.isEmpty || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
      || text.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
      }
    let quote = UInt8(ascii: "\"")
    if needsQuotes { output.append(quote) }
    if isFormula { output.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    if needsQuotes { output.append(quote) }
  }

  private static func looksLikeFormula(_ text: Text) -> Bool {
    switch text.utf8.first {
    case 0x09, 0x0D: return true
    default: break
    }
    let first = text.string.unicodeScalars.first { !$0.properties.isWhitespace }
    switch first {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    default: return false
    }
  }
}
