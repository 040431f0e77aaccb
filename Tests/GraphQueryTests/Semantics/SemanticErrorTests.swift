import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Every rule of the language that is checked before execution, by the kit's name for it.
@Suite struct SemanticErrorTests {
  static let variables: [(code: String, query: String)] = [
    ("UndefinedVariable", "MATCH () RETURN foo"),
    ("UndefinedVariable", "MATCH (n) WHERE a RETURN n"),
    ("UndefinedVariable", "MATCH (n) WHERE (n)-[r]->() RETURN n"),
    ("UndefinedVariable", "MATCH (n) WHERE (n)-[:T*0..2]->(a {num: 5}) RETURN n"),
    ("UndefinedVariable", "CREATE (b {name: missing}) RETURN b"),
    ("UndefinedVariable", "CREATE (a {x: a.y})"),
    ("UndefinedVariable", "MATCH (a) CREATE (a)-[:KNOWS]->(b {name: missing})"),
    ("UndefinedVariable", "MERGE (n) ON CREATE SET x.num = 1"),
    ("UndefinedVariable", "MATCH (a) SET a.name = missing"),
    ("UndefinedVariable", "MATCH (a) DELETE b"),
    ("UndefinedVariable", "MATCH (a) RETURN DISTINCT a.name ORDER BY a.age"),
    ("UndefinedVariable", "WITH 1 AS a, 'b' AS b WITH a ORDER BY c RETURN a"),
    ("UndefinedVariable", "MATCH (a) WITH a.name AS name RETURN a"),
    (
      "UndefinedVariable",
      "MATCH (me)--(you) RETURN count(you.age) AS agg ORDER BY me.age + count(you.age)"
    ),
    (
      "UndefinedVariable",
      "MATCH (a:A) WITH a.num2 % 3 AS mod, min(a.num) AS min ORDER BY sum(a.num) LIMIT "
        + "2 RETURN mod, min"
    ),
    ("UndefinedVariable", "CALL db.labels() RETURN label"),
    ("UndefinedVariable", "RETURN [x IN [1] | x + y]"),
    ("UndefinedVariable", "MATCH (a)-[*]->(b) RETURN shortestPath((a)-[*]->(c))"),
    ("UndefinedVariable", "CALL { WITH x RETURN 1 AS y } RETURN y"),
    ("UndefinedVariable", "MATCH (x) CALL { MATCH (y) WHERE y.a = x.a RETURN y } RETURN y"),
    ("VariableAlreadyBound", "MATCH (a) CREATE (a)"),
    ("VariableAlreadyBound", "MATCH (a) CREATE (a {name: 'foo'})"),
    ("VariableAlreadyBound", "CREATE (n:Foo)-[:T1]->(), (n:Bar)-[:T2]->()"),
    ("VariableAlreadyBound", "MATCH ()-[r]->() CREATE ()-[r:T]->()"),
    ("VariableAlreadyBound", "MATCH (a) MERGE (a)"),
    ("VariableAlreadyBound", "CREATE (a:Foo) MERGE (a)-[r:KNOWS]->(a:Bar)"),
    ("VariableAlreadyBound", "MATCH (a)-[r:T]->(b) MERGE (a)-[r:T]->(b)"),
    ("VariableAlreadyBound", "MATCH p = (p)-[]-() RETURN p"),
    ("VariableAlreadyBound", "WITH 1 AS p MATCH p = ()-[]-() RETURN p"),
    ("VariableAlreadyBound", "WITH 1 AS x UNWIND [1] AS x RETURN x"),
    ("VariableAlreadyBound", "WITH 'Hi' AS label CALL db.labels() YIELD label RETURN *"),
    (
      "VariableAlreadyBound",
      "CALL db.labels() YIELD label AS a CALL db.labels() YIELD label AS a RETURN a"
    ),
    ("VariableAlreadyBound", "MATCH (a) MATCH (x) ((a)-[:T]->(b)){1,2} (y) RETURN x"),
    ("VariableAlreadyBound", "MATCH (x) CALL { RETURN 1 AS x } RETURN x"),
    ("VariableTypeConflict", "MATCH ()-[r]-() MATCH (r) RETURN r"),
    ("VariableTypeConflict", "MATCH ()-[r]-(r) RETURN r"),
    ("VariableTypeConflict", "MATCH r = ()-[]-(), (r) RETURN r"),
    ("VariableTypeConflict", "WITH 123 AS n MATCH (n) RETURN n"),
    ("VariableTypeConflict", "WITH 'x' AS r MATCH ()-[r]-() RETURN r"),
    ("VariableTypeConflict", "MATCH (r) MATCH ()-[r]-() RETURN r"),
    ("VariableTypeConflict", "MATCH (n) WITH [n] AS users MATCH (users)-->(m) RETURN m"),
    ("VariableTypeConflict", "MATCH (r) MATCH ()-[r*]-() RETURN r"),
    ("VariableTypeConflict", "WITH [1, 2] AS rs MATCH ()-[rs*]->() RETURN rs"),
    ("VariableTypeConflict", "WITH 1 AS a CREATE (a)-[:T]->()"),
    ("RelationshipUniquenessViolation", "MATCH (a)-[r]->()-[r]->(a) RETURN r"),
    ("RelationshipUniquenessViolation", "MATCH (a)-[r]->(), (b)-[r]->() RETURN r"),
    ("NoVariablesInScope", "MATCH () RETURN *"),
  ]

