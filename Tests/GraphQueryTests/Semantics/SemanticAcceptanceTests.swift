import Testing

@testable import GraphQuery

/// Queries near the border of the rules that are legal.
@Suite struct SemanticAcceptanceTests {
  @Test(arguments: [
    "WITH 1 AS x CALL { RETURN 2 AS y } RETURN x, y",
    "MATCH (a) WITH a ORDER BY a.x WHERE a.y = 1 RETURN a",
    "MATCH (n) WHERE CASE WHEN (n)-->() THEN true ELSE false END RETURN n",
    "MATCH (n) RETURN exists((n)-->()), exists(n.x)",
    "MATCH (n) RETURN n.x + count(*), n.x",
    "MATCH (n) RETURN n, n.x + count(*)",
    "MATCH (n) RETURN count(*) AS c, n.x AS x ORDER BY count(*) + 1, n.x, x",
    "MATCH (n) RETURN DISTINCT n ORDER BY n.x",
    "MATCH (n) RETURN n.x AS x, count(*) ORDER BY n.x * 2",
    "MATCH (n) RETURN n.x AS x ORDER BY n.y",
    "MATCH (a) WITH a.name AS name WHERE a.x = 1 RETURN name",
    "MATCH (n) WITH n.x AS x, collect(n) AS ns RETURN [m IN ns | m.x + x]",
    "MATCH (n) RETURN [x IN collect(n.x) WHERE x > 1]",
    "MATCH (n) WHERE exists { MATCH (n)-->(m) WITH n, count(*) AS c WHERE c = 3 "
      + "RETURN true } RETURN n",
    "MATCH (p) WHERE EXISTS { WITH 'Ozzy' AS dog MATCH (p)-[:HAS]->(d) WHERE d.name "
      + "= dog RETURN p } RETURN p",
    "MATCH (n) WITH *, n.x AS y RETURN *",
    "MATCH () WITH * RETURN 1",
    "MATCH (n) RETURN reduce(s = 0, x IN collect(n.x) | s + x)",
    "UNWIND [1, 'a', null] AS x RETURN x.y",
    "OPTIONAL MATCH (n) RETURN n.x SKIP toInteger(rand() * 9) LIMIT $l",
    "RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a",
    "MATCH (a)-[rs:T*]->(b) MATCH (a)-[rs*]->(c) RETURN c",
    "WITH null AS n MATCH (n)-[r]->() RETURN r",
    "CREATE (a)-[:T]->(b) WITH a, b MATCH (a)-->(c) RETURN c",
    "MERGE (a)-[r:T]-(b) RETURN r",
    "MATCH (n) REMOVE n.x, n:A SET n += {a: 1}, n = $p, n:B",
    "MATCH (n) DELETE n.x",
    "MATCH (n) WITH collect(n) AS ns UNWIND ns AS m DELETE m",
    "MATCH (a), (b) MATCH p = allShortestPaths((a)-[*]-(b)) RETURN length(p)",
    "MATCH ANY SHORTEST (a:A)-[:T]->+(b:B) RETURN a",
    "MATCH (n) RETURN COUNT { (n)-->() } > 2, EXISTS { MATCH (n) WHERE n.x = 1 }",
    "MATCH (n) CALL { WITH n CREATE (:X {v: n.v}) } RETURN n",
  ])
  func isLegal(query: String) {
    #expect(Planning.problem(query) == nil)
  }
}
