import Diagnostics
import PropertyGraph

/// Literals, variables, parentheses: what an expression is made of.
extension TokenCursor {
  mutating func parseAtom() throws(Diagnostic) -> Expression {
    switch current.kind {
    case .leftParenthesis: return try parseParenthesized()
    case .leftBracket: return try parseBracketed()
    case .leftBrace: return try parseMap()
    default: return try parseUnbracketedAtom()
    }
  }

  private mutating func parseUnbracketedAtom() throws(Diagnostic) -> Expression {
    switch current.kind {
    case .integer, .float: return try parseNumber(isNegative: false)
    case .string:
      let token = advance()
      return Expression(.literal(.text(try literals.string(token.span))), token.span)
    case .parameter:
      let token = advance()
      return Expression(.parameter(literals.name(token)), token.span)
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
    switch current.keyword {
    case .true: return Expression(.literal(.boolean(true)), advance().span)
    case .false: return Expression(.literal(.boolean(false)), advance().span)
    case .null: return Expression(.literal(.null), advance().span)
    case .case: return try parseCase()
    case .exists, .count, .all, .any, .none?, .single, .reduce, .shortestPath, .allShortestPaths:
      return try parseSpecialForm()
    default: return try parseNamed()
    }
  }

  /// Words that make a form of their own with what follows, and are names otherwise.
  private mutating func parseSpecialForm() throws(Diagnostic) -> Expression {
    let next = token().kind
    if next == .leftBrace, isAt(.exists) || isAt(.count) { return try parseSubqueryExpression() }
    guard next == .leftParenthesis else { return try parseNamed() }
    switch current.keyword {
    case .count where token(after: 2).kind == .star: return try parseCountAll()
    case .all: return try parseQuantifier(.all)
    case .any: return try parseQuantifier(.any)
    case .none?: return try parseQuantifier(.none)
    case .single: return try parseQuantifier(.single)
    case .reduce: return try parseReduce()
    case .shortestPath, .allShortestPaths:
      let path = try parsePathPattern()
      return try grown(.shortestPath(path), from: path.span.lowerBound)
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
    try refuseTrimSpecification(name.text)
    let isDistinct = accept(.distinct)
    if isDistinct, isAt(.rightParenthesis) { throw unexpected("an expression after `DISTINCT`") }
    let arguments = try parseArguments()
    return try grown(
      .function(name, arguments, isDistinct: isDistinct), from: name.span.lowerBound)
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
    if isRelationshipPattern(at: index) { return try parsePatternPredicate() }
    let start = advance().span.lowerBound
    let inner = try parseExpression()
    try expect(.rightParenthesis, "an operator or `)`")
    return Expression(inner.kind, start..<endOfPrevious)
  }

  private mutating func parsePatternPredicate() throws(Diagnostic) -> Expression {
    let start = current.span.lowerBound
    return try grown(.pattern(parseBarePath(from: start)), from: start)
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
