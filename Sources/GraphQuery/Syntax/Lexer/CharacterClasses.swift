/// Which characters make white space and names, as openCypher 9 lists them.
enum CharacterClasses {
  /// White space: the Unicode separators and the ASCII controls that openCypher counts, and a byte
  /// order mark.
  static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029,
      0x202F, 0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// Whether a name may begin with it: Unicode ID_Start or a connector such as `_`.
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isASCIILetter(scalar) || scalar == "_" }
    return scalar.properties.isIDStart
      || scalar.properties.generalCategory == .connectorPunctuation
  }

  /// Whether a name may go on with it: Unicode ID_Continue or a currency sign.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return isASCIILetter(scalar) || scalar == "_" || scalar == "$" || isDigit(scalar)
    }
    return scalar.properties.isIDContinue
      || scalar.properties.generalCategory == .currencySymbol
  }

  /// Dashes other than `-` that may stand in an arrow.
  static func isPatternDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// Left arrow heads other than `<`.
  static func isPatternLeftHead(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27E8, 0x3008, 0xFE64, 0xFF1C: true
    default: false
    }
  }

  /// Right arrow heads other than `>`.
  static func isPatternRightHead(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27E9, 0x3009, 0xFE65, 0xFF1E: true
    default: false
    }
  }

  /// `0` to `9`.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    let lower = scalar.value | 0x20
    return (0x61...0x7A).contains(lower)
  }

  /// The scalar that begins at `index` and its length in bytes; `nil` if the bytes there are not
  /// UTF-8 (overlong forms, surrogates and stray continuation bytes included).
  static func scalar(
    at index: Int, in bytes: ArraySlice<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard index + length <= bytes.endIndex else { return nil }
    for byte in bytes[index + 1..<index + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
