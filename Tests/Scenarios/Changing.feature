Feature: Changes in detail: SET, REMOVE, MERGE and DELETE with null, maps, lists and paths

  Scenario Outline: Null removes a property and changes nothing else
    Given an empty graph
    And having executed:
      """
      CREATE (:A {a: 1, b: 2})-[:R {a: 1, b: 2}]->(:B)
      """
    When executing query:
      """
      MATCH (n:A)-[r:R]->() <change> RETURN n, r
      """
    Then the result should be, in any order:
      | n   | r   |
      | <n> | <r> |
    And the side effects should be:
      | -properties | <removed> |

    Examples:
      | change                                | n                   | r                   | removed |
      | SET n.a = null                        | (:A {b: 2})         | [:R {a: 1, b: 2}]   | 1       |
      | SET r.a = null                        | (:A {a: 1, b: 2})   | [:R {b: 2}]         | 1       |
      | SET n.a = null, n.b = null            | (:A)                | [:R {a: 1, b: 2}]   | 2       |
      | SET n.a = n.missing                   | (:A {b: 2})         | [:R {a: 1, b: 2}]   | 1       |
      | SET n += {a: null}                    | (:A {b: 2})         | [:R {a: 1, b: 2}]   | 1       |
      | SET n += {}                           | (:A {a: 1, b: 2})   | [:R {a: 1, b: 2}]   | 0       |
      | SET n = {}                            | (:A)                | [:R {a: 1, b: 2}]   | 2       |
      | SET n = {b: 2}                        | (:A {b: 2})         | [:R {a: 1, b: 2}]   | 1       |
      | SET r = {b: 2, c: null}               | (:A {a: 1, b: 2})   | [:R {b: 2}]         | 1       |
      | SET n.missing = null                  | (:A {a: 1, b: 2})   | [:R {a: 1, b: 2}]   | 0       |
      | REMOVE n.a, n.missing                 | (:A {b: 2})         | [:R {a: 1, b: 2}]   | 1       |
      | REMOVE n.a, n.b, r.b                  | (:A)                | [:R {a: 1}]         | 3       |
      | REMOVE n.a REMOVE n.a                 | (:A {b: 2})         | [:R {a: 1, b: 2}]   | 1       |

  Scenario Outline: Maps set what they name
    Given an empty graph
    And having executed:
      """
      CREATE (:X {name: 'A', name2: 'B'})
      """
    When executing query:
      """
      MATCH (n:X) SET n += <map> RETURN n
      """
    Then the result should be, in any order:
      | n   |
      | <n> |
    And the side effects should be:
      | +properties | <added>   |
      | -properties | <removed> |

    Examples:
      | map                        | n                                            | added | removed |
      | {name: 'C'}                | (:X {name: 'C', name2: 'B'})                 | 1     | 1       |
      | {name3: 'C'}               | (:X {name: 'A', name2: 'B', name3: 'C'})     | 1     | 0       |
      | {name2: null, name3: 'C'}  | (:X {name: 'A', name3: 'C'})                 | 1     | 1       |
      | {name: 'A'}                | (:X {name: 'A', name2: 'B'})                 | 0     | 0       |
      | properties(n)              | (:X {name: 'A', name2: 'B'})                 | 0     | 0       |

  Scenario Outline: What cannot be set
    Given an empty graph
    And having executed:
      """
      CREATE (:X {n: 1})
      """
    And parameters are:
      | text | 'x' |
    When executing query:
      """
      <query>
      """
    Then a <kind> should be raised at <phase>: <error>

    Examples:
      | query                                      | kind        | phase        | error               |
      | MATCH (n) SET n += 1                       | SyntaxError | compile time | InvalidArgumentType |
      | MATCH (n) SET n = [1]                      | SyntaxError | compile time | InvalidArgumentType |
      | MATCH (n) SET n = $text                    | TypeError   | runtime      | InvalidArgumentType |
      | MATCH (n) SET n += {a: {b: 1}}             | TypeError   | runtime      | InvalidPropertyType |
      | MATCH (n) SET n.a = [{b: 1}]               | TypeError   | runtime      | InvalidPropertyType |
      | CREATE ({a: [{b: 1}]})                     | TypeError   | any time     | InvalidPropertyType |
      | WITH 1 AS n SET n.a = 1                    | SyntaxError | compile time | InvalidArgumentType |

  Scenario: A label that is there already is no side effect
    Given an empty graph
    And having executed:
      """
      CREATE (:A), (:B)
      """
    When executing query:
      """
      MATCH (n) SET n:A RETURN count(n:A) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario Outline: Removing labels
    Given an empty graph
    And having executed:
      """
      CREATE (:L1:L2:L3 {num: 42})
      """
    When executing query:
      """
      MATCH (n) REMOVE n<labels> RETURN labels(n) AS l
      """
    Then the result should be (ignoring element order for lists):
      | l   |
      | <l> |
    And the side effects should be:
      | -labels | <removed> |

    Examples:
      | labels     | l                  | removed |
      | :L1        | ['L2', 'L3']       | 1       |
      | :L1:L3     | ['L2']             | 2       |
      | :Nothing   | ['L1', 'L2', 'L3'] | 0       |
      | :L1:L1     | ['L2', 'L3']       | 1       |
      | :L3:L2:L1  | []                 | 3       |

  Scenario: A path of several steps is created as written
    Given an empty graph
    When executing query:
      """
      CREATE (a:A)-[:R1]->(b:B)<-[:R2]-(c:C)-[:R3]->(a), (d:D)<-[:R4]-(a)
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes         | 4 |
      | +relationships | 4 |
      | +labels        | 4 |

  Scenario: A bound node in the middle of a path to create
    Given an empty graph
    And having executed:
      """
      CREATE (:End), (:Begin), (:Mid)
      """
    When executing query:
      """
      MATCH (e:End), (b:Begin), (m:Mid)
      CREATE (b)-[:T]->(m)-[:T]->(e), (m)-[:S]->(:New)
      WITH m MATCH (x)-[r]-(m) RETURN count(r) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And the side effects should be:
      | +nodes         | 1 |
      | +relationships | 3 |
      | +labels        | 1 |

  Scenario Outline: MERGE of a relationship looks at type, direction and properties
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {id: 1}), (b:B {id: 2}), (a)-[:T {name: 'r1'}]->(b)
      """
    When executing query:
      """
      MATCH (a:A), (b:B) MERGE <pattern> RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c   |
      | <c> |
    And the side effects should be:
      | +relationships | <made>  |
      | +properties    | <added> |

    Examples:
      | pattern                              | c | made | added |
      | (a)-[r:T]->(b)                       | 1 | 0    | 0     |
      | (a)-[r:T {name: 'r1'}]->(b)          | 1 | 0    | 0     |
      | (a)-[r:T {name: 'r2'}]->(b)          | 1 | 1    | 1     |
      | (b)-[r:T]->(a)                       | 1 | 1    | 0     |
      | (a)<-[r:T]-(b)                       | 1 | 1    | 0     |
      | (a)-[r:T]-(b)                        | 1 | 0    | 0     |
      | (b)-[r:T]-(a)                        | 1 | 0    | 0     |
      | (a)-[r:U]->(b)                       | 1 | 1    | 0     |
      | (a)-[r:T {name: a.id}]->(b)          | 1 | 1    | 1     |
      | (a)-[r:T]->(a)                       | 1 | 1    | 0     |

  Scenario Outline: MERGE with both actions
    Given an empty graph
    And having executed:
      """
      CREATE (:A {id: 1}), (:B {id: 2})<-[:OLD]-(:A {id: 3})
      """
    When executing query:
      """
      MATCH (a:A), (b:B) MERGE (a)-[r:OLD]->(b) <actions> RETURN a.id AS a, r.made AS made, r.met AS met
      """
    Then the result should be, in any order:
      | a | made    | met   |
      | 1 | <made>  | null  |
      | 3 | null    | <met> |
    And the side effects should be:
      | +relationships | 1       |
      | +properties    | <added> |

    Examples:
      | actions                                                                      | made | met  | added |
      | ON CREATE SET r.made = 1                                                     | 1    | null | 1     |
      | ON MATCH SET r.met = 1                                                       | null | 1    | 1     |
      | ON CREATE SET r.made = a.id ON MATCH SET r.met = b.id                        | 1    | 2    | 2     |
      | ON MATCH SET r += {met: 5} ON CREATE SET r = {made: 6}                       | 6    | 5    | 2     |
      | ON CREATE SET r.made = 1 ON CREATE SET r.made = 2                            | 2    | null | 1     |

  Scenario: MERGE after DELETE makes it anew
    Given an empty graph
    And having executed:
      """
      CREATE (:A {num: 1}), (:A {num: 2})
      """
    When executing query:
      """
      MATCH (a:A) DELETE a MERGE (a2:A) RETURN a2.num AS n
      """
    Then the result should be, in any order:
      | n    |
      | null |
      | null |
    And the side effects should be:
      | +nodes      | 1 |
      | -nodes      | 2 |
      | -properties | 2 |

  Scenario: MERGE of a bound path variable
    Given an empty graph
    When executing query:
      """
      MERGE p = (a {num: 1})-[:R]->(b) RETURN nodes(p)[0].num AS n, length(p) AS l
      """
    Then the result should be, in any order:
      | n | l |
      | 1 | 1 |
    And the side effects should be:
      | +nodes         | 2 |
      | +relationships | 1 |
      | +properties    | 1 |

  Scenario Outline: What can be deleted
    Given an empty graph
    And having executed:
      """
      CREATE (u:User)-[:FRIEND {n: 1}]->(v:User), (u)-[:FRIEND {n: 2}]->(w:User)
      """
    When executing query:
      """
      <query>
      """
    Then the result should be empty
    And the side effects should be:
      | -nodes         | <nodes>         |
      | -relationships | <relationships> |
      | -labels        | <labels>        |
      | -properties    | <properties>    |

    Examples:
      | query                                                                                        | nodes | relationships | labels | properties |
      | MATCH (u:User)-[r]->() WITH collect(r) AS rs DELETE rs[0], rs[1]                             | 0     | 2             | 0      | 2          |
      | MATCH (u)-[:FRIEND]->(v) WITH {key: collect(v)} AS m DETACH DELETE m.key[0], m.key[1]        | 2     | 2             | 0      | 2          |
      | MATCH (u:User) WITH {key: u} AS nodes DETACH DELETE nodes.key                                | 3     | 2             | 1      | 2          |
      | MATCH p = ()-[:FRIEND {n: 1}]->() WITH [p] AS ps DETACH DELETE ps[0]                         | 2     | 2             | 0      | 2          |
      | MATCH ()-[r:FRIEND {n: 1}]-() DELETE r                                                       | 0     | 1             | 0      | 1          |
      | MATCH (u)-[r]->(v) DELETE r, u, v                                                            | 3     | 2             | 1      | 2          |
      | OPTIONAL MATCH (x:Nobody) DELETE x                                                           | 0     | 0             | 0      | 0          |
      | MATCH (u) DETACH DELETE u, u                                                                 | 3     | 2             | 1      | 2          |
      | OPTIONAL MATCH p = (:Nobody)-->() DETACH DELETE p                                            | 0     | 0             | 0      | 0          |

  Scenario Outline: What cannot
    Given an empty graph
    And having executed:
      """
      CREATE (:User {n: 1})
      """
    And parameters are:
      | one | 1 |
    When executing query:
      """
      MATCH (n) <delete>
      """
    Then a <kind> should be raised at <phase>: <error>

    Examples:
      | delete                           | kind        | phase        | error               |
      | DELETE n:User                    | SyntaxError | compile time | InvalidDelete       |
      | DELETE 1 + 1                     | SyntaxError | compile time | InvalidArgumentType |
      | DELETE n.n                       | TypeError   | any time     | *                   |
      | DELETE x                         | SyntaxError | compile time | UndefinedVariable   |
      | DETACH DELETE 'text'             | SyntaxError | compile time | InvalidArgumentType |
      | DELETE $one                      | TypeError   | any time     | *                   |

  Scenario: Created, changed and deleted in one statement counts nowhere
    Given an empty graph
    When executing query:
      """
      CREATE (n:Gone {a: 1})-[r:R {b: 2}]->(m) SET n.a = 3 DELETE n, r, m
      """
    Then the result should be empty
    And no side effects

  Scenario: Temporal values and lists of them are stored
    Given an empty graph
    When executing query:
      """
      CREATE (n {d: date('1984-10-12'), t: time('12:31:14.5+01:00'), l: localtime('12:31'),
        dt: datetime('1984-10-11T12:31:14+01:00'), ld: localdatetime('1984-10-11T12:31:14'),
        du: duration('P12Y5M14DT16H12M70S'), ds: [date('1984-10-12'), date('1985-05-06')]})
      RETURN n.d.year AS y, n.t.millisecond AS ms, n.l AS l, n.dt.offset AS o, n.ld.day AS d, n.du AS du,
        [x IN n.ds | x.month] AS months
      """
    Then the result should be, in any order:
      | y    | ms  | l       | o        | d  | du                      | months  |
      | 1984 | 500 | '12:31' | '+01:00' | 11 | 'P12Y5M14DT16H13M10S'   | [10, 5] |
    And the side effects should be:
      | +nodes      | 1 |
      | +properties | 7 |
