import Diagnostics
import PropertyGraph

/// What stands behind an atom: properties, subscripts, slices, map projections and labels.
extension TokenCursor {
  /// An atom and all that is said of it.
  /// - Parameter labels: Whether `:Label` belongs to the expression (in `SET` it does not).
  mutating func parsePostfix(labels: Bool = true) throws(Diagnostic) -> Expression {
    let atom = try parseAtom()
    switch current.kind {
    case .dot, .leftBracket, .leftBrace, .colon: return try parsePostfix(of: atom, labels: labels)
    default: return atom
    }
  }

  private mutating func parsePostfix(
    of atom: Expression, labels: Bool
  ) throws(Diagnostic) -> Expression {
    var subject = atom
    while true {
      switch current.kind {
      case .dot: subject = try parseProperty(of: subject)
      case .leftBracket: subject = try parseSubscript(of: subject)
      case .leftBrace:
        guard case .variable(let name) = subject.kind else { return subject }
        try refuseSubquery(name)
        subject = try parseMapProjection(of: subject)
      case .colon where labels:
        if token().kind == .colon { try refuse(.typePredicate) }
        return try grown(.hasLabels(subject, parseLabels()), from: subject.span.lowerBound)
      default: return subject
      }
    }
  }

  private mutating func parseProperty(of subject: Expression) throws(Diagnostic) -> Expression {
    advance()
    let key = try parseName("the name of a property")
    return try grown(.property(subject, key: key), from: subject.span.lowerBound)
  }

  /// `[index]`, `[from..to]`, `[from..]`, `[..to]`.
  private mutating func parseSubscript(of subject: Expression) throws(Diagnostic) -> Expression {
    advance()
    var from: Expression?
    if !isAt(.range) {
      let first = try parseExpression()
      if accept(.rightBracket) {
        return try grown(.subscripted(subject, first), from: subject.span.lowerBound)
      }
      from = first
    }
    try expect(.range, "`]` or `..` after the index")
    let to = isAt(.rightBracket) ? nil : try parseExpression()
    try expect(.rightBracket, "`]` after the slice")
    return try grown(.slice(subject, from: from, to: to), from: subject.span.lowerBound)
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
    return try grown(.mapProjection(subject, items), from: subject.span.lowerBound)
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
