import Diagnostics
import Testing

@testable import GraphQuery

/// What other dialects have and this one lacks is refused by name, with its place and advice.
@Suite struct UnsupportedTests {
  @Test(arguments: ExpectedMessage.unsupported)
  func isRefusedByName(_ refusal: ExpectedMessage) throws {
    try refusal.check(Planning.problem(refusal.query), .unsupported)
  }

  /// No construct of the table goes untried.
  @Test func everyConstructIsTried() {
    let tried = Set(ExpectedMessage.unsupported.map(\.code))
    #expect(UnsupportedConstruct.all.map(\.code).filter { !tried.contains($0) } == [])
  }

  @Test func codesAreKindAndName() {
    for construct in UnsupportedConstruct.all {
      #expect(
        construct.code.wholeMatch(of: /(clause|pattern|expression)\.[a-z]+(-[a-z]+)*/) != nil,
        "\(construct.code)")
    }
  }

  @Test func theReferenceListsThem() throws {
    let pages = ReferencePage.all.filter { $0.name == "errors-and-limits.md" }
    let page = try #require(pages.first).text
    #expect(UnsupportedConstruct.all.map(\.code).filter { !page.contains("`\($0)`") } == [])
  }

  /// The words remain good names where a name can stand.
  @Test(arguments: [
    "MATCH (filter:Use {let: 1})-[for:NEXT]->(using) RETURN filter, for.begin AS select, using",
    "WITH 1 AS nulls, 2 AS cypher RETURN nulls AS `group`, cypher AS offset",
    "MATCH trail = (walk)-->(simple) RETURN trail, walk.acyclic AS different, simple",
    "MATCH different = (a)-->(b) RETURN different",
    "CREATE unique = (index:Constraint)-[:USER]->(role) RETURN unique",
    "WITH {a: 1} AS collect, {b: 2} AS value RETURN collect {.a, value}, value {.*}",
    "WITH 'x' AS both RETURN trim(both) AS x, trim(both + 'y') AS y",
    "MATCH (n) WHERE n.a IS NULL RETURN [x IN [n] WHERE x:A|x.b] AS bars",
    "UNWIND [true] AS x RETURN CASE x WHEN (1 IS NULL) THEN 1 WHEN 1 > 2 THEN 2 END AS y",
  ])
  func namesStayFree(query: String) {
    #expect(Planning.problem(query)?.message == nil)
  }

  /// What is always meant may be said.
  @Test(arguments: [
    "MATCH DIFFERENT RELATIONSHIPS (a)-->(b) RETURN a",
    "MATCH DIFFERENT RELATIONSHIP BINDINGS (a)-->(b) RETURN a",
    "OPTIONAL MATCH DIFFERENT RELATIONSHIP (a)-->(b) RETURN a",
    "MATCH ALL PATHS (a)-->(b) RETURN a",
    "MATCH (n) RETURN n ORDER BY n.x OFFSET 1 LIMIT 2",
  ])
  func theDefaultMayBeSaid(query: String) {
    #expect(Planning.problem(query)?.message == nil)
  }
}
