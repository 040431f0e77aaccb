/// What functions, regular expressions and temporal values refuse.
extension ExpectedMessage {
  static let runtimeFunctions: [ExpectedMessage] = [
    ExpectedMessage(
      "RETURN date('2024-01-01').hour AS x",
      "date('2024-01-01').hour", "InvalidArgumentValue",
      "a DATE has no field `hour`",
      "see the language reference for the fields of temporal values"),
    ExpectedMessage(
      "RETURN range(1, 3, 0) AS x",
      "range(1, 3, 0)", "NumberOutOfRange",
      "the step of `range` must not be zero",
      "a positive step counts up, a negative one down"),
    ExpectedMessage(
      "RETURN left('abc', $negative) AS x",
      "left('abc', $negative)", "NegativeIntegerArgument",
      "`left` takes a length of zero or more, not -1",
      nil),
    ExpectedMessage(
      "RETURN percentileDisc(1, $float) AS x",
      "1", "NumberOutOfRange",
      "the percentile of `percentileDisc` is a number from 0.0 to 1.0, not 1.5",
      "write the 90th percentile as 0.9"),
    ExpectedMessage(
      "RETURN round(1.5, $negative) AS x",
      "round(1.5, $negative)", "NumberOutOfRange",
      "`round` takes a precision of zero or more digits, not -1",
      nil),
    ExpectedMessage(
      "RETURN round(1.5, 1, 'SIDEWAYS') AS x",
      "round(1.5, 1, 'SIDEWAYS')", "InvalidArgumentValue",
      "`round` knows no mode 'SIDEWAYS'",
      "modes: CEILING, FLOOR, UP, DOWN, HALF_UP, HALF_DOWN, HALF_EVEN"),
    ExpectedMessage(
      "RETURN abs(-9223372036854775808) AS x",
      "abs(-9223372036854775808)", "IntegerOverflow",
      "the result of `abs` does not fit into 64 bits",
      "convert to a float first: `toFloat(x)`"),
    ExpectedMessage(
      "RETURN toInteger(1e300) AS x",
      "toInteger(1e300)", "NumberOutOfRange",
      "1e+300 cannot be converted into an INTEGER of 64 bits",
      nil),
    ExpectedMessage(
      "RETURN toUpper($one) AS x",
      "toUpper($one)", "InvalidArgumentType",
      "`toUpper` takes a STRING, not an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN toInteger($maps) AS x",
      "toInteger($maps)", "InvalidArgumentValue",
      "`toInteger` takes a number or STRING, not a LIST",
      nil),
    ExpectedMessage(
      "RETURN 'a' =~ '(' AS x",
      "'a' =~ '('", "InvalidArgumentValue",
      "'(' is no regular expression: a `(` without `)` at character 2",
      #"put `\\` before a special character to mean the character itself"#),
    ExpectedMessage(
      "RETURN 'a' =~ 'a{1000}{1000}' AS x",
      "'a' =~ 'a{1000}{1000}'", "InvalidArgumentValue",
      "'a{1000}{1000}' is no regular expression: a repetition of a repetition at character 14",
      #"put `\\` before a special character to mean the character itself"#),
    ExpectedMessage(
      "RETURN 'a' =~ '(a{999}){999}' AS x",
      "'a' =~ '(a{999}){999}'", "InvalidArgumentValue",
      "the regular expression '(a{999}){999}' has more than 5000 steps when its repetitions are written out",
      "lower the bounds in `{...}`, or use `*` and check the length with `size`"),
    ExpectedMessage(
      "RETURN 'ab' =~ 'a(?=b)b' AS x",
      "'ab' =~ 'a(?=b)b'", "regex.lookahead",
      "look-ahead `(?=...)` in a regular expression is not supported",
      nil),
    ExpectedMessage(
      "RETURN date({month: 2}) AS x",
      "date({month: 2})", "InvalidArgumentValue",
      "the field `year` is missing",
      nil),
    ExpectedMessage(
      "RETURN date({year: 2024, day: 2}) AS x",
      "date({year: 2024, day: 2})", "InvalidArgumentValue",
      "`day` needs `month` beside it",
      nil),
    ExpectedMessage(
      "RETURN date({year: 2024, month: 1, week: 3}) AS x",
      "date({year: 2024, month: 1, week: 3})", "InvalidArgumentValue",
      "`month` and `week` name a day in different ways",
      "use month and day, week and dayOfWeek, quarter and dayOfQuarter, or ordinalDay"),
    ExpectedMessage(
      "RETURN date({year: 2024, moon: 1}) AS x",
      "date({year: 2024, moon: 1})", "InvalidArgumentValue",
      "`date` knows no field `moon`",
      "known fields: date, day, dayOfQuarter, dayOfWeek, month, ordinalDay, quarter, week, … (9 in all)"
    ),
    ExpectedMessage(
      "RETURN date({year: 'a'}) AS x",
      "date({year: 'a'})", "InvalidArgumentType",
      "the field `year` takes an INTEGER, not a STRING",
      nil),
    ExpectedMessage(
      "RETURN duration({}) AS x",
      "duration({})", "InvalidArgumentValue",
      "a duration needs at least one field",
      "for example `{days: 14, hours: 2}`"),
    ExpectedMessage(
      "RETURN duration({years: 9223372036854775807}) AS x",
      "duration({years: 9223372036854775807})", "IntegerOverflow",
      "the result of `duration` does not fit into 64 bits",
      "convert to a float first: `toFloat(x)`"),
    ExpectedMessage(
      "RETURN datetime({epochSeconds: 1, year: 2024}) AS x",
      "datetime({epochSeconds: 1, year: 2024})", "InvalidArgumentValue",
      "`epochSeconds` and `epochMillis` name the moment alone",
      "fractions of a second and `timezone` may stand beside them, no other fields"),
    ExpectedMessage(
      "RETURN date({year: 999999999, month: 12, day: 31}) + duration('P1D') AS x",
      "date({year: 999999999, month: 12, day: 31}) + duration('P1D')", "NumberOutOfRange",
      "the result lies outside the calendar, which has years from -999999999 to 999999999",
      nil),
    ExpectedMessage(
      "RETURN time('12:00+19:00') AS x",
      "time('12:00+19:00')", "InvalidArgumentValue",
      "an offset from UTC is at most 18 hours",
      nil),
    ExpectedMessage(
      "RETURN date('21.7.2015') AS x",
      "date('21.7.2015')", "InvalidArgumentValue",
      "'21.7.2015' is no date",
      "write it as 2015-07-21, 2015-W30-2 or 2015-202"),
    ExpectedMessage(
      "RETURN date('2015-13-01') AS x",
      "date('2015-13-01')", "InvalidArgumentValue",
      "`month` is from 1 to 12 here, not 13",
      nil),
    ExpectedMessage(
      "RETURN duration('1 day') AS x",
      "duration('1 day')", "InvalidArgumentValue",
      "'1 day' is no duration",
      "write it as P1Y2M3DT4H5M6.7S"),
    ExpectedMessage(
      "RETURN datetime('2015-07-21T12:00:00+05:00[Europe/London]') AS x",
      "datetime('2015-07-21T12:00:00+05:00[Europe/London]')", "InvalidArgumentValue",
      "the offset in '2015-07-21T12:00:00+05:00[Europe/London]' is not the one that its zone has at that time",
      "leave the offset out, or write 2015-07-21T12:00+01:00[Europe/London]"),
    ExpectedMessage(
      "RETURN duration('P1D') * 1e300 AS x",
      "duration('P1D') * 1e300", "NumberOutOfRange",
      "a duration cannot be multiplied by so extreme a number",
      nil),
    ExpectedMessage(
      "RETURN duration('P1D') / 0 AS x",
      "duration('P1D') / 0", "DivisionByZero",
      "a duration cannot be divided by zero",
      nil),
    ExpectedMessage(
      "RETURN date.truncate('moon', date('2015-01-01')) AS x",
      "date.truncate('moon', date('2015-01-01'))", "InvalidArgumentValue",
      "`date.truncate` cannot truncate to 'moon'",
      "known units: century, day, decade, millennium, month, quarter, week, weekYear, … (9 in all)"),
    ExpectedMessage(
      "RETURN time.truncate('year', time('12:00')) AS x",
      "time.truncate('year', time('12:00'))", "InvalidArgumentValue",
      "`time.truncate` cannot truncate to 'year'",
      "known units: day, hour, microsecond, millisecond, minute, second"),
    ExpectedMessage(
      "RETURN datetime('2015-07-21T12:00[Europe/Nowhere]') AS x",
      "datetime('2015-07-21T12:00[Europe/Nowhere]')", "InvalidArgumentValue",
      "there is no time zone 'Europe/Nowhere'",
      "zones are offsets such as +01:00, or names such as Europe/London"),
    ExpectedMessage(
      "RETURN datetime({year: 2015, timezone: 'Nowhere'}) AS x",
      "datetime({year: 2015, timezone: 'Nowhere'})", "InvalidArgumentValue",
      "there is no time zone 'Nowhere'",
      "zones are offsets such as +01:00, or names such as Europe/London"),
    ExpectedMessage(
      "RETURN localtime(date('2015-01-01')) AS x",
      "localtime(date('2015-01-01'))", "InvalidArgumentValue",
      "a DATE has no time of day, which `localtime` needs",
      nil),
    ExpectedMessage(
      "RETURN date({date: 'a'}) AS x",
      "date({date: 'a'})", "InvalidArgumentType",
      "the field `date` takes a temporal value, not a STRING",
      nil),
    ExpectedMessage(
      "RETURN duration({years: 1e300}) AS x",
      "duration({years: 1e300})", "InvalidArgumentValue",
      "1e+300 is too large for the field `years` of a duration",
      nil),
    ExpectedMessage(
      "RETURN duration('P1D') * (1.0 / 0.0) AS x",
      "duration('P1D') * (1.0 / 0.0)", "NumberOutOfRange",
      "a duration cannot be multiplied by so extreme a number",
      nil),
    ExpectedMessage(
      "RETURN ltrim($one) AS x",
      "ltrim($one)", "InvalidArgumentType",
      "`ltrim` takes a STRING, not an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN type($one) AS x",
      "type($one)", "InvalidArgumentValue",
      "`type` takes a RELATIONSHIP, not an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN labels($one) AS x",
      "labels($one)", "InvalidArgumentValue",
      "`labels` takes a NODE, not an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN startNode($one) AS x",
      "startNode($one)", "InvalidArgumentType",
      "`startNode` takes a RELATIONSHIP, not an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN keys($one) AS x",
      "keys($one)", "InvalidArgumentType",
      "`keys` takes a NODE, RELATIONSHIP or MAP, not an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN size($one) AS x",
      "size($one)", "InvalidArgumentType",
      "`size` takes a LIST or STRING, not an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN head($one) AS x",
      "head($one)", "InvalidArgumentType",
      "`head` takes a LIST, not an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN percentileCont(1, $text) AS x",
      "1", "NumberOutOfRange",
      "the percentile of `percentileCont` is a number from 0.0 to 1.0, not a STRING",
      "write the 90th percentile as 0.9"),
    ExpectedMessage(
      "UNWIND [1, 'a'] AS x RETURN sum(x) AS s",
      "x", "InvalidArgumentType",
      "`sum` takes numbers or durations, not a STRING",
      nil),
    ExpectedMessage(
      "UNWIND [9223372036854775807, 1] AS x RETURN sum(x) AS s",
      "x", "IntegerOverflow",
      "the result of `sum` does not fit into 64 bits",
      "convert to a float first: `toFloat(x)`"),
    ExpectedMessage(
      "RETURN toBoolean(1.5) AS x",
      "toBoolean(1.5)", "InvalidArgumentValue",
      "`toBoolean` takes a BOOLEAN or STRING, not a FLOAT",
      nil),
    ExpectedMessage(
      "RETURN range(1, $text) AS x",
      "range(1, $text)", "InvalidArgumentType",
      "`range` takes an INTEGER, not a STRING",
      nil),
    ExpectedMessage(
      "RETURN 'a' =~ '[z-a]' AS x",
      "'a' =~ '[z-a]'", "InvalidArgumentValue",
      "'[z-a]' is no regular expression: a range whose end comes before its start at character 5",
      #"put `\\` before a special character to mean the character itself"#),
    ExpectedMessage(
      #"RETURN 'a' =~ '(a)\\1' AS x"#,
      #"'a' =~ '(a)\\1'"#, "regex.back-reference",
      #"a back reference such as `\1` in a regular expression is not supported"#,
      nil),
    ExpectedMessage(
      "RETURN 'a' =~ 'a*+' AS x",
      "'a' =~ 'a*+'", "regex.possessive",
      "a possessive quantifier such as `a*+` in a regular expression is not supported",
      nil),
    ExpectedMessage(
      "RETURN 'a' =~ '(?<=b)a' AS x",
      "'a' =~ '(?<=b)a'", "regex.lookbehind",
      "look-behind `(?<=...)` in a regular expression is not supported",
      nil),
    ExpectedMessage(
      #"RETURN 'a' =~ '\\X' AS x"#,
      #"'a' =~ '\\X'"#, "regex.grapheme-cluster",
      #"a grapheme cluster `\X` in a regular expression is not supported"#,
      nil),
    ExpectedMessage(
      "RETURN 'a' =~ '(?U)a' AS x",
      "'a' =~ '(?U)a'", "regex.flag-u",
      "the flag `(?U)` in a regular expression is not supported",
      nil),
    ExpectedMessage(
      "RETURN 'a' =~ '(?>a)' AS x",
      "'a' =~ '(?>a)'", "regex.atomic-group",
      "an atomic group `(?>...)` in a regular expression is not supported",
      nil),
    ExpectedMessage(
      #"RETURN 'a' =~ '\\Ga' AS x"#,
      #"'a' =~ '\\Ga'"#, "regex.last-match",
      #"the end of the last match `\G` in a regular expression is not supported"#,
      nil),
    ExpectedMessage(
      #"RETURN 'a' =~ '\\p{IsKlingon}' AS x"#,
      #"'a' =~ '\\p{IsKlingon}'"#, "regex.property-isklingon",
      #"the property `\p{IsKlingon}` in a regular expression is not supported"#,
      nil),
  ]
}
