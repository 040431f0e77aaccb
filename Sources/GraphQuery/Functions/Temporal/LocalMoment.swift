import PropertyGraph

/// A date and time on some clock: what the arithmetic of dates and times works on.
struct LocalMoment: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  var days: Int64
  /// Nanoseconds since midnight.
  var nanoseconds: Int64

  static let nanosecondsPerDay: Int64 = 86_400_000_000_000
  static let nanosecondsPerSecond: Int64 = 1_000_000_000

  /// Whole seconds since 1970-01-01T00:00 of the same clock.
  var seconds: Int64 { days * 86_400 + nanoseconds / Self.nanosecondsPerSecond }

  static func < (left: LocalMoment, right: LocalMoment) -> Bool {
    (left.days, left.nanoseconds) < (right.days, right.nanoseconds)
  }

  /// The moment so much later; an error beyond the calendar.
  func adding(seconds: Int64, nanoseconds more: Int64) throws(EvaluationError) -> LocalMoment {
    let total =
      Int128(days) * Int128(Self.nanosecondsPerDay) + Int128(nanoseconds) + Int128(more)
      + Int128(seconds) * Int128(Self.nanosecondsPerSecond)
    let days = total.flooredQuotient(Int128(Self.nanosecondsPerDay))
    let rest = total - days * Int128(Self.nanosecondsPerDay)
    guard let days = Int64(exactly: days) else { throw TemporalWording.outsideCalendar() }
    return LocalMoment(days: try Calendar.checked(days: days), nanoseconds: Int64(rest))
  }

  /// The same fields with an offset, as a value.
  func value(offset: Int32, zone: Text?) throws(EvaluationError) -> TemporalValue {
    .dateTime(
      days: try Calendar.checked(days: days), nanoseconds: nanoseconds, offset: offset, zone: zone)
  }

  /// The value without an offset.
  var localValue: TemporalValue { .localDateTime(days: days, nanoseconds: nanoseconds) }

  /// The same moment on the clock of UTC, if this one is `offset` ahead of it.
  func universal(offset: Int32) -> LocalMoment {
    let shifted = nanoseconds - Int64(offset) * Self.nanosecondsPerSecond
    let carry = shifted.flooredQuotient(Self.nanosecondsPerDay)
    return LocalMoment(days: days + carry, nanoseconds: shifted - carry * Self.nanosecondsPerDay)
  }
}

extension FixedWidthInteger {
  /// Division that rounds down, so that the remainder is never negative (for positive divisors).
  func flooredQuotient(_ divisor: Self) -> Self {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// What is left of that division.
  func flooredRemainder(_ divisor: Self) -> Self {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
