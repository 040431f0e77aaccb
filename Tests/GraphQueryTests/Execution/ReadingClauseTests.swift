import Testing

@testable import GraphQuery

/// Reading clauses from text to rows, each with every batch size.
@Suite("Reading clauses")
struct ReadingClauseTests {
  /// Four people in a circle of acquaintance, two of them at one place.
  static let people = """
    CREATE (a:Person {name: 'Ada', age: 36}), (b:Person {name: 'Ben', age: 20}),
      (c:Person {name: 'Cid'}), (d:Person:Admin {name: 'Dee', age: 50}), (x:Place {name: 'X'}),
      (a)-[:KNOWS {since: 1}]->(b), (b)-[:KNOWS {since: 2}]->(c), (c)-[:KNOWS {since: 3}]->(a),
      (a)-[:LIVES_IN]->(x), (d)-[:LIVES_IN]->(x), (d)-[:KNOWS {since: 4}]->(d)
    """

  static let matching = [
    Example("MATCH (n:Person) RETURN count(*)", ["4"], on: people),
    Example("MATCH (n:Absent) RETURN n", [], on: people),
    Example(
      "MATCH (n {name: 'Ada'})-[r:KNOWS]->(m) RETURN m.name, r.since", ["\"Ben\" 1"], on: people),
    Example(
      "MATCH (n:Person)-[:KNOWS]-(m) RETURN n.name + m.name",
      [
        "\"AdaBen\"", "\"BenAda\"", "\"BenCid\"", "\"CidBen\"", "\"CidAda\"", "\"AdaCid\"",
        "\"DeeDee\"",
      ],
      on: people),
    Example(
      "MATCH (n)-[:LIVES_IN]->(x)<-[:LIVES_IN]-(m) WHERE n.name < m.name RETURN n.name, m.name",
      ["\"Ada\" \"Dee\""], on: people),
    Example(
      "MATCH (a)-[:KNOWS]->(b)-[:KNOWS]->(c)-[:KNOWS]->(a) RETURN count(*)", ["3"], on: people),
    Example("MATCH (a:Admin)-[r]->(a) RETURN a.name, r.since", ["\"Dee\" 4"], on: people),
    Example(
      "MATCH (a:Person), (p:Place) RETURN count(*)", ["4"], on: people),
    Example(
      "MATCH (a:Person) WHERE a.age > 30 AND NOT a:Admin RETURN a.name", ["\"Ada\""], on: people),
    Example(
      "MATCH (n)-[r:KNOWS|LIVES_IN]->() RETURN type(r), count(*)",
      ["\"KNOWS\" 4", "\"LIVES_IN\" 2"], on: people),
    Example(
      "MATCH (a {name: 'Ada'})-[rs:KNOWS*1..2]->(b) RETURN b.name, size(rs)",
      ["\"Ben\" 1", "\"Cid\" 2"], on: people),
    Example(
      "MATCH (a {name: 'Ada'})-[:KNOWS*0..]->(b) RETURN b.name",
      ["\"Ada\"", "\"Ben\"", "\"Cid\"", "\"Ada\""], on: people),
    Example(
      "MATCH (a {name: 'Ada'})-[:KNOWS*]-(b) RETURN count(*)", ["6"], on: people),
    Example(
      "MATCH p = (a {name: 'Ada'})-[:KNOWS*2]->(c) RETURN [n IN nodes(p) | n.name]",
      ["[\"Ada\",\"Ben\",\"Cid\"]"], on: people),
    Example(
      "MATCH p = shortestPath((a {name: 'Ada'})-[:KNOWS*]->(c {name: 'Cid'})) RETURN length(p)",
      ["2"], on: people),
    Example(
      "MATCH (a)-[r:KNOWS]->(b) WITH [r] AS rs, a, b MATCH (a)-[rs*]->(b) RETURN count(*)",
      ["4"], on: people),
    Example(
      "MATCH (a:Person) MATCH (a)-[:LIVES_IN]->(p) RETURN a.name", ["\"Ada\"", "\"Dee\""],
      on: people),
  ]

  static let optional = [
    Example(
      "MATCH (a:Person) OPTIONAL MATCH (a)-[:LIVES_IN]->(p) RETURN a.name, p.name ORDER BY a.name",
      ["\"Ada\" \"X\"", "\"Ben\" null", "\"Cid\" null", "\"Dee\" \"X\""], on: people,
      isOrdered: true),
    Example(
      "MATCH (a:Person) OPTIONAL MATCH (a)-[:KNOWS]->(b) WHERE b.age > 25 RETURN a.name, b.name",
      ["\"Ada\" null", "\"Ben\" null", "\"Cid\" \"Ada\"", "\"Dee\" \"Dee\""], on: people),
    Example("OPTIONAL MATCH (a:Absent) RETURN a", ["null"], on: people),
    Example(
      "OPTIONAL MATCH (a:Absent) OPTIONAL MATCH (a)-->(b) RETURN a, b", ["null null"],
      on: people),
    Example(
      "OPTIONAL MATCH (a:Absent) MATCH (a)-->(b) RETURN b", [], on: people),
    Example(
      """
      MATCH (a:Person) OPTIONAL MATCH (a)-[:KNOWS]->(b)-[:KNOWS]->(c)
      RETURN a.name, count(c) ORDER BY a.name
      """,
      ["\"Ada\" 1", "\"Ben\" 1", "\"Cid\" 1", "\"Dee\" 0"], on: people, isOrdered: true),
  ]

