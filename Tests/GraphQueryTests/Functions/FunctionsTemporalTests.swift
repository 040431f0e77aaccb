import PropertyGraph
import Testing

@testable import GraphQuery

struct FunctionsTemporalTests {
  /// Each row: an expression and what it gives (a value, or the code of an error).
  @Test(arguments: [
    ("date()", "'2024-03-31'"),
    ("datetime()", "'2024-03-31T11:30:15.5Z'"),
    ("localdatetime({timezone: 'Europe/London'})", "'2024-03-31T12:30:15.5'"),
    ("time({timezone: 'Europe/London'})", "'12:30:15.5+01:00'"),
    ("datetime.statement('America/New_York')", "'2024-03-31T07:30:15.5-04:00[America/New_York]'"),
    ("localtime.transaction()", "'11:30:15.5'"),
    ("date(null)", "null"),
    ("date({year: 2024, month: null, day: null})", "'2024-01-01'"),
    ("date({year: 1984, week: 53})", "InvalidArgumentValue"),
    ("date({year: 2015, week: 53})", "'2015-12-28'"),
    ("date({year: 1984, month: 2, day: 30})", "InvalidArgumentValue"),
    ("date({year: 1984, ordinalDay: 366})", "'1984-12-31'"),
    ("date({year: 1983, ordinalDay: 366})", "InvalidArgumentValue"),
    ("date({year: 1984, day: 3})", "InvalidArgumentValue"),
    ("date({month: 3})", "InvalidArgumentValue"),
    ("date({year: 1984, month: 3, week: 3})", "InvalidArgumentValue"),
    ("date({year: 1984, mnth: 3})", "InvalidArgumentValue"),
    ("date({year: '1984'})", "InvalidArgumentType"),
    ("date({})", "InvalidArgumentValue"),
    ("date({year: 1000000000})", "InvalidArgumentValue"),
    ("date({date: date('2024-02-29'), year: 2023})", "'2023-02-28'"),
    ("date(localtime('12:00'))", "InvalidArgumentValue"),
    ("date(1)", "InvalidArgumentType"),
    ("localtime({minute: 3})", "InvalidArgumentValue"),
    ("localtime({hour: 24})", "InvalidArgumentValue"),
    ("localtime({hour: 1, second: 3})", "InvalidArgumentValue"),
    (
      "localtime({hour: 1, minute: 2, second: 3, millisecond: 1000})", "InvalidArgumentValue"
    ),
    ("datetime({epochSeconds: 416779, nanosecond: 42})", "'1970-01-05T19:46:19.000000042Z'"),
    (
      "datetime({epochMillis: -1, timezone: 'Europe/Paris'})",
      "'1970-01-01T00:59:59.999+01:00[Europe/Paris]'"
    ),
    ("datetime.fromepochmillis(-1)", "'1969-12-31T23:59:59.999Z'"),
    ("datetime.fromepoch(9223372036854775807, 0)", "NumberOutOfRange"),
    ("datetime(date('2024-03-31'))", "'2024-03-31T00:00Z'"),
    // The night on which clocks were put forward: 02:30 did not exist.
    (
      "datetime({year: 2024, month: 3, day: 31, hour: 2, minute: 30, timezone: 'Europe/Berlin'})",
      "'2024-03-31T03:30+02:00[Europe/Berlin]'"
    ),
    // The night on which they were put back: 02:30 came twice.
    ("datetime('2024-10-27T02:30[Europe/Berlin]')", "'2024-10-27T02:30+02:00[Europe/Berlin]'"),
    (
      "datetime('2024-10-27T02:30+01:00[Europe/Berlin]')",
      "'2024-10-27T02:30+01:00[Europe/Berlin]'"
    ),
    ("datetime('2024-10-27T02:30+05:00[Europe/Berlin]')", "InvalidArgumentValue"),
    (
      "datetime(datetime('2024-10-27T02:30+01:00[Europe/Berlin]'))",
      "'2024-10-27T02:30+01:00[Europe/Berlin]'"
    ),
    (
      "datetime({datetime: datetime('2024-10-27T02:30+01:00[Europe/Berlin]')})",
      "'2024-10-27T02:30+01:00[Europe/Berlin]'"
    ),
  ])
  func constructors(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }

