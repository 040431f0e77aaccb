/// A word of a statement as completion sees it: rougher than the lexer, and never at a loss.
struct QueryWord: Hashable {
  enum Kind: Hashable {
    case name, number, symbol, parameter
    /// A text in quotes; `isOpen`: it has not been closed.
    case text(isOpen: Bool)
    /// A name in back quotes.
    case quotedName
    /// A comment that has not been closed.
    case openComment
  }

  var kind: Kind
  var text: String
  /// Offset in Unicode scalars.
  var start: Int
  /// Behind its last scalar.
  var end: Int

  var upper: String { kind == .name ? text.uppercased() : text }
  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
}

/// Cuts a statement into words, up to where somebody is typing.
enum QueryWords {
  static func of(_ text: String) -> [QueryWord] {
    let scalars = Array(text.unicodeScalars)
    var words: [QueryWord] = []
    var index = 0
    func take(_ kind: QueryWord.Kind, to end: Int) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[index..<end])
      words.append(QueryWord(kind: kind, text: String(view), start: index, end: end))
      index = end
    }
    func run(from start: Int, while isPart: (Unicode.Scalar) -> Bool) -> Int {
      scalars[start...].firstIndex { !isPart($0) } ?? scalars.count
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "'", "\"":
        let (end, isOpen) = closing(scalar, in: scalars, from: index + 1)
        take(.text(isOpen: isOpen), to: end)
      case "`":
        take(.quotedName, to: closing(scalar, in: scalars, from: index + 1).end)
      case "/" where next == "/":
        let end = run(from: index) { $0 != "\n" }
        if end == scalars.count { take(.openComment, to: end) } else { index = end }
      case "/" where next == "*":
        var end = index + 2
        while end < scalars.count,
          !(scalars[end] == "/" && scalars[end - 1] == "*" && end > index + 2)
        {
          end += 1
        }
        if end == scalars.count { take(.openComment, to: end) } else { index = end + 1 }
      case "$": take(.parameter, to: run(from: index + 1, while: isNamePart))
      case "0"..."9":
        take(.number, to: run(from: index) { isNamePart($0) })
      case _ where isNamePart(scalar): take(.name, to: run(from: index, while: isNamePart))
      case _ where scalar.properties.isWhitespace: index += 1
      default: take(.symbol, to: index + 1)
      }
    }
    return words
  }

  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func closing(
    _ quote: Unicode.Scalar, in scalars: [Unicode.Scalar], from start: Int
  ) -> (end: Int, isOpen: Bool) {
    var index = start
    while index < scalars.count {
      if scalars[index] == quote { return (index + 1, false) }
      index += scalars[index] == "\\" && quote != "`" ? 2 : 1
    }
    return (scalars.count, true)
  }
}
