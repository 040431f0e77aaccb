import Diagnostics
import PropertyGraph

/// `WITH` and `RETURN`.
extension Analyzer {
  /// One column while it is bound.
  private struct Column {
    var name: Text
    var expression: Expression
    var span: Span
    var slot: Slot
    var isAggregating: Bool
  }

  /// Binds a projection; gives its columns, and the scope that it leaves.
  func bindProjection(
    _ clause: Clause.Projection, scope: Scope, isReturn: Bool
  ) throws(Diagnostic) -> (
    projection: BoundProjection, columns: [(name: Text, slot: Slot)], scope: Scope
  ) {
    let items = try projectedItems(clause, scope, isReturn: isReturn)
    let isAggregating = items.contains { aggregates($0.expression) }
    let collector = AggregateCollector(scope: scope)
    var projection = BoundProjection(computed: [], isDistinct: clause.isDistinct, outputs: [])
    let columns =
      isAggregating
      ? try bindGrouped(items, scope, collector, &projection)
      : try bindPlain(items, scope, &projection)
    try checkNames(columns.map { ($0.name, $0.span) })

    let tail = try tailScope(columns, scope, isAggregating: isAggregating, clause.isDistinct)
    try bindTail(
      clause, columns, tail, isAggregating ? collector : nil, &projection)
    if isAggregating {
      projection.aggregation?.aggregates = collector.calls.map { ($0.slot, $0.call) }
    }
    if !isReturn { try checkAliases(clause) }

    for column in columns where !projection.outputs.contains(column.slot) {
      projection.outputs.append(column.slot)
    }
    if isReturn { for column in columns { slots[column.slot].isRead = true } }
    var left = Scope()
    left.outer = scope.outer
    left.variables = scope.outer
    for column in columns {
      left.variables[column.name] = column.slot
      if slots[column.slot].name == nil { slots[column.slot].name = column.name }
    }
    projection.outer = scope.outer.values.sorted()
    return (projection, columns.map { ($0.name, $0.slot) }, left)
  }

  // MARK: Items

  private func projectedItems(
    _ clause: Clause.Projection, _ scope: Scope, isReturn: Bool
  ) throws(Diagnostic) -> [(name: Text, expression: Expression, span: Span)] {
    var items: [(name: Text, expression: Expression, span: Span)] = []
    if clause.includesAll {
      if isReturn, scope.names.isEmpty {
        throw problem(SemanticsWording.noVariablesInScope(), at: clause.span)
      }
      for name in scope.names {
        items.append((name, Expression(.variable(name), clause.span), clause.span))
      }
    }
    for item in clause.items {
      let name: Text
      if let alias = item.alias {
        name = alias.text
      } else if case .variable(let variable) = item.expression.kind {
        // However it is written, in back quotes or parentheses, it is known by its name.
        name = variable
      } else {
        name = item.text
      }
      items.append((name, item.expression, item.alias?.span ?? item.expression.span))
    }
    return items
  }

  private func bindPlain(
    _ items: [(name: Text, expression: Expression, span: Span)], _ scope: Scope,
    _ projection: inout BoundProjection
  ) throws(Diagnostic) -> [Column] {
    var columns: [Column] = []
    for item in items {
      let typed = try bind(item.expression, ExpressionContext(scope))
      columns.append(
        Column(
          name: item.name, expression: item.expression, span: item.span,
          slot: slot(for: typed, item.expression, item.name, &projection.computed),
          isAggregating: false))
    }
    return columns
  }

  /// A plain variable keeps its slot; anything else is computed into one of its own.
  private func slot(
    for typed: TypedExpression, _ expression: Expression, _ name: Text,
    _ computed: inout [(slot: Slot, expression: BoundExpression)]
  ) -> Slot {
    if case .variable = expression.kind, case .slot(let slot) = typed.expression.kind {
      return slot
    }
    let slot = slots.make(typed.type, name: name, mayBeNull: true)
    computed.append((slot, typed.expression))
    return slot
  }

  private func bindGrouped(
    _ items: [(name: Text, expression: Expression, span: Span)], _ scope: Scope,
    _ collector: AggregateCollector, _ projection: inout BoundProjection
  ) throws(Diagnostic) -> [Column] {
    var keys: [(slot: Slot, expression: BoundExpression)] = []
    var columns: [Column?] = []
    var grouped = Scope()
    grouped.variables = scope.outer
    grouped.outer = scope.outer
    grouped.locals = scope.locals
    for name in scope.variables.keys where grouped.variables[name] == nil {
      grouped.hidden[name] = .notGrouped
    }
    for item in items {
      if aggregates(item.expression) {
        columns.append(nil)
        continue
      }
      let typed = try bind(item.expression, ExpressionContext(scope))
      var computed: [(slot: Slot, expression: BoundExpression)] = []
      let key = slot(for: typed, item.expression, item.name, &computed)
      if !keys.contains(where: { $0.slot == key }) { keys.append((key, typed.expression)) }
      switch item.expression.kind {
      case .variable(let name):
        grouped.variables[name] = key
        grouped.hidden[name] = nil
      case .property:
        grouped.replacements.append((item.expression, key))
      default: break
      }
      columns.append(
        Column(
          name: item.name, expression: item.expression, span: item.span, slot: key,
          isAggregating: false))
    }
    var complete: [Column] = []
    for (item, column) in zip(items, columns) {
      if let column {
        complete.append(column)
        continue
      }
      let typed = try bind(item.expression, ExpressionContext(grouped, aggregates: collector))
      let slot: Slot
      if case .slot(let lifted) = typed.expression.kind,
        collector.slot(of: item.expression) == lifted
      {
        slot = lifted
      } else {
        slot = slots.make(typed.type, name: item.name, mayBeNull: true)
        projection.computed.append((slot, typed.expression))
      }
      complete.append(
        Column(
          name: item.name, expression: item.expression, span: item.span, slot: slot,
          isAggregating: true))
    }
    projection.aggregation = BoundAggregation(keys: keys, aggregates: [])
    return complete
  }

