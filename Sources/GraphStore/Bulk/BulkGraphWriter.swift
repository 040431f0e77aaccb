public import Diagnostics
public import PropertyGraph

/// Takes a whole graph into a file that is being made; see ``StoredGraph/build(at:_:note:_:)``.
public final class BulkGraphWriter {
  let database: Database
  let dictionaries: Dictionaries
  let builder: GraphImageBuilder
  private let rows: RowWriter
  /// Nodes so far.
  public private(set) var nodeCount: Int64 = 0
  /// Relationships so far.
  public private(set) var relationshipCount: Int64 = 0

  init(_ database: Database, state: GraphState) throws(Diagnostic) {
    self.database = database
    dictionaries = try Dictionaries(database)
    rows = try RowWriter(database, dictionaries)
    builder = GraphImageBuilder(state)
  }

  /// Adds a node. Ids count from 0.
  public func addNode(labels: [Text], properties: PropertyMap) throws(Diagnostic) -> NodeID {
    let id = nodeCount
    nodeCount += 1
    try rows.put(id, labels: Set(labels).sorted(), properties: properties)
    builder.addNode(id: id, labels: labels, properties: properties)
    return id
  }

  /// Adds a relationship between nodes, which may also come later. Ids count from 0.
  public func addRelationship(
    type: Text, start: NodeID, end: NodeID, properties: PropertyMap
  ) throws(Diagnostic) -> RelationshipID {
    let id = relationshipCount
    relationshipCount += 1
    try rows.put(id, type: type, start: start, end: end, properties: properties)
    builder.addRelationship(
      id: id, type: type, start: start, end: end, properties: properties)
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
