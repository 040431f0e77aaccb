import Testing

@testable import GraphQuery

/// Clauses planned together, and columns forgotten before rows are copied.
@Suite struct RuleTests {
  /// Each with what the rules make of it.
  static let rules: [PlanCase] = [
    PlanCase(
      "MATCH (a:Company), (b:City) MATCH (a)-[:IN]->(b) RETURN a, b",
      [
        "Filter a:Company",
        "Expand (b)<-[:IN]-(a)",
        "Nodes by label (b:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Company) WITH * MATCH (a)-[:IN]->(b:City) WITH a, b WHERE b.x = 1 RETURN a.y",
      [
        "Project a.y",
        "Filter a:Company",
        "Expand (b)<-[:IN]-(a)",
        "Filter b.x = 1",
        "Nodes by label (b:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Company)-[r:IN]->(b) MATCH (a)-[s:IN]->(c) RETURN b, c",
      [
        "Expand (a)-[s:IN]->(c)",
        "Keep a, b",
        "Expand (a)-[r:IN]->(b)",
        "Nodes by label (a:Company)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Company)-[r:IN]->(b) MATCH (b)<-[r]-(c) RETURN c",
      [
        "Expand (b)<-[r]-(c)",
        "Keep b, r",
        "Expand (a)-[r:IN]->(b)",
        "Nodes by label (a:Company)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) OPTIONAL MATCH (a)<-[:IN]-(b) WITH a, b WHERE b.x = 1 MATCH "
        + "(b)-->(c) RETURN c",
      [
        "Expand (b)-[]->(c)",
        "Keep b",
        "Filter b.x = 1",
        "Optional b",
        "| Expand (a)<-[:IN]-(b)",
        "| Argument",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) WITH a, a.x AS x WHERE x > 1 AND a.y = 2 RETURN x",
      [
        "Filter x > 1",
        "Project x = a.x",
        "Filter a.y = 2",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c)-[:KNOWS]->(d) RETURN count(*)",
      [
        "Aggregate count(*)",
        "Expand (c)-[:KNOWS]->(d) apart from _2, _4",
        "Keep _2, c, _4",
        "Expand (b)-[:KNOWS]->(c) apart from _2",
        "Keep b, _2",
        "Expand (a)-[:KNOWS]->(b)",
        "Nodes by label (a:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Person)-[:KNOWS]->(b)-[:WORKS_AT]->(c) RETURN c.name ORDER BY c.name",
      [
        "Sort `c.name`",
        "Project c.name",
        "Expand (b)-[:WORKS_AT]->(c)",
        "Keep b",
        "Expand (a)-[:KNOWS]->(b)",
        "Nodes by label (a:Person)",
        "Start",
      ]),
    PlanCase(
      "UNWIND $rows AS row MATCH (p:Person {id: row.id}) SET p.x = row.x",
      [
        "Set p.x = row.x",
        "Nodes by index (p:Person) where id = row.id",
        "Unwind $rows AS row",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) WITH a LIMIT 2 MATCH (a)<-[:IN]-(b) RETURN b",
      [
        "Expand (a)<-[:IN]-(b)",
        "Limit 2",
        "Nodes by label (a:City)",
        "Start",
      ]),
  ]

  @Test(arguments: rules)
  func isPlanned(_ example: PlanCase) throws {
    #expect(try Planning.operators(example.query) == example.operators)
  }
}
