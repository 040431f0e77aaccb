import Testing

@testable import GraphQuery

/// Trails become reachability only where nobody can tell (DESIGN 28).
@Suite struct ReachabilityTests {
  /// The rule fires.
  static let fires: [PlanCase] = [
    PlanCase(
      "MATCH (a:City)<-[:IN*]-(b) RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Reach (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*0..3]-(b) RETURN count(DISTINCT b) AS n, max(b.x) AS m",
      [
        "Aggregate n = count(DISTINCT b), m = max(b.x)",
        "Reach (a)<-[:IN*0..3]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)-[:IN*0..]-(b) RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Reach (a)-[:IN*0..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City) WHERE EXISTS { (c)<-[:IN*]-(b:Person) } RETURN c",
      [
        "Keep if any",
        "| Filter b:Person",
        "| Reach (c)<-[:IN*1..]-(b)",
        "| Argument",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) ((x)<-[:IN]-(y)<-[:WORKS_AT]-(z))+ (b) RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Reach (a) ((x)<-[:IN]-(y)<-[:WORKS_AT]-(z)){1..} (b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*]-(b) WITH b MATCH (b)-[:KNOWS]->(c) RETURN DISTINCT c",
      [
        "Distinct c",
        "Keep c",
        "Expand (b)-[:KNOWS]->(c)",
        "Keep b",
        "Reach (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
  ]

  /// Each query breaks one condition of the rule.
  static let doesNot: [PlanCase] = [
    PlanCase(
      "MATCH (a:City)<-[:IN*]-(b) RETURN b",
      [
        "Expand group (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*]-(b) RETURN count(b) AS n",
      [
        "Aggregate n = count(b)",
        "Expand group (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*2..]-(b) RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Expand group (a)<-[:IN*2..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*3..3]-(b) RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Expand group (a)<-[:IN*3..3]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)-[:IN*]-(b) RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Expand group (a)-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[r:IN*]-(b) RETURN DISTINCT b, size(r) AS n",
      [
        "Distinct b, n",
        "Project n = size(r)",
        "Expand group (a)<-[r:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH p = (a:City)<-[:IN*]-(b) RETURN DISTINCT b, length(p) AS n",
      [
        "Distinct b, n",
        "Project n = length(p)",
        "Project p = path(a, _2, b)",
        "Expand group (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*]-(b)<-[:IN]-(c) RETURN DISTINCT c",
      [
        "Distinct c",
        "Keep c",
        "Expand (b)<-[:IN]-(c) apart from _2",
        "Keep b, _2",
        "Expand group (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*]-(b) WITH b LIMIT 3 RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Limit 3",
        "Expand group (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*]-(b) WITH DISTINCT b, rand() AS r RETURN b",
      [
        "Distinct b, r",
        "Project r = rand()",
        "Expand group (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) ((x)<-[:IN]-(y)<-[:IN]-(z))+ (b) RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Expand group (a) ((x)<-[:IN]-(y)<-[:IN]-(z)){1..} (b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) ((x)<-[:IN]-(y)<-[:WORKS_AT]-(z))+ (b) RETURN DISTINCT b, size(z) AS n",
      [
        "Distinct b, n",
        "Project n = size(z)",
        "Expand group (a) ((x)<-[:IN]-(y)<-[:WORKS_AT]-(z)){1..} (b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN*]-(b) SET b.seen = true",
      [
        "Set b.seen = true",
        "Expand group (a)<-[:IN*1..]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City) ((x)-[:IN]-(y)){1,3} (b) RETURN DISTINCT b",
      [
        "Distinct b",
        "Keep b",
        "Expand group (a)-[:IN*1..3]-(b)",
        "Nodes by label (a:City)",
        "Start",
      ]),
  ]

  @Test(arguments: fires + doesNot)
  func isPlanned(_ example: PlanCase) throws {
    #expect(try Planning.operators(example.query) == example.operators)
  }
}
