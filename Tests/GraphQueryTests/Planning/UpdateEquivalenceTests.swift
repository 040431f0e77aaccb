import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Updates leave the same graph behind, with and without the rule that drops barriers, and in
/// batches of any size.
@Suite struct UpdateEquivalenceTests {
  private func update(_ dealer: inout Dealer) -> String {
    let label = dealer.pick(PlainGraph.labels, or: "A")
    let other = dealer.pick(PlainGraph.labels, or: "B")
    let type = dealer.pick(PlainGraph.types, or: "T")
    let key = dealer.pick(["x", "y"], or: "x")
    let updates = [
      "MATCH (n:\(label)) CREATE (m:\(other) {x: n.x, i: n.i + 100}) RETURN count(m)",
      "MATCH (n:\(label)) SET n.\(key) = coalesce(n.x, 0) + 1 RETURN sum(n.\(key))",
      "MATCH (n:\(label)) SET n:\(other) WITH n MATCH (m:\(other)) RETURN count(m)",
      "MATCH (n) WHERE n.x = 1 SET n.x = 2 WITH n MATCH (m) WHERE m.x = 2 RETURN count(*)",
      "MATCH (a:\(label))-[:\(type)]->(b) CREATE (b)-[:\(type)]->(a) RETURN count(*)",
      "MATCH (a)-[r:\(type)]->() DELETE r RETURN count(*)",
      "MATCH (a:\(label)) DETACH DELETE a",
      "MATCH (a:\(label)) REMOVE a:\(label) WITH a MATCH (b:\(label)) RETURN count(b)",
      "MATCH (a), (b:\(label)) SET a.y = b.i REMOVE b.y SET b.x = a.i % 3",
      "MATCH (a)-[:\(type)]->(b) SET a.x = b.x, b.x = a.x",
      "MATCH (a:\(label)) MERGE (b:\(other) {x: a.x}) ON CREATE SET b.i = a.i + 200 RETURN count(b)",
      "UNWIND [1, 2] AS u MATCH (a:\(label)) CREATE (a)-[:\(type)]->(:\(other) {i: u}) "
        + "WITH a MATCH (a)-[:\(type)]->(c) RETURN count(c)",
      "MATCH (a:\(label)) CALL { WITH a CREATE (:\(other) {x: a.x}) } RETURN count(a)",
      "MATCH (a:\(label)) CREATE (b:\(label)) RETURN b LIMIT 1",
    ]
    return dealer.pick(updates, or: updates[0])
  }

  /// The graph as sorted text, ids left out.
  private func picture(_ graph: GraphView) throws -> [String] {
    let nodes = try Run.rows("MATCH (n) RETURN labels(n), properties(n)", on: graph)
    let relationships = try Run.rows(
      "MATCH (a)-[r]->(b) RETURN properties(a), type(r), properties(r), properties(b)", on: graph)
    return nodes.sorted() + relationships.sorted()
  }

  private func run(
    _ text: String, on graph: GraphView, batchSize: Int, rules: PlanningRules
  ) throws -> [String] {
    let source = SourceText(name: "query", text: text)
    var planner = QueryPlanner(
      catalogue: Planning.catalogue, statistics: Planning.Statistics())
    planner.rules = rules
    let plan = try planner.plan(try QueryParser.parse(source, extensions: []), source: source)
    let run = StatementRun(
      plan: plan, graph: graph, operators: Planning.catalogue.functions.operators,
      parameters: PropertyMap(), budget: QueryBudget(limits: QueryLimits(), cancellation: nil),
      batchSize: batchSize, statementTime: 0
    ) { _, _ in QueryResult(columns: [], rows: []) }
    try graph.beginStatement()
    var rows: [String] = []
    try run.pull { (batch) throws(Diagnostic) in
      rows += try run.rows(of: batch).map { row in
        row.map { if case .integer(let value) = $0 { "\(value)" } else { "-" } }.joined()
      }
    }
    try graph.commitStatement()
    return rows
  }

  @Test(arguments: 1...24)
  func leaveTheSameGraph(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed) + 70_000)
    let script = PlainGraph(&dealer).script
    let updates = (0..<4).map { _ in update(&dealer) }
    var expected: (rows: [[String]], picture: [String])?
    let variants: [(Int, PlanningRules)] = [
      (2_048, .all), (2_048, []), (1, .all), (2, [.provenBarriers]), (3, []),
    ]
    for (batchSize, rules) in variants {
      let graph = try Run.graph(script)
      let rows = try updates.map {
        try run($0, on: graph, batchSize: batchSize, rules: rules)
      }
      let picture = try picture(graph)
      if let expected {
        #expect(rows == expected.rows, "\(updates) over \(script)")
        #expect(picture == expected.picture, "\(updates) over \(script)")
      } else {
        expected = (rows, picture)
      }
    }
  }
}
