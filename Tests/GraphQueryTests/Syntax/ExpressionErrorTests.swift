import Testing

/// Mistakes in expressions. Each with the whole text a person sees.
@Suite struct ExpressionErrorTests {
  @Test(arguments: [
    (
      #"RETURN a == b"#,
      #"""
      error[UnexpectedSyntax]: found `=` where an expression was expected
        --> query:1:11
         |
       1 | RETURN a == b
         |           ^
        help: equality is written with one `=`
      """#
    ),
    (
      #"RETURN (1"#,
      #"""
      error[UnexpectedSyntax]: the query ends where an operator or `)` was expected
        --> query:1:10
         |
       1 | RETURN (1
         |          ^
        help: the `(` in line 1, column 8 is not closed
      """#
    ),
    (
      #"RETURN [1, 2"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `,` or `]` in the list was expected
        --> query:1:13
         |
       1 | RETURN [1, 2
         |             ^
        help: the `[` in line 1, column 8 is not closed
      """#
    ),
    (
      #"RETURN [, ]"#,
      #"""
      error[UnexpectedSyntax]: found `,` where an expression was expected
        --> query:1:9
         |
       1 | RETURN [, ]
         |         ^
      """#
    ),
    (
      #"RETURN {a: 1"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `,` or `}` in the map was expected
        --> query:1:13
         |
       1 | RETURN {a: 1
         |             ^
        help: the `{` in line 1, column 8 is not closed
      """#
    ),
    (
      #"RETURN {a = 1}"#,
      #"""
      error[UnexpectedSyntax]: found `=` where `:` after the key `a` was expected
        --> query:1:11
         |
       1 | RETURN {a = 1}
         |           ^
      """#
    ),
    (
      #"RETURN {"a": 1}"#,
      #"""
      error[UnexpectedSyntax]: the key "a" stands in quotes
        --> query:1:9
         |
       1 | RETURN {"a": 1}
         |         ^^^
        help: keys are names: write them without quotes, or in back quotes
      """#
    ),
    (
      #"RETURN {1B2c3e67: 1}"#,
      #"""
      error[UnexpectedSyntax]: `1B2c3e67` is not a key
        --> query:1:9
         |
       1 | RETURN {1B2c3e67: 1}
         |         ^^^^^^^^
        help: a key begins with a letter, or stands in back quotes
      """#
    ),
    (
      #"RETURN {1: 2}"#,
      #"""
      error[UnexpectedSyntax]: `1` is not a key
        --> query:1:9
         |
       1 | RETURN {1: 2}
         |         ^
        help: a key begins with a letter, or stands in back quotes
      """#
    ),
    (
      #"RETURN n."#,
      #"""
      error[UnexpectedSyntax]: the query ends where the name of a property was expected
        --> query:1:10
         |
       1 | RETURN n.
         |          ^
      """#
    ),
    (
      #"RETURN n[1"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `]` or `..` after the index was expected
        --> query:1:11
         |
       1 | RETURN n[1
         |           ^
        help: the `[` in line 1, column 9 is not closed
      """#
    ),
    (
      #"RETURN n[1..2"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `]` after the slice was expected
        --> query:1:14
         |
       1 | RETURN n[1..2
         |              ^
        help: the `[` in line 1, column 9 is not closed
      """#
    ),
    (
      #"RETURN n {x"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `,` or `}` in the map projection was expected
        --> query:1:12
         |
       1 | RETURN n {x
         |            ^
        help: the `{` in line 1, column 10 is not closed
      """#
    ),
    (
      #"RETURN n:"#,
      #"""
      error[UnexpectedSyntax]: the query ends where a label was expected
        --> query:1:10
         |
       1 | RETURN n:
         |          ^
      """#
    ),
    (
      #"RETURN order"#,
      #"""
      error[UnexpectedSyntax]: found the reserved word `order` where an expression was expected
        --> query:1:8
         |
       1 | RETURN order
         |        ^^^^^
        help: to use it as a name, put it in back quotes
      """#
    ),
    (
      #"RETURN 1 = NOT true"#,
      #"""
      error[UnexpectedSyntax]: `NOT` cannot stand here without parentheses
        --> query:1:12
         |
       1 | RETURN 1 = NOT true
         |            ^^^
        help: put it and what it negates in parentheses: `(NOT ...)`
      """#
    ),
    (
      #"RETURN 1 + "#,
      #"""
      error[UnexpectedSyntax]: the query ends where an expression was expected
        --> query:1:12
         |
       1 | RETURN 1 + 
         |            ^
      """#
    ),
    (
      #"RETURN CASE a 1 END"#,
      #"""
      error[UnexpectedSyntax]: found `1` where `WHEN` was expected
        --> query:1:15
         |
       1 | RETURN CASE a 1 END
         |               ^
      """#
    ),
    (
      #"RETURN CASE WHEN true 1 END"#,
      #"""
      error[UnexpectedSyntax]: found `1` where `THEN` was expected
        --> query:1:23
         |
       1 | RETURN CASE WHEN true 1 END
         |                       ^
      """#
    ),
    (
      #"RETURN CASE x WHEN 1 THEN 2"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `WHEN`, `ELSE` or `END` was expected
        --> query:1:28
         |
       1 | RETURN CASE x WHEN 1 THEN 2
         |                            ^
      """#
    ),
    (
      #"RETURN all(x IN [1])"#,
      #"""
      error[UnexpectedSyntax]: found `)` where `WHERE` and a predicate was expected
        --> query:1:20
         |
       1 | RETURN all(x IN [1])
         |                    ^
      """#
    ),
    (
      #"RETURN any(x > 1)"#,
      #"""
      error[UnexpectedSyntax]: found `>` where `IN` was expected
        --> query:1:14
         |
       1 | RETURN any(x > 1)
         |              ^
      """#
    ),
    (
      #"RETURN reduce(a = 1, x IN y)"#,
      #"""
      error[UnexpectedSyntax]: found `)` where `|` and the accumulator's next value was expected
        --> query:1:28
         |
       1 | RETURN reduce(a = 1, x IN y)
         |                            ^
      """#
    ),
    (
      #"RETURN extract(x IN y | x)"#,
      #"""
      error[UnexpectedSyntax]: found `|` where `,` or `)` after an argument was expected
        --> query:1:23
         |
       1 | RETURN extract(x IN y | x)
         |                       ^
        help: a comprehension is written `[x IN list | ...]`
      """#
    ),
    (
      #"RETURN f(1"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `,` or `)` after an argument was expected
        --> query:1:11
         |
       1 | RETURN f(1
         |           ^
        help: the `(` in line 1, column 9 is not closed
      """#
    ),
    (
      #"RETURN count(DISTINCT )"#,
      #"""
      error[UnexpectedSyntax]: found `)` where an expression after `DISTINCT` was expected
        --> query:1:23
         |
       1 | RETURN count(DISTINCT )
         |                       ^
      """#
    ),
    (
      #"RETURN [x IN y WHERE x"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `WHERE`, `|` or `]` in the list comprehension was expected
        --> query:1:23
         |
       1 | RETURN [x IN y WHERE x
         |                       ^
        help: the `[` in line 1, column 8 is not closed
      """#
    ),
    (
      #"RETURN [(a)-->(b) WHERE a | b"#,
      #"""
      error[UnexpectedSyntax]: found `WHERE` where `,` or `]` in the list was expected
        --> query:1:19
         |
       1 | RETURN [(a)-->(b) WHERE a | b
         |                   ^^^^^
        help: the `[` in line 1, column 8 is not closed
      """#
    ),
    (
      #"RETURN x IS NUL"#,
      #"""
      error[UnexpectedSyntax]: found `NUL` where `NULL` or `NOT NULL` was expected
        --> query:1:13
         |
       1 | RETURN x IS NUL
         |             ^^^
        help: did you mean `NULL`?
      """#
    ),
    (
      #"RETURN x IS NOT 3"#,
      #"""
      error[UnexpectedSyntax]: found `3` where `NULL` was expected
        --> query:1:17
         |
       1 | RETURN x IS NOT 3
         |                 ^
      """#
    ),
    (
      #"RETURN x STARTS 3"#,
      #"""
      error[UnexpectedSyntax]: found `3` where `WITH` was expected
        --> query:1:17
         |
       1 | RETURN x STARTS 3
         |                 ^
      """#
    ),
    (
      #"RETURN EXISTS { (a)-->(b) RETURN a }"#,
      #"""
      error[UnexpectedSyntax]: found `RETURN` where `,`, `WHERE` or `}` was expected
        --> query:1:27
         |
       1 | RETURN EXISTS { (a)-->(b) RETURN a }
         |                           ^^^^^^
      """#
    ),
    (
      #"RETURN COUNT { MATCH (a)"#,
      #"""
      error[UnexpectedSyntax]: the query ends where `}` to close the subquery was expected
        --> query:1:25
         |
       1 | RETURN COUNT { MATCH (a)
         |                         ^
        help: the `{` in line 1, column 14 is not closed
      """#
    ),
  ]) func rendered(query: String, expected: String) {
    #expect(renderedError(query) == expected)
  }
}
