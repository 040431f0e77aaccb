/// A regular expression as parsed.
indirect enum RegexTree: Sendable {
  case empty
  case scalar(UInt32)
  case set(CharacterClass)
  case assertion(RegexAssertion)
  case sequence([RegexTree])
  case alternatives([RegexTree])
  /// At least and at most so many times.
  case repetition(RegexTree, atLeast: Int, atMost: Int?)
}

/// A condition on a place between characters.
enum RegexAssertion: Sendable {
  case startOfText, endOfText
  /// `$` and `\Z`: at the end, or before a line break that ends the text.
  case endBeforeFinalBreak(onlyNewline: Bool)
  case startOfLine(onlyNewline: Bool)
  case endOfLine(onlyNewline: Bool)
  case wordBoundary, noWordBoundary

  /// Whether the place before the scalar at `position` is right.
  func holds(at position: Int, in scalars: [UInt32]) -> Bool {
    let end = scalars.count
    switch self {
    case .startOfText: return position == 0
    case .endOfText: return position == end
    case .endBeforeFinalBreak(let onlyNewline):
      if position == end { return true }
      let rest = scalars[position...]
      if !onlyNewline, Array(rest) == [13, 10] { return true }
      return rest.count == 1 && Self.isBreak(scalars[position], onlyNewline: onlyNewline)
        && !Self.isInsidePair(position, scalars)
    case .startOfLine(let onlyNewline):
      if position == 0 { return true }
      return position < end && Self.isBreak(scalars[position - 1], onlyNewline: onlyNewline)
        && !Self.isInsidePair(position, scalars)
    case .endOfLine(let onlyNewline):
      if position == end { return true }
      return Self.isBreak(scalars[position], onlyNewline: onlyNewline)
        && !Self.isInsidePair(position, scalars)
    case .wordBoundary: return Self.isBoundary(position, scalars)
    case .noWordBoundary: return !Self.isBoundary(position, scalars)
    }
  }

  /// Between `\r` and `\n`, which are one break.
  private static func isInsidePair(_ position: Int, _ scalars: [UInt32]) -> Bool {
    position > 0 && position < scalars.count && scalars[position - 1] == 13
      && scalars[position] == 10
  }

  private static func isBreak(_ scalar: UInt32, onlyNewline: Bool) -> Bool {
    scalar == 10 || !onlyNewline && CharacterClass.lineBreak.contains(scalar)
  }

  private static func isBoundary(_ position: Int, _ scalars: [UInt32]) -> Bool {
    let before = position > 0 && CharacterClass.word.contains(scalars[position - 1])
    let after = position < scalars.count && CharacterClass.word.contains(scalars[position])
    return before != after
  }
}
