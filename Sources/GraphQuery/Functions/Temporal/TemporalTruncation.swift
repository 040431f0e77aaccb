import PropertyGraph

/// Rounding down to a unit of time.
enum TemporalUnit: String, CaseIterable {
  case millennium, century, decade, year, weekYear, quarter, month, week, day
  case hour, minute, second, millisecond, microsecond

  /// Whether the unit is a day or longer.
  var isOfDate: Bool {
    switch self {
    case .hour, .minute, .second, .millisecond, .microsecond: false
    default: true
    }
  }

  /// The first day of the unit that holds the day.
  func truncate(days: Int64) throws(EvaluationError) -> Int64 {
    let date = CivilDate(daysSinceEpoch: days)
    func years(_ count: Int64) throws(EvaluationError) -> Int64 {
      let year = date.year.flooredQuotient(count) * count
      return try Calendar.clamped(year: year, month: 1, day: 1)
    }
    switch self {
    case .millennium: return try years(1_000)
    case .century: return try years(100)
    case .decade: return try years(10)
    case .year: return try years(1)
    case .weekYear:
      return try Calendar.checked(
        days: Calendar.firstMonday(ofWeekYear: Calendar.week(days).year))
    case .quarter:
      return Calendar.days(
        year: date.year, month: Calendar.quarter(ofMonth: date.month) * 3 - 2, day: 1)
    case .month: return days - date.day + 1
    case .week: return try Calendar.checked(days: days - Calendar.weekday(days) + 1)
    default: return days
    }
  }

  /// The start of the unit that holds the time of day.
  func truncate(nanoseconds: Int64) -> Int64 {
    let unit: Int64 =
      switch self {
      case .hour: 3_600_000_000_000
      case .minute: 60_000_000_000
      case .second: 1_000_000_000
      case .millisecond: 1_000_000
      case .microsecond: 1_000
      default: LocalMoment.nanosecondsPerDay
      }
    return nanoseconds / unit * unit
  }

  /// Fields that keep what the unit leaves of the second when a map adds smaller ones.
  func keepFraction(of nanoseconds: Int64, in fields: inout TimeFields) {
    let fraction = nanoseconds % LocalMoment.nanosecondsPerSecond
    guard self == .millisecond || self == .microsecond else { return }
    if fields.millisecond == nil { fields.millisecond = fraction / 1_000_000 }
    if self == .microsecond, fields.microsecond == nil {
      fields.microsecond = fraction / 1_000 % 1_000
    }
  }
}

/// `date.truncate` and its family: a value rounded down to a unit, then fields of a map put on top.
struct TemporalTruncation {
  private let function: String
  private let unit: TemporalUnit
  private let value: TemporalValue
  private var map: TemporalMap

  /// The given arguments: unit, value and (perhaps) map.
  init(
    _ function: String, _ unit: Text, _ value: TemporalValue, _ map: PropertyMap,
    accepting accepted: TemporalMap.Accepted
  ) throws(EvaluationError) {
    self.function = function
    self.value = value
    let units = TemporalUnit.allCases.filter { unit in
      unit == .day || (unit.isOfDate ? accepted.contains(.date) : accepted.contains(.time))
    }
    guard let known = units.first(where: { Text($0.rawValue) == unit }) else {
      throw TemporalWording.unknownUnit(
        unit, of: function, among: units.map { Text($0.rawValue) })
    }
    self.unit = known
    self.map = try TemporalMap(map, for: function, accepting: accepted)
  }

  private func truncatedDays(_ parts: TemporalParts) throws(EvaluationError) -> Int64 {
    guard let days = parts.days else { throw TemporalWording.lacks("date", value, for: function) }
    return try map.dateFields.days(from: try unit.truncate(days: days))
  }

  private func truncatedTime(
    _ parts: TemporalParts, isNeeded: Bool
  ) throws(EvaluationError) -> Int64 {
    guard parts.nanoseconds != nil || unit.isOfDate && !isNeeded else {
      throw TemporalWording.lacks("time of day", value, for: function)
    }
    let nanoseconds = unit.truncate(nanoseconds: parts.nanoseconds ?? 0)
    var fields = map.timeFields
    if !fields.isEmpty { unit.keepFraction(of: nanoseconds, in: &fields) }
    return try fields.nanoseconds(from: nanoseconds)
  }

  func date() throws(EvaluationError) -> TemporalValue {
    .date(days: try truncatedDays(TemporalParts(value)))
  }

  func localTime() throws(EvaluationError) -> TemporalValue {
    .localTime(nanoseconds: try truncatedTime(TemporalParts(value), isNeeded: true))
  }

  /// A zone of the map replaces that of the value without moving the clock.
  func time(at moment: Int64) throws(EvaluationError) -> TemporalValue {
    let parts = TemporalParts(value)
    return .time(
      nanoseconds: try truncatedTime(parts, isNeeded: true),
      offset: map.zone?.offset(at: moment) ?? parts.offset ?? 0)
  }

  private func local() throws(EvaluationError) -> LocalMoment {
    let parts = TemporalParts(value)
    return LocalMoment(
      days: try truncatedDays(parts), nanoseconds: try truncatedTime(parts, isNeeded: false))
  }

  func localDateTime() throws(EvaluationError) -> TemporalValue { try local().localValue }

  func dateTime() throws(EvaluationError) -> TemporalValue {
    let own = try TemporalParts(value).zone()
    let zone = map.zone ?? own ?? .universal
    return try zone.value(at: try local())
  }
}
