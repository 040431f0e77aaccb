import PropertyGraph

/// Clauses brought together so that patterns are planned as widely as possible.
extension PlanningContext {
  /// The clauses, with those joined and dropped that only divide the query on paper.
  func simplified(_ clauses: [BoundClause]) -> [BoundClause] {
    guard rules.contains(.clauses) else { return clauses }
    var result: [BoundClause] = []
    for clause in clauses {
      switch clause {
      case .project(let projection): append(projection, to: &result)
      case .match(let pattern, isOptional: false):
        if case .match(let earlier, isOptional: false)? = result.last,
          let joined = earlier.joined(with: pattern)
        {
          result[result.count - 1] = .match(joined, isOptional: false)
        } else {
          result.append(clause)
        }
      default: result.append(clause)
      }
    }
    return result
  }

  /// Moves predicates of a plain projection down, and leaves out what then does nothing.
  private func append(_ projection: BoundProjection, to clauses: inout [BoundClause]) {
    guard projection.aggregation == nil, !projection.isDistinct, projection.order.isEmpty,
      projection.skip == nil, projection.limit == nil
    else {
      clauses.append(.project(projection))
      return
    }
    let computed = Set(projection.computed.map(\.slot))
    var staying: [BoundExpression] = []
    var moving: [BoundExpression] = []
    for predicate in projection.predicate?.conjuncts ?? [] {
      if predicate.mentionedSlots.isDisjoint(with: computed) {
        moving.append(predicate)
      } else {
        staying.append(predicate)
      }
    }
    if !moving.isEmpty {
      if case .match(var pattern, isOptional: false)? = clauses.last {
        pattern.predicates += moving
        clauses[clauses.count - 1] = .match(pattern, isOptional: false)
      } else {
        clauses.append(.filter(moving))
      }
    }
    var rest = projection
    rest.predicate = staying.first.flatMap { BoundExpression(conjunction: staying, $0.span) }
    if !projection.computed.isEmpty { clauses.append(.project(rest)) }
  }
}

extension BoundPattern {
  /// Both patterns as one, where the later one builds on nothing but nodes of the earlier.
  fileprivate func joined(with later: BoundPattern) -> BoundPattern? {
    let introduced = Set(edges.map(\.relationship) + paths.map(\.slot) + lists)
    guard introduced.isDisjoint(with: later.boundBefore) else { return nil }
    var joined = self
    let known = Set(nodes)
    joined.nodes += later.nodes.filter { !known.contains($0) }
    joined.boundBefore.formUnion(later.boundBefore.subtracting(known))
    let clause = (edges.map(\.clause).max() ?? 0) + 1
    joined.edges += later.edges.map { edge in
      var copy = edge
      copy.clause += clause
      return copy
    }
    joined.paths += later.paths
    joined.predicates += later.predicates
    return joined
  }

  private var lists: [Slot] {
    edges.flatMap { edge -> [Slot] in
      switch edge.form {
      case .step: []
      case .group(let group), .shortest(let group, _): group.lists.map(\.list)
      }
    }
  }
}
