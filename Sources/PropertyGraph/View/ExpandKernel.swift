/// The loops of an expansion over base adjacency alone: a pass that counts, a pass that fills.
enum ExpandKernel {
  /// Appends the relationships of `nodes` in the adjacencies `outgoing`, then `incoming`. With
  /// `skipsLoops` a relationship from a node to itself is left out of `incoming`.
  static func expand(
    _ nodes: [NodeRow], outgoing: [Adjacency], incoming: [Adjacency], skipsLoops: Bool,
    _ filter: LabelFilter, into expansion: inout Expansion
  ) {
    if incoming.isEmpty, outgoing.count == 1 {
      return expand(nodes, along: outgoing[0], filter, into: &expansion)
    }
    if outgoing.isEmpty, incoming.count == 1, !skipsLoops {
      return expand(nodes, along: incoming[0], filter, into: &expansion)
    }
    var total = 0
    for adjacency in outgoing + incoming { total += count(nodes, along: adjacency) }
    guard total > 0 else { return }
    let start = grow(&expansion, by: total)
    var end = start
    withCells(of: &expansion) { sources, relationships, neighbors in
      outgoing.withUnsafeBufferPointer { outgoing in
        incoming.withUnsafeBufferPointer { incoming in
          for (position, node) in nodes.enumerated() {
            let source = UInt32(truncatingIfNeeded: position)
            for adjacency in outgoing {
              fill(
                adjacency, node.index, source, sources, relationships, neighbors, &end, filter,
                skipping: nil)
            }
            for adjacency in incoming {
              fill(
                adjacency, node.index, source, sources, relationships, neighbors, &end, filter,
                skipping: skipsLoops ? node.index : nil)
            }
          }
        }
      }
    }
    shrink(&expansion, by: start + total - end)
  }

  private static func shrink(_ expansion: inout Expansion, by surplus: Int) {
    guard surplus > 0 else { return }
    expansion.sources.removeLast(surplus)
    expansion.relationships.removeLast(surplus)
    expansion.neighbors.removeLast(surplus)
  }

  /// The smallest and the largest row; an empty span for no nodes.
  static func span(of nodes: [NodeRow]) -> (low: UInt32, high: UInt32) {
    var low = UInt32.max
    var high: UInt32 = 0
    nodes.withUnsafeBufferPointer { nodes in
      for node in nodes {
        low = min(low, node.index)
        high = max(high, node.index)
      }
    }
    return (low, high)
  }

  /// One type, one direction: the common case, with nothing in the inner loop but copies.
  private static func expand(
    _ nodes: [NodeRow], along adjacency: Adjacency, _ filter: LabelFilter,
    into expansion: inout Expansion
  ) {
    let total = count(nodes, along: adjacency)
    guard total > 0 else { return }
    let start = grow(&expansion, by: total)
    var end = start
    withCells(of: &expansion) { sources, relationships, neighbors in
      nodes.withUnsafeBufferPointer { nodes in
        for position in 0..<nodes.count {
          fill(
            adjacency, nodes[position].index, UInt32(truncatingIfNeeded: position), sources,
            relationships, neighbors, &end, filter, skipping: nil)
        }
      }
    }
    shrink(&expansion, by: start + total - end)
  }

  /// As the above, without saying by which relationships.
  static func arrive(
    _ nodes: [NodeRow], along adjacency: Adjacency, _ filter: LabelFilter,
    into expansion: inout Expansion
  ) {
    let total = count(nodes, along: adjacency)
    guard total > 0 else { return }
    let start = expansion.sources.count
    expansion.sources.append(contentsOf: repeatElement(0, count: total))
    expansion.neighbors.append(contentsOf: repeatElement(NodeRow(0), count: total))
    var end = start
    expansion.sources.withUnsafeMutableBufferPointer { sources in
      expansion.neighbors.withUnsafeMutableBufferPointer { neighbors in
        nodes.withUnsafeBufferPointer { nodes in
          for place in 0..<nodes.count {
            let (low, high) = adjacency.range(of: nodes[place].index)
            var position = low
            while position < high {
              let neighbor = adjacency.neighbors[position]
              position &+= 1
              guard filter.admits(neighbor) else { continue }
              sources[end] = UInt32(truncatingIfNeeded: place)
              neighbors[end] = NodeRow(neighbor)
              end &+= 1
            }
          }
        }
      }
    }
    let surplus = start + total - end
    expansion.sources.removeLast(surplus)
    expansion.neighbors.removeLast(surplus)
  }

