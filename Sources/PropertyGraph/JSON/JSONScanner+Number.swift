import Diagnostics

extension JSONScanner {
  /// Reads a number; its first byte comes next.
  mutating func number() throws(Diagnostic) -> Number {
    let start = position
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let digitsStart = position
    var magnitude: UInt64 = 0
    var overflows = false
    while let digit = digit() {
      let (shifted, lost) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carried) = shifted.addingReportingOverflow(digit)
      overflows = overflows || lost || carried
      magnitude = sum
    }
    guard position > digitsStart else { throw unexpected("a value") }
    if position - digitsStart > 1, bytes[digitsStart] == UInt8(ascii: "0") {
      throw Wording.malformedNumberInJSON(start..<position)
    }
    var fractionDigits = 0
    var exponent = 0
    var isFloat = false
    if position < end, bytes[position] == UInt8(ascii: ".") {
      isFloat = true
      position += 1
      let fractionStart = position
      while let digit = digit() {
        let (shifted, lost) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carried) = shifted.addingReportingOverflow(digit)
        overflows = overflows || lost || carried
        magnitude = sum
      }
      fractionDigits = position - fractionStart
      guard fractionDigits > 0 else { throw Wording.malformedNumberInJSON(start..<position) }
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isFloat = true
      position += 1
      exponent = try exponentValue(from: start)
    }
    if !isFloat {
      guard !overflows, let integer = Self.integer(magnitude, isNegative: isNegative) else {
        throw Wording.integerOverflowInJSON(start..<position)
      }
      return .integer(integer)
    }
    if !overflows,
      let exact = Self.exactDouble(magnitude, exponent: exponent - fractionDigits)
    {
      return .float(isNegative ? -exact : exact)
    }
    let run = UnsafeBufferPointer(rebasing: bytes[start..<position])
    guard let double = Double(String(decoding: run, as: UTF8.self)), double.isFinite else {
      throw Wording.floatOverflowInJSON(start..<position)
    }
    return .float(double)
  }

  private mutating func exponentValue(from start: Int) throws(Diagnostic) -> Int {
    var isNegative = false
    if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
    {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    let digitsStart = position
    var exponent = 0
    while let digit = digit() {
      // Beyond this every double is zero or infinite; the slow path decides which.
      if exponent < 1_000_000 { exponent = exponent * 10 + Int(digit) }
    }
    guard position > digitsStart else { throw Wording.malformedNumberInJSON(start..<position) }
    return isNegative ? -exponent : exponent
  }

  @inline(__always)
  private mutating func digit() -> UInt64? {
    guard position < end else { return nil }
    let value = bytes[position] &- 0x30
    guard value <= 9 else { return nil }
    position += 1
    return UInt64(value)
  }

  private static func integer(_ magnitude: UInt64, isNegative: Bool) -> Int64? {
    if !isNegative { return Int64(exactly: magnitude) }
    guard magnitude <= 1 << 63 else { return nil }
    return Int64(truncatingIfNeeded: 0 &- magnitude)
  }

  /// The double where one multiplication or division of exact doubles gives the rounded result
  /// (Clinger 1990), which is nearly always.
  private static func exactDouble(_ magnitude: UInt64, exponent: Int) -> Double? {
    guard magnitude <= 1 << 53, abs(exponent) <= 22 else { return nil }
    let power = powersOfTen[abs(exponent)]
    return exponent < 0 ? Double(magnitude) / power : Double(magnitude) * power
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
