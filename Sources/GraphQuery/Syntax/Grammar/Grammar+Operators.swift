public import Diagnostics
import PropertyGraph

/// Operators by precedence, loosest first, as openCypher 9 orders them: `OR`, `XOR`, `AND`, `NOT`,
/// comparisons, predicates on texts, lists and null, `+ -`, `* / %`, `^`, signs.
extension TokenCursor {
  private enum Level: Int {
    case or, xor, and, not, comparison, predicate, sum, product, power, sign

    var tighter: Level { Level(rawValue: rawValue + 1) ?? .sign }
  }

  /// An expression.
  public mutating func parseExpression() throws(Diagnostic) -> Expression {
    try enter()
    defer { leave() }
    let outer = height
    let expression = try parseOperators(.or)
    height = max(outer, height)
    return expression
  }

  private mutating func parseOperators(_ loosest: Level) throws(Diagnostic) -> Expression {
    height = 0
    var left =
      isAt(.not) && loosest.rawValue <= Level.not.rawValue ? try parseNot() : try parseSigned()
    while let level = currentLevel, level.rawValue >= loosest.rawValue {
      switch level {
      case .or, .and: left = try parseChain(left, level)
      case .comparison: left = try parseComparison(left)
      case .predicate: left = try parsePredicate(left)
      default:
        guard let binary = binaryOperator else { return left }
        advance()
        left = try parseRight(left, binary, level.tighter)
      }
    }
    return left
  }

  /// How tightly the operator at the cursor binds; `nil` if there is none.
  private var currentLevel: Level? {
    switch current.kind {
    case .plus, .minus: .sum
    case .star, .slash, .percent: .product
    case .caret: .power
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .matches: .predicate
    case .word:
      switch current.keyword {
      case .or: .or
      case .xor: .xor
      case .and: .and
      case .in, .is, .starts, .ends, .contains: .predicate
      default: nil
      }
    default: nil
    }
  }

  private var binaryOperator: BinaryOperator? {
    switch current.kind {
    case .plus: .add
    case .minus: .subtract
    case .star: .multiply
    case .slash: .divide
    case .percent: .modulo
    case .caret: .power
    case .word: current.keyword == .xor ? .exclusiveOr : nil
    default: nil
    }
  }

  private mutating func parseRight(
    _ left: Expression, _ binary: BinaryOperator, _ level: Level
  ) throws(Diagnostic) -> Expression {
    let leftHeight = height
    let right = try parseOperators(level)
    height = max(leftHeight, height)
    let span = left.span.lowerBound..<right.span.upperBound
    try grow(over: span)
    return Expression(.binary(binary, left, right), span)
  }

  /// `a AND b AND c` and `a OR b OR c` are one node, so that long chains are not deep.
  private mutating func parseChain(
    _ first: Expression, _ level: Level
  ) throws(Diagnostic) -> Expression {
    let word: Keyword = level == .or ? .or : .and
    var operands = [first]
    var tallest = height
    while accept(word) {
      operands.append(try parseOperators(level.tighter))
      tallest = max(tallest, height)
    }
    height = tallest
    let span = first.span.lowerBound..<endOfPrevious
    try grow(over: span)
    return Expression(level == .or ? .any(operands) : .all(operands), span)
  }

  /// `a < b <= c` is one node.
  private mutating func parseComparison(_ first: Expression) throws(Diagnostic) -> Expression {
    var operands = [first]
    var operators: [ComparisonOperator] = []
    var tallest = height
    while let comparison = comparisonOperator {
      advance()
      operators.append(comparison)
      operands.append(try parseOperators(.predicate))
      tallest = max(tallest, height)
    }
    height = tallest
    let span = first.span.lowerBound..<endOfPrevious
    try grow(over: span)
    return Expression(.comparison(operands, operators), span)
  }

  private var comparisonOperator: ComparisonOperator? {
    switch current.kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  /// `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `=~`, `IN` and `IS [NOT] NULL`.
  private mutating func parsePredicate(_ left: Expression) throws(Diagnostic) -> Expression {
    let token = advance()
    switch token.keyword {
    case .is:
      let isNegated = accept(.not)
      guard isAt(.null) else {
        throw unexpected(
          isNegated ? "`NULL`" : "`NULL` or `NOT NULL`", candidates: ["NULL", "NOT"])
      }
      advance()
      let span = left.span.lowerBound..<endOfPrevious
      try grow(over: span)
      return Expression(.isNull(left, negated: isNegated), span)
    case .starts:
      try expect(.with)
      return try parseRight(left, .startsWith, .sum)
    case .ends:
      try expect(.with)
      return try parseRight(left, .endsWith, .sum)
    case .contains: return try parseRight(left, .contains, .sum)
    case .in: return try parseRight(left, .in, .sum)
    default: return try parseRight(left, .matches, .sum)
    }
  }

  private mutating func parseNot() throws(Diagnostic) -> Expression {
    var places: [Int] = []
    while isAt(.not) { places.append(advance().span.lowerBound) }
    var operand = try parseOperators(.comparison)
    for place in places.reversed() {
      let span = place..<operand.span.upperBound
      try grow(over: span)
      operand = Expression(.unary(.not, operand), span)
    }
    return operand
  }

  /// Signs and what they stand before. A minus before a number belongs to the number.
  mutating func parseSigned() throws(Diagnostic) -> Expression {
    var signs: [(sign: UnaryOperator, place: Int)] = []
    while isAt(.minus) || isAt(.plus) {
      let isNumberNext = token().kind == .integer || token().kind == .float
      if isAt(.minus), isNumberNext, !continuesAtom(token(after: 2)) { break }
      signs.append((isAt(.minus) ? .minus : .plus, advance().span.lowerBound))
    }
    var operand = isAt(.minus) ? try parseNegativeNumber() : try parsePostfix()
    for (sign, place) in signs.reversed() {
      let span = place..<operand.span.upperBound
      try grow(over: span)
      operand = Expression(.unary(sign, operand), span)
    }
    return operand
  }

  private mutating func parseNegativeNumber() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    let number = try parseNumber(isNegative: true)
    return Expression(number.kind, start..<number.span.upperBound)
  }

  private func continuesAtom(_ token: Token) -> Bool {
    token.kind == .dot || token.kind == .leftBracket || token.kind == .colon
  }
}
