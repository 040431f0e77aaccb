/// Joins over sorted adjacency: the neighbours of a node stand in order of their rows.
extension GraphView {
  /// Appends the relationships between each node and its partner in `others`, in the order of an
  /// expansion. O(log degree) each.
  public func connect(
    _ nodes: [NodeRow], with others: [NodeRow], types: [TypeCode]?,
    direction: TraversalDirection, into expansion: inout Expansion
  ) {
    let (outgoing, incoming) = adjacencies(types, direction, from: ExpandKernel.span(of: nodes))
    for (position, node) in nodes.enumerated() {
      let source = UInt32(truncatingIfNeeded: position)
      let other = others[position]
      // What was created or deleted since touches both.
      if !overlay.hasCleanAdjacency, overlay.isTouched(node.index) {
        let known = expansion.sources.count
        connectByExpanding(
          [node], with: [other], types: types, direction: direction, into: &expansion)
        for index in known..<expansion.sources.count { expansion.sources[index] = source }
        continue
      }
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
    guard pairs.filter.isRange,
      let left = only(pairs.leftTypes, pairs.leftDirection),
      let right = only(pairs.rightTypes, pairs.rightDirection)
    else {
      meetByExpanding(pairs, into: &meetings)
      return
    }
    var position = 0
    while position < pairs.left.count {
      // Pairs of one node often come together.
      let node = pairs.left[position]
      var end = position &+ 1
      while end < pairs.left.count, pairs.left[end] == node { end &+= 1 }
      let first = left.range(of: node.index)
      if !overlay.hasCleanAdjacency, overlay.isTouched(node.index) {
        for place in position..<end { meetChanged(place, pairs, &meetings) }
      } else if first.low < first.high {
        meet(node, left, first, right, position..<end, pairs, &meetings)
      }
      position = end
    }
  }

  /// Appends what one node has in common with its partners.
  private func meet(
    _ node: NodeRow, _ left: Adjacency, _ first: (low: Int, high: Int), _ right: Adjacency,
    _ partners: Range<Int>, _ pairs: MeetingPairs, _ meetings: inout Meetings
  ) {
    let marks =
      partners.count >= NeighborMarks.fewestPartners
        && first.high &- first.low <= NeighborMarks.mostNeighbors
      ? NeighborMarks(left, first) : nil
    let isClean = overlay.hasCleanAdjacency
    for position in partners {
      if !isClean, overlay.isTouched(pairs.right[position].index) {
        meetChanged(position, pairs, &meetings)
        continue
      }
      let second = right.range(of: pairs.right[position].index)
      if second.low == second.high { continue }
      if let marks, !marks.mayHold(right, second) { continue }
      Adjacency.meet(
        left, first, right, second, source: UInt32(truncatingIfNeeded: position), pairs,
        &meetings)
    }
  }

  /// A pair that base adjacency does not tell all about.
  private func meetChanged(_ position: Int, _ pairs: MeetingPairs, _ meetings: inout Meetings) {
    var pair = pairs
    pair.left = [pairs.left[position]]
    pair.right = [pairs.right[position]]
    let known = meetings.sources.count
    meetByExpanding(pair, into: &meetings)
    for index in known..<meetings.sources.count {
      meetings.sources[index] = UInt32(truncatingIfNeeded: position)
    }
  }

  /// The one adjacency of a step over one type in one direction.
  func only(_ types: [TypeCode]?, _ direction: TraversalDirection) -> Adjacency? {
    guard let types, types.count == 1, direction != .either,
      Int(types[0].index) < image.typeNames.count
    else { return nil }
    let type = Int(types[0].index)
    return direction == .outgoing ? image.forward[type] : image.reverse[type]
  }
}

/// The neighbours of a node as bits of one word: most partners that share none are told at a glance.
private struct NeighborMarks {
  /// From how many partners on it is worth the making.
  static let fewestPartners = 4
  /// More neighbours would set most bits.
  static let mostNeighbors = 16

  private var bits: UInt64 = 0

  @inline(__always)
  init(_ adjacency: Adjacency, _ range: (low: Int, high: Int)) {
    for position in range.low..<range.high {
      bits |= 1 &<< Self.place(of: adjacency.neighbors[position])
    }
  }

  /// `false` if none of the neighbours in a run is marked. Reads the run without branching.
  @inline(__always)
  func mayHold(_ adjacency: Adjacency, _ range: (low: Int, high: Int)) -> Bool {
    // A long run is searched, not read.
    if range.high &- range.low > Self.mostNeighbors { return true }
    var found: UInt64 = 0
    for position in range.low..<range.high {
      found |= bits &>> Self.place(of: adjacency.neighbors[position])
    }
    return found & 1 != 0
  }

  @inline(__always)
  private static func place(of row: UInt32) -> UInt64 {
    UInt64(truncatingIfNeeded: (row &* 0x9E37_79B1) &>> 26)
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
