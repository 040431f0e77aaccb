import PropertyGraph

/// A `UNION` of one, two, three … repetitions of the same path as one repeated path: what the parts
/// walk again and again is then walked once.
extension PlanningContext {
  /// The parts of a union without duplicates, with those joined that repeat one path.
  func partsJoined(_ query: BoundQuery, duplicatesMatter: Bool) -> [BoundSingleQuery] {
    guard rules.contains(.repetitions), rules.contains(.reachability), query.parts.count > 1,
      !duplicatesMatter, !slots.isNondeterministic
    else { return query.parts }
    let chains = query.parts.enumerated().compactMap { Chain($0.element, $0.offset, slots) }
      .sorted { ($0.edges.count, $0.position) < ($1.edges.count, $1.position) }
    guard chains.count > 1, let first = chains.first,
      let group = group(of: chains, repeating: first)
    else { return query.parts }
    var pattern = BoundPattern()
    pattern.nodes = [first.start, first.end]
    pattern.edges = [
      BoundEdge(
        form: .group(group), left: first.start, right: first.end,
        relationship: slots.make(.list(.relationship)), isRelationshipBound: false, types: [],
        direction: .outgoing, span: first.edges[0].span)
    ]
    pattern.predicates = first.predicates(of: first.start) + first.predicates(of: first.end)
    var joined = query.parts[first.position]
    var projection = first.projection
    projection.isDistinct = false
    joined.clauses = [.match(pattern, isOptional: false), .project(projection)]
    let taken = Set(chains.map(\.position))
    return [joined]
      + query.parts.indices.filter { !taken.contains($0) }.map { query.parts[$0] }
  }

  /// The repetition that the chains together are; `nil` if they are not.
  private func group(of chains: [Chain], repeating first: Chain) -> BoundGroup? {
    let width = first.edges.count
    var seen: Set<Text> = []
    for edge in first.edges {
      // The conditions under which repetitions are walked with a visited set.
      guard edge.direction != .either, !edge.types.isEmpty, seen.isDisjoint(with: edge.types)
      else { return nil }
      seen.formUnion(edge.types)
    }
    let junction = chains[1].labels(at: width)
    for (index, chain) in chains.enumerated() {
      guard chain.edges.count == (index + 1) * width, chain.hasSameEnds(as: first) else {
        return nil
      }
      for (position, edge) in chain.edges.enumerated() {
        let own = first.edges[position % width]
        guard Set(edge.types) == Set(own.types), edge.direction == own.direction else {
          return nil
        }
        guard position > 0 else { continue }
        let demanded = position % width == 0 ? junction : first.labels(at: position % width)
        guard chain.labels(at: position) == demanded else { return nil }
      }
    }
    // The last node of a repetition begins the next, so it needs what every junction needs.
    guard junction.isSubset(of: first.labels(at: width)) else { return nil }
    var conjuncts: [BoundExpression] = []
    let steps = first.edges.enumerated().map { position, edge in
      let node = slots.make(.node)
      let labels =
        position + 1 == width ? junction : first.labels(at: position + 1)
      if !labels.isEmpty {
        conjuncts.append(
          BoundExpression(
            .hasLabels(BoundExpression(.slot(node), edge.span), labels.sorted()), edge.span))
      }
      return ExpandGroup.Step(
        types: edge.types, direction: edge.direction,
        relationship: slots.make(.relationship, names: edge.types), node: node)
    }
    return BoundGroup(
      minimum: 1, maximum: chains.count, entry: slots.make(.node), steps: steps,
      predicate: BoundExpression(conjunction: conjuncts, first.edges[0].span), lists: [])
  }
}

/// A part of a union that is one path of steps, of which only the ends are seen.
private struct Chain {
  let position: Int
  let edges: [BoundEdge]
  /// One more than edges.
  let nodes: [Slot]
  let projection: BoundProjection
  private let columns: [(name: Text, slot: Slot)]
  private var byNode: [Slot: [BoundExpression]] = [:]

  var start: Slot { nodes[0] }
  var end: Slot { nodes[nodes.count - 1] }

