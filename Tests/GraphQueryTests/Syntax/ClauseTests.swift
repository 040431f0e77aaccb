import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

/// Each clause as it is written and as it is printed; the printed form must mean the same.
@Suite struct ClauseTests {
  @Test(arguments: [
    ("match (n) return n", "MATCH (n)\nRETURN n"),
    ("MATCH (n) WHERE n.x>1 RETURN n.x AS x", "MATCH (n) WHERE n.x > 1\nRETURN n.x AS x"),
    ("OPTIONAL MATCH (a), (b) RETURN *", "OPTIONAL MATCH (a), (b)\nRETURN *"),
    ("UNWIND [1,2] AS x RETURN x", "UNWIND [1, 2] AS x\nRETURN x"),
    ("WITH *, 1 AS a WHERE a RETURN DISTINCT a", "WITH *, 1 AS a WHERE a\nRETURN DISTINCT a"),
    (
      "RETURN a ORDER BY a ASC, b DESCENDING, c ascending SKIP 1+1 LIMIT $n",
      "RETURN a ORDER BY a, b DESC, c SKIP 1 + 1 LIMIT $n"
    ),
    ("RETURN a OFFSET 2", "RETURN a SKIP 2"),
    ("RETURN count( * )", "RETURN count( * )"),
    ("RETURN count( * ) AS c", "RETURN count(*) AS c"),
    ("CREATE (a:A:B {x:1})-[:T]->(b)", "CREATE (a:A:B {x: 1})-[:T]->(b)"),
    (
      "MERGE (a) ON MATCH SET a.x=1 ON CREATE SET a.y=2, a:L ON MATCH SET a += {z: 3}",
      "MERGE (a) ON CREATE SET a.y = 2, a:L ON MATCH SET a.x = 1, a += {z: 3}"
    ),
    ("MATCH (n) SET n.a.b = 1, (n).c = 2, n = {}", "MATCH (n)\nSET n.a.b = 1, n.c = 2, n = {}"),
    ("MATCH (n) REMOVE n.a, n:A:B", "MATCH (n)\nREMOVE n.a, n:A:B"),
    ("MATCH (n) DETACH DELETE n, m", "MATCH (n)\nDETACH DELETE n, m"),
    ("MATCH (n) DELETE n:Person", "MATCH (n)\nDELETE n:Person"),
    ("CALL db.labels", "CALL db.labels"),
    (
      "CALL a.b(1,$x) YIELD c AS d, e WHERE d RETURN d",
      "CALL a.b(1, $x) YIELD c AS d, e WHERE d\nRETURN d"
    ),
    ("CALL p() YIELD *", "CALL p() YIELD *"),
    ("CALL p() YIELD - RETURN 1", "CALL p() YIELD -\nRETURN 1"),
    (
      "CALL {MATCH (n) RETURN n UNION RETURN 1 AS n} RETURN n",
      "CALL { MATCH (n) RETURN n UNION RETURN 1 AS n }\nRETURN n"
    ),
    (
      "RETURN 1 AS a UNION ALL RETURN 2 AS a UNION DISTINCT RETURN 3 AS a",
      "RETURN 1 AS a\nUNION ALL\nRETURN 2 AS a\nUNION\nRETURN 3 AS a"
    ),
    ("EXPLAIN RETURN 1", "EXPLAIN RETURN 1"),
    ("profile at revision 3 return 1;", "PROFILE AT REVISION 3\nRETURN 1"),
    ("AT REVISION $r EXPLAIN MATCH (n) RETURN n", "EXPLAIN AT REVISION $r\nMATCH (n)\nRETURN n"),
    (" // question\nRETURN /* one */ 1 // end\n;;", "RETURN 1"),
  ]) func clauses(query: String, expected: String) throws {
    #expect(try printed(query) == expected)
    #expect(try shape(of: parseQuery(expected)) == shape(of: parseQuery(query)))
  }

