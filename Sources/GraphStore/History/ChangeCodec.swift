import Diagnostics
import PropertyGraph

/// Changes as values, and so as JSON: `["set-node", 12, "title", "before", "after"]`. R and Python
/// read the log with any JSON reader.
enum ChangeCodec {
  private enum Verb {
    static let createNode: Text = "create-node"
    static let deleteNode: Text = "delete-node"
    static let createRelationship: Text = "create-relationship"
    static let deleteRelationship: Text = "delete-relationship"
    static let setNode: Text = "set-node"
    static let setRelationship: Text = "set-relationship"
    static let addLabel: Text = "add-label"
    static let removeLabel: Text = "remove-label"
  }

  /// The changes as a JSON list.
  ///
  /// `poll` gets the number of each change; what it throws is thrown.
  static func encode(
    _ changes: [GraphChange], poll: (_ step: Int) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    try JSONWriter.appendList(changes.enumerated(), to: &bytes) {
      (change, bytes) throws(Diagnostic) in
      try poll(change.offset)
      JSONWriter.append(value(of: change.element), to: &bytes)
    }
    return bytes
  }

  private static func value(of change: GraphChange) -> Value {
    switch change {
    case .createdNode(let node): value(Verb.createNode, node)
    case .deletedNode(let node): value(Verb.deleteNode, node)
    case .createdRelationship(let relationship): value(Verb.createRelationship, relationship)
    case .deletedRelationship(let relationship): value(Verb.deleteRelationship, relationship)
    case .nodeProperty(let id, let key, let before, let after):
      [.text(Verb.setNode), .integer(id), .text(key), before, after]
    case .relationshipProperty(let id, let key, let before, let after):
      [.text(Verb.setRelationship), .integer(id), .text(key), before, after]
    case .addedLabel(let id, let label): [.text(Verb.addLabel), .integer(id), .text(label)]
    case .removedLabel(let id, let label): [.text(Verb.removeLabel), .integer(id), .text(label)]
    }
  }

  private static func value(_ verb: Text, _ node: GraphChange.NodeImage) -> Value {
    [
      .text(verb), .integer(node.id), .list(node.labels.map { .text($0) }), .map(node.properties),
    ]
  }

  private static func value(
    _ verb: Text, _ relationship: GraphChange.RelationshipImage
  ) -> Value {
    [
      .text(verb), .integer(relationship.id), .text(relationship.type),
      .integer(relationship.start), .integer(relationship.end), .map(relationship.properties),
    ]
  }

  /// Reads what ``encode(_:)`` wrote; `nil` for anything else.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [GraphChange]? {
    guard case .list(let elements) = try? JSONReader.value(from: bytes) else { return nil }
    var changes: [GraphChange] = []
    changes.reserveCapacity(elements.count)
    for element in elements {
      guard case .list(let fields) = element, let change = change(fields) else { return nil }
      changes.append(change)
    }
    return changes
  }

  private static func change(_ fields: [Value]) -> GraphChange? {
    guard fields.count >= 3, case .text(let verb) = fields[0], case .integer(let id) = fields[1]
    else { return nil }
    switch (verb, fields.count) {
    case (Verb.createNode, 4): return node(id, fields).map { .createdNode($0) }
    case (Verb.deleteNode, 4): return node(id, fields).map { .deletedNode($0) }
    case (Verb.createRelationship, 6):
      return relationship(id, fields).map { .createdRelationship($0) }
    case (Verb.deleteRelationship, 6):
      return relationship(id, fields).map { .deletedRelationship($0) }
    case (Verb.setNode, 5):
      guard case .text(let key) = fields[2] else { return nil }
      return .nodeProperty(id, key: key, before: fields[3], after: fields[4])
    case (Verb.setRelationship, 5):
      guard case .text(let key) = fields[2] else { return nil }
      return .relationshipProperty(id, key: key, before: fields[3], after: fields[4])
    case (Verb.addLabel, 3):
      guard case .text(let label) = fields[2] else { return nil }
      return .addedLabel(id, label)
    case (Verb.removeLabel, 3):
      guard case .text(let label) = fields[2] else { return nil }
      return .removedLabel(id, label)
    default: return nil
    }
  }

  private static func node(_ id: NodeID, _ fields: [Value]) -> GraphChange.NodeImage? {
    guard case .list(let labels) = fields[2], case .map(let properties) = fields[3] else {
      return nil
    }
    let names = labels.compactMap { if case .text(let name) = $0 { name } else { nil } }
    guard names.count == labels.count else { return nil }
    return GraphChange.NodeImage(id: id, labels: names, properties: properties)
  }

  private static func relationship(
    _ id: RelationshipID, _ fields: [Value]
  ) -> GraphChange.RelationshipImage? {
    guard case .text(let type) = fields[2], case .integer(let start) = fields[3],
      case .integer(let end) = fields[4], case .map(let properties) = fields[5]
    else { return nil }
    return GraphChange.RelationshipImage(
      id: id, type: type, start: start, end: end, properties: properties)
  }
}
