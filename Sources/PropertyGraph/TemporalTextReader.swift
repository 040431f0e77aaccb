extension TemporalValue {
  /// Reads the extended ISO 8601 form that ``isoText`` writes (seconds may also be written where
  /// they are zero); `nil` for anything else. The language's own functions read more forms.
  public init?(_ kind: Kind, iso text: Text) {
    var reader = TemporalTextReader(text)
    let value: TemporalValue? =
      switch kind {
      case .date: reader.date().map { .date(days: $0) }
      case .localTime: reader.time().map { .localTime(nanoseconds: $0) }
      case .time: reader.timeWithOffset()
      case .localDateTime: reader.localDateTime()
      case .dateTime: reader.dateTime()
      case .duration: reader.duration().map { .duration($0) }
      }
    guard let value, reader.isAtEnd else { return nil }
    self = value
  }
}

/// Reads the parts of a temporal value; every part is `nil` where the text has something else.
private struct TemporalTextReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: Text) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  /// A run of digits of a length within `lengths`.
  private mutating func digits(_ lengths: ClosedRange<Int>) -> Int64? {
    let start = position
    var value: Int64 = 0
    while position < bytes.count, position - start < lengths.upperBound,
      (0x30...0x39).contains(bytes[position])
    {
      value = value * 10 + Int64(bytes[position] - 0x30)
      position += 1
    }
    return lengths.contains(position - start) ? value : nil
  }

  mutating func date() -> Int64? {
    var sign: Int64 = 1
    var widths = 4...4
    if accept("-") {
      sign = -1
      widths = 4...9
    } else if accept("+") {
      widths = 4...9
    }
    guard let year = digits(widths), accept("-"), let month = digits(2...2), accept("-"),
      let day = digits(2...2)
    else { return nil }
    return CivilDate(year: sign * year, month: month, day: day)?.daysSinceEpoch
  }

  mutating func time() -> Int64? {
    guard let hours = digits(2...2), hours < 24, accept(":"), let minutes = digits(2...2),
      minutes < 60
    else { return nil }
    let whole = (hours * 60 + minutes) * 60_000_000_000
    guard accept(":") else { return whole }
    guard let seconds = digits(2...2), seconds < 60, let fraction = fraction() else { return nil }
    return whole + seconds * 1_000_000_000 + fraction
  }

  /// Nanoseconds after a point; 0 without one.
  private mutating func fraction() -> Int64? {
    guard accept(".") else { return 0 }
    let start = position
    guard var value = digits(1...9) else { return nil }
    for _ in (position - start)..<9 { value *= 10 }
    return value
  }

  private mutating func offset() -> Int32? {
    if accept("Z") { return 0 }
    let isNegative = accept("-")
    guard isNegative || accept("+"), let hours = digits(2...2), hours <= 18, accept(":"),
      let minutes = digits(2...2), minutes < 60
    else { return nil }
    var size = hours * 3_600 + minutes * 60
    if accept(":") {
      guard let seconds = digits(2...2), seconds < 60 else { return nil }
      size += seconds
    }
    return Int32(isNegative ? -size : size)
  }

  mutating func timeWithOffset() -> TemporalValue? {
    guard let nanoseconds = time(), let offset = offset() else { return nil }
    return .time(nanoseconds: nanoseconds, offset: offset)
  }

  mutating func localDateTime() -> TemporalValue? {
    guard let days = date(), accept("T"), let nanoseconds = time() else { return nil }
    return .localDateTime(days: days, nanoseconds: nanoseconds)
  }

  mutating func dateTime() -> TemporalValue? {
    guard let days = date(), accept("T"), let nanoseconds = time(), let offset = offset() else {
      return nil
    }
    guard accept("[") else {
      return .dateTime(days: days, nanoseconds: nanoseconds, offset: offset, zone: nil)
    }
    guard bytes.last == UInt8(ascii: "]"), position < bytes.count - 1 else { return nil }
    let zone = Text(utf8: bytes[position..<bytes.count - 1])
    position = bytes.count
    return .dateTime(days: days, nanoseconds: nanoseconds, offset: offset, zone: zone)
  }

  mutating func duration() -> TemporalValue.Duration? {
    guard accept("P") else { return nil }
    var total = TemporalValue.Duration()
    var units: [Unicode.Scalar] = ["Y", "M", "W", "D"]
    var isTime = false
    var parts = 0
    while !isAtEnd {
      if !isTime, accept("T") {
        isTime = true
        units = ["H", "M", "S"]
        parts = 0
      }
      guard let part = component(among: &units) else { return nil }
      parts += 1
      guard add(part, isTime: isTime, to: &total) else { return nil }
    }
    return parts > 0 ? total : nil
  }

  private struct Component {
    var value: Int64
    var nanoseconds: Int64
    var unit: Unicode.Scalar
  }

  /// A signed number with its unit; units come in order, each once.
  private mutating func component(among units: inout [Unicode.Scalar]) -> Component? {
    let isNegative = accept("-")
    guard let size = digits(1...18), let fraction = fraction() else { return nil }
    while let unit = units.first {
      units.removeFirst()
      if accept(unit) {
        guard fraction == 0 || unit == "S" else { return nil }
        return Component(
          value: isNegative ? -size : size, nanoseconds: isNegative ? -fraction : fraction,
          unit: unit)
      }
    }
    return nil
  }

  /// Adds a part; `false` where 64 bits cannot hold the sum.
  private func add(
    _ part: Component, isTime: Bool, to total: inout TemporalValue.Duration
  ) -> Bool {
    func sum(_ base: Int64, _ factor: Int64) -> Int64? {
      let (product, lost) = part.value.multipliedReportingOverflow(by: factor)
      let (sum, carried) = base.addingReportingOverflow(product)
      return lost || carried ? nil : sum
    }
    switch (part.unit, isTime) {
    case ("Y", _), ("M", false):
      guard let months = sum(total.months, part.unit == "Y" ? 12 : 1) else { return false }
      total.months = months
    case ("W", _), ("D", _):
      guard let days = sum(total.days, part.unit == "W" ? 7 : 1) else { return false }
      total.days = days
    default:
      let factor: Int64 = part.unit == "H" ? 3_600 : part.unit == "M" ? 60 : 1
      guard let seconds = sum(total.seconds, factor) else { return false }
      total.seconds = part.nanoseconds < 0 ? seconds - 1 : seconds
      total.nanoseconds = part.nanoseconds < 0 ? part.nanoseconds + 1_000_000_000 : part.nanoseconds
    }
    return true
  }
}
