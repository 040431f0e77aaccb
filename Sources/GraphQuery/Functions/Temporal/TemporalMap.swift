import PropertyGraph

/// The map that a constructor is given: fields, values to start from (`date`, `time`, `datetime`),
/// and a zone. Entries that are null count as absent.
struct TemporalMap {
  var dateFields = DateFields()
  var timeFields = TimeFields()
  /// Where the day comes from, if not from fields alone.
  var date: TemporalParts?
  /// Where the time of day comes from, if not from fields alone.
  var time: TemporalParts?
  var zone: Zone?
  var epochSeconds: Int64?
  var epochMilliseconds: Int64?

  /// What a type of value can be made from.
  struct Accepted: OptionSet {
    let rawValue: Int
    static let date = Accepted(rawValue: 1)
    static let time = Accepted(rawValue: 2)
    static let zone = Accepted(rawValue: 4)
  }

  private let function: String
  private let accepted: Accepted

  init(
    _ map: PropertyMap, for function: String, accepting accepted: Accepted
  ) throws(EvaluationError) {
    self.function = function
    self.accepted = accepted
    for (key, value) in map where !value.isNull { try read(key, value) }
    if epochSeconds != nil || epochMilliseconds != nil {
      guard dateFields.isEmpty, date == nil, time == nil, timeFields.hour == nil,
        timeFields.minute == nil, timeFields.second == nil,
        epochSeconds == nil || epochMilliseconds == nil
      else { throw TemporalWording.mixedEpoch() }
    }
  }

  private mutating func read(_ key: Text, _ value: Value) throws(EvaluationError) {
    if accepted.contains(.date), DateFields.names.contains(key) {
      return readDateField(key, try integer(key, value))
    }
    if accepted.contains(.time), TimeFields.names.contains(key) {
      return readTimeField(key, try integer(key, value))
    }
    switch key {
    case "date" where accepted.contains(.date): date = try parts(key, value, day: true)
    case "time" where accepted.contains(.time): time = try parts(key, value, timeOfDay: true)
    case "datetime" where accepted.isSuperset(of: [.date, .time]):
      let parts = try parts(key, value, day: true)
      date = parts
      time = parts
    case "timezone" where accepted.contains(.zone):
      guard case .text(let name) = value else {
        throw TemporalWording.fieldType(key, takes: "a STRING", found: value)
      }
      zone = try Zone(name)
    case "epochSeconds" where accepted.isSuperset(of: [.date, .time, .zone]):
      epochSeconds = try integer(key, value)
    case "epochMillis" where accepted.isSuperset(of: [.date, .time, .zone]):
      epochMilliseconds = try integer(key, value)
    default: throw TemporalWording.unknownField(key, of: function, among: knownFields)
    }
  }

  private var knownFields: [Text] {
    var fields: [Text] = []
    if accepted.contains(.date) { fields += ["date"] + DateFields.names }
    if accepted.contains(.time) { fields += ["time"] + TimeFields.names }
    if accepted.isSuperset(of: [.date, .time]) { fields.append("datetime") }
    if accepted.contains(.zone) { fields.append("timezone") }
    return fields
  }

  private func integer(_ key: Text, _ value: Value) throws(EvaluationError) -> Int64 {
    guard case .integer(let number) = value else {
      throw TemporalWording.fieldType(key, takes: "an INTEGER", found: value)
    }
    return number
  }

  private func parts(
    _ key: Text, _ value: Value, day: Bool = false, timeOfDay: Bool = false
  ) throws(EvaluationError) -> TemporalParts {
    guard case .temporal(let temporal) = value else {
      throw TemporalWording.fieldType(key, takes: "a temporal value", found: value)
    }
    let parts = TemporalParts(temporal)
    if day, parts.days == nil { throw TemporalWording.lacks("date", temporal, for: function) }
    if timeOfDay, parts.nanoseconds == nil {
      throw TemporalWording.lacks("time of day", temporal, for: function)
    }
    return parts
  }

