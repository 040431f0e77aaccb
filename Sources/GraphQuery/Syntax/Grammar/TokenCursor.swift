public import Diagnostics
public import PropertyGraph

/// A place in the tokens of one statement, and the parser that moves it. The grammar's rules are
/// extensions of this type, so that a ``StatementExtension`` parses its arguments with the very
/// same means as the core.
///
/// Look-ahead is bounded: no rule is tried and taken back, so parsing is linear in the tokens.
public struct TokenCursor {
  /// The text being parsed; spans count its bytes.
  public let source: SourceText

  let extensions: [any StatementExtension]
  let literals: LiteralDecoder
  private let tokens: [Token]
  private let pairs: BracketPairs
  private let problems: [(span: Span, diagnostic: Diagnostic)]

  /// The index of the token the cursor stands at.
  private(set) var index = 0
  /// How many rules that can contain themselves are open; the statement's own query is not counted.
  private var depth = -SyntaxLimits.subqueryWeight
  /// Height of the tallest tree finished since the enclosing rule set it to zero. A chain such as
  /// `1 + 1 + ...` is a deep tree without being a deep recursion, and must be bounded too.
  var height = 0

  init(source: SourceText, range: Span, extensions: [any StatementExtension]) {
    let output = Lexer.tokens(of: source, in: range)
    self.source = source
    self.extensions = extensions
    literals = LiteralDecoder(source: source)
    tokens = output.tokens
    pairs = BracketPairs(output.tokens)
    problems = output.problems
  }

  // MARK: - Looking

  /// The token at the cursor. At the end this is a token of kind `end`, again and again.
  public var current: Token { tokens[index] }

  /// A token further on.
  public func token(after distance: Int = 1) -> Token {
    tokens[min(index + distance, tokens.count - 1)]
  }

  /// Whether the statement is over: at its end or at a semicolon.
  public var isAtEnd: Bool { current.kind == .endOfText || current.kind == .semicolon }

  /// Whether the token at the cursor is of a kind.
  public func isAt(_ kind: Token.Kind) -> Bool { current.kind == kind }

  /// Whether the token at the cursor is an unquoted word, in upper or lower case.
  /// - Parameter word: The word in upper case, ASCII letters only.
  public func isAt(word: Text) -> Bool { isWord(word, at: index) }

  /// Whether the words at the cursor are these, such as `AT`, `SCALE`.
  public func isAt(words: [Text]) -> Bool {
    for (distance, word) in words.enumerated() {
      guard index + distance < tokens.count, isWord(word, at: index + distance) else {
        return false
      }
    }
    return !words.isEmpty
  }

  /// The token's text as written.
  public func text(of token: Token) -> Text { Text(utf8: source.bytes[token.span]) }

  /// Where the last token taken ended; the end of a clause that is parsed so far.
  public var endOfPrevious: Int {
    index > 0 ? tokens[index - 1].span.upperBound : current.span.lowerBound
  }

  func isAt(_ keyword: Keyword) -> Bool { current.keyword == keyword }

  func token(at index: Int) -> Token { tokens[min(index, tokens.count - 1)] }

  /// The index of the bracket that closes the one at `index`.
  func closing(_ index: Int) -> Int? { index < tokens.count ? pairs.closing(index) : nil }

  private func isWord(_ word: Text, at index: Int) -> Bool {
    guard tokens[index].kind == .word, tokens[index].span.count == word.utf8.count else {
      return false
    }
    return zip(source.bytes[tokens[index].span], word.utf8).allSatisfy { byte, expected in
      let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      return (isLower ? byte & 0xDF : byte) == expected
    }
  }

  // MARK: - Moving

  /// Takes the token at the cursor and moves to the next.
  @discardableResult
  public mutating func advance() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  /// Takes the token at the cursor if it is of a kind.
  public mutating func accept(_ kind: Token.Kind) -> Bool {
    guard isAt(kind) else { return false }
    advance()
    return true
  }

  /// Takes the words at the cursor if they are these.
  public mutating func accept(words: Text...) -> Bool {
    guard isAt(words: words) else { return false }
    for _ in words { advance() }
    return true
  }

  /// Takes a token of a kind or says what was expected.
  @discardableResult
  public mutating func expect(
    _ kind: Token.Kind, _ expected: String
  ) throws(Diagnostic) -> Token {
    guard isAt(kind) else { throw unexpected(expected) }
    return advance()
  }

  /// Takes a word or says that it was expected.
  public mutating func expect(word: Text) throws(Diagnostic) {
    guard isAt(word: word) else {
      throw unexpected("`\(word)`", candidates: [word.string])
    }
    advance()
  }

  mutating func accept(_ keyword: Keyword) -> Bool {
    guard isAt(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ keyword: Keyword) throws(Diagnostic) {
    guard isAt(keyword) else {
      throw unexpected("`\(keyword.text)`", candidates: [keyword.text])
    }
    advance()
  }

  /// Moves to the first token that begins at or behind a byte of the source.
  mutating func advance(toByte offset: Int) {
    while index < tokens.count - 1, tokens[index].span.lowerBound < offset { index += 1 }
  }

  // MARK: - Errors

  /// The diagnostic for the token at the cursor.
  /// - Parameters:
  ///   - expected: What would have been right, as it goes on after "expected".
  ///   - candidates: Words that would have been right; one that looks like the word found is
  ///     suggested.
  public func unexpected(_ expected: String, candidates: [String] = []) -> Diagnostic {
    if current.kind == .invalid,
      let problem = problems.first(where: { $0.span == current.span })
    {
      return refusalOfSign() ?? problem.diagnostic
    }
    if let refusal = refusalOfSign() { return refusal }
    var diagnostic = SyntaxWording.unexpected(
      current, text: text(of: current).string, expected: expected, candidates: candidates
    ).at(current.span, in: source)
    if diagnostic.help == nil, let bracket = lastUnclosedBracket {
      diagnostic.help = SyntaxWording.unclosed(
        text(of: bracket).string, at: source.position(at: bracket.span.lowerBound))
    }
    return diagnostic
  }

  private var lastUnclosedBracket: Token? {
    let kinds: [Token.Kind] = [.leftParenthesis, .leftBracket, .leftBrace]
    return tokens.indices.prefix(index).last {
      kinds.contains(tokens[$0].kind) && pairs.closing($0) == nil
    }.map { tokens[$0] }
  }

  // MARK: - Depth

  /// Opens a rule that can contain itself. A rule that needs many calls for one level weighs more.
  mutating func enter(weight: Int = 1) throws(Diagnostic) {
    depth += weight
    if depth > SyntaxLimits.depth { throw tooDeep(current.span) }
  }

  /// Closes a rule opened with `enter()`.
  mutating func leave(weight: Int = 1) { depth -= weight }

  /// Counts one more level of tree above what has been parsed.
  mutating func grow(over span: Span) throws(Diagnostic) {
    height += 1
    if height > SyntaxLimits.depth { throw tooDeep(span) }
  }

  func tooDeep(_ span: Span) -> Diagnostic {
    SyntaxWording.nestingTooDeep().at(span, in: source)
  }
}

/// Bounds of what the parser takes.
enum SyntaxLimits {
  /// Levels of nested expressions.
  static let depth = 1_000
  /// What a nested query or path counts for, in levels of expressions: 100 of them may nest.
  static let subqueryWeight = 10
}
