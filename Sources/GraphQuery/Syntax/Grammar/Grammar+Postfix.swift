import Diagnostics
import PropertyGraph

/// What stands behind an atom: properties, subscripts, slices, map projections and labels.
extension TokenCursor {
  /// An atom and all that is said of it.
  /// - Parameter labels: Whether `:Label` belongs to the expression (in `SET` it does not).
  mutating func parsePostfix(labels: Bool = true) throws(Diagnostic) -> Expression {
    var subject = try parseAtom()
    while true {
      switch current.kind {
      case .dot:
        advance()
        let key = try parseName("the name of a property")
        let span = subject.span.lowerBound..<key.span.upperBound
        try grow(over: span)
        subject = Expression(.property(subject, key: key), span)
      case .leftBracket: subject = try parseSubscript(of: subject)
      case .leftBrace:
        guard case .variable = subject.kind else { return subject }
        subject = try parseMapProjection(of: subject)
      case .colon where labels:
        let names = try parseLabels()
        let span = subject.span.lowerBound..<endOfPrevious
        try grow(over: span)
        return Expression(.hasLabels(subject, names), span)
      default: return subject
      }
    }
  }

  /// `[index]`, `[from..to]`, `[from..]`, `[..to]`.
  private mutating func parseSubscript(of subject: Expression) throws(Diagnostic) -> Expression {
    advance()
    var from: Expression?
    if !isAt(.range) {
      let first = try parseExpression()
      if accept(.rightBracket) {
        let span = subject.span.lowerBound..<endOfPrevious
        try grow(over: span)
        return Expression(.subscripted(subject, first), span)
      }
      from = first
    }
    try expect(.range, "`]` or `..` after the index")
    let to = isAt(.rightBracket) ? nil : try parseExpression()
    try expect(.rightBracket, "`]` after the slice")
    let span = subject.span.lowerBound..<endOfPrevious
    try grow(over: span)
    return Expression(.slice(subject, from: from, to: to), span)
  }

  /// `{.key, .*, key: value, variable}`.
  private mutating func parseMapProjection(
    of subject: Expression
  ) throws(Diagnostic) -> Expression {
    advance()
    var items: [MapProjectionItem] = []
    if !isAt(.rightBrace) {
      repeat { items.append(try parseMapProjectionItem()) } while accept(.comma)
    }
    try expect(.rightBrace, "`,` or `}` in the map projection")
    let span = subject.span.lowerBound..<endOfPrevious
    try grow(over: span)
    return Expression(.mapProjection(subject, items), span)
  }

  private mutating func parseMapProjectionItem() throws(Diagnostic) -> MapProjectionItem {
    let start = current.span.lowerBound
    if accept(.dot) {
      if accept(.star) { return .allProperties(start..<endOfPrevious) }
      return .property(try parseName("the name of a property or `*`"))
    }
    if current.isName, token().kind == .colon {
      let key = takeName()
      advance()
      return .entry(key, try parseExpression())
    }
    return .variable(try parseVariable("`.property`, `.*`, `key: value` or a variable"))
  }
}
