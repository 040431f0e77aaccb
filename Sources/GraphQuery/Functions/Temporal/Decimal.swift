/// A number with up to 18 decimal places, exact. Durations are computed with these, so that 0.1
/// months are a tenth and not the nearest double.
struct Decimal: Sendable {
  /// The number times 10 to the power of `places`.
  var units: Int128
  var places: Int

  static let mostPlaces = 18

  /// A whole number.
  init(integer number: Int64) {
    units = Int128(number)
    places = 0
  }

  /// The shortest decimal form of a double, without places beyond the 18th; `nil` if it is not
  /// finite or too large.
  init?(double number: Double) {
    guard number.isFinite, number.magnitude < 1e19 else { return nil }
    let parts = number.description.split(separator: "e")
    guard let mantissa = parts.first, var decimal = Decimal(digits: Array(mantissa.utf8)[...])
    else {
      return nil
    }
    if parts.count > 1 {
      guard let exponent = Int(parts[1]) else { return nil }
      decimal.places -= exponent
    }
    while decimal.places < 0 {
      decimal.units *= 10
      decimal.places += 1
    }
    while decimal.places > Self.mostPlaces {
      decimal.units /= 10
      decimal.places -= 1
    }
    self = decimal
  }

  /// Digits with an optional sign and point or comma.
  init?(digits bytes: ArraySlice<UInt8>) {
    units = 0
    places = 0
    var isNegative = false
    var isFraction = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: ","): isFraction = true
      default:
        if isFraction, places == Self.mostPlaces { continue }
        guard units < Int128(Int64.max) * 1_000_000_000_000_000_000 / 10 else { return nil }
        units = units * 10 + Int128(byte - 0x30)
        if isFraction { places += 1 }
      }
    }
    if isNegative { units = -units }
  }

  /// 10 to the power of `places`.
  var scale: Int128 {
    (0..<places).reduce(1) { scale, _ in scale * 10 }
  }

  /// The part before the point.
  var whole: Int128 { units / scale }

  /// The part after the point, in so many parts of the whole; what is smaller is dropped.
  func fraction(of parts: Int128) -> Int128 { units % scale * parts / scale }

  /// The sum; `nil` beyond 128 bits.
  func adding(_ other: Decimal, times factor: Int128) -> Decimal? {
    let places = max(places, other.places)
    var left = self
    var right = other
    for _ in left.places..<places {
      guard left.multiply(by: 10) else { return nil }
    }
    for _ in right.places..<places {
      guard right.multiply(by: 10) else { return nil }
    }
    guard right.multiply(by: factor) else { return nil }
    let (sum, overflows) = left.units.addingReportingOverflow(right.units)
    guard !overflows else { return nil }
    left.units = sum
    left.places = places
    return left
  }

  private mutating func multiply(by factor: Int128) -> Bool {
    let (product, overflows) = units.multipliedReportingOverflow(by: factor)
    units = product
    return !overflows
  }
}
