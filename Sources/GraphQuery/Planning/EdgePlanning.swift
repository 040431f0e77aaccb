import PropertyGraph

/// Walking one edge of a pattern.
extension MatchPlanner {
  /// Adds the operator for an edge that touches a bound node.
  mutating func walk(_ position: Int) {
    let edge = pattern.edges[position]
    let hasLeft = builder.bound.contains(edge.left)
    let hasRight = builder.bound.contains(edge.right)
    let rows = builder.rows * fanOut(edge, fromLeft: hasLeft)
    let into =
      hasLeft && hasRight
      ? rows / max(estimates.nodes(labels: labels[edge.right] ?? []), 1) : rows
    switch edge.form {
    case .step:
      builder.add(
        .expand(
          Expand(
            from: hasLeft ? edge.left : edge.right, relationship: edge.relationship,
            to: hasLeft ? edge.right : edge.left, types: edge.types,
            direction: hasLeft ? edge.direction : edge.direction.reversed,
            isInto: hasLeft && hasRight, isRelationshipBound: edge.isRelationshipBound,
            distinctFrom: rivals(of: position), span: edge.span)),
        rows: edge.isRelationshipBound ? min(into, builder.rows) : into,
        writes: [edge.left, edge.right, edge.relationship])
    case .group(let group):
      let expand = expandGroup(
        group, edge, position, fromLeft: hasLeft, isInto: hasLeft && hasRight)
      builder.add(.expandGroup(expand), rows: into, writes: writes(of: expand))
    case .shortest(let group, let isAll):
      let expand = expandGroup(group, edge, position, fromLeft: true, isInto: true)
      var path = ShortestPath(from: edge.left, to: edge.right, group: expand, isAll: isAll)
      takePredicates(of: edge, into: &path)
      builder.add(.shortestPath(path), rows: builder.rows, writes: writes(of: expand))
    }
    nodes.removeAll { $0 == edge.left || $0 == edge.right }
    edges.removeAll { $0 == position }
  }

  private func writes(of group: ExpandGroup) -> [Slot] {
    [group.from, group.to] + (group.relationships.map { [$0] } ?? []) + group.lists.map(\.list)
  }

  private func expandGroup(
    _ written: BoundGroup, _ edge: BoundEdge, _ position: Int, fromLeft: Bool, isInto: Bool
  ) -> ExpandGroup {
    let group = fromLeft ? written : written.reversed
    let isShortest = if case .shortest = edge.form { true } else { false }
    let mode: ExpandGroup.Mode = !isShortest && canReach(edge) ? .reachability : .trails
    return ExpandGroup(
      from: fromLeft ? edge.left : edge.right, to: fromLeft ? edge.right : edge.left,
      isInto: isInto, minimum: group.minimum, maximum: group.maximum, entry: group.entry,
      steps: group.steps, predicate: group.predicate,
      relationships: !edge.isRelationshipBound && isListNeeded(edge, position)
        ? edge.relationship : nil,
      lists: group.lists.filter { context.slots[$0.list].isRead }, isReversed: !fromLeft,
      boundRelationships: edge.isRelationshipBound ? edge.relationship : nil,
      distinctFrom: isShortest ? [] : rivals(of: position), mode: mode,
      span: edge.span)
  }

  // MARK: Relationship uniqueness

  /// Relationships bound already that an edge might meet again: within one `MATCH` none may be met
  /// twice. Types that cannot agree need no test.
  func rivals(of position: Int) -> [Slot] {
    let edge = pattern.edges[position]
    return pattern.edges.indices.filter { other in
      other != position && mayMeet(edge, pattern.edges[other])
        && builder.bound.contains(pattern.edges[other].relationship)
    }.map { pattern.edges[$0].relationship }
  }

  /// Whether two edges of the pattern might hold one relationship.
  func mayMeet(_ left: BoundEdge, _ right: BoundEdge) -> Bool {
    guard left.clause == right.clause else { return false }
    if case .shortest = left.form { return false }
    if case .shortest = right.form { return false }
    guard let a = left.possibleTypes, let b = right.possibleTypes else { return true }
    return !a.isDisjoint(with: b)
  }

  /// Whether the list of relationships of a repetition has to be kept.
  private func isListNeeded(_ edge: BoundEdge, _ position: Int) -> Bool {
    if context.slots[edge.relationship].isRead { return true }
    if pattern.paths.contains(where: {
      context.slots[$0.slot].isRead && $0.elements.contains(edge.relationship)
    }) {
      return true
    }
    return pattern.edges.indices.contains { other in
      other != position && mayMeet(edge, pattern.edges[other])
    }
  }

  // MARK: Reachability

  /// Whether a repetition may be walked with a visited set instead of trail by trail: every end is
  /// then one row for each start.
  ///
  /// Nobody may see or count the walks, and cutting the loops out of a walk must leave a trail that
  /// the pattern accepts. That holds for at least 0 or 1 repetitions of directed steps, if a
  /// relationship can stand at one position of the repetition only: two walks over one relationship
  /// then meet in a node at the same position, and what lies between can be cut out. Undirected, a
  /// walk could come back to its start over its own relationship, which shows only if zero
  /// repetitions do not count anyway. `*2..` counts the loops. A relationship that another edge of
  /// the same `MATCH` may hold can block the trail that is left.
  func canReach(_ edge: BoundEdge) -> Bool {
    guard context.rules.contains(.reachability), !duplicatesMatter,
      case .group(let group) = edge.form, !edge.isRelationshipBound,
      group.minimum <= 1, group.maximum != 0, group.maximum != 1
    else { return false }
    let isSeen =
      context.slots[edge.relationship].isRead
      || group.lists.contains { context.slots[$0.list].isRead }
      || pattern.paths.contains {
        context.slots[$0.slot].isRead && $0.elements.contains(edge.relationship)
      }
    if isSeen { return false }
    let hasRival = pattern.edges.contains { other in
      other.relationship != edge.relationship && mayMeet(edge, other)
    }
    if hasRival { return false }
    if group.steps.count == 1 {
      return group.steps[0].direction != .either || group.minimum == 0
    }
    guard group.steps.allSatisfy({ $0.direction != .either && !$0.types.isEmpty }) else {
      return false
    }
    // Beyond two steps a cut may join halves of two repetitions, which a predicate over more than one
    // of its elements has not seen together.
    guard group.steps.count == 2 || !group.hasJoiningPredicate else { return false }
    var seen: Set<Text> = []
    for step in group.steps {
      if !seen.isDisjoint(with: step.types) { return false }
      seen.formUnion(step.types)
    }
    return true
  }
}

extension BoundGroup {
  /// Whether something is demanded of several elements of a repetition together.
  fileprivate var hasJoiningPredicate: Bool {
    let locals = Set([entry] + steps.flatMap { [$0.relationship, $0.node] })
    return predicate?.conjuncts.contains {
      $0.mentionedSlots.intersection(locals).count > 1
    } ?? false
  }

  /// The same repetition walked from its other end.
  var reversed: BoundGroup {
    var copy = self
    let nodes = [entry] + steps.map(\.node)
    copy.entry = nodes[nodes.count - 1]
    copy.steps = steps.indices.reversed().map { index in
      ExpandGroup.Step(
        types: steps[index].types, direction: steps[index].direction.reversed,
        relationship: steps[index].relationship, node: nodes[index])
    }
    return copy
  }
}
