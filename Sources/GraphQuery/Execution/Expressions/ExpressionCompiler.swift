import Diagnostics
import PropertyGraph

/// Turns bound expressions into evaluators, once when a statement opens. Parameters become
/// constants, and what depends only on constants is computed at once.
struct ExpressionCompiler {
  let context: ExecutionContext

  func compile(_ expression: BoundExpression) throws(Diagnostic) -> CompiledExpression {
    CompiledExpression(
      evaluator: try evaluator(expression), slots: SlotUse.read(by: expression),
      span: expression.span)
  }

  func compile(_ expression: BoundExpression?) throws(Diagnostic) -> CompiledExpression? {
    guard let expression else { return nil }
    return try compile(expression)
  }

  func compile(_ expressions: [BoundExpression]) throws(Diagnostic) -> [CompiledExpression] {
    var compiled: [CompiledExpression] = []
    for expression in expressions { compiled.append(try compile(expression)) }
    return compiled
  }

  private func evaluator(_ expression: BoundExpression) throws(Diagnostic) -> any Evaluator {
    let span = expression.span
    switch expression.kind {
    case .literal(let value): return ConstantEvaluator(value: value)
    case .parameter(let name):
      guard let value = context.parameters[name] else {
        throw ExecutionWording.missingParameter(name).at(span, in: nil)
      }
      return ConstantEvaluator(value: value)
    case .slot(let slot): return SlotEvaluator(slot: slot)
    case .property(let subject, let key):
      return PropertyEvaluator(
        subject: try compile(subject), key: key, span: span, context: context)
    case .subscripted(let subject, let index):
      return SubscriptEvaluator(
        subject: try compile(subject), index: try compile(index), span: span, context: context)
    case .slice(let subject, let from, let to):
      return SliceEvaluator(
        subject: try compile(subject), from: try compile(from), to: try compile(to), span: span,
        budget: context.budget)
    case .list(let elements): return list(try compile(elements))
    case .map(let entries): return try map(entries)
    case .mapProjection(let subject, let items):
      return try mapProjection(subject, items, span)
    case .not(let operand): return NotEvaluator(operand: try compile(operand))
    case .negate(let operand):
      return NegationEvaluator(operand: try compile(operand), span: span, context: context)
    case .plus(let operand): return PlusEvaluator(operand: try compile(operand), span: span)
    case .binary(let operation, let left, let right):
      return try binary(operation, try compile(left), try compile(right), span)
    case .all(let parts): return JunctionEvaluator(parts: try compile(parts), settling: .no)
    case .any(let parts): return JunctionEvaluator(parts: try compile(parts), settling: .yes)
    case .comparison(let operation, let left, let right):
      return try comparison(operation, left, right)
    case .isNull(let operand, let isNegated):
      return NullTestEvaluator(operand: try compile(operand), isNegated: isNegated)
    case .hasLabels(let subject, let labels):
      return LabelTestEvaluator(
        subject: try compile(subject), labels: labels, span: span, context: context)
    case .call(let function, let arguments):
      let compiled = try compile(arguments)
      return function.name == "coalesce"
        ? CoalesceEvaluator(parts: compiled)
        : CallEvaluator(function: function, arguments: compiled, span: span, context: context)
    case .conditional(let subject, let branches, let otherwise):
      return try conditional(subject, branches, otherwise)
    case .listComprehension(let element, let list, let predicate, let result):
      return ListComprehensionEvaluator(
        element: element, list: try compile(list), predicate: try compile(predicate),
        result: try compile(result), span: span, context: context)
    case .quantifier(let quantifier, let element, let list, let predicate):
      return QuantifierEvaluator(
        quantifier: quantifier, element: element, list: try compile(list),
        predicate: try compile(predicate), span: span, context: context)
    case .reduce(let accumulator, let initial, let element, let list, let result):
      return ReduceEvaluator(
        accumulator: accumulator, initial: try compile(initial), element: element,
        list: try compile(list), result: try compile(result), span: span, context: context)
    case .path(let slots): return PathEvaluator(slots: slots, span: span, context: context)
    case .subquery(let kind, let plan):
      return SubqueryEvaluator(
        kind: kind, subplan: try Subplan(plan, alsoReads: [], context: context), span: span)
    }
  }

