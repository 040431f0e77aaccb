import Diagnostics

/// Folds a text into lines of a given width, measured in terminal cells, which serves a label in a
/// figure as well as a cell of a table.
enum TextWrapper {
  /// The lines: broken at white space, after hyphens and slashes of long words, and elsewhere in a
  /// word only where the piece alone is wider than the line. Line breaks of the text are kept. Never empty. O(length).
  static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    for paragraph in VisibleText.lines(of: text) {
      lines += wrap(paragraph: paragraph, width: width)
    }
    return lines
  }

  /// The lines of ``wrap(_:width:)``, narrowed as far as their number allows, so that no line ends
  /// up with one short word.
  static func balanced(_ text: String, width: Int) -> [String] {
    var best = wrap(text, width: width)
    guard best.count > 1, best.count <= 12 else { return best }
    // No narrower than the widest word, lest a word be cut that fitted before.
    var low = min(width, best.flatMap { $0.split(separator: " ") }.map(cells).max() ?? 1)
    var high = width
    while low < high {
      let middle = (low + high) / 2
      let lines = wrap(text, width: middle)
      if lines.count <= best.count {
        best = lines
        high = middle
      } else {
        low = middle + 1
      }
    }
    return best
  }

  private static func cells(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) }
  }

  private static func wrap(paragraph: Substring, width: Int) -> [String] {
    var filler = LineFiller(width: width)
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: true) {
      var isFirst = true
      // Short words are kept whole even if they have a hyphen.
      let isLong = cells(word) > width / 2
      for piece in isLong ? pieces(of: word) : [word] {
        filler.add(piece, after: isFirst ? " " : "")
        isFirst = false
      }
    }
    return filler.finished()
  }

  /// A word cut after each hyphen or slash that has something on both sides.
  private static func pieces(of word: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = word.startIndex
    var index = word.startIndex
    while index < word.endIndex {
      let next = word.index(after: index)
      let isBreak = word[index] == "-" || word[index] == "/"
      if isBreak, next < word.endIndex, index > start {
        pieces.append(word[start..<next])
        start = next
      }
      index = next
    }
    pieces.append(word[start...])
    return pieces
  }
}

/// Fills one line after the other.
private struct LineFiller {
  let width: Int
  private var lines: [String] = []
  private var line = ""
  private var used = 0

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ piece: Substring, after separator: String) {
    let size = piece.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) }
    let gap = line.isEmpty ? 0 : separator.utf8.count
    if used + gap + size <= width {
      append(gap > 0 ? separator + piece : String(piece), size: gap + size)
      return
    }
    if !line.isEmpty { close() }
    if size <= width {
      append(String(piece), size: size)
      return
    }
    for character in piece {
      let text = String(character)
      let cells = DisplayWidth.of(text)
      if used + cells > width, !line.isEmpty { close() }
      append(text, size: cells)
    }
  }

  mutating func finished() -> [String] {
    if !line.isEmpty || lines.isEmpty { close() }
    return lines
  }

  private mutating func append(_ text: String, size: Int) {
    line += text
    used += size
  }

  private mutating func close() {
    lines.append(line)
    line = ""
    used = 0
  }
}
