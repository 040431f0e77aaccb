import PropertyGraph

/// Classes in brackets: `[a-z_]`, `[^0-9]`, `[a-z&&[^aeiou]]`.
extension RegexParser {
  /// What stands after the opening bracket, up to and with the closing one.
  mutating func characterClass() throws(EvaluationError) -> CharacterClass {
    let isNegated = accept("^")
    var result: CharacterClass?
    repeat {
      let part = try union(isFirst: result == nil)
      result = result.map { .both($0, part) } ?? part
    } while accept("&&")
    guard accept("]") else { throw invalid("a `[` without `]`") }
    let whole = result ?? .either([])
    // Case is ignored before the class is negated, as Java does.
    return isNegated ? .not(folded(whole)) : whole
  }

  /// Members up to `&&` or the closing bracket.
  private mutating func union(isFirst: Bool) throws(EvaluationError) -> CharacterClass {
    var ranges: [ClosedRange<UInt32>] = []
    var parts: [CharacterClass] = []
    var isAtStart = isFirst
    while let scalar = peek, isAtStart || scalar != 0x5D, !isAhead("&&") {
      isAtStart = false
      if accept("[") {
        parts.append(
          try descend { (parser) throws(EvaluationError) in try parser.characterClass() })
        continue
      }
      if accept("\\Q") {
        while position < scalars.count, !isAhead("\\E") {
          ranges.append(scalars[position]...scalars[position])
          position += 1
        }
        _ = accept("\\E")
        continue
      }
      if flags.isCommented, CharacterClass.space.contains(scalar) {
        position += 1
        continue
      }
      if let range = try range(into: &parts) { ranges.append(range) }
    }
    return .either([.ranges(ranges)] + parts)
  }

  /// A character or a range of two; `nil` if a predefined class was put into `parts`.
  private mutating func range(
    into parts: inout [CharacterClass]
  ) throws(EvaluationError) -> ClosedRange<UInt32>? {
    guard let first = try member(into: &parts) else { return nil }
    guard isAhead("-"), position + 1 < scalars.count,
      ![0x5D, 0x5B].contains(scalars[position + 1])
    else { return first...first }
    position += 1
    guard let last = try member(into: &parts) else {
      throw invalid("a range that ends in a class")
    }
    guard first <= last else { throw invalid("a range whose end comes before its start") }
    return first...last
  }

  private mutating func member(
    into parts: inout [CharacterClass]
  ) throws(EvaluationError) -> UInt32? {
    let scalar = try next("`]`")
    guard scalar == 0x5C else { return scalar }
    if let set = try predefinedClass() {
      parts.append(set)
      return nil
    }
    return try escapedScalar()
  }
}
