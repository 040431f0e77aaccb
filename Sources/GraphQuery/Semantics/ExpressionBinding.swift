import Diagnostics
import PropertyGraph

extension Analyzer {
  /// Binds an expression.
  func bind(
    _ expression: Expression, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let span = expression.span
    if let slot = replacement(for: expression, in: context.scope) {
      slots[slot].isRead = true
      return TypedExpression(.slot(slot), slots[slot].type, span)
    }
    let inner = context.asValue
    switch expression.kind {
    case .literal(let value):
      return TypedExpression(.literal(value), InferredType(of: value), span)
    case .parameter(let name):
      noteParameter(name)
      return TypedExpression(.parameter(name), .any, span)
    case .variable(let name):
      let slot = try resolve(name, at: span, in: context.scope)
      return TypedExpression(.slot(slot), slots[slot].type, span)
    case .property(let subject, let key):
      return try bindProperty(subject, key, span, inner)
    case .subscripted(let subject, let index):
      return try bindSubscript(subject, index, span, inner)
    case .slice(let subject, let from, let to):
      return try bindSlice(subject, from, to, span, inner)
    case .list(let elements):
      var bound: [BoundExpression] = []
      var type: InferredType?
      for element in elements {
        let typed = try bind(element, inner)
        bound.append(typed.expression)
        type = type?.joined(with: typed.type) ?? typed.type
      }
      return TypedExpression(.list(bound), .list(type ?? .any), span)
    case .map(let entries):
      var bound: [(key: Text, value: BoundExpression)] = []
      for entry in entries {
        bound.append((entry.key.text, try bind(entry.value, inner).expression))
      }
      return TypedExpression(.map(bound), .map, span)
    case .mapProjection(let subject, let items):
      return try bindMapProjection(subject, items, span, inner)
    case .unary(let operation, let operand):
      return try bindUnary(operation, operand, span, context)
    case .binary(let operation, let left, let right):
      return try bindBinary(operation, left, right, span, context)
    case .all(let parts):
      return TypedExpression(.all(try bindLogic("AND", parts, context)), .boolean, span)
    case .any(let parts):
      return TypedExpression(.any(try bindLogic("OR", parts, context)), .boolean, span)
    case .comparison(let operands, let operators):
      return try bindComparison(operands, operators, span, inner)
    case .isNull(let operand, let negated):
      let bound = try bind(operand, inner).expression
      return TypedExpression(.isNull(bound, negated: negated), .boolean, span)
    case .hasLabels(let operand, let labels):
      return try bindHasLabels(operand, labels, span, inner)
    case .function(let name, let arguments, let isDistinct):
      return try bindFunction(
        expression, name, arguments, isDistinct: isDistinct, inner)
    case .countAll:
      return try bindAggregate(expression, "count", [], isDistinct: false, inner)
    case .conditional(let subject, let branches, let otherwise):
      return try bindConditional(subject, branches, otherwise, span, inner)
    case .listComprehension(let variable, let list, let predicate, let result):
      return try bindListComprehension(variable, list, predicate, result, span, inner)
    case .quantifier(let quantifier, let variable, let list, let predicate):
      return try bindQuantifier(quantifier, variable, list, predicate, span, inner)
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      return try bindReduce(accumulator, initial, variable, list, result, span, inner)
    case .patternComprehension(let pattern, let predicate, let result):
      return try bindPatternComprehension(pattern, predicate, result, span, inner)
    case .pattern(let pattern):
      return try bindPatternPredicate(pattern, span, context)
    case .shortestPath(let pattern):
      return try bindShortestPath(pattern, span, inner)
    case .exists(let subquery):
      return try bindSubquery(subquery, isCount: false, span, inner)
    case .count(let subquery):
      return try bindSubquery(subquery, isCount: true, span, inner)
    }
  }

  /// Binds an expression that must be a predicate.
  func bindPredicate(
    _ expression: Expression, _ context: ExpressionContext, for what: String = "WHERE"
  ) throws(Diagnostic) -> BoundExpression {
    let typed = try bind(expression, context.asPredicate)
    guard typed.type.mayBeBoolean else {
      throw problem(
        SemanticsWording.argumentType(what, wanted: "a boolean", got: typed.type),
        at: expression.span)
    }
    return typed.expression
  }

  private func replacement(for expression: Expression, in scope: Scope) -> Slot? {
    guard !scope.replacements.isEmpty else { return nil }
    if case .variable = expression.kind { return nil }
    if case .literal = expression.kind { return nil }
    guard let found = scope.replacements.first(where: { $0.expression.isSame(as: expression) })
    else { return nil }
    if !scope.locals.isEmpty, !expression.mentionedVariables.isDisjoint(with: scope.locals) {
      return nil
    }
    return found.slot
  }

  private func bindConditional(
    _ subject: Expression?, _ branches: [(condition: Expression, result: Expression)],
    _ otherwise: Expression?, _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    var boundSubject: BoundExpression?
    if let subject { boundSubject = try bind(subject, context).expression }
    var bound: [(condition: BoundExpression, result: BoundExpression)] = []
    var type: InferredType = .null
    for branch in branches {
      let condition =
        subject == nil
        ? try bindPredicate(branch.condition, context, for: "CASE WHEN")
        : try bind(branch.condition, context).expression
      let result = try bind(branch.result, context)
      type = bound.isEmpty ? result.type : type.joined(with: result.type)
      bound.append((condition, result.expression))
    }
    var boundOtherwise: BoundExpression?
    if let otherwise {
      let typed = try bind(otherwise, context)
      type = type.joined(with: typed.type)
      boundOtherwise = typed.expression
    }
    return TypedExpression(
      .conditional(subject: boundSubject, branches: bound, otherwise: boundOtherwise), type, span)
  }

  private func bindMapProjection(
    _ subject: Expression, _ items: [MapProjectionItem], _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let typed = try bind(subject, context)
    switch typed.type {
    case .any, .null, .node, .relationship, .map: break
    default:
      throw problem(
        SemanticsWording.argumentType(
          "a map projection", wanted: "a node, relationship or map", got: typed.type),
        at: subject.span)
    }
    var bound: [BoundMapItem] = []
    for item in items {
      switch item {
      case .property(let name):
        try checkProperty(name, of: typed)
        bound.append(.property(name.text))
      case .allProperties: bound.append(.allProperties)
      case .entry(let name, let value):
        bound.append(.entry(name.text, try bind(value, context).expression))
      case .variable(let name):
        let slot = try resolve(name.text, at: name.span, in: context.scope)
        bound.append(.entry(name.text, BoundExpression(.slot(slot), name.span)))
      }
    }
    return TypedExpression(.mapProjection(typed.expression, bound), .map, span)
  }

  private func bindHasLabels(
    _ operand: Expression, _ labels: [Name], _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let typed = try bind(operand, context)
    switch typed.type {
    case .relationship: try checkTypes(labels)
    case .node: try checkLabels(labels)
    case .any, .null: break
    default:
      throw problem(
        SemanticsWording.argumentType(
          "a label test", wanted: "a node or relationship", got: typed.type),
        at: operand.span)
    }
    return TypedExpression(
      .hasLabels(typed.expression, labels.map(\.text)), .boolean, span)
  }
}

extension InferredType {
  /// The type of a literal.
  init(of value: Value) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = .float
    case .text: self = .text
    case .list(let elements):
      let types = elements.map(InferredType.init(of:))
      self = .list(types.dropFirst().reduce(types.first ?? .any) { $0.joined(with: $1) })
    case .map: self = .map
    case .temporal: self = .temporal
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    }
  }
}
