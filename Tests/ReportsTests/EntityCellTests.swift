import Diagnostics
import PropertyGraph
import Reports
import Testing

/// Nodes, relationships and paths in cells.
@Suite struct EntityCellTests {
  private struct Sample {
    let graph = GraphView()
    let theory: NodeRow
    let plain: NodeRow
    let link: RelationshipRow

    init() throws(Diagnostic) {
      try graph.beginStatement()
      theory = try graph.createNode(
        labels: ["Theory"], properties: ["id": "t3", "title": "Working together"])
      plain = try graph.createNode(labels: ["B", "A x"], properties: ["name": "=1"])
      link = try graph.createRelationship(
        type: "KNOWS", from: plain, to: theory, properties: ["since": 2020])
      try graph.commitStatement()
    }
  }

  private func cell(_ value: Value, _ format: TableFormat, _ graph: GraphView) -> String {
    let bytes = TableWriter.bytes(format, columns: ["x", "y"], rows: [[value, 1]], graph: graph)
    let line = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.last ?? ""
    return String(line)
  }

  @Test func inATerminal() throws {
    let sample = try Sample()
    #expect(cell(.node(sample.theory), .table, sample.graph) == "t3: Working together  1")
    #expect(cell(.node(sample.plain), .table, sample.graph) == "(:`A x`:B {name: '=1'})  1")
    #expect(
      cell(.relationship(sample.link), .table, sample.graph) == "[:KNOWS {since: 2020}]  1")
    let path = Path(nodes: [sample.theory, sample.plain], relationships: [sample.link])
    #expect(
      cell(.path(path), .table, sample.graph)
        == "(t3)<-[:KNOWS]-(:`A x`:B {name: '=1'})  1")
    #expect(cell(.list([.node(sample.theory)]), .table, sample.graph) == "[(t3)]  1")
  }

  @Test func inFiles() throws {
    let sample = try Sample()
    #expect(cell(.node(sample.theory), .csv, sample.graph) == "t3,1")
    let id = sample.graph.id(of: sample.theory)
    #expect(
      cell(.node(sample.theory), .jsonl, sample.graph) == """
        {"x":{"$node":{"id":\(id),"labels":["Theory"],"properties":\
        {"id":"t3","title":"Working together"}}},"y":1}
        """)
  }
}
