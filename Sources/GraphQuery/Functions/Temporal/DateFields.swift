import PropertyGraph

/// The fields that name a day, and the day they name: by month, week, quarter or day of the year.
/// Fields replace those of a day they start from, or stand alone.
struct DateFields {
  var year: Int64?
  var month: Int64?
  var day: Int64?
  var week: Int64?
  var dayOfWeek: Int64?
  var ordinalDay: Int64?
  var quarter: Int64?
  var dayOfQuarter: Int64?

  static let names: [Text] = [
    "year", "month", "day", "week", "dayOfWeek", "ordinalDay", "quarter", "dayOfQuarter",
  ]

  var isEmpty: Bool {
    year == nil && month == nil && day == nil && week == nil && dayOfWeek == nil
      && ordinalDay == nil && quarter == nil && dayOfQuarter == nil
  }

  /// Days since 1970-01-01, starting from another day or, without one, from the first of the year.
  func days(from base: Int64?) throws(EvaluationError) -> Int64 {
    try checkGroups()
    if base == nil { try checkComplete() }
    if week != nil || dayOfWeek != nil { return try byWeek(from: base) }
    if quarter != nil || dayOfQuarter != nil { return try byQuarter(from: base) }
    if ordinalDay != nil { return try byOrdinal(from: base) }
    return try byMonth(from: base)
  }

  private func checkGroups() throws(EvaluationError) {
    let groups: [(field: String, isUsed: Bool)] = [
      ("month", month != nil), ("day", day != nil), ("week", week != nil),
      ("dayOfWeek", dayOfWeek != nil), ("quarter", quarter != nil),
      ("dayOfQuarter", dayOfQuarter != nil), ("ordinalDay", ordinalDay != nil),
    ]
    let families = [["month", "day"], ["week", "dayOfWeek"], ["quarter", "dayOfQuarter"]]
    let used = groups.filter(\.isUsed).map(\.field)
    guard let first = used.first else { return }
    let family = families.first { $0.contains(first) } ?? [first]
    if let other = used.first(where: { !family.contains($0) }) {
      throw TemporalWording.fieldsExclude(first, other)
    }
  }

  private func checkComplete() throws(EvaluationError) {
    guard year != nil else { throw TemporalWording.missing("year") }
    if day != nil, month == nil { throw TemporalWording.missing("month", for: "day") }
    if dayOfWeek != nil, week == nil { throw TemporalWording.missing("week", for: "dayOfWeek") }
    if dayOfQuarter != nil, quarter == nil {
      throw TemporalWording.missing("quarter", for: "dayOfQuarter")
    }
  }

  private func checked(
    _ value: Int64, _ name: String, _ range: ClosedRange<Int64>
  ) throws(EvaluationError) -> Int64 {
    guard range.contains(value) else { throw TemporalWording.outOfRange(name, value, range) }
    return value
  }

  private func checkedYear(or other: Int64) throws(EvaluationError) -> Int64 {
    try checked(year ?? other, "year", -CivilDate.largestYear...CivilDate.largestYear)
  }

  private func byWeek(from base: Int64?) throws(EvaluationError) -> Int64 {
    let current = base.map(Calendar.week) ?? (year: 0, week: 1)
    let year = try checkedYear(or: current.year)
    let week = try checked(
      week ?? current.week, "week", 1...Calendar.weeks(inWeekYear: year))
    let day = try checked(dayOfWeek ?? base.map(Calendar.weekday) ?? 1, "dayOfWeek", 1...7)
    return try Calendar.checked(
      days: Calendar.firstMonday(ofWeekYear: year) + (week - 1) * 7 + day - 1)
  }

  private func byQuarter(from base: Int64?) throws(EvaluationError) -> Int64 {
    let current = CivilDate(daysSinceEpoch: base ?? 0)
    let year = try checkedYear(or: current.year)
    let quarter = try checked(
      quarter ?? Calendar.quarter(ofMonth: current.month), "quarter", 1...4)
    if let dayOfQuarter {
      let day = try checked(
        dayOfQuarter, "dayOfQuarter", 1...Calendar.length(ofQuarter: quarter, year: year))
      return Calendar.days(year: year, month: quarter * 3 - 2, day: day)
    }
    let month = quarter * 3 - 2 + (base == nil ? 0 : (current.month - 1) % 3)
    return try Calendar.clamped(year: year, month: month, day: base == nil ? 1 : current.day)
  }

  private func byOrdinal(from base: Int64?) throws(EvaluationError) -> Int64 {
    let year = try checkedYear(or: base.map { CivilDate(daysSinceEpoch: $0).year } ?? 0)
    let day = try checked(ordinalDay ?? 1, "ordinalDay", 1...Calendar.length(ofYear: year))
    return Calendar.days(year: year, month: 1, day: day)
  }

  private func byMonth(from base: Int64?) throws(EvaluationError) -> Int64 {
    let current = base.map { CivilDate(daysSinceEpoch: $0) }
    let year = try checkedYear(or: current?.year ?? 0)
    let month = try checked(month ?? current?.month ?? 1, "month", 1...12)
    guard let day else {
      return try Calendar.clamped(year: year, month: month, day: current?.day ?? 1)
    }
    _ = try checked(day, "day", 1...CivilDate.length(ofMonth: month, year: year))
    return Calendar.days(year: year, month: month, day: day)
  }
}