  @Test(arguments: [
    "n", "`a b`.`c``d`", "n.match", "n:MATCH:`x y`", "$p[0]", "a[1..]", "a[..-1]", "a[..]",
    "a[b..c]",
    "{}", "{a: 1, `b c`: [], return: null}", "n {.*}", "n {.a, .*, b: 1, c}", "n {}", "[]",
    "[[1], 2]",
    "[x IN y]", "[x IN y WHERE x]", "[x IN y | x]", "[x IN y WHERE x:A | x.b]", "[x IN y, 2]",
    "[(x IN y)]",
    "[(a)-->(b) | a.x]", "[p = (a)-->(b) WHERE a.x | p]", "[(a)-->(b), 1]", "[((a)-->(b))]",
    "f()", "a.b.c(1, 2)", "f(DISTINCT x)", "count(*)", "count(DISTINCT x)", "exists(n.x)",
    "CASE WHEN a THEN b END", "CASE a WHEN 1 THEN 2 WHEN 3 THEN 4 ELSE 5 END",
    "all(x IN y WHERE x)", "any(x IN y WHERE x)", "none(x IN y WHERE x)", "single(x IN y WHERE x)",
    "reduce(a = 0, x IN y | a + x)", "shortestPath((a)-[*]->(b))",
    "allShortestPaths((a)-[:T*..3]-(b))",
    "EXISTS { MATCH (a)-->(b) WHERE a.x }", "EXISTS { MATCH (a) RETURN a }",
    "COUNT { MATCH (a), (b) }", "COUNT { OPTIONAL MATCH (a) RETURN a UNION MATCH (a) RETURN a }",
    "(a)-->(b)", "NOT (a)-->(b)", "((a)-->(b)) = true", "true", "null", "-(1)", "+1", "-(-1)",
    "1.0e-7",
    "a =~ 'x.*\\\\d'", "'it\\'s\\n'", "all", "count", "exists", "test", "call", "none", "shortest",
    "a STARTS WITH b AND c ENDS WITH d OR e CONTAINS f XOR g IN h", "(NOT a) = b",
    "(a AND b) AND c",
    "date.truncate('day', d)", "`all`(x)", "`count` {.x}", "datetime()", "any", "yield",
  ]) func expressionsPrintAsTheyRead(text: String) throws {
    let tree = try parseExpression(text)
    let printed = Printer.text(of: tree).string
    #expect(try shape(of: parseExpression(printed)) == shape(of: tree))
  }

  @Test func subqueryOfOneMatchIsAPattern() throws {
    let bare = try parseExpression("EXISTS { (a)-->(b) WHERE a.x }")
    let spelled = try parseExpression("EXISTS { MATCH (a)-->(b) WHERE a.x }")
    #expect(shape(of: bare) == shape(of: spelled))
  }

  @Test func columnsKeepTheirText() throws {
    let query = try parseQuery(
      "RETURN  n . name /* as written */ + 1 , cOuNt( * ), [1,2 ]  ORDER BY 1")
    guard case .return(let projection)? = query.query.first.clauses.first else {
      Issue.record("no RETURN")
      return
    }
    #expect(
      projection.items.map(\.text.string) == [
        "n . name /* as written */ + 1", "cOuNt( * )", "[1,2 ]",
      ])
  }

  @Test func keywordsNameThings() throws {
    let query = "MATCH (all:MATCH:Where {return: 1})-[any:ORDER|BY]->(exists) WHERE all.case = $in"
    let statement = try parseQuery(query + " RETURN all.end AS count, exists.limit AS call")
    #expect(try shape(of: parseQuery(Printer.text(of: statement).string)) == shape(of: statement))
  }

  @Test func spansOfClauses() throws {
    let query = "  MATCH (n) WHERE n.x  RETURN n ; "
    let statement = try parseQuery(query)
    #expect(statement.span == 2..<31)
    #expect(statement.query.first.clauses.map(\.span) == [2..<21, 23..<31])
  }
}
