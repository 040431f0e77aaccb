import PropertyGraph

/// `WITH` and `RETURN`: aggregation, projection, order and limits.
extension PlanningContext {
  func add(_ projection: BoundProjection, to builder: inout PlanBuilder, isLast: Bool) {
    if let aggregation = projection.aggregation {
      add(aggregation, outer: projection.outer, to: &builder)
    }
    let visible = Set(projection.outputs).union(projection.outer)
    let needed = slotsNeededEarly(projection)
    // What neither order nor predicate reads is computed last, for the rows that are left.
    var early: [(slot: Slot, expression: BoundExpression)] = []
    var late: [(slot: Slot, expression: BoundExpression)] = []
    let isCut = projection.limit != nil || projection.skip != nil || projection.predicate != nil
    for item in projection.computed {
      if projection.isDistinct || needed.contains(item.slot) || !isCut {
        early.append(item)
      } else {
        late.append(item)
      }
    }
    if projection.isDistinct {
      let outputs = projection.outputs.sorted()
      prune(early, to: visible, &builder)
      builder.add(.distinct(outputs), rows: builder.rows)
    } else if projection.order.isEmpty, !isCut {
      prune(early, to: visible, &builder, isLast: isLast)
      return
    } else {
      addCompute(early, to: &builder)
    }
    addTail(projection, to: &builder)
    prune(late, to: visible, &builder, isLast: isLast)
  }

  private func addTail(_ projection: BoundProjection, to builder: inout PlanBuilder) {
    let isCut = projection.limit != nil || projection.skip != nil
    if !isCut, let predicate = projection.predicate {
      addFilters(predicate.conjuncts, to: &builder)
    }
    if let limit = projection.limit, let count = rowsToSort(projection.skip, limit),
      !projection.order.isEmpty
    {
      askForFirst(count, by: projection.order, &builder)
      builder.add(.top(projection.order, limit: count), rows: cut(builder.rows, count))
      if let skip = projection.skip { builder.add(.skip(skip), rows: builder.rows) }
    } else {
      if !projection.order.isEmpty { builder.add(.sort(projection.order), rows: builder.rows) }
      if let skip = projection.skip { builder.add(.skip(skip), rows: builder.rows) }
      if let limit = projection.limit {
        if projection.order.isEmpty, projection.skip == nil {
          askForFirst(limit, by: [], &builder)
        }
        builder.add(.limit(limit), rows: cut(builder.rows, limit))
      }
    }
    if isCut, let predicate = projection.predicate {
      addFilters(predicate.conjuncts, to: &builder)
    }
  }

  /// How many rows a sort has to keep for `SKIP` and `LIMIT`, where a sum cannot overflow.
  private func rowsToSort(
    _ skip: BoundExpression?, _ limit: BoundExpression
  ) -> BoundExpression? {
    guard let skip else { return limit }
    guard case .literal(.integer(let first)) = skip.kind,
      case .literal(.integer(let count)) = limit.kind
    else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(count)
    return overflow ? nil : BoundExpression(.literal(.integer(sum)), limit.span)
  }

  private func cut(_ rows: Double, _ limit: BoundExpression) -> Double {
    if case .literal(.integer(let count)) = limit.kind { return min(rows, Double(count)) }
    return min(rows, 100)
  }

  private func add(
    _ written: BoundAggregation, outer: [Slot], to builder: inout PlanBuilder
  ) {
    let groups = written.keys.isEmpty ? 1 : max(1, builder.rows.squareRoot())
    var aggregation = written
    if let ends = countedEnds(written, &builder) {
      builder.add(.countEnds(keys: written.keys, ends), rows: groups)
    } else if let counted = countedSteps(written, &builder) {
      aggregation = counted
      if rules.contains(.uniqueRows), UniqueRows(of: builder.node).areApart(by: counted.keys) {
        addCounts(counted, to: &builder)
      } else {
        builder.add(.aggregate(keys: counted.keys, aggregates: counted.aggregates), rows: groups)
      }
    } else {
      builder.add(.aggregate(keys: written.keys, aggregates: written.aggregates), rows: groups)
    }
    builder.bound = Set(aggregation.keys.map(\.slot) + aggregation.aggregates.map(\.slot))
    guard builder.isCorrelated, !outer.isEmpty else { return }
    // The groups have forgotten the outer row: join them with it again.
    let grouped = builder.node
    let written = builder.bound
    builder.replace(with: PlanNode(.argument))
    builder.bound = Set(outer)
    builder.add(.apply(.inner), rows: groups, writes: written.sorted(), second: grouped)
  }

  /// The sums of groups of one row each: the numbers themselves.
  private func addCounts(_ counted: BoundAggregation, to builder: inout PlanBuilder) {
    let sums = counted.aggregates.compactMap { sum in
      sum.call.arguments.first.map { (slot: sum.slot, expression: $0) }
    }
    let keys = counted.keys.filter { $0.expression.slot != $0.slot }
    let kept = counted.keys.map(\.slot).filter { slot in !keys.contains { $0.slot == slot } }
    builder.add(.project(keys + sums, keeps: kept.sorted()), rows: builder.rows)
  }

  /// Computed slots that order, predicate and counts read.
  private func slotsNeededEarly(_ projection: BoundProjection) -> Set<Slot> {
    var needed: Set<Slot> = []
    for key in projection.order { key.expression.collectSlots(into: &needed) }
    projection.predicate?.collectSlots(into: &needed)
    return needed
  }

  /// Computes slots and forgets everything that nobody sees any more.
  private func prune(
    _ items: [(slot: Slot, expression: BoundExpression)], to visible: Set<Slot>,
    _ builder: inout PlanBuilder, isLast: Bool = false
  ) {
    let written = items.map(\.slot)
    let kept = builder.bound.intersection(visible).subtracting(written)
    let forgets = kept.count < builder.bound.count
    guard !items.isEmpty || (forgets && !isLast) else { return }
    builder.add(.project(items, keeps: kept.sorted()), rows: builder.rows)
    builder.bound = kept.union(written)
  }
}
