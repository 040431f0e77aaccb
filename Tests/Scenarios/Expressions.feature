Feature: Expressions

  Scenario Outline: Values
    Given any graph
    And parameters are:
      | p | {name: 'x', list: [1, 2, 3], none: null} |
      | k | 'name' |
      | i | 1 |
    When executing query:
      """
      RETURN <expression> AS r
      """
    Then the result should be, in any order:
      | r   |
      | <r> |

    Examples: slices and elements
      | expression                        | r            |
      | [1, 2, 3, 4, 5][1..3]             | [2, 3]       |
      | [1, 2, 3][1..]                    | [2, 3]       |
      | [1, 2, 3][..2]                    | [1, 2]       |
      | [1, 2, 3][0..1]                   | [1]          |
      | [1, 2, 3][0..0]                   | []           |
      | [1, 2, 3][-3..-1]                 | [1, 2]       |
      | [1, 2, 3][3..1]                   | []           |
      | [1, 2, 3][-5..5]                  | [1, 2, 3]    |
      | [1, 2, 3][1..null]                | null         |
      | [1, 2, 3][null..]                 | null         |
      | null[1..2]                        | null         |
      | [1, 2, 3][$i..]                   | [2, 3]       |
      | [1, 2, 3][-1]                     | 3            |
      | [1, 2, 3][3]                      | null         |
      | [1, 2, 3][null]                   | null         |
      | [[1, 2], [3]][0][1]               | 2            |
      | $p.list[0]                        | 1            |
      | $p[$k]                            | 'x'          |
      | $p['no' + 'ne']                   | null         |
      | $p.missing                        | null         |
      | {a: {b: [1, {c: 'deep'}]}}.a.b[1].c | 'deep'     |
      | {a: 1}['A']                       | null         |
      | {a: 1}[null]                      | null         |
      | null['a']                         | null         |
      | null.a                            | null         |
      | {null: 1}.null                    | 1            |
      | keys({a: 1, b: null})             | ['a', 'b']   |
      | keys({})                          | []           |
      | keys(null)                        | null         |
      | [] + []                           | []           |
      | [1] + 2                           | [1, 2]       |
      | 1 + [2]                           | [1, 2]       |
      | [1] + [[2]]                       | [1, [2]]     |
      | [1] + null                        | null         |
      | size([1, null])                   | 2            |
      | size([])                          | 0            |
      | size(null)                        | null         |
      | head([]) IS NULL                  | true         |
      | last([1, 2])                      | 2            |
      | tail([1, 2, 3])                   | [2, 3]       |
      | tail([])                          | []           |
      | reverse([1, 'a', null])           | [null, 'a', 1] |
      | range(0, 10, 3)                   | [0, 3, 6, 9] |
      | range(5, 1, -2)                   | [5, 3, 1]    |
      | range(1, 0)                       | []           |
      | range(2, 2)                       | [2]          |
      | range(0, -1)                      | []           |
      | range(0, 3, -1)                   | []           |

    Examples: membership
      | expression                        | r     |
      | 1 IN [1, 2]                       | true  |
      | 1 IN [2, null]                    | null  |
      | 1 IN [1, null]                    | true  |
      | null IN [1]                       | null  |
      | null IN []                        | false |
      | 1 IN []                           | false |
      | 1 IN null                         | null  |
      | [1, 2] IN [[1, 2]]                | true  |
      | [1, null] IN [[1, null]]          | null  |
      | [1, 2] IN [1, 2]                  | false |
      | [] IN [[]]                        | true  |
      | [1, null] IN [[1, 2, 3]]          | false |
      | [1] IN [[1, null]]                | false |
      | [null] IN [[null]]                | null  |
      | 3 IN [1, 2] + 3                   | true  |
      | 3 IN [[1, 2, 3]][0]               | true  |
      | 1.0 IN [1]                        | true  |
      | '1' IN [1]                        | false |
      | {a: 1} IN [{a: 1.0}]              | true  |

    Examples: equality and comparison
      | expression                        | r     |
      | 1 = 1.0                           | true  |
      | 1 = '1'                           | false |
      | [1, null] = [1, null]             | null  |
      | [1, null] = [2, null]             | false |
      | [1] = [1, null]                   | false |
      | [[1]] = [[1], [null]]             | false |
      | {a: null} = {a: null}             | null  |
      | {a: 1} = {b: 1}                   | false |
      | {a: 1, b: null} = {a: 2, b: null} | false |
      | {} = {}                           | true  |
      | [] = {}                           | false |
      | 0.0 / 0.0 = 0.0 / 0.0             | false |
      | 0.0 / 0.0 <> 0.0 / 0.0            | true  |
      | 0.0 / 0.0 < 1                     | false |
      | 0.0 / 0.0 >= 1                    | false |
      | 0.0 / 0.0 > 'a'                   | null  |
      | 1 < 'a'                           | null  |
      | 1 < null                          | null  |
      | 'a' < 'b'                         | true  |
      | 'a' >= 'A'                        | true  |
      | true > false                      | true  |
      | [1, 0] >= [1]                     | true  |
      | [1, null] >= [1]                  | true  |
      | [1, 2] >= [1, null]               | null  |
      | [1, 'a'] >= [1, null]             | null  |
      | [1, 2] >= [3, null]               | false |
      | [1] < [1, 0]                      | true  |
      | 1 < 2 < 3                         | true  |
      | 1 < 3 < 2                         | false |
      | 1 < 2 > 1 = 1                     | true  |
      | null <> null                      | null  |
      | 9007199254740993 = 9007199254740992.0 | false |
      | 1 <> null                         | null  |
      | {a: 1} < {a: 2}                   | null  |

    Examples: logic
      | expression                        | r     |
      | true AND null                     | null  |
      | false AND null                    | false |
      | true OR null                      | true  |
      | false OR null                     | null  |
      | null XOR true                     | null  |
      | true XOR true                     | false |
      | NOT null                          | null  |
      | NOT true AND false                | false |
      | NOT (true AND false)              | true  |
      | true OR false AND false           | true  |
      | true XOR false OR true            | true  |
      | NOT false = true                  | true  |
      | null IS NULL                      | true  |
      | NOT null IS NULL                  | false |
      | 1 IS NOT NULL                     | true  |
      | [null] IS NULL                    | false |
      | 1 + null IS NULL                  | true  |
      | true = null IS NULL               | true  |

    Examples: numbers
      | expression                        | r       |
      | 12 / 4 * 3 - 2 * 4                | 1       |
      | 12 / (4 * 3) - 2 * 4              | -7      |
      | 4 ^ 3 ^ 2                         | 4096.0  |
      | -3 ^ 2                            | 9.0     |
      | 2 + 3 * 4 ^ 2 % 5                 | 5.0     |
      | 7 / 2                             | 3       |
      | -7 / 2                            | -3      |
      | 7 / 2.0                           | 3.5     |
      | -7 % 3                            | -1      |
      | 7 % -3                            | 1       |
      | 5.5 % 2                           | 1.5     |
      | 0x1F                              | 31      |
      | -0x10                             | -16     |
      | 0o17                              | 15      |
      | 0xABcdef                          | 11259375 |
      | 1e3                               | 1000.0  |
      | .5                                | 0.5     |
      | -.5                               | -0.5    |
      | 1E-3                              | 0.001   |
      | .1e9                              | 100000000.0 |
      | 9223372036854775807               | 9223372036854775807 |
      | -9223372036854775808              | -9223372036854775808 |
      | abs(-1.5)                         | 1.5     |
      | ceil(1.2)                         | 2.0     |
      | floor(-1.2)                       | -2.0    |
      | round(1.5)                        | 2.0     |
      | round(-1.5)                       | -1.0    |
      | sign(-7)                          | -1      |
      | sqrt(12.96)                       | 3.6     |
      | log(1)                            | 0.0     |
      | exp(0)                            | 1.0     |
      | log10(1000)                       | 3.0     |
      | sin(0)                            | 0.0     |
      | atan2(0, 1)                       | 0.0     |
      | degrees(0)                        | 0.0     |
      | abs(null)                         | null    |
      | 1 / 0.0                           | Infinity |
      | e() > 2.7                         | true    |
      | pi() > 3.14                       | true    |

    Examples: texts
      | expression                        | r          |
      | 'a' + 'b'                         | 'ab'       |
      | 'a' + 1                           | 'a1'       |
      | 1.5 + 'a'                         | '1.5a'     |
      | "double 'single'" = 'double \'single\'' | true |
      | '\u00e9' = 'é'                    | true       |
      | size('\t\n')                      | 2          |
      | substring('0123456789', 1)        | '123456789' |
      | substring('0123456789', 8, 5)     | '89'       |
      | left('hello', 2)                  | 'he'       |
      | right('hello', 2)                 | 'lo'       |
      | split('one1two', '1')             | ['one', 'two'] |
      | split('', ',')                    | ['']       |
      | replace('hello', 'l', 'w')        | 'hewwo'    |
      | reverse('raksO')                  | 'Oskar'    |
      | toUpper('ünïx')                   | 'ÜNÏX'     |
      | toLower('ÀB')                     | 'àb'       |
      | trim('  x ')                      | 'x'        |
      | ltrim('  x ')                     | 'x '       |
      | rtrim('  x ')                     | '  x'      |
      | 'abc' STARTS WITH 'ab'            | true       |
      | 'abc' STARTS WITH ''              | true       |
      | 'abc' ENDS WITH 'bc'              | true       |
      | 'abc' CONTAINS 'd'                | false      |
      | 'abc' CONTAINS null               | null       |
      | null STARTS WITH 'a'              | null       |
      | 'abc' STARTS WITH 1               | null       |
      | 1 CONTAINS '1'                    | null       |
      | 'abc' =~ 'a.c'                    | true       |
      | 'abc' =~ 'b'                      | false      |
      | NOT 'abc' CONTAINS 'b'            | false      |

    Examples: conversion
      | expression                        | r       |
      | toInteger('42')                   | 42      |
      | toInteger('42.9')                 | 42      |
      | toInteger(-1.7)                   | -1      |
      | toInteger('x')                    | null    |
      | toFloat('5')                      | 5.0     |
      | toFloat('x')                      | null    |
      | toFloat(1)                        | 1.0     |
      | toBoolean('TRUE')                 | true    |
      | toBoolean('yes')                  | null    |
      | toString(true)                    | 'true'  |
      | toString(1.0)                     | '1.0'   |
      | toString(null)                    | null    |
      | toString(date('2020-02-03'))      | '2020-02-03' |
      | [x IN ['1', null, '2'] \| toInteger(x)] | [1, null, 2] |

    Examples: conditions
      | expression                                    | r      |
      | CASE 1 WHEN 1.0 THEN 'a' ELSE 'b' END         | 'a'    |
      | CASE null WHEN null THEN 'a' ELSE 'b' END     | 'b'    |
      | CASE WHEN null THEN 1 END                     | null   |
      | CASE WHEN false THEN 1 WHEN true THEN 2 ELSE 3 END | 2 |
      | coalesce(null, null, 3)                       | 3      |
      | coalesce(null)                                | null   |

    Examples: comprehensions and quantifiers
      | expression                                    | r         |
      | [x IN [1, 2, 3] WHERE x > 1 \| x * 2]         | [4, 6]    |
      | [x IN [1, 2, 3] WHERE x > 1]                  | [2, 3]    |
      | [x IN null \| x]                              | null      |
      | [x IN []]                                     | []        |
      | [x IN [1, null] WHERE x = 1]                  | [1]       |
      | [x IN [1, 2] \| [y IN [10, 20] \| x + y]]     | [[11, 21], [12, 22]] |
      | [x IN [3] \| [x IN [x] \| x]]                 | [[3]]     |
      | reduce(a = 0, x IN [1, 2, 3] \| a + x)        | 6         |
      | reduce(a = 'x', x IN [] \| a + x)             | 'x'       |
      | any(x IN [] WHERE true)                       | false     |
      | all(x IN [] WHERE false)                      | true      |
      | none(x IN [] WHERE true)                      | true      |
      | single(x IN [] WHERE true)                    | false     |
      | any(x IN [1, null] WHERE x = 1)               | true      |
      | any(x IN [2, null] WHERE x = 1)               | null      |
      | all(x IN [1, null] WHERE x = 1)               | null      |
      | all(x IN [2, null] WHERE x = 1)               | false     |
      | none(x IN [2, null] WHERE x = 1)              | null      |
      | single(x IN [1, null] WHERE x = 1)            | null      |
      | single(x IN [1, 1, null] WHERE x = 1)         | false     |
      | single(x IN [2, null] WHERE x = 2)            | null      |
      | any(x IN null WHERE x = 1)                    | null      |
      | none(x IN [1] WHERE null)                     | null      |
      | all(x IN [[1], [2, 3]] WHERE size(x) > 0)     | true      |

    Examples: temporal values
      | expression                                                    | r |
      | date('2015-02-10') < date('2015-02-11')                       | true |
      | date('2015-02-10') = localdatetime('2015-02-10T00:00')        | false |
      | date('2015-02-10') < localdatetime('2015-02-10T00:00')        | null |
      | time('10:00+01:00') < time('09:35:14.645+00:00')              | true |
      | time('10:00+01:00') > time('09:35:14.645+00:00')              | false |
      | datetime('2015-01-01T10:00+01:00') >= datetime('2015-01-01T09:00Z') | true |
      | duration('P12M') = duration('P1Y')                            | true |
      | duration('P1M') = duration('P30D')                            | false |
      | duration('PT24H') = duration('P1D')                           | false |
      | duration('P1D') < duration('P2D')                             | null |
      | duration.between(date('1984-10-11'), date('2015-06-24'))      | 'P30Y8M13D' |
      | duration.between(date('2015-06-24'), date('1984-10-11'))      | 'P-30Y-8M-13D' |
      | duration.inDays(date('1984-10-11'), localdatetime('2016-07-21T21:45:22.142')) | 'P11606D' |
      | duration.inMonths(date('1984-10-11'), date('2015-06-24'))     | 'P30Y8M' |
      | duration.inSeconds(localtime('14:30'), time('16:30+0100'))    | 'PT2H' |
      | duration.inSeconds(localdatetime('2014-07-21T21:40:36.143'), localdatetime('2014-07-21T21:40:35.141')) | 'PT-1.002S' |
      | duration.between(localtime('12:34:54.7'), localtime('12:34:54.3')) | 'PT-0.4S' |
      | duration.between(date('2018-01-01'), date('2018-01-01'))      | 'PT0S' |
      | duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, timezone: 'Europe/Stockholm'}), datetime({year: 2017, month: 10, day: 29, hour: 4, timezone: 'Europe/Stockholm'})) | 'PT5H' |
      | duration.inSeconds(date('2017-10-29'), datetime({year: 2017, month: 10, day: 29, hour: 4, timezone: 'Europe/Stockholm'})) | 'PT5H' |
      | duration.between(null, date('2020-01-01'))                    | null |
      | date('2020-01-31') + duration('P1M')                          | '2020-02-29' |
      | date('2020-03-31') - duration({months: 1, days: 1})           | '2020-02-28' |
      | localtime('23:30') + duration('PT1H')                         | '00:30' |
      | duration('P1D') * 1.5                                         | 'P1DT12H' |
      | duration('P1M') / 2                                           | 'P15DT5H14M33S' |
      | date('2015-W30-2').week                                       | 30 |
      | date('1984-10-11').weekYear                                   | 1984 |
      | date('1984-10-11').quarter                                    | 4 |
      | date('1984-10-11').dayOfQuarter                               | 11 |
      | date('1984-10-11').ordinalDay                                 | 285 |
      | date('1984-10-11').dayOfWeek                                  | 4 |
      | datetime('1984-11-11T12:31:14.645876123+01:00').microsecond   | 645876 |
      | datetime('1984-11-11T12:31:14.645876123[Europe/Stockholm]').timezone | 'Europe/Stockholm' |
      | datetime('1984-11-11T12:31:14+01:00').epochSeconds            | 469020674 |
      | datetime('1984-11-11T12:31:14+01:00').offsetMinutes           | 60 |
      | duration('P1Y4M10DT1H1M1.111111111S').monthsOfYear            | 4 |
      | duration('P1Y4M10DT1H1M1.111111111S').millisecondsOfSecond    | 111 |
      | duration('P1Y4M').quarters                                    | 5 |
      | duration({seconds: 2, milliseconds: -1})                      | 'PT1.999S' |
      | duration({days: 1, seconds: -1})                              | 'P1DT-1S' |
      | duration('P5M1.5D')                                           | 'P5M1DT12H' |
      | duration('P0.75M')                                            | 'P22DT19H51M49.5S' |
      | date({year: 1984, week: 10, dayOfWeek: 3})                    | '1984-03-07' |
      | date({year: 1984, quarter: 3, dayOfQuarter: 45})              | '1984-08-14' |
      | date.truncate('decade', date('1984-10-11'))                   | '1980-01-01' |
      | date.truncate('weekYear', date('1984-02-03'))                 | '1984-01-02' |
      | datetime.truncate('month', date('1984-10-11'), {timezone: 'Europe/Stockholm'}) | '1984-10-01T00:00+01:00[Europe/Stockholm]' |
      | time.truncate('minute', localtime('12:31:14.645'), {nanosecond: 2}) | '12:31:00.000000002Z' |
      | datetime.fromepoch(416779, 999999999)                         | '1970-01-05T19:46:19.999999999Z' |
      | datetime.fromepochmillis(237821673987)                        | '1977-07-15T13:34:33.987Z' |
      | toString(datetime('2015-07-21T21:40:32.142+0100'))            | '2015-07-21T21:40:32.142+01:00' |
      | date(null)                                                    | null |

  Scenario Outline: Errors at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <error>

    Examples:
      | query                                  | error                |
      | RETURN 9223372036854775808             | IntegerOverflow      |
      | RETURN -9223372036854775809            | IntegerOverflow      |
      | RETURN 0x8000000000000000              | IntegerOverflow      |
      | RETURN 0o1000000000000000000000        | IntegerOverflow      |
      | RETURN 9223372h54775808                | InvalidNumberLiteral |
      | RETURN 0x1G                            | InvalidNumberLiteral |
      | RETURN 0x                              | InvalidNumberLiteral |
      | RETURN 1.34E999                        | FloatingPointOverflow |
      | RETURN '\uH'                           | InvalidUnicodeLiteral |
      | RETURN {1B2c: 1}                       | UnexpectedSyntax     |
      | RETURN {k1: 1, k2: }                   | UnexpectedSyntax     |
      | RETURN [1, , 2]                        | UnexpectedSyntax     |
      | RETURN foo                             | UndefinedVariable    |
      | RETURN foo(1)                          | UnknownFunction      |
      | RETURN true AND 1                      | InvalidArgumentType  |
      | RETURN NOT 'x'                         | InvalidArgumentType  |
      | RETURN 1 IN 'x'                        | InvalidArgumentType  |
      | RETURN [1][true]                       | InvalidArgumentType  |
      | RETURN abs('x')                        | InvalidArgumentType  |
      | RETURN size(1)                         | InvalidArgumentType  |
      | MATCH p = ()-->() RETURN size(p)       | InvalidArgumentType  |
      | MATCH (n) RETURN length(n)             | InvalidArgumentType  |
      | MATCH ()-[r]->() RETURN length(r)      | InvalidArgumentType  |
      | MATCH (n) RETURN type(n)               | InvalidArgumentType  |
      | MATCH p = ()-->() RETURN labels(p)     | InvalidArgumentType  |
      | RETURN none(x IN [1] WHERE x = missing) | UndefinedVariable   |
      | RETURN none(x IN [1, 2] WHERE x.a)     | InvalidArgumentType  |
      | RETURN range(1)                        | InvalidNumberOfArguments |
      | WITH {a: 1} AS m RETURN exists((m)-->()) | VariableTypeConflict |
      | RETURN x UNWIND [1] AS x               | InvalidClauseComposition |

  Scenario Outline: Errors at run time
    Given an empty graph
    And having executed:
      """
      CREATE (:N {x: 1})-[:R]->(:N {x: 2})
      """
    And parameters are:
      | p | 1 |
      | t | 'text' |
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at <phase>: <error>

    Examples:
      | query                                          | phase    | error                |
      | WITH [1, 2] AS l RETURN l[$t]                  | any time | *  |
      | WITH {a: 1} AS m RETURN m[$p]                  | any time | *  |
      | WITH 1 AS v RETURN v.x                         | any time | InvalidArgumentType  |
      | WITH 1 AS v RETURN v[0]                        | any time | InvalidArgumentType  |
      | RETURN toInteger([$p])                         | runtime  | InvalidArgumentValue |
      | RETURN toFloat({a: $p})                        | runtime  | InvalidArgumentValue |
      | RETURN toBoolean(1.5)                          | any time | InvalidArgumentValue |
      | MATCH (n:N) RETURN toString([x IN [n] \| x][0]) | runtime | InvalidArgumentValue |
      | RETURN range(1, 2, $p - 1)                     | runtime  | NumberOutOfRange     |
      | RETURN substring('x', -$p)                     | runtime  | NegativeIntegerArgument |
      | RETURN 1 IN $p                                 | any time | InvalidArgumentType  |
