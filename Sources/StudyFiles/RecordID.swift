public import PropertyGraph

/// The form of an id: what a person can type, and what may stand in the name of a file.
public enum RecordID {
  /// Whether the text is lower-case letters, digits, `-` and `.`, beginning with a letter or digit.
  public static func isLegal(_ text: Text) -> Bool {
    text.utf8.first.map(isLetterOrDigit) == true
      && text.utf8.allSatisfy {
        isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
