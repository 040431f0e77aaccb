import PropertyGraph

/// Reads the ISO 8601 forms of the language: extended (`2015-07-21T21:40`) and basic
/// (`20150721T2140`), with weeks, quarters and days of the year. Parts give `nil` where the text has
/// something else, and throw where it names a date or time that does not exist.
struct TemporalTextReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: Text) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }
  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  /// How many digits follow.
  private var digitsAhead: Int {
    bytes[position...].prefix { (0x30...0x39).contains($0) }.count
  }

  /// Exactly so many digits.
  private mutating func digits(_ count: Int) -> Int64? {
    guard digitsAhead >= count else { return nil }
    var value: Int64 = 0
    for byte in bytes[position..<position + count] { value = value * 10 + Int64(byte - 0x30) }
    position += count
    return value
  }

  // MARK: Dates

  /// Days since 1970-01-01.
  mutating func date() throws(EvaluationError) -> Int64? {
    guard let year = year() else { return nil }
    var fields = DateFields()
    fields.year = year
    let isExtended = accept("-")
    if accept("W") {
      guard let week = digits(2) else { return nil }
      fields.week = week
      if isExtended ? accept("-") : digitsAhead == 1 {
        guard let day = digits(1) else { return nil }
        fields.dayOfWeek = day
      }
    } else if accept("Q") {
      guard let quarter = digits(1) else { return nil }
      fields.quarter = quarter
      if isExtended ? accept("-") : digitsAhead == 2 {
        guard let day = digits(2) else { return nil }
        fields.dayOfQuarter = day
      }
    } else if digitsAhead == 3 {
      fields.ordinalDay = digits(3)
    } else if isExtended || digitsAhead > 0 {
      guard let month = digits(2) else { return nil }
      fields.month = month
      if isExtended ? accept("-") : digitsAhead > 0 {
        guard let day = digits(2) else { return nil }
        fields.day = day
      }
    }
    return try fields.days(from: nil)
  }

  /// Four digits, or a sign and up to nine.
  private mutating func year() -> Int64? {
    if accept("-") { return signedYear().map { -$0 } }
    if accept("+") { return signedYear() }
    return digits(4)
  }

  private mutating func signedYear() -> Int64? {
    let count = digitsAhead
    return (4...9).contains(count) ? digits(count) : nil
  }

  // MARK: Times

  /// Nanoseconds since midnight.
  mutating func time() throws(EvaluationError) -> Int64? {
    var fields = TimeFields()
    guard let hour = digits(2) else { return nil }
    fields.hour = hour
    let isExtended = peek == UInt8(ascii: ":")
    if isExtended ? accept(":") : digitsAhead > 0 {
      guard let minute = digits(2) else { return nil }
      fields.minute = minute
      if isExtended ? accept(":") : digitsAhead > 0 {
        guard let second = digits(2) else { return nil }
        fields.second = second
        if accept(".") || accept(",") {
          let count = digitsAhead
          guard (1...9).contains(count), var fraction = digits(count) else { return nil }
          for _ in count..<9 { fraction *= 10 }
          fields.nanosecond = fraction
        }
      }
    }
    return try fields.nanoseconds(from: nil)
  }

  // MARK: Offsets and zones

  /// `Z`, `+01`, `+0100`, `+01:00` or `+01:00:00`, in seconds.
  mutating func offset() throws(EvaluationError) -> Int32? {
    if accept("Z") { return 0 }
    let isNegative = peek == UInt8(ascii: "-")
    guard isNegative || peek == UInt8(ascii: "+") else { return nil }
    position += 1
    guard let hours = digits(2) else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] as [Int64] {
      guard accept(":") || digitsAhead > 0 else { break }
      guard let part = digits(2), part < 60 else { return nil }
      seconds += part * unit
    }
    guard seconds <= 18 * 3_600 else { throw TemporalWording.offsetTooLarge() }
    return Int32(isNegative ? -seconds : seconds)
  }

  /// `[Europe/London]`, without the brackets.
  mutating func zoneName() -> Text? {
    guard accept("["), bytes.last == UInt8(ascii: "]"), position < bytes.count - 1 else {
      return nil
    }
    let name = Text(utf8: bytes[position..<bytes.count - 1])
    position = bytes.count
    return name
  }

  // MARK: Durations

  /// A decimal number with a sign, then one of the letters.
  mutating func component(of units: String) -> (value: Decimal, unit: UInt8)? {
    let start = position
    let isNegative = accept("-")
    if !isNegative { _ = accept("+") }
    let whole = digitsAhead
    position += whole
    if accept(".") || accept(",") {
      guard digitsAhead > 0 else { return nil }
      position += digitsAhead
    }
    guard whole > 0, let value = Decimal(digits: bytes[start..<position]), let unit = peek,
      units.utf8.contains(unit)
    else { return nil }
    position += 1
    return (value, unit)
  }

  /// `2012-02-02T14:37:21.545` after the `P`: years, months, days and a time.
  mutating func dateTimeComponents() throws(EvaluationError) -> DurationFields? {
    guard let years = digits(4), accept("-"), let months = digits(2), accept("-"),
      let days = digits(2)
    else { return nil }
    var fields = DurationFields()
    fields[.years] = Decimal(integer: years)
    fields[.months] = Decimal(integer: months)
    fields[.days] = Decimal(integer: days)
    if accept("T") {
      guard let nanoseconds = try time() else { return nil }
      fields[.nanoseconds] = Decimal(integer: nanoseconds)
    }
    return fields
  }
}
