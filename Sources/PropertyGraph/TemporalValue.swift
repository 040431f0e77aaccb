/// Temporal values of the language in storage form. Fields are what ISO 8601 counts, on the
/// proleptic Gregorian calendar; years reach ±999,999,999. Arithmetic lives in `GraphQuery`.
public enum TemporalValue: Sendable, Hashable {
  /// A calendar date: days since 1970-01-01.
  case date(days: Int64)
  /// A time of day without an offset: nanoseconds since midnight.
  case localTime(nanoseconds: Int64)
  /// A time of day with an offset from UTC in seconds.
  case time(nanoseconds: Int64, offset: Int32)
  /// A date and time without an offset: local days and nanoseconds of the day.
  case localDateTime(days: Int64, nanoseconds: Int64)
  /// A date and time with an offset and, where one was given, a zone: local fields.
  case dateTime(days: Int64, nanoseconds: Int64, offset: Int32, zone: Text?)
  /// A duration in components that do not convert into one another.
  case duration(Duration)

  /// Months, days, seconds and nanoseconds; nanoseconds are 0..<1_000_000_000 (seconds floored).
  public struct Duration: Sendable, Hashable {
    /// Months (12 to the year).
    public var months: Int64
    /// Days (7 to the week).
    public var days: Int64
    /// Whole seconds, rounded down.
    public var seconds: Int64
    /// Nanoseconds above the whole second.
    public var nanoseconds: Int64

    /// A duration of the given components.
    public init(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int64 = 0) {
      self.months = months
      self.days = days
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }
  }

  /// The name of the type as the language writes it.
  public var typeName: String {
    switch self {
    case .date: "DATE"
    case .localTime: "LOCAL TIME"
    case .time: "TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "DATETIME"
    case .duration: "DURATION"
    }
  }
}