  private func comparison(
    _ operation: ComparisonOperator, _ left: BoundExpression, _ right: BoundExpression
  ) throws(Diagnostic) -> any Evaluator {
    let general = ComparisonEvaluator(
      operation: operation, left: try compile(left), right: try compile(right),
      budget: context.budget)
    guard operation == .equal || operation == .notEqual else { return general }
    for (subject, value) in [(left, general.right), (right, general.left)] {
      guard case .property(let owner, let key) = subject.kind, case .slot = owner.kind,
        case .text(let text)? = value.constant
      else { continue }
      return PropertyTextEvaluator(
        subject: try compile(owner), key: key, text: text, isNegated: operation == .notEqual,
        general: general, graph: context.graph)
    }
    return general
  }

  private func binary(
    _ operation: BinaryOperator, _ left: CompiledExpression, _ right: CompiledExpression,
    _ span: Span
  ) throws(Diagnostic) -> any Evaluator {
    switch operation {
    case .add, .subtract, .multiply, .divide, .modulo, .power:
      ArithmeticEvaluator(
        operation: operation, left: left, right: right, span: span, context: context)
    case .exclusiveOr: ExclusiveOrEvaluator(left: left, right: right)
    case .startsWith, .endsWith, .contains:
      TextPredicateEvaluator(
        operation: operation, left: left, right: right, span: span, context: context)
    case .matches:
      PatternMatchEvaluator(left: left, right: right, span: span, context: context)
    case .in:
      try MembershipEvaluator(
        left: left, right: right, span: span, budget: context.budget)
    }
  }

  private func list(_ elements: [CompiledExpression]) -> any Evaluator {
    let constants = elements.compactMap(\.constant)
    return constants.count == elements.count
      ? ConstantEvaluator(value: .list(constants))
      : ListEvaluator(elements: elements, budget: context.budget)
  }

  private func map(
    _ entries: [(key: Text, value: BoundExpression)]
  ) throws(Diagnostic) -> any Evaluator {
    var compiled: [(key: Text, value: CompiledExpression)] = []
    for entry in entries { compiled.append((entry.key, try compile(entry.value))) }
    let constants = compiled.compactMap { entry in entry.value.constant.map { (entry.key, $0) } }
    return constants.count == compiled.count
      ? ConstantEvaluator(value: .map(PropertyMap(constants)))
      : MapEvaluator(entries: compiled, budget: context.budget)
  }

  private func mapProjection(
    _ subject: BoundExpression, _ items: [BoundMapItem], _ span: Span
  ) throws(Diagnostic) -> any Evaluator {
    var compiled: [MapProjectionEvaluator.Item] = []
    for item in items {
      switch item {
      case .property(let key): compiled.append(.property(key))
      case .allProperties: compiled.append(.allProperties)
      case .entry(let key, let value): compiled.append(.entry(key, try compile(value)))
      }
    }
    return MapProjectionEvaluator(
      subject: try compile(subject), items: compiled, span: span, context: context)
  }

  private func conditional(
    _ subject: BoundExpression?,
    _ branches: [(condition: BoundExpression, result: BoundExpression)],
    _ otherwise: BoundExpression?
  ) throws(Diagnostic) -> any Evaluator {
    var compiled: [(condition: CompiledExpression, result: CompiledExpression)] = []
    for branch in branches {
      compiled.append((try compile(branch.condition), try compile(branch.result)))
    }
    return ConditionalEvaluator(
      subject: try compile(subject), branches: compiled, otherwise: try compile(otherwise))
  }
}
