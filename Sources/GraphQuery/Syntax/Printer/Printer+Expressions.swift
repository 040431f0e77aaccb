import PropertyGraph

/// Operators and what stands behind an atom, with parentheses by precedence.
extension Printer {
  /// An expression, in parentheses if it binds more loosely than its place asks.
  mutating func append(_ expression: Expression, atLeast precedence: Precedence = .or) {
    let needsParentheses = Self.precedence(of: expression.kind) < precedence
    if needsParentheses { text += "(" }
    append(expression.kind)
    if needsParentheses { text += ")" }
  }

  static func precedence(of kind: ExpressionKind) -> Precedence {
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
    case .binary(let binary, _, _): binary.precedence
    case .literal(.integer(let value)): value < 0 ? .sign : .atom
    case .literal(.float(let value)): value.sign == .minus ? .sign : .atom
    default: .atom
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
      append(left, atLeast: binary.precedence)
      text += Self.spelling(of: binary)
      append(right, atLeast: binary.precedence.tighter)
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
    if sign == .minus, case .literal = operand.kind, Self.precedence(of: operand.kind) == .atom {
      text += "("
      append(operand)
      text += ")"
    } else {
      append(operand, atLeast: sign == .not ? .not : .sign)
    }
  }

  private mutating func append(
    _ operands: [Expression], joinedBy word: String, atLeast precedence: Precedence
  ) {
    for (index, operand) in operands.enumerated() {
      if index > 0 { text += word }
      append(operand, atLeast: precedence)
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
