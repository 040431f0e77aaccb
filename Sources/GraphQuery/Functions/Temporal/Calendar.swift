import PropertyGraph

/// The proleptic Gregorian calendar beyond year, month and day: weeks and quarters (ISO 8601).
enum Calendar {
  private static let limit = (
    first: days(year: -CivilDate.largestYear, month: 1, day: 1),
    last: days(year: CivilDate.largestYear, month: 12, day: 31)
  )

  /// Days since 1970-01-01; days beyond the month count on. The calendar repeats every 400 years,
  /// so that any year will do.
  static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let cycle = year.flooredQuotient(400)
    let first = CivilDate(year: year - cycle * 400, month: month, day: 1)
    return (first?.daysSinceEpoch ?? 0) + cycle * 146_097 + day - 1
  }

  /// The days, if the calendar reaches so far.
  static func checked(days: Int64) throws(EvaluationError) -> Int64 {
    guard (limit.first...limit.last).contains(days) else {
      throw TemporalWording.outsideCalendar()
    }
    return days
  }

  /// 1 for Monday to 7 for Sunday.
  static func weekday(_ days: Int64) -> Int64 {
    days + 3 - (days + 3).flooredQuotient(7) * 7 + 1
  }

  /// The Monday of week 1: of the week with the year's first Thursday.
  static func firstMonday(ofWeekYear year: Int64) -> Int64 {
    let fourth = days(year: year, month: 1, day: 4)
    return fourth - weekday(fourth) + 1
  }

  /// The ISO week and the year it belongs to.
  static func week(_ days: Int64) -> (year: Int64, week: Int64) {
    let thursday = days - weekday(days) + 4
    let year = CivilDate(daysSinceEpoch: thursday).year
    return (year, (thursday - Self.days(year: year, month: 1, day: 1)) / 7 + 1)
  }

  /// 52 or 53.
  static func weeks(inWeekYear year: Int64) -> Int64 {
    week(days(year: year, month: 12, day: 28)).week
  }

  /// 365 or 366.
  static func length(ofYear year: Int64) -> Int64 { CivilDate.isLeap(year) ? 366 : 365 }

  static func quarter(ofMonth month: Int64) -> Int64 { (month - 1) / 3 + 1 }

  static func length(ofQuarter quarter: Int64, year: Int64) -> Int64 {
    (quarter * 3 - 2...quarter * 3).reduce(0) { $0 + CivilDate.length(ofMonth: $1, year: year) }
  }

  /// The position of a day in its year, from 1.
  static func ordinal(_ days: Int64) -> Int64 {
    days - Self.days(year: CivilDate(daysSinceEpoch: days).year, month: 1, day: 1) + 1
  }

  /// The position of a day in its quarter, from 1.
  static func dayOfQuarter(_ days: Int64) -> Int64 {
    let date = CivilDate(daysSinceEpoch: days)
    return days - Self.days(year: date.year, month: quarter(ofMonth: date.month) * 3 - 2, day: 1)
      + 1
  }

  /// The day so many months later; the last of the month where that is shorter.
  static func adding(months: Int64, to days: Int64) throws(EvaluationError) -> Int64 {
    let date = CivilDate(daysSinceEpoch: days)
    let (total, overflows) = (date.year * 12 + date.month - 1).addingReportingOverflow(months)
    guard !overflows else { throw TemporalWording.outsideCalendar() }
    return try clamped(
      year: total.flooredQuotient(12), month: total.flooredRemainder(12) + 1,
      day: date.day)
  }

  /// The day so many days later.
  static func adding(days more: Int64, to days: Int64) throws(EvaluationError) -> Int64 {
    let (total, overflows) = days.addingReportingOverflow(more)
    guard !overflows else { throw TemporalWording.outsideCalendar() }
    return try checked(days: total)
  }

  /// A day of a month, or the month's last if it is shorter.
  static func clamped(year: Int64, month: Int64, day: Int64) throws(EvaluationError) -> Int64 {
    guard (-CivilDate.largestYear...CivilDate.largestYear).contains(year) else {
      throw TemporalWording.outsideCalendar()
    }
    return days(
      year: year, month: month, day: min(day, CivilDate.length(ofMonth: month, year: year)))
  }

  /// Whole months from one day to another, towards zero.
  static func months(from start: Int64, to end: Int64) -> Int64 {
    func packed(_ days: Int64) -> Int64 {
      let date = CivilDate(daysSinceEpoch: days)
      return (date.year * 12 + date.month - 1) * 32 + date.day
    }
    return (packed(end) - packed(start)) / 32
  }
}
