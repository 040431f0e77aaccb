import PropertyGraph

/// The last line of a zone file: POSIX `TZ`, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct RecurringZoneRule: Sendable {
  /// A day of each year and a local time of that day.
  struct Change: Sendable {
    enum Day: Sendable {
      /// `Mm.w.d`: weekday `d` (0 is Sunday) of week `w` (5 is the last) of month `m`.
      case weekday(month: Int64, week: Int64, day: Int64)
      /// `Jn`: day 1 to 365, 29 February never counted.
      case julian(Int64)
      /// `n`: day 0 to 365, 29 February counted.
      case ordinal(Int64)
    }

    var day: Day
    var seconds: Int64

    /// Seconds since 1970 on the local clock.
    func localTime(in year: Int64) -> Int64 {
      days(in: year) * 86_400 + seconds
    }

    private func days(in year: Int64) -> Int64 {
      let newYear = Calendar.days(year: year, month: 1, day: 1)
      switch day {
      case .ordinal(let number): return newYear + number
      case .julian(let number):
        return newYear + number - (CivilDate.isLeap(year) && number >= 60 ? 0 : 1)
      case .weekday(let month, let week, let day):
        let first = Calendar.days(year: year, month: month, day: 1)
        let ahead = (day - Calendar.weekday(first) % 7 + 7) % 7
        let length = CivilDate.length(ofMonth: month, year: year)
        var offset = ahead + (week - 1) * 7
        while offset >= length { offset -= 7 }
        return first + offset
      }
    }
  }

  var standard: Int32
  var summer: (offset: Int32, begins: Change, ends: Change)?

  /// The offset at a moment, in seconds since 1970 UTC.
  func offset(at instant: Int64) -> Int32 {
    guard let summer else { return standard }
    let localDays = (instant + Int64(standard)).flooredQuotient(86_400)
    let year = CivilDate(daysSinceEpoch: localDays).year
    let begins = summer.begins.localTime(in: year) - Int64(standard)
    let ends = summer.ends.localTime(in: year) - Int64(summer.offset)
    let isSummer =
      begins < ends
      ? (begins..<ends).contains(instant) : !(ends..<begins).contains(instant)
    return isSummer ? summer.offset : standard
  }

  /// Reads the line; `nil` if it is empty or not understood.
  init?(posix text: [UInt8]) {
    var reader = PosixZoneReader(bytes: text)
    guard reader.name(), let offset = reader.offset() else { return nil }
    standard = Int32(-offset)
    guard !reader.isAtEnd else { return }
    guard reader.name() else { return nil }
    var summerOffset = Int64(standard) + 3_600
    if reader.peek != UInt8(ascii: ",") {
      guard let offset = reader.offset() else { return nil }
      summerOffset = -offset
    }
    guard let begins = reader.change(), let ends = reader.change(), reader.isAtEnd else {
      return nil
    }
    summer = (Int32(summerOffset), begins, ends)
  }
}

/// Reads the parts of a POSIX `TZ` text.
private struct PosixZoneReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  /// Letters, or anything between `<` and `>`.
  mutating func name() -> Bool {
    let start = position
    if accept("<") {
      while let byte = peek, byte != UInt8(ascii: ">") { position += 1 }
      return accept(">")
    }
    while let byte = peek, (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
      position += 1
    }
    return position > start
  }

  private mutating func number() -> Int64? {
    let start = position
    var value: Int64 = 0
    while let byte = peek, (0x30...0x39).contains(byte), position - start < 4 {
      value = value * 10 + Int64(byte - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func offset() -> Int64? {
    let isNegative = accept("-")
    if !isNegative { _ = accept("+") }
    guard let hours = number() else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] as [Int64] where accept(":") {
      guard let part = number() else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  mutating func change() -> RecurringZoneRule.Change? {
    guard accept(","), let day = day() else { return nil }
    guard accept("/") else { return .init(day: day, seconds: 7_200) }
    guard let seconds = offset() else { return nil }
    return .init(day: day, seconds: seconds)
  }

  private mutating func day() -> RecurringZoneRule.Change.Day? {
    if accept("M") {
      guard let month = number(), (1...12).contains(month), accept("."), let week = number(),
        (1...5).contains(week), accept("."), let day = number(), (0...6).contains(day)
      else { return nil }
      return .weekday(month: month, week: week, day: day)
    }
    if accept("J") {
      guard let number = number(), (1...365).contains(number) else { return nil }
      return .julian(number)
    }
    guard let number = number(), (0...365).contains(number) else { return nil }
    return .ordinal(number)
  }
}
