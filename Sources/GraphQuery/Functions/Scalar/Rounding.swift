import PropertyGraph

/// Rounding to decimal places as a person does it with the printed number: 1.005 to two places
/// is 1.01, although the nearest double is a little less.
enum Rounding {
  /// What becomes of a number that lies between two.
  enum Mode: String {
    case ceiling = "CEILING"
    case floor = "FLOOR"
    case up = "UP"
    case down = "DOWN"
    case halfUp = "HALF_UP"
    case halfDown = "HALF_DOWN"
    case halfEven = "HALF_EVEN"
  }

  /// The nearest whole number; of two the larger.
  static func halfTowardsPositive(_ number: Double) -> Double {
    let below = number.rounded(.down)
    return number - below >= 0.5 ? below + 1 : below
  }

  static func round(_ number: Double, places: Int, mode: Mode) -> Double {
    guard number.isFinite, var decimal = Decimal(number), places < decimal.places else {
      return number
    }
    let kept = decimal.digits.count - (decimal.places - places)
    if kept < 0 {
      decimal.digits = Array(repeating: 0, count: -kept) + decimal.digits
    }
    let lead = Array(decimal.digits.prefix(max(kept, 0)))
    let dropped = decimal.digits.dropFirst(max(kept, 0))
    var digits = lead
    if isRoundedUp(lead, dropped, isNegative: decimal.isNegative, mode: mode) {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
    }
    let text = digits.map(\.description).joined()
    let sign = decimal.isNegative ? "-" : ""
    return Double("\(sign)\(text.isEmpty ? "0" : text)e-\(places)") ?? number
  }

  /// Whether the kept digits grow by one in the last place.
  private static func isRoundedUp(
    _ lead: [Int], _ dropped: ArraySlice<Int>, isNegative: Bool, mode: Mode
  ) -> Bool {
    guard let first = dropped.first, dropped.contains(where: { $0 != 0 }) else { return false }
    let isHalf = first == 5 && dropped.dropFirst().allSatisfy { $0 == 0 }
    switch mode {
    case .up: return true
    case .down: return false
    case .ceiling: return !isNegative
    case .floor: return isNegative
    case .halfUp: return first >= 5
    case .halfDown: return first >= 5 && !isHalf
    case .halfEven: return isHalf ? (lead.last ?? 0) % 2 == 1 : first >= 5
    }
  }

  /// The shortest decimal form of a double: digits, the last `places` of them after the point.
  private struct Decimal {
    var isNegative: Bool
    var digits: [Int] = []
    var places = 0

    init?(_ number: Double) {
      isNegative = number.sign == .minus
      let parts = number.magnitude.description.split(separator: "e")
      guard let mantissa = parts.first else { return nil }
      var isFraction = false
      for byte in mantissa.utf8 {
        if byte == UInt8(ascii: ".") {
          isFraction = true
        } else {
          digits.append(Int(byte) - 0x30)
          if isFraction { places += 1 }
        }
      }
      if parts.count > 1 {
        guard let exponent = Int(parts[1]) else { return nil }
        places -= exponent
      }
    }
  }
}
