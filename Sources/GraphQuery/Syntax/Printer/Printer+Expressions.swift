import PropertyGraph

/// Operators and what stands behind an atom, with parentheses by precedence.
extension Printer {
  /// How tightly a form binds, loosest first; the grammar's levels.
  enum Level: Int, Comparable {
    case or, xor, and, not, comparison, predicate, sum, product, power, sign, labels, postfix
    case atom

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

    var tighter: Level { Level(rawValue: rawValue + 1) ?? .atom }
  }

  /// An expression, in parentheses if it binds more loosely than its place asks.
  mutating func append(_ expression: Expression, atLeast level: Level = .or) {
    let needsParentheses = Self.level(of: expression.kind) < level
    if needsParentheses { text += "(" }
    append(expression.kind)
    if needsParentheses { text += ")" }
  }

  static func level(of kind: ExpressionKind) -> Level {
    switch kind {
    case .any: .or
    case .all: .and
    // A pattern ends where no operator can be taken for one more relationship.
    case .pattern: .not
    case .comparison: .comparison
    case .isNull: .predicate
    case .hasLabels: .labels
    case .property, .subscripted, .slice, .mapProjection: .postfix
    case .unary(let sign, _): sign == .not ? .not : .sign
    case .binary(let binary, _, _): level(of: binary)
    case .literal(.integer(let value)): value < 0 ? .sign : .atom
    case .literal(.float(let value)): value.sign == .minus ? .sign : .atom
    default: .atom
    }
  }

  private static func level(of binary: BinaryOperator) -> Level {
    switch binary {
    case .exclusiveOr: .xor
    case .startsWith, .endsWith, .contains, .matches, .in: .predicate
    case .add, .subtract: .sum
    case .multiply, .divide, .modulo: .product
    case .power: .power
    }
  }

  private mutating func append(_ kind: ExpressionKind) {
    switch kind {
    case .literal(let value): append(literal: value)
    case .parameter(let name): append(parameter: name)
    case .variable(let name): append(variable: name)
    case .property(let subject, let key):
      append(subject, atLeast: .postfix)
      text += "."
      append(name: key)
    case .subscripted(let subject, let index):
      append(subject, atLeast: .postfix)
      text += "["
      append(index)
      text += "]"
    case .slice(let subject, let from, let to):
      append(subject, atLeast: .postfix)
      text += "["
      if let from { append(from) }
      text += ".."
      if let to { append(to) }
      text += "]"
    case .hasLabels(let subject, let labels):
      append(subject, atLeast: .postfix)
      append(labels: labels)
    case .unary(let sign, let operand): append(sign, operand)
    case .binary(let binary, let left, let right):
      let level = Self.level(of: binary)
      append(left, atLeast: level)
      text += Self.spelling(of: binary)
      append(right, atLeast: level.tighter)
    case .all(let operands): append(operands, joinedBy: " AND ", atLeast: .not)
    case .any(let operands): append(operands, joinedBy: " OR ", atLeast: .xor)
    case .comparison(let operands, let operators):
      for (index, operand) in operands.enumerated() {
        if index > 0, index <= operators.count { text += Self.spelling(of: operators[index - 1]) }
        append(operand, atLeast: .predicate)
      }
    case .isNull(let operand, let isNegated):
      append(operand, atLeast: .predicate)
      text += isNegated ? " IS NOT NULL" : " IS NULL"
    default: append(form: kind)
    }
  }

  private mutating func append(_ sign: UnaryOperator, _ operand: Expression) {
    switch sign {
    case .not: text += "NOT "
    case .minus: text += "-"
    case .plus: text += "+"
    }
    // `-1` is a literal, so the negation of the literal 1 needs parentheses.
    if sign == .minus, case .literal = operand.kind, Self.level(of: operand.kind) == .atom {
      text += "("
      append(operand)
      text += ")"
    } else {
      append(operand, atLeast: sign == .not ? .not : .sign)
    }
  }

  private mutating func append(
    _ operands: [Expression], joinedBy word: String, atLeast level: Level
  ) {
    for (index, operand) in operands.enumerated() {
      if index > 0 { text += word }
      append(operand, atLeast: level)
    }
  }

  private static func spelling(of binary: BinaryOperator) -> String {
    switch binary {
    case .add: " + "
    case .subtract: " - "
    case .multiply: " * "
    case .divide: " / "
    case .modulo: " % "
    case .power: " ^ "
    case .exclusiveOr: " XOR "
    case .startsWith: " STARTS WITH "
    case .endsWith: " ENDS WITH "
    case .contains: " CONTAINS "
    case .matches: " =~ "
    case .in: " IN "
    }
  }

  private static func spelling(of comparison: ComparisonOperator) -> String {
    switch comparison {
    case .equal: " = "
    case .notEqual: " <> "
    case .less: " < "
    case .lessOrEqual: " <= "
    case .greater: " > "
    case .greaterOrEqual: " >= "
    }
  }
}
