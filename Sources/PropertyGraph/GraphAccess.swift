public import Diagnostics

/// The code of a label in one graph.
public struct LabelCode: Sendable, Hashable {
  /// Position in the graph's dictionary.
  public let index: UInt32
  /// Names a position.
  public init(_ index: UInt32) { self.index = index }
}

/// The code of a relationship type in one graph.
public struct TypeCode: Sendable, Hashable {
  /// Position in the graph's dictionary.
  public let index: UInt32
  /// Names a position.
  public init(_ index: UInt32) { self.index = index }
}

/// The code of a property key in one graph.
public struct KeyCode: Sendable, Hashable {
  /// Position in the graph's dictionary.
  public let index: UInt32
  /// Names a position.
  public init(_ index: UInt32) { self.index = index }
}

/// Which relationships of a node an expansion follows.
public enum TraversalDirection: Sendable, Hashable {
  case outgoing, incoming, either
}

/// Where a scan stands; opaque to the caller.
public struct ScanCursor: Sendable {
  /// Implementation's position.
  public var position: Int = 0
  /// Whether everything was delivered.
  public var isAtEnd = false
  /// At the beginning.
  public init() {}
}

/// What an expansion found: parallel arrays, one entry per relationship followed.
public struct Expansion: Sendable {
  /// Position in the batch of nodes expanded from.
  public var sources: [UInt32] = []
  /// The relationship followed.
  public var relationships: [RelationshipRow] = []
  /// The node at its other end.
  public var neighbors: [NodeRow] = []
  /// Nothing yet.
  public init() {}
  /// Forgets the entries, keeps the memory.
  public mutating func removeAll() {
    sources.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
    neighbors.removeAll(keepingCapacity: true)
  }
}

/// What execution needs of a graph. Every call carries a batch, so that the same statements can
/// later run against a server; the loops behind them are concrete.
public protocol GraphAccess: AnyObject {
  // MARK: Names and counts

  /// The code of a label, `nil` if the graph has never held it.
  func labelCode(_ name: Text) -> LabelCode?
  /// The code of a relationship type, `nil` if the graph has never held it.
  func typeCode(_ name: Text) -> TypeCode?
  /// The code of a property key, `nil` if the graph has never held it.
  func keyCode(_ name: Text) -> KeyCode?
  /// The name of a relationship type.
  func name(of type: TypeCode) -> Text
  /// All labels, relationship types and property keys in use, in code point order.
  func labelNames() -> [Text]
  /// See ``labelNames()``.
  func typeNames() -> [Text]
  /// See ``labelNames()``.
  func keyNames() -> [Text]
  /// Number of live nodes, with a label if one is given. O(label sets).
  func nodeCount(label: LabelCode?) -> Int
  /// Number of live relationships, of a type if one is given. O(1).
  func relationshipCount(type: TypeCode?) -> Int

  // MARK: Reading by batch

  /// Appends up to `limit` live nodes, with a label if one is given, and moves the cursor.
  func scan(_ label: LabelCode?, cursor: inout ScanCursor, limit: Int, into rows: inout [NodeRow])
  /// Appends every relationship of the nodes in one of `types` (`nil`: any) and the direction. With
  /// `either`, a self-loop counts once. Sources ascend; order within one source is stable.
  func expand(
    _ nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection,
    into expansion: inout Expansion)
  /// The test for nodes that have all the labels, to be used while the statement changes nothing.
  func filter(_ labels: [LabelCode]) -> LabelFilter
  /// Appends relationships as ``expand(_:types:direction:into:)`` does, those alone whose other end
  /// passes the filter.
  func expand(
    _ nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter,
    into expansion: inout Expansion)
  /// Appends sources and neighbours as ``expand(_:types:direction:filter:into:)`` does; which
  /// relationships lead there need not be said.
  func arrive(
    from nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter,
    into expansion: inout Expansion)
  /// For each node the number of relationships that an expansion finds.
  func degrees(
    of nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection, filter: LabelFilter
  ) -> [Int64]
  /// Adds the neighbours of the nodes to a set, those alone that pass the filter.
  func reach(
    from nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection,
    filter: LabelFilter, into found: inout NodeSet)
  /// Appends the relationships between each node and its partner in `others`.
  func connect(
    _ nodes: [NodeRow], with others: [NodeRow], types: [TypeCode]?,
    direction: TraversalDirection, into expansion: inout Expansion)
  /// Appends the nodes that both nodes of each pair have as neighbours.
  func meet(_ pairs: MeetingPairs, into meetings: inout Meetings)
  /// Whether each node has all the labels.
  func hasLabels(_ nodes: [NodeRow], all labels: [LabelCode]) -> [Bool]
  /// A property of each node; null where absent.
  func nodeProperty(_ key: KeyCode, of nodes: [NodeRow]) throws(Diagnostic) -> Column
  /// Whether a property of each node is that text, without making texts of them; null where absent,
  /// `nil` if only the values can tell.
  func nodeProperty(
    _ key: KeyCode, of nodes: [NodeRow], equals text: Text
  ) throws(Diagnostic) -> Column?
  /// A property of each relationship; null where absent.
  func relationshipProperty(
    _ key: KeyCode, of relationships: [RelationshipRow]
  ) throws(Diagnostic) -> Column
  /// Nodes whose property equals the value, among those with the label if one is given, by an
  /// index; `nil` when no index serves (the caller scans). `id` is always indexed.
  func seek(label: LabelCode?, key: KeyCode, equals value: Value) -> [NodeRow]?
  /// Whether ``seek(label:key:equals:)`` has an index for the key.
  func hasIndex(label: Text?, key: Text) -> Bool

