public import Diagnostics

/// Loops over many relationships that a graph may know a quicker way for. These are the plain ones;
/// the answers are the same.
extension GraphAccess {
  /// Not told from bytes.
  public func nodeProperty(
    _ key: KeyCode, of nodes: [NodeRow], equals text: Text
  ) throws(Diagnostic) -> Column? { nil }

  /// The test for nodes that have all the labels.
  public func filter(_ labels: [LabelCode]) -> LabelFilter {
    labels.isEmpty ? .everything : .testing(labels)
  }

  /// Appends relationships as ``expand(_:types:direction:into:)`` does, those alone whose other end
  /// passes the filter.
  public func expand(
    _ nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter,
    into expansion: inout Expansion
  ) {
    let first = expansion.sources.count
    expand(nodes, types: types, direction: direction, into: &expansion)
    keep(filter, from: first, of: &expansion)
  }

  /// As ``expand(_:types:direction:filter:into:)``.
  public func arrive(
    from nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter,
    into expansion: inout Expansion
  ) {
    expand(nodes, types: types, direction: direction, filter: filter, into: &expansion)
  }

  /// For each node the number of relationships that ``expand(_:types:direction:filter:into:)``
  /// finds.
  public func degrees(
    of nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter
  ) -> [Int64] {
    var expansion = Expansion()
    expand(nodes, types: types, direction: direction, filter: filter, into: &expansion)
    var degrees = [Int64](repeating: 0, count: nodes.count)
    for source in expansion.sources { degrees[Int(source)] += 1 }
    return degrees
  }

  /// Adds the neighbours of the nodes to a set, those alone that pass the filter.
  public func reach(
    from nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection,
    filter: LabelFilter, into found: inout NodeSet
  ) {
    var expansion = Expansion()
    expand(nodes, types: types, direction: direction, filter: filter, into: &expansion)
    for neighbor in expansion.neighbors { found.insert(neighbor) }
  }

  /// Appends the relationships between each node and its partner in `others`. O(log degree) each.
  public func connect(
    _ nodes: [NodeRow], with others: [NodeRow], types: [TypeCode]?,
    direction: TraversalDirection, into expansion: inout Expansion
  ) {
    connectByExpanding(nodes, with: others, types: types, direction: direction, into: &expansion)
  }

  /// Appends the nodes that both nodes of each pair have as neighbours. O(degrees of the pair) at
  /// most.
  public func meet(_ pairs: MeetingPairs, into meetings: inout Meetings) {
    meetByExpanding(pairs, into: &meetings)
  }

  // MARK: The plain way

  func connectByExpanding(
    _ nodes: [NodeRow], with others: [NodeRow], types: [TypeCode]?,
    direction: TraversalDirection, into expansion: inout Expansion
  ) {
    let first = expansion.sources.count
    expand(nodes, types: types, direction: direction, into: &expansion)
    expansion.keep(from: first) { expansion, index in
      expansion.neighbors[index] == others[Int(expansion.sources[index])]
    }
  }

  func keep(_ filter: LabelFilter, from first: Int, of expansion: inout Expansion) {
    if filter.isRange {
      if filter.span == .max { return }
      expansion.keep(from: first) { filter.admits($0.neighbors[$1].index) }
    } else {
      let flags = hasLabels(Array(expansion.neighbors[first...]), all: filter.labels)
      expansion.keep(from: first) { flags[$1 - first] }
    }
  }

  func meetByExpanding(_ pairs: MeetingPairs, into meetings: inout Meetings) {
    for position in pairs.left.indices {
      var left = Expansion()
      expand(
        [pairs.left[position]], types: pairs.leftTypes, direction: pairs.leftDirection,
        filter: pairs.filter, into: &left)
      if left.sources.isEmpty { continue }
      var right = Expansion()
      expand(
        [pairs.right[position]], types: pairs.rightTypes, direction: pairs.rightDirection,
        into: &right)
      let order = right.neighbors.indices.sorted {
        (right.neighbors[$0], $0) < (right.neighbors[$1], $1)
      }
      let sorted = order.map { right.neighbors[$0] }
      search: for index in left.neighbors.indices {
        let node = left.neighbors[index]
        var place = sorted.firstPosition(of: node)
        while place < sorted.count, sorted[place] == node {
          let partner = right.relationships[order[place]]
          place += 1
          if pairs.areApart, partner == left.relationships[index] { continue }
          meetings.append(UInt32(position), node, left.relationships[index], partner)
          if pairs.isOnce { break search }
        }
      }
    }
  }
}

extension Array where Element == NodeRow {
  /// The first position whose node is not before `node`; the array ascends.
  fileprivate func firstPosition(of node: NodeRow) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Expansion {
  /// Keeps the entries from `first` on that satisfy the test.
  mutating func keep(from first: Int, _ test: (borrowing Expansion, Int) -> Bool) {
    var kept = first
    for index in first..<sources.count where test(self, index) {
      sources[kept] = sources[index]
      relationships[kept] = relationships[index]
      neighbors[kept] = neighbors[index]
      kept += 1
    }
    sources.removeSubrange(kept...)
    relationships.removeSubrange(kept...)
    neighbors.removeSubrange(kept...)
  }
}

/// Pairs of nodes, and over what each of the two is left for a common neighbour.
public struct MeetingPairs: Sendable {
  /// The first of each pair.
  public var left: [NodeRow]
  /// The second of each pair.
  public var right: [NodeRow]
  /// Types of the relationships from the first; `nil` for any.
  public var leftTypes: [TypeCode]?
  /// Types of the relationships from the second; `nil` for any.
  public var rightTypes: [TypeCode]?
  /// Their direction, seen from the first.
  public var leftDirection: TraversalDirection
  /// Their direction, seen from the second.
  public var rightDirection: TraversalDirection
  /// Which neighbours count.
  public var filter: LabelFilter
  /// Whether the two relationships must differ.
  public var areApart: Bool
  /// Whether one common neighbour is enough.
  public var isOnce: Bool

  /// Pairs.
  public init(
    left: [NodeRow], right: [NodeRow], leftTypes: [TypeCode]?, rightTypes: [TypeCode]?,
    leftDirection: TraversalDirection, rightDirection: TraversalDirection, filter: LabelFilter,
    areApart: Bool, isOnce: Bool
  ) {
    self.left = left
    self.right = right
    self.leftTypes = leftTypes
    self.rightTypes = rightTypes
    self.leftDirection = leftDirection
    self.rightDirection = rightDirection
    self.filter = filter
    self.areApart = areApart
    self.isOnce = isOnce
  }
}

/// Common neighbours of pairs: parallel arrays, one entry for each two relationships that meet.
public struct Meetings: Sendable {
  /// Number of the pair, ascending.
  public var sources: [UInt32] = []
  /// The common neighbour.
  public var nodes: [NodeRow] = []
  /// The relationship from the first of the pair.
  public var leftRelationships: [RelationshipRow] = []
  /// The relationship from the second.
  public var rightRelationships: [RelationshipRow] = []

  /// None.
  public init() {}

  /// Adds an entry.
  @inline(__always)
  public mutating func append(
    _ source: UInt32, _ node: NodeRow, _ left: RelationshipRow, _ right: RelationshipRow
  ) {
    sources.append(source)
    nodes.append(node)
    leftRelationships.append(left)
    rightRelationships.append(right)
  }
}
