extension GraphView {
  /// The code of a label, `nil` if the graph has never held it. O(1).
  public func labelCode(_ name: Text) -> LabelCode? { labels.code(of: name).map { LabelCode($0) } }

  /// The code of a relationship type, `nil` if the graph has never held it. O(1).
  public func typeCode(_ name: Text) -> TypeCode? { types.code(of: name).map { TypeCode($0) } }

  /// The code of a property key, `nil` if the graph has never held it. O(1).
  public func keyCode(_ name: Text) -> KeyCode? { keys.code(of: name).map { KeyCode($0) } }

  /// The name of a relationship type.
  public func name(of type: TypeCode) -> Text { types.names[Int(type.index)] }

  /// Labels of live nodes in code point order.
  public func labelNames() -> [Text] { labels.namesInUse }

  /// Types of live relationships in code point order.
  public func typeNames() -> [Text] { types.namesInUse }

  /// Keys of live records in code point order.
  public func keyNames() -> [Text] { keys.namesInUse }

  /// Number of live nodes, with a label if one is given. O(1); O(label sets) without a label.
  public func nodeCount(label: LabelCode?) -> Int {
    guard let label else { return labelSetUses.reduce(0, +) }
    return labels.uses[Int(label.index)]
  }

  /// Number of live relationships, of a type if one is given. O(1); O(types) without a type.
  public func relationshipCount(type: TypeCode?) -> Int {
    guard let type else { return types.uses.reduce(0, +) }
    return types.uses[Int(type.index)]
  }

  /// The lasting name of a node. O(1).
  public func id(of node: NodeRow) -> NodeID {
    node.index < overlay.baseNodeCount
      ? image.nodeIDs[Int(node.index)]
      : overlay.createdNodes[Int(node.index - overlay.baseNodeCount)].id
  }

  /// The lasting name of a relationship. O(1).
  public func id(of relationship: RelationshipRow) -> RelationshipID {
    relationship.index < overlay.baseRelationshipCount
      ? image.relationshipIDs[Int(relationship.index)]
      : overlay.createdRelationships[Int(relationship.index - overlay.baseRelationshipCount)].id
  }

  /// The node of that name, if it lives.
  public func node(withID id: NodeID) -> NodeRow? {
    guard let row = row(ofNode: id), !overlay.deletedNodes.contains(row) else { return nil }
    return NodeRow(row)
  }

  /// The relationship of that name, if it lives.
  public func relationship(withID id: RelationshipID) -> RelationshipRow? {
    guard let row = row(ofRelationship: id), !overlay.deletedRelationships.contains(row) else {
      return nil
    }
    return RelationshipRow(row)
  }

  /// The row of a node, deleted or not.
  func row(ofNode id: NodeID) -> UInt32? { overlay.nodeRows[id] ?? image.nodeIndex.row(of: id) }

  /// The row of a relationship, deleted or not.
  func row(ofRelationship id: RelationshipID) -> UInt32? {
    overlay.relationshipRows[id] ?? image.relationshipIndex.row(of: id)
  }

  /// Whether the node is deleted.
  public func isDeleted(_ node: NodeRow) -> Bool { overlay.deletedNodes.contains(node.index) }

  /// Whether the relationship is deleted.
  public func isDeleted(_ relationship: RelationshipRow) -> Bool {
    overlay.deletedRelationships.contains(relationship.index)
  }

  /// The labels of a node in code point order.
  public func labels(of node: NodeRow) -> [Text] {
    labelSets[Int(labelSet(ofRow: node.index))].map { labels.names[Int($0)] }.sorted()
  }

  /// The type of a relationship. O(log types).
  public func type(of relationship: RelationshipRow) -> TypeCode {
    relationship.index < overlay.baseRelationshipCount
      ? TypeCode(UInt32(image.type(of: relationship.index)))
      : TypeCode(
        overlay.createdRelationships[Int(relationship.index - overlay.baseRelationshipCount)].type)
  }

  /// The node a relationship starts at. O(1).
  public func start(of relationship: RelationshipRow) -> NodeRow {
    relationship.index < overlay.baseRelationshipCount
      ? NodeRow(image.sources[Int(relationship.index)])
      : NodeRow(
        overlay.createdRelationships[Int(relationship.index - overlay.baseRelationshipCount)].start)
  }

  /// The node a relationship ends at. O(1).
  public func end(of relationship: RelationshipRow) -> NodeRow {
    relationship.index < overlay.baseRelationshipCount
      ? NodeRow(image.targets[Int(relationship.index)])
      : NodeRow(
        overlay.createdRelationships[Int(relationship.index - overlay.baseRelationshipCount)].end)
  }
}
