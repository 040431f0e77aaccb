import Diagnostics

/// A small table in plain text: a header, a rule, and rows whose cells fold at commas.
struct TextGrid {
  private let cells: [[String]]
  private let widest = 24

  init(_ cells: [[String]]) { self.cells = cells }

  func lines(indent: Int) -> [String] {
    let folded = cells.map { $0.map(fold) }
    let count = cells.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      folded.flatMap { column < $0.count ? $0[column] : [] }.map(DisplayWidth.of).max() ?? 0
    }
    var lines: [String] = []
    for (number, row) in folded.enumerated() {
      for line in 0..<(row.map(\.count).max() ?? 0) {
        let texts = row.enumerated().map { column, cell in
          let text = line < cell.count ? cell[line] : ""
          return text + spaces(widths[column] - DisplayWidth.of(text))
        }
        lines.append(trimmed(spaces(indent) + texts.joined(separator: "  ")))
      }
      if number == 0 {
        lines.append(
          spaces(indent)
            + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      }
    }
    return lines
  }

  private func fold(_ cell: String) -> [String] {
    var lines = [""]
    for word in cell.split(separator: " ") {
      let last = lines[lines.count - 1]
      if !last.isEmpty, last.hasSuffix(","), DisplayWidth.of("\(last) \(word)") > widest {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
      }
    }
    return lines
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
