import PropertyGraph

/// What stands after a backslash, inside and outside classes.
extension RegexParser {
  /// An escape outside a class.
  mutating func escape() throws(EvaluationError) -> RegexTree {
    guard let scalar = peek else { throw invalid("a `\\` at the end") }
    switch Unicode.Scalar(scalar) {
    case "b", "B", "A", "z", "Z", "G":
      position += 1
      return try assertion(scalar)
    case "R":
      position += 1
      return .alternatives([
        .sequence([.scalar(13), .scalar(10)]), .set(.verticalSpace),
      ])
    case "1", "2", "3", "4", "5", "6", "7", "8", "9":
      throw RegexWording.unsupported("back-reference", "a back reference such as `\\1`")
    case "k": throw RegexWording.unsupported("back-reference", "a back reference `\\k<name>`")
    case "X": throw RegexWording.unsupported("grapheme-cluster", "a grapheme cluster `\\X`")
    default: break
    }
    if let set = try predefinedClass() { return .set(folded(set)) }
    return literal(try escapedScalar())
  }

  private func assertion(_ scalar: UInt32) throws(EvaluationError) -> RegexTree {
    switch Unicode.Scalar(scalar) {
    case "b": return .assertion(.wordBoundary)
    case "B": return .assertion(.noWordBoundary)
    case "A": return .assertion(.startOfText)
    case "z": return .assertion(.endOfText)
    case "Z": return .assertion(.endBeforeFinalBreak(onlyNewline: flags.isUnixLines))
    default:
      throw RegexWording.unsupported("last-match", "the end of the last match `\\G`")
    }
  }

  /// `\d`, `\p{Lu}` and so on; `nil` if the escape means a single character.
  mutating func predefinedClass() throws(EvaluationError) -> CharacterClass? {
    guard let scalar = peek else { return nil }
    let start = position
    position += 1
    switch Unicode.Scalar(scalar) {
    case "d": return .digit
    case "D": return .not(.digit)
    case "s": return .space
    case "S": return .not(.space)
    case "w": return .word
    case "W": return .not(.word)
    case "h": return .horizontalSpace
    case "H": return .not(.horizontalSpace)
    case "v": return .verticalSpace
    case "V": return .not(.verticalSpace)
    case "p": return try property()
    case "P": return .not(try property())
    default:
      position = start
      return nil
    }
  }

  /// `L` or `{Lu}`.
  private mutating func property() throws(EvaluationError) -> CharacterClass {
    var name = ""
    if accept("{") {
      let scalars = scalars[position...].prefix { $0 != 0x7D }
      guard position + scalars.count < self.scalars.count else {
        throw invalid("a `{` without `}`")
      }
      position += scalars.count + 1
      name.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    } else {
      name.unicodeScalars.append(
        contentsOf: [try next("a property after `\\p`")].compactMap(Unicode.Scalar.init))
    }
    if let separator = name.firstIndex(of: "="),
      ["gc", "general_category"].contains(name[..<separator].lowercased())
    {
      name = String(name[name.index(after: separator)...])
    }
    guard let named = CharacterClass.named(name) else {
      throw RegexWording.unsupported("property-\(name.lowercased())", "the property `\\p{\(name)}`")
    }
    return named
  }

  /// The character that an escape means.
  mutating func escapedScalar() throws(EvaluationError) -> UInt32 {
    let scalar = try next("a character after `\\`")
    switch Unicode.Scalar(scalar) {
    case "t": return 0x09
    case "n": return 0x0A
    case "r": return 0x0D
    case "f": return 0x0C
    case "a": return 0x07
    case "e": return 0x1B
    case "c": return try next("a character after `\\c`") ^ 64
    case "0": return try octal()
    case "x":
      guard accept("{") else { return try hexadecimal(digits: 2...2) }
      let value = try hexadecimal(digits: 1...6)
      guard accept("}") else { throw invalid("a `{` without `}`") }
      return value
    case "u": return try codeUnit()
    default:
      let isLetter = (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
      guard !isLetter else {
        position -= 1
        throw invalid("an unknown escape")
      }
      return scalar
    }
  }

  private mutating func octal() throws(EvaluationError) -> UInt32 {
    var value: UInt32 = 0
    var count = 0
    while let digit = peek, (0x30...0x37).contains(digit), count < 3,
      value * 8 + digit - 0x30 <= 0o377
    {
      value = value * 8 + digit - 0x30
      position += 1
      count += 1
    }
    guard count > 0 else { throw invalid("an octal number is missing after `\\0`") }
    return value
  }

  private mutating func hexadecimal(
    digits: ClosedRange<Int>
  ) throws(EvaluationError) -> UInt32 {
    var value: UInt32 = 0
    var count = 0
    while count < digits.upperBound, let scalar = peek.flatMap(Unicode.Scalar.init),
      scalar.isASCII, let digit = Character(scalar).hexDigitValue
    {
      value = value * 16 + UInt32(digit)
      position += 1
      count += 1
    }
    guard count >= digits.lowerBound, value <= 0x10FFFF else {
      throw invalid("a hexadecimal number is missing")
    }
    return value
  }

  /// `uhhhh`, or two of them for one character beyond the first 65,536.
  private mutating func codeUnit() throws(EvaluationError) -> UInt32 {
    let first = try hexadecimal(digits: 4...4)
    guard (0xD800...0xDBFF).contains(first), accept("\\u") else { return first }
    let second = try hexadecimal(digits: 4...4)
    guard (0xDC00...0xDFFF).contains(second) else {
      throw invalid("half a surrogate pair")
    }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }
}
