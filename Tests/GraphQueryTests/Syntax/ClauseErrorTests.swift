import Testing

/// Mistakes in clauses and statements. Each with the whole text a person sees.
@Suite struct ClauseErrorTests {
  @Test(arguments: [
    (
      #""#,
      #"""
      error[UnexpectedSyntax]: there is no query
        --> query:1:1
         |
       1 | 
         | ^
        help: a query begins with a clause such as `MATCH`, `CREATE` or `RETURN`
      """#
    ),
    (
      #"MTCH (n) RETURN n"#,
      #"""
      error[UnexpectedSyntax]: found `MTCH` where a clause such as `MATCH`, `CREATE` or `RETURN` was expected
        --> query:1:1
         |
       1 | MTCH (n) RETURN n
         | ^^^^
        help: did you mean `MATCH`?
      """#
    ),
    (
      #"MATCH (n) RETRUN n"#,
      #"""
      error[UnexpectedSyntax]: found `RETRUN` where another clause or the end of the query was expected
        --> query:1:11
         |
       1 | MATCH (n) RETRUN n
         |           ^^^^^^
        help: did you mean `RETURN`?
      """#
    ),
    (
      "MATCH (n)\nWHERE n.x = 1 ADN n.y = 2\nRETURN n",
      #"""
      error[UnexpectedSyntax]: found `ADN` where another clause or the end of the query was expected
        --> query:2:15
         |
       2 | WHERE n.x = 1 ADN n.y = 2
         |               ^^^
        help: did you mean `AND`?
      """#
    ),
    (
      #"RETURN"#,
      #"""
      error[UnexpectedSyntax]: the query ends where an expression was expected
        --> query:1:7
         |
       1 | RETURN
         |       ^
      """#
    ),
    (
      #"RETURN 1 2"#,
      #"""
      error[UnexpectedSyntax]: found `2` where another clause or the end of the query was expected
        --> query:1:10
         |
       1 | RETURN 1 2
         |          ^
      """#
    ),
    (
      #"RETURN 1; RETURN 2"#,
      #"""
      error[UnexpectedSyntax]: a second statement begins here
        --> query:1:11
         |
       1 | RETURN 1; RETURN 2
         |           ^^^^^^
        help: run one statement at a time
      """#
    ),
    (
      #"MATCH (n) RETURN 1 UNION"#,
      #"""
      error[UnexpectedSyntax]: the query ends where a clause such as `MATCH`, `CREATE` or `RETURN` was expected
        --> query:1:25
         |
       1 | MATCH (n) RETURN 1 UNION
         |                         ^
      """#
    ),
    (
      #"EXPLAIN"#,
      #"""
      error[UnexpectedSyntax]: the query ends where a clause such as `MATCH`, `CREATE` or `RETURN` was expected
        --> query:1:8
         |
       1 | EXPLAIN
         |        ^
      """#
    ),
    (
      #"RETURN 1 MATCH (n) RETURN n"#,
      #"""
      error[InvalidClauseComposition]: `RETURN` must be the last clause
        --> query:1:1
         |
       1 | RETURN 1 MATCH (n) RETURN n
         | ^^^^^^^^
        help: to go on with its rows, write `WITH` instead
      """#
    ),
    (
      #"RETURN 1 WHERE true"#,
      #"""
      error[UnexpectedSyntax]: `WHERE` cannot follow `RETURN`
        --> query:1:10
         |
       1 | RETURN 1 WHERE true
         |          ^^^^^
        help: filter before: `WITH ... WHERE ... RETURN ...`
      """#
    ),
    (
      #"RETURN n LIMIT 1 SKIP 2"#,
      #"""
      error[UnexpectedSyntax]: `SKIP` stands behind `LIMIT`
        --> query:1:18
         |
       1 | RETURN n LIMIT 1 SKIP 2
         |                  ^^^^
        help: the order is `ORDER BY`, `SKIP`, `LIMIT`, and `WHERE` last
      """#
    ),
    (
      #"RETURN 1 ORDER n"#,
      #"""
      error[UnexpectedSyntax]: found `n` where `BY` was expected
        --> query:1:16
         |
       1 | RETURN 1 ORDER n
         |                ^
      """#
    ),
    (
      #"RETURN 1 AS 2"#,
      #"""
      error[UnexpectedSyntax]: found `2` where a name for the column was expected
        --> query:1:13
         |
       1 | RETURN 1 AS 2
         |             ^
      """#
    ),
    (
      #"WITH 1 AS limit RETURN 1"#,
      #"""
      error[UnexpectedSyntax]: found the reserved word `limit` where a name for the column was expected
        --> query:1:11
         |
       1 | WITH 1 AS limit RETURN 1
         |           ^^^^^
        help: to use it as a name, put it in back quotes
      """#
    ),
    (
      #"UNWIND [1] x RETURN x"#,
      #"""
      error[UnexpectedSyntax]: found `x` where `AS` was expected
        --> query:1:12
         |
       1 | UNWIND [1] x RETURN x
         |            ^
      """#
    ),
    (
      #"OPTIONAL (n)"#,
      #"""
      error[UnexpectedSyntax]: found `(` where `MATCH` was expected
        --> query:1:10
         |
       1 | OPTIONAL (n)
         |          ^
      """#
    ),
    (
      #"DETACH n"#,
      #"""
      error[UnexpectedSyntax]: found `n` where `DELETE` was expected
        --> query:1:8
         |
       1 | DETACH n
         |        ^
      """#
    ),
    (
      #"MERGE (a) ON CRATE SET a.x = 1"#,
      #"""
      error[UnexpectedSyntax]: found `CRATE` where `CREATE` or `MATCH` was expected
        --> query:1:14
         |
       1 | MERGE (a) ON CRATE SET a.x = 1
         |              ^^^^^
        help: did you mean `CREATE`?
      """#
    ),
    (
      #"SET n 1"#,
      #"""
      error[UnexpectedSyntax]: found `1` where `.property =`, `=`, `+=` or `:Label` was expected
        --> query:1:7
         |
       1 | SET n 1
         |       ^
      """#
    ),
    (
      #"SET n.x 1"#,
      #"""
      error[UnexpectedSyntax]: found `1` where `=` and the property's new value was expected
        --> query:1:9
         |
       1 | SET n.x 1
         |         ^
      """#
    ),
    (
      #"SET f(x) = 1"#,
      #"""
      error[UnexpectedSyntax]: `SET` cannot change this
        --> query:1:5
         |
       1 | SET f(x) = 1
         |     ^^^^
        help: write `n.property = value`, `n = {...}`, `n += {...}` or `n:Label`
      """#
    ),
    (
      #"REMOVE n"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `.property` or `:Label` was expected
        --> query:1:9
         |
       1 | REMOVE n
         |         ^
      """#
    ),
    (
      #"REMOVE f(n)"#,
      #"""
      error[UnexpectedSyntax]: `REMOVE` cannot change this
        --> query:1:8
         |
       1 | REMOVE f(n)
         |        ^^^^
        help: write `n.property` or `n:Label`
      """#
    ),
    (
      #"CALL"#,
      #"""
      error[UnexpectedSyntax]: the query ends where the name of a procedure or `{` was expected
        --> query:1:5
         |
       1 | CALL
         |     ^
      """#
    ),
    (
      #"CALL p(1"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `,` or `)` after an argument was expected
        --> query:1:9
         |
       1 | CALL p(1
         |         ^
        help: the `(` in line 1, column 7 is not closed
      """#
    ),
    (
      #"CALL p() YIELD 1"#,
      #"""
      error[UnexpectedSyntax]: found `1` where a column of the procedure, or `*` was expected
        --> query:1:16
         |
       1 | CALL p() YIELD 1
         |                ^
      """#
    ),
    (
      #"CALL {RETURN 1"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `}` after the subquery was expected
        --> query:1:15
         |
       1 | CALL {RETURN 1
         |               ^
        help: the `{` in line 1, column 6 is not closed
      """#
    ),
  ]) func rendered(query: String, expected: String) {
    #expect(renderedError(query) == expected)
  }
}
