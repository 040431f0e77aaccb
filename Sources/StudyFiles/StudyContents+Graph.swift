public import Diagnostics
public import PropertyGraph
public import RealistEvaluation

/// The study as a graph and back: records are nodes, links are relationships, nothing is derived.
extension StudyContents {
  /// The property under which a node carries its file.
  public static let homeProperty: Text = "file"

  /// Writes all records and links into an empty graph, in order, so that the same files give the
  /// same ids. One statement. O(records + links).
  public func write(to graph: any GraphAccess) throws(Diagnostic) {
    try graph.beginStatement()
    do {
      var rows: [Text: NodeRow] = [:]
      rows.reserveCapacity(records.count)
      for record in records {
        var properties = record.properties
        properties["id"] = .text(record.id)
        properties[Self.homeProperty] = .text(record.home)
        rows[record.id] = try graph.createNode(labels: [record.kind.name], properties: properties)
      }
      for link in links {
        guard let from = rows[link.from], let to = rows[link.to] else { continue }
        _ = try graph.createRelationship(
          type: link.type.name, from: from, to: to, properties: link.properties)
      }
      try graph.commitStatement()
    } catch {
      graph.rollbackStatement()
      throw error
    }
  }

  /// Reads records and links back from a graph of the vocabulary. Nodes of no known kind and links
  /// of no known type are skipped. O(nodes + relationships).
  public init(graph: any GraphAccess, vocabulary: Vocabulary, headers: [StudyFileHeader]) {
    self.init()
    self.vocabulary = vocabulary
    self.headers = headers
    var cursor = ScanCursor()
    var nodes: [NodeRow] = []
    while !cursor.isAtEnd { graph.scan(nil, cursor: &cursor, limit: 2048, into: &nodes) }
    nodes.sort { graph.id(of: $0) < graph.id(of: $1) }
    var idOfRow: [NodeRow: Text] = [:]
    for node in nodes {
      guard let kind = graph.labels(of: node).lazy.compactMap({ vocabulary.kind(named: $0) }).first
      else { continue }
      var properties = graph.properties(of: node)
      guard case .text(let id)? = properties["id"] else { continue }
      var home: Text = ""
      if case .text(let file)? = properties[Self.homeProperty] { home = file }
      properties["id"] = nil
      properties[Self.homeProperty] = nil
      idOfRow[node] = id
      records.append(StudyRecord(id: id, kind: kind, properties: properties, home: home))
    }
    var expansion = Expansion()
    graph.expand(nodes, types: nil, direction: .outgoing, into: &expansion)
    let relationships = expansion.relationships.sorted { graph.id(of: $0) < graph.id(of: $1) }
    for relationship in relationships {
      guard let type = vocabulary.linkType(named: graph.name(of: graph.type(of: relationship))),
        let from = idOfRow[graph.start(of: relationship)],
        let to = idOfRow[graph.end(of: relationship)]
      else { continue }
      links.append(
        StudyLink(
          type: type, from: from, to: to, properties: graph.properties(of: relationship)))
    }
  }
}
