import Diagnostics
import PropertyGraph

extension Analyzer {
  func bindListComprehension(
    _ variable: Name, _ list: Expression, _ predicate: Expression?, _ result: Expression?,
    _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let source = try bindList(list, context, for: "a list comprehension")
    let element = slots.make(source.type.element, name: variable.text, mayBeNull: true)
    let inner = context.inside(variable.text, element)
    var boundPredicate: BoundExpression?
    if let predicate { boundPredicate = try bindPredicate(predicate, inner) }
    var type = source.type.element
    var boundResult: BoundExpression?
    if let result {
      let typed = try bind(result, inner)
      type = typed.type
      boundResult = typed.expression
    }
    return TypedExpression(
      .listComprehension(
        element: element, list: source.expression, predicate: boundPredicate,
        result: boundResult),
      .list(type), span)
  }

  func bindQuantifier(
    _ quantifier: Quantifier, _ variable: Name, _ list: Expression, _ predicate: Expression,
    _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let source = try bindList(list, context, for: "`\(quantifier)`")
    let element = slots.make(source.type.element, name: variable.text, mayBeNull: true)
    let bound = try bindPredicate(predicate, context.inside(variable.text, element))
    return TypedExpression(
      .quantifier(quantifier, element: element, list: source.expression, predicate: bound),
      .boolean, span)
  }

  func bindReduce(
    _ accumulator: Name, _ initial: Expression, _ variable: Name, _ list: Expression,
    _ result: Expression, _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let start = try bind(initial, context)
    let source = try bindList(list, context, for: "`reduce`")
    let total = slots.make(.any, name: accumulator.text, mayBeNull: true)
    let element = slots.make(source.type.element, name: variable.text, mayBeNull: true)
    let bound = try bind(
      result,
      context.inside(accumulator.text, total).inside(variable.text, element))
    return TypedExpression(
      .reduce(
        accumulator: total, initial: start.expression, element: element,
        list: source.expression, result: bound.expression),
      .any, span)
  }

  private func bindList(
    _ list: Expression, _ context: ExpressionContext, for what: String
  ) throws(Diagnostic) -> TypedExpression {
    let typed = try bind(list, context)
    guard typed.type.mayBeList else {
      throw problem(
        SemanticsWording.argumentType(what, wanted: "a list", got: typed.type), at: list.span)
    }
    return typed
  }
}
