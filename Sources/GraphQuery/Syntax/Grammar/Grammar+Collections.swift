import Diagnostics
import PropertyGraph

/// Lists, maps and comprehensions.
extension TokenCursor {
  /// A list, a list comprehension or a pattern comprehension, told apart before any is parsed.
  mutating func parseBracketed() throws(Diagnostic) -> Expression {
    if isListComprehension { return try parseListComprehension() }
    if isPatternComprehension { return try parsePatternComprehension() }
    return try parseList()
  }

  private mutating func parseList() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    var elements: [Expression] = []
    if !isAt(.rightBracket) {
      repeat { elements.append(try parseExpression()) } while accept(.comma)
    }
    try expect(.rightBracket, "`,` or `]` in the list")
    return try grown(.list(elements), from: start)
  }

  mutating func parseMap() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    var entries: [(key: Name, value: Expression)] = []
    if !isAt(.rightBrace) {
      repeat {
        let key = try parseMapKey()
        try expect(.colon, "`:` after the key `\(key.text)`")
        entries.append((key, try parseExpression()))
      } while accept(.comma)
    }
    try expect(.rightBrace, "`,` or `}` in the map")
    return try grown(.map(entries), from: start)
  }

  private mutating func parseMapKey() throws(Diagnostic) -> Name {
    if isAt(.string) {
      throw SyntaxWording.quotedMapKey(text(of: current).string).at(current.span, in: source)
    }
    // In this place what begins with a digit is a wrong name, not a wrong number.
    if isAt(.invalid) || isAt(.integer) || isAt(.float),
      CharacterClasses.isDigit(Unicode.Scalar(source.bytes[current.span.lowerBound]))
    {
      throw SyntaxWording.numericMapKey(text(of: current).string).at(current.span, in: source)
    }
    return try parseName("a key such as `name:`")
  }

  // MARK: - Comprehensions

  /// `[x IN list]`, `[x IN list WHERE predicate]`, `[x IN list | result]`. The first could be a
  /// list of one membership test; openCypher reads it as a comprehension, and only a comma tells.
  private var isListComprehension: Bool {
    guard token().isFreeName, token(after: 2).keyword == .in else { return false }
    var place = index + 3
    while true {
      switch token(at: place).kind {
      case .comma: return false
      case .bar, .rightBracket, .endOfText: return true
      case .word where token(at: place).keyword == .where && token(at: place - 1).kind != .dot:
        return true
      case .leftParenthesis, .leftBracket, .leftBrace:
        guard let end = closing(place) else { return true }
        place = end + 1
      default: place += 1
      }
    }
  }

  /// `[(a)-->(b) | result]`, `[path = (a)-->(b) WHERE predicate | result]`: the bar tells.
  private var isPatternComprehension: Bool {
    let hasVariable = token().isFreeName && token(after: 2).kind == .equal
    let first = index + (hasVariable ? 3 : 1)
    guard token(at: first).kind == .leftParenthesis, isRelationshipPattern(at: first),
      let end = closing(index)
    else { return false }
    var place = first
    while place < end {
      if token(at: place).kind == .bar { return true }
      place = (closing(place) ?? place) + 1
    }
    return false
  }

  private mutating func parseListComprehension() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    let (variable, list) = try parseIteration()
    let predicate = try parseWhere()
    let result = accept(.bar) ? try parseExpression() : nil
    try expect(.rightBracket, "`WHERE`, `|` or `]` in the list comprehension")
    return try grown(
      .listComprehension(variable: variable, list: list, predicate: predicate, result: result),
      from: start)
  }

  private mutating func parsePatternComprehension() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    let pathStart = current.span.lowerBound
    var variable: Name?
    if current.isFreeName {
      variable = takeName()
      advance()
    }
    var path = try parseBarePath(from: pathStart)
    path.variable = variable
    let predicate = try parseWhere()
    try expect(.bar, "`|` and what is collected")
    let result = try parseExpression()
    try expect(.rightBracket, "`]` to close the pattern comprehension")
    return try grown(
      .patternComprehension(path, predicate: predicate, result: result), from: start)
  }

  /// `x IN list`.
  mutating func parseIteration() throws(Diagnostic) -> (Name, Expression) {
    let variable = try parseVariable("a variable and `IN`")
    try expect(.in)
    return (variable, try parseExpression())
  }

  /// An expression from a byte of the source to what has been taken, one level above its parts.
  mutating func grown(_ kind: ExpressionKind, from start: Int) throws(Diagnostic) -> Expression {
    let span = start..<endOfPrevious
    try grow(over: span)
    return Expression(kind, span)
  }
}
