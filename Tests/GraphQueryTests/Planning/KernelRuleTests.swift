import PropertyGraph
import Testing

@testable import GraphQuery

/// Steps that are only counted, cycles closed by common neighbours, unions of repetitions: each rule
/// fires where it may, does not where it must not, and changes no answer.
@Suite struct KernelRuleTests {
  static let counted: [PlanCase] = [
    PlanCase(
      "MATCH (c:City) OPTIONAL MATCH (c)<-[r:IN]-(:Company) WITH c, count(r) AS n RETURN c, n",
      [
        "Project n = _4",
        "Count steps _4 = (c)<-[:IN]-(:Company)",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City)<-[:IN]-(p) RETURN c.name AS name, count(p) AS n, count(*) AS m",
      [
        "Aggregate n = sum(_6), m = sum(_6) by name = c.name",
        "Count steps _6 = (c)<-[:IN]-()",
        "Nodes by label (c:City)",
        "Start",
      ]),
  ]

  /// Each breaks one condition.
  static let notCounted: [String] = [
    // Distinct values have to be seen.
    "MATCH (c:City)<-[:IN]-(p) RETURN c, count(DISTINCT p) AS n",
    // A property may be missing.
    "MATCH (c:City)<-[:IN]-(p) RETURN c, count(p.name) AS n",
    // The step is a key.
    "MATCH (c:City)<-[:IN]-(p) RETURN c, p, count(*) AS n",
    // More than labels is demanded.
    "MATCH (c:City)<-[:IN]-(p) WHERE p.x = c.x RETURN c, count(p) AS n",
    // A row without a match counts as one row.
    "MATCH (c:City) OPTIONAL MATCH (c)<-[:IN]-(p) RETURN c, count(*) AS n",
    // Another aggregate looks at the rows.
    "MATCH (c:City)<-[:IN]-(p) RETURN c, count(p) AS n, max(c.x) AS m",
    // Two steps.
    "MATCH (c:City) OPTIONAL MATCH (c)<-[:IN]-(p)-[r:KNOWS]->() RETURN c, count(r) AS n",
  ]

  /// Counted, but a city may stand in several rows, or several cities in one group.
  static let grouped: [String] = [
    "MATCH (c:City)-->(d) OPTIONAL MATCH (c)<-[r:IN]-() WITH c, count(r) AS n RETURN c, n",
    "UNWIND [1, 2] AS x MATCH (c:City) OPTIONAL MATCH (c)<-[r:IN]-() RETURN c, count(r) AS n",
    "MATCH (c:City) OPTIONAL MATCH (c)<-[r:IN]-() RETURN c.x AS x, count(r) AS n",
    "MATCH (c:City) WITH DISTINCT c, c.x AS x OPTIONAL MATCH (c)<-[r:IN]-() "
      + "RETURN x, count(r) AS n",
  ]

