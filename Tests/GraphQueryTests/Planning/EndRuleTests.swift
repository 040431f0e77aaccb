import PropertyGraph
import Testing

@testable import GraphQuery

/// Steps that only feed counts of distinct nodes: the rule fires where it may, does not where it must
/// not, and changes no answer.
@Suite struct EndRuleTests {
  static let counted: [PlanCase] = [
    PlanCase(
      "MATCH (c:City) OPTIONAL MATCH (c)<-[:IN]-(p:Person)-[:WORKS_AT]->(f) "
        + "OPTIONAL MATCH (p)-[:KNOWS]->(q) "
        + "RETURN c.name AS name, count(DISTINCT f) AS firms, count(DISTINCT q) AS known",
      [
        "Count ends firms = f, known = q by name = c.name over "
          + "optional (c)<-[:IN]-(p:Person)-[:WORKS_AT]->(f), optional (p)-[:KNOWS]->(q)",
        "Nodes by label (c:City)",
        "Start",
      ]),
    PlanCase(
      "MATCH (c:City)<-[:IN]-(p)-[:KNOWS]->(q:Person) RETURN c, count(DISTINCT q) AS n",
      [
        "Count ends n = q by c over (c)<-[:IN]-(p)-[:KNOWS]->(q:Person)",
        "Nodes by label (c:City)",
        "Start",
      ]),
  ]

  /// Each breaks one condition.
  static let notCounted: [String] = [
    // How often matters; another aggregate looks at the rows; a property, not a node.
    "MATCH (c:City) OPTIONAL MATCH (c)<-[:IN]-(p)-[:KNOWS]->(q) RETURN c, count(q) AS n",
    "MATCH (c:City)<-[:IN]-(p) RETURN c, count(DISTINCT p) AS n, count(*) AS m",
    "MATCH (c:City)<-[:IN]-(p) RETURN c, count(DISTINCT p.name) AS n",
    "MATCH (c:City)<-[r:IN]-(p) RETURN c, count(DISTINCT r) AS n",
    // The step is a key.
    "MATCH (c:City)<-[:IN]-(p) RETURN c, p.x, count(DISTINCT p) AS n",
    // More than labels is demanded.
    "MATCH (c:City) OPTIONAL MATCH (c)<-[:IN]-(p) WHERE p.x = c.x RETURN c, count(DISTINCT p) AS n",
    // A relationship must not be taken twice.
    "MATCH (c:City) OPTIONAL MATCH (c)-[:IN]-(p)-[:IN]-(q) RETURN c, count(DISTINCT q) AS n",
    // A key that may fail for a city without anybody.
    "MATCH (c:City)<-[:IN]-(p) RETURN 1 / c.x AS x, count(DISTINCT p) AS n",
    // The node is bound already.
    "MATCH (c:City), (p:Person) OPTIONAL MATCH (c)<-[:IN]-(p) RETURN c, count(DISTINCT p) AS n",
    // Another answer each time.
    "MATCH (c:City) OPTIONAL MATCH (c)<-[:IN]-(p) RETURN rand() < 0.5 AS x, count(DISTINCT p) AS n",
  ]

  @Test(arguments: counted)
  func fires(_ example: PlanCase) throws {
    let planned = try Planning.operators(example.query)
    #expect(planned == example.operators, "\(planned)")
  }

  @Test(arguments: notCounted)
  func needsRows(_ query: String) throws {
    #expect(try !Planning.operators(query).contains { $0.contains("Count ends") })
  }

  // MARK: Answers

  static let queries = [
    "MATCH (a:A) OPTIONAL MATCH (a)-[:T]->(b)-[:U]->(c) OPTIONAL MATCH (b)-[:V]->(d) "
      + "RETURN a.i, count(DISTINCT b) AS b, count(DISTINCT c) AS c, count(DISTINCT d) AS d",
    "MATCH (a) OPTIONAL MATCH (a)-[:T]->(b:B) RETURN a.x AS x, count(DISTINCT b) AS n",
    "MATCH (a)-[:T]->(b)<-[:U]-(c:A) RETURN a.x AS x, count(DISTINCT c) AS n, count(DISTINCT b) AS m",
    "MATCH (a)-[:T|U]-(b) RETURN count(DISTINCT b) AS n",
    "MATCH (a:A)-[:T]->(b) RETURN a.i, a.x, count(DISTINCT b) AS n",
    "OPTIONAL MATCH (a:A {i: 1}) OPTIONAL MATCH (a)-[:T]->(b)-[:U]->(c) "
      + "OPTIONAL MATCH (c)-[:V]->(d)-[:T]->(e:B) "
      + "RETURN a.i, count(DISTINCT b) AS b, count(DISTINCT d) AS d",
    "MATCH (a)-[:T]->(b) OPTIONAL MATCH (b)-[:U]->(c) WITH b, count(DISTINCT c) AS n "
      + "OPTIONAL MATCH (b)<-[:V]-(d) RETURN b.i, n, count(DISTINCT d) AS m",
    "UNWIND [3, 1, 3, 2] AS i MATCH (a {i: i})-[:T]->(b)-[:U]->(c) "
      + "RETURN i % 2 AS odd, count(DISTINCT c) AS n",
    "MATCH (a:A) OPTIONAL MATCH (a)-[:NONE]->(b) RETURN a.i, count(DISTINCT b) AS n",
    "MATCH (a:A {i: 999})-[:T]->(b) RETURN count(DISTINCT b) AS n",
    "MATCH (a:A) RETURN a.i, COUNT { MATCH (a)-[:T]->(b)-[:U]->(c) RETURN DISTINCT c } AS n",
    "MATCH (a:A) CALL { WITH a MATCH (a)-[:T]->(b)-[:U]->(c) RETURN count(DISTINCT c) AS n } "
      + "RETURN a.i, n",
  ]

  @Test(arguments: 1...10)
  func answersAreThoseOfThePlainWay(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed) + 90_000)
    try Rumours.expectThePlainWay(Self.queries, &dealer, batchSizes: Run.batchSizes)
  }

  /// A hub is walked a little at a time; the groups of its rows come back.
  @Test func hubs() throws {
    let graph = try Run.graph(
      "CREATE (h:Hub) WITH h UNWIND range(1, 3000) AS i CREATE (h)-[:T]->(:A {i: i})",
      "MATCH (a:A) WHERE a.i < 50 MATCH (b:A) WHERE b.i > 2900 CREATE (a)-[:U]->(b)")
    try graph.compact()
    let query = """
      UNWIND [1, 2, 1, 3, 2] AS k MATCH (h:Hub)-[:T]->(a)-[:U]->(b) \
      RETURN k, count(DISTINCT a) AS n, count(DISTINCT b) AS m
      """
    for batchSize in Run.batchSizes {
      #expect(
        try Run.rows(query, on: graph, batchSize: batchSize)
          == ["1 49 100", "2 49 100", "3 49 100"])
    }
  }
}
