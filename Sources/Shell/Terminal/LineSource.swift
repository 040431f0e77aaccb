/// What came of asking for a line.
public enum InputLine: Sendable, Hashable {
  /// A line without its line break; a recalled statement may hold several.
  case line(String)
  /// Ctrl-C: what was typed so far is dropped.
  case cancelled
  /// The end of the input.
  case end
}

/// Where the lines of a session come from: a person at a terminal, a pipe, a test.
public protocol LineSource: AnyObject {
  /// Asks for a line.
  func next(prompt: String) -> InputLine
  /// Keeps a statement or command for the arrow keys and the next session.
  func remember(_ text: String)
}

/// Lines of a text that is already here.
public final class TextLines: LineSource {
  private var lines: ArraySlice<Substring>

  /// The lines of a text; a line break at its end begins no further line.
  public init(_ text: String) {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }[...]
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    self.lines = lines
  }

  /// The next line.
  public func next(prompt: String) -> InputLine {
    lines.popFirst().map { .line(String($0)) } ?? .end
  }

  /// Nothing is kept.
  public func remember(_ text: String) {}
}