  // MARK: Reading one by one

  /// The lasting name of a node.
  func id(of node: NodeRow) -> NodeID
  /// The lasting name of a relationship.
  func id(of relationship: RelationshipRow) -> RelationshipID
  /// The node of that name, if it lives.
  func node(withID id: NodeID) -> NodeRow?
  /// The relationship of that name, if it lives.
  func relationship(withID id: RelationshipID) -> RelationshipRow?
  /// Whether this statement has deleted the node.
  func isDeleted(_ node: NodeRow) -> Bool
  /// Whether this statement has deleted the relationship.
  func isDeleted(_ relationship: RelationshipRow) -> Bool
  /// Its labels in code point order.
  func labels(of node: NodeRow) -> [Text]
  /// All its properties.
  func properties(of node: NodeRow) -> PropertyMap
  /// All its properties.
  func properties(of relationship: RelationshipRow) -> PropertyMap
  /// Its type.
  func type(of relationship: RelationshipRow) -> TypeCode
  /// The node it starts at.
  func start(of relationship: RelationshipRow) -> NodeRow
  /// The node it ends at.
  func end(of relationship: RelationshipRow) -> NodeRow

  // MARK: Changing (inside a statement; visible to reads at once)

  /// Creates a node.
  func createNode(labels: [Text], properties: PropertyMap) throws(Diagnostic) -> NodeRow
  /// Creates a relationship.
  func createRelationship(
    type: Text, from start: NodeRow, to end: NodeRow, properties: PropertyMap
  ) throws(Diagnostic) -> RelationshipRow
  /// Sets a property; `.null` removes it.
  func setProperty(_ key: Text, of node: NodeRow, to value: Value) throws(Diagnostic)
  /// Sets a property; `.null` removes it.
  func setProperty(
    _ key: Text, of relationship: RelationshipRow, to value: Value
  ) throws(Diagnostic)
  /// Adds a label; returns whether the node lacked it.
  func addLabel(_ label: Text, to node: NodeRow) throws(Diagnostic) -> Bool
  /// Removes a label; returns whether the node had it.
  func removeLabel(_ label: Text, from node: NodeRow) throws(Diagnostic) -> Bool
  /// Marks a relationship as deleted; again is a no-op. Returns whether it lived.
  func delete(_ relationship: RelationshipRow) throws(Diagnostic) -> Bool
  /// Marks a node as deleted; relationships it still has are judged at the end of the statement.
  /// Returns whether it lived.
  func delete(_ node: NodeRow) throws(Diagnostic) -> Bool

  // MARK: One statement, one transaction

  /// Starts to record changes. What takes long at this point calls `poll` now and then, which
  /// throws when nobody waits any more: then no statement has begun.
  func beginStatement(poll: @escaping () throws(Diagnostic) -> Void) throws(Diagnostic)
  /// Checks that no deleted node keeps a relationship (`DeleteConnectedNode`), then makes the
  /// changes of the statement lasting.
  func commitStatement() throws(Diagnostic)
  /// Takes back every change of the statement.
  func rollbackStatement()
  /// Bytes of all records that were copied because a statement changed them; grows while one does.
  var copiedBytes: Int { get }
}

extension GraphAccess {
  /// Nothing is copied.
  public var copiedBytes: Int { 0 }

  /// Starts to record changes.
  public func beginStatement() throws(Diagnostic) {
    try beginStatement { () throws(Diagnostic) in }
  }
}
