/// Numbers. A number takes all letters and digits that touch it, so that `12abc` is one mistake and
/// not a number beside a name.
extension Lexer {
  mutating func readNumber() {
    let start = index
    let kind = scanNumber()
    let end = index
    skipNameCharacters()
    guard let kind, index == end else {
      fail(
        SyntaxWording.invalidNumber(String(decoding: bytes[start..<index], as: UTF8.self)),
        from: start)
      return
    }
    add(kind, from: start)
  }

  /// Moves past the digits; `nil` if they are no number of any form.
  private mutating func scanNumber() -> Token.Kind? {
    if byte(0) == UInt8(ascii: "0"), let letter = byte(1) {
      switch letter | 0x20 {
      case UInt8(ascii: "x"): return scanDigits(after: 2, where: Self.isHexadecimal)
      case UInt8(ascii: "o"): return scanDigits(after: 2) { (0x30...0x37).contains($0) }
      default: break
      }
    }
    let start = index
    skipDigits()
    let whole = index - start
    var isFloat = false
    // `1..2` is a range and `1.name` a property, so a fraction needs a digit.
    if byte(0) == UInt8(ascii: "."), let next = byte(1), Self.isDigit(next) {
      isFloat = true
      index += 1
      skipDigits()
    }
    if let letter = byte(0), letter | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") ? 1 : 0
      guard let digit = byte(1 + sign), Self.isDigit(digit) else { return nil }
      isFloat = true
      index += 1 + sign
      skipDigits()
    }
    if isFloat { return .float }
    // `017` was octal once; it is refused rather than read in one of two ways.
    return whole > 1 && bytes[start] == UInt8(ascii: "0") ? nil : .integer
  }

  private mutating func scanDigits(
    after prefix: Int, where isDigit: (UInt8) -> Bool
  ) -> Token.Kind? {
    index += prefix
    let start = index
    while let next = byte(0), isDigit(next) { index += 1 }
    return index > start ? .integer : nil
  }

  private mutating func skipDigits() {
    while let next = byte(0), Self.isDigit(next) { index += 1 }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
