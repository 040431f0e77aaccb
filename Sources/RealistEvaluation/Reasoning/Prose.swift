import Diagnostics

/// Lines of plain text, folded at a width that a terminal and a printed page both have.
struct Prose {
  private(set) var lines: [String] = []
  private let width = 96

  /// A line, folded at words; what follows the first line hangs two further in.
  mutating func add(_ text: String, indent: Int = 0) {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" })
    guard !words.isEmpty else { return }
    var line = String(repeating: " ", count: indent)
    var used = indent
    var isFirst = true
    for word in words {
      let cells = DisplayWidth.of(String(word))
      if !isFirst, used + 1 + cells > width {
        lines.append(line)
        line = String(repeating: " ", count: indent + 2) + word
        used = indent + 2 + cells
        continue
      }
      line += isFirst ? String(word) : " \(word)"
      used += cells + (isFirst ? 0 : 1)
      isFirst = false
    }
    lines.append(line)
  }

  /// A line as it is.
  mutating func addVerbatim(_ line: String) { lines.append(line) }

  /// An empty line, unless there is one.
  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}
