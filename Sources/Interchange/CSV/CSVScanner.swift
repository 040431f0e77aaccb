import Diagnostics

/// Cuts comma-separated values (RFC 4180) into records and fields without copying them. Strict: a
/// quote that is never closed, or text after a closing quote, is an error and never guessed at.
/// Lines may end in LF or CRLF; a byte order mark is passed over; blank lines are no records.
struct CSVScanner {
  /// The bytes of a field within the file, without its quotes.
  struct Field {
    var start: Int
    var end: Int
    var isQuoted: Bool
    /// Whether a doubled quote stands in it.
    var hasEscape: Bool

    var isEmpty: Bool { start == end }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let path: String
  /// Where the next record begins.
  private(set) var position = 0
  /// The line on which the next record begins, from 1.
  private(set) var nextLine = 1
  /// The line on which the last record began.
  private(set) var line = 1

  init(_ file: MappedFile) {
    bytes = file.bytes
    path = file.path
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// Reads the next record into `fields`; `false` at the end of the file.
  ///
  /// Throws `MalformedCSV`.
  mutating func next(into fields: inout [Field]) throws(Diagnostic) -> Bool {
    fields.removeAll(keepingCapacity: true)
    skipBlankLines()
    guard position < bytes.count else { return false }
    line = nextLine
    while true {
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        fields.append(try quoted())
      } else {
        fields.append(try plain())
      }
      guard position < bytes.count else { return true }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == UInt8(ascii: "\r") { position += 1 }
      nextLine += 1
      return true
    }
  }

  private mutating func skipBlankLines() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") {
        position += 1
      } else if isLineEnd(position) {
        position += 2
      } else {
        return
      }
      nextLine += 1
    }
  }

  /// Whether CR LF stands there.
  private func isLineEnd(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "\r") && offset + 1 < bytes.count
      && bytes[offset + 1] == UInt8(ascii: "\n")
  }

  /// A field up to a comma or the end of the line, which is not consumed.
  private mutating func plain() throws(Diagnostic) -> Field {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\r"), isLineEnd(position) { break }
      if byte == UInt8(ascii: "\"") {
        throw Wording.quoteInPlainField(path, line: nextLine)
      }
      position += 1
    }
    return Field(start: start, end: position, isQuoted: false, hasEscape: false)
  }

  private mutating func quoted() throws(Diagnostic) -> Field {
    let opening = nextLine
    position += 1
    let start = position
    var hasEscape = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { nextLine += 1 }
      guard byte == UInt8(ascii: "\"") else {
        position += 1
        continue
      }
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") {
        hasEscape = true
        position += 2
        continue
      }
      let end = position
      position += 1
      let isAtEnd =
        position == bytes.count || bytes[position] == UInt8(ascii: ",")
        || bytes[position] == UInt8(ascii: "\n") || isLineEnd(position)
      guard isAtEnd else { throw Wording.textAfterQuote(path, line: nextLine) }
      return Field(start: start, end: end, isQuoted: true, hasEscape: hasEscape)
    }
    throw Wording.unterminatedQuote(path, line: opening)
  }

  /// Runs `body` over the bytes of a field, with doubled quotes made single.
  @inline(__always)
  func withBytes<Result>(
    of field: Field, _ body: (UnsafeBufferPointer<UInt8>) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let run = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
    guard field.hasEscape else { return try body(run) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(run.count)
    var index = 0
    while index < run.count {
      unescaped.append(run[index])
      index += run[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    var result: Swift.Result<Result, Diagnostic>?
    unescaped.withUnsafeBufferPointer { buffer in
      do throws(Diagnostic) { result = .success(try body(buffer)) } catch {
        result = .failure(error)
      }
    }
    guard let result else { return try body(run) }
    return try result.get()
  }

  /// The characters of a field.
  func text(of field: Field) -> String {
    let run = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
    guard field.hasEscape else { return run }
    return run.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }
}
