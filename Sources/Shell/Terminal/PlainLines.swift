import Glibc

/// Lines of standard input, read as they come: a pipe, or a terminal without a line editor. Bytes
/// that are no UTF-8 are replaced, so that the statement they stand in is refused with its place.
public final class PlainLines: LineSource {
  private var waiting: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private let showsPrompt: Bool

  /// Lines without a prompt, unless a person types them.
  public init(showsPrompt: Bool = false) { self.showsPrompt = showsPrompt }

  /// The next line.
  public func next(prompt: String) -> InputLine {
    if showsPrompt {
      let bytes = Array(prompt.utf8)
      _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
    var searched = start
    while true {
      if let end = waiting[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return .line(text(waiting[start..<end]))
      }
      searched = waiting.count
      if isAtEnd {
        guard start < waiting.count else { return .end }
        defer { start = waiting.count }
        return .line(text(waiting[start...]))
      }
      if !fill(&searched) { return .cancelled }
    }
  }

  /// Nothing is kept.
  public func remember(_ text: String) {}

  /// Reads more; false if Ctrl-C came instead.
  private func fill(_ searched: inout Int) -> Bool {
    if start > 0 {
      waiting.removeFirst(start)
      searched -= start
      start = 0
    }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    if count > 0 {
      waiting += chunk[..<count]
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    } else if Interrupts.take() {
      return false
    }
    return true
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }
}
