import Diagnostics
import Testing

@testable import GraphQuery

/// Every message of semantic analysis as a person sees it.
@Suite struct SemanticWordingTests {
  static let messages: [(query: String, text: String)] = [
    (
      "MATCH (theory) RETURN theroy",
      #"""
      error[UndefinedVariable]: `theroy` is not defined here
        --> query:1:23
         |
       1 | MATCH (theory) RETURN theroy
         |                       ^^^^^^
        help: did you mean `theory`?
      """#
    ),
    (
      "MATCH () WHERE x.a RETURN 1",
      #"""
      error[UndefinedVariable]: `x` is not defined here
        --> query:1:16
         |
       1 | MATCH () WHERE x.a RETURN 1
         |                ^
        help: no variable is defined at this point of the query
      """#
    ),
    (
      "MATCH (a) RETURN DISTINCT a.name ORDER BY a.age",
      #"""
      error[UndefinedVariable]: `a` is no longer defined after this projection
        --> query:1:43
         |
       1 | MATCH (a) RETURN DISTINCT a.name ORDER BY a.age
         |                                           ^
        help: after DISTINCT or an aggregation only projected columns can be used: project `a` too
      """#
    ),
    (
      "MATCH (me)--(you) RETURN me.age + count(you.age)",
      #"""
      error[AmbiguousAggregationExpression]: `me` stands beside an aggregate but is not a grouping key
        --> query:1:26
         |
       1 | MATCH (me)--(you) RETURN me.age + count(you.age)
         |                          ^^
        help: project it as a column of its own, in a WITH before if need be
      """#
    ),
    (
      "MATCH (a) CREATE (a:Person)",
      #"""
      error[VariableAlreadyBound]: `a` is already bound
        --> query:1:19
         |
       1 | MATCH (a) CREATE (a:Person)
         |                   ^
        help: use the bound node without labels and properties, or a new name
      """#
    ),
    (
      "WITH 1 AS p MATCH p = ()-->() RETURN p",
      #"""
      error[VariableAlreadyBound]: `p` is already bound
        --> query:1:19
         |
       1 | WITH 1 AS p MATCH p = ()-->() RETURN p
         |                   ^
        help: a path variable is always new: choose another name
      """#
    ),
    (
      "MATCH (x) ((x)-[:T]->(b)){1,2} (y) RETURN y",
      #"""
      error[VariableAlreadyBound]: `x` is already bound
        --> query:1:13
         |
       1 | MATCH (x) ((x)-[:T]->(b)){1,2} (y) RETURN y
         |             ^
        help: variables inside a repetition are new: choose another name
      """#
    ),
    (
      "UNWIND [1] AS x UNWIND [2] AS x RETURN x",
      #"""
      error[VariableAlreadyBound]: `x` is already bound
        --> query:1:31
         |
       1 | UNWIND [1] AS x UNWIND [2] AS x RETURN x
         |                               ^
        help: choose another name
      """#
    ),
    (
      "MATCH (x) CALL { RETURN 1 AS x } RETURN x",
      #"""
      error[VariableAlreadyBound]: `x` is already bound
        --> query:1:11
         |
       1 | MATCH (x) CALL { RETURN 1 AS x } RETURN x
         |           ^^^^^^^^^^^^^^^^^^^^^^
        help: return it under another name with AS
      """#
    ),
    (
      "MATCH ()-[r]-(r) RETURN r",
      #"""
      error[VariableTypeConflict]: `r` is a node and cannot be used as a relationship
        --> query:1:11
         |
       1 | MATCH ()-[r]-(r) RETURN r
         |           ^
        help: choose another name
      """#
    ),
    (
      "MATCH (a)-[r]->()-[r]->(a) RETURN r",
      #"""
      error[RelationshipUniquenessViolation]: the relationship `r` stands twice in one pattern, which can never match
        --> query:1:20
         |
       1 | MATCH (a)-[r]->()-[r]->(a) RETURN r
         |                    ^
        help: within one MATCH every relationship is met once; use a second MATCH
      """#
    ),
    (
      "MATCH () RETURN *",
      #"""
      error[NoVariablesInScope]: `*` needs at least one variable in scope
        --> query:1:10
         |
       1 | MATCH () RETURN *
         |          ^^^^^^^^
        help: name the nodes or relationships that you want
      """#
    ),
    (
      "MATCH (a) WHERE count(a) > 10 RETURN a",
      #"""
      error[InvalidAggregation]: the aggregate `count` cannot stand here
        --> query:1:17
         |
       1 | MATCH (a) WHERE count(a) > 10 RETURN a
         |                 ^^^^^^^^
        help: aggregates stand in WITH and RETURN; compute it there and use its column
      """#
    ),
    (
      "RETURN count(count(*))",
      #"""
      error[NestedAggregation]: the aggregate `count` stands inside another aggregate
        --> query:1:14
         |
       1 | RETURN count(count(*))
         |              ^^^^^^^^
        help: aggregate in a WITH first, then aggregate its columns
      """#
    ),
    (
      "RETURN count(rand())",
      #"""
      error[NonConstantExpression]: `rand` gives another value on each call, inside an aggregate
        --> query:1:14
         |
       1 | RETURN count(rand())
         |              ^^^^^^
        help: compute it in a WITH first
      """#
    ),
    (
      "MATCH (a) WITH a, a.x + 1 RETURN a",
      #"""
      error[NoExpressionAlias]: an expression in WITH needs a name
        --> query:1:19
         |
       1 | MATCH (a) WITH a, a.x + 1 RETURN a
         |                   ^^^^^^^
        help: write `a.x + 1 AS name`
      """#
    ),
    (
      "RETURN 1 AS a, 2 AS a",
      #"""
      error[ColumnNameConflict]: two columns are called `a`
        --> query:1:21
         |
       1 | RETURN 1 AS a, 2 AS a
         |                     ^
        help: give one of them another name with AS
      """#
    ),
    (
      "RETURN 1 AS a UNION RETURN 2 AS b",
      #"""
      error[DifferentColumnsInUnion]: the parts of a UNION have different columns: `a` and `b`
        --> query:1:15
         |
       1 | RETURN 1 AS a UNION RETURN 2 AS b
         |               ^^^^^
        help: name the columns alike with AS
      """#
    ),
    (
      "MATCH (n) RETURN n SKIP n.count",
      #"""
      error[NonConstantExpression]: SKIP cannot depend on variables
        --> query:1:25
         |
       1 | MATCH (n) RETURN n SKIP n.count
         |                         ^
        help: use a literal, a parameter, or an expression of these
      """#
    ),
    (
      "MATCH (n) RETURN n LIMIT -1",
      #"""
      error[NegativeIntegerArgument]: LIMIT needs a count, not a negative number
        --> query:1:26
         |
       1 | MATCH (n) RETURN n LIMIT -1
         |                          ^^
        help: the smallest is 0
      """#
    ),
    (
      "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a",
      #"""
      error[InvalidClauseComposition]: UNION and UNION ALL are mixed in one query
        --> query:1:35
         |
       1 | RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a
         |                                   ^^^^^^^^^
        help: use one of them throughout, or nest with CALL { }
      """#
    ),
    (
      "MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n",
      #"""
      error[InvalidClauseComposition]: SET cannot stand in a subquery of an expression
        --> query:1:36
         |
       1 | MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n
         |                                    ^^^^^^^^^^^
        help: a subquery inside an expression only reads
      """#
    ),
    (
      "MATCH (n) OPTIONAL MATCH (m)",
      #"""
      error[InvalidClauseComposition]: the query ends with OPTIONAL MATCH, which gives no result
        --> query:1:11
         |
       1 | MATCH (n) OPTIONAL MATCH (m)
         |           ^^^^^^^^^^^^^^^^^^
        help: add RETURN, or a clause that changes the graph
      """#
    ),
    (
      "MATCH (x) CALL { WITH x.a AS y RETURN y } RETURN y",
      #"""
      error[InvalidClauseComposition]: the WITH that imports variables into CALL { } can only name them
        --> query:1:23
         |
       1 | MATCH (x) CALL { WITH x.a AS y RETURN y } RETURN y
         |                       ^^^
        help: write `WITH a, b`, then a second WITH for anything else
      """#
    ),
    (
      "CREATE ()-->()",
      #"""
      error[NoSingleRelationshipType]: a relationship to create needs a type
        --> query:1:10
         |
       1 | CREATE ()-->()
         |          ^^^
        help: write `-[:TYPE]->`
      """#
    ),
    (
      "CREATE ()-[:A|B]->()",
      #"""
      error[NoSingleRelationshipType]: a relationship to create has one type, not 2
        --> query:1:10
         |
       1 | CREATE ()-[:A|B]->()
         |          ^^^^^^^^^
        help: write `-[:TYPE]->`
      """#
    ),
    (
      "CREATE (a)-[:T]-(b)",
      #"""
      error[RequiresDirectedRelationship]: a relationship to create needs a direction
        --> query:1:11
         |
       1 | CREATE (a)-[:T]-(b)
         |           ^^^^^^
        help: write `-[:TYPE]->` or `<-[:TYPE]-`
      """#
    ),
    (
      "CREATE ()-[:T*2]->()",
      #"""
      error[CreatingVarLength]: a repetition cannot be created
        --> query:1:10
         |
       1 | CREATE ()-[:T*2]->()
         |          ^^^^^^^^^
        help: write out each relationship
      """#
    ),
    (
      "CREATE (n WHERE n.x = 1)",
      #"""
      error[UnexpectedSyntax]: a pattern to create cannot have a WHERE
        --> query:1:17
         |
       1 | CREATE (n WHERE n.x = 1)
         |                 ^^^^^^^
        help: filter before, with MATCH ... WHERE or WITH ... WHERE
      """#
    ),
    (
      "MATCH (n $all) RETURN n",
      #"""
      error[InvalidParameterUse]: a parameter cannot stand for all properties of a pattern to match
        --> query:1:10
         |
       1 | MATCH (n $all) RETURN n
         |          ^^^^
        help: name them: `{name: $map.name}`
      """#
    ),
    (
      "MATCH (n) RETURN (n)-->()",
      #"""
      error[UnexpectedSyntax]: a pattern is not a value
        --> query:1:18
         |
       1 | MATCH (n) RETURN (n)-->()
         |                  ^^^^^^^^
        help: use it as a predicate in WHERE, as `EXISTS { ... }`, or as `[(a)-->(b) | b]`
      """#
    ),
    (
      "CREATE shortestPath((a)-[:T]->(b))",
      #"""
      error[UnexpectedSyntax]: shortest paths can only be matched
        --> query:1:8
         |
       1 | CREATE shortestPath((a)-[:T]->(b))
         |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: write the path in a MATCH clause
      """#
    ),
    (
      "RETURN true AND 'a'",
      #"""
      error[InvalidArgumentType]: AND needs booleans, not a string
        --> query:1:17
         |
       1 | RETURN true AND 'a'
         |                 ^^^
      """#
    ),
    (
      "MATCH p = (a)-->(b) RETURN p.name",
      #"""
      error[InvalidArgumentType]: a path has no property `name`
        --> query:1:28
         |
       1 | MATCH p = (a)-->(b) RETURN p.name
         |                            ^^^^^^
        help: nodes, relationships, maps and temporal values have properties
      """#
    ),
    (
      "MATCH (n) DELETE n:Person",
      #"""
      error[InvalidDelete]: a label or type cannot be deleted
        --> query:1:18
         |
       1 | MATCH (n) DELETE n:Person
         |                  ^^^^^^^^
        help: write `REMOVE n:Label` to take a label away
      """#
    ),
    (
      "RETURN lenght('a')",
      #"""
      error[UnknownFunction]: there is no function `lenght`
        --> query:1:8
         |
       1 | RETURN lenght('a')
         |        ^^^^^^
        help: did you mean `length`?
      """#
    ),
    (
      "RETURN size('a', 'b')",
      #"""
      error[InvalidNumberOfArguments]: `size` takes 1 argument, not 2
        --> query:1:8
         |
       1 | RETURN size('a', 'b')
         |        ^^^^^^^^^^^^^^
      """#
    ),
    (
      "RETURN size(DISTINCT 'a')",
      #"""
      error[UnexpectedSyntax]: DISTINCT has no meaning in `size`, which is not an aggregate
        --> query:1:8
         |
       1 | RETURN size(DISTINCT 'a')
         |        ^^^^
      """#
    ),
    (
      "CALL db.label()",
      #"""
      error[ProcedureNotFound]: there is no procedure `db.label`
        --> query:1:6
         |
       1 | CALL db.label()
         |      ^^^^^^^^
        help: did you mean `db.labels`?
      """#
    ),
    (
      "CALL db.labels() YIELD * RETURN label",
      #"""
      error[UnexpectedSyntax]: `YIELD *` stands only in a query that is nothing but the call
        --> query:1:18
         |
       1 | CALL db.labels() YIELD * RETURN label
         |                  ^^^^^^^
        help: name the columns: `YIELD a, b`
      """#
    ),
    (
      "CALL db.labels() YIELD lable RETURN lable",
      #"""
      error[UndefinedVariable]: `db.labels` gives no column `lable`
        --> query:1:24
         |
       1 | CALL db.labels() YIELD lable RETURN lable
         |                        ^^^^^
        help: did you mean `label`?
      """#
    ),
  ]

  @Test(arguments: messages)
  func reads(query: String, text: String) throws {
    let problem = try #require(Planning.problem(query))
    let drawn = DiagnosticRenderer().render(problem)
    #expect(drawn == text)
  }
}
