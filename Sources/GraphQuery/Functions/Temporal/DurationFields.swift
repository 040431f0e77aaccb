import PropertyGraph

/// A duration by its fields, each a number that may have a fraction, and the duration they make.
struct DurationFields {
  /// The fields by the names that maps use.
  enum Field: String, CaseIterable {
    case years, quarters, months, weeks, days
    case hours, minutes, seconds, milliseconds, microseconds, nanoseconds
  }

  private var values: [Field: Decimal] = [:]

  /// The value of a field.
  subscript(field: Field) -> Decimal? {
    get { values[field] }
    set { values[field] = newValue }
  }

  var isEmpty: Bool { values.isEmpty }

  private func sum(_ terms: [(Field, Int128)]) throws(EvaluationError) -> Decimal {
    var total = Decimal(integer: 0)
    for (field, factor) in terms {
      guard let value = values[field] else { continue }
      guard let next = total.adding(value, times: factor) else {
        throw FunctionsWording.integerOverflow("duration")
      }
      total = next
    }
    return total
  }

  /// The duration. Fractions of months go on into days (of 24 hours, 30.436875 to the month), those
  /// of days into seconds.
  func duration(isNegated: Bool = false) throws(EvaluationError) -> TemporalValue.Duration {
    let sign: Int128 = isNegated ? -1 : 1
    let months = try sum([(.years, 12 * sign), (.quarters, 3 * sign), (.months, sign)])
    let days = try sum([(.weeks, 7 * sign), (.days, sign)])
    let seconds = try sum([(.hours, 3_600 * sign), (.minutes, 60 * sign), (.seconds, sign)])
    let nanoseconds = try sum([
      (.milliseconds, 1_000_000 * sign), (.microseconds, 1_000 * sign), (.nanoseconds, sign),
    ])
    let second: Int128 = 1_000_000_000
    return try DurationArithmetic.assemble(
      months: months.whole,
      fractionOfMonth: months.fraction(of: DurationArithmetic.nanosecondsPerMonth),
      days: days.whole,
      fractionOfDay: days.fraction(of: DurationArithmetic.nanosecondsPerDay),
      nanoseconds: try DurationArithmetic.add(
        DurationArithmetic.multiply(seconds.whole, second),
        DurationArithmetic.add(seconds.fraction(of: second), nanoseconds.whole)))
  }

  // MARK: Reading

  /// Reads `P1Y2M3W4DT5H6M7.8S` (a sign before the P negates all) or `P2012-02-02T14:37:21.545`.
  static func duration(_ text: Text) throws(EvaluationError) -> TemporalValue.Duration {
    var reader = TemporalTextReader(text)
    let isNegated = reader.accept("-")
    if !isNegated { _ = reader.accept("+") }
    guard reader.accept("P") else { throw TemporalWording.unreadable("duration", text) }
    let start = reader
    if let fields = try reader.dateTimeComponents(), reader.isAtEnd {
      return try fields.duration(isNegated: isNegated)
    }
    reader = start
    guard let fields = components(&reader) else {
      throw TemporalWording.unreadable("duration", text)
    }
    return try fields.duration(isNegated: isNegated)
  }

  /// Components in the order of their size, each at most once.
  private static func components(_ reader: inout TemporalTextReader) -> DurationFields? {
    let dateUnits: [(UInt8, Field)] = [
      (UInt8(ascii: "Y"), .years), (UInt8(ascii: "M"), .months), (UInt8(ascii: "W"), .weeks),
      (UInt8(ascii: "D"), .days),
    ]
    let timeUnits: [(UInt8, Field)] = [
      (UInt8(ascii: "H"), .hours), (UInt8(ascii: "M"), .minutes), (UInt8(ascii: "S"), .seconds),
    ]
    var fields = DurationFields()
    var units = dateUnits[...]
    var isTime = false
    var count = 0
    while !reader.isAtEnd {
      if !isTime, reader.accept("T") {
        isTime = true
        units = timeUnits[...]
        count = 0
      }
      guard let (value, unit) = reader.component(of: "YMWDHS"),
        let index = units.firstIndex(where: { $0.0 == unit })
      else { return nil }
      fields[units[index].1] = value
      units = units[(index + 1)...]
      count += 1
    }
    return count > 0 ? fields : nil
  }

  /// Reads `{years: 1, days: 2.5}`.
  static func duration(_ map: PropertyMap) throws(EvaluationError) -> TemporalValue.Duration {
    var fields = DurationFields()
    for (key, value) in map {
      guard let field = Field(rawValue: key.string) else {
        throw TemporalWording.unknownField(
          key, of: "duration", among: Field.allCases.map { Text($0.rawValue) })
      }
      switch value {
      case .null: continue
      case .integer(let number): fields[field] = Decimal(integer: number)
      case .float(let number):
        guard let decimal = Decimal(double: number) else {
          throw TemporalWording.durationOutOfRange(key, number)
        }
        fields[field] = decimal
      default: throw TemporalWording.fieldType(key, takes: "a number", found: value)
      }
    }
    guard !fields.isEmpty else { throw TemporalWording.emptyDuration() }
    return try fields.duration()
  }
}
