Feature: Calling procedures

  Background:
    Given an empty graph
    And there exists a procedure test.labels() :: (label :: STRING?):
      | label |
      | 'A'   |
      | 'B'   |
      | 'C'   |
    And there exists a procedure test.city(name :: STRING?, id :: INTEGER?) :: (city :: STRING?, code :: INTEGER?):
      | name     | id | city      | code |
      | 'Andres' | 1  | 'Malmö'   | 46   |
      | 'Tobias' | 2  | 'Berlin'  | 49   |
      | 'Stefan' | 3  | 'London'  | 44   |
    And there exists a procedure test.number(in :: NUMBER?) :: (out :: STRING?):
      | in   | out          |
      | 42   | 'close to 42'|
      | 42.5 | 'half'       |
    And there exists a procedure test.nothing() :: ():
      |

  Scenario: Alone, with implicit YIELD
    When executing query:
      """
      CALL test.labels()
      """
    Then the result should be, in order:
      | label |
      | 'A'   |
      | 'B'   |
      | 'C'   |
    And no side effects

  Scenario: Alone without parentheses takes parameters
    And parameters are:
      | name | 'Stefan' |
      | id   | 3        |
    When executing query:
      """
      CALL test.city
      """
    Then the result should be, in any order:
      | city     | code |
      | 'London' | 44   |

  Scenario: YIELD with a new name, and WHERE
    When executing query:
      """
      CALL test.labels() YIELD label AS l WHERE l <> 'B' RETURN l, count(*) AS c
      """
    Then the result should be, in any order:
      | l   | c |
      | 'A' | 1 |
      | 'C' | 1 |

  Scenario: Arguments from rows
    When executing query:
      """
      UNWIND [['Andres', 1], ['Tobias', 2], ['nobody', 9]] AS x
      CALL test.city(x[0], x[1]) YIELD code, city
      RETURN x[1] AS id, city, code
      """
    Then the result should be, in any order:
      | id | city     | code |
      | 1  | 'Malmö'  | 46   |
      | 2  | 'Berlin' | 49   |

  Scenario: A procedure without output keeps the rows
    When executing query:
      """
      UNWIND [1, 2] AS x CALL test.nothing() RETURN x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
      | 2 |

  Scenario: NUMBER takes integers and floats
    When executing query:
      """
      CALL test.number(42.5) YIELD out AS a CALL test.number(42) YIELD out AS b RETURN a, b
      """
    Then the result should be, in any order:
      | a      | b             |
      | 'half' | 'close to 42' |

  Scenario Outline: Wrong calls
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <error>

    Examples:
      | query                                                        | error                      |
      | CALL test.absent()                                           | ProcedureNotFound          |
      | CALL test.city('Andres')                                     | InvalidNumberOfArguments   |
      | CALL test.city('Andres', 1, 2)                               | InvalidNumberOfArguments   |
      | CALL test.city('Andres', 'x')                                | InvalidArgumentType        |
      | CALL test.number('x')                                        | InvalidArgumentType        |
      | CALL test.number(true) YIELD out RETURN out                  | InvalidArgumentType        |
      | CALL test.city YIELD city RETURN city                        | InvalidArgumentPassingMode |
      | WITH 'A' AS label CALL test.labels() YIELD label RETURN *    | VariableAlreadyBound       |
      | CALL test.city('Andres', 1) YIELD code AS c, city AS c RETURN * | VariableAlreadyBound    |
      | CALL test.labels() YIELD * RETURN label                      | UnexpectedSyntax           |
      | CALL test.number(count(*)) YIELD out RETURN out              | InvalidAggregation         |
      | CALL test.labels() YIELD other RETURN other                  | *                          |

  Scenario: A parameter is missing
    When executing query:
      """
      CALL test.city
      """
    Then a ParameterMissing should be raised at compile time: MissingParameter

  Scenario: Inside a longer query
    And having executed:
      """
      CREATE (:A {n: 'one'}), (:C {n: 'two'})
      """
    When executing query:
      """
      CALL test.labels() YIELD label
      WITH collect(label) AS all
      MATCH (n) WHERE any(l IN labels(n) WHERE l IN all)
      RETURN n.n AS n, size(all) AS s
      """
    Then the result should be, in any order:
      | n     | s |
      | 'one' | 3 |
      | 'two' | 3 |
