import Testing

@testable import GraphQuery

/// Repetitions, path variables and shortest paths.
@Suite struct PathPlanTests {
  /// Trails and shortest paths.
  static let paths: [PlanCase] = [
    PlanCase(
      "MATCH (a:City)-[:IN*]-(b) WHERE all(r IN [1] WHERE r > 0) RETURN b",
      [
        "Expand group (a)-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Filter all(r IN [1] WHERE r > 0)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*1..3]-(b)<-[:IN]-(c) RETURN c",
      [
        "Expand (b)<-[:IN]-(c) apart from _2",
        "Keep b, _2",
        "Expand group (a)<-[:IN*1..3]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH p = (a:City)<-[:IN*1..3]-(b) WHERE length(p) > 1 RETURN p",
      [
        "Filter length(p) > 1",
        "Project p = path(a, _2, b)",
        "Expand group (a)<-[:IN*1..3]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[rs:IN*1..3 {x: 1}]-(b) RETURN rs",
      [
        "Expand group (a)<-[rs:IN*1..3]-(b) where rs.x = 1",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City {id: 1}) MATCH p = shortestPath((a)-[:IN*]-(b:Person {id: 2})) RETURN p",
      [
        "Project p = path(a, _2, b)",
        "Shortest path (a)-[:IN*1..]-(b)",
        "Nodes by index (b:Person) where id = 2",
        "Nodes by index (a:City) where id = 1",
        "Start",
      ]),
    // What looks at one step is part of the step; what looks at the path, of the search.
    PlanCase(
      "MATCH p = shortestPath((a:City {id: 1})-[:IN*]-(b:Person {id: 2})) "
        + "WHERE all(r IN relationships(p) WHERE r.x > 1) AND length(p) > 2 AND b.y = 1 RETURN a",
      [
        "Project p = path(a, _2, b)",
        "Shortest path (a)-[:IN*1..]-(b) where all(r IN [_4] WHERE r.x > 1) if length(p) > 2",
        "Nodes by index (a:City) where id = 1",
        "Filter b.y = 1",
        "Nodes by index (b:Person) where id = 2",
        "Start",
      ]),
    PlanCase(
      "MATCH p = ANY SHORTEST (a:City {id: 1})-[:IN]-+(b:Person {id: 2}) "
        + "WHERE length(p) > 2 RETURN a",
      [
        "Filter length(p) > 2",
        "Project p = path(a, _2, b)",
        "Shortest path (a)-[:IN*1..]-(b)",
        "Nodes by index (b:Person) where id = 2",
        "Nodes by index (a:City) where id = 1",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City), (b:City) RETURN shortestPath((a)-[:IN*..5]->(b)) AS p",
      [
        "Project p = shortestPath(...)",
        "Nodes by label (b:City)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) ((x)<-[:IN]-(y)<-[:WORKS_AT]-(z) WHERE z.age > 3){1,2} (b) RETURN a, z",
      [
        "Expand group (a) ((x)<-[:IN]-(y)<-[:WORKS_AT]-(z)){1..2} (b) where z.age > 3",
        "Nodes by label (a:City)",
        "Start",
      ]),
  ]

  @Test(arguments: paths)
  func isPlanned(_ example: PlanCase) throws {
    #expect(try Planning.operators(example.query) == example.operators)
  }
}
