import PropertyGraph

@testable import GraphQuery

/// Expressions of the slow evaluator.
extension ReferenceEvaluator {
  func value(_ expression: Expression, _ row: Row) throws -> ReferenceValue {
    switch expression.kind {
    case .literal(.null): return .null
    case .literal(.boolean(let flag)): return .boolean(flag)
    case .literal(.integer(let number)): return .integer(Int(number))
    case .literal(.text(let text)): return .text(text.string)
    case .variable(let name):
      guard let value = row[name.string] else { throw Unknown(what: "variable \(name)") }
      return value
    case .property(let subject, let key): return property(try value(subject, row), key.string)
    case .list(let items): return .list(try items.map { try value($0, row) })
    case .subscripted(let subject, let index):
      guard case .list(let items) = try value(subject, row),
        case .integer(let index) = try value(index, row)
      else { return .null }
      let position = index < 0 ? items.count + index : index
      return items.indices.contains(position) ? items[position] : .null
    case .all(let parts):
      return ReferenceValue(
        try parts.reduce(Bool?.some(true)) { Logic.and($0, try value($1, row).truth) })
    case .any(let parts):
      return ReferenceValue(
        try parts.reduce(Bool?.some(false)) { Logic.or($0, try value($1, row).truth) })
    case .unary(.not, let operand): return ReferenceValue(Logic.not(try value(operand, row).truth))
    case .unary(.minus, let operand):
      if case .integer(let number) = try value(operand, row) { return .integer(-number) }
      return .null
    case .isNull(let operand, let negated):
      let isNull = try value(operand, row).key == "null"
      return .boolean(isNull != negated)
    case .comparison(let operands, let operators):
      let values = try operands.map { try value($0, row) }
      return ReferenceValue(
        operators.indices.reduce(Bool?.some(true)) { result, index in
          Logic.and(result, compare(values[index], operators[index], values[index + 1]))
        })
    case .binary(let operation, let left, let right):
      return try binary(operation, try value(left, row), try value(right, row))
    case .hasLabels(let subject, let labels):
      guard case .node(let index) = try value(subject, row) else { return .null }
      return .boolean(labels.allSatisfy { graph.nodes[index].labels.contains($0.string) })
    case .function(let name, let arguments, _):
      return try call(name.string.lowercased(), try arguments.map { try value($0, row) })
    case .conditional(nil, let branches, let otherwise):
      for branch in branches where try value(branch.condition, row).truth == true {
        return try value(branch.result, row)
      }
      return try otherwise.map { try value($0, row) } ?? .null
    case .listComprehension(let variable, let list, let predicate, let result):
      guard case .list(let items) = try value(list, row) else { return .null }
      return .list(
        try items.compactMap { item in
          let inner = row.merging([variable.string: item]) { $1 }
          if let predicate, try value(predicate, inner).truth != true { return nil }
          return try result.map { try value($0, inner) } ?? item
        })
    case .quantifier(let kind, let variable, let list, let predicate):
      guard case .list(let items) = try value(list, row) else { return .null }
      let truths = try items.map { item in
        try value(predicate, row.merging([variable.string: item]) { $1 }).truth
      }
      return ReferenceValue(quantified(kind, truths))
    case .pattern(let path): return .boolean(try !matches([path], row).isEmpty)
    case .exists(.pattern(let paths, let predicate)):
      return .boolean(
        try matches(paths, row).contains { candidate in
          try predicate.map { try value($0, candidate).truth == true } ?? true
        })
    case .count(.pattern(let paths, let predicate)):
      return .integer(
        try matches(paths, row).filter { candidate in
          try predicate.map { try value($0, candidate).truth == true } ?? true
        }.count)
    case .patternComprehension(let path, let predicate, let result):
      let found = try matches([path], row).filter { candidate in
        try predicate.map { try value($0, candidate).truth == true } ?? true
      }
      return .list(try found.map { try value(result, $0) })
    default: throw Unknown(what: "expression \(expression.kind)")
    }
  }

  private func property(_ subject: ReferenceValue, _ key: String) -> ReferenceValue {
    switch subject {
    case .node(let index): graph.nodes[index].properties[key] ?? .null
    case .relationship(let index): graph.relationships[index].properties[key] ?? .null
    default: .null
    }
  }

  private func compare(
    _ left: ReferenceValue, _ operation: ComparisonOperator, _ right: ReferenceValue
  ) -> Bool? {
    switch operation {
    case .equal: left.equals(right)
    case .notEqual: Logic.not(left.equals(right))
    case .less: left.isLess(than: right)
    case .greater: right.isLess(than: left)
    case .lessOrEqual: Logic.not(right.isLess(than: left))
    case .greaterOrEqual: Logic.not(left.isLess(than: right))
    }
  }

  private func binary(
    _ operation: BinaryOperator, _ left: ReferenceValue, _ right: ReferenceValue
  ) throws -> ReferenceValue {
    switch (operation, left, right) {
    case (.in, .null, .list(let items)) where items.isEmpty: return .boolean(false)
    case (.in, _, .list(let items)):
      return ReferenceValue(items.reduce(false) { Logic.or($0, left.equals($1)) })
    case (.exclusiveOr, _, _):
      guard let one = left.truth, let two = right.truth else { return .null }
      return .boolean(one != two)
    case (.startsWith, .text(let text), .text(let part)): return .boolean(text.hasPrefix(part))
    case (.contains, .text(let text), .text(let part)):
      return .boolean(part.isEmpty || !text.ranges(of: part).isEmpty)
    case (.startsWith, _, _), (.contains, _, _), (_, .null, _), (_, _, .null): return .null
    case (.add, .integer(let one), .integer(let two)): return .integer(one + two)
    case (.subtract, .integer(let one), .integer(let two)): return .integer(one - two)
    case (.multiply, .integer(let one), .integer(let two)): return .integer(one * two)
    case (.add, .list(let one), .list(let two)): return .list(one + two)
    default: throw Unknown(what: "\(operation)")
    }
  }

  private func quantified(_ kind: Quantifier, _ truths: [Bool?]) -> Bool? {
    let some = truths.reduce(false) { Logic.or($0, $1) }
    switch kind {
    case .any: return some
    case .none: return Logic.not(some)
    case .all: return truths.reduce(true) { Logic.and($0, $1) }
    case .single:
      let count = truths.filter { $0 == true }.count
      return count > 1 ? false : truths.contains(nil) ? nil : count == 1
    }
  }

  private func call(_ name: String, _ values: [ReferenceValue]) throws -> ReferenceValue {
    switch (name, values.first ?? .null) {
    case ("coalesce", _): return values.first { $0.key != "null" } ?? .null
    case (_, .null): return .null
    case ("size", .list(let items)): return .integer(items.count)
    case ("size", .text(let text)): return .integer(text.unicodeScalars.count)
    case ("type", .relationship(let index)): return .text(graph.relationships[index].type)
    case ("startnode", .relationship(let index)): return .node(graph.relationships[index].start)
    case ("range", .integer(let first)):
      guard values.count == 2, case .integer(let last) = values[1] else {
        throw Unknown(what: "range")
      }
      return .list(first <= last ? (first...last).map { .integer($0) } : [])
    case ("head", .list(let items)): return items.first ?? .null
    default: throw Unknown(what: name)
    }
  }
}
