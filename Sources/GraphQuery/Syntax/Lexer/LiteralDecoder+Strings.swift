import Diagnostics
import PropertyGraph

/// Strings with their escapes.
extension LiteralDecoder {
  /// The text that a string literal means.
  func string(_ span: Span) throws(Diagnostic) -> Text {
    let inner = span.lowerBound + 1..<span.upperBound - 1
    let bytes = source.bytes[inner]
    if let wrong = firstInvalidByte(bytes) {
      throw SyntaxWording.invalidEncoding().at(wrong..<wrong + 1, in: source)
    }
    guard bytes.contains(UInt8(ascii: "\\")) else { return Text(utf8: bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = inner.lowerBound
    while index < inner.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        index += 1
        continue
      }
      try appendEscape(at: &index, end: inner.upperBound, to: &result)
    }
    return Text(utf8: result)
  }

  private func appendEscape(
    at index: inout Int, end: Int, to result: inout [UInt8]
  ) throws(Diagnostic) {
    let start = index
    let letter = source.bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      result.append(letter)
    case UInt8(ascii: "b"), UInt8(ascii: "B"): result.append(0x08)
    case UInt8(ascii: "f"), UInt8(ascii: "F"): result.append(0x0C)
    case UInt8(ascii: "n"), UInt8(ascii: "N"): result.append(0x0A)
    case UInt8(ascii: "r"), UInt8(ascii: "R"): result.append(0x0D)
    case UInt8(ascii: "t"), UInt8(ascii: "T"): result.append(0x09)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let scalar = try unicodeEscape(start: start, index: &index, end: end)
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default:
      let length = CharacterClasses.scalar(at: start + 1, in: source.bytes[..<end])?.length ?? 1
      let written = start..<start + 1 + length
      throw SyntaxWording.invalidEscape(
        String(decoding: source.bytes[written], as: UTF8.self)
      ).at(written, in: source)
    }
  }

  /// `\uXXXX` (or a surrogate pair of two) and `\UXXXXXXXX`; `index` stands behind the letter.
  private func unicodeEscape(
    start: Int, index: inout Int, end: Int
  ) throws(Diagnostic) -> Unicode.Scalar {
    let digits = source.bytes[index - 1] == UInt8(ascii: "u") ? 4 : 8
    guard var value = hexadecimal(digits, at: index, end: end) else {
      throw invalidUnicode(start..<min(index + digits, end), digits: digits)
    }
    index += digits
    if (0xD800...0xDBFF).contains(value), index + 6 <= end,
      source.bytes[index] == UInt8(ascii: "\\"), source.bytes[index + 1] == UInt8(ascii: "u"),
      let low = hexadecimal(4, at: index + 2, end: end), (0xDC00...0xDFFF).contains(low)
    {
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      index += 6
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw invalidUnicode(start..<index, digits: digits)
    }
    return scalar
  }

  private func hexadecimal(_ count: Int, at index: Int, end: Int) -> UInt32? {
    guard index + count <= end else { return nil }
    var value: UInt32 = 0
    for byte in source.bytes[index..<index + count] {
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
      guard Lexer.isDigit(byte) || isLetter else { return nil }
      value = value << 4 | Self.digit(byte)
    }
    return value
  }

  private func invalidUnicode(_ span: Span, digits: Int) -> Diagnostic {
    SyntaxWording.invalidUnicodeLiteral(
      String(decoding: source.bytes[span], as: UTF8.self), digits: digits
    ).at(span, in: source)
  }

  private func firstInvalidByte(_ bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] < 0x80 {
        index += 1
      } else if let (_, length) = CharacterClasses.scalar(at: index, in: bytes) {
        index += length
      } else {
        return index
      }
    }
    return nil
  }
}
