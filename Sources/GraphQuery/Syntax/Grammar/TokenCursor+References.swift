public import Diagnostics
import PropertyGraph

/// References: how a statement of an extension names a thing by its id.
extension TokenCursor {
  /// A string, a parameter, a name in back quotes, or a bare word of adjacent characters, so that
  /// `t3-subsidiarity` is not a subtraction. Nowhere else is a hyphen part of a name.
  /// - Returns: The reference and its place; a parameter is an `expression`.
  public mutating func parseReference(
    _ expected: String = "an id"
  ) throws(Diagnostic) -> (content: Clause.ExtensionArgument.Content, span: Span) {
    switch current.kind {
    case .string:
      let token = advance()
      return (.reference(try literals.string(token.span)), token.span)
    case .quotedName:
      let token = advance()
      return (.reference(literals.name(token)), token.span)
    case .parameter:
      let token = advance()
      return (.expression(Expression(.parameter(literals.name(token)), token.span)), token.span)
    default:
      let start = current.span.lowerBound
      let end = endOfBareWord(from: start)
      guard end > start else { throw unexpected(expected) }
      advance(toByte: end)
      return (.reference(Text(utf8: source.bytes[start..<end])), start..<end)
    }
  }

  /// The end of the letters, digits, `_`, `-`, `.` and currency signs that stand together. A bare
  /// word begins with a letter, a digit or `_`, and neither ends with a full stop nor holds two in
  /// a row.
  private func endOfBareWord(from start: Int) -> Int {
    let bytes = source.bytes[..<token(at: Int.max - 1).span.upperBound]
    var end = start
    while end < bytes.endIndex, let (scalar, length) = CharacterClasses.scalar(at: end, in: bytes) {
      if scalar == "-" || scalar == "." {
        guard end > start, end + 1 < bytes.endIndex,
          let (next, _) = CharacterClasses.scalar(at: end + 1, in: bytes),
          CharacterClasses.continuesName(next) || (scalar == "-" && next == "-")
        else { break }
      } else if !CharacterClasses.continuesName(scalar) || (scalar == "$" && end == start) {
        break
      }
      end += length
    }
    return end
  }
}
