/// Whether YAML would read a plain text as something else: a number, a flag, a date, nothing. The
/// core schema of YAML 1.1, as libraries in use apply it.
enum PlainText {
  static func isReadAsText(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return !words.contains(text) && !isNumber(bytes[...]) && !isDate(bytes)
  }

  private static let words: [String] =
    ["", "~", "<<", "="]
    + ["null", "true", "false", "yes", "no", "on", "off", ".nan"].flatMap { word in
      [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()]
    } + [".NaN"]

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let lower = rest.map { $0 | 0x20 }
    if lower == Array(".inf".utf8) { return true }
    if rest.count > 2, rest.first == UInt8(ascii: "0") {
      let digits = rest.dropFirst(2)
      switch lower[1] {
      case UInt8(ascii: "x"): return digits.allSatisfy { isHexadecimal($0) || $0 == underscore }
      case UInt8(ascii: "o"), UInt8(ascii: "b"):
        return digits.allSatisfy { isDigit($0) || $0 == underscore }
      default: break
      }
    }
    guard let first = rest.first, isDigit(first) || (first == point && rest.count > 1) else {
      return false
    }
    var points = 0
    var exponents = 0
    var previous = first
    for byte in rest {
      switch byte {
      case point: points += 1
      case UInt8(ascii: "e"), UInt8(ascii: "E"): exponents += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard previous | 0x20 == UInt8(ascii: "e") else { return false }
      case underscore, UInt8(ascii: ":"): break
      default: guard isDigit(byte) else { return false }
      }
      previous = byte
    }
    return points <= 1 && exponents <= 1 && (isDigit(previous) || previous == point)
  }

  /// `2024-09-01`, with or without a time; `2024-09` is a text.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    let day = bytes.prefix { isDigit($0) || $0 == UInt8(ascii: "-") }
    let parts = day.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1...].allSatisfy({ 1...2 ~= $0.count })
    else { return false }
    let time = bytes.dropFirst(day.count)
    guard let separator = time.first else { return true }
    return [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(separator)
      && time.dropFirst().allSatisfy { isDigit($0) || ":.+-Z ".utf8.contains($0) }
  }

  private static let point = UInt8(ascii: ".")
  private static let underscore = UInt8(ascii: "_")

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
