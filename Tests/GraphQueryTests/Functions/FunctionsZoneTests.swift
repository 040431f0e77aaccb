import PropertyGraph
import Testing

@testable import GraphQuery

struct FunctionsZoneTests {
  /// Local mean time has seconds; Stockholm's history before 1970 is Berlin's.
  @Test(arguments: [
    ("1818-07-21T21:40[Europe/Stockholm]", "1818-07-21T21:40+00:53:28[Europe/Stockholm]"),
    ("1818-07-21T21:40[Europe/London]", "1818-07-21T21:40-00:01:15[Europe/London]"),
    ("2015-07-21T12:00[Australia/Eucla]", "2015-07-21T12:00+08:45[Australia/Eucla]"),
    // Beyond the last transition of the file the recurring rule holds, in both hemispheres.
    ("2400-07-01T12:00[Europe/London]", "2400-07-01T12:00+01:00[Europe/London]"),
    ("2400-01-01T12:00[Europe/London]", "2400-01-01T12:00Z[Europe/London]"),
    ("2400-07-01T12:00[Australia/Sydney]", "2400-07-01T12:00+10:00[Australia/Sydney]"),
    ("2400-01-01T12:00[Australia/Sydney]", "2400-01-01T12:00+11:00[Australia/Sydney]"),
  ])
  func offsets(_ text: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome("datetime('\(text)')") == "'\(wanted)'")
  }

  @Test func aSystemWithoutZonesSaysSo() throws {
    let database = ZoneDatabase(directory: "/nonexistent")
    #expect(try database.rules(named: "UTC").offset(at: 0) == 0)
    let error = #expect(throws: EvaluationError.self) {
      try database.rules(named: "Europe/London")
    }
    #expect(error?.code == "TimeZonesMissing")
    #expect(error?.help?.contains("tzdata") == true)
  }

  @Test func aDamagedFileIsNoZone() {
    #expect(ZoneFileReader.rules(in: []) == nil)
    #expect(ZoneFileReader.rules(in: Array("TZif2".utf8)) == nil)
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    #expect(
      ZoneFileReader.rules(in: header + [UInt8](repeating: 0xFF, count: 24)) == nil)
    #expect(
      ZoneFileReader.rules(in: header + [UInt8](repeating: 0, count: 15) + [9, 0, 0, 0, 9])
        == nil)
  }

  @Test(
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", 1_711_846_799, 3_600),
      ("CET-1CEST,M3.5.0,M10.5.0/3", 1_711_846_800, 7_200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", 1_729_990_800, 3_600),
      ("<+0845>-8:45", 0, 31_500), ("EST5", 0, -18_000),
      // Day 60 is 1 March, in a leap year as well.
      ("AAA0BBB,J60/0,J61/0", 1_709_251_200, 3_600), ("AAA0BBB,59/0,60/0", 1_709_164_800, 3_600),
    ] as [(String, Int64, Int32)])
  func recurringRules(_ text: String, _ instant: Int64, _ wanted: Int32) {
    #expect(RecurringZoneRule(posix: Array(text.utf8))?.offset(at: instant) == wanted)
  }

  @Test(arguments: ["", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M1.1.0", "<+08", "CET-1,x"])
  func otherTextsAreNoRule(_ text: String) {
    #expect(RecurringZoneRule(posix: Array(text.utf8)) == nil)
  }
}