  private mutating func readDateField(_ key: Text, _ number: Int64) {
    switch key {
    case "year": dateFields.year = number
    case "month": dateFields.month = number
    case "day": dateFields.day = number
    case "week": dateFields.week = number
    case "dayOfWeek": dateFields.dayOfWeek = number
    case "ordinalDay": dateFields.ordinalDay = number
    case "quarter": dateFields.quarter = number
    default: dateFields.dayOfQuarter = number
    }
  }

  private mutating func readTimeField(_ key: Text, _ number: Int64) {
    switch key {
    case "hour": timeFields.hour = number
    case "minute": timeFields.minute = number
    case "second": timeFields.second = number
    case "millisecond": timeFields.millisecond = number
    case "microsecond": timeFields.microsecond = number
    default: timeFields.nanosecond = number
    }
  }

  /// Fails where a time of day is wanted and nothing names one.
  func checkTime() throws(EvaluationError) {
    if time == nil, timeFields.hour == nil { throw TemporalWording.missing("hour") }
  }

  // MARK: What the map names

  /// The day.
  func days() throws(EvaluationError) -> Int64 { try dateFields.days(from: date?.days) }

  /// The time of day; midnight if nothing says otherwise.
  func nanoseconds() throws(EvaluationError) -> Int64 {
    try timeFields.nanoseconds(from: time?.nanoseconds)
  }

  /// Day and time of day.
  func local() throws(EvaluationError) -> LocalMoment {
    LocalMoment(days: try days(), nanoseconds: try nanoseconds())
  }

  /// A date and time in a zone. A zone given beside a value that has one converts; beside a value
  /// without, it is put to it.
  func dateTime() throws(EvaluationError) -> TemporalValue {
    if let moment = try epoch() { return try (zone ?? .universal).value(atUniversal: moment) }
    let local = try local()
    let isWhole = dateFields.isEmpty && timeFields.isEmpty && date?.offset == time?.offset
    guard let source = try time?.zone() else {
      return try (zone ?? .universal).value(at: local)
    }
    let value = try source.value(at: local, preferring: isWhole ? time?.offset : nil)
    guard let zone, case .dateTime(let days, let nanoseconds, let offset, _) = value else {
      return value
    }
    let moment = LocalMoment(days: days, nanoseconds: nanoseconds).universal(offset: offset)
    return try zone.value(atUniversal: moment)
  }

  /// The moment on the clock of UTC, if it is given as one.
  private func epoch() throws(EvaluationError) -> LocalMoment? {
    let start = LocalMoment(days: 0, nanoseconds: 0)
    if let epochSeconds {
      return try start.adding(
        seconds: epochSeconds, nanoseconds: try fraction(timeFields))
    }
    guard let epochMilliseconds else { return nil }
    var fields = timeFields
    fields.millisecond = 0
    return try start.adding(
      seconds: epochMilliseconds.flooredQuotient(1_000),
      nanoseconds: epochMilliseconds.flooredRemainder(1_000) * 1_000_000 + (try fraction(fields)))
  }

  private func fraction(_ fields: TimeFields) throws(EvaluationError) -> Int64 {
    try fields.nanoseconds(from: 0)
  }

  /// A time with an offset. `moment` (seconds since 1970 UTC) tells the offset of a region.
  func timeWithOffset(at moment: Int64) throws(EvaluationError) -> TemporalValue {
    let nanoseconds = try nanoseconds()
    guard let source = time?.offset else {
      return .time(
        nanoseconds: nanoseconds, offset: (zone ?? .universal).offset(at: moment))
    }
    guard let zone else { return .time(nanoseconds: nanoseconds, offset: source) }
    let offset = zone.offset(at: moment)
    let shifted =
      nanoseconds + Int64(offset - source) * LocalMoment.nanosecondsPerSecond
    let days = shifted.flooredQuotient(LocalMoment.nanosecondsPerDay)
    return .time(
      nanoseconds: shifted - days * LocalMoment.nanosecondsPerDay, offset: offset)
  }
}
