import PropertyGraph

/// `+`, `-`, `*` and `/` where one side is a temporal value.
enum TemporalArithmetic {
  /// The result, `nil` if the types do not go together.
  static func apply(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(EvaluationError) -> Value? {
    switch (operation, left, right) {
    case (.add, .temporal(.duration(let a)), .temporal(.duration(let b))):
      return .temporal(.duration(try DurationArithmetic.sum(a, b)))
    case (.subtract, .temporal(.duration(let a)), .temporal(.duration(let b))):
      return .temporal(.duration(try DurationArithmetic.difference(a, b)))
    case (.add, .temporal(let moment), .temporal(.duration(let duration))),
      (.add, .temporal(.duration(let duration)), .temporal(let moment)):
      return .temporal(try add(duration, to: moment))
    case (.subtract, .temporal(let moment), .temporal(.duration(let duration))):
      return .temporal(try add(try DurationArithmetic.negated(duration), to: moment))
    case (.multiply, .temporal(.duration(let duration)), let factor),
      (.multiply, let factor, .temporal(.duration(let duration))):
      guard let decimal = try decimal(factor, "multiplied") else { return nil }
      return .temporal(
        .duration(
          try DurationArithmetic.product(duration, decimal.units, over: decimal.scale)))
    case (.divide, .temporal(.duration(let duration)), let divisor):
      guard let decimal = try decimal(divisor, "divided") else { return nil }
      guard decimal.units != 0 else { throw TemporalWording.divisionByZero() }
      let sign: Int128 = decimal.units < 0 ? -1 : 1
      return .temporal(
        .duration(
          try DurationArithmetic.product(
            duration, decimal.scale * sign, over: decimal.units * sign)))
    default: return nil
    }
  }

  private static func decimal(
    _ value: Value, _ operation: String
  ) throws(EvaluationError) -> Decimal? {
    switch value {
    case .integer(let number): return Decimal(integer: number)
    case .float(let number):
      guard let decimal = Decimal(double: number) else {
        throw TemporalWording.notFinite(operation)
      }
      return decimal
    default: return nil
    }
  }

  /// Months first (clamped to the month's last day), then days, then the rest. A date takes whole
  /// days of the rest, a time of day the rest alone; a zone keeps the clock for months and days, and
  /// the moment for the rest.
  private static func add(
    _ duration: TemporalValue.Duration, to value: TemporalValue
  ) throws(EvaluationError) -> TemporalValue {
    switch value {
    case .date(let days):
      let moved = try moved(days, by: duration)
      let rest = DurationArithmetic.nanoseconds(duration) / DurationArithmetic.nanosecondsPerDay
      return .date(days: try Calendar.adding(days: Int64(rest), to: moved))
    case .localTime(let nanoseconds):
      return .localTime(nanoseconds: wrapped(nanoseconds, plus: duration))
    case .time(let nanoseconds, let offset):
      return .time(nanoseconds: wrapped(nanoseconds, plus: duration), offset: offset)
    case .localDateTime(let days, let nanoseconds):
      let local = LocalMoment(days: try moved(days, by: duration), nanoseconds: nanoseconds)
      return try local.adding(seconds: duration.seconds, nanoseconds: duration.nanoseconds)
        .localValue
    case .dateTime(let days, let nanoseconds, let offset, let name):
      let zone = try Zone(offset: offset, name: name)
      let local = LocalMoment(days: try moved(days, by: duration), nanoseconds: nanoseconds)
      let value = try zone.value(at: local, preferring: offset)
      guard duration.seconds != 0 || duration.nanoseconds != 0,
        case .dateTime(let days, let nanoseconds, let offset, _) = value
      else { return value }
      let moment = try LocalMoment(days: days, nanoseconds: nanoseconds)
        .universal(offset: offset)
        .adding(seconds: duration.seconds, nanoseconds: duration.nanoseconds)
      return try zone.value(atUniversal: moment)
    case .duration: return value
    }
  }

  private static func moved(
    _ days: Int64, by duration: TemporalValue.Duration
  ) throws(EvaluationError) -> Int64 {
    try Calendar.adding(
      days: duration.days, to: try Calendar.adding(months: duration.months, to: days))
  }

  private static func wrapped(_ nanoseconds: Int64, plus duration: TemporalValue.Duration) -> Int64
  {
    let day = DurationArithmetic.nanosecondsPerDay
    let total = Int128(nanoseconds) + DurationArithmetic.nanoseconds(duration)
    return Int64(total - total.flooredQuotient(day) * day)
  }
}
