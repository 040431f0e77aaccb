import PropertyGraph
import Testing

@testable import GraphQuery

struct FunctionsDurationTests {
  @Test(arguments: [
    ("date('2024-01-31') + duration('P1M')", "'2024-02-29'"),
    ("duration('P1M') + date('2024-01-31')", "'2024-02-29'"),
    ("date('2024-03-31') - duration('P1M')", "'2024-02-29'"),
    ("date('2024-03-31') + duration('PT-25H')", "'2024-03-30'"),
    ("date('2024-03-31') - date('2024-03-30')", "NotConstant(what: \"subtract\")"),
    ("localtime('23:00') + duration('PT2H')", "'01:00'"),
    ("time('23:00+02:00') - duration('P1DT24H')", "'23:00+02:00'"),
    (
      "localdatetime('2024-02-28T23:59:59.999999999') + duration('PT0.000000001S')",
      "'2024-02-29T00:00'"
    ),
    // A day keeps the clock, 24 hours keep the moment.
    (
      "datetime('2024-03-30T12:00[Europe/Berlin]') + duration('P1D')",
      "'2024-03-31T12:00+02:00[Europe/Berlin]'"
    ),
    (
      "datetime('2024-03-30T12:00[Europe/Berlin]') + duration('PT24H')",
      "'2024-03-31T13:00+02:00[Europe/Berlin]'"
    ),
    ("date('+999999999-12-31') + duration('P1D')", "NumberOutOfRange"),
    ("date('-999999999-01-01') - duration('P1M')", "NumberOutOfRange"),
    ("date('2024-01-01') + duration({days: 9223372036854775807})", "NumberOutOfRange"),
    ("date('0000-01-01') - duration({months: 9223372036854775807})", "NumberOutOfRange"),
    ("date('0000-01-01') + duration({months: -9223372036854775808})", "NumberOutOfRange"),
    ("duration({days: 9223372036854775807}) + duration('P1D')", "IntegerOverflow"),
    ("duration('P1M1DT1S') * 0.5", "'P15DT17H14M33.5S'"),
    ("3 * duration('P1M1DT1.5S')", "'P3M3DT4.5S'"),
    ("duration('P1M1DT1S') * -1", "'P-1M-1DT-1S'"),
    ("duration('P1D') / 3", "'PT8H'"), ("duration('P1D') / -0.5", "'P-2D'"),
    ("duration('PT1S') / 3", "'PT0.333333333S'"),
    ("duration('P1D') / 0", "DivisionByZero"),
    ("duration('P1D') / (0.0 / 0.0)", "NumberOutOfRange"),
    ("duration('P9223372036854775807D') * 2", "IntegerOverflow"),
    ("duration('PT9223372036854775807S') * 0.1", "'PT256204778801521H33M0.7S'"),
    ("duration('P1D') * 1e-300", "'PT0S'"),
    ("duration('P1D') * 'x'", "NotConstant(what: \"multiply\")"),
  ])
  func arithmetic(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }

