/// A page of the documentation as a test reads it: files that it shows and sessions that it plays.
///
/// A fenced block is a file when the line before it is its name in bold code, as in
/// **`Graph/study.yaml`**. A block that begins with `console` is a session in the form of a
/// ``Transcript``; a word after `console` is a program without which it is not played.
struct DocumentationPage {
  enum Content {
    case file(name: String)
    case session(needs: String?)
  }

  /// A fenced block that the tests care for; the lines between its fences.
  struct Block {
    var content: Content
    var lines: Range<Int>
  }

  var lines: [String]
  var blocks: [Block]

  init(text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    blocks = []
    var start: Int?
    var content: Content?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      if let first = start {
        if let content { blocks.append(Block(content: content, lines: first..<number)) }
        start = nil
      } else {
        start = number + 1
        content = Self.content(of: line, after: lines[..<number])
      }
    }
  }

  private static func content(of fence: String, after lines: ArraySlice<String>) -> Content? {
    let words = fence.dropFirst(3).split(separator: " ")
    if words.first == "console" {
      return .session(needs: words.count > 1 ? String(words[1]) : nil)
    }
    guard let title = lines.last(where: { !$0.isEmpty }), title.hasPrefix("**`"),
      title.hasSuffix("`**"), title.count > 6
    else { return nil }
    return .file(name: String(title.dropFirst(3).dropLast(3)))
  }

  /// The page that stands ready before this one begins: `<!-- begins with: Tutorial.md -->`.
  var beginning: String? {
    let mark = "<!-- begins with: "
    return lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count).dropLast(4)) }
  }

  func text(of block: Block) -> String {
    lines[block.lines].map { $0 + "\n" }.joined()
  }

  /// Names and texts of the files it shows; a name that comes again is the file changed.
  var files: [(name: String, text: String)] {
    blocks.compactMap { block in
      guard case .file(let name) = block.content else { return nil }
      return (name, text(of: block))
    }
  }

  /// Whether what is printed is what the page shows. `…` alone on a line stands for any lines,
  /// at the end of a line for the rest of it.
  static func shows(_ shown: String, _ printed: String) -> Bool {
    func lines(_ text: String) -> ArraySlice<Substring> {
      text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    }
    return shows(lines(shown), lines(printed))
  }

  private static func shows(
    _ shown: ArraySlice<Substring>, _ printed: ArraySlice<Substring>
  ) -> Bool {
    guard let first = shown.first else { return printed.isEmpty }
    let rest = shown.dropFirst()
    if first == "…" {
      // How a command ended is never left out.
      let end = printed.firstIndex { $0.hasPrefix("[") && Int($0.dropFirst().dropLast()) != nil }
      return (printed.startIndex...(end ?? printed.endIndex)).contains {
        shows(rest, printed[$0...])
      }
    }
    guard let line = printed.first else { return false }
    let isEqual = first == line || first.hasSuffix(" …") && line.hasPrefix(first.dropLast(2))
    return isEqual && shows(rest, printed.dropFirst())
  }
}
