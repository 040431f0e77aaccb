/// A node's dense position in one graph view: all that execution handles. Valid only within the
/// view that gave it; the lasting name is the node's ``NodeID``.
public struct NodeRow: Sendable, Hashable, Comparable {
  /// Position from 0: rows of the base first, then nodes created since.
  public let index: UInt32

  /// Names a position.
  @inline(__always)
  public init(_ index: UInt32) { self.index = index }

  /// Order of position.
  public static func < (left: NodeRow, right: NodeRow) -> Bool { left.index < right.index }
}

/// A relationship's dense position in one graph view; see ``NodeRow``.
public struct RelationshipRow: Sendable, Hashable, Comparable {
  /// Position from 0: rows of the base first, then relationships created since.
  public let index: UInt32

  /// Names a position.
  @inline(__always)
  public init(_ index: UInt32) { self.index = index }

  /// Order of position.
  public static func < (left: RelationshipRow, right: RelationshipRow) -> Bool {
    left.index < right.index
  }
}

/// The lasting name of a node (SQLite rowid, what `id(n)` shows); never reused.
public typealias NodeID = Int64
/// The lasting name of a relationship; never reused.
public typealias RelationshipID = Int64

/// A walk through the graph: one more node than relationships.
public struct Path: Sendable, Hashable {
  /// The nodes in the order walked.
  public var nodes: [NodeRow]
  /// The relationships between them.
  public var relationships: [RelationshipRow]

  /// A path; `nodes` has one element more than `relationships`.
  public init(nodes: [NodeRow], relationships: [RelationshipRow]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}
