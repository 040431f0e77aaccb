import PropertyGraph

/// A temporal value taken apart: each part is there or not.
struct TemporalParts {
  /// Days since 1970-01-01.
  var days: Int64?
  /// Nanoseconds since midnight.
  var nanoseconds: Int64?
  /// The offset from UTC.
  var offset: Int32?
  /// The region's name.
  var zoneName: Text?

  init(_ value: TemporalValue) {
    switch value {
    case .date(let days): self.days = days
    case .localTime(let nanoseconds): self.nanoseconds = nanoseconds
    case .time(let nanoseconds, let offset):
      self.nanoseconds = nanoseconds
      self.offset = offset
    case .localDateTime(let days, let nanoseconds):
      self.days = days
      self.nanoseconds = nanoseconds
    case .dateTime(let days, let nanoseconds, let offset, let zone):
      self.days = days
      self.nanoseconds = nanoseconds
      self.offset = offset
      zoneName = zone
    case .duration: break
    }
  }

  /// The zone, if there is an offset.
  func zone() throws(EvaluationError) -> Zone? {
    guard let offset else { return nil }
    return try Zone(offset: offset, name: zoneName)
  }
}
