/// A set of scalars, such as `[a-z&&[^aeiou]]` or `\p{Lu}`.
indirect enum CharacterClass: Sendable {
  case ranges([ClosedRange<UInt32>])
  case property(ScalarProperty)
  case not(CharacterClass)
  case either([CharacterClass])
  case both(CharacterClass, CharacterClass)
  /// Letters of either case; those beyond ASCII only if `isUnicode`.
  case ignoringCase(CharacterClass, isUnicode: Bool)

  static let everything = CharacterClass.ranges([0...0x10FFFF])
  static let lineBreak = CharacterClass.ranges([
    0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029,
  ])
  static let newline = CharacterClass.ranges([0x0A...0x0A])
  static let digit = CharacterClass.ranges([0x30...0x39])
  static let space = CharacterClass.ranges([0x09...0x0D, 0x20...0x20])
  static let word = CharacterClass.ranges([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let horizontalSpace = CharacterClass.ranges([
    0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x180E...0x180E, 0x2000...0x200A,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ])
  static let verticalSpace = CharacterClass.ranges([0x0A...0x0D, 0x85...0x85, 0x2028...0x2029])

  /// Whether the set has the scalar.
  func contains(_ scalar: UInt32) -> Bool {
    switch self {
    case .ranges(let ranges): return ranges.contains { $0.contains(scalar) }
    case .property(let property):
      return Unicode.Scalar(scalar).map(property.holds(for:)) ?? false
    case .not(let inner): return !inner.contains(scalar)
    case .either(let parts): return parts.contains { $0.contains(scalar) }
    case .both(let left, let right): return left.contains(scalar) && right.contains(scalar)
    case .ignoringCase(let inner, let isUnicode):
      return inner.contains(scalar)
        || CaseFolding.others(of: scalar, isUnicode: isUnicode).contains(where: inner.contains)
    }
  }
}

/// The other case of a letter.
enum CaseFolding {
  /// The same letter in other cases.
  static func others(of scalar: UInt32, isUnicode: Bool) -> [UInt32] {
    switch scalar {
    case 0x41...0x5A: return [scalar + 32]
    case 0x61...0x7A: return [scalar - 32]
    default:
      guard isUnicode, let letter = Unicode.Scalar(scalar) else { return [] }
      let properties = letter.properties
      let mappings = [
        properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping,
      ]
      return mappings.compactMap { mapping in
        let scalars = mapping.unicodeScalars
        return scalars.count == 1 ? scalars.first?.value : nil
      }.filter { $0 != scalar }
    }
  }
}

/// A property of scalars that an expression can name with `\p{...}`.
enum ScalarProperty: Sendable {
  case categories([Unicode.GeneralCategory])
  case alphabetic, uppercase, lowercase, whiteSpace, ideographic

  func holds(for scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return switch self {
    case .categories(let categories): categories.contains(properties.generalCategory)
    case .alphabetic: properties.isAlphabetic
    case .uppercase: properties.isUppercase
    case .lowercase: properties.isLowercase
    case .whiteSpace: properties.isWhitespace
    case .ideographic: properties.isIdeographic
    }
  }
}

extension CharacterClass {
  /// The class that `\p{name}` means; `nil` for names that are not known.
  static func named(_ name: String) -> CharacterClass? {
    if let ascii = asciiClass(name) { return ascii }
    let bare = name.hasPrefix("Is") ? String(name.dropFirst(2)) : name
    switch bare {
    case "Alphabetic", "javaAlphabetic": return .property(.alphabetic)
    case "Uppercase", "javaUpperCase": return .property(.uppercase)
    case "Lowercase", "javaLowerCase": return .property(.lowercase)
    case "White_Space", "WhiteSpace", "javaWhitespace": return .property(.whiteSpace)
    case "Ideographic": return .property(.ideographic)
    default: return categories(bare).map { .property(.categories($0)) }
    }
  }

  private static func asciiClass(_ name: String) -> CharacterClass? {
    switch name {
    case "Lower": .ranges([0x61...0x7A])
    case "Upper": .ranges([0x41...0x5A])
    case "ASCII": .ranges([0...0x7F])
    case "Alpha": .ranges([0x41...0x5A, 0x61...0x7A])
    case "Digit": digit
    case "Alnum": .ranges([0x30...0x39, 0x41...0x5A, 0x61...0x7A])
    case "Punct": .ranges([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
    case "Graph": .ranges([0x21...0x7E])
    case "Print": .ranges([0x20...0x7E])
    case "Blank": .ranges([0x09...0x09, 0x20...0x20])
    case "Cntrl": .ranges([0...0x1F, 0x7F...0x7F])
    case "XDigit": .ranges([0x30...0x39, 0x41...0x46, 0x61...0x66])
    case "Space": space
    default: nil
    }
  }

  private static let categoriesByName: [(name: String, category: Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
    ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Mn", .nonspacingMark),
    ("Mc", .spacingMark), ("Me", .enclosingMark), ("Nd", .decimalNumber), ("Nl", .letterNumber),
    ("No", .otherNumber), ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation),
    ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
    ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol),
    ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("So", .otherSymbol),
    ("Zs", .spaceSeparator), ("Zl", .lineSeparator), ("Zp", .paragraphSeparator),
    ("Cc", .control), ("Cf", .format), ("Cs", .surrogate), ("Co", .privateUse),
    ("Cn", .unassigned),
  ]

  /// One category (`Lu`) or all of a group (`L`).
  private static func categories(_ name: String) -> [Unicode.GeneralCategory]? {
    let found = categoriesByName.filter { entry in
      entry.name == name || name.unicodeScalars.count == 1 && entry.name.hasPrefix(name)
    }
    return found.isEmpty ? nil : found.map(\.category)
  }
}
