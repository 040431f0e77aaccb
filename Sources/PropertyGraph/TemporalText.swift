/// Temporal values as ISO 8601 text in the one form that openCypher prints: seconds are left out
/// where they are zero, fractions have no trailing zeros, UTC is `Z`.
extension TemporalValue {
  /// The types by the names that the protocol uses.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case date
    case localTime = "localtime"
    case time
    case localDateTime = "localdatetime"
    case dateTime = "datetime"
    case duration
  }

  /// The type.
  public var kind: Kind {
    switch self {
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    case .duration: .duration
    }
  }

  /// The canonical text, e.g. `1984-10-11T12:31:14.645+01:00[Europe/London]`.
  public var isoText: Text {
    var writer = TemporalTextWriter()
    switch self {
    case .date(let days): writer.date(days)
    case .localTime(let nanoseconds): writer.time(nanoseconds)
    case .time(let nanoseconds, let offset):
      writer.time(nanoseconds)
      writer.offset(offset)
    case .localDateTime(let days, let nanoseconds):
      writer.date(days)
      writer.letter("T")
      writer.time(nanoseconds)
    case .dateTime(let days, let nanoseconds, let offset, let zone):
      writer.date(days)
      writer.letter("T")
      writer.time(nanoseconds)
      writer.offset(offset)
      if let zone {
        writer.letter("[")
        writer.bytes.append(contentsOf: zone.utf8)
        writer.letter("]")
      }
    case .duration(let duration): writer.duration(duration)
    }
    return Text(utf8: writer.bytes)
  }
}

/// Writes the parts of a temporal value.
private struct TemporalTextWriter {
  var bytes: [UInt8] = []

  mutating func letter(_ scalar: Unicode.Scalar) {
    bytes.append(UInt8(ascii: scalar))
  }

  /// A number with leading zeros up to `width`.
  mutating func number(_ value: Int64, width: Int) {
    let digits = value.description.utf8
    for _ in 0..<max(0, width - digits.count) { letter("0") }
    bytes.append(contentsOf: digits)
  }

  mutating func date(_ days: Int64) {
    let date = CivilDate(daysSinceEpoch: days)
    if date.year < 0 { letter("-") }
    if date.year > 9_999 { letter("+") }
    number(abs(date.year), width: 4)
    letter("-")
    number(date.month, width: 2)
    letter("-")
    number(date.day, width: 2)
  }

  mutating func time(_ nanoseconds: Int64) {
    let seconds = nanoseconds / 1_000_000_000
    let fraction = nanoseconds % 1_000_000_000
    number(seconds / 3_600, width: 2)
    letter(":")
    number(seconds / 60 % 60, width: 2)
    guard seconds % 60 != 0 || fraction != 0 else { return }
    letter(":")
    number(seconds % 60, width: 2)
    self.fraction(fraction)
  }

  mutating func fraction(_ nanoseconds: Int64) {
    guard nanoseconds != 0 else { return }
    letter(".")
    number(nanoseconds, width: 9)
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
  }

  mutating func offset(_ seconds: Int32) {
    guard seconds != 0 else { return letter("Z") }
    letter(seconds < 0 ? "-" : "+")
    let size = Int64(abs(seconds))
    number(size / 3_600, width: 2)
    letter(":")
    number(size / 60 % 60, width: 2)
    guard size % 60 != 0 else { return }
    letter(":")
    number(size % 60, width: 2)
  }

  mutating func duration(_ duration: TemporalValue.Duration) {
    letter("P")
    component(duration.months / 12, "Y")
    component(duration.months % 12, "M")
    component(duration.days, "D")
    // Storage floors the seconds; the text counts both towards zero.
    let isNegative = duration.seconds < 0 && duration.nanoseconds > 0
    let seconds = isNegative ? duration.seconds + 1 : duration.seconds
    let nanoseconds = isNegative ? 1_000_000_000 - duration.nanoseconds : duration.nanoseconds
    if seconds != 0 || nanoseconds != 0 {
      letter("T")
      component(seconds / 3_600, "H")
      component(seconds / 60 % 60, "M")
      let rest = seconds % 60
      if rest != 0 || nanoseconds != 0 {
        if rest < 0 || isNegative { letter("-") }
        number(abs(rest), width: 1)
        fraction(nanoseconds)
        letter("S")
      }
    } else if bytes.count == 1 {
      bytes.append(contentsOf: "T0S".utf8)
    }
  }

  private mutating func component(_ value: Int64, _ unit: Unicode.Scalar) {
    guard value != 0 else { return }
    bytes.append(contentsOf: value.description.utf8)
    letter(unit)
  }
}
