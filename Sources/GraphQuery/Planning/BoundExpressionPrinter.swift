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

  /// A label, type or key as a pattern writes it.
  func name(_ text: Text) -> String { Printer.quoted(text) { _ in false } }

  /// The variable's name, if the slot has one.
  func variable(_ slot: Slot) -> String? {
    guard names.indices.contains(slot.index), let name = names[slot.index] else { return nil }
    return Printer.text(ofName: name).string
  }

  /// The expression as text.
  func text(_ expression: BoundExpression) -> String {
    switch expression.kind {
    case .literal(let value): return text(value)
    case .parameter(let name): return "$\(self.name(name))"
    case .slot(let slot): return name(slot)
    case .property(let subject, let key):
      return "\(operand(subject)).\(name(key))"
    case .subscripted(let subject, let index): return "\(operand(subject))[\(text(index))]"
    case .slice(let subject, let from, let to):
      return "\(operand(subject))[\(from.map(text) ?? "")..\(to.map(text) ?? "")]"
    case .list(let elements): return "[\(list(elements))]"
    case .map(let entries):
      return
        "{\(entries.map { "\(name($0.key)): \(text($0.value))" }.joined(separator: ", "))}"
    case .mapProjection(let subject, let items):
      return "\(operand(subject)) {\(items.map(text).joined(separator: ", "))}"
    case .not(let operand): return "NOT \(self.operand(operand, .not))"
    case .negate(let operand): return "-\(self.operand(operand))"
    case .plus(let operand): return "+\(self.operand(operand))"
    case .binary(let operation, let left, let right):
      let binding = expression.binding
      return "\(operand(left, binding)) \(operation.symbol) \(operand(right, binding.next))"
    case .all(let parts): return parts.map { operand($0, .not) }.joined(separator: " AND ")
    case .any(let parts): return parts.map { operand($0, .all) }.joined(separator: " OR ")
    case .comparison(let operation, let left, let right):
      return "\(operand(left, .sum)) \(operation.symbol) \(operand(right, .sum))"
    case .isNull(let subject, let negated):
      return "\(operand(subject, .sum)) IS \(negated ? "NOT " : "")NULL"
    case .hasLabels(let subject, let labels):
      return operand(subject) + labels.map { ":\(name($0))" }.joined()
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
    case .property(let key): ".\(name(key))"
    case .allProperties: ".*"
    case .entry(let key, let value): "\(name(key)): \(text(value))"
    }
  }

  private func text(_ value: Value) -> String {
    Printer.text(of: Expression(.literal(value), 0..<0)).string
  }

  func list(_ expressions: [BoundExpression]) -> String {
    expressions.map(text).joined(separator: ", ")
  }

  /// The text, in parentheses if it binds less tightly than its surroundings ask.
  private func operand(_ expression: BoundExpression, _ asked: Binding = .atom) -> String {
    expression.binding < asked ? "(\(text(expression)))" : text(expression)
  }
}

/// How tightly an expression holds together.
private enum Binding: Int, Comparable {
  case any, exclusiveOr, all, not, predicate, sum, product, power, atom

  static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one.
  var next: Binding { Binding(rawValue: rawValue + 1) ?? .atom }
}

extension BoundExpression {
  fileprivate var binding: Binding {
    switch kind {
    case .any: .any
    case .all: .all
    case .not: .not
    case .comparison, .isNull: .predicate
    case .binary(.exclusiveOr, _, _): .exclusiveOr
    case .binary(.add, _, _), .binary(.subtract, _, _): .sum
    case .binary(.multiply, _, _), .binary(.divide, _, _), .binary(.modulo, _, _): .product
    case .binary(.power, _, _), .negate, .plus: .power
    case .binary: .predicate
    default: .atom
    }
  }
}
