import Foundation

/// Unicode Normalization Form C.
enum CanonicalComposition {
  /// The text in NFC. ASCII is returned as it is.
  static func nfc(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }
}
