/// Puts operands and operators together by precedence without recursion: an operator waits until
/// one that binds no tighter follows. All operators group to the left; `AND`, `OR` and comparisons
/// make one node of a whole chain.
struct OperatorStack {
  /// An operator that waits for its right operand to be complete.
  enum Operator {
    case or
    case and
    /// `NOT`, with the byte at which it begins.
    case not(Int)
    case comparison(ComparisonOperator)
    case binary(BinaryOperator)

    var precedence: Precedence {
      switch self {
      case .or: .or
      case .and: .and
      case .not: .not
      case .comparison: .comparison
      case .binary(let binary): binary.precedence
      }
    }

    var isChain: Bool {
      switch self {
      case .or, .and, .comparison: true
      case .not, .binary: false
      }
    }
  }

  private var operands: [(expression: Expression, height: Int)] = []
  private var operators: [Operator] = []
  /// The height of the tallest tree so far.
  private(set) var height = 0

  /// Whether `NOT` may stand before the next operand.
  var allowsNot: Bool { (operators.last?.precedence ?? .or) <= .not }

  mutating func push(_ operand: Expression, height: Int) {
    operands.append((operand, height))
    self.height = max(self.height, height)
  }

  mutating func pushNot(at place: Int) { operators.append(.not(place)) }

  /// Takes an operator between two operands.
  mutating func push(_ next: Operator) {
    reduce(while: { $0.precedence > next.precedence || !$0.isChain }, atLeast: next.precedence)
    operators.append(next)
  }

  /// Makes `IS NULL` or `IS NOT NULL`, which ends at a byte, of the last operand.
  mutating func applyNullTest(negated isNegated: Bool, end: Int) {
    reduce(while: { _ in true }, atLeast: .predicate)
    guard let last = operands.popLast() else { return }
    let span = last.expression.span.lowerBound..<end
    push(
      Expression(.isNull(last.expression, negated: isNegated), span), height: last.height + 1)
  }

  /// The whole expression with its height; `nil` if there was no operand.
  mutating func finish() -> (expression: Expression, height: Int)? {
    reduce(while: { _ in true }, atLeast: .or)
    return operands.last
  }

  private mutating func reduce(
    while condition: (Operator) -> Bool, atLeast precedence: Precedence
  ) {
    while let last = operators.last, last.precedence >= precedence, condition(last) {
      switch last {
      case .not(let place):
        operators.removeLast()
        guard let operand = operands.popLast() else { return }
        let span = place..<operand.expression.span.upperBound
        push(Expression(.unary(.not, operand.expression), span), height: operand.height + 1)
      case .binary(let binary):
        operators.removeLast()
        guard let right = operands.popLast(), let left = operands.popLast() else { return }
        push(
          Expression(
            .binary(binary, left.expression, right.expression),
            left.expression.span.lowerBound..<right.expression.span.upperBound),
          height: max(left.height, right.height) + 1)
      case .or, .and, .comparison: reduceChain(last)
      }
    }
  }

  private mutating func reduceChain(_ last: Operator) {
    var count = 0
    while count < operators.count,
      operators[operators.count - 1 - count].precedence == last.precedence
    {
      count += 1
    }
    // Arrays, not slices: a slice would share the stack's storage and make it copy itself whole.
    let links = Array(operators.suffix(count))
    operators.removeLast(count)
    guard operands.count > count else { return }
    let parts = Array(operands.suffix(count + 1))
    operands.removeLast(count + 1)
    guard let first = parts.first, let end = parts.last else { return }
    let expressions = parts.map(\.expression)
    let kind: ExpressionKind =
      switch last {
      case .or: .any(expressions)
      case .and: .all(expressions)
      default:
        .comparison(
          expressions,
          links.compactMap { link in
            if case .comparison(let comparison) = link { comparison } else { nil }
          })
      }
    push(
      Expression(
        kind, first.expression.span.lowerBound..<end.expression.span.upperBound),
      height: parts.reduce(0) { max($0, $1.height) } + 1)
  }
}
