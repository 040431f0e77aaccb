/// One token of a query: what it is and the bytes of the source it covers.
public struct Token: Sendable, Hashable {
  /// The kinds of token. Arrows and ranges of patterns are put together by the parser, because
  /// openCypher allows white space inside an arrow.
  public enum Kind: UInt8, Sendable, Hashable {
    /// A keyword or an unquoted name; which of the two is for the grammar to say.
    case word
    /// A name in back quotes.
    case quotedName
    /// `$name` or `$0`.
    case parameter
    /// A text in single or double quotes.
    case string
    /// Decimal, hexadecimal or octal.
    case integer
    /// With a fraction or an exponent.
    case float
    case leftParenthesis, rightParenthesis
    case leftBracket, rightBracket
    case leftBrace, rightBrace
    case comma, semicolon, colon, dot, range, bar
    case plus, minus, star, slash, percent, caret
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    /// `=~`.
    case matches
    /// `+=`.
    case plusEqual
    /// A dash other than `-`, which openCypher allows in arrows and nowhere else.
    case patternDash
    /// A left arrow head other than `<`.
    case patternLeftHead
    /// A right arrow head other than `>`.
    case patternRightHead
    /// Bytes that are no token; the lexer keeps the reason.
    case invalid
    /// The end of the statement.
    case endOfText
  }

  /// What it is.
  public let kind: Kind
  /// Which keyword the word would be; `nil` for an ordinary name and every other kind.
  let keyword: Keyword?
  /// The bytes of the source it covers.
  public let span: Span

  init(_ kind: Kind, _ span: Span, keyword: Keyword? = nil) {
    self.kind = kind
    self.keyword = keyword
    self.span = span
  }

  /// Whether it is a word or a name in back quotes.
  var isName: Bool { kind == .word || kind == .quotedName }

  /// Whether it may name a variable or a function: the words that openCypher reserves may not,
  /// unless they stand in back quotes.
  var isFreeName: Bool {
    switch kind {
    case .quotedName: true
    case .word: !(keyword?.isReserved ?? false)
    default: false
    }
  }

  /// Whether it may be a dash of an arrow.
  var isDash: Bool { kind == .minus || kind == .patternDash }
  /// Whether it may be the left head of an arrow.
  var isLeftHead: Bool { kind == .less || kind == .patternLeftHead }
  /// Whether it may be the right head of an arrow.
  var isRightHead: Bool { kind == .greater || kind == .patternRightHead }
}
