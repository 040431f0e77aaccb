import PropertyGraph

/// Queries and clauses.
extension PlanningContext {
  /// Plans a query on top of `start`; the result holds the query's columns.
  func plan(
    _ query: BoundQuery, from start: PlanBuilder, duplicatesMatter: Bool
  ) -> PlanBuilder {
    guard query.parts.count > 1 else {
      guard let only = query.parts.first else { return start }
      return plan(only, from: start, duplicatesMatter: duplicatesMatter)
    }
    let matter = duplicatesMatter && query.keepsDuplicates
    var inputs: [PlanNode] = []
    var result = start
    var rows = 0.0
    for part in partsJoined(query, duplicatesMatter: matter) {
      // Every part begins with a leaf of its own, so that it can be measured by itself.
      var own = start
      own.replace(with: PlanNode(start.node.operator))
      var builder = plan(part, from: own, duplicatesMatter: matter)
      builder.close()
      // Each part writes the slots of the union from its own columns.
      let items = query.columns.compactMap { column in
        part.columns.first { $0.name == column.name }.map {
          (
            slot: column.slot,
            expression: BoundExpression(.slot($0.slot), 0..<0)
          )
        }
      }
      builder.add(
        .project(items, keeps: start.bound.sorted()), rows: builder.rows,
        writes: items.map(\.slot))
      inputs.append(builder.node)
      rows += builder.rows
      result.containsUpdates = result.containsUpdates || builder.containsUpdates
      result.cost += builder.cost
    }
    let columns = query.columns.map(\.slot)
    if inputs.count == 1, let only = inputs.first {
      result.replace(with: only)
    } else {
      result.replace(with: PlanNode(.union, inputs: inputs, estimatedRows: rows))
    }
    result.bound = start.bound.union(columns)
    if !query.keepsDuplicates, !columns.isEmpty {
      result.add(.distinct(columns), rows: rows)
    }
    return result
  }

  private func plan(
    _ query: BoundSingleQuery, from start: PlanBuilder, duplicatesMatter: Bool
  ) -> PlanBuilder {
    var builder = start
    let clauses = simplified(query.clauses)
    let sensitivity = duplicateSensitivity(of: clauses, atEnd: duplicatesMatter)
    var pendingCreates: [CreateItem] = []
    var pendingSlots: Set<Slot> = []
    for (index, clause) in clauses.enumerated() {
      if case .create(let items) = clause {
        pendingCreates += items
        pendingSlots.formUnion(items.map(\.slot))
        if index + 1 < clauses.count, case .create(let next) = clauses[index + 1],
          canJoin(next, after: pendingSlots)
        {
          continue
        }
        add(.create(pendingCreates), to: &builder, duplicatesMatter: true, isLast: false)
        pendingCreates = []
        pendingSlots = []
        continue
      }
      add(
        clause, to: &builder, duplicatesMatter: sensitivity[index],
        isLast: index + 1 == clauses.count)
    }
    return builder
  }

  /// Neighbouring `CREATE`s become one operator when the properties of the later neither query the
  /// graph nor read what the earlier creates: then nothing can tell the order of their rows.
  private func canJoin(_ items: [CreateItem], after created: Set<Slot>) -> Bool {
    items.allSatisfy { item in
      guard let properties = item.properties else { return true }
      return !properties.containsSubquery && properties.mentionedSlots.isDisjoint(with: created)
    }
  }

  private func add(
    _ clause: BoundClause, to builder: inout PlanBuilder, duplicatesMatter: Bool, isLast: Bool
  ) {
    if clause.isUpdating {
      protectInput(of: clause, &builder)
    } else if builder.isUpdateOpen, mustWaitForUpdates(clause) {
      builder.close()
    }
    switch clause {
    case .match(let pattern, let isOptional):
      addMatch(
        pattern, isOptional: isOptional, to: &builder, duplicatesMatter: duplicatesMatter)
    case .unwind(let list, let slot):
      let elements: Double = if case .list(let all) = list.kind { Double(all.count) } else { 10 }
      builder.add(.unwind(list, slot), rows: builder.rows * elements, writes: [slot])
    case .project(let projection):
      add(projection, to: &builder, isLast: isLast)
    case .filter(let predicates): addFilters(predicates, to: &builder)
    case .compute(let items):
      addCompute(items, to: &builder)
    case .call(let invocation, let predicate):
      builder.add(
        .call(invocation), rows: builder.rows * 10, writes: invocation.yields.map(\.slot))
      if let predicate { addFilters(predicate.conjuncts, to: &builder) }
      if invocation.procedure.isUpdating { openUpdate(&builder) }
    case .extension(let bound, let yields, let predicate):
      builder.add(
        .extension(bound, yields), rows: builder.rows * 10, writes: yields.map(\.slot))
      if let predicate { addFilters(predicate.conjuncts, to: &builder) }
    case .subquery(let query, let givesRows, let isUpdating):
      addCall(query, givesRows: givesRows, isUpdating: isUpdating, to: &builder)
    case .create(let items):
      builder.add(.create(items), rows: builder.rows, writes: items.map(\.slot))
      openUpdate(&builder)
    case .merge(let pattern, let items, let onCreate, let onMatch):
      addMerge(pattern, items, onCreate, onMatch, to: &builder)
    case .set(let operations):
      builder.add(.set(operations), rows: builder.rows)
      openUpdate(&builder)
    case .remove(let operations):
      builder.add(.remove(operations), rows: builder.rows)
      openUpdate(&builder)
    case .delete(let expressions, let isDetaching):
      builder.add(.delete(expressions, isDetaching: isDetaching), rows: builder.rows)
      openUpdate(&builder)
    }
  }

