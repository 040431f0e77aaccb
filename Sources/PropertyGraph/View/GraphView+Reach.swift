/// Steps over many nodes at once where less is wanted than every relationship.
extension GraphView {
  /// The test for nodes that have all the labels: one range of rows where the base says it all.
  public func filter(_ labels: [LabelCode]) -> LabelFilter {
    if labels.isEmpty { return .everything }
    guard overlay.relabelledRows.isEmpty else { return .testing(labels) }
    var found: (low: UInt32, high: UInt32)?
    var hasGap = false
    for (set, codes) in image.labelSets.enumerated()
    where labels.allSatisfy({ codes.contains($0.index) }) {
      let low = image.segmentStarts[set]
      let high = image.segmentStarts[set + 1]
      if let current = found {
        if current.high != low { hasGap = true }
        found = (current.low, high)
      } else {
        found = (low, high)
      }
    }
    let (low, high) = found ?? (0, 0)
    return LabelFilter(low: low, span: high - low, labels: labels, isRange: !hasGap)
  }

  /// The adjacencies that a step may follow from rows of a span, each with the one that leads back.
  func adjacencies(
    _ types: [TypeCode]?, _ direction: TraversalDirection, from rows: (low: UInt32, high: UInt32)
  ) -> (outgoing: [Int], incoming: [Int]) {
    let all = baseTypes(types)
    return (
      direction == .incoming ? [] : all.filter { image.forward[$0].meets(rows) },
      direction == .outgoing ? [] : all.filter { image.reverse[$0].meets(rows) }
    )
  }

  /// Appends where the relationships of an expansion arrive, leaving out the relationships where
  /// that is quicker. O(nodes + relationships found).
  public func arrive(
    from nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter,
    into expansion: inout Expansion
  ) {
    if overlay.hasCleanAdjacency, filter.isRange, let adjacency = only(types, direction) {
      return ExpandKernel.arrive(nodes, along: adjacency, filter, into: &expansion)
    }
    expand(nodes, types: types, direction: direction, filter: filter, into: &expansion)
  }

  /// For each node the number of relationships that an expansion finds. O(nodes × types), and
  /// O(relationships) where other ends have to be looked at.
  public func degrees(
    of nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter
  ) -> [Int64] {
    var degrees = [Int64](repeating: 0, count: nodes.count)
    guard filter.isRange else {
      var expansion = Expansion()
      expand(nodes, types: types, direction: direction, filter: filter, into: &expansion)
      for source in expansion.sources { degrees[Int(source)] += 1 }
      return degrees
    }
    let (outgoing, incoming) = adjacencies(types, direction, from: ExpandKernel.span(of: nodes))
    for type in outgoing {
      ExpandKernel.count(
        nodes, along: image.forward[type], back: image.reverse[type], filter, skipsLoops: false,
        into: &degrees)
    }
    for type in incoming {
      ExpandKernel.count(
        nodes, along: image.reverse[type], back: image.forward[type], filter,
        skipsLoops: direction == .either, into: &degrees)
    }
    if overlay.hasCleanAdjacency { return degrees }
    for (position, node) in nodes.enumerated() where overlay.isTouched(node.index) {
      var expansion = Expansion()
      expand([node], types: types, direction: direction, filter: filter, into: &expansion)
      degrees[position] = Int64(expansion.sources.count)
    }
    return degrees
  }

  /// Adds the neighbours of the nodes to a set, those alone that pass the filter.
  /// O(relationships).
  public func reach(
    from nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection,
    filter: LabelFilter, into found: inout NodeSet
  ) {
    guard filter.isRange else {
      return reachByExpanding(
        from: nodes, types: types, direction: direction, filter: filter, into: &found)
    }
    if !overlay.hasCleanAdjacency, nodes.contains(where: { overlay.isTouched($0.index) }) {
      reachByExpanding(
        from: nodes.filter { overlay.isTouched($0.index) }, types: types, direction: direction,
        filter: filter, into: &found)
      return reach(
        from: nodes.filter { !overlay.isTouched($0.index) }, types: types, direction: direction,
        filter: filter, into: &found)
    }
    found.reserve(rows: image.nodeCount)
    let (outgoing, incoming) = adjacencies(types, direction, from: ExpandKernel.span(of: nodes))
    for adjacency in outgoing.map({ image.forward[$0] }) + incoming.map({ image.reverse[$0] }) {
      for node in nodes {
        let (low, high) = adjacency.range(of: node.index)
        found.insert(
          UnsafeBufferPointer(start: adjacency.neighbors + low, count: high &- low),
          admittedBy: filter)
      }
    }
  }

  private func reachByExpanding(
    from nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection,
    filter: LabelFilter, into found: inout NodeSet
  ) {
    var expansion = Expansion()
    expand(nodes, types: types, direction: direction, filter: filter, into: &expansion)
    for neighbor in expansion.neighbors { found.insert(neighbor) }
  }
}
