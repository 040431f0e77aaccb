/// One change of a graph, with what was before and what is after: what a statement did, what the
/// log of a file keeps, and what takes a view to another revision.
public enum GraphChange: Sendable {
  /// A node came into being.
  case createdNode(NodeImage)
  /// A node is gone; what it was when it went.
  case deletedNode(NodeImage)
  /// A relationship came into being.
  case createdRelationship(RelationshipImage)
  /// A relationship is gone; what it was when it went.
  case deletedRelationship(RelationshipImage)
  /// A property of a node changed; null stands for none.
  case nodeProperty(NodeID, key: Text, before: Value, after: Value)
  /// A property of a relationship changed; null stands for none.
  case relationshipProperty(RelationshipID, key: Text, before: Value, after: Value)
  /// A node got a label.
  case addedLabel(NodeID, Text)
  /// A node lost a label.
  case removedLabel(NodeID, Text)

  /// A whole node.
  public struct NodeImage: Sendable {
    /// Its lasting name.
    public var id: NodeID
    /// Its labels in code point order.
    public var labels: [Text]
    /// Its properties.
    public var properties: PropertyMap

    /// A node.
    public init(id: NodeID, labels: [Text], properties: PropertyMap) {
      self.id = id
      self.labels = labels
      self.properties = properties
    }
  }

  /// A whole relationship.
  public struct RelationshipImage: Sendable {
    /// Its lasting name.
    public var id: RelationshipID
    /// Its type.
    public var type: Text
    /// The node it starts at.
    public var start: NodeID
    /// The node it ends at.
    public var end: NodeID
    /// Its properties.
    public var properties: PropertyMap

    /// A relationship.
    public init(
      id: RelationshipID, type: Text, start: NodeID, end: NodeID, properties: PropertyMap
    ) {
      self.id = id
      self.type = type
      self.start = start
      self.end = end
      self.properties = properties
    }
  }

  /// The change that takes this one back. A list of changes is taken back by its inverses in
  /// reverse order.
  public var inverse: GraphChange {
    switch self {
    case .createdNode(let node): .deletedNode(node)
    case .deletedNode(let node): .createdNode(node)
    case .createdRelationship(let relationship): .deletedRelationship(relationship)
    case .deletedRelationship(let relationship): .createdRelationship(relationship)
    case .nodeProperty(let id, let key, let before, let after):
      .nodeProperty(id, key: key, before: after, after: before)
    case .relationshipProperty(let id, let key, let before, let after):
      .relationshipProperty(id, key: key, before: after, after: before)
    case .addedLabel(let id, let label): .removedLabel(id, label)
    case .removedLabel(let id, let label): .addedLabel(id, label)
    }
  }
}
