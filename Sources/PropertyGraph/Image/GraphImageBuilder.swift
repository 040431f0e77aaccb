public import Diagnostics

/// Builds a ``GraphImage`` from nodes and relationships in any order. The same graph gives the same
/// bytes, whatever the order.
///
/// ```swift
/// let builder = GraphImageBuilder(GraphState(graph: .random()))
/// builder.addNode(id: 0, labels: ["Theory"], properties: ["id": "t1"])
/// let image = try builder.build()
/// ```
public final class GraphImageBuilder {
  /// A label set of this builder.
  public struct LabelSet: Sendable, Hashable {
    let code: Int
  }

  /// A relationship type of this builder.
  public struct RelationshipType: Sendable, Hashable {
    let code: Int
  }

  /// A property key of this builder.
  public struct Key: Sendable, Hashable {
    let code: Int
  }

  let state: GraphState
  /// Keys that get a value index.
  let indexedKeys: Set<Text>
  /// Whether long texts of nodes are left to the store that has them in its rows.
  let leavesLongTextsOut: Bool
  var labels = NameTable()
  var types = NameTable()
  var keys = NameTable()
  /// Label codes of each label set, ascending.
  var labelSets: [[Int]] = []
  var nodeGroups: [RecordGroup] = []
  var relationshipGroups: [RecordGroup] = []
  /// Ends of the relationships of each type, by id.
  var startIDs: [[NodeID]] = []
  var endIDs: [[NodeID]] = []
  /// The smallest id not used; raise it where ids were given to nodes that are gone.
  public var nextNodeID: NodeID = 0
  /// See ``nextNodeID``.
  public var nextRelationshipID: RelationshipID = 0
  /// Called now and then while the image is made; what it throws is thrown.
  public var poll: () throws(Diagnostic) -> Void = { () throws(Diagnostic) in }
  private var labelSetCodes: [[Int]: Int] = [:]
  private var lastNodeGroup = 0
  private var lastRelationshipGroup = 0

  /// A builder of an image of that state.
  /// - Parameter leavesLongTextsOut: whether long texts of nodes stay outside, for a view with
  ///   ``GraphView/outsideValues``.
  public init(
    _ state: GraphState, indexedKeys: Set<Text> = ["id"], leavesLongTextsOut: Bool = false
  ) {
    self.state = state
    self.indexedKeys = indexedKeys
    self.leavesLongTextsOut = leavesLongTextsOut
  }

  /// The label set of these labels, in any order.
  public func labelSet(_ names: [Text]) -> LabelSet {
    let codes = Set(names.map { labels.code(of: $0) }).sorted()
    if let known = labelSetCodes[codes] { return LabelSet(code: known) }
    labelSetCodes[codes] = labelSets.count
    labelSets.append(codes)
    nodeGroups.append(RecordGroup())
    return LabelSet(code: labelSets.count - 1)
  }

  /// The relationship type of this name.
  public func type(_ name: Text) -> RelationshipType {
    let code = types.code(of: name)
    if code == relationshipGroups.count {
      relationshipGroups.append(RecordGroup())
      startIDs.append([])
      endIDs.append([])
    }
    return RelationshipType(code: code)
  }

  /// The property key of this name.
  public func key(_ name: Text) -> Key { Key(code: keys.code(of: name)) }

  /// Adds a node; its properties follow by ``setNodeProperty(_:_:)``. O(1).
  public func addNode(id: NodeID, labelSet: LabelSet) {
    nodeGroups[labelSet.code].append(id)
    lastNodeGroup = labelSet.code
    if id >= nextNodeID { nextNodeID = id &+ 1 }
  }

  /// Sets a property of the node added last.
  public func setNodeProperty(_ key: Key, _ value: Value) {
    if case .text(let text) = value {
      return text.withBytes { setNodeText(key, $0) }
    }
    nodeGroups[lastNodeGroup].set(key.code, value)
  }

  /// Sets a text of the node added last from its bytes (UTF-8).
  public func setNodeText(_ key: Key, _ bytes: UnsafeBufferPointer<UInt8>) {
    nodeGroups[lastNodeGroup].set(key.code, text: bytes, canLeaveOut: canLeaveOut(key))
  }

  /// Notes that the node added last has a property which stays outside.
  public func setNodeOutside(_ key: Key) { nodeGroups[lastNodeGroup].setOutside(key.code) }

  private func canLeaveOut(_ key: Key) -> Bool {
    leavesLongTextsOut && !indexedKeys.contains(keys.names[key.code])
  }

  /// Adds a relationship; its properties follow by ``setRelationshipProperty(_:_:)``. Its nodes may
  /// come later. O(1).
  public func addRelationship(
    id: RelationshipID, type: RelationshipType, start: NodeID, end: NodeID
  ) {
    relationshipGroups[type.code].append(id)
    startIDs[type.code].append(start)
    endIDs[type.code].append(end)
    lastRelationshipGroup = type.code
    if id >= nextRelationshipID { nextRelationshipID = id &+ 1 }
  }

  /// Sets a property of the relationship added last.
  public func setRelationshipProperty(_ key: Key, _ value: Value) {
    relationshipGroups[lastRelationshipGroup].set(key.code, value)
  }

  /// Sets a text of the relationship added last from its bytes (UTF-8).
  public func setRelationshipText(_ key: Key, _ bytes: UnsafeBufferPointer<UInt8>) {
    relationshipGroups[lastRelationshipGroup].set(key.code, text: bytes)
  }

  /// Adds a node with its properties.
  public func addNode(id: NodeID, labels: [Text], properties: PropertyMap) {
    addNode(id: id, labelSet: labelSet(labels))
    for (name, value) in properties where !value.isNull { setNodeProperty(key(name), value) }
  }

  /// Adds a relationship with its properties.
  public func addRelationship(
    id: RelationshipID, type name: Text, start: NodeID, end: NodeID, properties: PropertyMap
  ) {
    addRelationship(id: id, type: type(name), start: start, end: end)
    for (name, value) in properties where !value.isNull {
      setRelationshipProperty(key(name), value)
    }
  }

  /// The image. O(nodes + relationships), and O(n log n) where ids did not come in order.
  ///
  /// Throws `DuplicateIdentity`, `DanglingRelationship` or `GraphTooLarge`.
  public func build() throws(Diagnostic) -> GraphImage {
    try GraphImage(ImageAssembly(self).assemble())
  }
}
