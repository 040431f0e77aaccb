Feature: WITH, RETURN, UNION and ORDER BY in detail

  Scenario Outline: Aggregates group by what stands beside them
    Given an empty graph
    And having executed:
      """
      CREATE (:P {name: 'a', age: 1})-[:R]->(:P {name: 'b', age: 2}), (:P {name: 'a', age: 3})
      """
    When executing query:
      """
      MATCH (n:P) <projection>
      """
    Then the result should be, in any order:
      | x   | c   |
      | <x> | <c> |

    Examples:
      | projection                                                        | x    | c           |
      | WITH n.name AS x, count(*) AS c WHERE c > 1 RETURN x, c            | 'a'  | 2           |
      | RETURN max(n.age) AS x, count(n) AS c                              | 3    | 3           |
      | RETURN count(DISTINCT n.name) AS x, sum(n.age) AS c                | 2    | 6           |
      | WITH DISTINCT n.name AS m RETURN count(m) AS x, min(m) AS c        | 2    | 'a'         |
      | RETURN count(n) > 2 AS x, avg(n.age) AS c                          | true | 2.0         |
      | WITH collect(n.age) AS a RETURN size(a) AS x, a[0] IN a AS c       | 3    | true        |
      | WITH n ORDER BY n.age DESC LIMIT 1 RETURN n.name AS x, n.age AS c  | 'a'  | 3           |
      | WITH n.name AS x, max(n.age) AS m RETURN max(m) AS c, 1 AS x       | 1    | 3           |
      | RETURN 2 AS x, [count(*), {k: max(n.age)}] AS c                    | 2    | [3, {k: 3}] |

  Scenario Outline: Ambiguous or not
    Given any graph
    When executing query:
      """
      MATCH (me:P)--(you:P) <projection>
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

    Examples:
      | projection                                                                     |
      | RETURN me.age + count(you.age) AS x                                            |
      | RETURN me.age + you.age AS a, me.age + you.age + count(*) AS b                 |
      | WITH me.age + count(*) AS x RETURN x                                           |
      | RETURN you.age, me.age + count(*) AS x                                         |
      | RETURN [me.age, count(*)] AS x                                                 |

  Scenario Outline: What ORDER BY may name
    Given an empty graph
    And having executed:
      """
      CREATE ({num: 1, b: 3}), ({num: 2, b: 2}), ({num: 3, b: 1})
      """
    When executing query:
      """
      MATCH (n) <projection>
      """
    Then the result should be, in order:
      | x    |
      | <x1> |
      | <x2> |
      | <x3> |

    Examples:
      | projection                                                | x1 | x2 | x3 |
      | RETURN n.num AS x ORDER BY x DESC                         | 3  | 2  | 1  |
      | RETURN n.num AS x ORDER BY n.b                            | 3  | 2  | 1  |
      | RETURN n.num AS x ORDER BY x + n.b, x                     | 1  | 2  | 3  |
      | RETURN n.num AS x ORDER BY -x                             | 3  | 2  | 1  |
      | RETURN DISTINCT n.num AS x ORDER BY n.num DESC            | 3  | 2  | 1  |
      | WITH n.num AS x, count(*) AS c ORDER BY c, x RETURN x     | 1  | 2  | 3  |
      | WITH n.num AS x, n.b AS b ORDER BY b RETURN x             | 3  | 2  | 1  |
      | WITH n AS n ORDER BY n.b DESCENDING RETURN n.num AS x     | 1  | 2  | 3  |
      | WITH n.num % 2 AS odd, n.num AS x ORDER BY odd, x ASCENDING RETURN x | 2 | 1 | 3 |
      | WITH n ORDER BY n.num RETURN n.num AS x                   | 1  | 2  | 3  |

  Scenario Outline: What it may not
    Given any graph
    When executing query:
      """
      MATCH (n) <projection>
      """
    Then a SyntaxError should be raised at compile time: <error>

    Examples:
      | projection                                                 | error              |
      | RETURN DISTINCT n.name ORDER BY n.age                      | UndefinedVariable  |
      | RETURN count(n) AS c ORDER BY n.age                        | UndefinedVariable  |
      | RETURN n ORDER BY count(*)                                 | InvalidAggregation |
      | WITH n.a AS a ORDER BY max(n.age) RETURN a                 | InvalidAggregation |
      | WITH n.a AS a RETURN a ORDER BY n                          | UndefinedVariable  |
      | WITH DISTINCT n.a AS a ORDER BY n.b RETURN a               | UndefinedVariable  |

  Scenario Outline: Columns have the text they were written with
    Given an empty graph
    And having executed:
      """
      CREATE ({num: 1})
      """
    When executing query:
      """
      MATCH (n) RETURN <expression>
      """
    Then the result should be, in any order:
      | <expression> |
      | <value>      |

    Examples:
      | expression                     | value  |
      | n.num                          | 1      |
      | n.num + 1                      | 2      |
      | coUnt( n )                     | 1      |
      | 1 + (2  *  3)                  | 7      |
      | [n.num,  null]                 | [1, null] |
      | cOUNT( * )                     | 1      |

  Scenario Outline: UNION
    Given an empty graph
    And having executed:
      """
      CREATE (:A), (:B)
      """
    When executing query:
      """
      <query>
      """
    Then the result should be, in any order:
      | c   |
      | <c> |

    Examples:
      | query                                                                                                 | c |
      | CALL { MATCH (a:A) RETURN a AS x UNION MATCH (b:B) RETURN b AS x } RETURN count(x) AS c               | 2 |
      | CALL { MATCH (a) RETURN a UNION MATCH (a) RETURN a } RETURN count(a) AS c                             | 2 |
      | CALL { MATCH (a) RETURN a UNION ALL MATCH (a) RETURN a } RETURN count(a) AS c                         | 4 |
      | CALL { RETURN 1 AS x UNION RETURN 1.0 AS x UNION RETURN '1' AS x } RETURN count(x) AS c               | 2 |
      | CALL { RETURN 1 AS x, 2 AS y UNION RETURN 2 AS y, 1 AS x } RETURN count(*) AS c                       | 1 |
      | CALL { RETURN null AS x UNION RETURN null AS x } RETURN count(*) AS c                                 | 1 |

  Scenario: WHERE after WITH drops null as it drops false
    Given an empty graph
    And having executed:
      """
      CREATE (:R {name: 'x'})-[:T]->(:C {i: 0}), (:C {i: 'TextNode'}), (:C), (:C {i: -5})
      """
    When executing query:
      """
      MATCH (c:C) WITH c WHERE c.i > -10 AND NOT c.i = 0 RETURN c.i AS i
      """
    Then the result should be, in any order:
      | i  |
      | -5 |

  Scenario: WHERE with OR and mixed types
    Given an empty graph
    And having executed:
      """
      CREATE (:C {v: 0}), (:C {v: 'text'}), (:C)
      """
    When executing query:
      """
      MATCH (c:C) WITH c WHERE c.v > 'te' OR exists(c.v) RETURN c.v AS v
      """
    Then the result should be, in any order:
      | v      |
      | 0      |
      | 'text' |

  Scenario: Aliases shadow and forward
    Given an empty graph
    And having executed:
      """
      CREATE (:Begin {num: 42})-[:REL]->(:End)
      """
    When executing query:
      """
      MATCH (a:Begin) WITH a.num AS property, a AS b MATCH (b)-->(a) WITH property AS b, a RETURN a, b
      """
    Then the result should be, in any order:
      | a      | b  |
      | (:End) | 42 |

  Scenario Outline: Relationships of paths
    Given an empty graph
    And having executed:
      """
      CREATE (a:A)-[:R {n: 1}]->(b:B)-[:R {n: 2}]->(c:C)
      """
    When executing query:
      """
      <query>
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | query                                                                       | r                      |
      | MATCH p = (:A)-[*]->(:C) RETURN relationships(p) AS r                        | [[:R {n: 1}], [:R {n: 2}]] |
      | MATCH p = (:C)<-[*]-(:A) RETURN [x IN relationships(p) \| x.n] AS r          | [2, 1]                 |
      | MATCH p = (:A) RETURN relationships(p) AS r                                  | []                     |
      | OPTIONAL MATCH p = (:A)-->(:C) RETURN relationships(p) AS r                  | null                   |
      | MATCH p = (:A)-->()-->() RETURN [x IN nodes(p) \| labels(x)[0]] AS r         | ['A', 'B', 'C']        |
      | MATCH p = (:A)-[*0..1]->(x) RETURN max(length(p)) AS r                       | 1                      |
      | MATCH (a:A) RETURN [p = (a)-[*]->() \| length(p)] AS r                       | [1, 2]                 |
      | MATCH (a:A) RETURN [(a)-->(b) WHERE b:C \| b] AS r                           | []                     |
      | MATCH (a:A)-->(b) RETURN [(a)-[x]->(b)-->(c) \| x.n + size(labels(c))] AS r  | [2]                    |
      | MATCH (a:A) RETURN count([(a)-->() \| 1]) AS r                               | 1                      |
      | MATCH (n) WITH [(n)--(x) \| x] AS xs RETURN max(size(xs)) AS r               | 2                      |
