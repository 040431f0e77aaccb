import Diagnostics

/// Cuts a query into tokens. It never fails: bytes that are no token become one of kind `invalid`
/// whose diagnostic is thrown only if the parser gets that far, so that of several mistakes the
/// first in the text is reported.
struct Lexer {
  /// What the lexer found.
  struct Output {
    /// The tokens, with one `end` token last.
    var tokens: [Token] = []
    /// What is wrong with each `invalid` token, in order of place.
    var problems: [(span: Span, diagnostic: Diagnostic)] = []
    /// Whether the text ends inside a string, a comment or a quoted name.
    var endsInside = false
  }

  let source: SourceText
  let bytes: ArraySlice<UInt8>
  var index: Int
  var output = Output()

  /// The tokens of a part of a source text. O(bytes).
  static func tokens(of source: SourceText, in range: Span) -> Output {
    var lexer = Lexer(source: source, range: range)
    lexer.run()
    return lexer.output
  }

  private init(source: SourceText, range: Span) {
    self.source = source
    bytes = source.bytes[range]
    index = range.lowerBound
    output.tokens.reserveCapacity(range.count / 4 + 2)
  }

  private mutating func run() {
    while index < bytes.endIndex {
      let start = index
      guard let (scalar, length) = CharacterClasses.scalar(at: index, in: bytes) else {
        index += 1
        while let next = byte(0), next & 0xC0 == 0x80 { index += 1 }
        fail(SyntaxWording.invalidEncoding(), from: start)
        continue
      }
      if CharacterClasses.isWhitespace(scalar) {
        index += length
      } else if CharacterClasses.startsName(scalar) {
        readWord()
      } else {
        readOther(scalar, length: length)
      }
    }
    output.tokens.append(Token(.endOfText, bytes.endIndex..<bytes.endIndex))
  }

  private mutating func readOther(_ scalar: Unicode.Scalar, length: Int) {
    let start = index
    switch scalar {
    case "0"..."9": readNumber()
    case "'", "\"": readString(quote: UInt8(truncatingIfNeeded: scalar.value))
    case "`": readQuotedName()
    case "$": readParameter()
    case "/" where byte(1) == UInt8(ascii: "/"): skipLineComment()
    case "/" where byte(1) == UInt8(ascii: "*"): skipBlockComment()
    case ".":
      if byte(1) == UInt8(ascii: ".") {
        add(.range, length: 2)
      } else if let next = byte(1), Self.isDigit(next) {
        readNumber()
      } else {
        add(.dot, length: 1)
      }
    default:
      if let (kind, length) = symbol(at: scalar) {
        add(kind, length: length)
      } else {
        index += length
        let next = byte(0)
        fail(SyntaxWording.invalidCharacter(scalar, followedBy: next), from: start)
      }
    }
  }

  private func symbol(at scalar: Unicode.Scalar) -> (Token.Kind, length: Int)? {
    let next = byte(1)
    switch scalar {
    case "(": return (.leftParenthesis, 1)
    case ")": return (.rightParenthesis, 1)
    case "[": return (.leftBracket, 1)
    case "]": return (.rightBracket, 1)
    case "{": return (.leftBrace, 1)
    case "}": return (.rightBrace, 1)
    case ",": return (.comma, 1)
    case ";": return (.semicolon, 1)
    case ":": return (.colon, 1)
    case "|": return (.bar, 1)
    case "+": return next == UInt8(ascii: "=") ? (.plusEqual, 2) : (.plus, 1)
    case "-": return (.minus, 1)
    case "*": return (.star, 1)
    case "/": return (.slash, 1)
    case "%": return (.percent, 1)
    case "^": return (.caret, 1)
    case "=": return next == UInt8(ascii: "~") ? (.matches, 2) : (.equal, 1)
    case "<":
      if next == UInt8(ascii: "=") { return (.lessOrEqual, 2) }
      return next == UInt8(ascii: ">") ? (.notEqual, 2) : (.less, 1)
    case ">": return next == UInt8(ascii: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
    default: break
    }
    let length = UTF8.width(scalar)
    if CharacterClasses.isPatternDash(scalar) { return (.patternDash, length) }
    if CharacterClasses.isPatternLeftHead(scalar) { return (.patternLeftHead, length) }
    if CharacterClasses.isPatternRightHead(scalar) { return (.patternRightHead, length) }
    return nil
  }

  // MARK: - Steps shared by the readers

  /// The byte at a distance from the current place; `nil` past the end.
  func byte(_ distance: Int) -> UInt8? {
    index + distance < bytes.endIndex ? bytes[index + distance] : nil
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  mutating func add(_ kind: Token.Kind, length: Int) {
    output.tokens.append(Token(kind, index..<index + length))
    index += length
  }

  /// Adds a token from `start` to the current place.
  mutating func add(_ kind: Token.Kind, from start: Int, keyword: Keyword? = nil) {
    output.tokens.append(Token(kind, start..<index, keyword: keyword))
  }

  /// Adds an invalid token from `start` to the current place.
  mutating func fail(_ diagnostic: Diagnostic, from start: Int, at span: Span? = nil) {
    output.tokens.append(Token(.invalid, start..<index))
    output.problems.append((start..<index, diagnostic.at(span ?? start..<index, in: source)))
  }
}