  @Test(arguments: [
    ("date('1984-10-11')", "date('2015-06-24')", "P30Y8M13D"),
    ("date('1984-10-11')", "localdatetime('2016-07-21T21:45:22.142')", "P31Y9M10DT21H45M22.142S"),
    (
      "date('1984-10-11')", "datetime('2015-07-21T21:40:32.142+0100')",
      "P30Y9M10DT21H40M32.142S"
    ),
    ("date('1984-10-11')", "time('16:30+0100')", "PT16H30M"),
    ("localtime('14:30')", "date('2015-06-24')", "PT-14H-30M"),
    ("localtime('14:30')", "time('16:30+0100')", "PT2H"),
    ("time('14:30')", "datetime('2015-07-21T21:40:32.142+0100')", "PT6H10M32.142S"),
    ("time('14:30')", "time('16:30+0100')", "PT1H"),
    ("localdatetime('2015-07-21T21:40:32.142')", "date('2015-06-24')", "P-27DT-21H-40M-32.142S"),
    (
      "localdatetime('2015-07-21T21:40:32.142')", "datetime('2015-07-21T21:40:32.142+0100')",
      "PT0S"
    ),
    ("datetime('2014-07-21T21:40:36.143+0200')", "date('2015-06-24')", "P11M2DT2H19M23.857S"),
    (
      "datetime('2014-07-21T21:40:36.143+0200')", "localdatetime('2016-07-21T21:45:22.142')",
      "P2YT4M45.999S"
    ),
    (
      "datetime('2014-07-21T21:40:36.143+0200')", "datetime('2015-07-21T21:40:32.142+0100')",
      "P1YT59M55.999S"
    ),
    ("datetime('2014-07-21T21:40:36.143+0200')", "time('16:30+0100')", "PT-4H-10M-36.143S"),
    ("localdatetime('2018-01-01T12:00')", "localdatetime('2018-01-02T10:00')", "PT22H"),
    (
      "localdatetime('2018-01-02T10:00:00.1')", "localdatetime('2018-01-01T10:00:00.2')",
      "PT-23H-59M-59.9S"
    ),
    (
      "datetime('2017-10-28T23:00+02:00[Europe/Stockholm]')",
      "datetime('2017-10-29T04:00+01:00[Europe/Stockholm]')", "PT6H"
    ),
    (
      "datetime('2017-10-29T04:00+01:00[Europe/Stockholm]')",
      "datetime('2017-10-28T23:00+02:00[Europe/Stockholm]')", "PT-6H"
    ),
    ("date('-999999999-01-01')", "date('+999999999-12-31')", "P1999999998Y11M30D"),
    ("date('2024-01-31')", "date('2024-02-29')", "P29D"),
  ])
  func between(_ start: String, _ end: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome("duration.between(\(start), \(end))") == "'\(wanted)'")
  }

  @Test(arguments: [
    ("duration.inMonths(date('1984-10-11'), date('2015-06-24'))", "'P30Y8M'"),
    ("duration.inMonths(date('1984-10-11'), localtime('16:30'))", "'PT0S'"),
    (
      "duration.inMonths(datetime('2014-07-21T21:40:36.143+0200'), "
        + "datetime('2015-07-21T21:40:32.142+0100'))", "'P1Y'"
    ),
    ("duration.inDays(date('1984-10-11'), date('2015-06-24'))", "'P11213D'"),
    (
      "duration.inDays(localdatetime('2015-07-21T21:40:32.142'), date('2015-06-24'))", "'P-27D'"
    ),
    (
      "duration.inDays(datetime('2014-07-21T21:40:36.143+0200'), date('2015-06-24'))", "'P337D'"
    ),
    ("duration.inSeconds(date('1984-10-11'), date('2015-06-24'))", "'PT269112H'"),
    (
      "duration.inSeconds(localdatetime('2014-07-21T21:40:36.143'), "
        + "localdatetime('2014-07-21T21:40:36.142'))", "'PT-0.001S'"
    ),
    (
      "duration.inSeconds(localdatetime('-999999999-01-01'), "
        + "localdatetime('+999999999-12-31T23:59:59'))", "'PT17531639991215H59M59S'"
    ),
    (
      "duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, "
        + "timezone: 'Europe/Stockholm'}), localtime({hour: 4}))", "'PT5H'"
    ),
    (
      "duration.inSeconds(date({year: 2017, month: 10, day: 29}), datetime({year: 2017, "
        + "month: 10, day: 29, hour: 4, timezone: 'Europe/Stockholm'}))", "'PT5H'"
    ),
    (
      "duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, "
        + "timezone: 'Europe/Stockholm'}), date({year: 2017, month: 10, day: 30}))", "'PT25H'"
    ),
    ("duration.between(null, date('2024-01-01'))", "null"),
    ("duration.between(duration('P1D'), date('2024-01-01'))", "InvalidArgumentValue"),
    ("duration.between(1, date('2024-01-01'))", "InvalidArgumentType"),
  ])
  func units(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }
}
