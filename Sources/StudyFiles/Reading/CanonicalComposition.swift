public import PropertyGraph
// The library that Foundation itself takes its normal forms from; Foundation would triple the program
// and slow every start.
@_spi(_Unicode) import Swift

/// Unicode Normalization Form C, to which every text of a study is brought once, at the door.
public enum CanonicalComposition {
  /// The text in NFC. ASCII is returned as it is.
  static func nfc(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var composed = String.UnicodeScalarView()
    for scalar in text._nfc { composed.append(scalar) }
    return String(composed)
  }

  /// The text in NFC. O(bytes).
  public static func nfc(_ text: Text) -> Text {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : Text(nfc(text.string))
  }

  /// A value with all texts in it in NFC. O(size).
  public static func nfc(_ value: Value) -> Value {
    switch value {
    case .text(let text): .text(nfc(text))
    case .list(let elements): .list(elements.map { nfc($0) })
    case .map(let map): .map(nfc(map))
    default: value
    }
  }

  /// A map with all texts and keys in it in NFC. O(size).
  public static func nfc(_ map: PropertyMap) -> PropertyMap {
    PropertyMap(map.map { (nfc($0.key), nfc($0.value)) })
  }
}
