import PropertyGraph

/// The time from one temporal value to another. What one side lacks it takes from the other: a date
/// begins at midnight, a time of day lies on the other's date, a local time in the other's zone.
struct DurationBetween {
  private var start: TemporalParts
  private var end: TemporalParts
  private let zone: Zone
  private let hasDates: Bool

  init(_ start: TemporalValue, _ end: TemporalValue) throws(EvaluationError) {
    for value in [start, end] {
      if case .duration = value { throw TemporalWording.lacks("date", value, for: "duration") }
    }
    var first = TemporalParts(start)
    var last = TemporalParts(end)
    hasDates = first.days != nil && last.days != nil
    first.nanoseconds = first.nanoseconds ?? 0
    last.nanoseconds = last.nanoseconds ?? 0
    let date = first.days ?? last.days ?? 0
    first.days = first.days ?? date
    last.days = last.days ?? date
    let firstZone = try first.zone()
    let lastZone = try last.zone()
    zone = firstZone ?? lastZone ?? .universal
    self.start = try Self.placed(first, in: zone, hasOffset: first.offset != nil)
    self.end = try Self.placed(last, in: lastZone ?? zone, hasOffset: last.offset != nil)
  }

  /// The parts with an offset: their own, or the zone's at that time.
  private static func placed(
    _ parts: TemporalParts, in zone: Zone, hasOffset: Bool
  ) throws(EvaluationError) -> TemporalParts {
    if hasOffset { return parts }
    return TemporalParts(try zone.value(at: local(parts)))
  }

  private static func local(_ parts: TemporalParts) -> LocalMoment {
    LocalMoment(days: parts.days ?? 0, nanoseconds: parts.nanoseconds ?? 0)
  }

  private static func universal(_ parts: TemporalParts) -> LocalMoment {
    local(parts).universal(offset: parts.offset ?? 0)
  }

  /// The end on the clock of the start's zone.
  private func localEnd() throws(EvaluationError) -> LocalMoment {
    Self.local(TemporalParts(try zone.value(atUniversal: Self.universal(end))))
  }

  /// Nanoseconds from one moment to another.
  private func nanoseconds(from: LocalMoment, to: LocalMoment) -> Int128 {
    Int128(to.days - from.days) * Int128(LocalMoment.nanosecondsPerDay)
      + Int128(to.nanoseconds - from.nanoseconds)
  }

  /// The last day that whole days from the start reach before the end.
  private func lastWholeDay(from start: LocalMoment, to end: LocalMoment) -> Int64 {
    if end.days > start.days, end.nanoseconds < start.nanoseconds { return end.days - 1 }
    if end.days < start.days, end.nanoseconds > start.nanoseconds { return end.days + 1 }
    return end.days
  }

  /// Months, then days, then the rest.
  func inAll() throws(EvaluationError) -> TemporalValue.Duration {
    guard hasDates else { return try inSeconds() }
    let first = Self.local(start)
    let last = try localEnd()
    let months = Calendar.months(from: first.days, to: lastWholeDay(from: first, to: last))
    var moved = first
    moved.days = try Calendar.adding(months: months, to: first.days)
    let days = lastWholeDay(from: moved, to: last) - moved.days
    moved.days += days
    let reached =
      months == 0 && days == 0 ? start : TemporalParts(try zone.value(at: moved))
    return try DurationArithmetic.assemble(
      months: Int128(months), fractionOfMonth: 0, days: Int128(days), fractionOfDay: 0,
      nanoseconds: nanoseconds(from: Self.universal(reached), to: Self.universal(end)))
  }

  /// Whole months; none where a date is missing.
  func inMonths() throws(EvaluationError) -> TemporalValue.Duration {
    guard hasDates else { return .init() }
    let first = Self.local(start)
    let last = lastWholeDay(from: first, to: try localEnd())
    return .init(months: Calendar.months(from: first.days, to: last))
  }

  /// Whole days; none where a date is missing.
  func inDays() throws(EvaluationError) -> TemporalValue.Duration {
    guard hasDates else { return .init() }
    let first = Self.local(start)
    return .init(days: lastWholeDay(from: first, to: try localEnd()) - first.days)
  }

  /// Seconds and their fractions.
  func inSeconds() throws(EvaluationError) -> TemporalValue.Duration {
    try DurationArithmetic.assemble(
      months: 0, fractionOfMonth: 0, days: 0, fractionOfDay: 0,
      nanoseconds: nanoseconds(from: Self.universal(start), to: Self.universal(end)))
  }
}
