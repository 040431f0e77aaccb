/// How tightly the forms of expression bind, loosest first, as openCypher 9 orders them. The parser
/// and the printer share it.
enum Precedence: Int, Comparable {
  case or, xor, and, not
  case comparison
  /// Predicates on texts, lists and null: `STARTS WITH`, `=~`, `IN`, `IS NULL`.
  case predicate
  case sum, product, power
  /// The signs `-` and `+`.
  case sign
  /// `:Label` behind an expression.
  case labels
  /// Properties, subscripts, slices.
  case postfix
  case atom

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
}

extension BinaryOperator {
  /// How tightly it binds.
  var precedence: Precedence {
    switch self {
    case .exclusiveOr: .xor
    case .startsWith, .endsWith, .contains, .matches, .in: .predicate
    case .add, .subtract: .sum
    case .multiply, .divide, .modulo: .product
    case .power: .power
    }
  }
}