  @Test(arguments: [
    ("date('2015-Q2-45')", "'2015-05-15'"), ("date('2015Q2')", "'2015-04-01'"),
    ("date('+12345-06-07')", "'+12345-06-07'"), ("date('-0044-03-15')", "'-0044-03-15'"),
    ("date('-999999999-01-01')", "'-999999999-01-01'"),
    ("date('2015-13')", "InvalidArgumentValue"), ("date('2015-02-29')", "InvalidArgumentValue"),
    ("date('2015-')", "InvalidArgumentValue"), ("date('15')", "InvalidArgumentValue"),
    ("date('2015-07-21 ')", "InvalidArgumentValue"), ("date('')", "InvalidArgumentValue"),
    ("localtime('21:40:32,142')", "'21:40:32.142'"),
    ("localtime('21:40:32.')", "InvalidArgumentValue"),
    ("localtime('214')", "InvalidArgumentValue"),
    ("localtime('24:00')", "InvalidArgumentValue"),
    ("time('21:40')", "'21:40Z'"), ("time('12:00+19:00')", "InvalidArgumentValue"),
    ("time('12:00-02:05:07')", "'12:00-02:05:07'"),
    ("localdatetime('2015-07-21')", "'2015-07-21T00:00'"),
    ("datetime('2015-07-21')", "'2015-07-21T00:00Z'"),
    ("datetime('2015-07-21T12:00[No/Where]')", "InvalidArgumentValue"),
    ("datetime('2015-07-21T12:00[../../etc/passwd]')", "InvalidArgumentValue"),
    ("datetime('2015-07-21T12:00[UTC]')", "'2015-07-21T12:00Z[UTC]'"),
    ("duration('-P1DT2H')", "'P-1DT-2H'"), ("duration('P1W')", "'P7D'"),
    ("duration('PT0.000000001S')", "'PT0.000000001S'"), ("duration('PT-0.5S')", "'PT-0.5S'"),
    ("duration('P0.1M')", "'P3DT1H2M54.6S'"), ("duration('P')", "InvalidArgumentValue"),
    ("duration('P1D1Y')", "InvalidArgumentValue"), ("duration('PT')", "InvalidArgumentValue"),
    ("duration('P1DT')", "InvalidArgumentValue"), ("duration('1D')", "InvalidArgumentValue"),
    ("duration('P99999999999999999999D')", "IntegerOverflow"),
    ("duration('PT9223372036854775807S')", "'PT2562047788015215H30M7S'"),
    ("duration('PT9223372036854775807H')", "IntegerOverflow"),
    ("duration({days: 0.1})", "'PT2H24M'"), ("duration({quarters: 1.5})", "'P4M15DT5H14M33S'"),
    ("duration({})", "InvalidArgumentValue"), ("duration({day: 1})", "InvalidArgumentValue"),
    ("duration({days: 'x'})", "InvalidArgumentType"),
    ("duration({days: 1e300})", "InvalidArgumentValue"), ("duration(1)", "InvalidArgumentType"),
  ])
  func texts(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }

  @Test(arguments: [
    ("date.truncate('decade', date('-0007-06-05'))", "'-0010-01-01'"),
    ("date.truncate('week')", "'2024-03-25'"),
    ("date.truncate('hour', date('2024-01-01'))", "InvalidArgumentValue"),
    ("date.truncate('weeek', date('2024-01-01'))", "InvalidArgumentValue"),
    ("date.truncate('day', localtime('12:00'))", "InvalidArgumentValue"),
    ("date.truncate('day', null)", "null"),
    ("localtime.truncate('hour', date('2024-01-01'))", "InvalidArgumentValue"),
    (
      "datetime.truncate('day', datetime('2024-03-31T12:00[Europe/Berlin]'))",
      "'2024-03-31T00:00+01:00[Europe/Berlin]'"
    ),
    (
      "localdatetime.truncate('microsecond', localdatetime('2024-03-31T12:00:00.123456789'), "
        + "{nanosecond: 7})", "'2024-03-31T12:00:00.123456007'"
    ),
  ])
  func truncation(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }

  @Test(arguments: [
    ("date('1984-10-11').dayOfQuarter", "11"), ("date('1984-01-01').weekYear", "1983"),
    ("date('1984-01-01').week", "52"), ("date('2020-12-31').week", "53"),
    ("date('1984-10-11').hour", "null"), ("time('12:31:14.645+01:00').offset", "'+01:00'"),
    ("time('12:31Z').offset", "'Z'"), ("time('12:31-00:30').offsetMinutes", "-30"),
    ("datetime('1969-12-31T23:59:59.5Z').epochMillis", "-500"),
    ("datetime('1969-12-31T23:59:59.5Z').epochSeconds", "-1"),
    ("datetime('2015-07-21T12:00Z').timezone", "'Z'"),
    ("duration('PT-1.999S').seconds", "-1"),
    ("duration('PT-1.999S').millisecondsOfSecond", "-999"),
    ("duration('P-14M').monthsOfYear", "-2"),
    ("duration('PT9223372036854775807S').nanoseconds", "IntegerOverflow"),
    ("duration('P1D').fortnights", "null"),
    ("datetime('+999999999-12-31T00:00Z').epochMillis", "IntegerOverflow"),
    ("datetime('+999999999-12-31T00:00Z').epochSeconds", "31556889832694400"),
    ("date('+999999999-12-31').week", "52"), ("date('-999999999-01-01').weekYear", "-999999999"),
  ])
  func components(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }
}
