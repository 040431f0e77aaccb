import PropertyGraph

/// How a value of each type is made from a map of fields, a text or another value.
enum TemporalConstructors {
  /// Makes a value from an argument that is not null; `now`, in seconds since 1970 UTC, tells the
  /// offset of a region where no date does.
  typealias Constructor =
    @Sendable (_ argument: Value, _ now: Int64) throws(EvaluationError) -> TemporalValue

  static func date(_ argument: Value, _ now: Int64) throws(EvaluationError) -> TemporalValue {
    switch argument {
    case .map(let fields):
      return .date(days: try TemporalMap(fields, for: "date", accepting: [.date]).days())
    case .text(let text):
      var reader = TemporalTextReader(text)
      guard let days = try reader.date(), reader.isAtEnd else {
        throw TemporalWording.unreadable("date", text)
      }
      return .date(days: days)
    default:
      return .date(days: try day(of: try temporal(argument, for: "date"), for: "date"))
    }
  }

  static func localTime(
    _ argument: Value, _ now: Int64
  ) throws(EvaluationError) -> TemporalValue {
    switch argument {
    case .map(let fields):
      let map = try TemporalMap(fields, for: "localtime", accepting: [.time])
      try map.checkTime()
      return .localTime(nanoseconds: try map.nanoseconds())
    case .text(let text):
      var reader = TemporalTextReader(text)
      guard let nanoseconds = try reader.time(), reader.isAtEnd else {
        throw TemporalWording.unreadable("localtime", text)
      }
      return .localTime(nanoseconds: nanoseconds)
    default:
      let value = try temporal(argument, for: "localtime")
      return .localTime(nanoseconds: try timeOfDay(of: value, for: "localtime"))
    }
  }

  static func time(_ argument: Value, _ now: Int64) throws(EvaluationError) -> TemporalValue {
    switch argument {
    case .map(let fields):
      let map = try TemporalMap(fields, for: "time", accepting: [.time, .zone])
      try map.checkTime()
      return try map.timeWithOffset(at: now)
    case .text(let text):
      var reader = TemporalTextReader(text)
      guard let nanoseconds = try reader.time() else {
        throw TemporalWording.unreadable("time", text)
      }
      let offset = try reader.offset() ?? 0
      guard reader.isAtEnd else { throw TemporalWording.unreadable("time", text) }
      return .time(nanoseconds: nanoseconds, offset: offset)
    default:
      let value = try temporal(argument, for: "time")
      return .time(
        nanoseconds: try timeOfDay(of: value, for: "time"),
        offset: TemporalParts(value).offset ?? 0)
    }
  }

  static func localDateTime(
    _ argument: Value, _ now: Int64
  ) throws(EvaluationError) -> TemporalValue {
    switch argument {
    case .map(let fields):
      return try TemporalMap(fields, for: "localdatetime", accepting: [.date, .time]).local()
        .localValue
    case .text(let text):
      var reader = TemporalTextReader(text)
      let moment = try localMoment(&reader, in: text, for: "localdatetime")
      guard reader.isAtEnd else { throw TemporalWording.unreadable("localdatetime", text) }
      return moment.localValue
    default:
      let value = try temporal(argument, for: "localdatetime")
      return try localMoment(of: value, for: "localdatetime").localValue
    }
  }

  static func dateTime(_ argument: Value, _ now: Int64) throws(EvaluationError) -> TemporalValue {
    switch argument {
    case .map(let fields):
      return try TemporalMap(fields, for: "datetime", accepting: [.date, .time, .zone])
        .dateTime()
    case .text(let text): return try dateTime(text)
    case .temporal(.dateTime(let days, let nanoseconds, let offset, let zone)):
      return .dateTime(days: days, nanoseconds: nanoseconds, offset: offset, zone: zone)
    default:
      let value = try temporal(argument, for: "datetime")
      return try Zone.universal.value(at: try localMoment(of: value, for: "datetime"))
    }
  }

  private static func dateTime(_ text: Text) throws(EvaluationError) -> TemporalValue {
    var reader = TemporalTextReader(text)
    let local = try localMoment(&reader, in: text, for: "datetime")
    let offset = try reader.offset()
    let name = reader.zoneName()
    guard reader.isAtEnd else { throw TemporalWording.unreadable("datetime", text) }
    guard let name else { return try Zone.offset(offset ?? 0).value(at: local) }
    let value = try Zone(name).value(at: local, preferring: offset)
    if let offset, TemporalParts(value).offset != offset {
      throw TemporalWording.wrongOffset(text, expected: value.isoText)
    }
    return value
  }

  // MARK: Parts

  /// A date, and a time of day after a `T`.
  private static func localMoment(
    _ reader: inout TemporalTextReader, in text: Text, for function: String
  ) throws(EvaluationError) -> LocalMoment {
    guard let days = try reader.date() else {
      throw TemporalWording.unreadable(function, text)
    }
    guard reader.accept("T") else { return LocalMoment(days: days, nanoseconds: 0) }
    guard let nanoseconds = try reader.time() else {
      throw TemporalWording.unreadable(function, text)
    }
    return LocalMoment(days: days, nanoseconds: nanoseconds)
  }

  private static func temporal(
    _ argument: Value, for function: String
  ) throws(EvaluationError) -> TemporalValue {
    guard case .temporal(let value) = argument else {
      throw FunctionsWording.wrongType(
        function, takes: "a MAP, STRING or temporal value", found: argument)
    }
    return value
  }

  private static func day(
    of value: TemporalValue, for function: String
  ) throws(EvaluationError) -> Int64 {
    guard let days = TemporalParts(value).days else {
      throw TemporalWording.lacks("date", value, for: function)
    }
    return days
  }

  private static func timeOfDay(
    of value: TemporalValue, for function: String
  ) throws(EvaluationError) -> Int64 {
    guard let nanoseconds = TemporalParts(value).nanoseconds else {
      throw TemporalWording.lacks("time of day", value, for: function)
    }
    return nanoseconds
  }

  /// A date alone is its midnight.
  private static func localMoment(
    of value: TemporalValue, for function: String
  ) throws(EvaluationError) -> LocalMoment {
    LocalMoment(
      days: try day(of: value, for: function),
      nanoseconds: TemporalParts(value).nanoseconds ?? 0)
  }
}
