import Testing

@testable import GraphQuery

/// Where a pattern starts, which way it is walked, how its parts are joined.
@Suite struct MatchPlanTests {
  /// One pattern that hangs together.
  static let starts: [PlanCase] = [
    PlanCase(
      "MATCH (p:Person)-[:WORKS_AT]->(c:Company) RETURN p",
      [
        "Filter p:Person",
        "Expand (c)<-[:WORKS_AT]-(p)",
        "Nodes by label (c:Company)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person)-[:WORKS_AT]->(c:Company)-[:IN]->(t:City) RETURN p",
      [
        "Filter p:Person",
        "Expand (c)<-[:WORKS_AT]-(p)",
        "Keep c",
        "Filter c:Company",
        "Expand (t)<-[:IN]-(c)",
        "Nodes by label (t:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person {id: 'a'})-[:KNOWS]->(q) RETURN q",
      [
        "Expand (p)-[:KNOWS]->(q)",
        "Nodes by index (p:Person) where id = 'a'",
        "Start",
      ]),
    PlanCase(
      "MATCH (p)-[:KNOWS]->(q) WHERE id(q) = $id RETURN p",
      [
        "Expand (q)<-[:KNOWS]-(p)",
        "Node by id (q) where id = $id",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) WHERE p.id IN $ids RETURN p",
      [
        "Nodes by index (p:Person) where id = _1",
        "Unwind values($ids) AS _1",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) WHERE p.name = 'Ann' RETURN p",
      [
        "Filter p.name = 'Ann'",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City:Company) RETURN a",
      [
        "Filter a:Company",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(a) RETURN a",
      [
        "Expand into (b)-[:KNOWS]->(a) apart from _2",
        "Expand (a)-[:KNOWS]->(b)",
        "Nodes by label (a:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Person)-[:KNOWS]->(b), (a)-[:WORKS_AT]->(c)<-[:WORKS_AT]-(b) RETURN a",
      [
        "Meet (a)-[:KNOWS]->(b)-[:WORKS_AT]->(c) apart from _4",
        "Expand (a)-[:WORKS_AT]->(c)",
        "Nodes by label (a:Person)",
        "Start",
      ]),
  ]

  /// Patterns in several parts.
  static let parts: [PlanCase] = [
    PlanCase(
      "MATCH (a:Company), (b:City) WHERE a.zip = b.zip RETURN a",
      [
        "Filter a.zip = b.zip",
        "Hash join on _2",
        "| Project _2 = a.zip",
        "| Nodes by label (a:Company)",
        "| Start",
        "Project _2 = b.zip",
        "Nodes by label (b:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Company), (b:City) RETURN a",
      [
        "Nodes by label (a:Company)",
        "Nodes by label (b:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Company), (b {id: a.city}) RETURN b",
      [
        "Nodes by index (b) where id = a.city",
        "Nodes by label (a:Company)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Person)-[:WORKS_AT]->(c), (t:City)<-[:IN]-(d) RETURN *",
      [
        "Expand (a)-[:WORKS_AT]->(c)",
        "Keep a, t, d",
        "Nodes by label (a:Person)",
        "Expand (t)<-[:IN]-(d)",
        "Nodes by label (t:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:Person)-[:KNOWS]->(b), (c:City)<-[:KNOWS]-(d) WHERE b.x = d.x RETURN *",
      [
        "Filter b.x = d.x",
        "Filter _5 <> _2",
        "Hash join on _6",
        "| Project _6 = d.x",
        "| Expand (c)<-[:KNOWS]-(d)",
        "| Nodes by label (c:City)",
        "| Start",
        "Project _6 = b.x",
        "Expand (a)-[:KNOWS]->(b)",
        "Nodes by label (a:Person)",
        "Start",
      ]),
    // The part that leaves few rows comes first, not the one that is cheap to begin with.
    PlanCase(
      "MATCH (a:Person), (b:Person {name: 'x'}) RETURN a",
      [
        "Nodes by label (a:Person)",
        "Filter b.name = 'x'",
        "Nodes by label (b:Person)",
        "Start",
      ]),
  ]

  /// Patterns over rows that come in.
  static let bound: [PlanCase] = [
    PlanCase(
      "MATCH (a:City) OPTIONAL MATCH (a)<-[:IN]-(b) WHERE b.x > a.x RETURN a, b",
      [
        "Optional b",
        "| Filter b.x > a.x",
        "| Expand (a)<-[:IN]-(b)",
        "| Argument",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "OPTIONAL MATCH (a:City) WITH a MATCH (a) RETURN a",
      [
        "Filter a IS NOT NULL",
        "Optional a",
        "| Nodes by label (a:City)",
        "| Argument",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) WITH a MATCH (a) RETURN a",
      [
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH ()-[r]->() WITH r MATCH (a)<-[r]-(b) RETURN a, b",
      [
        "Expand (a)<-[r]-(b)",
        "Project a = endNode(r)",
        "Expand ()-[r]->()",
        "All nodes ()",
        "Start",
      ]),
  ]

  @Test(arguments: starts + parts + bound)
  func isPlanned(_ example: PlanCase) throws {
    let planned = try Planning.operators(example.query)
    #expect(planned == example.operators, "\(planned)")
  }
}
