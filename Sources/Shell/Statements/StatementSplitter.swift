/// A statement with its place in what was typed or read.
public struct ScriptStatement: Sendable, Hashable {
  /// The text, without the semicolon.
  public var text: String
  /// The line it begins on, from 1.
  public var line: Int
  /// The column it begins at, from 1, in bytes.
  public var column: Int
}

/// Cuts lines into statements at semicolons that stand in no text, name or comment. Every byte is
/// looked at once, however long a statement grows.
public struct StatementSplitter: Sendable {
  private enum State: Sendable {
    case plain, comment, blockComment
    case quoted(UInt8)
  }

  private var state = State.plain
  private var waiting: [UInt8] = []
  /// Whether something other than white space and comments waits.
  private var hasWords = false
  private var place = (line: 1, column: 1)
  private var lineNumber = 0

  /// The last line taken in, from 1.
  public var line: Int { lineNumber }

  /// Nothing typed yet.
  public init() {}

  /// Whether a statement has been begun and not ended.
  public var isInside: Bool { hasWords || isOpen }

  private var isOpen: Bool {
    switch state {
    case .plain, .comment: false
    case .blockComment, .quoted: true
    }
  }

  /// Forgets what has been begun.
  public mutating func reset() {
    state = .plain
    waiting = []
    hasWords = false
  }

  /// Counts a line that is no part of a statement.
  public mutating func skipLine() { lineNumber += 1 }

  /// Takes a line in; gives the statements that end in it. O(bytes of the line).
  public mutating func take(_ line: String) -> [ScriptStatement] {
    var statements: [ScriptStatement] = []
    let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
    lineNumber += 1
    var lineStart = 0
    // Where what has not been put by yet begins.
    var kept = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if case .plain = state, byte == UInt8(ascii: ";") {
        waiting += bytes[kept..<index]
        if hasWords { statements.append(statement()) }
        waiting = []
        hasWords = false
        index += 1
        kept = index
        continue
      }
      if case .plain = state, !hasWords, Self.beginsStatement(bytes, index) {
        hasWords = true
        // Comments and white space before it are not the statement's.
        waiting = []
        kept = index
        place = (lineNumber, index - lineStart + 1)
      }
      index += step(bytes, index)
      if byte == UInt8(ascii: "\n"), index < bytes.count {
        // A recalled statement comes as one line with breaks in it.
        lineNumber += 1
        lineStart = index
      }
    }
    waiting += bytes[min(kept, bytes.count)...]
    return statements
  }

  /// Moves the state over what stands at a place; gives its length.
  private mutating func step(_ bytes: [UInt8], _ index: Int) -> Int {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch state {
    case .comment:
      if byte == UInt8(ascii: "\n") { state = .plain }
    case .blockComment:
      if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        state = .plain
        return 2
      }
    case .quoted(let quote):
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`"), next != UInt8(ascii: "\n") {
        return min(2, bytes.count - index)
      }
      if byte == quote { state = .plain }
    case .plain:
      switch byte {
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"): state = .comment
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        state = .blockComment
        return 2
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): state = .quoted(byte)
      default: break
      }
    }
    return 1
  }

  /// Whether something other than white space and a comment stands there.
  private static func beginsStatement(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
    case UInt8(ascii: "/"):
      index + 1 >= bytes.count
        || bytes[index + 1] != UInt8(ascii: "/") && bytes[index + 1] != UInt8(ascii: "*")
    default: true
    }
  }

  /// The statement that the end of a script ends, if one has been begun.
  public mutating func finish() -> ScriptStatement? {
    defer { reset() }
    return hasWords ? statement() : nil
  }

  private func statement() -> ScriptStatement {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let end = waiting.lastIndex { !isSpace($0) } ?? -1
    let text = String(decoding: waiting[...end], as: UTF8.self)
    return ScriptStatement(text: text, line: place.line, column: place.column)
  }
}
