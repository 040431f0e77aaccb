import Diagnostics
import PropertyGraph

/// Literals, variables, parentheses: what an expression is made of.
extension TokenCursor {
  mutating func parseAtom() throws(Diagnostic) -> Expression {
    switch current.kind {
    case .integer, .float: return try parseNumber(isNegative: false)
    case .string:
      let token = advance()
      return Expression(.literal(.text(try literals.string(token.span))), token.span)
    case .parameter:
      let token = advance()
      return Expression(.parameter(literals.name(token)), token.span)
    case .leftBracket: return try parseBracketed()
    case .leftBrace: return try parseMap()
    case .leftParenthesis: return try parseParenthesized()
    case .quotedName: return try parseNamed()
    case .word: return try parseWord()
    default: throw notAnExpression()
    }
  }

  /// A number with the sign that stood before it.
  mutating func parseNumber(isNegative: Bool) throws(Diagnostic) -> Expression {
    let token = advance()
    if token.kind == .integer {
      let value = try literals.integer(token.span, isNegative: isNegative)
      return Expression(.literal(.integer(value)), token.span)
    }
    let value = try literals.float(token.span)
    return Expression(.literal(.float(isNegative ? -value : value)), token.span)
  }

  private mutating func parseWord() throws(Diagnostic) -> Expression {
    let next = token().kind
    switch current.keyword {
    case .true: return Expression(.literal(.boolean(true)), advance().span)
    case .false: return Expression(.literal(.boolean(false)), advance().span)
    case .null: return Expression(.literal(.null), advance().span)
    case .case: return try parseCase()
    case .exists where next == .leftBrace, .count where next == .leftBrace:
      return try parseSubqueryExpression()
    case .count where next == .leftParenthesis && token(after: 2).kind == .star:
      return try parseCountAll()
    case .all where next == .leftParenthesis: return try parseQuantifier(.all)
    case .any where next == .leftParenthesis: return try parseQuantifier(.any)
    case .none? where next == .leftParenthesis: return try parseQuantifier(.none)
    case .single where next == .leftParenthesis: return try parseQuantifier(.single)
    case .reduce where next == .leftParenthesis: return try parseReduce()
    case .shortestPath where next == .leftParenthesis,
      .allShortestPaths where next == .leftParenthesis:
      let path = try parsePathPattern()
      return Expression(.shortestPath(path), path.span)
    default: return try parseNamed()
    }
  }

  /// A function call or a variable.
  private mutating func parseNamed() throws(Diagnostic) -> Expression {
    guard current.isFreeName else { throw notAnExpression() }
    if isAtCall { return try parseFunction() }
    let name = takeName()
    return Expression(.variable(name.text), name.span)
  }

  /// Whether a dotted name and an opening parenthesis stand here.
  private var isAtCall: Bool {
    var distance = 1
    while token(after: distance).kind == .dot, token(after: distance + 1).isName { distance += 2 }
    return token(after: distance).kind == .leftParenthesis
  }

  private mutating func parseFunction() throws(Diagnostic) -> Expression {
    let name = try parseDottedName("the name of a function")
    advance()
    let isDistinct = accept(.distinct)
    let arguments: [Expression]
    if isDistinct, isAt(.rightParenthesis) {
      throw unexpected("an expression after `DISTINCT`")
    } else {
      arguments = try parseArguments()
    }
    let span = name.span.lowerBound..<endOfPrevious
    try grow(over: span)
    return Expression(.function(name, arguments, isDistinct: isDistinct), span)
  }

  private mutating func parseCountAll() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    advance()
    advance()
    try expect(.rightParenthesis, "`)` after `count(*`")
    return Expression(.countAll, start..<endOfPrevious)
  }

  /// `(expression)`, or a pattern that begins with a node in parentheses.
  private mutating func parseParenthesized() throws(Diagnostic) -> Expression {
    if isRelationshipPattern(at: index) {
      let start = current.span.lowerBound
      let path = try parseBarePath(from: start)
      let span = start..<endOfPrevious
      try grow(over: span)
      return Expression(.pattern(path), span)
    }
    let start = advance().span.lowerBound
    let inner = try parseExpression()
    try expect(.rightParenthesis, "`)` to close the parenthesis, or an operator")
    return Expression(inner.kind, start..<endOfPrevious)
  }

  private func notAnExpression() -> Diagnostic {
    if isAt(.word), current.keyword?.isReserved ?? false,
      [.comma, .rightParenthesis, .dot, .rightBracket, .endOfText].contains(token().kind),
      !(current.keyword?.startsClause ?? false)
    {
      return reservedOrUnexpected("an expression")
    }
    if isAt(.not) { return SyntaxWording.notNeedsParentheses().at(current.span, in: source) }
    return unexpected("an expression")
  }
}
