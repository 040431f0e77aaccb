Feature: Matching nodes, relationships and paths

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (ann:Person {name: 'ann', age: 40}), (bob:Person {name: 'bob', age: 30}),
        (cat:Person:Chair {name: 'cat'}), (box:Thing {name: 'box'}),
        (ann)-[:KNOWS {since: 2001}]->(bob), (bob)-[:KNOWS {since: 2002}]->(cat),
        (cat)-[:KNOWS {since: 2003}]->(ann), (ann)-[:OWNS]->(box), (bob)-[:SELF]->(bob)
      """

  Scenario: A type that is not in the graph finds nothing
    When executing query:
      """
      MATCH (a)-[r:NOWHERE]->(b) RETURN a, r, b
      """
    Then the result should be empty
    And no side effects

  Scenario: A relationship is found in both directions by an undirected pattern
    When executing query:
      """
      MATCH (a:Person {name: 'ann'})-[r:KNOWS]-(b) RETURN b.name, startNode(r) = a AS begins
      """
    Then the result should be, in any order:
      | b.name | begins |
      | 'bob'  | true   |
      | 'cat'  | false  |

  Scenario: A self-loop is found once by an undirected pattern
    When executing query:
      """
      MATCH (a)-[r:SELF]-(b) RETURN a.name, b.name, count(*) AS c
      """
    Then the result should be, in any order:
      | a.name | b.name | c |
      | 'bob'  | 'bob'  | 1 |

  Scenario: Relationship uniqueness within a MATCH and not across two
    When executing query:
      """
      MATCH (a)-[r:KNOWS]->(b), (c)-[s:KNOWS]->(d)
      WITH count(*) AS within
      MATCH (a)-[r:KNOWS]->(b)
      MATCH (c)-[s:KNOWS]->(d)
      RETURN within, count(*) AS across
      """
    Then the result should be, in any order:
      | within | across |
      | 6      | 9      |

  Scenario: An inline property on an undirected relationship
    When executing query:
      """
      MATCH (x)-[r:KNOWS {since: 2001}]-(a) RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'ann'  |
      | 'bob'  |

  Scenario: Several types, with and without a repeated colon
    When executing query:
      """
      MATCH (:Person {name: 'ann'})-[r:KNOWS|:OWNS]->(b) RETURN type(r) AS t, b.name AS n
      """
    Then the result should be, in any order:
      | t       | n     |
      | 'KNOWS' | 'bob' |
      | 'OWNS'  | 'box' |

  Scenario: A parameter instead of a property map in MATCH
    And parameters are:
      | p | {name: 'ann'} |
    When executing query:
      """
      MATCH (n:Person $p) RETURN n
      """
    Then a SyntaxError should be raised at compile time: InvalidParameterUse

  Scenario: A parameter as relationship predicate in MATCH
    And parameters are:
      | p | {since: 2001} |
    When executing query:
      """
      MATCH ()-[r:KNOWS $p]->() RETURN r
      """
    Then a SyntaxError should be raised at compile time: InvalidParameterUse

  Scenario Outline: A variable of another kind
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <error>

    Examples:
      | query                                             | error                |
      | MATCH (r) MATCH ()-[r]-() RETURN r                | VariableTypeConflict |
      | MATCH (r)-[r]-() RETURN r                         | VariableTypeConflict |
      | MATCH ()-[r]-(r) RETURN r                         | VariableTypeConflict |
      | MATCH ()-[r]-() MATCH (r) RETURN r                | VariableTypeConflict |
      | MATCH p = ()-[]-(), (p) RETURN p                  | VariableTypeConflict |
      | MATCH p = ()-[]-() MATCH (p) RETURN p             | VariableTypeConflict |
      | MATCH (p), p = ()-[]-() RETURN p                  | VariableAlreadyBound |
      | MATCH (p) MATCH p = ()-[]-() RETURN p             | VariableAlreadyBound |
      | MATCH p = ()-->() MATCH p = ()-->() RETURN p      | VariableAlreadyBound |
      | WITH 1 AS n MATCH (n) RETURN n                    | VariableTypeConflict |
      | WITH true AS r MATCH ()-[r]->() RETURN r          | VariableTypeConflict |
      | WITH [1] AS n MATCH (n) RETURN n                  | VariableTypeConflict |
      | WITH 'x' AS p MATCH p = ()-->() RETURN p          | VariableAlreadyBound |
      | MATCH (n) RETURN m                                | UndefinedVariable    |
      | MATCH (a)-[:KNOWS..]->(b) RETURN a                | InvalidRelationshipPattern |
      | MATCH (a)-[:KNOWS*-2]->(b) RETURN a               | InvalidRelationshipPattern |
      | MATCH (a)-[r]->()-[r]->(b) RETURN r               | RelationshipUniquenessViolation |
      | MATCH (a)-[r]->(), ()-[r]->() RETURN r            | RelationshipUniquenessViolation |

  Scenario Outline: Counting variable-length paths
    When executing query:
      """
      MATCH (a:Person {name: 'ann'}) MATCH (a)<pattern>(b) RETURN count(*) AS c, count(DISTINCT b) AS d
      """
    Then the result should be, in any order:
      | c   | d   |
      | <c> | <d> |

    Examples:
      | pattern                     | c | d |
      | -[:KNOWS*]->                | 3 | 3 |
      | -[:KNOWS*0]->               | 1 | 1 |
      | -[:KNOWS*0..0]->            | 1 | 1 |
      | -[:KNOWS*0..1]->            | 2 | 2 |
      | -[:KNOWS*1]->               | 1 | 1 |
      | -[:KNOWS*2..]->             | 2 | 2 |
      | -[:KNOWS*..2]->             | 2 | 2 |
      | -[:KNOWS*..0]->             | 0 | 0 |
      | -[:KNOWS*3..2]->            | 0 | 0 |
      | -[:KNOWS*4..]->             | 0 | 0 |
      | -[:KNOWS*]-                 | 6 | 3 |
      | -[:KNOWS*1]->()-[:KNOWS*2]-> | 1 | 1 |
      | -[:KNOWS*1..2]->()-[:KNOWS]-> | 2 | 2 |
      | -[:KNOWS]->()-[*0..1]->     | 3 | 2 |
      | -[:SELF\|KNOWS*]->           | 6 | 3 |
      | <-[:KNOWS*2]-               | 1 | 1 |
      | -[*]->                      | 9 | 4 |

  Scenario: The list of a variable-length relationship in order
    When executing query:
      """
      MATCH (:Person {name: 'ann'})-[rs:KNOWS*2..3]->(b)
      RETURN b.name AS n, [r IN rs | r.since] AS years, size(rs) AS s
      """
    Then the result should be, in any order:
      | n     | years              | s |
      | 'cat' | [2001, 2002]       | 2 |
      | 'ann' | [2001, 2002, 2003] | 3 |

  Scenario: A property of every relationship of a variable-length step
    When executing query:
      """
      MATCH (a)-[:KNOWS* {since: 2002}]->(b) RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name | b.name |
      | 'bob'  | 'cat'  |

  Scenario: A bound list of relationships
    When executing query:
      """
      MATCH ()-[r:KNOWS {since: 2001}]->()-[s:KNOWS {since: 2002}]->()
      WITH [r, s] AS rs
      MATCH (first)-[rs*]->(second)
      RETURN first.name, second.name
      """
    Then the result should be, in any order:
      | first.name | second.name |
      | 'ann'      | 'cat'       |

  Scenario: Named paths with and without steps
    When executing query:
      """
      MATCH p = (:Thing) RETURN p, length(p) AS l, nodes(p) AS ns, relationships(p) AS rs
      """
    Then the result should be, in any order:
      | p                        | l | ns                       | rs |
      | <(:Thing {name: 'box'})> | 0 | [(:Thing {name: 'box'})] | [] |

  Scenario: A path against the direction of its relationship
    When executing query:
      """
      MATCH p = (:Thing)<-[:OWNS]-() RETURN p
      """
    Then the result should be, in any order:
      | p                                                              |
      | <(:Thing {name: 'box'})<-[:OWNS]-(:Person {name: 'ann', age: 40})> |

  Scenario: OPTIONAL MATCH with a predicate that never holds
    When executing query:
      """
      MATCH (a:Chair) OPTIONAL MATCH (a)-[r]->(b) WHERE b.name = 'nobody' RETURN a.name, r, b
      """
    Then the result should be, in any order:
      | a.name | r    | b    |
      | 'cat'  | null | null |

  Scenario: Matching from a null node finds nothing, optionally null
    When executing query:
      """
      OPTIONAL MATCH (a:Absent)
      OPTIONAL MATCH (a)-[r]->(b)
      RETURN a, r, b
      """
    Then the result should be, in any order:
      | a    | r    | b    |
      | null | null | null |

  Scenario: A mandatory match from a null node
    When executing query:
      """
      OPTIONAL MATCH (a:Absent) WITH a MATCH (a)-->(b) RETURN b
      """
    Then the result should be empty

  Scenario: Path of an optional match is null
    When executing query:
      """
      MATCH (a:Thing) OPTIONAL MATCH p = (a)-[*]->() RETURN p, length(p) AS l, nodes(p) AS n
      """
    Then the result should be, in any order:
      | p    | l    | n    |
      | null | null | null |

  Scenario: Cartesian product counts duplicates
    When executing query:
      """
      MATCH (a:Person), (b:Person) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 9 |

  Scenario: MATCH, MERGE and OPTIONAL MATCH of an empty relation
    When executing query:
      """
      MATCH (a:Person) MERGE (b:Person) WITH * OPTIONAL MATCH (a)--(b) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 9        |
    And no side effects

  Scenario: Predicates that join two parts of a pattern
    When executing query:
      """
      MATCH (a:Person), (b:Person) WHERE a.age > b.age RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name | b.name |
      | 'ann'  | 'bob'  |

  Scenario: A pattern predicate between two bound nodes
    When executing query:
      """
      MATCH (a:Person), (b:Person) WHERE (a)-[:KNOWS]->(b) AND NOT (b)-[:OWNS]->() RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name | b.name |
      | 'ann'  | 'bob'  |
      | 'bob'  | 'cat'  |

  Scenario Outline: Predicates over values of different types
    And having executed:
      """
      UNWIND [1, 2.5, 'one', true, [1], date('2020-01-01')] AS v CREATE (:V {v: v})
      """
    When executing query:
      """
      MATCH (n) WHERE <predicate> RETURN count(n) AS c
      """
    Then the result should be, in any order:
      | c   |
      | <c> |

    Examples:
      | predicate                         | c |
      | n.v > 1                           | 1 |
      | n.v >= 1                          | 2 |
      | n.v < 'p'                         | 1 |
      | n.v >= false                      | 1 |
      | n.v >= [0]                        | 1 |
      | n.v <> 1                          | 5 |
      | n.v = n.w                         | 0 |
      | n.v IS NOT NULL AND n.v <> 'one'  | 5 |
      | n:V AND n.v > 'a' OR n:Thing      | 2 |
      | NOT n.v > 1                       | 1 |
      | n.name > 'ann' AND n:Person       | 2 |
      | n.v < date('2021-01-01')          | 1 |
      | NOT (n.v > 1 OR n.name = 'ann')   | 0 |

  Scenario: An undirected path pattern counts each way
    When executing query:
      """
      MATCH p = (a)--(b) RETURN count(p) AS c
      """
    Then the result should be, in any order:
      | c |
      | 9 |

  Scenario: Two undirected steps between the same nodes
    When executing query:
      """
      MATCH (a {name: 'ann'})--(b)--(c) RETURN b.name, c.name
      """
    Then the result should be, in any order:
      | b.name | c.name |
      | 'bob'  | 'bob'  |
      | 'bob'  | 'cat'  |
      | 'cat'  | 'bob'  |

  Scenario: Three incident relationships of one node
    When executing query:
      """
      MATCH (a)-->(b), (b)-->(c), (c)-->(a) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |

  Scenario: Labels on both ends
    When executing query:
      """
      MATCH (:Person:Chair)-->(n:Person) RETURN n.name
      """
    Then the result should be, in any order:
      | n.name |
      | 'ann'  |

  Scenario: Label predicate on a null node
    When executing query:
      """
      OPTIONAL MATCH (n:Absent) RETURN n:Absent AS label, n.name AS name, labels(n) AS ls, keys(n) AS ks, id(n) AS i, properties(n) AS ps
      """
    Then the result should be, in any order:
      | label | name | ls   | ks   | i    | ps   |
      | null  | null | null | null | null | null |
