import Testing

@testable import GraphQuery

/// Projections, order, limits and unions.
@Suite struct ProjectionPlanTests {
  /// `WITH` and `RETURN`.
  static let projections: [PlanCase] = [
    PlanCase(
      "MATCH (p:Person) RETURN p.name ORDER BY p.age LIMIT 3",
      [
        "Project p.name",
        "Top 3 by p.age",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) RETURN p.name ORDER BY p.age SKIP 2 LIMIT 3",
      [
        "Project p.name",
        "Skip 2",
        "Top 5 by p.age",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) RETURN p.name ORDER BY p.age SKIP $s LIMIT 3",
      [
        "Project p.name",
        "Limit 3",
        "Skip $s",
        "Sort p.age",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) RETURN p.name AS name ORDER BY name",
      [
        "Sort name",
        "Project name = p.name",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) WITH p.name AS name, p.age AS age ORDER BY age LIMIT 3 WHERE "
        + "age > 3 RETURN name",
      [
        "Project name = p.name",
        "Filter age > 3",
        "Top 3 by age",
        "Project age = p.age",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) WITH p AS q WHERE q.x > 1 RETURN q.y",
      [
        "Project `q.y` = p.y",
        "Filter p.x > 1",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) RETURN p.city, count(*) AS n, max(p.age) - min(p.age) AS span "
        + "ORDER BY n DESC",
      [
        "Sort n DESC",
        "Project span = _3 - _4",
        "Aggregate n = count(*), _3 = max(p.age), _4 = min(p.age) by p.city",
        "Nodes by label (p:Person)",
        "Start",
      ]),
    PlanCase(
      "MATCH (p:Person) RETURN DISTINCT p.city ORDER BY p.city",
      [
        "Sort `p.city`",
        "Distinct `p.city`",
        "Project p.city",
        "Nodes by label (p:Person)",
        "Start",
      ]),
  ]

  /// Unions.
  static let unions: [PlanCase] = [
    PlanCase(
      "RETURN 1 AS x UNION ALL RETURN 2 AS x",
      [
        "Union",
        "| Project x",
        "| Project x = 2",
        "| Start",
        "Project x",
        "Project x = 1",
        "Start",
      ]),
    PlanCase(
      "RETURN 1 AS x UNION RETURN 2 AS x",
      [
        "Distinct x",
        "Union",
        "| Project x",
        "| Project x = 2",
        "| Start",
        "Project x",
        "Project x = 1",
        "Start",
      ]),
    PlanCase(
      "UNWIND [1, 2, 3] AS x WITH x WHERE x > 1 RETURN collect(x) AS xs",
      [
        "Aggregate xs = collect(x)",
        "Filter x > 1",
        "Unwind [1, 2, 3] AS x",
        "Start",
      ]),
  ]

  @Test(arguments: projections + unions)
  func isPlanned(_ example: PlanCase) throws {
    #expect(try Planning.operators(example.query) == example.operators)
  }
}
