import Diagnostics
import PropertyGraph

/// Columns aligned for a terminal. Where the table is wider than the terminal the widest columns
/// are narrowed and their texts wrapped, and a thin line parts the rows.
struct TerminalTableEncoder: TableEncoder {
  /// Rows that are looked at before the widths are fixed.
  static let sampledRows = 1_000

  private let columns: [Text]
  private let options: TableOptions
  private let cells: CellFormatter
  private var waiting: [[Value]] = []
  private var layout: TerminalLayout?
  /// The columns that are written.
  private var shown: [Int]

  init(columns: [Text], graph: (any GraphAccess)?, options: TableOptions) {
    self.columns = columns
    self.options = options
    cells = CellFormatter(graph: graph, nullText: options.nullText)
    shown = Array(columns.indices)
  }

  var hiddenColumns: Int { columns.count - shown.count }

  mutating func begin(_ output: inout [UInt8]) {}

  mutating func append(_ row: [Value], to output: inout [UInt8]) {
    guard !columns.isEmpty else { return }
    if var current = layout {
      current.append(shown.map { cells.text(of: row[$0]) }, to: &output)
      layout = current
      return
    }
    waiting.append(row)
    if waiting.count == Self.sampledRows { flush(&output) }
  }

  mutating func end(_ output: inout [UInt8]) {
    guard !columns.isEmpty else { return }
    guard layout == nil else { return }
    let isEmpty = waiting.isEmpty
    flush(&output)
    if isEmpty { output.append(contentsOf: "(no rows)\n".utf8) }
  }

  private mutating func flush(_ output: inout [UInt8]) {
    var texts = waiting.map { $0.map(cells.text) }
    if options.hidesColumns, let width = options.width {
      let isEmpty = columns.indices.map { column in
        !waiting.isEmpty && waiting.allSatisfy { $0[column].isNull }
      }
      shown = ColumnChoice(names: columns.map(\.string), sample: texts, width: width)
        .columns(leavingOutFirst: isEmpty)
      if hiddenColumns > 0 { texts = texts.map { row in shown.map { row[$0] } } }
    }
    let isNumeric = shown.map { column in
      let values = waiting.lazy.map { $0[column] }.filter { !$0.isNull }
      return !values.isEmpty && values.allSatisfy(CellFormatter.isNumber)
    }
    var layout = TerminalLayout(
      names: shown.map { columns[$0].string }, sample: texts, isNumeric: isNumeric, options: options
    )
    layout.appendHead(to: &output)
    for row in texts { layout.append(row, to: &output) }
    self.layout = layout
    waiting = []
  }
}

/// Widths, and rows set into them.
struct TerminalLayout {
  static let gap = 2
  private static let narrowest = 8

  private let names: [String]
  private let widths: [Int]
  private let isNumeric: [Bool]
  /// Whether some text is wrapped, so that rows need a line between them.
  private let isWrapped: Bool
  private let color: Bool
  private var isFirstRow = true

  init(names: [String], sample: [[String]], isNumeric: [Bool], options: TableOptions) {
    self.names = names
    self.isNumeric = isNumeric
    color = options.color
    let natural = Self.natural(names: names, sample: sample)
    let gaps = Self.gap * max(0, natural.count - 1)
    widths = options.width.map { Self.narrowed(natural, to: $0 - gaps) } ?? natural
    isWrapped =
      widths != natural || sample.contains { $0.contains { VisibleText.lines(of: $0).count > 1 } }
  }

  mutating func appendHead(to output: inout [UInt8]) {
    line(names, isHead: true, to: &output)
    rule("\u{2500}", to: &output)
  }

  mutating func append(_ row: [String], to output: inout [UInt8]) {
    if isWrapped, !isFirstRow { rule("\u{2508}", to: &output) }
    isFirstRow = false
    line(row, isHead: false, to: &output)
  }

  /// The widths that the columns would like to have.
  static func natural(names: [String], sample: [[String]]) -> [Int] {
    var natural = names.map(Self.width)
    for row in sample {
      for (column, text) in row.enumerated() {
        natural[column] = max(natural[column], Self.width(text))
      }
    }
    return natural
  }

  /// The widest line of a text.
  static func width(_ text: String) -> Int {
    VisibleText.lines(of: text).reduce(0) { max($0, DisplayWidth.of(String($1))) }
  }

  /// Takes from the widest columns until all fit: every column keeps what it needs up to a common
  /// ceiling, the largest that fits.
  private static func narrowed(_ natural: [Int], to width: Int) -> [Int] {
    var ceiling = natural.max() ?? 0
    let total = { (ceiling: Int) in natural.reduce(0) { $0 + min($1, ceiling) } }
    guard total(ceiling) > width else { return natural }
    var low = narrowest
    while low < ceiling {
      let middle = (low + ceiling + 1) / 2
      if total(middle) <= width { low = middle } else { ceiling = middle - 1 }
    }
    var widths = natural.map { min($0, low) }
    // What the ceiling leaves over goes to the columns it cut, from the left.
    var spare = width - widths.reduce(0, +)
    for column in widths.indices where spare > 0 && widths[column] < natural[column] {
      widths[column] += 1
      spare -= 1
    }
    return widths
  }

  private func line(_ texts: [String], isHead: Bool, to output: inout [UInt8]) {
    let folded = zip(texts, widths).map { text, width in
      Self.width(text) <= width
        ? VisibleText.lines(of: text).map(String.init) : TextWrapper.wrap(text, width: width)
    }
    let height = folded.reduce(1) { max($0, $1.count) }
    for index in 0..<height {
      // Spaces are written only before a text, so that no line ends in them.
      var line = ""
      var pending = 0
      for (column, lines) in folded.enumerated() {
        let text = index < lines.count ? lines[index] : ""
        let padding = max(0, widths[column] - DisplayWidth.of(text))
        if isNumeric[column] { pending += padding }
        if !text.isEmpty {
          line +=
            String(repeating: " ", count: pending)
            + paint(text, isHead ? "1" : verdictColor(texts[column], column))
          pending = 0
        }
        if !isNumeric[column] { pending += padding }
        pending += Self.gap
      }
      output.append(contentsOf: line.utf8)
      output.append(UInt8(ascii: "\n"))
    }
  }

  private func rule(_ dash: String, to output: inout [UInt8]) {
    let line = widths.map { String(repeating: dash, count: $0) }
      .joined(separator: String(repeating: " ", count: Self.gap))
    output.append(contentsOf: line.utf8)
    output.append(UInt8(ascii: "\n"))
  }

  /// Verdicts in the colour of their first words; the words say the same.
  private func verdictColor(_ text: String, _ column: Int) -> String? {
    guard names[column] == "verdict" || names[column].hasSuffix("_verdict") else { return nil }
    let colors = [
      ("strongly supported", "1;32"), ("supported", "32"), ("assembled", "32"), ("thin", "2"),
      ("contested", "33"), ("challenged", "31"), ("untested", "2"), ("espoused only", "35"),
    ]
    return colors.first { text.hasPrefix($0.0) }?.1
  }

  private func paint(_ text: String, _ code: String?) -> String {
    guard color, let code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
