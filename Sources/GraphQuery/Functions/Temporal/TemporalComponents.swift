import PropertyGraph

/// The fields of temporal values that can be read: `.year`, `.epochMillis`, `.minutesOfHour`.
enum TemporalComponents {
  /// The field of that name, `nil` if the type has none such.
  static func value(of value: TemporalValue, key: Text) throws(EvaluationError) -> Value? {
    if case .duration(let duration) = value {
      return try ofDuration(duration, key.string).map { .integer($0) }
    }
    let parts = TemporalParts(value)
    if let days = parts.days, let number = ofDate(days, key.string) { return .integer(number) }
    if let nanoseconds = parts.nanoseconds, let number = ofTime(nanoseconds, key.string) {
      return .integer(number)
    }
    guard let offset = parts.offset else { return nil }
    switch key {
    case "timezone": return .text(parts.zoneName ?? text(ofOffset: offset))
    case "offset": return .text(text(ofOffset: offset))
    case "offsetMinutes": return .integer(Int64(offset / 60))
    case "offsetSeconds": return .integer(Int64(offset))
    default: break
    }
    guard let days = parts.days, let nanoseconds = parts.nanoseconds else { return nil }
    let moment = LocalMoment(days: days, nanoseconds: nanoseconds).universal(offset: offset)
    switch key {
    case "epochSeconds": return .integer(moment.seconds)
    case "epochMillis":
      let (milliseconds, overflows) = moment.seconds.multipliedReportingOverflow(by: 1_000)
      guard !overflows else { throw FunctionsWording.integerOverflow("epochMillis") }
      return .integer(milliseconds + moment.nanoseconds / 1_000_000 % 1_000)
    default: return nil
    }
  }

  /// `Z` or `+01:00`, as in the text of a time.
  private static func text(ofOffset offset: Int32) -> Text {
    let midnight = TemporalValue.time(nanoseconds: 0, offset: offset).isoText
    return Text(utf8: midnight.utf8.dropFirst("00:00".utf8.count))
  }

  private static func ofDate(_ days: Int64, _ key: String) -> Int64? {
    let date = CivilDate(daysSinceEpoch: days)
    return switch key {
    case "year": date.year
    case "quarter": Calendar.quarter(ofMonth: date.month)
    case "month": date.month
    case "week": Calendar.week(days).week
    case "weekYear": Calendar.week(days).year
    case "day": date.day
    case "ordinalDay": Calendar.ordinal(days)
    case "weekDay", "dayOfWeek": Calendar.weekday(days)
    case "dayOfQuarter": Calendar.dayOfQuarter(days)
    default: nil
    }
  }

  private static func ofTime(_ nanoseconds: Int64, _ key: String) -> Int64? {
    let fraction = nanoseconds % LocalMoment.nanosecondsPerSecond
    return switch key {
    case "hour": nanoseconds / 3_600_000_000_000
    case "minute": nanoseconds / 60_000_000_000 % 60
    case "second": nanoseconds / LocalMoment.nanosecondsPerSecond % 60
    case "millisecond": fraction / 1_000_000
    case "microsecond": fraction / 1_000
    case "nanosecond": fraction
    default: nil
    }
  }

  /// Whole components count towards zero, as the text of a duration does.
  private static func ofDuration(
    _ duration: TemporalValue.Duration, _ key: String
  ) throws(EvaluationError) -> Int64? {
    let nanoseconds = DurationArithmetic.nanoseconds(duration)
    let seconds = nanoseconds / 1_000_000_000
    let fraction = nanoseconds % 1_000_000_000
    let component: Int128? =
      switch key {
      case "years": Int128(duration.months / 12)
      case "quarters": Int128(duration.months / 3)
      case "months": Int128(duration.months)
      case "weeks": Int128(duration.days / 7)
      case "days": Int128(duration.days)
      case "hours": seconds / 3_600
      case "minutes": seconds / 60
      case "seconds": seconds
      case "milliseconds": nanoseconds / 1_000_000
      case "microseconds": nanoseconds / 1_000
      case "nanoseconds": nanoseconds
      case "quartersOfYear": Int128(duration.months / 3 % 4)
      case "monthsOfQuarter": Int128(duration.months % 3)
      case "monthsOfYear": Int128(duration.months % 12)
      case "daysOfWeek": Int128(duration.days % 7)
      case "minutesOfHour": seconds / 60 % 60
      case "secondsOfMinute": seconds % 60
      case "millisecondsOfSecond": fraction / 1_000_000
      case "microsecondsOfSecond": fraction / 1_000
      case "nanosecondsOfSecond": fraction
      default: nil
      }
    guard let component else { return nil }
    guard let number = Int64(exactly: component) else {
      throw FunctionsWording.integerOverflow(key)
    }
    return number
  }
}
