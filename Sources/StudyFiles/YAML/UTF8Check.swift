/// Looks for bytes that are not UTF-8.
enum UTF8Check {
  /// The offset of the first byte that cannot stand there. O(bytes).
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length: Int
      switch lead {
      case 0x00...0x7F:
        index += 1
        continue
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF: length = 3
      case 0xF0...0xF4: length = 4
      default: return index
      }
      guard index + length <= bytes.count else { return index }
      for position in index + 1..<index + length where bytes[position] & 0xC0 != 0x80 {
        return index
      }
      let second = bytes[index + 1]
      let isOverlongOrSurrogate =
        (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
        || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)
      if isOverlongOrSurrogate { return index }
      index += length
    }
    return nil
  }
}
