import Diagnostics
import PropertyGraph

/// Messages about temporal values.
enum TemporalWording {
  private static func invalid(_ message: String, help: String? = nil) -> EvaluationError {
    EvaluationError(code: "InvalidArgumentValue", message, help: help)
  }

  // MARK: Fields

  static func outOfRange(
    _ field: String, _ value: Int64, _ range: ClosedRange<Int64>
  ) -> EvaluationError {
    invalid("`\(field)` is from \(range.lowerBound) to \(range.upperBound) here, not \(value)")
  }

  static func missing(_ field: String, for other: String? = nil) -> EvaluationError {
    let message =
      other.map { "`\($0)` needs `\(field)` beside it" } ?? "the field `\(field)` is missing"
    return invalid(message)
  }

  static func fieldsExclude(_ first: String, _ second: String) -> EvaluationError {
    invalid(
      "`\(first)` and `\(second)` name a day in different ways",
      help: "use month and day, week and dayOfWeek, quarter and dayOfQuarter, or ordinalDay")
  }

  static func unknownField(_ key: Text, of function: String, among known: [Text])
    -> EvaluationError
  {
    invalid(
      "`\(function)` knows no field `\(key)`",
      help: NearestName.help(for: key.string, among: known.map(\.string), called: "fields"))
  }

  static func fieldType(_ key: Text, takes expected: String, found value: Value)
    -> EvaluationError
  {
    EvaluationError(
      code: "InvalidArgumentType",
      "the field `\(key)` takes \(expected), not \(FunctionsWording.article(value))")
  }

  static func emptyDuration() -> EvaluationError {
    invalid("a duration needs at least one field", help: "for example `{days: 14, hours: 2}`")
  }

  static func durationOutOfRange(_ key: Text, _ number: Double) -> EvaluationError {
    invalid("\(number) is too large for the field `\(key)` of a duration")
  }

  static func mixedEpoch() -> EvaluationError {
    invalid(
      "`epochSeconds` and `epochMillis` name the moment alone",
      help: "fractions of a second and `timezone` may stand beside them, no other fields")
  }

  // MARK: Values

  static func outsideCalendar() -> EvaluationError {
    EvaluationError(
      code: "NumberOutOfRange",
      "the result lies outside the calendar, which has years from -999999999 to 999999999")
  }

  static func offsetTooLarge() -> EvaluationError {
    invalid("an offset from UTC is at most 18 hours")
  }

  static func unreadable(_ function: String, _ text: Text) -> EvaluationError {
    let example =
      switch function {
      case "date": "2015-07-21, 2015-W30-2 or 2015-202"
      case "localtime": "21:40:32.142"
      case "time": "21:40:32.142+01:00"
      case "localdatetime": "2015-07-21T21:40:32.142"
      case "datetime": "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]"
      default: "P1Y2M3DT4H5M6.7S"
      }
    return invalid("'\(text)' is no \(function)", help: "write it as \(example)")
  }

  static func lacks(_ part: String, _ value: TemporalValue, for function: String)
    -> EvaluationError
  {
    EvaluationError(
      code: "InvalidArgumentValue",
      "a \(value.typeName) has no \(part), which `\(function)` needs")
  }

  static func wrongOffset(_ text: Text, expected: Text) -> EvaluationError {
    invalid(
      "the offset in '\(text)' is not the one that its zone has at that time",
      help: "leave the offset out, or write \(expected)")
  }

  static func notFinite(_ operation: String) -> EvaluationError {
    EvaluationError(
      code: "NumberOutOfRange", "a duration cannot be \(operation) by so extreme a number")
  }

  static func divisionByZero() -> EvaluationError {
    EvaluationError(code: "DivisionByZero", "a duration cannot be divided by zero")
  }

  static func unknownUnit(_ unit: Text, of function: String, among known: [Text])
    -> EvaluationError
  {
    invalid(
      "`\(function)` cannot truncate to '\(unit)'",
      help: NearestName.help(for: unit.string, among: known.map(\.string), called: "units"))
  }

  // MARK: Zones

  static func unknownZone(_ name: Text) -> EvaluationError {
    invalid(
      "there is no time zone '\(name)'",
      help: "zones are offsets such as +01:00, or names such as Europe/London")
  }

  static func noZones(_ name: Text, _ directory: String) -> EvaluationError {
    EvaluationError(
      code: "TimeZonesMissing",
      "the rules of '\(name)' cannot be read: this system has no time zones in \(directory)",
      help: "install the package tzdata; UTC and offsets such as +01:00 work without it")
  }

  static func damagedZone(_ name: Text, _ file: String) -> EvaluationError {
    EvaluationError(
      code: "TimeZonesMissing", "the rules of '\(name)' cannot be read: \(file) is damaged",
      help: "reinstall the package tzdata")
  }
}