  /// Adds to each node's count. Where every relationship of the type leads to nodes that pass, the
  /// offsets tell; `back` leads from the other ends, so that its rows are theirs.
  static func count(
    _ nodes: [NodeRow], along adjacency: Adjacency, back: Adjacency, _ filter: LabelFilter,
    skipsLoops: Bool, into counts: inout [Int64]
  ) {
    let isWhole =
      !skipsLoops && filter.low <= back.firstRow
      && UInt64(back.firstRow) + UInt64(back.rowCount) <= UInt64(filter.low) + UInt64(filter.span)
    counts.withUnsafeMutableBufferPointer { counts in
      nodes.withUnsafeBufferPointer { nodes in
        for position in 0..<nodes.count {
          let row = nodes[position].index
          let (low, high) = adjacency.range(of: row)
          if isWhole {
            counts[position] &+= Int64(high &- low)
            continue
          }
          for place in low..<high {
            let neighbor = adjacency.neighbors[place]
            if filter.admits(neighbor), !(skipsLoops && neighbor == row) { counts[position] &+= 1 }
          }
        }
      }
    }
  }

  private static func count(_ nodes: [NodeRow], along adjacency: Adjacency) -> Int {
    var total = 0
    nodes.withUnsafeBufferPointer { nodes in
      for node in nodes {
        let (low, high) = adjacency.range(of: node.index)
        total &+= high &- low
      }
    }
    return total
  }

  /// Makes room and returns where it begins.
  private static func grow(_ expansion: inout Expansion, by count: Int) -> Int {
    let start = expansion.sources.count
    expansion.sources.append(contentsOf: repeatElement(0, count: count))
    expansion.relationships.append(
      contentsOf: repeatElement(RelationshipRow(0), count: count))
    expansion.neighbors.append(contentsOf: repeatElement(NodeRow(0), count: count))
    return start
  }

  @inline(__always)
  private static func withCells(
    of expansion: inout Expansion,
    _ body: (
      UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<RelationshipRow>,
      UnsafeMutableBufferPointer<NodeRow>
    ) -> Void
  ) {
    expansion.sources.withUnsafeMutableBufferPointer { sources in
      expansion.relationships.withUnsafeMutableBufferPointer { relationships in
        expansion.neighbors.withUnsafeMutableBufferPointer { neighbors in
          body(sources, relationships, neighbors)
        }
      }
    }
  }

  @inline(__always)
  private static func fill(
    _ adjacency: Adjacency, _ row: UInt32, _ source: UInt32,
    _ sources: UnsafeMutableBufferPointer<UInt32>,
    _ relationships: UnsafeMutableBufferPointer<RelationshipRow>,
    _ neighbors: UnsafeMutableBufferPointer<NodeRow>, _ end: inout Int, _ filter: LabelFilter,
    skipping loop: UInt32?
  ) {
    let (low, high) = adjacency.range(of: row)
    var position = low
    while position < high {
      let neighbor = adjacency.neighbors[position]
      if filter.admits(neighbor), neighbor != loop {
        sources[end] = source
        relationships[end] = RelationshipRow(
          adjacency.relationships.map { $0[position] }
            ?? UInt32(truncatingIfNeeded: position))
        neighbors[end] = NodeRow(neighbor)
        end &+= 1
      }
      position &+= 1
    }
  }
}
