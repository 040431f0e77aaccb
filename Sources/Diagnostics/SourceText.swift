/// A text that a person wrote (a file, a query, a rules file), kept as bytes so that a position in
/// it is one integer.
public struct SourceText: Sendable, Hashable {
  /// What to call it in a message: a path relative to the study, or `query`.
  public let name: String
  /// The text as UTF-8. Invalid sequences may occur; the renderer replaces them.
  public let bytes: [UInt8]

  /// Wraps the bytes of a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Wraps a text held in memory.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// A place as a person counts it.
  public struct Position: Sendable, Hashable {
    /// Line, from 1.
    public let line: Int
    /// Column in Unicode scalars, from 1.
    public let column: Int
  }

  /// The line and column of a byte offset (offsets past the end count as the end). O(offset).
  public func position(at offset: Int) -> Position {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var column = 1
    for byte in bytes[..<end] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Position(line: line, column: column)
  }

  /// The byte range of a line, counted from 1, without its line break; `nil` past the last line.
  public func line(_ number: Int) -> Range<Int>? {
    guard number >= 1 else { return nil }
    var start = 0
    var current = 1
    while current < number {
      guard let lineBreak = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = lineBreak + 1
      current += 1
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let withoutReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    return start..<withoutReturn
  }

  /// The byte offset of a line and column (both from 1, columns in scalars), clamped to the line.
  public func offset(line number: Int, column: Int) -> Int {
    guard let range = line(number) else { return bytes.count }
    var remaining = column - 1
    var index = range.lowerBound
    while index < range.upperBound, remaining > 0 {
      index += 1
      while index < range.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
      remaining -= 1
    }
    return index
  }
}
