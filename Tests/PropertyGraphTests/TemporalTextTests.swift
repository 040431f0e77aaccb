import GraphTesting
import PropertyGraph
import Testing

@Suite struct TemporalTextTests {
  private static let second: Int64 = 1_000_000_000

  @Test(
    arguments: [
      (TemporalValue.date(days: 0), "1970-01-01"), (.date(days: -1), "1969-12-31"),
      (.date(days: -719_529), "-0001-12-31"), (.date(days: 2_932_897), "+10000-01-01"),
      (.date(days: 365_241_780_471), "+999999999-12-31"),
      (.date(days: -365_243_219_162), "-999999999-01-01"),
      (.localTime(nanoseconds: 0), "00:00"), (.localTime(nanoseconds: 45_060 * second), "12:31"),
      (.localTime(nanoseconds: 45_074_645_876_123), "12:31:14.645876123"),
      (.localTime(nanoseconds: 45_060 * second + 500_000_000), "12:31:00.5"),
      (.time(nanoseconds: 45_060 * second, offset: 0), "12:31Z"),
      (.time(nanoseconds: 45_060 * second, offset: 3_600), "12:31+01:00"),
      (.time(nanoseconds: 45_060 * second, offset: -1_172), "12:31-00:19:32"),
      (.localDateTime(days: 5_397, nanoseconds: 45_074 * second), "1984-10-11T12:31:14"),
      (
        .dateTime(
          days: 5_397, nanoseconds: 45_074 * second, offset: 3_600, zone: "Europe/Stockholm"),
        "1984-10-11T12:31:14+01:00[Europe/Stockholm]"
      ),
      (.dateTime(days: 5_397, nanoseconds: 0, offset: 0, zone: nil), "1984-10-11T00:00Z"),
      (.duration(.init()), "PT0S"),
      (
        .duration(.init(months: 14, days: 3, seconds: 14_706, nanoseconds: 700_000_000)),
        "P1Y2M3DT4H5M6.7S"
      ),
      (.duration(.init(months: -14, days: -3)), "P-1Y-2M-3D"),
      (.duration(.init(seconds: 1, nanoseconds: 999_000_000)), "PT1.999S"),
      (.duration(.init(seconds: -2, nanoseconds: 1_000_000)), "PT-1.999S"),
      (.duration(.init(days: 1, seconds: -1, nanoseconds: 999_000_000)), "P1DT-0.001S"),
      (.duration(.init(seconds: -61, nanoseconds: 999_000_000)), "PT-1M-0.001S"),
      (.duration(.init(seconds: 59, nanoseconds: 999_000_000)), "PT59.999S"),
      (.duration(.init(seconds: -7_200)), "PT-2H"),
    ] as [(TemporalValue, String)])
  func canonical(value: TemporalValue, text: String) {
    #expect(value.isoText == Text(text))
    #expect(TemporalValue(value.kind, iso: Text(text)) == value)
  }

  @Test(arguments: [
    (TemporalValue.Kind.date, "1984-13-01"), (.date, "1984-1-1"), (.date, "1984-10-11T"),
    (.date, "+1000000000-01-01"), (.localTime, "24:00"), (.localTime, "12:60"), (.time, "12:31"),
    (.localTime, "12:31:14."), (.dateTime, "1984-10-11T12:31"), (.dateTime, "1984-10-11T12:31Z[]"),
    (.duration, "P"), (.duration, "PT"), (.duration, "P1M1Y"), (.duration, "P1.5Y"),
    (.duration, "1Y"), (.duration, "P999999999999999999Y"), (.date, ""),
  ])
  func refuses(kind: TemporalValue.Kind, text: String) {
    #expect(TemporalValue(kind, iso: Text(text)) == nil)
  }

  @Test func datesOfAllYearsComeBack() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<20_000 {
      let days = Int64.random(in: -365_243_219_162...365_241_780_471, using: &generator)
      let date = CivilDate(daysSinceEpoch: days)
      #expect(date.daysSinceEpoch == days)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
    }
  }
}