  static let met: [PlanCase] = [
    PlanCase(
      "MATCH (a:City)<-[:IN]-(m:Person)-[:KNOWS]->(b), (a)<-[:IN]-(o)-[:WORKS_AT]->(b) "
        + "RETURN a, b, m",
      [
        "Meet (m)-[:KNOWS]->(b)<-[:WORKS_AT]-(o)",
        "Keep a, m, o",
        "Expand (a)<-[:IN]-(o) apart from _2",
        "Filter m:Person",
        "Expand (a)<-[:IN]-(m)",
        "Nodes by label (a:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (a:City)<-[:IN]-(m)-[:KNOWS]->(b), (a)<-[:WORKS_AT]-(o:Person)-[:KNOWS]->(b) "
        + "RETURN DISTINCT a, m",
      [
        "Distinct a, m",
        "Keep a, m",
        "Keep if they meet (a)<-[:WORKS_AT]-(o:Person)-[:KNOWS]->(b) apart from _4",
        "Expand (m)-[:KNOWS]->(b)",
        "Keep a, m",
        "Expand (a)<-[:IN]-(m)",
        "Nodes by label (a:City)",
        "Start",
      ]),
  ]

  /// Without a cycle, with a third edge at every node, with a repetition at every middle.
  static let notMet: [String] = [
    "MATCH (a:City)<-[:IN]-(m)-[:KNOWS]->(b) RETURN a, m, b",
    "MATCH (a:City)<-[:IN]-(m)-[:KNOWS]->(b), (a)<-[:IN]-(o)-[:KNOWS]->(b), (m)-->(), (o)-->(), "
      + "(b)-->() RETURN a, b",
    "MATCH (a:City)<-[:IN*2]-(m)-[:KNOWS*2]->(b), (a)<-[:IN]-(b) RETURN a, b",
    "MATCH (a:City)<-[:IN]-(m)-[:KNOWS]->(a) RETURN a, m",
  ]

  static let repeated: [PlanCase] = [
    PlanCase(
      "MATCH (a:City)<-[:IN]-(:Person)-[:KNOWS]->(z:Person) RETURN DISTINCT z.x AS x UNION "
        + "MATCH (a:City)<-[:IN]-(:Person)-[:KNOWS]->()<-[:IN]-(:Person)-[:KNOWS]->(z:Person) "
        + "RETURN z.x AS x",
      [
        "Distinct x",
        "Project x",
        "Project x = z.x",
        "Filter z:Person",
        "Reach (a) (()<-[:IN]-()-[:KNOWS]->()){1..2} (z) where _17:Person",
        "Nodes by label (a:City)",
        "Start",
      ])
  ]

  /// Duplicates are kept; the ends differ; a node between is named twice; a repetition is missing.
  static let notRepeated: [String] = [
    "MATCH (a:City)<-[:IN]-(z) RETURN z.x AS x UNION ALL "
      + "MATCH (a:City)<-[:IN]-()<-[:IN]-(z) RETURN z.x AS x",
    "MATCH (a:City)<-[:IN]-(z) RETURN z.x AS x UNION "
      + "MATCH (a:City)<-[:IN]-()<-[:IN]-(z) WHERE z.x > 1 RETURN z.x AS x",
    "MATCH (a:City)<-[:IN]-(z) RETURN z.x AS x UNION "
      + "MATCH (a:City)<-[:IN]-()<-[:IN]-(z) RETURN z.y AS x",
    "MATCH (a:City)<-[:IN]-(z) RETURN z.x AS x UNION "
      + "MATCH (a:City)<-[:IN]-(b)<-[:IN]-(z) WHERE b.x = 1 RETURN z.x AS x",
    "MATCH (a:City)<-[:IN]-(z) RETURN z.x AS x UNION "
      + "MATCH (a:City)<-[:IN]-()<-[:IN]-()<-[:IN]-(z) RETURN z.x AS x",
    "MATCH (a:City)-[:IN]-(z) RETURN z.x AS x UNION "
      + "MATCH (a:City)-[:IN]-()-[:IN]-(z) RETURN z.x AS x",
  ]

  @Test(arguments: counted + met + repeated)
  func fires(_ example: PlanCase) throws {
    let planned = try Planning.operators(example.query)
    #expect(planned == example.operators, "\(planned)")
  }

  @Test(arguments: notCounted)
  func countsNothing(_ query: String) throws {
    #expect(try !Planning.operators(query).contains { $0.contains("Count steps") })
  }

  @Test(arguments: grouped)
  func groups(_ query: String) throws {
    let operators = try Planning.operators(query)
    #expect(operators.contains { $0.contains("Count steps") }, "\(operators)")
    #expect(operators.contains { $0.contains("Aggregate") }, "\(operators)")
  }

  @Test(arguments: notMet)
  func meetsNothing(_ query: String) throws {
    #expect(try !Planning.operators(query).contains { $0.contains("eet ") })
  }

  @Test(arguments: notRepeated)
  func repeatsNothing(_ query: String) throws {
    #expect(try !Planning.operators(query).contains { $0.contains("Reach") })
  }

  // MARK: Answers

  static let queries = [
    "MATCH (a:A) OPTIONAL MATCH (a)-[r:T]->(:B) WITH a, count(r) AS n RETURN a.i, n",
    "MATCH (a)-[r:T|U]-(b:B) RETURN a.x AS x, count(b) AS n, count(*) AS m",
    "MATCH (a) OPTIONAL MATCH (a)-[r]-(b) RETURN a.x AS x, count(b) AS n",
    "MATCH (a:A) OPTIONAL MATCH (a)-[r:T]->() WITH a, count(r) AS n OPTIONAL MATCH (a)<-[s]-() "
      + "WITH a, n, count(s) AS m WHERE n >= m RETURN a.i, n, m",
    "MATCH (a)-->(b) WITH DISTINCT a, b OPTIONAL MATCH (b)-[r]->() WITH a, b AS c, count(r) AS n "
      + "RETURN a.i, c.i, n",
    "UNWIND [1, 1] AS k MATCH (a:A) OPTIONAL MATCH (a)-[r:T]->() WITH a, count(r) AS n "
      + "RETURN a.i, n",
    "MATCH (a)<-[:T]-(b) WITH a, count(*) AS n MATCH (a)-->(c) RETURN a.i, n, c.i",
    "MATCH (a)-[:T]->(m)<-[:T]-(b), (a)-[:U]->(o)<-[:U]-(b) RETURN a.i, b.i, m.i, o.i",
    "MATCH (a)-[:T]->(m:B)<-[:T]-(b), (a)-[:U]->(o)<-[:V]-(b) RETURN DISTINCT a.i, b.i",
    "MATCH (a)-[:T]->(b)-[:T]->(c)-[:T]->(a) RETURN a.i, b.i, c.i",
    "MATCH (a)--(b)--(c)--(a) RETURN a.i, b.i, c.i",
    "MATCH (a)-[r]->(m)-[s]->(b), (a)-[t:T]->(b) RETURN DISTINCT a.i, b.i",
    "MATCH (a)-[:T]->(z) RETURN z.i AS i UNION MATCH (a)-[:T]->()-[:T]->(z) RETURN z.i AS i",
    "MATCH (a:A)-[:T]->()-[:U]->(z) RETURN a.i AS a, z.i AS i UNION "
      + "MATCH (a:A)-[:T]->()-[:U]->()-[:T]->()-[:U]->(z) RETURN a.i AS a, z.i AS i",
    "MATCH (a)-[:T]->(:B)<-[:U]-(z:A) RETURN z.i AS i UNION "
      + "MATCH (a)-[:T]->(:B)<-[:U]-(:A)-[:T]->(:B)<-[:U]-(z:A) RETURN DISTINCT z.i AS i UNION "
      + "MATCH (b:B) RETURN b.i AS i",
    "MATCH (a) ((x)-[:T]->(y:B)<-[:U]-(z))+ (b) RETURN DISTINCT a.i, b.i",
    "MATCH (a) ((x:A)-[:T]->(y)<-[:U]-(z)-[:V]->(w)){0,2} (b) RETURN DISTINCT a.i, b.i",
    "MATCH (a), (b) WHERE EXISTS { (a)-[:T|U*]->(b) } RETURN a.i, b.i",
    "MATCH (a)-->(b) MATCH (a)-->(c) RETURN b.i, count(DISTINCT c) AS n, count(DISTINCT a) AS m",
    "MATCH (a), (b) MATCH (a)-[r]->(b) RETURN a.i, b.i, count(r) AS n",
  ]

  @Test(arguments: 1...10)
  func answersAreThoseOfThePlainWay(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed) + 70_000)
    try Rumours.expectThePlainWay(Self.queries, &dealer, batchSizes: [1, 3, 2_048])
  }

  /// Nodes with many partners, of which few share a neighbour.
  @Test func manyPartners() throws {
    let graph = try Run.graph(
      "UNWIND range(0, 299) AS i CREATE (:N {i: i})",
      "UNWIND range(0, 899) AS k MATCH (a:N {i: k * 37 % 300}), (b:N {i: (k * k + k / 7) % 60}) "
        + "CREATE (a)-[:T]->(b)",
      "UNWIND range(0, 899) AS k MATCH (a:N {i: k * 41 % 300}), (b:N {i: (k * k * 3 + k) % 300}) "
        + "CREATE (a)-[:U]->(b)")
    try graph.compact()
    let statistics = Rumours(seed: 1, isIndexed: false)
    for result in ["DISTINCT a.i, b.i", "a.i, b.i, o.i"] {
      let query = "MATCH (a)-[:T]->(m)<-[:T]-(b), (a)-[:U]->(o)<-[:U]-(b) RETURN " + result
      let expected = try Rumours.rows(query, on: graph, statistics, batchSize: 2_048, rules: [])
      #expect(expected.count > 100)
      #expect(try Rumours.rows(query, on: graph, statistics, batchSize: 2_048) == expected)
    }
  }
}
