Feature: Aggregates, DISTINCT, order and pages

  Scenario Outline: Aggregates over mixed values
    Given any graph
    When executing query:
      """
      UNWIND <list> AS x RETURN <aggregate> AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | list                                  | aggregate                | r      |
      | [1, 2, 0, null, -1]                   | max(x)                   | 2      |
      | [1, 2, 0, null, -1]                   | min(x)                   | -1     |
      | [1.0, 2.0, 0.5, null]                 | max(x)                   | 2.0    |
      | [1.0, 2.0, 0.5, null]                 | min(x)                   | 0.5    |
      | [1, 2.0, 5, null, 3.2, 0.1]           | max(x)                   | 5      |
      | [1, 2.0, 5, null, 3.2, 0.1]           | min(x)                   | 0.1    |
      | ['a', 'b', 'B', null, 'abc', 'abc1']  | max(x)                   | 'b'    |
      | ['a', 'b', 'B', null, 'abc', 'abc1']  | min(x)                   | 'B'    |
      | [[1], [2], [2, 1]]                    | max(x)                   | [2, 1] |
      | [[1], [2], [2, 1]]                    | min(x)                   | [1]    |
      | [1, 'a', null, [1, 2], 0.2, 'b']      | max(x)                   | 1      |
      | [1, 'a', null, [1, 2], 0.2, 'b']      | min(x)                   | [1, 2] |
      | [null, null]                          | max(x)                   | null   |
      | []                                    | count(x)                 | 0      |
      | []                                    | sum(x)                   | 0      |
      | []                                    | avg(x)                   | null   |
      | []                                    | collect(x)               | []     |
      | []                                    | min(x)                   | null   |
      | [1, null, 1, 2]                       | count(x)                 | 3      |
      | [1, null, 1, 2]                       | count(DISTINCT x)        | 2      |
      | [1, null, 1, 2]                       | count(*)                 | 4      |
      | [1, null, 1, 2]                       | collect(x)               | [1, 1, 2] |
      | [1, null, 1, 2]                       | collect(DISTINCT x)      | [1, 2] |
      | [1, 1.0, 2]                           | count(DISTINCT x)        | 2      |
      | [1, 1, 2]                             | sum(DISTINCT x)          | 3      |
      | [1, 2.5]                              | sum(x)                   | 3.5    |
      | [1, 2]                                | avg(x)                   | 1.5    |
      | [null]                                | collect(DISTINCT x)      | []     |
      | [10, 20, 30]                          | percentileDisc(x, 0.5)   | 20     |
      | [10, 20, 30]                          | percentileCont(x, 0.25)  | 15.0   |
      | [10, 20, 30]                          | percentileDisc(x, 0)     | 10     |
      | [10, 20, 30]                          | percentileCont(x, 1)     | 30.0   |
      | [2, 4, 6]                             | stDev(x)                 | 2.0    |
      | [2, 6]                                | stDevP(x)                | 2.0    |
      | [[1, null], [1, null]]                | count(DISTINCT x)        | 1      |
      | [duration('P1D'), duration('PT12H')]  | sum(x)                   | 'P1DT12H' |

  Scenario Outline: Percentile outside 0 to 1
    Given any graph
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN percentileDisc(x, <p>) AS r
      """
    Then an ArgumentError should be raised at runtime: NumberOutOfRange

    Examples:
      | p    |
      | 1000 |
      | -1   |
      | 1.1  |

  Scenario: DISTINCT treats nulls as one
    Given any graph
    When executing query:
      """
      UNWIND [null, 1, null, 1.0, 'x'] AS x RETURN DISTINCT x
      """
    Then the result should be, in any order:
      | x    |
      | null |
      | 1    |
      | 'x'  |

  Scenario: Group by lists and null
    Given any graph
    When executing query:
      """
      UNWIND [['red'], ['blue'], ['red'], null] AS c RETURN DISTINCT c, count(*) AS n
      """
    Then the result should be, in any order:
      | c        | n |
      | ['red']  | 2 |
      | ['blue'] | 1 |
      | null     | 1 |

  Scenario: Implicit grouping with several aggregates and expressions of them
    Given any graph
    When executing query:
      """
      UNWIND range(1, 6) AS x
      WITH x % 2 AS odd, x
      RETURN odd, count(*) AS c, sum(x) + odd AS s, max(x) - min(x) > 2 AS wide
      ORDER BY odd
      """
    Then the result should be, in order:
      | odd | c | s  | wide |
      | 0   | 3 | 12 | true |
      | 1   | 3 | 10 | true |

  Scenario: Order by an aggregate that is not returned
    Given any graph
    When executing query:
      """
      UNWIND ['a', 'b', 'b', 'c', 'c', 'c'] AS x RETURN x ORDER BY count(*) DESC
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation

  Scenario: Order by the same aggregate that is returned
    Given any graph
    When executing query:
      """
      UNWIND ['a', 'b', 'b', 'c', 'c', 'c'] AS x RETURN x, count(*) AS n ORDER BY count(*) DESC
      """
    Then the result should be, in order:
      | x   | n |
      | 'c' | 3 |
      | 'b' | 2 |
      | 'a' | 1 |

  Scenario: Order by an expression over an alias and a hidden property
    Given an empty graph
    And having executed:
      """
      CREATE ({k: 3, v: 'x'}), ({k: 1, v: 'y'}), ({k: 2})
      """
    When executing query:
      """
      MATCH (n) RETURN n.v AS v ORDER BY n.k + 1 DESC
      """
    Then the result should be, in order:
      | v    |
      | 'x'  |
      | null |
      | 'y'  |

  Scenario: A renamed column hides the variable of the same name in ORDER BY
    Given an empty graph
    And having executed:
      """
      CREATE ({k: 3}), ({k: 1}), ({k: 2})
      """
    When executing query:
      """
      MATCH (n) RETURN n.k AS n ORDER BY n + 2
      """
    Then the result should be, in order:
      | n |
      | 1 |
      | 2 |
      | 3 |

  Scenario: DISTINCT and ORDER BY something that is gone
    Given any graph
    When executing query:
      """
      MATCH (a) RETURN DISTINCT a.name ORDER BY a.age
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: DISTINCT and ORDER BY the property that is returned
    Given an empty graph
    And having executed:
      """
      CREATE ({k: 3}), ({k: 1}), ({k: 3})
      """
    When executing query:
      """
      MATCH (a) RETURN DISTINCT a.k ORDER BY a.k
      """
    Then the result should be, in order:
      | a.k |
      | 1   |
      | 3   |

  Scenario: DISTINCT nodes and ORDER BY a property of them
    Given an empty graph
    And having executed:
      """
      CREATE ({k: 3}), ({k: 1})
      """
    When executing query:
      """
      MATCH (a), (b) RETURN DISTINCT a ORDER BY a.k
      """
    Then the result should be, in order:
      | a        |
      | ({k: 1}) |
      | ({k: 3}) |

  Scenario: ORDER BY with an aggregate in RETURN and an undefined variable
    Given any graph
    When executing query:
      """
      MATCH (a) RETURN count(a) AS c ORDER BY a.age
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: Ambiguous grouping
    Given any graph
    When executing query:
      """
      MATCH (me)--(you) RETURN me.age + you.age + count(*)
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

  Scenario: Not ambiguous when the variables are keys
    Given an empty graph
    And having executed:
      """
      CREATE ({age: 1})-[:R]->({age: 2})
      """
    When executing query:
      """
      MATCH (me)-->(you) RETURN me, you, me.age + you.age + count(*) AS s
      """
    Then the result should be, in any order:
      | me         | you        | s |
      | ({age: 1}) | ({age: 2}) | 4 |

  Scenario Outline: Aggregates where none may stand
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <error>

    Examples:
      | query                                                    | error              |
      | MATCH (n) WHERE count(n) > 1 RETURN n                    | InvalidAggregation |
      | MATCH (n) RETURN count(count(n))                         | NestedAggregation  |
      | MATCH (n) RETURN [x IN [1] \| count(*)]                  | InvalidAggregation |
      | MATCH (n) WITH n ORDER BY count(n) RETURN n              | InvalidAggregation |
      | MATCH (n) SET n.x = count(*)                             | InvalidAggregation |
      | MATCH (n) CREATE ({c: count(n)})                         | InvalidAggregation |
      | MATCH (n) RETURN count(rand())                           | NonConstantExpression |
      | UNWIND collect(1) AS x RETURN x                          | InvalidAggregation |

  Scenario: Pages
    Given any graph
    And parameters are:
      | s | 2 |
      | l | 3 |
    When executing query:
      """
      UNWIND range(1, 9) AS x RETURN x ORDER BY x SKIP $s LIMIT $l
      """
    Then the result should be, in order:
      | x |
      | 3 |
      | 4 |
      | 5 |

  Scenario Outline: Wrong pages
    Given any graph
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN x <page>
      """
    Then a SyntaxError should be raised at compile time: <error>

    Examples:
      | page       | error                   |
      | SKIP -1    | NegativeIntegerArgument |
      | LIMIT -1   | NegativeIntegerArgument |
      | SKIP 1.5   | InvalidArgumentType     |
      | LIMIT 1.7  | InvalidArgumentType     |
      | LIMIT x    | NonConstantExpression   |
      | SKIP x     | NonConstantExpression   |

  Scenario: A negative page from a parameter
    Given any graph
    And parameters are:
      | s | -1 |
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN x SKIP $s
      """
    Then a SyntaxError should be raised at runtime: NegativeIntegerArgument

  Scenario: A fractional page from a parameter
    Given any graph
    And parameters are:
      | s | 1.5 |
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN x LIMIT $s
      """
    Then a SyntaxError should be raised at runtime: InvalidArgumentType

  Scenario: LIMIT 0 runs the changes before it
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2, 3] AS x CREATE (n:N {x: x}) RETURN n LIMIT 0
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 3 |

  Scenario: Order of all types, ascending
    Given an empty graph
    And having executed:
      """
      CREATE (:N)-[:R]->()
      """
    When executing query:
      """
      MATCH p = (n:N)-[r:R]->()
      UNWIND [n, r, p, 1.5, ['list'], 'text', null, false, 0.0 / 0.0, {a: 'map'}, 1] AS x
      RETURN x ORDER BY x
      """
    Then the result should be, in order:
      | x               |
      | {a: 'map'}      |
      | (:N)            |
      | [:R]            |
      | ['list']        |
      | <(:N)-[:R]->()> |
      | 'text'          |
      | false           |
      | 1               |
      | 1.5             |
      | NaN             |
      | null            |

  Scenario: WITH, ORDER BY, WHERE and LIMIT together
    Given any graph
    When executing query:
      """
      UNWIND range(1, 10) AS x
      WITH x, x % 3 AS m ORDER BY m DESC, x ASC SKIP 1 LIMIT 6 WHERE x > 2
      RETURN x
      """
    Then the result should be, in order:
      | x |
      | 5 |
      | 8 |
      | 4 |
      | 7 |
      | 10 |

  Scenario: WITH that renames and swaps
    Given any graph
    When executing query:
      """
      WITH 1 AS a, 2 AS b WITH b AS a, a AS b RETURN a, b
      """
    Then the result should be, in any order:
      | a | b |
      | 2 | 1 |

  Scenario: WITH DISTINCT and WHERE on the old variable is refused
    Given any graph
    When executing query:
      """
      MATCH (a) WITH DISTINCT a.name AS n WHERE a.age > 1 RETURN n
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: WITH and WHERE on the old variable is allowed
    Given an empty graph
    And having executed:
      """
      CREATE ({name: 'x', age: 2}), ({name: 'y', age: 1})
      """
    When executing query:
      """
      MATCH (a) WITH a.name AS n WHERE a.age > 1 RETURN *
      """
    Then the result should be, in any order:
      | n   |
      | 'x' |

  Scenario: Alias twice
    Given any graph
    When executing query:
      """
      RETURN 1 AS a, 2 AS a
      """
    Then a SyntaxError should be raised at compile time: ColumnNameConflict

  Scenario: An expression in WITH without alias
    Given any graph
    When executing query:
      """
      MATCH (a) WITH a, count(*) RETURN a
      """
    Then a SyntaxError should be raised at compile time: NoExpressionAlias

  Scenario: RETURN star without variables
    Given any graph
    When executing query:
      """
      MATCH () RETURN *
      """
    Then a SyntaxError should be raised at compile time: NoVariablesInScope

  Scenario: UNION ALL keeps duplicates
    Given any graph
    When executing query:
      """
      UNWIND [2, 1, 2] AS x RETURN x UNION ALL UNWIND [3, 2] AS x RETURN x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
      | 2 |
      | 2 |
      | 2 |
      | 3 |

  Scenario: UNION drops them
    Given any graph
    When executing query:
      """
      UNWIND [2, 1, 2] AS x RETURN x UNION UNWIND [3, 2] AS x RETURN x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
      | 2 |
      | 3 |

  Scenario Outline: Wrong unions
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <error>

    Examples:
      | query                                                                | error                     |
      | RETURN 1 AS a UNION ALL RETURN 2 AS b                                | DifferentColumnsInUnion   |
      | RETURN 1 AS a UNION RETURN 2 AS b                                    | DifferentColumnsInUnion   |
      | RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a            | InvalidClauseComposition  |
      | RETURN 1 AS a UNION ALL RETURN 2 AS a UNION RETURN 3 AS a            | InvalidClauseComposition  |

  Scenario: A column has the name of its variable, not its quotes
    Given any graph
    When executing query:
      """
      UNWIND [2, 1] AS `odd name` RETURN DISTINCT `odd name`, (`odd name`) AS `x y` ORDER BY `odd name`
      """
    Then the result should be, in order:
      | odd name | x y |
      | 1        | 1   |
      | 2        | 2   |
