import Testing

/// Mistakes in patterns. Each with the whole text a person sees.
@Suite struct PatternErrorTests {
  @Test(arguments: [
    (
      #"MATCH n RETURN n"#,
      #"""
      error[UnexpectedSyntax]: found `n` where a node was expected
        --> query:1:7
         |
       1 | MATCH n RETURN n
         |       ^
        help: nodes stand in parentheses: `(n)`
      """#
    ),
    (
      #"MATCH p = RETURN p"#,
      #"""
      error[UnexpectedSyntax]: found `RETURN` where a pattern such as `(a)-[:TYPE]->(b)` was expected
        --> query:1:11
         |
       1 | MATCH p = RETURN p
         |           ^^^^^^
      """#
    ),
    (
      #"MATCH (order) RETURN 1"#,
      #"""
      error[UnexpectedSyntax]: found the reserved word `order` where a variable, `:Label`, `{...}` or `)` in the node was expected
        --> query:1:8
         |
       1 | MATCH (order) RETURN 1
         |        ^^^^^
        help: to use it as a name, put it in back quotes
      """#
    ),
    (
      #"MATCH (n RETURN n"#,
      #"""
      error[UnexpectedSyntax]: found `RETURN` where `)` to close the node was expected
        --> query:1:10
         |
       1 | MATCH (n RETURN n
         |          ^^^^^^
        help: the `(` in line 1, column 7 is not closed
      """#
    ),
    (
      #"MATCH (n:) RETURN n"#,
      #"""
      error[UnexpectedSyntax]: found `)` where a label was expected
        --> query:1:10
         |
       1 | MATCH (n:) RETURN n
         |          ^
      """#
    ),
    (
      #"MATCH (n {x = 1}) RETURN n"#,
      #"""
      error[UnexpectedSyntax]: found `=` where `:` after the key `x` was expected
        --> query:1:13
         |
       1 | MATCH (n {x = 1}) RETURN n
         |             ^
      """#
    ),
    (
      #"MATCH (n)-[r RETURN n"#,
      #"""
      error[UnexpectedSyntax]: found `RETURN` where `:TYPE`, `*`, `{...}` or `]` in the relationship was expected
        --> query:1:14
         |
       1 | MATCH (n)-[r RETURN n
         |              ^^^^^^
        help: the `[` in line 1, column 11 is not closed
      """#
    ),
    (
      #"MATCH (n)-[:]->(m)"#,
      #"""
      error[UnexpectedSyntax]: found `]` where a relationship type was expected
        --> query:1:13
         |
       1 | MATCH (n)-[:]->(m)
         |             ^
      """#
    ),
    (
      #"MATCH (n)-[:A x]->(m)"#,
      #"""
      error[UnexpectedSyntax]: found `x` where `:TYPE`, `*`, `{...}` or `]` in the relationship was expected
        --> query:1:15
         |
       1 | MATCH (n)-[:A x]->(m)
         |               ^
      """#
    ),
    (
      #"MATCH (a)->(b) RETURN a"#,
      #"""
      error[InvalidRelationshipPattern]: this arrow has only one dash
        --> query:1:11
         |
       1 | MATCH (a)->(b) RETURN a
         |           ^
        help: a relationship is written `-->`, `<--`, `--` or `-[:TYPE]->`
      """#
    ),
    (
      #"MATCH (a)-[:T](b)"#,
      #"""
      error[InvalidRelationshipPattern]: this arrow has only one dash
        --> query:1:15
         |
       1 | MATCH (a)-[:T](b)
         |               ^
        help: a relationship is written `-->`, `<--`, `--` or `-[:TYPE]->`
      """#
    ),
    (
      #"MATCH (a)-[:T]->b RETURN a"#,
      #"""
      error[UnexpectedSyntax]: found `b` where a node was expected
        --> query:1:17
         |
       1 | MATCH (a)-[:T]->b RETURN a
         |                 ^
        help: nodes stand in parentheses: `(b)`
      """#
    ),
    (
      #"MATCH (a)--"#,
      #"""
      error[UnexpectedSyntax]: the query ends where a node such as `(b)` after the relationship was expected
        --> query:1:12
         |
       1 | MATCH (a)--
         |            ^
      """#
    ),
    (
      #"MATCH (a)(b)"#,
      #"""
      error[UnexpectedSyntax]: found `(` where another clause or the end of the query was expected
        --> query:1:10
         |
       1 | MATCH (a)(b)
         |          ^
        help: connect two nodes with a relationship such as `-->`, or separate two paths with a comma
      """#
    ),
    (
      #"MATCH (a)-[:T*-2]->(b)"#,
      #"""
      error[InvalidRelationshipPattern]: this is not a length of a relationship pattern
        --> query:1:15
         |
       1 | MATCH (a)-[:T*-2]->(b)
         |               ^
        help: write `*`, `*2`, `*1..4`, `*1..` or `*..4` with non-negative integers
      """#
    ),
    (
      #"MATCH (a)-[:T..]->(b)"#,
      #"""
      error[InvalidRelationshipPattern]: this is not a length of a relationship pattern
        --> query:1:14
         |
       1 | MATCH (a)-[:T..]->(b)
         |              ^^
        help: write `*`, `*2`, `*1..4`, `*1..` or `*..4` with non-negative integers
      """#
    ),
    (
      #"MATCH (a)-[:T*1.5]->(b)"#,
      #"""
      error[InvalidRelationshipPattern]: this is not a length of a relationship pattern
        --> query:1:15
         |
       1 | MATCH (a)-[:T*1.5]->(b)
         |               ^^^
        help: write `*`, `*2`, `*1..4`, `*1..` or `*..4` with non-negative integers
      """#
    ),
    (
      #"MATCH (a)-[:T*1..2]->{1,3}(b)"#,
      #"""
      error[InvalidRelationshipPattern]: this relationship is repeated twice
        --> query:1:22
         |
       1 | MATCH (a)-[:T*1..2]->{1,3}(b)
         |                      ^
        help: write either `*1..4` or `{1,4}`
      """#
    ),
    (
      #"MATCH ((a)-->(b)){1,2 RETURN a"#,
      #"""
      error[UnexpectedSyntax]: found `RETURN` where `}` to close the quantifier, as in `{1,4}` was expected
        --> query:1:23
         |
       1 | MATCH ((a)-->(b)){1,2 RETURN a
         |                       ^^^^^^
        help: the `{` in line 1, column 18 is not closed
      """#
    ),
    (
      #"MATCH shortestPath((a)-[*]->(b) RETURN a"#,
      #"""
      error[UnexpectedSyntax]: found `RETURN` where `)` to close the shortest path was expected
        --> query:1:33
         |
       1 | MATCH shortestPath((a)-[*]->(b) RETURN a
         |                                 ^^^^^^
        help: the `(` in line 1, column 19 is not closed
      """#
    ),
  ]) func rendered(query: String, expected: String) {
    #expect(renderedError(query) == expected)
  }
}
