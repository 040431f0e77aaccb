Feature: Values in detail: lists, maps, quantifiers, texts, numbers and moments

  Scenario Outline: Elements by parameters, known only at run time
    Given any graph
    And parameters are:
      | value | <value> |
      | index | <index> |
    When executing query:
      """
      WITH $value AS value, $index AS index RETURN value[index] AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | value          | index  | r     |
      | {name: 'Apa'}  | 'name' | 'Apa' |
      | {name: 'Apa'}  | 'Name' | null  |
      | {name: 'Apa'}  | null   | null  |
      | ['Apa', 'b']   | 0      | 'Apa' |
      | ['Apa', 'b']   | -1     | 'b'   |
      | ['Apa', 'b']   | -3     | null  |
      | ['Apa', 'b']   | null   | null  |
      | null           | 'name' | null  |
      | null           | 0      | null  |

  Scenario Outline: Wrong elements by parameters
    Given any graph
    And parameters are:
      | value | <value> |
      | index | <index> |
    When executing query:
      """
      WITH $value AS value, $index AS index RETURN value[index] AS r
      """
    Then a TypeError should be raised at runtime: <error>

    Examples:
      | value          | index  | error                         |
      | {name: 'Apa'}  | 0      | MapElementAccessByNonString   |
      | {name: 'Apa'}  | 12.3   | MapElementAccessByNonString   |
      | ['Apa']        | 'name' | ListElementAccessByNonInteger |
      | ['Apa']        | 1.5    | ListElementAccessByNonInteger |
      | 100            | 0      | *                             |
      | true           | 'name' | *                             |

  Scenario Outline: Quantifiers agree with one another
    Given any graph
    When executing query:
      """
      UNWIND [[], [1], [2], [1, 2], [2, 2], [1, 1, 3]] AS list
      WITH list, <left> AS a, <right> AS b
      RETURN count(*) AS c, all(x IN collect(a = b) WHERE x) AS same
      """
    Then the result should be, in any order:
      | c | same |
      | 6 | true |

    Examples:
      | left                                | right                                            |
      | none(x IN list WHERE x = 2)         | NOT any(x IN list WHERE x = 2)                   |
      | none(x IN list WHERE x = 2)         | all(x IN list WHERE NOT x = 2)                   |
      | none(x IN list WHERE x = 2)         | size([x IN list WHERE x = 2]) = 0                |
      | any(x IN list WHERE x = 2)          | size([x IN list WHERE x = 2]) > 0                |
      | all(x IN list WHERE x = 2)          | size([x IN list WHERE x = 2]) = size(list)       |
      | single(x IN list WHERE x = 2)       | size([x IN list WHERE x = 2]) = 1                |
      | any(x IN list WHERE x < 3)          | NOT all(x IN list WHERE NOT x < 3)               |
      | none(x IN list WHERE true)          | size(list) = 0                                   |

  Scenario Outline: Quantifiers over nested lists, maps and null
    Given any graph
    When executing query:
      """
      RETURN <expression> AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | expression                                                          | r     |
      | none(x IN [['a'], ['b', 'c']] WHERE size(x) = 3)                    | true  |
      | single(x IN [{a: 2}, {a: 4}] WHERE x.a = 2)                         | true  |
      | all(x IN [{a: 2, b: 5}, {a: 4}] WHERE x.a > 1)                      | true  |
      | any(x IN [['a', 'c'], ['b']] WHERE none(y IN x WHERE y = 'c'))      | true  |
      | all(x IN [[1], [2]] WHERE any(y IN [x] WHERE y = x))                | true  |
      | single(x IN [null, null] WHERE x IS NULL)                           | false |
      | none(x IN [null, 1] WHERE x IS NULL)                                | false |
      | all(x IN [null, 2] WHERE x > 1)                                     | null  |
      | all(x IN [null, 0] WHERE x > 1)                                     | false |
      | single(x IN [2, null, 2] WHERE x = 2)                               | false |
      | any(x IN ['abc', 'ef'] WHERE size(x) = 3)                           | true  |

  Scenario Outline: Lists
    Given any graph
    When executing query:
      """
      RETURN <expression> AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | expression                                     | r                    |
      | [1, 2, 3] IN [[1, 2], [1, 2, 3]]               | true                 |
      | [1, 2] IN [1, [1, 2, null]]                    | false                |
      | [1, 2] IN [[null, 2]]                          | null                 |
      | [[1, 2], 3] IN [1, [[1, 2], 3]]                | true                 |
      | [[null], 1] IN [[[2], 1]]                      | null                 |
      | [] IN [1, [[]]]                                | false                |
      | 3 IN [1, 2, 3][0..1]                           | false                |
      | [1, 2] = [2, 1]                                | false                |
      | [1, 10, 100] + [4, 5]                          | [1, 10, 100, 4, 5]   |
      | [false] + {a: 1}                               | [false, {a: 1}]      |
      | [1, 2] + [[3]] + 4                             | [1, 2, [3], 4]       |
      | size([[], [], []] + [[]])                      | 4                    |
      | [x IN range(1, 3) \| [x, x * x]][-1][1]        | 9                    |
      | reverse(['4923', 'abc', 521, null, 487])       | [487, null, 521, 'abc', '4923'] |
      | range(-1000, 0, -1)                            | []                   |
      | range(0, 10, 20)                               | [0]                  |
      | range(2, -2, -2)                               | [2, 0, -2]           |
      | [n IN [1, 2, null] WHERE n IS NOT NULL]        | [1, 2]               |
      | ['a', 'b'][toInteger(1.9)]                     | 'b'                  |
      | {a: [1, {b: 2}]}.a[1].b                        | 2                    |
      | [{k: 1}][0].k + {k: 2}['k']                    | 3                    |
      | size({a: 1}.b)                                 | null                 |

  Scenario Outline: Texts
    Given any graph
    When executing query:
      """
      RETURN <expression> AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | expression                                      | r         |
      | 'ABCDEF' STARTS WITH 'ABCDEF'                   | true      |
      | 'ABCDEF' ENDS WITH ''                           | true      |
      | 'AB\nC' ENDS WITH '\nC'                         | true      |
      | ' x ' STARTS WITH ' '                           | true      |
      | NOT 'abc' STARTS WITH 'b' AND 'abc' ENDS WITH 'c' | true    |
      | null ENDS WITH null                             | null      |
      | 'abc' ENDS WITH ['c']                           | null      |
      | {a: 1} CONTAINS 'a'                             | null      |
      | 'abc' CONTAINS ''                               | true      |
      | substring('hello', 5)                           | ''        |
      | substring('hello', 1, 0)                        | ''        |
      | left('hello', 10)                               | 'hello'   |
      | right('hello', 0)                               | ''        |
      | split('one1two1', '1')                          | ['one', 'two', ''] |
      | replace('ababab', 'aba', 'x')                   | 'xbab'    |
      | toLower('ABCÄÖ')                                | 'abcäö'   |
      | size('𝒳é')                                      | 2         |
      | reverse('𝒳é!')                                  | '!é𝒳'     |
      | trim('\t a\n')                                  | 'a'       |
      | 'a' < 'ab' AND 'B' < 'a'                        | true      |
      | toString(1.0E10) + toString(-5)                 | '10000000000.0-5' |

  Scenario Outline: Numbers
    Given any graph
    When executing query:
      """
      RETURN <expression> AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | expression                                | r       |
      | 3 - 5 * 2                                 | -7      |
      | -(3 + 2)                                  | -5      |
      | 10 - 3 - 2                                | 5       |
      | 100 / 10 / 2                              | 5       |
      | 2 ^ -1                                    | 0.5     |
      | 1.0 * 3                                   | 3.0     |
      | 5 / -2                                    | -2      |
      | 7.5 % 2                                   | 1.5     |
      | ceil(-0.5) = 0                            | true    |
      | round(0.5)                                | 1.0     |
      | sign(-0.1)                                | -1      |
      | sqrt(-1) = sqrt(-1)                       | false   |
      | abs(-9223372036854775807)                 | 9223372036854775807 |
      | 0.1 + 0.2 > 0.3                           | true    |
      | 1 + 2 = 3.0                               | true    |
      | toInteger('0x1F')                         | null    |
      | toInteger(' 12 ')                         | 12      |
      | toFloat('1e3')                            | 1000.0  |
      | toBoolean(' true ')                       | true    |

  Scenario Outline: Moments and durations
    Given any graph
    When executing query:
      """
      RETURN <expression> AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | expression                                                                              | r |
      | duration.between(date('-999999999-01-01'), date('+999999999-12-31'))                    | 'P1999999998Y11M30D' |
      | duration.inSeconds(localdatetime('-999999999-01-01'), localdatetime('+999999999-12-31T23:59:59')) | 'PT17531639991215H59M59S' |
      | duration.between(time('14:30'), time('16:30+0100'))                                     | 'PT1H' |
      | duration.between(localtime('14:30'), date('2015-06-24'))                                | 'PT-14H-30M' |
      | duration.inMonths(datetime('2014-07-21T21:40:36.143+0200'), date('2015-06-24'))         | 'P11M' |
      | duration.inDays(localtime('14:30'), time('16:30+0100'))                                 | 'PT0S' |
      | duration.between(localdatetime('2015-07-21T21:40:32.142'), localdatetime('2015-07-21T21:40:32.143')) | 'PT0.001S' |
      | duration.between(localdatetime('2018-01-02T10:00'), localdatetime('2018-01-01T12:00'))  | 'PT-22H' |
      | duration('PT-0.5S')                                                                     | 'PT-0.5S' |
      | duration('P1Y') > duration('P1M')                                                       | null |
      | duration({hours: 24}) = duration({days: 1})                                             | false |
      | duration({minutes: 90}) = duration('PT1H30M')                                           | true |
      | date('2020-01-01') <= null                                                              | null |
      | localtime('10:00') = time('10:00')                                                      | false |
      | datetime('2020-01-01T01:00+01:00') = datetime('2020-01-01T00:00Z')                      | true |
      | time('10:00+01:00') <= time('09:00Z')                                                   | true |
      | size([x IN [datetime('2020-01-01T01:00+01:00')] WHERE x = datetime('2020-01-01T00:00Z')]) | 1 |

  Scenario Outline: CASE
    Given any graph
    When executing query:
      """
      UNWIND [-1, 0, 1, null, 'x', true] AS v RETURN collect(<case>) AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples:
      | case                                                           | r                                |
      | CASE v WHEN 0 THEN 'zero' WHEN 1.0 THEN 'one' ELSE 'other' END | ['other', 'zero', 'one', 'other', 'other', 'other'] |
      | CASE WHEN v < 0 THEN -1 WHEN v > 0 THEN 1 ELSE 0 END           | [-1, 0, 1, 0, 0, 0]              |
      | CASE WHEN v IS NULL THEN 'null' END                            | ['null']                         |
      | CASE v WHEN null THEN 1 WHEN true THEN 2 ELSE 3 END            | [3, 3, 3, 3, 3, 2]               |
      | CASE WHEN v = 'x' THEN [v] ELSE [] END                         | [[], [], [], [], ['x'], []]      |
