Feature: CREATE, MERGE, SET, REMOVE, DELETE

  Scenario: Several relationships in one CREATE
    Given an empty graph
    When executing query:
      """
      CREATE (a:A {k: 1})-[:R {w: 2}]->(b:B)<-[:S]-(c), (c)-[:T]->(c)
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes         | 3 |
      | +relationships | 3 |
      | +labels        | 2 |
      | +properties    | 2 |

  Scenario: A created relationship can be returned with its ends
    Given an empty graph
    When executing query:
      """
      CREATE p = (:A)<-[r:R {x: null, y: 1}]-(:B) RETURN p, startNode(r) AS s, r
      """
    Then the result should be, in any order:
      | p                        | s    | r           |
      | <(:A)<-[:R {y: 1}]-(:B)> | (:B) | [:R {y: 1}] |
    And the side effects should be:
      | +nodes         | 2 |
      | +relationships | 1 |
      | +labels        | 2 |
      | +properties    | 1 |

  Scenario: CREATE between rows that were matched
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:A {n: 2}), (:B)
      """
    When executing query:
      """
      MATCH (a:A), (b:B) CREATE (a)-[r:R {n: a.n}]->(b) RETURN r.n AS n ORDER BY n
      """
    Then the result should be, in order:
      | n |
      | 1 |
      | 2 |
    And the side effects should be:
      | +relationships | 2 |
      | +properties    | 2 |

  Scenario Outline: Wrong CREATE
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <error>

    Examples:
      | query                                        | error                        |
      | CREATE ()-->()                               | NoSingleRelationshipType     |
      | CREATE ()-[:A\|B]->()                        | NoSingleRelationshipType     |
      | CREATE (a)-[:R]-(b)                          | RequiresDirectedRelationship |
      | CREATE (a)<-[:R]->(b)                        | RequiresDirectedRelationship |
      | CREATE ()-[:R*2]->()                         | CreatingVarLength            |
      | MATCH ()-[r]->() CREATE ()-[r]->()           | VariableAlreadyBound         |
      | MATCH (a) CREATE (a)                         | VariableAlreadyBound         |
      | MATCH (a) CREATE (a:L)                       | VariableAlreadyBound         |
      | MATCH (a) CREATE (a {x: 1})-[:R]->()         | VariableAlreadyBound         |
      | CREATE (a:L)-[:R]->(), (a:M)                 | VariableAlreadyBound         |
      | CREATE (b {x: missing})                      | UndefinedVariable            |
      | CREATE (a)-[r:R]->(b), ()-[r:R]->()          | VariableAlreadyBound         |
      | MERGE (a)-->(b)                              | NoSingleRelationshipType     |
      | MERGE (a)-[:R\|S]->(b)                       | NoSingleRelationshipType     |
      | MERGE (a)-[:R*2]->(b)                        | CreatingVarLength            |
      | MATCH (a) MERGE (a)                          | VariableAlreadyBound         |
      | CREATE (a:Foo) MERGE (a)-[r:R]->(a:Bar)      | VariableAlreadyBound         |
      | MATCH (a)-[r]->(b) MERGE (a)-[r]->(b)        | VariableAlreadyBound         |
      | MERGE (n) ON CREATE SET x.y = 1              | UndefinedVariable            |
      | MERGE (n) ON MATCH SET x.y = 1               | UndefinedVariable            |
      | MATCH (a) DELETE x                           | UndefinedVariable            |
      | MATCH () DELETE 1 + 1                        | InvalidArgumentType          |
      | MATCH (n) DELETE n:Person                    | InvalidDelete                |
      | MATCH (a) SET a.x = missing                  | UndefinedVariable            |
      | MATCH (a) SET missing.x = 1                  | UndefinedVariable            |
      | MATCH (a) RETURN a CREATE ()                 | InvalidClauseComposition     |

  Scenario Outline: A parameter as a property map of MERGE
    Given any graph
    And parameters are:
      | p | {k: 1} |
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidParameterUse

    Examples:
      | query                         |
      | MERGE (n $p)                  |
      | MERGE (a)-[r:R $p]->(b)       |

  Scenario Outline: MERGE with a null property
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SemanticError should be raised at runtime: MergeReadOwnWrites

    Examples:
      | query                                          |
      | MERGE ({k: null})                              |
      | CREATE (a), (b) MERGE (a)-[:R {k: null}]->(b)  |

  Scenario: CREATE with a parameter map
    Given an empty graph
    And parameters are:
      | p | {k: 1, l: 'x'} |
    When executing query:
      """
      CREATE (n:N $p) RETURN n
      """
    Then the result should be, in any order:
      | n                    |
      | (:N {k: 1, l: 'x'}) |
    And the side effects should be:
      | +nodes      | 1 |
      | +labels     | 1 |
      | +properties | 2 |

  Scenario: MERGE creates once and finds afterwards, with actions
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2, 1, 1] AS k
      MERGE (n:N {k: k}) ON CREATE SET n.made = true, n.c = 1 ON MATCH SET n.c = n.c + 1, n:Seen
      RETURN k, n.c AS c, n:Seen AS seen
      """
    Then the result should be, in any order:
      | k | c | seen  |
      | 1 | 3 | true  |
      | 2 | 1 | false |
      | 1 | 3 | true  |
      | 1 | 3 | true  |
    And the side effects should be:
      | +nodes      | 2 |
      | +labels     | 2 |
      | +properties | 6 |

  Scenario: MERGE of a relationship between matched nodes
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 1}), (b:B {n: 2}), (a)-[:R {k: 'x'}]->(b), (a)-[:R {k: 'y'}]->(b)
      """
    When executing query:
      """
      MATCH (a:A), (b:B) MERGE (a)-[r:R {k: 'x'}]->(b) MERGE (a)-[s:R]->(b) MERGE (b)-[t:R]->(a)
      RETURN count(*) AS c, count(DISTINCT s) AS s
      """
    Then the result should be, in any order:
      | c | s |
      | 2 | 2 |
    And the side effects should be:
      | +relationships | 1 |

  Scenario: An undirected MERGE finds either direction and makes the one to the right
    Given an empty graph
    And having executed:
      """
      CREATE (a:A), (b:B), (b)-[:R]->(a)
      """
    When executing query:
      """
      MATCH (a:A), (b:B) MERGE (a)-[r:R]-(b) MERGE (a)-[s:S]-(b)
      RETURN startNode(r) AS r, startNode(s) AS s
      """
    Then the result should be, in any order:
      | r    | s    |
      | (:B) | (:A) |
    And the side effects should be:
      | +relationships | 1 |

  Scenario: MERGE of a whole path makes all of it unless all of it is there
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)
      """
    When executing query:
      """
      MERGE p = (:A)-[:R]->(:B)-[:S]->(:C) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 2 |
    And the side effects should be:
      | +nodes         | 3 |
      | +relationships | 2 |
      | +labels        | 1 |

  Scenario: ON CREATE copies the properties of a node to a relationship
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 'a', m: 1}), (:B)
      """
    When executing query:
      """
      MATCH (a:A), (b:B) MERGE (a)-[r:R]->(b) ON CREATE SET r = a, r.extra = 2 ON MATCH SET r.bad = 1 RETURN r
      """
    Then the result should be, in any order:
      | r                            |
      | [:R {n: 'a', m: 1, extra: 2}] |
    And the side effects should be:
      | +relationships | 1 |
      | +properties    | 3 |

  Scenario: MERGE does not find what the statement deleted
    Given an empty graph
    And having executed:
      """
      CREATE (a:A)-[:R {n: 1}]->(b:B)
      """
    When executing query:
      """
      MATCH (a:A)-[r:R]->(b:B) DELETE r MERGE (a)-[s:R]->(b) RETURN s.n AS n
      """
    Then the result should be, in any order:
      | n    |
      | null |
    And the side effects should be:
      | +relationships | 1 |
      | -relationships | 1 |
      | -properties    | 1 |

  Scenario: Replace, add and remove by maps
    Given an empty graph
    And having executed:
      """
      CREATE (:X {a: 1, b: 2, c: 3})
      """
    When executing query:
      """
      MATCH (n:X) SET n += {a: 10, b: null, d: 4} RETURN n
      """
    Then the result should be, in any order:
      | n                          |
      | (:X {a: 10, c: 3, d: 4}) |
    And the side effects should be:
      | +properties | 2 |
      | -properties | 2 |

  Scenario: Replace all properties
    Given an empty graph
    And having executed:
      """
      CREATE (:X {a: 1, b: 2})-[:R {z: 1}]->()
      """
    When executing query:
      """
      MATCH (n:X)-[r]->(m) SET n = {b: 2, c: null}, m = r, r = {} RETURN n, r, m
      """
    Then the result should be, in any order:
      | n             | r    | m        |
      | (:X {b: 2}) | [:R] | ({z: 1}) |
    And the side effects should be:
      | +properties | 1 |
      | -properties | 2 |

  Scenario: Setting a property of null does nothing
    Given an empty graph
    When executing query:
      """
      OPTIONAL MATCH (a:Absent) SET a.x = 1, a += {y: 2}, a:L REMOVE a.z, a:M DELETE a RETURN a
      """
    Then the result should be, in any order:
      | a    |
      | null |
    And no side effects

  Scenario: Swap two properties
    Given an empty graph
    And having executed:
      """
      CREATE (:X {a: 1, b: 2})
      """
    When executing query:
      """
      MATCH (n) WITH n, n.a AS a, n.b AS b SET n.a = b, n.b = a RETURN n.a, n.b
      """
    Then the result should be, in any order:
      | n.a | n.b |
      | 2   | 1   |
    And the side effects should be:
      | +properties | 2 |
      | -properties | 2 |

  Scenario: Items of one SET see the graph as it was before the clause
    Given an empty graph
    And having executed:
      """
      CREATE (:X {a: 1, b: 2})
      """
    When executing query:
      """
      MATCH (n) SET n.a = n.b, n.b = n.a RETURN n.a AS a, n.b AS b
      """
    Then the result should be, in any order:
      | a | b |
      | 2 | 1 |
    And the side effects should be:
      | +properties | 2 |
      | -properties | 2 |

  Scenario Outline: A property that cannot be stored
    Given an empty graph
    And having executed:
      """
      CREATE (:X)
      """
    When executing query:
      """
      MATCH (n:X) <set>
      """
    Then a TypeError should be raised at runtime: InvalidPropertyType

    Examples:
      | set                      |
      | SET n.x = [{a: 1}]       |
      | SET n.x = {a: 1}         |
      | SET n.x = n              |
      | CREATE ({x: [[1], n]})   |

  Scenario: Lists grow by SET
    Given an empty graph
    And having executed:
      """
      CREATE (:X {l: [1, 2]})
      """
    When executing query:
      """
      MATCH (n:X) SET n.l = n.l + [3, 4] RETURN n.l[1..3] AS part, size(n.l) AS s
      """
    Then the result should be, in any order:
      | part   | s |
      | [2, 3] | 4 |
    And the side effects should be:
      | +properties | 1 |
      | -properties | 1 |

  Scenario: Labels are added and removed
    Given an empty graph
    And having executed:
      """
      CREATE (:A:B {n: 1}), (:B {n: 2})
      """
    When executing query:
      """
      MATCH (n:B) SET n:C:D REMOVE n:B, n:A:Nothing RETURN n.n AS n, labels(n) AS l ORDER BY n
      """
    Then the result should be (ignoring element order for lists):
      | n | l          |
      | 1 | ['C', 'D'] |
      | 2 | ['C', 'D'] |
    And the side effects should be:
      | +labels | 2 |
      | -labels | 2 |

  Scenario: Remove properties of nodes and relationships
    Given an empty graph
    And having executed:
      """
      CREATE (:A {x: 1, y: 2})-[:R {z: 3}]->()
      """
    When executing query:
      """
      MATCH (a:A)-[r]->() REMOVE a.x, r.z, a.missing RETURN exists(a.x) AS e, a.y AS y, r
      """
    Then the result should be, in any order:
      | e     | y | r    |
      | false | 2 | [:R] |
    And the side effects should be:
      | -properties | 2 |

  Scenario: A node with relationships cannot go alone
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)
      """
    When executing query:
      """
      MATCH (a:A) DELETE a
      """
    Then a ConstraintVerificationFailed should be raised at runtime: DeleteConnectedNode

  Scenario: Node and relationship together, in either order
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)
      """
    When executing query:
      """
      MATCH (a:A)-[r]->(b) DELETE a, b, r
      """
    Then the result should be empty
    And the side effects should be:
      | -nodes         | 2 |
      | -relationships | 1 |
      | -labels        | 2 |

  Scenario: Delete what lists, maps and paths hold
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)-[:S]->(:C), (:D {n: 1}), (:D {n: 2}), (:E)
      """
    And parameters are:
      | i | 1 |
    When executing query:
      """
      MATCH p = (:A)-->()-->() MATCH (d:D) MATCH (e:E)
      WITH p, d, e ORDER BY d.n
      WITH p, collect(d) AS ds, {key: [{inner: e}]} AS m
      DETACH DELETE p, ds[$i], m.key[0].inner
      """
    Then the result should be empty
    And the side effects should be:
      | -nodes         | 5 |
      | -relationships | 2 |
      | -labels        | 4 |
      | -properties    | 1 |

  Scenario: Deleting the same relationship from both ends
    Given an empty graph
    And having executed:
      """
      CREATE (a)-[:R]->(b), (b)-[:R]->(a)
      """
    When executing query:
      """
      MATCH p = ()-[r]-() DELETE r RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 4 |
    And the side effects should be:
      | -relationships | 2 |

  Scenario Outline: What can be asked of something deleted
    Given an empty graph
    And having executed:
      """
      CREATE (:A {x: 1})-[:R {y: 2}]->(:B)
      """
    When executing query:
      """
      MATCH (a:A)-[r]->(b) <rest>
      """
    Then a EntityNotFound should be raised at runtime: DeletedEntityAccess

    Examples:
      | rest                         |
      | DETACH DELETE a RETURN a.x   |
      | DETACH DELETE a RETURN labels(a) |
      | DELETE r RETURN r.y          |

  Scenario: The type of a deleted relationship is known
    Given an empty graph
    And having executed:
      """
      CREATE ()-[:R]->()
      """
    When executing query:
      """
      MATCH ()-[r]->() DELETE r RETURN type(r) AS t
      """
    Then the result should be, in any order:
      | t   |
      | 'R' |
    And the side effects should be:
      | -relationships | 1 |

  Scenario: The clause itself does not see what it makes
    Given an empty graph
    And having executed:
      """
      CREATE (:A), (:A)
      """
    When executing query:
      """
      MATCH (n:A) CREATE (m:A) WITH n MATCH (x:A) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 8 |
    And the side effects should be:
      | +nodes | 2 |

  Scenario: A label that SET gives is seen by the next MATCH only
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:A {n: 2})
      """
    When executing query:
      """
      MATCH (n:A) SET n:B WITH n MATCH (m:B) RETURN n.n AS n, m.n AS m
      """
    Then the result should be, in any order:
      | n | m |
      | 1 | 1 |
      | 1 | 2 |
      | 2 | 1 |
      | 2 | 2 |
    And the side effects should be:
      | +labels | 1 |

  Scenario: A failing statement changes nothing
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2, 0] AS x CREATE (:N {v: 10 / x})
      """
    Then a ArithmeticError should be raised at runtime: *

  Scenario: Create in many rows and merge the links
    Given an empty graph
    When executing query:
      """
      UNWIND range(1, 3) AS i
      CREATE (:P {id: i})
      WITH count(*) AS ignored
      UNWIND [[1, 2], [2, 3], [1, 2]] AS pair
      MATCH (a:P {id: pair[0]}), (b:P {id: pair[1]})
      MERGE (a)-[r:NEXT]->(b)
      ON CREATE SET r.n = 1 ON MATCH SET r.n = r.n + 1
      RETURN a.id AS a, b.id AS b, r.n AS n
      """
    Then the result should be, in any order:
      | a | b | n |
      | 1 | 2 | 2 |
      | 2 | 3 | 1 |
      | 1 | 2 | 2 |
    And the side effects should be:
      | +nodes         | 3 |
      | +relationships | 2 |
      | +labels        | 1 |
      | +properties    | 5 |
