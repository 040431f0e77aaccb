import Diagnostics
import PropertyGraph

/// Queries inside expressions.
extension Analyzer {
  /// `(a)-->(b)` where a predicate is wanted: no variable may be new.
  func bindPatternPredicate(
    _ pattern: PathPattern, _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    guard context.allowsPattern else {
      throw problem(SemanticsWording.patternNotAllowed(), at: span)
    }
    let (bound, _) = try bindPattern(
      [pattern], predicate: nil, scope: context.scope.forSubquery(), declaresVariables: false,
      context: context)
    return try subquery(.exists, [.match(bound, isOptional: false)], context, .boolean, span)
  }

  /// `[(a)-->(b) WHERE predicate | result]`.
  func bindPatternComprehension(
    _ pattern: PathPattern, _ predicate: Expression?, _ result: Expression, _ span: Span,
    _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let (bound, scope) = try bindPattern(
      [pattern], predicate: predicate, scope: context.scope.forSubquery(), context: context)
    var inner = context.asValue
    inner.scope = scope
    inner.aggregates = nil
    let typed = try bind(result, inner)
    let slot = slots.make(typed.type, mayBeNull: true)
    let projection = BoundProjection(
      computed: [(slot, typed.expression)], outputs: [slot])
    return try subquery(
      .collect(slot), [.match(bound, isOptional: false), .project(projection)],
      context, .list(typed.type), span)
  }

  /// `shortestPath(...)` as a value: the path, or the list of paths.
  func bindShortestPath(
    _ pattern: PathPattern, _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    var named = pattern
    // A name that no query can write.
    let name: Text = " path"
    named.variable = Name(name, span)
    let (bound, scope) = try bindPattern(
      [named], predicate: nil, scope: context.scope.forSubquery(), declaresVariables: false,
      context: context)
    guard let path = scope.variables[name] else {
      throw problem(SemanticsWording.patternNotAllowed(), at: span)
    }
    slots[path].name = nil
    slots[path].isRead = true
    let isAll = pattern.selector == .allShortest
    return try subquery(
      isAll ? .collect(path) : .first(path), [.match(bound, isOptional: false)],
      context, isAll ? .list(.path) : .path, span)
  }

  /// `EXISTS { }` and `COUNT { }`.
  func bindSubquery(
    _ body: Subquery, isCount: Bool, _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    let kind: SubqueryKind = isCount ? .count : .exists
    let type: InferredType = isCount ? .integer : .boolean
    switch body {
    case .pattern(let paths, let predicate):
      let (bound, _) = try bindPattern(
        paths, predicate: predicate, scope: context.scope.forSubquery(), context: context)
      return try subquery(kind, [.match(bound, isOptional: false)], context, type, span)
    case .query(let query):
      var bound = try bindQuery(query, scope: context.scope.forSubquery(), place: .expression)
      bound.outer = context.scope.variables.values.sorted()
      let plan = try planSubquery(bound, kind, slots)
      return TypedExpression(.subquery(kind, plan), type, span)
    }
  }

  private func subquery(
    _ kind: SubqueryKind, _ clauses: [BoundClause], _ context: ExpressionContext,
    _ type: InferredType, _ span: Span
  ) throws(Diagnostic) -> TypedExpression {
    let query = BoundQuery(
      parts: [BoundSingleQuery(clauses: clauses, columns: [])], keepsDuplicates: true, columns: [],
      outer: context.scope.variables.values.sorted())
    let plan = try planSubquery(query, kind, slots)
    return TypedExpression(.subquery(kind, plan), type, span)
  }
}
