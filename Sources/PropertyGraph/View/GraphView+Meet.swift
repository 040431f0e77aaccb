/// Joins over sorted adjacency: the neighbours of a node stand in order of their rows.
extension GraphView {
  /// Appends the relationships between each node and its partner in `others`, in the order of an
  /// expansion. O(log degree) each.
  public func connect(
    _ nodes: [NodeRow], with others: [NodeRow], types: [TypeCode]?,
    direction: TraversalDirection, into expansion: inout Expansion
  ) {
    guard overlay.hasCleanAdjacency else {
      connectByExpanding(nodes, with: others, types: types, direction: direction, into: &expansion)
      return
    }
    let (outgoing, incoming) = adjacencies(types, direction, from: ExpandKernel.span(of: nodes))
    for (position, node) in nodes.enumerated() {
      let source = UInt32(truncatingIfNeeded: position)
      let other = others[position]
      for type in outgoing {
        image.forward[type].connect(node.index, other.index, source, into: &expansion)
      }
      // A relationship from a node to itself was met on its way out.
      if direction == .either, node == other { continue }
      for type in incoming {
        image.reverse[type].connect(node.index, other.index, source, into: &expansion)
      }
    }
  }

  /// Appends the nodes that both nodes of each pair have as neighbours: runs in order are merged,
  /// a short one is looked up in a long one.
  public func meet(_ pairs: MeetingPairs, into meetings: inout Meetings) {
    guard overlay.hasCleanAdjacency, pairs.filter.isRange,
      let left = only(pairs.leftTypes, pairs.leftDirection),
      let right = only(pairs.rightTypes, pairs.rightDirection)
    else {
      meetByExpanding(pairs, into: &meetings)
      return
    }
    for position in pairs.left.indices {
      let first = left.range(of: pairs.left[position].index)
      let second = right.range(of: pairs.right[position].index)
      if first.low == first.high || second.low == second.high { continue }
      Adjacency.meet(
        left, first, right, second, source: UInt32(truncatingIfNeeded: position), pairs,
        &meetings)
    }
  }

  /// The one adjacency of a step over one type in one direction.
  private func only(_ types: [TypeCode]?, _ direction: TraversalDirection) -> Adjacency? {
    guard let types, types.count == 1, direction != .either,
      Int(types[0].index) < image.typeNames.count
    else { return nil }
    let type = Int(types[0].index)
    return direction == .outgoing ? image.forward[type] : image.reverse[type]
  }
}

extension Adjacency {
  /// Runs this much longer than their partner are searched instead of read.
  private static let gallopsFrom = 8

  /// The relationship at a position.
  @inline(__always)
  func relationship(_ position: Int) -> RelationshipRow {
    RelationshipRow(
      relationships.map { $0[position] } ?? UInt32(truncatingIfNeeded: position))
  }

  /// The first position from `low` on whose neighbour is not before a row.
  @inline(__always)
  func firstPosition(of row: UInt32, from low: Int, to high: Int) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low &+ high) &>> 1
      if neighbors[middle] < row { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// Appends the relationships from one row to another.
  @inline(__always)
  func connect(
    _ row: UInt32, _ other: UInt32, _ source: UInt32, into expansion: inout Expansion
  ) {
    let (low, high) = range(of: row)
    var position = firstPosition(of: other, from: low, to: high)
    while position < high, neighbors[position] == other {
      expansion.sources.append(source)
      expansion.relationships.append(relationship(position))
      expansion.neighbors.append(NodeRow(other))
      position &+= 1
    }
  }

  /// Appends what two runs have in common.
  @inline(__always)
  static func meet(
    _ left: Adjacency, _ first: (low: Int, high: Int), _ right: Adjacency,
    _ second: (low: Int, high: Int), source: UInt32, _ pairs: MeetingPairs,
    _ meetings: inout Meetings
  ) {
    var i = first.low
    var j = second.low
    while i < first.high, j < second.high {
      let a = left.neighbors[i]
      let b = right.neighbors[j]
      if a < b {
        i =
          (first.high &- i) / gallopsFrom > second.high &- j
          ? left.firstPosition(of: b, from: i, to: first.high) : i &+ 1
        continue
      }
      if b < a {
        j =
          (second.high &- j) / gallopsFrom > first.high &- i
          ? right.firstPosition(of: a, from: j, to: second.high) : j &+ 1
        continue
      }
      var end = j
      while end < second.high, right.neighbors[end] == a { end &+= 1 }
      while i < first.high, left.neighbors[i] == a {
        if pairs.filter.admits(a) {
          let own = left.relationship(i)
          for partner in j..<end {
            let other = right.relationship(partner)
            if pairs.areApart, own == other { continue }
            meetings.append(source, NodeRow(a), own, other)
            if pairs.isOnce { return }
          }
        }
        i &+= 1
      }
      j = end
    }
  }
}
