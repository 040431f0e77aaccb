import Glibc

/// Lines of a file descriptor, with a bound on their length.
struct LineReader {
  /// A line, or the news that one was too long and has been skipped.
  enum Line {
    case bytes([UInt8])
    case tooLong
  }

  static let longestMebibytes = 64
  private static let longest = longestMebibytes * 1_048_576
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var searched = 0
  private var chunk = [UInt8](repeating: 0, count: 65_536)
  private var isSkipping = false
  private var hasEnded = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its break; `nil` at the end of input.
  mutating func next() -> Line? {
    while true {
      if let line = takeLine() { return line }
      if hasEnded { return takeRest() }
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        buffer += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        hasEnded = true
      }
    }
  }

  private mutating func takeLine() -> Line? {
    guard let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = buffer.count
      if buffer.count > Self.longest {
        isSkipping = true
        buffer.removeAll(keepingCapacity: false)
        searched = 0
      }
      return nil
    }
    let line = Array(buffer[..<end])
    buffer.removeFirst(end + 1)
    searched = 0
    if isSkipping || line.count > Self.longest {
      isSkipping = false
      return .tooLong
    }
    return .bytes(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }

  private mutating func takeRest() -> Line? {
    guard !buffer.isEmpty || isSkipping else { return nil }
    let line = buffer
    buffer = []
    searched = 0
    if isSkipping {
      isSkipping = false
      return .tooLong
    }
    return .bytes(line)
  }
}
