/// Equality and order of temporal values: instants by the moment they name, durations only by
/// equality of their components (openCypher 9, "Temporal values").
extension TemporalValue {
  static let nanosecondsPerDay: Int64 = 86_400_000_000_000

  /// `=`.
  public func isEqual(to other: TemporalValue) -> Bool {
    switch (self, other) {
    case (.duration(let a), .duration(let b)): return a == b
    case (.dateTime, .dateTime), (.time, .time): return compared(to: other) == .same
    default: return self == other
    }
  }

  /// `<` and so on; `nil` for durations and different types.
  public func compared(to other: TemporalValue) -> Ordering? {
    switch (self, other) {
    case (.date(let a), .date(let b)): return Ordering(a, b)
    case (.localTime(let a), .localTime(let b)): return Ordering(a, b)
    case (.time(let a, let x), .time(let b, let y)):
      return Ordering(a - Int64(x) * 1_000_000_000, b - Int64(y) * 1_000_000_000)
    case (.localDateTime(let a, let x), .localDateTime(let b, let y)):
      let days = Ordering(a, b)
      return days == .same ? Ordering(x, y) : days
    case (.dateTime, .dateTime):
      let left = instant
      let right = other.instant
      let days = Ordering(left.days, right.days)
      return days == .same ? Ordering(left.nanoseconds, right.nanoseconds) : days
    default: return nil
    }
  }

  /// The total order of `ORDER BY`; durations by their average length.
  func ordered(before other: TemporalValue) -> Ordering {
    if let order = compared(to: other) { return order }
    guard case .duration(let a) = self, case .duration(let b) = other else { return .same }
    let bySeconds = Ordering(a.averageSeconds, b.averageSeconds)
    return bySeconds == .same ? Ordering(a.nanoseconds, b.nanoseconds) : bySeconds
  }

  var orderRank: Int {
    switch self {
    case .dateTime: 0
    case .localDateTime: 1
    case .date: 2
    case .time: 3
    case .localTime: 4
    case .duration: 5
    }
  }

  func hashForGrouping(into hasher: inout Hasher) {
    hasher.combine(orderRank)
    switch self {
    case .dateTime:
      hasher.combine(instant.days)
      hasher.combine(instant.nanoseconds)
    case .time(let nanoseconds, let offset):
      hasher.combine(nanoseconds - Int64(offset) * 1_000_000_000)
    default: hasher.combine(self)
    }
  }

  /// Days and nanoseconds of the day in UTC.
  private var instant: (days: Int64, nanoseconds: Int64) {
    guard case .dateTime(let days, let nanoseconds, let offset, _) = self else { return (0, 0) }
    let shifted = nanoseconds - Int64(offset) * 1_000_000_000
    let carry =
      shifted >= 0
      ? shifted / Self.nanosecondsPerDay
      : (shifted - Self.nanosecondsPerDay + 1) / Self.nanosecondsPerDay
    return (days + carry, shifted - carry * Self.nanosecondsPerDay)
  }
}

extension TemporalValue.Duration {
  /// Length in seconds with a month of 30.436875 days (the Gregorian mean).
  var averageSeconds: Double {
    Double(months) * 2_629_746 + Double(days) * 86_400 + Double(seconds)
  }
}
