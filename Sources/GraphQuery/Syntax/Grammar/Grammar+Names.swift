public import Diagnostics
import PropertyGraph

/// Names of variables, labels, types, properties and functions.
extension TokenCursor {
  /// A variable: a word that is not reserved, or any name in back quotes.
  public mutating func parseVariable(
    _ expected: String = "a variable"
  ) throws(Diagnostic) -> Name {
    guard current.isFreeName else { throw reservedOrUnexpected(expected) }
    return takeName()
  }

  /// A label, type, property key or column: any word at all, or any name in back quotes.
  public mutating func parseName(_ expected: String) throws(Diagnostic) -> Name {
    guard current.isName else { throw unexpected(expected) }
    return takeName()
  }

  /// Takes the name at the cursor, which must be one.
  mutating func takeName() -> Name {
    let token = advance()
    return Name(literals.name(token), token.span)
  }

  /// `:A:B`, or nothing.
  mutating func parseLabels() throws(Diagnostic) -> [Name] {
    var labels: [Name] = []
    while accept(.colon) {
      try refuseComputedName()
      labels.append(try parseName("a label"))
    }
    return labels
  }

  /// The parts of a dotted name as one: `duration.between`.
  mutating func parseDottedName(_ expected: String) throws(Diagnostic) -> Name {
    var name = try parseName(expected)
    while isAt(.dot), token().isName {
      advance()
      let part = takeName()
      name = Name(
        Text("\(name.text).\(part.text)"), name.span.lowerBound..<part.span.upperBound)
    }
    return name
  }

  /// A reserved word where a name may stand deserves its own advice.
  func reservedOrUnexpected(_ expected: String) -> Diagnostic {
    guard isAt(.word), current.keyword?.isReserved ?? false else { return unexpected(expected) }
    return SyntaxWording.reservedWord(text(of: current).string, expected: expected)
      .at(current.span, in: source)
  }
}
