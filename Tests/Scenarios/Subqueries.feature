Feature: Pattern comprehensions and existential subqueries

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:Team {n: 1}), (b:Team {n: 2}), (c:Member {n: 3}), (d:Member {n: 4}),
        (a)-[:HAS {w: 1}]->(c), (a)-[:HAS {w: 2}]->(d), (c)-[:LIKES]->(d), (b)-[:NEAR]->(a)
      """

  Scenario: A pattern comprehension of paths
    When executing query:
      """
      MATCH (t:Team {n: 1}) RETURN [p = (t)-[:HAS]->(:Member {n: 3}) | p] AS ps
      """
    Then the result should be, in any order:
      | ps                                                       |
      | [<(:Team {n: 1})-[:HAS {w: 1}]->(:Member {n: 3})>] |

  Scenario: A pattern comprehension with predicate and property
    When executing query:
      """
      MATCH (t:Team) RETURN t.n AS n, [(t)-[r:HAS]->(m) WHERE m.n > 3 | m.n + r.w] AS found
      """
    Then the result should be, in any order:
      | n | found |
      | 1 | [6]   |
      | 2 | []    |

  Scenario: The size of a pattern comprehension
    When executing query:
      """
      MATCH (t) RETURN t.n AS n, size([(t)--() | 1]) AS degree ORDER BY n
      """
    Then the result should be, in order:
      | n | degree |
      | 1 | 3      |
      | 2 | 1      |
      | 3 | 2      |
      | 4 | 2      |

  Scenario: Pattern comprehension inside a list comprehension
    When executing query:
      """
      MATCH (t:Team) WITH collect(t) AS ts
      RETURN [t IN ts | [t.n, size([(t)-->(x) | x])]] AS r
      """
    Then the result should be (ignoring element order for lists):
      | r                |
      | [[1, 2], [2, 1]] |

  Scenario: Pattern comprehension as grouping key beside an aggregate
    When executing query:
      """
      MATCH (m:Member) RETURN [(m)<-[:HAS]-(t) | t.n] AS teams, count(*) AS c
      """
    Then the result should be, in any order:
      | teams | c |
      | [1]   | 2 |

  Scenario: Nested pattern comprehension
    When executing query:
      """
      MATCH (t:Team {n: 2}) RETURN [(t)-[:NEAR]->(o) | [(o)-[:HAS]->(m) WHERE m.n = 3 | m.n]] AS r
      """
    Then the result should be, in any order:
      | r     |
      | [[3]] |

  Scenario: Variable-length pattern comprehension
    When executing query:
      """
      MATCH (t:Team {n: 2}) RETURN size([p = (t)-[*]->(m:Member) | p]) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |

  Scenario: Pattern comprehension with no bound variables
    When executing query:
      """
      RETURN size([()-[:HAS]->() | 1]) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |

  Scenario Outline: Existential subqueries
    When executing query:
      """
      MATCH (t) WHERE <predicate> RETURN t.n AS n
      """
    Then the result should be, in any order:
      | n   |
      | <n> |

    Examples:
      | predicate                                                              | n |
      | EXISTS { (t)-[:NEAR]->() }                                             | 2 |
      | exists { MATCH (t)-[:LIKES]->(m) WHERE m.n > t.n }                     | 3 |
      | EXISTS { MATCH (t)-[:HAS]->(m) RETURN true }                           | 1 |
      | EXISTS { MATCH (t)-[:HAS]->(m) WITH t, count(m) AS c WHERE c = 2 RETURN t } | 1 |
      | EXISTS { MATCH (t)-->(x) WHERE EXISTS { MATCH (x)-[:HAS]->() } }       | 2 |
      | EXISTS { MATCH (t)-->(x) WHERE EXISTS { (x)-[:HAS]->(y) WHERE y.n = t.n + 2 } } | 2 |
      | COUNT { (t)-[:HAS]->() } = 2                                           | 1 |
      | COUNT { MATCH (t)<-[:HAS]-(o) WHERE t.n = 4 RETURN DISTINCT o } > 0    | 4 |
      | NOT EXISTS { (t)<--() }                                                | 2 |

  Scenario: Updating inside EXISTS
    When executing query:
      """
      MATCH (t) WHERE EXISTS { MATCH (t)-->(m) SET m.x = 1 } RETURN t
      """
    Then a SyntaxError should be raised at compile time: InvalidClauseComposition

  Scenario: A pattern predicate must not name something new
    When executing query:
      """
      MATCH (t) WHERE (t)-[r]->(x) RETURN t
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: A pattern is no value
    When executing query:
      """
      MATCH (t) RETURN (t)-[]->()
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: exists of a pattern is no value either in WITH
    When executing query:
      """
      MATCH (t), (m) WITH t, (t)-->(m) AS x RETURN x
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: A pattern in SET
    When executing query:
      """
      MATCH (t), (m) SET t.x = (t)-[:HAS]->(m) RETURN t
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax
