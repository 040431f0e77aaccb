import PropertyGraph

/// The fields that name a time of day. Fields replace those of a time they start from, or stand
/// alone; each needs the larger ones then.
struct TimeFields {
  var hour: Int64?
  var minute: Int64?
  var second: Int64?
  var millisecond: Int64?
  var microsecond: Int64?
  var nanosecond: Int64?

  static let names: [Text] = [
    "hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
  ]

  var isEmpty: Bool {
    hour == nil && minute == nil && second == nil && !hasFraction
  }

  private var hasFraction: Bool {
    millisecond != nil || microsecond != nil || nanosecond != nil
  }

  /// Nanoseconds since midnight, starting from another time or, without one, from midnight.
  func nanoseconds(from base: Int64?) throws(EvaluationError) -> Int64 {
    if base == nil { try checkComplete() }
    let current = base ?? 0
    let wholeSeconds = current / LocalMoment.nanosecondsPerSecond
    let hour = try checked(hour ?? wholeSeconds / 3_600, "hour", 0...23)
    let minute = try checked(minute ?? wholeSeconds / 60 % 60, "minute", 0...59)
    let second = try checked(second ?? wholeSeconds % 60, "second", 0...59)
    return ((hour * 60 + minute) * 60 + second) * LocalMoment.nanosecondsPerSecond
      + (hasFraction ? try fraction() : current % LocalMoment.nanosecondsPerSecond)
  }

  private func checkComplete() throws(EvaluationError) {
    guard !isEmpty else { return }
    guard hour != nil else { throw TemporalWording.missing("hour") }
    if minute == nil, second != nil || hasFraction { throw TemporalWording.missing("minute") }
    if second == nil, hasFraction { throw TemporalWording.missing("second") }
  }

  /// A smaller unit counts within the next larger one that is given, else within the second.
  private func fraction() throws(EvaluationError) -> Int64 {
    let microseconds: Int64 = millisecond == nil ? 999_999 : 999
    let nanoseconds: Int64 =
      microsecond != nil ? 999 : millisecond != nil ? 999_999 : 999_999_999
    return try checked(millisecond ?? 0, "millisecond", 0...999) * 1_000_000
      + checked(microsecond ?? 0, "microsecond", 0...microseconds) * 1_000
      + checked(nanosecond ?? 0, "nanosecond", 0...nanoseconds)
  }

  private func checked(
    _ value: Int64, _ name: String, _ range: ClosedRange<Int64>
  ) throws(EvaluationError) -> Int64 {
    guard range.contains(value) else { throw TemporalWording.outOfRange(name, value, range) }
    return value
  }
}
