import Diagnostics

/// Texts of a study for a terminal: safe to show and folded to a width.
public enum TerminalText {
  /// The lines, none wider than `width` cells; control characters are shown as pictures. Never
  /// empty. O(length).
  public static func wrap(_ text: String, width: Int) -> [String] {
    TextWrapper.wrap(text, width: width)
  }

  /// The text on one line, cut with an ellipsis at `width` cells. O(length).
  public static func line(_ text: String, width: Int) -> String {
    let line = VisibleText.onOneLine(text)
    guard DisplayWidth.of(line) > width else { return line }
    var cut = String.UnicodeScalarView()
    var used = 0
    for scalar in line.unicodeScalars {
      used += DisplayWidth.of(scalar)
      if used > max(1, width) - 1 { break }
      cut.append(scalar)
    }
    return String(cut) + "…"
  }
}
