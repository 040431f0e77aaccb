import PropertyGraph

/// Forms with brackets or words of their own.
extension Printer {
  mutating func append(form kind: ExpressionKind) {
    switch kind {
    case .list(let elements): append(list: elements)
    case .map(let entries):
      text += "{"
      appendList(entries) { printer, entry in
        printer.append(name: entry.key)
        printer.text += ": "
        printer.append(entry.value)
      }
      text += "}"
    case .mapProjection(let subject, let items):
      append(projected: subject)
      text += " {"
      appendList(items) { $0.append($1) }
      text += "}"
    case .function(let name, let arguments, let isDistinct):
      append(dotted: name)
      text += isDistinct ? "(DISTINCT " : "("
      appendList(arguments) { $0.append($1) }
      text += ")"
    case .countAll: text += "count(*)"
    case .conditional(let subject, let branches, let otherwise):
      append(subject, branches, otherwise)
    case .listComprehension(let variable, let list, let predicate, let result):
      text += "["
      append(variable, in: list)
      append(where: predicate)
      append(bar: result)
      text += "]"
    case .quantifier(let quantifier, let variable, let list, let predicate):
      text += Self.spelling(of: quantifier) + "("
      append(variable, in: list)
      append(where: predicate)
      text += ")"
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      text += "reduce("
      append(variable: accumulator)
      text += " = "
      append(initial)
      text += ", "
      append(variable, in: list)
      append(bar: result)
      text += ")"
    case .patternComprehension(let path, let predicate, let result):
      text += "["
      append(path)
      append(where: predicate)
      append(bar: result)
      text += "]"
    case .pattern(let path): append(path)
    case .shortestPath(let path): append(function: path)
    case .exists(let subquery):
      text += "EXISTS "
      append(subquery)
    case .count(let subquery):
      text += "COUNT "
      append(subquery)
    default: break
    }
  }

  /// `[x IN list]` would read as a comprehension and `[(a)-->(b)]` come close to one, so the only
  /// element of a list stands in parentheses unless it is an atom.
  private mutating func append(list elements: [Expression]) {
    text += "["
    if elements.count == 1 {
      append(elements[0], atLeast: .sign)
    } else {
      appendList(elements) { $0.append($1) }
    }
    text += "]"
  }

  /// `count {...}` and `exists {...}` would read as subqueries.
  private mutating func append(projected subject: Expression) {
    if case .variable(let name) = subject.kind {
      text += Self.quoted(name) { $0.isReserved || $0 == .count || $0 == .exists }
    } else {
      append(subject, atLeast: .atom)
    }
  }

  private mutating func append(_ item: MapProjectionItem) {
    switch item {
    case .property(let key):
      text += "."
      append(name: key)
    case .allProperties: text += ".*"
    case .entry(let key, let value):
      append(name: key)
      text += ": "
      append(value)
    case .variable(let name): append(variable: name)
    }
  }

  private mutating func append(
    _ subject: Expression?, _ branches: [(condition: Expression, result: Expression)],
    _ otherwise: Expression?
  ) {
    text += "CASE"
    if let subject {
      text += " "
      append(subject)
    }
    for branch in branches {
      text += " WHEN "
      append(branch.condition)
      text += " THEN "
      append(branch.result)
    }
    if let otherwise {
      text += " ELSE "
      append(otherwise)
    }
    text += " END"
  }

  private static func spelling(of quantifier: Quantifier) -> String {
    switch quantifier {
    case .all: "all"
    case .any: "any"
    case .none: "none"
    case .single: "single"
    }
  }

  private mutating func append(_ variable: Name, in list: Expression) {
    append(variable: variable)
    text += " IN "
    append(list)
  }

  private mutating func append(bar result: Expression?) {
    guard let result else { return }
    text += " | "
    append(result)
  }

  private mutating func append(_ subquery: Subquery) {
    text += "{ "
    switch subquery {
    case .pattern(let pattern, let predicate):
      text += "MATCH "
      append(pattern)
      append(where: predicate)
    case .query(let query): append(query, separator: " ")
    }
    text += " }"
  }
}
