public import Diagnostics
public import PropertyGraph

/// Takes a whole graph into a file that is being made; see ``StoredGraph/build(at:_:note:_:)``.
///
/// Records with all their properties go in by ``addNode(labels:properties:)`` and
/// ``addRelationship(type:start:end:properties:)``. Millions of them go in faster piece by piece:
/// ```beginNode(_:)`` or ``beginRelationship(_:start:end:)``, the properties, ``endRecord()``.
public final class BulkGraphWriter {
  /// A label set of the file.
  public struct LabelSet: Sendable {
    fileprivate let code: Int64
    fileprivate let image: GraphImageBuilder.LabelSet
  }

  /// A relationship type of the file.
  public struct RelationshipType: Sendable {
    fileprivate let code: Int64
    fileprivate let image: GraphImageBuilder.RelationshipType
  }

  /// A property key of the file.
  public struct Key: Sendable {
    /// `"4":`
    fileprivate let prefix: [UInt8]
    fileprivate let isID: Bool
    fileprivate let image: GraphImageBuilder.Key
  }

  private enum Record {
    case none, node, relationship
  }

  let database: Database
  let dictionaries: Dictionaries
  let builder: GraphImageBuilder
  private let rows: BulkRowWriter
  private var record = Record.none
  private var labelSets: [[Text]: LabelSet] = [:]
  private var types: [Text: RelationshipType] = [:]
  private var keys: [Text: Key] = [:]
  /// Nodes so far.
  public private(set) var nodeCount: Int64 = 0
  /// Relationships so far.
  public private(set) var relationshipCount: Int64 = 0

  init(_ database: Database, state: GraphState) throws(Diagnostic) {
    self.database = database
    dictionaries = try Dictionaries(database)
    rows = try BulkRowWriter(database)
    builder = GraphImageBuilder(state, leavesLongTextsOut: true)
  }

  // MARK: Names

  /// The label set of these labels, in any order.
  public func labelSet(_ labels: [Text]) throws(Diagnostic) -> LabelSet {
    let sorted = Set(labels).sorted()
    if let known = labelSets[sorted] { return known }
    let set = LabelSet(
      code: try dictionaries.code(ofLabels: sorted), image: builder.labelSet(sorted))
    labelSets[sorted] = set
    return set
  }

  /// The relationship type of this name.
  public func type(_ name: Text) throws(Diagnostic) -> RelationshipType {
    if let known = types[name] { return known }
    let type = RelationshipType(
      code: try dictionaries.code(ofType: name), image: builder.type(name))
    types[name] = type
    return type
  }

  /// The property key of this name.
  public func key(_ name: Text) throws(Diagnostic) -> Key {
    if let known = keys[name] { return known }
    let code = try dictionaries.code(ofKey: name)
    let key = Key(
      prefix: Array("\"\(code)\":".utf8), isID: name == "id", image: builder.key(name))
    keys[name] = key
    return key
  }

  // MARK: Records piece by piece

  /// Begins a node. Ids count from 0.
  public func beginNode(_ labels: LabelSet) -> NodeID {
    let id = nodeCount
    nodeCount += 1
    record = .node
    rows.beginNode(id, labels: labels.code)
    builder.addNode(id: id, labelSet: labels.image)
    return id
  }

  /// Begins a relationship between nodes, which may also come later. Ids count from 0.
  public func beginRelationship(
    _ type: RelationshipType, start: NodeID, end: NodeID
  ) -> RelationshipID {
    let id = relationshipCount
    relationshipCount += 1
    record = .relationship
    rows.beginRelationship(id, type: type.code, start: start, end: end)
    builder.addRelationship(id: id, type: type.image, start: start, end: end)
    return id
  }

  /// Sets a text of the record begun last from its bytes (UTF-8).
  public func set(_ key: Key, text: UnsafeBufferPointer<UInt8>) {
    if record == .node {
      if key.isID { rows.setKey(text) } else { rows.append(key.prefix, text: text) }
      builder.setNodeText(key.image, text)
    } else {
      rows.append(key.prefix, text: text)
      builder.setRelationshipText(key.image, text)
    }
  }

  /// Sets a property of the record begun last; null is none.
  public func set(_ key: Key, _ value: Value) {
    if case .text(let text) = value { return text.withBytes { set(key, text: $0) } }
    if value.isNull { return }
    rows.append(key.prefix, value)
    if record == .node {
      builder.setNodeProperty(key.image, value)
    } else {
      builder.setRelationshipProperty(key.image, value)
    }
  }

  /// Writes the record begun last.
  public func endRecord() throws(Diagnostic) {
    switch record {
    case .none: return
    case .node: try rows.endNode()
    case .relationship: try rows.endRelationship()
    }
    record = .none
  }

  // MARK: Whole records

  /// Adds a node. Ids count from 0.
  public func addNode(labels: [Text], properties: PropertyMap) throws(Diagnostic) -> NodeID {
    let id = beginNode(try labelSet(labels))
    for (name, value) in properties where !value.isNull { set(try key(name), value) }
    try endRecord()
    return id
  }

  /// Adds a relationship between nodes, which may also come later. Ids count from 0.
  public func addRelationship(
    type: Text, start: NodeID, end: NodeID, properties: PropertyMap
  ) throws(Diagnostic) -> RelationshipID {
    let id = beginRelationship(try self.type(type), start: start, end: end)
    for (name, value) in properties where !value.isNull { set(try key(name), value) }
    try endRecord()
    return id
  }

  /// Keeps a text beside the graph.
  public func setMeta(_ key: Text, _ value: Text) throws(Diagnostic) {
    try StoredGraph.setMeta(key, value, in: database)
  }

  /// Makes views of the file.
  public var viewBuilder: ViewBuilder {
    ViewBuilder(database: database, dictionaries: dictionaries)
  }
}