  private func openUpdate(_ builder: inout PlanBuilder) {
    builder.containsUpdates = true
    builder.isUpdateOpen = true
  }

  /// Adds values to each row and forgets nothing.
  func addCompute(
    _ items: [(slot: Slot, expression: BoundExpression)], to builder: inout PlanBuilder
  ) {
    guard !items.isEmpty else { return }
    builder.add(
      .project(items, keeps: builder.bound.sorted()), rows: builder.rows,
      writes: items.map(\.slot))
  }

  // MARK: CALL { }

  private func addCall(
    _ query: BoundQuery, givesRows: Bool, isUpdating: Bool, to builder: inout PlanBuilder
  ) {
    var start = PlanBuilder(PlanNode(.argument))
    start.bound = builder.bound
    start.isCorrelated = true
    var inner = correlated.plan(query, from: start, duplicatesMatter: true)
    inner.close()
    if !givesRows {
      // Run for its effect: however many rows it has, the outer row stays one.
      let count = slots.make(.integer)
      inner.add(
        .aggregate(
          keys: [],
          aggregates: [
            (count, AggregateCall(function: nil, arguments: [], isDistinct: false))
          ]),
        rows: 1)
    }
    let columns = givesRows ? query.columns.map(\.slot) : []
    builder.add(
      .apply(.inner), rows: builder.rows * max(inner.rows, 1), writes: columns,
      second: inner.node)
    if isUpdating { openUpdate(&builder) }
  }

  // MARK: MERGE

  private func addMerge(
    _ pattern: BoundPattern, _ items: [CreateItem], _ onCreate: [SetOperation],
    _ onMatch: [SetOperation], to builder: inout PlanBuilder
  ) {
    var start = PlanBuilder(PlanNode(.argument))
    start.bound = builder.bound
    start.isCorrelated = true
    let matched = correlated.match(pattern, from: start, duplicatesMatter: true)
    builder.add(
      .merge(items, onCreate: onCreate, onMatch: onMatch), rows: builder.rows,
      writes: pattern.nodes + pattern.edges.map(\.relationship), second: matched.node)
    openUpdate(&builder)
  }

  // MARK: MATCH

  private func addMatch(
    _ pattern: BoundPattern, isOptional: Bool, to builder: inout PlanBuilder,
    duplicatesMatter: Bool
  ) {
    guard isOptional else {
      builder = match(pattern, from: builder, duplicatesMatter: duplicatesMatter)
      return
    }
    var start = PlanBuilder(PlanNode(.argument))
    start.bound = builder.bound
    start.isCorrelated = true
    let inner = correlated.match(pattern, from: start, duplicatesMatter: duplicatesMatter)
    let nulls = inner.bound.subtracting(builder.bound).sorted()
    builder.add(
      .apply(.optional(nulls: nulls)), rows: builder.rows * max(inner.rows, 1), writes: nulls,
      second: inner.node)
    builder.cost += inner.cost
  }

  /// Plans a pattern on top of `start`.
  func match(
    _ pattern: BoundPattern, from start: PlanBuilder, duplicatesMatter: Bool
  ) -> PlanBuilder {
    var planner = MatchPlanner(
      self, pattern, from: start, duplicatesMatter: duplicatesMatter)
    planner.run()
    return planner.builder
  }
}

extension CreateItem {
  /// What is created.
  var slot: Slot {
    switch self {
    case .node(let slot, _, _), .relationship(let slot, _, _, _, _, _): slot
    }
  }
}

extension BoundExpression {
  /// Whether a query stands inside the expression.
  var containsSubquery: Bool {
    if case .subquery = kind { return true }
    var found = false
    forEachPart { part in
      if !found { found = part.containsSubquery }
    }
    return found
  }
}
