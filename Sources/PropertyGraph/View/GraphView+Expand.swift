extension GraphView {
  /// Appends every relationship of the nodes in one of `types` (`nil`: any) and the direction; with
  /// `either` a relationship from a node to itself counts once. Sources ascend; within a source
  /// those of the base come first, by direction, type and other end, then those created since.
  /// O(nodes × types + relationships found).
  public func expand(
    _ nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection,
    into expansion: inout Expansion
  ) {
    expand(nodes, types: types, direction: direction, filter: .everything, into: &expansion)
  }

  /// As ``expand(_:types:direction:into:)``, but only relationships whose other end passes the
  /// filter.
  public func expand(
    _ nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter,
    into expansion: inout Expansion
  ) {
    let first = expansion.sources.count
    let rows = ExpandKernel.span(of: nodes)
    let (out, back) = adjacencies(types, direction, from: rows)
    let outgoing = out.map { image.forward[$0] }
    let incoming = back.map { image.reverse[$0] }
    if overlay.hasCleanAdjacency {
      ExpandKernel.expand(
        nodes, outgoing: outgoing, incoming: incoming, skipsLoops: direction == .either, filter,
        into: &expansion)
      if !filter.isRange { keep(filter, from: first, of: &expansion) }
      return
    }
    var start = 0
    while start < nodes.count {
      let isTouched = overlay.isTouched(nodes[start].index)
      var end = start + 1
      while end < nodes.count, overlay.isTouched(nodes[end].index) == isTouched { end += 1 }
      let some = end - start == nodes.count ? nodes : Array(nodes[start..<end])
      let known = expansion.sources.count
      if isTouched {
        expandChanged(some, outgoing, incoming, types, direction, into: &expansion)
        keepChanged(filter, from: known, of: &expansion)
      } else {
        ExpandKernel.expand(
          some, outgoing: outgoing, incoming: incoming, skipsLoops: direction == .either, filter,
          into: &expansion)
        if !filter.isRange { keep(filter, from: known, of: &expansion) }
      }
      if start > 0 {
        for index in known..<expansion.sources.count {
          expansion.sources[index] &+= UInt32(truncatingIfNeeded: start)
        }
      }
      start = end
    }
  }

  /// Keeps what passes the filter, the range of which says nothing about nodes created since.
  private func keepChanged(
    _ filter: LabelFilter, from first: Int, of expansion: inout Expansion
  ) {
    if !filter.isRange { return keep(filter, from: first, of: &expansion) }
    let base = overlay.baseNodeCount
    expansion.keep(from: first) { expansion, index in
      let row = expansion.neighbors[index].index
      return row < base ? filter.admits(row) : admitsCreated(filter, row)
    }
  }

  private func admitsCreated(_ filter: LabelFilter, _ row: UInt32) -> Bool {
    if filter.labels.isEmpty { return filter.span > 0 }
    let set = labelSets[Int(labelSet(ofRow: row))]
    return filter.labels.allSatisfy { set.contains($0.index) }
  }

  /// Over adjacency that has changed since the base.
  private func expandChanged(
    _ nodes: [NodeRow], _ outgoing: [Adjacency], _ incoming: [Adjacency], _ types: [TypeCode]?,
    _ direction: TraversalDirection, into expansion: inout Expansion
  ) {
    var wanted: [Bool]?
    if let types {
      wanted = [Bool](repeating: false, count: self.types.names.count)
      for type in types { wanted?[Int(type.index)] = true }
    }
    for (position, node) in nodes.enumerated() {
      let source = UInt32(truncatingIfNeeded: position)
      if node.index < overlay.baseNodeCount {
        for adjacency in outgoing {
          appendBase(adjacency, of: node.index, source, skipsLoops: false, &expansion)
        }
        for adjacency in incoming {
          appendBase(
            adjacency, of: node.index, source, skipsLoops: direction == .either, &expansion)
        }
      }
      if let chain = overlay.chain(of: node.index) {
        appendCreated(chain, source, direction, wanted, &expansion)
      }
    }
  }

  /// The types among `types` that the base has, each once, ascending.
  func baseTypes(_ types: [TypeCode]?) -> [Int] {
    guard let types else { return Array(image.typeNames.indices) }
    if types.count == 1 {
      return types[0].index < image.typeNames.count ? [Int(types[0].index)] : []
    }
    return Set(types.map { Int($0.index) }).filter { $0 < image.typeNames.count }.sorted()
  }

  private func appendBase(
    _ adjacency: Adjacency, of row: UInt32, _ source: UInt32, skipsLoops: Bool,
    _ expansion: inout Expansion
  ) {
    let (low, high) = adjacency.range(of: row)
    var position = low
    while position < high {
      let neighbor = adjacency.neighbors[position]
      let relationship =
        adjacency.relationships.map { $0[position] } ?? UInt32(truncatingIfNeeded: position)
      position &+= 1
      if skipsLoops && neighbor == row { continue }
      if overlay.deletedRelationships.contains(relationship) { continue }
      expansion.sources.append(source)
      expansion.relationships.append(RelationshipRow(relationship))
      expansion.neighbors.append(NodeRow(neighbor))
    }
  }

  private func appendCreated(
    _ chain: Overlay.Chain, _ source: UInt32, _ direction: TraversalDirection, _ wanted: [Bool]?,
    _ expansion: inout Expansion
  ) {
    overlay.createdRelationships.withUnsafeBufferPointer { created in
      if direction != .incoming {
        var position = chain.firstOutgoing
        while position != Overlay.none {
          let end = created[Int(position)].end
          let type = created[Int(position)].type
          append(position, type, end, source, wanted, &expansion)
          position = created[Int(position)].nextOutgoing
        }
      }
      if direction != .outgoing {
        var position = chain.firstIncoming
        while position != Overlay.none {
          let start = created[Int(position)].start
          if direction == .incoming || start != created[Int(position)].end {
            append(position, created[Int(position)].type, start, source, wanted, &expansion)
          }
          position = created[Int(position)].nextIncoming
        }
      }
    }
  }

  private func append(
    _ position: UInt32, _ type: UInt32, _ neighbor: UInt32, _ source: UInt32, _ wanted: [Bool]?,
    _ expansion: inout Expansion
  ) {
    let row = overlay.baseRelationshipCount + position
    if let wanted, !wanted[Int(type)] { return }
    if overlay.deletedRelationships.contains(row) { return }
    expansion.sources.append(source)
    expansion.relationships.append(RelationshipRow(row))
    expansion.neighbors.append(NodeRow(neighbor))
  }

  /// Whether a node has a relationship that is not deleted.
  func hasLiveRelationship(_ row: UInt32) -> Bool {
    var expansion = Expansion()
    expand([NodeRow(row)], types: nil, direction: .either, into: &expansion)
    return !expansion.relationships.isEmpty
  }
}
