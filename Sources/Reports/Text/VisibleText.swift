/// Texts of a study made safe to show: a label can neither drive a terminal nor reorder the text
/// around it.
enum VisibleText {
  /// The text with tabs as spaces and every other control character as its picture (`␛`), and
  /// with the marks that change the direction of the text around them replaced. Line breaks stay.
  /// The same text comes back if there is nothing to replace. O(length).
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 != "\n" && replacement(of: $0) != nil }) else {
      return text
    }
    var visible = String.UnicodeScalarView()
    var previousIsReturn = false
    for scalar in text.unicodeScalars {
      // A line break of any system counts once.
      let isSecondHalf = previousIsReturn && scalar == "\n"
      previousIsReturn = scalar == "\r"
      if isSecondHalf { continue }
      visible.append(replacement(of: scalar) ?? scalar)
    }
    return String(visible)
  }

  /// The lines of the visible text; one empty line for an empty text.
  static func lines(of text: String) -> [Substring] {
    of(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The visible text on one line.
  static func onOneLine(_ text: String) -> String {
    lines(of: text).joined(separator: " ")
  }

  /// What to show instead of a scalar; `nil`: the scalar itself.
  private static func replacement(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09: " "
    // Return, vertical tab, form feed, next line, line and paragraph separator.
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: "\n"
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: "\u{FFFD}"
    // Embeddings, overrides and isolates of text direction.
    case 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }
}
