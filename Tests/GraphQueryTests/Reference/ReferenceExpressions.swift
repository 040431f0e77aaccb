import PropertyGraph

@testable import GraphQuery

/// Expressions by plain recursion over the tree.
extension ReferenceEvaluator {
  func isTrue(_ expression: Expression, _ row: Row) throws -> Bool {
    try truth(expression, row) == true
  }

  private func truth(_ expression: Expression, _ row: Row) throws -> Bool? {
    switch try evaluate(expression, row) {
    case .boolean(let flag): return flag
    case .null: return nil
    default: throw Abandoned(reason: "not a boolean")
    }
  }

  private func value(_ truth: Bool?) -> Value { truth.map(Value.boolean) ?? .null }

  func evaluate(_ expression: Expression, _ row: Row) throws -> Value {
    switch expression.kind {
    case .literal(let value): return value
    case .variable(let name):
      guard let value = row[name] else { throw Abandoned(reason: "variable \(name)") }
      return value
    case .property(let subject, let key):
      switch try evaluate(subject, row) {
      case .null: return .null
      case .node(let node): return graph.properties(of: node)[key.text] ?? .null
      case .relationship(let edge): return graph.properties(of: edge)[key.text] ?? .null
      case .map(let map): return map[key.text] ?? .null
      default: throw Abandoned(reason: "property")
      }
    case .list(let elements): return .list(try elements.map { try evaluate($0, row) })
    case .map(let entries):
      return .map(PropertyMap(try entries.map { ($0.key.text, try evaluate($0.value, row)) }))
    case .unary(.not, let operand): return value(try truth(operand, row).map { !$0 })
    case .unary(.minus, let operand):
      if case .integer(let number) = try evaluate(operand, row) { return .integer(-number) }
      return .null
    case .binary(let operation, let left, let right):
      return try binary(operation, try evaluate(left, row), try evaluate(right, row))
    case .all(let parts):
      let truths = try parts.map { try truth($0, row) }
      return value(truths.contains(false) ? false : (truths.contains(nil) ? nil : true))
    case .any(let parts):
      let truths = try parts.map { try truth($0, row) }
      return value(truths.contains(true) ? true : (truths.contains(nil) ? nil : false))
    case .comparison(let operands, let operations): return try compare(operands, operations, row)
    case .isNull(let operand, let isNegated):
      return .boolean(try evaluate(operand, row).isNull != isNegated)
    case .hasLabels(let subject, let labels):
      guard case .node(let node) = try evaluate(subject, row) else { return .null }
      let own = graph.labels(of: node)
      return .boolean(labels.allSatisfy { own.contains($0.text) })
    case .function(let name, let arguments, _):
      return try call(name.text, try arguments.map { try evaluate($0, row) })
    case .conditional(let subject, let branches, let otherwise):
      for branch in branches {
        if let subject {
          let isEqual = try evaluate(subject, row).equals(try evaluate(branch.condition, row))
          if isEqual == true { return try evaluate(branch.result, row) }
        } else if try isTrue(branch.condition, row) {
          return try evaluate(branch.result, row)
        }
      }
      return try otherwise.map { try evaluate($0, row) } ?? .null
    case .listComprehension, .quantifier, .reduce: return try overList(expression, row)
    case .patternComprehension(let pattern, let predicate, let result):
      var values: [Value] = []
      for match in try rows(matching: [pattern], row) {
        if let predicate, try !isTrue(predicate, match) { continue }
        values.append(try evaluate(result, match))
      }
      return .list(values)
    case .pattern(let pattern): return .boolean(try !rows(matching: [pattern], row).isEmpty)
    case .exists(let body): return .boolean(try rows(of: body, row) > 0)
    case .count(let body): return .integer(Int64(try rows(of: body, row)))
    default: throw Abandoned(reason: "expression")
    }
  }