  static let patterns: [(code: String, query: String)] = [
    ("NoSingleRelationshipType", "CREATE ()-->()"),
    ("NoSingleRelationshipType", "CREATE ()-[:A|:B]->()"),
    ("NoSingleRelationshipType", "MATCH (a), (b) MERGE (a)-[:A|:B]->(b)"),
    ("NoSingleRelationshipType", "CREATE (a), (b) MERGE (a)-->(b)"),
    ("RequiresDirectedRelationship", "CREATE (a)-[:FOO]-(b)"),
    ("RequiresDirectedRelationship", "CREATE (a)<-[:FOO]->(b)"),
    ("CreatingVarLength", "CREATE ()-[:FOO*2]->()"),
    ("CreatingVarLength", "MATCH (a), (b) MERGE (a)-[:FOO*2]->(b)"),
    ("InvalidParameterUse", "MATCH (n $param) RETURN n"),
    ("InvalidParameterUse", "MATCH ()-[r:FOO $param]->() RETURN r"),
    ("InvalidParameterUse", "MERGE (n $param) RETURN n"),
    ("InvalidParameterUse", "MERGE (a) MERGE (b) MERGE (a)-[r:FOO $param]->(b)"),
    ("UnexpectedSyntax", "MATCH (n) RETURN (n)-[]->()"),
    ("UnexpectedSyntax", "MATCH (n) WITH (n)-[]->() AS x RETURN x"),
    ("UnexpectedSyntax", "MATCH (n) SET n.prop = head(nodes(head((n)-[:REL]->()))).foo"),
    ("UnexpectedSyntax", "MATCH (a) RETURN size((a)-->())"),
    ("UnexpectedSyntax", "CALL db.labels() YIELD * RETURN label"),
    ("InvalidDelete", "MATCH (n) DELETE n:Person"),
  ]

  static let projections: [(code: String, query: String)] = [
    ("InvalidAggregation", "MATCH (a) WHERE count(a) > 10 RETURN a"),
    ("InvalidAggregation", "MATCH (n) RETURN [x IN [1, 2] | count(*)]"),
    (
      "InvalidAggregation",
      "MATCH (n) CALL db.labels() YIELD label WHERE count(*) > 1 RETURN label"
    ),
    ("InvalidAggregation", "MATCH (n) RETURN n.num1 ORDER BY max(n.num2)"),
    ("InvalidAggregation", "MATCH (n) WITH n.num1 AS foo ORDER BY count(1) RETURN foo"),
    ("InvalidAggregation", "UNWIND count(1) AS x RETURN x"),
    ("InvalidAggregation", "MATCH (n) SET n.x = count(*)"),
    ("InvalidAggregation", "MATCH (n {x: count(*)}) RETURN n"),
    ("InvalidAggregation", "MATCH (n) RETURN [(n)-->(m) | count(m)]"),
    ("NestedAggregation", "RETURN count(count(*))"),
    ("NestedAggregation", "MATCH (n) RETURN sum(n.x + max(n.y))"),
    ("NonConstantExpression", "RETURN count(rand())"),
    ("NonConstantExpression", "MATCH (n) RETURN n SKIP n.count"),
    ("NonConstantExpression", "MATCH (n) RETURN n LIMIT n.count"),
    ("NegativeIntegerArgument", "MATCH (n) RETURN n SKIP -1"),
    ("NegativeIntegerArgument", "MATCH (n) RETURN n LIMIT -1"),
    ("AmbiguousAggregationExpression", "MATCH (me)--(you) RETURN me.age + count(you.age)"),
    (
      "AmbiguousAggregationExpression",
      "MATCH (me)--(you) RETURN me.age + you.age, me.age + you.age + count(*)"
    ),
    (
      "AmbiguousAggregationExpression",
      "MATCH (me)--(you) RETURN me.age + you.age, count(*) AS cnt ORDER BY me.age + "
        + "you.age + count(*)"
    ),
    (
      "AmbiguousAggregationExpression",
      "MATCH (me)--(you) WITH me.age + you.age, count(*) AS cnt ORDER BY me.age + "
        + "you.age + count(*) RETURN *"
    ),
    ("AmbiguousAggregationExpression", "MATCH (n) RETURN count(*) + size([(n)-->(m) | m])"),
    ("NoExpressionAlias", "MATCH (a) WITH a, count(*) RETURN a"),
    ("ColumnNameConflict", "RETURN 1 AS a, 2 AS a"),
    ("ColumnNameConflict", "WITH 1 AS a, 2 AS a RETURN a"),
    ("DifferentColumnsInUnion", "RETURN 1 AS a UNION RETURN 2 AS b"),
    ("InvalidClauseComposition", "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a"),
    (
      "InvalidClauseComposition",
      "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) SET m.x = 1 RETURN true } RETURN n"
    ),
    ("InvalidClauseComposition", "MATCH (n)"),
    ("InvalidClauseComposition", "MATCH (n) WITH n"),
    ("InvalidClauseComposition", "MATCH (x) CALL { WITH x.a AS y RETURN y } RETURN y"),
  ]

