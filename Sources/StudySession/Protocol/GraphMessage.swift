import Diagnostics
import PropertyGraph

/// A whole graph in one message: `load` and `snapshot`.
enum GraphMessage {
  /// Adds the nodes and relationships of a `load` object; ids are local to it.
  static func load(
    _ line: [UInt8], span: Range<Int>, into graph: GraphView
  ) throws(Diagnostic) {
    let tree = try JSONReader.tree(from: Array(line[span]))
    let bytes = Array(line[span])
    try graph.beginStatement()
    do throws(Diagnostic) {
      var rows: [Int64: NodeRow] = [:]
      for node in try list(tree["nodes"], "load.nodes") {
        guard let id = node["id"]?.integer else {
          throw ProtocolWording.mustBe("id of a node", "a whole number")
        }
        var labels: [Text] = []
        for label in try list(node["labels"], "labels") {
          guard let text = label.text else { throw ProtocolWording.mustBe("labels", "texts") }
          labels.append(text)
        }
        rows[id] = try graph.createNode(
          labels: labels, properties: try properties(node["properties"], bytes))
      }
      for relationship in try list(tree["relationships"], "load.relationships") {
        guard let type = relationship["type"]?.text else {
          throw ProtocolWording.mustBe("type of a relationship", "a text")
        }
        _ = try graph.createRelationship(
          type: type, from: try node(relationship["start"], rows),
          to: try node(relationship["end"], rows),
          properties: try properties(relationship["properties"], bytes))
      }
      try graph.commitStatement()
    } catch {
      graph.rollbackStatement()
      throw error
    }
  }

  /// Appends `,"nodes":[...],"relationships":[...]`.
  static func appendSnapshot(of graph: any GraphAccess, to body: inout [UInt8]) {
    var cursor = ScanCursor()
    var nodes: [NodeRow] = []
    while !cursor.isAtEnd { graph.scan(nil, cursor: &cursor, limit: 4_096, into: &nodes) }
    nodes.sort { graph.id(of: $0) < graph.id(of: $1) }
    var expansion = Expansion()
    graph.expand(nodes, types: nil, direction: .outgoing, into: &expansion)
    let relationships = expansion.relationships.sorted { graph.id(of: $0) < graph.id(of: $1) }
    body += Array(",\"nodes\":".utf8)
    JSONWriter.appendList(nodes, to: &body) { JSONWriter.append($0, graph: graph, to: &$1) }
    body += Array(",\"relationships\":".utf8)
    JSONWriter.appendList(relationships, to: &body) { JSONWriter.append($0, graph: graph, to: &$1) }
  }

  static func list(_ value: JSONValue?, _ name: String) throws(Diagnostic) -> [JSONValue] {
    guard let value, !value.isNull else { return [] }
    guard let elements = value.elements else { throw ProtocolWording.mustBe(name, "an array") }
    return elements
  }

  private static func properties(
    _ value: JSONValue?, _ bytes: [UInt8]
  ) throws(Diagnostic) -> PropertyMap {
    guard let value, !value.isNull else { return PropertyMap() }
    let map = try JSONReader.map(from: bytes, span: value.span)
    return PropertyMap(map.filter { !$0.value.isNull }.map { ($0.key, $0.value) })
  }

  private static func node(
    _ value: JSONValue?, _ rows: [Int64: NodeRow]
  ) throws(Diagnostic) -> NodeRow {
    guard let id = value?.integer else {
      throw ProtocolWording.mustBe("start and end of a relationship", "whole numbers")
    }
    guard let row = rows[id] else { throw ProtocolWording.unknownNode(id) }
    return row
  }
}
