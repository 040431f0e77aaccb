import Diagnostics

/// Reads the tokens of JSON from bytes: strict RFC 8259, with positions. The two readers of values
/// and of trees stand on it.
struct JSONScanner {
  /// A number as its notation says: without `.` and exponent it is an integer.
  enum Number {
    case integer(Int64)
    case float(Double)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, span: Range<Int>? = nil) {
    self.bytes = bytes
    position = span?.lowerBound ?? 0
    end = span?.upperBound ?? bytes.count
  }

  /// The next byte that is no white space, not consumed.
  @inline(__always)
  mutating func peek() -> UInt8? {
    while position < end {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }

  /// Consumes the byte if it comes next.
  @inline(__always)
  mutating func accept(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8, _ wanted: String) throws(Diagnostic) {
    guard accept(byte) else { throw unexpected(wanted) }
  }

  /// Fails unless only white space is left.
  mutating func expectEnd() throws(Diagnostic) {
    guard peek() == nil else { throw unexpected("the end of the text") }
  }

  /// Consumes `word`, of which the first byte has been seen.
  mutating func expectWord(_ word: StaticString) throws(Diagnostic) {
    let start = position
    let length = word.utf8CodeUnitCount
    guard end - start >= length else { throw unexpected("a value") }
    for index in 0..<length where bytes[start + index] != word.utf8Start[index] {
      throw unexpected("a value")
    }
    position += length
  }

  /// Reads a text; the opening quote comes next.
  mutating func text() throws(Diagnostic) -> Text {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a text in double quotes") }
    let opening = position
    position += 1
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let run = UnsafeBufferPointer(rebasing: bytes[start..<position])
        position += 1
        return try decode(run, at: opening)
      }
      if byte == UInt8(ascii: "\\") { return try textWithEscapes(from: start, opening: opening) }
      guard byte >= 0x20 else { throw Wording.controlInJSON(at: position) }
      position += 1
    }
    throw Wording.openTextInJSON(opening..<end)
  }

  private func decode(
    _ run: UnsafeBufferPointer<UInt8>, at opening: Int
  ) throws(Diagnostic) -> Text {
    guard let string = String(validating: run, as: UTF8.self) else {
      throw Wording.invalidUTF8InJSON(opening..<opening + run.count + 2)
    }
    return Text(string)
  }

  private mutating func textWithEscapes(
    from start: Int, opening: Int
  ) throws(Diagnostic) -> Text {
    var decoded = Array(bytes[start..<position])
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        guard let string = String(validating: decoded, as: UTF8.self) else {
          throw Wording.invalidUTF8InJSON(opening..<position)
        }
        return Text(string)
      }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &decoded)
      } else {
        guard byte >= 0x20 else { throw Wording.controlInJSON(at: position) }
        decoded.append(byte)
        position += 1
      }
    }
    throw Wording.openTextInJSON(opening..<end)
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(Diagnostic) {
    let start = position
    position += 1
    guard position < end else { throw Wording.openTextInJSON(start..<end) }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "u"):
      let scalar = try escapedScalar(from: start)
      decoded.append(contentsOf: Unicode.UTF8.encode(scalar).map(Array.init) ?? [])
    default: throw Wording.unknownEscapeInJSON(start..<position)
    }
  }

  private mutating func escapedScalar(from start: Int) throws(Diagnostic) -> Unicode.Scalar {
    let first = try hexadecimal(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A high surrogate needs its low one, written as a second escape.
    guard first < 0xDC00, position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw Wording.loneSurrogateInJSON(start..<position) }
    position += 2
    let second = try hexadecimal(from: start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw Wording.loneSurrogateInJSON(start..<position) }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(Diagnostic) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard position < end, let digit = Self.hexadecimalDigit(bytes[position]) else {
        throw Wording.unknownEscapeInJSON(start..<min(position + 1, end))
      }
      code = code << 4 | digit
      position += 1
    }
    return code
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  func unexpected(_ wanted: String) -> Diagnostic {
    Wording.unexpectedInJSON(
      position < end ? bytes[position] : nil, at: position, wanted: wanted)
  }
}
