import Testing

@testable import GraphQuery

@Suite struct PlanPrinterTests {
  @Test func drawsEstimates() throws {
    let plan = try Planning.plan(
      """
      MATCH (p:Person {id: $id})-[:KNOWS]->(q) WHERE NOT (q)-[:WORKS_AT]->()
      RETURN q.name AS name ORDER BY name LIMIT 3
      """)
    #expect(
      PlanPrinter(plan).text() == """
        Operator        What it does               estimated
        Results         name
        Top             3 by name                        1.4
        Project         name = q.name                    1.4
        Keep if none                                     1.4
        | Expand        (q)-[:WORKS_AT]->()              0.5
        | Argument                                         1
        Expand          (p)-[:KNOWS]->(q)                2.8
        Nodes by index  (p:Person) where id = $id          1
        Start                                              1
        """)
  }

  @Test func drawsMeasurements() throws {
    let plan = try Planning.plan("MATCH (c:City) RETURN c")
    let scan = PlanPrinter.Measurement(rows: 5, nanoseconds: 1_234_567)
    #expect(
      PlanPrinter(plan).text([ObjectIdentifier(plan.root): scan]) == """
        Operator        What it does  estimated       rows         ms
        Results         c
        Nodes by label  (c:City)          5          5       1.23
        Start                             1          -          -
        """)
  }

  @Test("what does not fit goes on in the next line, and the numbers stay below one another")
  func wrapsLongTexts() throws {
    let plan = try Planning.plan(
      """
      MATCH (c:City) WHERE c.name <> 'a rather long name' AND c.other <> 'another rather long name'
        AND c.third <> 'a third' OPTIONAL MATCH (c)-->()<--(d)
      RETURN c, d
      """)
    let lines = PlanPrinter(plan).text().split(separator: "\n").map(String.init)
    let filter = try #require(lines.firstIndex { $0.hasPrefix("Filter") })
    #expect(lines[filter].hasSuffix("c.other <> 'another rather long name'        3.6"), "\(lines)")
    #expect(lines[filter + 1] == "                  AND c.third <> 'a third'", "\(lines)")
    let widths = Set(lines.filter { $0.last?.isNumber == true }.map(\.count))
    #expect(widths == [lines[0].count], "\(lines)")
    #expect(lines.contains { $0.hasPrefix("Optional        d   ") }, "\(lines)")
  }

  @Test func writesExpressionsAsText() throws {
    let plan = try Planning.plan(
      """
      WITH {a: 1} AS m, [1, 2] AS l, date('2024-01-01') AS d
      RETURN m.a + -l[0] * 2 AS sum, l[1..] AS rest, m {.a, b: 'its'} AS map,
        CASE WHEN m.a > 1 AND NOT m.b IS NULL THEN 'x' ELSE $p END AS word,
        [x IN l WHERE x > 1 | x ^ 2] AS squares, any(x IN l WHERE x = 1) AS some,
        reduce(t = 0, x IN l | t + x) AS total, d.year AS `the year`
      """)
    let printer = BoundExpressionPrinter(names: plan.slotNames)
    guard case .project(let items, _) = plan.root.operator else {
      Issue.record("no projection")
      return
    }
    #expect(
      items.map { printer.text($0.expression) } == [
        "m.a + -l[0] * 2", "l[1..]", "m {.a, b: 'its'}",
        "CASE WHEN m.a > 1 AND NOT m.b IS NULL THEN 'x' ELSE $p END",
        "[x IN l WHERE x > 1 | x ^ 2]", "any(x IN l WHERE x = 1)",
        "reduce(t = 0, x IN l | t + x)", "d.year",
      ])
  }
}
