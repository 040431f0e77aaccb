import Diagnostics
import PropertyGraph

/// `CREATE`, `MERGE`, `SET`, `REMOVE` and `DELETE`.
extension TokenCursor {
  mutating func parseCreate() throws(Diagnostic) -> Clause.Create {
    let start = advance().span.lowerBound
    if isAt(.word), token().kind != .equal {
      try refuse(UnsupportedConstruct.schemaCommands)
    }
    let pattern = try parsePattern()
    return Clause.Create(pattern: pattern, span: start..<endOfPrevious)
  }

  mutating func parseMerge() throws(Diagnostic) -> Clause.Merge {
    let start = advance().span.lowerBound
    let pattern = try parsePathPattern()
    var onCreate: [Clause.SetItem] = []
    var onMatch: [Clause.SetItem] = []
    while accept(.on) {
      if accept(.create) {
        try expect(.set)
        onCreate += try parseSetItems()
      } else if accept(.match) {
        try expect(.set)
        onMatch += try parseSetItems()
      } else {
        throw unexpected("`CREATE` or `MATCH`", candidates: ["CREATE", "MATCH"])
      }
    }
    return Clause.Merge(
      pattern: pattern, onCreate: onCreate, onMatch: onMatch, span: start..<endOfPrevious)
  }

  mutating func parseSetItems() throws(Diagnostic) -> [Clause.SetItem] {
    var items: [Clause.SetItem] = []
    repeat { items.append(try parseSetItem()) } while accept(.comma)
    return items
  }

  private mutating func parseSetItem() throws(Diagnostic) -> Clause.SetItem {
    let start = current.span.lowerBound
    let subject = try parseTarget()
    switch (subject.kind, current.kind) {
    case (.property(let owner, let key), .equal):
      advance()
      let value = try parseExpression()
      return .property(of: owner, key: key, value: value, start..<endOfPrevious)
    case (.variable(let variable), .equal):
      advance()
      let value = try parseExpression()
      return .replace(Name(variable, subject.span), value, start..<endOfPrevious)
    case (.variable(let variable), .plusEqual):
      advance()
      let value = try parseExpression()
      return .merge(Name(variable, subject.span), value, start..<endOfPrevious)
    case (.variable(let variable), .colon):
      let labels = try parseLabels()
      return .labels(Name(variable, subject.span), labels, start..<endOfPrevious)
    case (.property, _): throw unexpected("`=` and the property's new value")
    case (.variable, _): throw unexpected("`.property =`, `=`, `+=` or `:Label`")
    case (.subscripted, _):
      throw UnsupportedConstruct.dynamicProperty("SET").at(subject.span, in: source)
    default:
      throw SyntaxWording.notSettable("SET").at(subject.span, in: source)
    }
  }

  /// What is set or removed: a variable, or properties of something, without labels.
  private mutating func parseTarget() throws(Diagnostic) -> Expression {
    let outer = height
    height = 0
    let target = try parsePostfix(labels: false)
    height = max(outer, height)
    return target
  }

  mutating func parseRemoveItems() throws(Diagnostic) -> [Clause.RemoveItem] {
    var items: [Clause.RemoveItem] = []
    repeat { items.append(try parseRemoveItem()) } while accept(.comma)
    return items
  }

  private mutating func parseRemoveItem() throws(Diagnostic) -> Clause.RemoveItem {
    let start = current.span.lowerBound
    let subject = try parseTarget()
    switch (subject.kind, current.kind) {
    case (.variable(let variable), .colon):
      let labels = try parseLabels()
      return .labels(Name(variable, subject.span), labels, start..<endOfPrevious)
    case (.property(let owner, let key), _):
      return .property(of: owner, key: key, start..<endOfPrevious)
    case (.variable, _): throw unexpected("`.property` or `:Label`")
    case (.subscripted, _):
      throw UnsupportedConstruct.dynamicProperty("REMOVE").at(subject.span, in: source)
    default:
      throw SyntaxWording.notSettable("REMOVE").at(subject.span, in: source)
    }
  }

  mutating func parseDelete() throws(Diagnostic) -> Clause.Delete {
    let start = current.span.lowerBound
    let isDetaching = accept(.detach)
    try expect(.delete)
    var expressions: [Expression] = []
    repeat { expressions.append(try parseExpression()) } while accept(.comma)
    return Clause.Delete(
      isDetaching: isDetaching, expressions: expressions, span: start..<endOfPrevious)
  }
}