  private func checkNames(_ names: [(Text, Span)]) throws(Diagnostic) {
    var seen: Set<Text> = []
    for (name, span) in names where !seen.insert(name).inserted {
      throw problem(SemanticsWording.columnConflict(name), at: span)
    }
  }

  private func checkAliases(_ clause: Clause.Projection) throws(Diagnostic) {
    for item in clause.items where item.alias == nil {
      if case .variable = item.expression.kind { continue }
      throw problem(SemanticsWording.noAlias(item.text), at: item.expression.span)
    }
  }

  // MARK: ORDER BY, SKIP, LIMIT, WHERE

  /// What `ORDER BY` and `WHERE` see: the columns, and what was visible before unless rows have been
  /// merged by `DISTINCT` or an aggregation.
  private func tailScope(
    _ columns: [Column], _ scope: Scope, isAggregating: Bool, _ isDistinct: Bool
  ) throws(Diagnostic) -> Scope {
    var tail = scope
    tail.replacements = []
    if isAggregating || isDistinct {
      tail.variables = scope.outer
      for name in scope.variables.keys where tail.variables[name] == nil {
        tail.hidden[name] = .notProjected
      }
      for column in columns where !column.isAggregating {
        guard case .variable = column.expression.kind else {
          for name in column.expression.mentionedVariables where tail.hidden[name] != nil {
            if case .property = column.expression.kind { continue }
            tail.hidden[name] = .insideGroupingKey
          }
          continue
        }
      }
    }
    for column in columns {
      tail.variables[column.name] = column.slot
      tail.hidden[column.name] = nil
      tail.replacements.append((column.expression, column.slot))
    }
    return tail
  }

  private func bindTail(
    _ clause: Clause.Projection, _ columns: [Column], _ tail: Scope,
    _ collector: AggregateCollector?, _ projection: inout BoundProjection
  ) throws(Diagnostic) {
    collector?.acceptsVariables = false
    for item in clause.order {
      var context = ExpressionContext(tail)
      // A key over merged rows may use larger projected expressions only as a whole, unless it
      // aggregates: then only variables and properties that group the rows.
      if let collector, aggregates(item.expression) {
        context.aggregates = collector
        if !columns.contains(where: { $0.expression.isSame(as: item.expression) }) {
          context.scope.replacements.removeAll { entry in
            if case .property = entry.expression.kind { return false }
            return !self.aggregates(entry.expression)
          }
        }
      } else if collector != nil || projection.isDistinct {
        for (name, hiding) in context.scope.hidden where hiding == .insideGroupingKey {
          context.scope.hidden[name] = .notProjected
        }
      }
      let typed = try bind(item.expression, context)
      projection.order.append(
        SortKey(expression: typed.expression, isAscending: item.isAscending))
    }
    if let skip = clause.skip { projection.skip = try bindCount(skip, "SKIP") }
    if let limit = clause.limit { projection.limit = try bindCount(limit, "LIMIT") }
    if let predicate = clause.predicate {
      var context = ExpressionContext(tail)
      for (name, hiding) in context.scope.hidden where hiding == .insideGroupingKey {
        context.scope.hidden[name] = .notProjected
      }
      projection.predicate = try bindPredicate(predicate, context)
    }
  }

  /// An argument of `SKIP` or `LIMIT`: constant, and not negative where that is known.
  func bindCount(_ expression: Expression, _ clause: String) throws(Diagnostic) -> BoundExpression {
    var place: Span?
    _ = expression.contains { part in
      switch part.kind {
      case .variable, .patternComprehension, .pattern, .exists, .count, .shortestPath:
        place = part.span
        return true
      default: return false
      }
    }
    if let place { throw problem(SemanticsWording.notConstant(clause), at: place) }
    let typed = try bind(expression, ExpressionContext(Scope()))
    if case .literal(.integer(let value)) = typed.expression.kind, value < 0 {
      throw problem(SemanticsWording.negative(clause), at: expression.span)
    }
    guard typed.type.isOpen || typed.type == .integer || typed.type == .number else {
      throw problem(
        SemanticsWording.argumentType(clause, wanted: "an integer", got: typed.type),
        at: expression.span)
    }
    return typed.expression
  }
}
