import PropertyGraph

/// Arithmetic of durations. Components do not convert into one another, except that a fraction of
/// one goes on into the next smaller: a month has on average 30.436875 days, a day 24 hours.
enum DurationArithmetic {
  typealias Duration = TemporalValue.Duration

  static let nanosecondsPerSecond: Int64 = 1_000_000_000
  static let nanosecondsPerDay: Int128 = 86_400_000_000_000
  /// Of the mean Gregorian month, 365.2425 / 12 days.
  static let nanosecondsPerMonth: Int128 = 2_629_746_000_000_000

  static func sum(_ left: Duration, _ right: Duration) throws(EvaluationError) -> Duration {
    try assemble(
      months: Int128(left.months) + Int128(right.months), fractionOfMonth: 0,
      days: Int128(left.days) + Int128(right.days), fractionOfDay: 0,
      nanoseconds: nanoseconds(left) + nanoseconds(right))
  }

  static func difference(_ left: Duration, _ right: Duration) throws(EvaluationError) -> Duration {
    try assemble(
      months: Int128(left.months) - Int128(right.months), fractionOfMonth: 0,
      days: Int128(left.days) - Int128(right.days), fractionOfDay: 0,
      nanoseconds: nanoseconds(left) - nanoseconds(right))
  }

  static func negated(_ duration: Duration) throws(EvaluationError) -> Duration {
    try difference(Duration(), duration)
  }

  /// The duration times a fraction.
  static func product(
    _ duration: Duration, _ numerator: Int128, over denominator: Int128
  ) throws(EvaluationError) -> Duration {
    let months = try scaled(Int128(duration.months), numerator, denominator)
    let days = try scaled(Int128(duration.days), numerator, denominator)
    let seconds = try scaled(Int128(duration.seconds), numerator, denominator)
    let monthParts = try multiply(months.rest, nanosecondsPerMonth)
    let dayParts = try multiply(days.rest, nanosecondsPerDay)
    let secondParts = try add(
      multiply(seconds.rest, Int128(nanosecondsPerSecond)),
      multiply(Int128(duration.nanoseconds), numerator))
    return try assemble(
      months: months.whole, fractionOfMonth: monthParts / denominator, days: days.whole,
      fractionOfDay: dayParts / denominator,
      nanoseconds: try add(
        multiply(seconds.whole, Int128(nanosecondsPerSecond)), secondParts / denominator))
  }

  private static func scaled(
    _ value: Int128, _ numerator: Int128, _ denominator: Int128
  ) throws(EvaluationError) -> (whole: Int128, rest: Int128) {
    let product = try multiply(value, numerator)
    return (product / denominator, product % denominator)
  }

  static func multiply(
    _ left: Int128, _ right: Int128
  ) throws(EvaluationError) -> Int128 {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    guard !overflows else { throw FunctionsWording.integerOverflow("duration") }
    return product
  }

  static func add(_ left: Int128, _ right: Int128) throws(EvaluationError) -> Int128 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows else { throw FunctionsWording.integerOverflow("duration") }
    return sum
  }

  /// Seconds and nanoseconds in one.
  static func nanoseconds(_ duration: Duration) -> Int128 {
    Int128(duration.seconds) * Int128(nanosecondsPerSecond) + Int128(duration.nanoseconds)
  }

  /// A duration of whole months and days, fractions of them in nanoseconds, and nanoseconds.
  static func assemble(
    months: Int128, fractionOfMonth: Int128, days: Int128, fractionOfDay: Int128,
    nanoseconds: Int128
  ) throws(EvaluationError) -> Duration {
    let dayParts = try add(
      multiply(days, nanosecondsPerDay), add(fractionOfMonth, fractionOfDay))
    let total = try add(nanoseconds, dayParts % nanosecondsPerDay)
    let second = Int128(nanosecondsPerSecond)
    let wholeSeconds = total.flooredQuotient(second)
    guard let months = Int64(exactly: months),
      let days = Int64(exactly: dayParts / nanosecondsPerDay),
      let seconds = Int64(exactly: wholeSeconds)
    else { throw FunctionsWording.integerOverflow("duration") }
    return Duration(
      months: months, days: days, seconds: seconds,
      nanoseconds: Int64(total - wholeSeconds * second))
  }
}
