import Diagnostics
import PropertyGraph

extension Analyzer {
  func bindProperty(
    _ subject: Expression, _ key: Name, _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let typed = try bind(subject, context)
    switch typed.type {
    case .any, .null, .map, .node, .relationship, .temporal: break
    default: throw problem(SemanticsWording.noProperties(typed.type, key: key.text), at: span)
    }
    try checkProperty(key, of: typed)
    return TypedExpression(.property(typed.expression, key: key.text), .any, span)
  }

  func bindSubscript(
    _ subject: Expression, _ index: Expression, _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let typed = try bind(subject, context)
    let position = try bind(index, context)
    switch typed.type {
    case .any, .null: break
    case .list:
      guard position.type.isOpen || position.type == .integer || position.type == .number else {
        throw problem(
          SemanticsWording.argumentType(
            "an index into a list", wanted: "an integer", got: position.type),
          at: index.span)
      }
    case .map, .node, .relationship:
      guard position.type.isOpen || position.type == .text else {
        throw problem(
          SemanticsWording.argumentType(
            "a key of \(typed.type.phrase)", wanted: "a string", got: position.type),
          at: index.span)
      }
    default:
      throw problem(
        SemanticsWording.argumentType("`[...]`", wanted: "a list or a map", got: typed.type),
        at: subject.span)
    }
    return TypedExpression(
      .subscripted(typed.expression, position.expression), typed.type.element, span)
  }

  func bindSlice(
    _ subject: Expression, _ from: Expression?, _ to: Expression?, _ span: Span,
    _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let typed = try bind(subject, context)
    guard typed.type.mayBeList else {
      throw problem(
        SemanticsWording.argumentType("`[.. .. ..]`", wanted: "a list", got: typed.type),
        at: subject.span)
    }
    func bound(_ end: Expression?) throws(Diagnostic) -> BoundExpression? {
      guard let end else { return nil }
      let typed = try bind(end, context)
      guard typed.type.isOpen || typed.type == .integer || typed.type == .number else {
        throw problem(
          SemanticsWording.argumentType(
            "an end of a slice", wanted: "an integer", got: typed.type),
          at: end.span)
      }
      return typed.expression
    }
    let lower = try bound(from)
    let upper = try bound(to)
    return TypedExpression(
      .slice(typed.expression, from: lower, to: upper), typed.type == .null ? .null : typed.type,
      span)
  }

  func bindUnary(
    _ operation: UnaryOperator, _ operand: Expression, _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    if operation == .not {
      let typed = try bind(operand, context)
      guard typed.type.mayBeBoolean else {
        throw problem(
          SemanticsWording.argumentType("NOT", wanted: "a boolean", got: typed.type),
          at: operand.span)
      }
      return TypedExpression(.not(typed.expression), .boolean, span)
    }
    let typed = try bind(operand, context.asValue)
    guard typed.type.isOpen || typed.type.isNumeric || typed.type == .temporal else {
      throw problem(
        SemanticsWording.argumentType(
          operation == .minus ? "`-`" : "`+`", wanted: "a number", got: typed.type),
        at: operand.span)
    }
    if operation == .plus { return TypedExpression(.plus(typed.expression), typed.type, span) }
    if case .literal(.integer(let value)) = typed.expression.kind, value != Int64.min {
      return TypedExpression(.literal(.integer(-value)), .integer, span)
    }
    if case .literal(.float(let value)) = typed.expression.kind {
      return TypedExpression(.literal(.float(-value)), .float, span)
    }
    return TypedExpression(.negate(typed.expression), typed.type, span)
  }

  func bindLogic(
    _ word: String, _ parts: [Expression], _ context: ExpressionContext
  ) throws(Diagnostic) -> [BoundExpression] {
    var bound: [BoundExpression] = []
    for part in parts {
      let typed = try bind(part, context)
      guard typed.type.mayBeBoolean else {
        throw problem(
          SemanticsWording.argumentType(word, wanted: "booleans", got: typed.type), at: part.span)
      }
      bound.append(typed.expression)
    }
    return bound
  }

  func bindComparison(
    _ operands: [Expression], _ operators: [ComparisonOperator], _ span: Span,
    _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    var bound: [BoundExpression] = []
    for operand in operands { bound.append(try bind(operand, context).expression) }
    var pairs: [BoundExpression] = []
    for (index, operation) in operators.enumerated() where index + 1 < bound.count {
      let left = bound[index]
      let right = bound[index + 1]
      let place =
        operators.count == 1
        ? span : operands[index].span.lowerBound..<operands[index + 1].span.upperBound
      pairs.append(BoundExpression(.comparison(operation, left, right), place))
    }
    if pairs.count == 1, let only = pairs.first {
      return TypedExpression(only.kind, .boolean, span)
    }
    return TypedExpression(.all(pairs), .boolean, span)
  }

  func bindBinary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ span: Span,
    _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let inner = operation == .exclusiveOr ? context : context.asValue
    let a = try bind(left, inner)
    let b = try bind(right, inner)
    let type: InferredType
    switch operation {
    case .exclusiveOr:
      for (typed, operand) in [(a, left), (b, right)] where !typed.type.mayBeBoolean {
        throw problem(
          SemanticsWording.argumentType("XOR", wanted: "booleans", got: typed.type),
          at: operand.span)
      }
      type = .boolean
    case .startsWith, .endsWith, .contains, .matches:
      // Other operands than strings give null, by the kit.
      type = .boolean
    case .in:
      guard b.type.mayBeList else {
        throw problem(
          SemanticsWording.argumentType("IN", wanted: "a list", got: b.type), at: right.span)
      }
      type = .boolean
    case .add:
      type = Self.sum(a.type, b.type)
    case .subtract, .multiply, .divide, .modulo, .power:
      for (typed, operand) in [(a, left), (b, right)] {
        guard typed.type.isOpen || typed.type.isNumeric || typed.type == .temporal else {
          throw problem(
            SemanticsWording.argumentType(
              "`\(operation.symbol)`", wanted: "numbers", got: typed.type),
            at: operand.span)
        }
      }
      type = Self.product(operation, a.type, b.type)
    }
    return TypedExpression(.binary(operation, a.expression, b.expression), type, span)
  }

  private static func sum(_ left: InferredType, _ right: InferredType) -> InferredType {
    switch (left, right) {
    case (.null, _), (_, .null), (.any, _), (_, .any): .any
    case (.list(let a), .list(let b)): .list(a.joined(with: b))
    case (.list(let a), let b), (let b, .list(let a)): .list(a.joined(with: b))
    case (.text, _), (_, .text): .text
    case (.temporal, _), (_, .temporal): .temporal
    case (.integer, .integer): .integer
    default:
      left.isNumeric && right.isNumeric
        ? (left == .float || right == .float ? .float : .number) : .any
    }
  }

  private static func product(
    _ operation: BinaryOperator, _ left: InferredType, _ right: InferredType
  ) -> InferredType {
    guard !left.isOpen, !right.isOpen, left != .temporal, right != .temporal else { return .any }
    if operation == .power { return .float }
    if left == .integer, right == .integer { return .integer }
    return left == .float || right == .float ? .float : .number
  }
}

extension BinaryOperator {
  /// How the operator is written.
  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    case .exclusiveOr: "XOR"
    case .startsWith: "STARTS WITH"
    case .endsWith: "ENDS WITH"
    case .contains: "CONTAINS"
    case .matches: "=~"
    case .in: "IN"
    }
  }
}

extension ComparisonOperator {
  /// How the operator is written.
  var symbol: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
