import Diagnostics
import PropertyGraph

/// A graph of two nodes and a relationship from the first to the second, for functions that read
/// entities. It cannot be changed.
final class EmptyGraph: GraphAccess {
  var deleted: Set<UInt32> = []
  var deletedRelationships: Set<UInt32> = []

  func labelCode(_ name: Text) -> LabelCode? { nil }
  func typeCode(_ name: Text) -> TypeCode? { nil }
  func keyCode(_ name: Text) -> KeyCode? { nil }
  func name(of type: TypeCode) -> Text { "KNOWS" }
  func labelNames() -> [Text] { ["Animal", "Person"] }
  func typeNames() -> [Text] { ["KNOWS"] }
  func keyNames() -> [Text] { ["age", "name", "since"] }
  func nodeCount(label: LabelCode?) -> Int { 2 }
  func relationshipCount(type: TypeCode?) -> Int { 1 }

  func scan(
    _ label: LabelCode?, cursor: inout ScanCursor, limit: Int, into rows: inout [NodeRow]
  ) {
    cursor.isAtEnd = true
  }
  func expand(
    _ nodes: [NodeRow], types: [TypeCode]?, direction: TraversalDirection,
    into expansion: inout Expansion
  ) {}
  func hasLabels(_ nodes: [NodeRow], all labels: [LabelCode]) -> [Bool] {
    nodes.map { _ in false }
  }
  func nodeProperty(_ key: KeyCode, of nodes: [NodeRow]) throws(Diagnostic) -> Column {
    throw Self.readOnly
  }
  func relationshipProperty(
    _ key: KeyCode, of relationships: [RelationshipRow]
  ) throws(Diagnostic) -> Column {
    throw Self.readOnly
  }
  func seek(label: LabelCode?, key: KeyCode, equals value: Value) -> [NodeRow]? { nil }
  func hasIndex(label: Text?, key: Text) -> Bool { false }

  func id(of node: NodeRow) -> NodeID { Int64(node.index) + 100 }
  func id(of relationship: RelationshipRow) -> RelationshipID { Int64(relationship.index) + 200 }
  func node(withID id: NodeID) -> NodeRow? { nil }
  func relationship(withID id: RelationshipID) -> RelationshipRow? { nil }
  func isDeleted(_ node: NodeRow) -> Bool { deleted.contains(node.index) }
  func isDeleted(_ relationship: RelationshipRow) -> Bool {
    deletedRelationships.contains(relationship.index)
  }
  func labels(of node: NodeRow) -> [Text] { ["Animal", "Person"] }
  func properties(of node: NodeRow) -> PropertyMap { ["name": "Ada", "age": 36] }
  func properties(of relationship: RelationshipRow) -> PropertyMap { ["since": 1833] }
  func type(of relationship: RelationshipRow) -> TypeCode { TypeCode(0) }
  func start(of relationship: RelationshipRow) -> NodeRow { NodeRow(0) }
  func end(of relationship: RelationshipRow) -> NodeRow { NodeRow(1) }

  private static let readOnly = Diagnostic(phase: .runtime, code: "ReadOnly", "read-only")

  func createNode(labels: [Text], properties: PropertyMap) throws(Diagnostic) -> NodeRow {
    throw Self.readOnly
  }
  func createRelationship(
    type: Text, from start: NodeRow, to end: NodeRow, properties: PropertyMap
  ) throws(Diagnostic) -> RelationshipRow {
    throw Self.readOnly
  }
  func setProperty(_ key: Text, of node: NodeRow, to value: Value) throws(Diagnostic) {
    throw Self.readOnly
  }
  func setProperty(
    _ key: Text, of relationship: RelationshipRow, to value: Value
  ) throws(Diagnostic) {
    throw Self.readOnly
  }
  func addLabel(_ label: Text, to node: NodeRow) throws(Diagnostic) -> Bool {
    throw Self.readOnly
  }
  func removeLabel(_ label: Text, from node: NodeRow) throws(Diagnostic) -> Bool {
    throw Self.readOnly
  }
  func delete(_ relationship: RelationshipRow) throws(Diagnostic) -> Bool { throw Self.readOnly }
  func delete(_ node: NodeRow) throws(Diagnostic) -> Bool { throw Self.readOnly }
  func beginStatement(poll: @escaping () throws(Diagnostic) -> Void) throws(Diagnostic) {}
  func commitStatement() throws(Diagnostic) {}
  func rollbackStatement() {}
}