  static let reshaping = [
    Example("UNWIND [3, 1, 2] AS x RETURN x", ["3", "1", "2"], isOrdered: true),
    Example("UNWIND [] AS x RETURN x", []),
    Example("UNWIND null AS x RETURN x", []),
    Example(
      "UNWIND [[1, 2], [], [3]] AS l UNWIND l AS x RETURN x", ["1", "2", "3"], isOrdered: true),
    Example(
      "UNWIND [3, 1, null, 2] AS x RETURN x ORDER BY x DESC", ["null", "3", "2", "1"],
      isOrdered: true),
    Example(
      "UNWIND range(1, 20) AS x RETURN x ORDER BY x % 3, x DESC SKIP 2 LIMIT 3",
      ["12", "9", "6"], isOrdered: true),
    Example("UNWIND range(1, 9) AS x RETURN x LIMIT 0", []),
    Example("UNWIND [1, 1.0, 2, null, null] AS x RETURN DISTINCT x", ["1", "2", "null"]),
    Example(
      "UNWIND range(1, 10) AS x WITH x % 3 AS k, sum(x) AS s WHERE s > 13 RETURN k, s",
      ["1 22", "2 15", "0 18"]),
    Example("UNWIND [] AS x RETURN count(x), sum(x), max(x), collect(x)", ["0 0 null []"]),
    Example("UNWIND [] AS x RETURN x, count(*)", []),
    Example(
      "UNWIND [1, 2, 2, null] AS x RETURN count(x), count(DISTINCT x), count(*), collect(DISTINCT x)",
      ["3 2 4 [1,2]"]),
    Example("RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x", ["1", "2"]),
    Example("RETURN 1 AS x UNION ALL RETURN 1 AS x", ["1", "1"]),
    Example(
      "WITH 1 AS a, 2 AS b WITH a AS b, b AS a RETURN a, b", ["2 1"]),
    Example(
      "MATCH (n:Person) WITH n ORDER BY n.name LIMIT 2 MATCH (n)-[:KNOWS]->(m) RETURN m.name",
      ["\"Ben\"", "\"Cid\""], on: people),
  ]

  static let subqueries = [
    Example(
      "MATCH (a:Person) WHERE EXISTS { (a)-[:LIVES_IN]->() } RETURN a.name",
      ["\"Ada\"", "\"Dee\""], on: people),
    Example(
      "MATCH (a:Person) WHERE NOT (a)-[:LIVES_IN]->() RETURN a.name", ["\"Ben\"", "\"Cid\""],
      on: people),
    Example(
      "MATCH (a:Person) RETURN a.name, COUNT { (a)-[:KNOWS]-() } AS c ORDER BY a.name",
      ["\"Ada\" 2", "\"Ben\" 2", "\"Cid\" 2", "\"Dee\" 1"], on: people, isOrdered: true),
    Example(
      "MATCH (a:Person) RETURN a.name, [(a)-[:KNOWS]->(b) | b.name] AS l ORDER BY a.name",
      ["\"Ada\" [\"Ben\"]", "\"Ben\" [\"Cid\"]", "\"Cid\" [\"Ada\"]", "\"Dee\" [\"Dee\"]"],
      on: people, isOrdered: true),
    Example(
      """
      MATCH (a:Person) WHERE EXISTS { MATCH (a)-[:KNOWS]->(b) WITH b WHERE b.age > 30 RETURN b }
      RETURN a.name
      """, ["\"Cid\"", "\"Dee\""], on: people),
    Example(
      """
      MATCH (a:Person) WHERE EXISTS {
        MATCH (a)-[:KNOWS]->(b) WITH a, count(b) AS c WHERE c = 1 RETURN c }
      RETURN count(*)
      """, ["4"], on: people),
    Example(
      "UNWIND [1, 2] AS x RETURN x, [y IN [1, 2, 3] WHERE y > x | EXISTS { (:Person {age: 20}) }]",
      ["1 [true,true]", "2 [true]"], on: people),
  ]

  @Test("match", arguments: matching) func match(_ example: Example) throws {
    try example.check()
  }

  @Test("optional match", arguments: optional) func optionalMatch(_ example: Example) throws {
    try example.check()
  }

  @Test("unwind, with, order, aggregates, union", arguments: reshaping)
  func reshape(_ example: Example) throws { try example.check() }

  @Test("subqueries", arguments: subqueries) func subquery(_ example: Example) throws {
    try example.check()
  }
}
