import Testing

@testable import GraphQuery

/// Updates see the state before their clause, later clauses the state after it (DESIGN 27).
@Suite struct BarrierTests {
  /// Creating.
  static let creates: [PlanCase] = [
    PlanCase(
      "CREATE (a:Person {id: 1}), (b:Person {id: 2}), (a)-[:KNOWS {since: 1}]->(b)",
      [
        "Create (a:Person {id: 1}), (b:Person {id: 2}), (a)-[:KNOWS {since: 1}]->(b)",
        "Start",
      ]),
    PlanCase(
      "CREATE (a:Person) CREATE (b:Person) CREATE (a)-[:KNOWS]->(b)",
      [
        "Create (a:Person), (b:Person), (a)-[:KNOWS]->(b)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) CREATE (c)<-[:IN]-(:Company {of: c.name})",
      [
        "Create (:Company {of: c.name}), ()-[:IN]->(c)",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) CREATE (:City {of: c.name})",
      [
        "Create (:City {of: c.name})",
        "Barrier",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (n) CREATE (:City)",
      [
        "Create (:City)",
        "Barrier",
        "Keep (nothing)",
        "All nodes (n)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a)-[:IN]->(b) CREATE (a)-[:IN]->(b)",
      [
        "Create (a)-[:IN]->(b)",
        "Barrier",
        "Keep a, b",
        "Expand (a)-[:IN]->(b)",
        "All nodes (a)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a)-[:KNOWS]->(b) CREATE (a)-[:IN]->(b)",
      [
        "Create (a)-[:IN]->(b)",
        "Expand (a)-[:KNOWS]->(b)",
        "All nodes (a)",
        "Start",
      ]),
    PlanCase(
      "UNWIND [1, 2] AS x CREATE (:City {x: x})",
      [
        "Create (:City {x: x})",
        "Unwind [1, 2] AS x",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) CREATE (p:Person {of: c.x}) WITH p MATCH (q:Person) RETURN count(q)",
      [
        "Aggregate count(q)",
        "Nodes by label (q:Person)",
        "Barrier",
        "Keep (nothing)",
        "Create (p:Person {of: c.x})",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) CREATE (p:Person) RETURN p",
      [
        "Create (p:Person)",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) CREATE (p:Person {x: 1}) RETURN p.x",
      [
        "Project p.x",
        "Barrier",
        "Keep p",
        "Create (p:Person {x: 1})",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) CREATE (p:Person) RETURN p LIMIT 1",
      [
        "Limit 1",
        "Barrier",
        "Keep p",
        "Create (p:Person)",
        "Nodes by label (c:City)",
        "Start",
      ]),
  ]

  /// Setting, removing, deleting.
  static let changes: [PlanCase] = [
    PlanCase(
      "MATCH (c:City) SET c.x = c.x + 1 RETURN c.x",
      [
        "Project c.x",
        "Barrier",
        "Set c.x = c.x + 1",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) SET c.y = 1 SET c.x = c.y",
      [
        "Set c.x = c.y",
        "Barrier",
        "Set c.y = 1",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) SET c.y = c.x SET c.z = 1",
      [
        "Set c.z = 1",
        "Set c.y = c.x",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) WHERE c.x = 1 SET c.x = 2",
      [
        "Set c.x = 2",
        "Barrier",
        "Filter c.x = 1",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) WHERE c.x = 1 SET c.y = 2",
      [
        "Set c.y = 2",
        "Filter c.x = 1",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) SET c:Company",
      [
        "Set c:Company",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) REMOVE c:City",
      [
        "Remove c:City",
        "Barrier",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) DETACH DELETE c",
      [
        "Detach delete c",
        "Barrier",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City)<-[r:IN]-() DELETE r RETURN count(*)",
      [
        "Aggregate count(*)",
        "Delete r",
        "Barrier",
        "Keep r",
        "Expand (c)<-[r:IN]-()",
        "Nodes by label (c:City)",
        "Start",
      ]),
  ]

  /// Merging.
  static let merges: [PlanCase] = [
    PlanCase(
      "MERGE (c:City {id: 1}) ON CREATE SET c.new = true ON MATCH SET c.new = false RETURN c",
      [
        "Merge (c:City {id: 1}) on create c.new = true on match c.new = false",
        "| Nodes by index (c:City) where id = 1",
        "| Argument",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City), (b:Company) MERGE (a)<-[r:IN]-(b) RETURN r",
      [
        "Merge (b)-[r:IN]->(a)",
        "| Expand into (a)<-[r:IN]-(b)",
        "| Argument",
        "Barrier",
        "Nodes by label (b:Company)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MERGE p = (a:City {id: 1})-[:TWIN]-(b) RETURN p",
      [
        "Project p = path(a, _2, b)",
        "Merge (a:City {id: 1}), (b), (a)-[:TWIN]->(b)",
        "| Expand (a)-[:TWIN]-(b)",
        "| Nodes by index (a:City) where id = 1",
        "| Argument",
        "Start",
      ]),
  ]

  @Test(arguments: creates + changes + merges)
  func isPlanned(_ example: PlanCase) throws {
    #expect(try Planning.operators(example.query) == example.operators)
  }
}
