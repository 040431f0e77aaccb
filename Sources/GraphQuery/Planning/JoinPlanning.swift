import PropertyGraph

/// Parts of a pattern that do not hang together with what is bound.
extension MatchPlanner {
  /// The planner after building the next part on its own and joining it by a hash table; `nil`
  /// where that is not possible or not worth it.
  ///
  /// Not inside an `apply`, where the table would be built for each row, and not over an update,
  /// whose changes the part might have to see.
  func joinedStart(_ candidates: [Slot]) -> MatchPlanner? {
    guard context.rules.contains(.hashJoins), !context.isCorrelated, !builder.isCorrelated,
      !builder.containsUpdates,
      builder.rows > 1
    else { return nil }
    var best: MatchPlanner?
    for candidate in candidates {
      guard let joined = joined(startingAt: candidate) else { continue }
      if let current = best, current.builder.cost <= joined.builder.cost { continue }
      best = joined
    }
    return best
  }

  private func joined(startingAt node: Slot) -> MatchPlanner? {
    var part = self
    part.builder = PlanBuilder(PlanNode(.unit))
    let outer = builder.bound
    // Edges that lead to nodes outside wait until both sides are joined.
    let inner = edges.filter {
      let edge = pattern.edges[$0]
      return !outer.contains(edge.left) && !outer.contains(edge.right)
        && !edge.isRelationshipBound
    }
    part.edges = inner
    part.paths = []
    part.start(at: node)
    part.walkAll()
    let walkedEdges = inner.filter { !part.edges.contains($0) }
    guard let unequal = uniqueness(of: walkedEdges) else { return nil }
    let walked = part.builder.bound
    let keys = joinKeys(left: outer, right: walked, among: part.predicates)
    // A lone scan without a key is repeated as cheaply as it is kept.
    guard !keys.isEmpty || !walkedEdges.isEmpty else { return nil }

    var result = self
    let slots = keys.map { _ in result.takeSlot() }
    var right = part.builder
    context.addCompute(zip(slots, keys).map { ($0, $1.left) }, to: &result.builder)
    context.addCompute(zip(slots, keys).map { ($0, $1.right) }, to: &right)
    let pairs = result.builder.rows * right.rows
    let rows = keys.isEmpty ? pairs : pairs / max(min(result.builder.rows, right.rows), 1)
    result.builder.cost += right.cost
    result.builder.add(.hashJoin(slots), rows: rows, writes: walked.sorted(), second: right.node)
    result.nodes.removeAll { walked.contains($0) }
    result.edges.removeAll { walkedEdges.contains($0) }
    result.predicates = part.predicates
    if !unequal.isEmpty { context.addFilters(unequal, to: &result.builder) }
    result.placePredicates()
    result.walkAll()
    return result
  }

  /// Tests that edges walked apart do not hold a relationship of the rows so far; `nil` where only
  /// walking them together can tell.
  private func uniqueness(of walked: [Int]) -> [BoundExpression]? {
    var tests: [BoundExpression] = []
    for position in walked {
      for other in pattern.edges.indices
      where !walked.contains(other) && builder.bound.contains(pattern.edges[other].relationship) {
        let (left, right) = (pattern.edges[position], pattern.edges[other])
        guard mayMeet(left, right) else { continue }
        guard case .step = left.form, case .step = right.form else { return nil }
        tests.append(
          BoundExpression(
            .comparison(
              .notEqual, BoundExpression(.slot(left.relationship), 0..<0),
              BoundExpression(.slot(right.relationship), 0..<0)), 0..<0))
      }
    }
    return tests
  }

  /// Equalities between something of the rows so far and something of the part.
  private func joinKeys(
    left: Set<Slot>, right: Set<Slot>, among predicates: [Pending]
  ) -> [(left: BoundExpression, right: BoundExpression)] {
    predicates.compactMap { predicate in
      guard case .comparison(.equal, let a, let b) = predicate.expression.kind,
        !predicate.expression.containsSubquery
      else { return nil }
      let known = left.union(right)
      let first = a.mentionedSlots.intersection(known)
      let second = b.mentionedSlots.intersection(known)
      guard !first.isEmpty, !second.isEmpty else { return nil }
      if first.isSubset(of: left), second.isSubset(of: right) { return (a, b) }
      if first.isSubset(of: right), second.isSubset(of: left) { return (b, a) }
      return nil
    }
  }
}
