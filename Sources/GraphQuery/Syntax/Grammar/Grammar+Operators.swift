public import Diagnostics
import PropertyGraph

/// Expressions: operands with operators between them. Functions on the way from one nested
/// expression to the next are kept short, because an unoptimised build gives every temporary its
/// own room on the stack.
extension TokenCursor {
  /// An expression.
  public mutating func parseExpression() throws(Diagnostic) -> Expression {
    try enter()
    defer { leave() }
    let outer = height
    let expression = try parseOperators()
    height = max(outer, height)
    return expression
  }

  private mutating func parseOperators() throws(Diagnostic) -> Expression {
    if isAt(.not) { return try parseOperators(after: nil) }
    height = 0
    let first = try parseSigned()
    return isAtOperator ? try parseOperators(after: first) : first
  }

  private mutating func parseOperators(
    after first: Expression?
  ) throws(Diagnostic) -> Expression {
    var stack = OperatorStack()
    if let first {
      stack.push(first, height: height)
    } else {
      try parseOperand(into: &stack)
    }
    while isAtOperator {
      if accept(.is) {
        try parseNullTest(into: &stack)
      } else {
        stack.push(try takeOperator())
        try parseOperand(into: &stack)
      }
      height = stack.height
      if height > SyntaxLimits.depth { throw tooDeep(current.span) }
    }
    guard let whole = stack.finish() else { throw unexpected("an expression") }
    height = whole.height
    if height > SyntaxLimits.depth { throw tooDeep(whole.expression.span) }
    return whole.expression
  }

  private mutating func parseOperand(into stack: inout OperatorStack) throws(Diagnostic) {
    var negations = 0
    while isAt(.not) {
      guard stack.allowsNot else {
        throw SyntaxWording.notNeedsParentheses().at(current.span, in: source)
      }
      negations += 1
      if negations > SyntaxLimits.depth { throw tooDeep(current.span) }
      stack.pushNot(at: advance().span.lowerBound)
    }
    height = 0
    stack.push(try parseSigned(), height: height)
  }

  /// `IS` is taken; `NULL` or `NOT NULL` follows.
  private mutating func parseNullTest(into stack: inout OperatorStack) throws(Diagnostic) {
    let isNegated = accept(.not)
    guard accept(.null) else {
      try refuseOtherTest()
      throw unexpected(isNegated ? "`NULL`" : "`NULL` or `NOT NULL`", candidates: ["NULL", "NOT"])
    }
    stack.applyNullTest(negated: isNegated, end: endOfPrevious)
  }

  private var isAtOperator: Bool {
    switch current.kind {
    case .plus, .minus, .star, .slash, .percent, .caret, .equal, .notEqual, .less, .lessOrEqual,
      .greater, .greaterOrEqual, .matches:
      true
    case .word:
      switch current.keyword {
      case .or, .xor, .and, .in, .is, .starts, .ends, .contains: true
      default: false
      }
    default: false
    }
  }

  private mutating func takeOperator() throws(Diagnostic) -> OperatorStack.Operator {
    let token = advance()
    switch token.kind {
    case .plus: return .binary(.add)
    case .minus: return .binary(.subtract)
    case .star: return .binary(.multiply)
    case .slash: return .binary(.divide)
    case .percent: return .binary(.modulo)
    case .caret: return .binary(.power)
    case .equal: return .comparison(.equal)
    case .notEqual: return .comparison(.notEqual)
    case .less: return .comparison(.less)
    case .lessOrEqual: return .comparison(.lessOrEqual)
    case .greater: return .comparison(.greater)
    case .greaterOrEqual: return .comparison(.greaterOrEqual)
    case .matches: return .binary(.matches)
    default: return try wordOperator(token)
    }
  }

  private mutating func wordOperator(
    _ token: Token
  ) throws(Diagnostic) -> OperatorStack.Operator {
    switch token.keyword {
    case .or: return .or
    case .xor: return .binary(.exclusiveOr)
    case .and: return .and
    case .contains: return .binary(.contains)
    case .starts:
      try expect(.with)
      return .binary(.startsWith)
    case .ends:
      try expect(.with)
      return .binary(.endsWith)
    default: return .binary(.in)
    }
  }

  // MARK: - Signs

  /// Signs and what they stand before. A minus before a number belongs to the number.
  mutating func parseSigned() throws(Diagnostic) -> Expression {
    if isAt(.minus) || isAt(.plus) { return try parseSigns() }
    return try parsePostfix()
  }

  private mutating func parseSigns() throws(Diagnostic) -> Expression {
    var signs: [(sign: UnaryOperator, place: Int)] = []
    while isAt(.minus) || isAt(.plus), !isAtNegativeNumber {
      signs.append((isAt(.minus) ? .minus : .plus, advance().span.lowerBound))
    }
    var operand = isAt(.minus) ? try parseNegativeNumber() : try parsePostfix()
    for (sign, place) in signs.reversed() {
      operand = try grown(.unary(sign, operand), from: place)
    }
    return operand
  }

  /// Whether a minus and a number stand here, and the number is the whole operand.
  private var isAtNegativeNumber: Bool {
    guard isAt(.minus), token().kind == .integer || token().kind == .float else { return false }
    switch token(after: 2).kind {
    case .dot, .leftBracket, .colon: return false
    default: return true
    }
  }

  private mutating func parseNegativeNumber() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    let number = try parseNumber(isNegative: true)
    return Expression(number.kind, start..<number.span.upperBound)
  }
}