  private func rows(of body: Subquery, _ row: Row) throws -> Int {
    switch body {
    case .pattern(let pattern, let predicate):
      return try rows(matching: pattern, row).filter { match in
        try predicate.map { try isTrue($0, match) } ?? true
      }.count
    case .query(let query): return try answer(query, outer: row).rows.count
    }
  }

  private func binary(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws -> Value {
    switch (operation, left, right) {
    case (.in, _, .list(let elements)):
      let answers = elements.map { $0.equals(left) }
      return value(answers.contains(true) ? true : (answers.contains(nil) ? nil : false))
    case (_, .null, _), (_, _, .null): return .null
    case (.add, .integer(let a), .integer(let b)): return .integer(a + b)
    case (.subtract, .integer(let a), .integer(let b)): return .integer(a - b)
    case (.multiply, .integer(let a), .integer(let b)): return .integer(a * b)
    case (.exclusiveOr, .boolean(let a), .boolean(let b)): return .boolean(a != b)
    default: throw Abandoned(reason: "operator")
    }
  }

  private func compare(
    _ operands: [Expression], _ operations: [ComparisonOperator], _ row: Row
  ) throws -> Value {
    let values = try operands.map { try evaluate($0, row) }
    let truths = operations.enumerated().map { index, operation in
      compare(values[index], operation, values[index + 1])
    }
    return value(truths.contains(false) ? false : (truths.contains(nil) ? nil : true))
  }

  private func compare(_ left: Value, _ operation: ComparisonOperator, _ right: Value) -> Bool? {
    switch operation {
    case .equal: left.equals(right)
    case .notEqual: left.equals(right).map { !$0 }
    case .less: left.compared(to: right).map { $0 == .before }
    case .lessOrEqual: left.compared(to: right).map { $0 != .after }
    case .greater: left.compared(to: right).map { $0 == .after }
    case .greaterOrEqual: left.compared(to: right).map { $0 != .before }
    }
  }

  private func call(_ name: Text, _ arguments: [Value]) throws -> Value {
    switch (name.string, arguments.first) {
    case ("coalesce", _): return arguments.first { !$0.isNull } ?? .null
    case (_, .null): return .null
    case ("size", .list(let elements)): return .integer(Int64(elements.count))
    case ("length", .path(let path)): return .integer(Int64(path.relationships.count))
    case ("type", .relationship(let edge)): return .text(graph.name(of: graph.type(of: edge)))
    default: throw Abandoned(reason: "function \(name)")
    }
  }

  private func overList(_ expression: Expression, _ row: Row) throws -> Value {
    var inner = row
    switch expression.kind {
    case .listComprehension(let variable, let list, let predicate, let result):
      guard case .list(let elements) = try evaluate(list, row) else { return .null }
      var values: [Value] = []
      for element in elements {
        inner[variable.text] = element
        if let predicate, try !isTrue(predicate, inner) { continue }
        values.append(try result.map { try evaluate($0, inner) } ?? element)
      }
      return .list(values)
    case .quantifier(let quantifier, let variable, let list, let predicate):
      guard case .list(let elements) = try evaluate(list, row) else { return .null }
      let truths = try elements.map { element in
        inner[variable.text] = element
        return try truth(predicate, inner)
      }
      let yes = truths.count { $0 == true }
      let isUnknown = truths.contains(nil)
      switch quantifier {
      case .all: return value(truths.contains(false) ? false : (isUnknown ? nil : true))
      case .any: return value(yes > 0 ? true : (isUnknown ? nil : false))
      case .none: return value(yes > 0 ? false : (isUnknown ? nil : true))
      case .single: return value(yes > 1 ? false : (isUnknown ? nil : yes == 1))
      }
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      guard case .list(let elements) = try evaluate(list, row) else { return .null }
      inner[accumulator.text] = try evaluate(initial, row)
      for element in elements {
        inner[variable.text] = element
        inner[accumulator.text] = try evaluate(result, inner)
      }
      return inner[accumulator.text] ?? .null
    default: throw Abandoned(reason: "list expression")
    }
  }
}