  static let values: [(code: String, query: String)] = [
    ("InvalidArgumentType", "MATCH (n) RETURN n LIMIT 1.5"),
    ("InvalidArgumentType", "MATCH (n) RETURN n LIMIT 'a'"),
    ("InvalidArgumentType", "MATCH (n) WHERE (n) RETURN n"),
    ("InvalidArgumentType", "MATCH (n) MATCH r = (n)-[*]->() WHERE r.name = 'apa' RETURN r"),
    ("InvalidArgumentType", "WITH 123 AS x RETURN x.num"),
    ("InvalidArgumentType", "WITH [123, true] AS x RETURN x.num"),
    ("InvalidArgumentType", "WITH true AS list RETURN list[0]"),
    ("InvalidArgumentType", "RETURN 1 IN 'foo'"),
    ("InvalidArgumentType", "RETURN NOT 0"),
    ("InvalidArgumentType", "RETURN true AND 'a'"),
    ("InvalidArgumentType", "RETURN 1 OR true"),
    ("InvalidArgumentType", "RETURN true XOR []"),
    ("InvalidArgumentType", "RETURN none(x IN ['Clara'] WHERE x % 2 = 0)"),
    ("InvalidArgumentType", "RETURN any(x IN [false, true] WHERE x % 2 = 0)"),
    ("InvalidArgumentType", "MATCH (r) RETURN type(r)"),
    ("InvalidArgumentType", "MATCH p = (a) RETURN labels(p)"),
    ("InvalidArgumentType", "MATCH (n) RETURN length(n)"),
    ("InvalidArgumentType", "MATCH p = (a)-[*]->(b) RETURN size(p)"),
    ("InvalidArgumentType", "RETURN properties(1)"),
    ("InvalidArgumentType", "MATCH () DELETE 1 + 1"),
    ("InvalidArgumentType", "CALL test.echo(true) YIELD out RETURN out"),
    ("UnknownFunction", "RETURN lenght('a')"),
    ("InvalidNumberOfArguments", "RETURN size()"),
    ("InvalidNumberOfArguments", "CALL db.labels(1) YIELD label RETURN label"),
    ("InvalidNumberOfArguments", "CALL test.echo()"),
    ("InvalidNumberOfArguments", "CALL test.echo(1, 2) YIELD out RETURN out"),
    ("ProcedureNotFound", "CALL db.label() YIELD label RETURN label"),
    ("InvalidArgumentPassingMode", "CALL test.echo YIELD out RETURN out"),
  ]

  @Test(arguments: variables + patterns + projections + values)
  func isRefused(code: String, query: String) {
    #expect(Planning.problem(query)?.code == code)
  }

  @Test(arguments: variables + patterns + projections + values)
  func saysWhere(code: String, query: String) throws {
    let problem = try #require(Planning.problem(query))
    let span = try #require(problem.span)
    #expect(span.lowerBound <= span.upperBound && span.upperBound <= query.utf8.count)
    #expect(problem.source?.bytes == Array(query.utf8))
  }
}
