import Testing

@testable import GraphQuery

/// Predicates with queries inside, and `CALL`.
@Suite struct SubqueryPlanTests {
  /// Semi-joins where a conjunct asks only whether there is a row.
  static let predicates: [PlanCase] = [
    PlanCase(
      "MATCH (p:Person) WHERE (p)-[:KNOWS]->() AND NOT EXISTS { "
        + "(p)-[:WORKS_AT]->(:Company) } AND p.x > 1 RETURN p",
      [
        "Keep if none",
        "| Filter _3:Company",
        "| Expand (p)-[:WORKS_AT]->()",
        "| Argument",
        "Keep if any",
        "| Expand (p)-[:KNOWS]->()",
        "| Argument",
        "Filter p.x > 1",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) WHERE (p)-[:KNOWS]->() OR p.x > 1 RETURN p",
      [
        "Filter EXISTS { ... } OR p.x > 1",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) WHERE COUNT { (p)-[:KNOWS]->(q) WHERE q.x = 1 } > 2 RETURN "
        + "[(p)-[:KNOWS]->(q) | q.name] AS names",
      [
        "Project names = [pattern | ...]",
        "Filter COUNT { ... } > 2",
        "Nodes by label (p:Person)",
        "Start",
      ]),
  ]

  /// Calls.
  static let calls: [PlanCase] = [
    PlanCase(
      "MATCH (c:City) CALL { WITH c MATCH (c)<-[:IN]-(d) RETURN count(d) AS n } RETURN c, n",
      [
        "For each",
        "| Aggregate n = sum(_4)",
        "| Count steps _4 = (c)<-[:IN]-()",
        "| Argument",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) CALL { WITH c CREATE (:Log {of: c.id}) } RETURN c",
      [
        "For each",
        "| Aggregate _2 = count(*)",
        "| Barrier",
        "| Create (:Log {of: c.id})",
        "| Barrier",
        "| Argument",
        "Barrier",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "CALL db.labels() YIELD label WHERE label STARTS WITH 'P' RETURN label",
      [
        "Filter label STARTS WITH 'P'",
        "Call db.labels() YIELD label",
        "Start",
      ]),
    PlanCase(
      "CALL test.echo(1)",
      [
        "Call test.echo(1) YIELD out",
        "Start",
      ]),
  ]

  @Test(arguments: predicates + calls)
  func isPlanned(_ example: PlanCase) throws {
    let planned = try Planning.operators(example.query)
    #expect(planned == example.operators, "\(planned)")
  }
}
