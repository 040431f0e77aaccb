import PropertyGraph

/// Cycles of a pattern: a node between two others is found as their common neighbour once both are
/// bound.
extension MatchPlanner {
  /// A node that is not bound, with two steps to other nodes and nothing else.
  struct Middle {
    var node: Slot
    /// The edges, by position.
    var left: Int
    var right: Int
    /// Their other ends.
    var leftEnd: Slot
    var rightEnd: Slot
  }

  /// What can be done next.
  enum Move {
    case walk(Int)
    case meet(Middle)
  }

  /// The move that gives the fewest rows next. A step to the middle of a cycle waits until its other
  /// end is bound, unless something else is demanded of the middle than labels.
  func cheapestMove() -> Move? {
    let middles = context.rules.contains(.meetings) ? self.middles() : []
    guard !middles.isEmpty else { return cheapestEdge(among: edges).map { .walk($0) } }
    let ready = middles.filter {
      builder.bound.contains($0.leftEnd) && builder.bound.contains($0.rightEnd)
    }
    let waiting = middles.filter { !isDemanding($0.node) && leadsBack($0) }
    let held = Set((ready + waiting).flatMap { [$0.left, $0.right] })
    let free = cheapestEdge(among: edges.filter { !held.contains($0) })
    var best: (move: Move, rows: Double)?
    if let free, let rows = rowsAfterWalking(pattern.edges[free]) { best = (.walk(free), rows) }
    for middle in ready {
      let rows = rowsAfterMeeting(middle)
      if let current = best, current.rows <= rows { continue }
      best = (.meet(middle), rows)
    }
    return best?.move ?? cheapestEdge(among: edges).map { .walk($0) }
  }

  private func middles() -> [Middle] {
    nodes.compactMap { node in
      let touching = edges.filter {
        pattern.edges[$0].left == node || pattern.edges[$0].right == node
      }
      let all = pattern.edges.filter { $0.left == node || $0.right == node }
      guard touching.count == 2, all.count == 2, all.allSatisfy(isPlainStep) else { return nil }
      let (left, right) = (touching[0], touching[1])
      let ends = touching.map { pattern.edges[$0].otherEnd(than: node) }
      guard ends[0] != node, ends[1] != node, ends[0] != ends[1] else { return nil }
      return Middle(
        node: node, left: left, right: right, leftEnd: ends[0], rightEnd: ends[1])
    }
  }

  private func isPlainStep(_ edge: BoundEdge) -> Bool {
    guard case .step = edge.form else { return false }
    return !edge.isRelationshipBound
  }

  /// Whether a predicate that could be placed at the node is more than a test of labels.
  private func isDemanding(_ node: Slot) -> Bool {
    predicates.contains { predicate in
      guard predicate.needs.contains(node),
        predicate.needs.subtracting([node]).isSubset(of: builder.bound)
      else { return false }
      if case .hasLabels = predicate.expression.kind { return false }
      return true
    }
  }

  /// Whether the other end of a middle with one bound end can be walked to without the middle.
  private func leadsBack(_ middle: Middle) -> Bool {
    let isLeft = builder.bound.contains(middle.leftEnd)
    guard isLeft != builder.bound.contains(middle.rightEnd) else { return false }
    let wanted = isLeft ? middle.rightEnd : middle.leftEnd
    var reached = builder.bound
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for position in edges where position != middle.left && position != middle.right {
        let edge = pattern.edges[position]
        if reached.contains(edge.left) != reached.contains(edge.right) {
          reached.formUnion([edge.left, edge.right])
          isGrowing = true
        }
      }
    }
    return reached.contains(wanted)
  }

  private func rowsAfterMeeting(_ middle: Middle) -> Double {
    let left = pattern.edges[middle.left]
    let right = pattern.edges[middle.right]
    let pairs =
      fanOut(left, fromLeft: left.left == middle.leftEnd)
      * fanOut(right, fromLeft: right.left == middle.rightEnd)
    let rows = pairs / max(estimates.nodes(labels: labels[middle.node] ?? []), 1)
    return isOnce(middle) ? min(rows, 1) : rows
  }

  /// Whether it is enough that there is one common neighbour.
  private func isOnce(_ middle: Middle) -> Bool {
    let relationships = [middle.left, middle.right].map { pattern.edges[$0].relationship }
    let slots = Set(relationships + [middle.node])
    guard !duplicatesMatter, slots.allSatisfy({ !context.slots[$0].isRead }) else { return false }
    let isInPath = pattern.paths.contains {
      context.slots[$0.slot].isRead && !slots.isDisjoint(with: $0.elements)
    }
    let isTested = predicates.contains { predicate in
      guard !predicate.needs.isDisjoint(with: slots) else { return false }
      guard case .hasLabels(let subject, _) = predicate.expression.kind,
        case .slot(middle.node) = subject.kind
      else { return true }
      return false
    }
    let hasRival = pattern.edges.indices.contains { other in
      other != middle.left && other != middle.right
        && !builder.bound.contains(pattern.edges[other].relationship)
        && (mayMeet(pattern.edges[middle.left], pattern.edges[other])
          || mayMeet(pattern.edges[middle.right], pattern.edges[other]))
    }
    return !isInPath && !isTested && !hasRival
  }

  /// Adds the operator.
  mutating func meet(_ middle: Middle) {
    let left = pattern.edges[middle.left]
    let right = pattern.edges[middle.right]
    let rows = builder.rows * rowsAfterMeeting(middle)
    let isOnce = isOnce(middle)
    var demanded: [Text] = []
    predicates.removeAll { predicate in
      guard case .hasLabels(let subject, let names) = predicate.expression.kind,
        case .slot(middle.node) = subject.kind
      else { return false }
      demanded += names
      return true
    }
    builder.add(
      .meet(
        Meet(
          left: middle.leftEnd, right: middle.rightEnd, node: middle.node,
          leftRelationship: left.relationship, rightRelationship: right.relationship,
          leftTypes: left.types, rightTypes: right.types,
          leftDirection: left.left == middle.leftEnd ? left.direction : left.direction.reversed,
          rightDirection:
            right.left == middle.rightEnd ? right.direction : right.direction.reversed,
          labels: demanded, leftDistinctFrom: rivals(of: middle.left),
          rightDistinctFrom: rivals(of: middle.right), areApart: mayMeet(left, right),
          isOnce: isOnce, span: left.span)),
      rows: rows,
      writes: isOnce ? [] : [middle.node, left.relationship, right.relationship])
    nodes.removeAll { $0 == middle.node }
    edges.removeAll { $0 == middle.left || $0 == middle.right }
  }
}

extension BoundEdge {
  fileprivate func otherEnd(than node: Slot) -> Slot { left == node ? right : left }
}
