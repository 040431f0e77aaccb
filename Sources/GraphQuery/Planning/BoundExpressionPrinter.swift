import PropertyGraph

/// Writes bound expressions as query text, for plans that a person reads.
struct BoundExpressionPrinter {
  /// Variables' names by slot.
  let names: [Text?]

  /// How the slot is called: by its variable, else by its number.
  func name(_ slot: Slot) -> String {
    if let name = variable(slot) { return name }
    return "_\(slot.index)"
  }

  /// The variable's name, if the slot has one.
  func variable(_ slot: Slot) -> String? {
    guard names.indices.contains(slot.index), let name = names[slot.index] else { return nil }
    return Printer.text(ofName: name).string
  }

  /// The expression as text.
  func text(_ expression: BoundExpression) -> String {
    switch expression.kind {
    case .literal(let value): return text(value)
    case .parameter(let name): return "$\(Printer.text(ofName: name))"
    case .slot(let slot): return name(slot)
    case .property(let subject, let key):
      return "\(operand(subject)).\(Printer.text(ofName: key))"
    case .subscripted(let subject, let index): return "\(operand(subject))[\(text(index))]"
    case .slice(let subject, let from, let to):
      return "\(operand(subject))[\(from.map(text) ?? "")..\(to.map(text) ?? "")]"
    case .list(let elements): return "[\(list(elements))]"
    case .map(let entries):
      return
        "{\(entries.map { "\(Printer.text(ofName: $0.key)): \(text($0.value))" }.joined(separator: ", "))}"
    case .mapProjection(let subject, let items):
      return "\(operand(subject)) {\(items.map(text).joined(separator: ", "))}"
    case .not(let operand): return "NOT \(self.operand(operand))"
    case .negate(let operand): return "-\(self.operand(operand))"
    case .plus(let operand): return "+\(self.operand(operand))"
    case .binary(let operation, let left, let right):
      return "\(operand(left)) \(operation.symbol) \(operand(right))"
    case .all(let parts): return parts.map { operand($0) }.joined(separator: " AND ")
    case .any(let parts): return parts.map { operand($0) }.joined(separator: " OR ")
    case .comparison(let operation, let left, let right):
      return "\(operand(left)) \(operation.symbol) \(operand(right))"
    case .isNull(let subject, let negated):
      return "\(operand(subject)) IS \(negated ? "NOT " : "")NULL"
    case .hasLabels(let subject, let labels):
      return operand(subject) + labels.map { ":\(Printer.text(ofName: $0))" }.joined()
    case .call(let function, let arguments): return "\(function.name)(\(list(arguments)))"
    case .conditional(let subject, let branches, let otherwise):
      let arms = branches.map { "WHEN \(text($0.condition)) THEN \(text($0.result))" }
      return
        (["CASE"] + (subject.map { [text($0)] } ?? []) + arms
        + (otherwise.map { ["ELSE \(text($0))"] } ?? []) + ["END"]).joined(separator: " ")
    case .listComprehension(let element, let source, let predicate, let result):
      return "[\(name(element)) IN \(text(source))"
        + (predicate.map { " WHERE \(text($0))" } ?? "")
        + (result.map { " | \(text($0))" } ?? "") + "]"
    case .quantifier(let quantifier, let element, let source, let predicate):
      return "\(quantifier)(\(name(element)) IN \(text(source)) WHERE \(text(predicate)))"
    case .reduce(let accumulator, let initial, let element, let source, let result):
      return "reduce(\(name(accumulator)) = \(text(initial)), \(name(element)) IN "
        + "\(text(source)) | \(text(result)))"
    case .path(let elements): return "path(\(elements.map(name).joined(separator: ", ")))"
    case .subquery(let kind, _): return text(kind)
    }
  }

  private func text(_ kind: SubqueryKind) -> String {
    switch kind {
    case .exists: "EXISTS { ... }"
    case .count: "COUNT { ... }"
    case .collect: "[pattern | ...]"
    case .first: "shortestPath(...)"
    }
  }

  private func text(_ item: BoundMapItem) -> String {
    switch item {
    case .property(let key): ".\(Printer.text(ofName: key))"
    case .allProperties: ".*"
    case .entry(let key, let value): "\(Printer.text(ofName: key)): \(text(value))"
    }
  }

  private func text(_ value: Value) -> String {
    Printer.text(of: Expression(.literal(value), 0..<0)).string
  }

  func list(_ expressions: [BoundExpression]) -> String {
    expressions.map(text).joined(separator: ", ")
  }

  /// The text in parentheses where it would not stand for itself.
  private func operand(_ expression: BoundExpression) -> String {
    switch expression.kind {
    case .not, .negate, .plus, .binary, .all, .any, .comparison, .isNull:
      "(\(text(expression)))"
    default: text(expression)
    }
  }
}
