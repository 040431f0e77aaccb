/// Graphviz reads a text up to three times: as a quoted string, as an escape string (`\N` is the
/// node's name, `\l` a line break) and as HTML (`&lt;`, and tags in HTML-like labels). Here every
/// text is written so that each of these readings gives it back.
enum DOTEscape {
  /// A name, or a word of Graphviz: bare where the grammar allows it, else in quotes. Different
  /// names stay different, unless they differ in control characters only.
  static func name(_ name: String) -> String {
    if isBare(name) { return name }
    return "\"\(escaped(name, lineBreak: "\\n"))\""
  }

  /// A label or address in quotes.
  static func label(_ text: String, alignment: DOTAlignment) -> String {
    let lineBreak =
      switch alignment {
      case .left: "\\l"
      case .center: "\\n"
      case .right: "\\r"
      }
    // Graphviz aligns a line by the break after it, so the last line needs one too.
    let end = alignment == .center || text.isEmpty ? "" : lineBreak
    return "\"\(escaped(text, lineBreak: lineBreak))\(end)\""
  }

  /// A tooltip in quotes.
  static func tooltip(_ text: String) -> String {
    // Graphviz 2.4x reads the escapes of a tooltip twice over (seen, not documented), so a
    // backslash is written four times; a version that reads them once shows two.
    "\"\(escaped(text, lineBreak: "\\n", backslash: #"\\\\"#))\""
  }

  /// A number without exponent, at most three decimals.
  static func number(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "0" }
    let thousandths = Int64((number * 1_000).rounded())
    let sign = thousandths < 0 ? "-" : ""
    let whole = abs(thousandths) / 1_000
    var rest = String(abs(thousandths) % 1_000)
    if rest == "0" { return "\(sign)\(whole)" }
    rest = String(repeating: "0", count: 3 - rest.utf8.count) + rest
    while rest.utf8.last == UInt8(ascii: "0") { rest.removeLast() }
    return "\(sign)\(whole).\(rest)"
  }

  /// An HTML-like label without its angle brackets.
  static func markup(_ pieces: [DOTMarkup]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let content, let style): text += styled(content, style)
      case .lineBreak(let alignment):
        text += alignment == .center ? "<br/>" : "<br align=\"\(alignment.rawValue)\"/>"
      case .table(let table): text += self.table(table)
      }
    }
    // Graphviz refuses a label, or a cell, that is empty.
    return text.isEmpty ? " " : text
  }

  // MARK: HTML-like labels

  private static func table(_ table: DOTTable) -> String {
    let head =
      "<table border=\"0\" cellborder=\"0\" cellspacing=\"\(table.spacing)\" "
      + "cellpadding=\"\(table.padding)\">"
    let rows = table.rows.filter { !$0.isEmpty }.map { row in
      "<tr>\(row.map(cell).joined())</tr>"
    }
    return head + (rows.isEmpty ? "<tr><td> </td></tr>" : rows.joined()) + "</table>"
  }

  private static func cell(_ cell: DOTCell) -> String {
    var attributes =
      " align=\"\(cell.alignment.rawValue)\" balign=\"\(cell.alignment.rawValue)\""
    if cell.span > 1 { attributes += " colspan=\"\(cell.span)\"" }
    if let background = cell.background { attributes += " bgcolor=\"\(xml(background))\"" }
    if let border = cell.border { attributes += " border=\"1\" color=\"\(xml(border))\"" }
    return "<td\(attributes)>\(markup(cell.content))</td>"
  }

  private static func styled(_ content: String, _ style: DOTTextStyle) -> String {
    guard !content.isEmpty else { return "" }
    var text = spaced(xml(VisibleText.onOneLine(content)))
    if style.isItalic { text = "<i>\(text)</i>" }
    if style.isBold { text = "<b>\(text)</b>" }
    var font = ""
    if let color = style.color { font += " color=\"\(xml(color))\"" }
    if let size = style.size { font += " point-size=\"\(number(size))\"" }
    return font.isEmpty ? text : "<font\(font)>\(text)</font>"
  }

  /// Spaces at the ends and all but one of a run made to last: Graphviz measures them, and browsers
  /// would drop them from the SVG.
  private static func spaced(_ text: String) -> String {
    var spaced = ""
    var wasSpace = true
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " "
      if isSpace, wasSpace { spaced += "&#160;" } else { spaced.unicodeScalars.append(scalar) }
      wasSpace = isSpace
    }
    if spaced.utf8.last == UInt8(ascii: " ") { spaced = spaced.dropLast() + "&#160;" }
    return spaced
  }

  private static func xml(_ text: String) -> String {
    // Graphviz drops line breaks within HTML-like labels.
    var escaped = LongText(lineBreak: "\n", capacity: text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append("&amp;")
      case "<": escaped.append("&lt;")
      case ">": escaped.append("&gt;")
      case "\"": escaped.append("&quot;")
      case "'": escaped.append("&#39;")
      // HTML-like labels are escape strings as well: `\N` would be the name of the node.
      case "\\": escaped.append(#"\\"#)
      default: escaped.append(scalar)
      }
    }
    return escaped.text
  }

  // MARK: Quoted strings

  private static func escaped(
    _ text: String, lineBreak: String, backslash: String = #"\\"#
  ) -> String {
    // A backslash at the end of a line joins the line to the next.
    var escaped = LongText(lineBreak: "\\\n", capacity: text.utf8.count)
    for scalar in VisibleText.of(text).unicodeScalars {
      switch scalar {
      case "\"": escaped.append(#"\""#)
      case "\\": escaped.append(backslash)
      case "\n": escaped.append(lineBreak)
      case "&": escaped.append("&amp;")
      default: escaped.append(scalar)
      }
    }
    return escaped.text
  }

  /// Words that the grammar takes for itself, in any case.
  private static let keywords = ["node", "edge", "graph", "digraph", "subgraph", "strict"]

  private static func isBare(_ name: String) -> Bool {
    guard let first = name.utf8.first, !keywords.contains(name.lowercased()) else { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    return isLetter(first) && name.utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }
}

/// Collects an escaped text, folded so that no line of it is longer than Graphviz can scan (16 KiB
/// at a time).
private struct LongText {
  private static let longestLine = 8_000

  private(set) var text = ""
  private let lineBreak: String
  private var lineLength = 0

  init(lineBreak: String, capacity: Int) {
    self.lineBreak = lineBreak
    text.reserveCapacity(capacity + capacity / 8)
  }

  mutating func append(_ piece: String) {
    fold()
    text += piece
    lineLength += piece.utf8.count
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    fold()
    text.unicodeScalars.append(scalar)
    lineLength += 4
  }

  private mutating func fold() {
    guard lineLength > Self.longestLine else { return }
    text += lineBreak
    lineLength = 0
  }
}