  init?(_ part: BoundSingleQuery, _ position: Int, _ slots: SlotTable) {
    guard part.clauses.count == 2, case .match(let pattern, isOptional: false) = part.clauses[0],
      case .project(let projection) = part.clauses[1], projection.aggregation == nil,
      projection.order.isEmpty, projection.skip == nil, projection.limit == nil,
      projection.predicate == nil, projection.outer.isEmpty, pattern.boundBefore.isEmpty,
      let first = pattern.edges.first, !pattern.paths.contains(where: { slots[$0.slot].isRead })
    else { return nil }
    var nodes = [first.left]
    for edge in pattern.edges {
      guard case .step = edge.form, !edge.isRelationshipBound, edge.clause == first.clause,
        edge.left == nodes[nodes.count - 1], !slots[edge.relationship].isRead
      else { return nil }
      nodes.append(edge.right)
    }
    guard Set(nodes).count == nodes.count, Set(pattern.nodes) == Set(nodes) else { return nil }
    self.position = position
    self.projection = projection
    columns = part.columns
    edges = pattern.edges
    self.nodes = nodes
    let relationships = Set(pattern.edges.map(\.relationship))
    for predicate in pattern.predicates {
      let mentioned = predicate.mentionedSlots
      let own = mentioned.intersection(nodes)
      guard own.count == 1, let node = own.first, mentioned.isDisjoint(with: relationships),
        !predicate.containsSubquery
      else { return nil }
      byNode[node, default: []].append(predicate)
    }
    for node in nodes.dropFirst().dropLast() {
      let isPlain = predicates(of: node).allSatisfy {
        if case .hasLabels = $0.kind { true } else { false }
      }
      guard isPlain, !slots[node].isRead else { return nil }
    }
  }

  func predicates(of node: Slot) -> [BoundExpression] { byNode[node] ?? [] }

  /// Labels demanded of the node before an edge (or of the last one).
  func labels(at index: Int) -> Set<Text> {
    var labels: Set<Text> = []
    for predicate in predicates(of: nodes[index]) {
      if case .hasLabels(_, let names) = predicate.kind { labels.formUnion(names) }
    }
    return labels
  }

  /// Whether the same is demanded of the ends, and the same is made of them.
  func hasSameEnds(as other: Chain) -> Bool {
    let names = [start: other.start, end: other.end]
    func isSame(_ own: [BoundExpression], _ others: [BoundExpression]) -> Bool {
      own.count == others.count
        && zip(own, others).allSatisfy { $0.isSame(as: $1, renaming: names) }
    }
    guard isSame(predicates(of: start), other.predicates(of: other.start)),
      isSame(predicates(of: end), other.predicates(of: other.end)),
      columns.count == other.columns.count
    else { return false }
    return columns.allSatisfy { column in
      guard let partner = other.columns.first(where: { $0.name == column.name }) else {
        return false
      }
      return expression(of: column.slot)
        .isSame(as: other.expression(of: partner.slot), renaming: names)
    }
  }

  private func expression(of slot: Slot) -> BoundExpression {
    projection.computed.first { $0.slot == slot }?.expression
      ?? BoundExpression(.slot(slot), 0..<0)
  }
}

extension BoundExpression {
  /// Whether two expressions are surely the same, if slots are called as `names` says and no others
  /// occur. Forms that are not looked into count as different.
  fileprivate func isSame(as other: BoundExpression, renaming names: [Slot: Slot]) -> Bool {
    func same(_ own: BoundExpression, _ others: BoundExpression) -> Bool {
      own.isSame(as: others, renaming: names)
    }
    func same(_ own: [BoundExpression], _ others: [BoundExpression]) -> Bool {
      own.count == others.count && zip(own, others).allSatisfy { same($0, $1) }
    }
    switch (kind, other.kind) {
    case (.literal(let a), .literal(let b)): return a.isIdentical(to: b)
    case (.parameter(let a), .parameter(let b)): return a == b
    case (.slot(let a), .slot(let b)): return names[a] == b
    case (.property(let a, let key), .property(let b, let otherKey)):
      return key == otherKey && same(a, b)
    case (.hasLabels(let a, let x), .hasLabels(let b, let y)): return x == y && same(a, b)
    case (.not(let a), .not(let b)): return same(a, b)
    case (.isNull(let a, let x), .isNull(let b, let y)): return x == y && same(a, b)
    case (.comparison(let x, let a, let c), .comparison(let y, let b, let d)):
      return x == y && same(a, b) && same(c, d)
    case (.binary(let x, let a, let c), .binary(let y, let b, let d)):
      return x == y && same(a, b) && same(c, d)
    case (.list(let a), .list(let b)), (.all(let a), .all(let b)), (.any(let a), .any(let b)):
      return same(a, b)
    default: return false
    }
  }
}
