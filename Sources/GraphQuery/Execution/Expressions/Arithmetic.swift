import Glibc
import PropertyGraph

/// The arithmetic operators on single values (openCypher 9, "Mathematical operators", "String
/// operators", "List operators").
enum Arithmetic {
  static func apply(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ extensions: OperatorExtensions
  ) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let a), .integer(let b)): return try integers(operation, a, b)
    case (.float(let a), .float(let b)): return .float(floats(operation, a, b))
    case (.integer(let a), .float(let b)): return .float(floats(operation, Double(a), b))
    case (.float(let a), .integer(let b)): return .float(floats(operation, a, Double(b)))
    default: break
    }
    if operation == .add, let sum = concatenation(left, right) { return sum }
    if isTemporal(left) || isTemporal(right),
      let result = try extensions.temporalArithmetic(operation, left, right)
    {
      return result
    }
    throw EvaluationError(
      code: "InvalidArgumentType",
      "`\(symbol(operation))` does not apply to \(ExecutionWording.article(left)) and "
        + ExecutionWording.article(right))
  }

  static func integers(
    _ operation: BinaryOperator, _ left: Int64, _ right: Int64
  ) throws(EvaluationError) -> Value {
    let result: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide, .modulo:
      if right == 0 { throw divisionByZero(left, operation) }
      result =
        operation == .divide
        ? left.dividedReportingOverflow(by: right)
        : (right == -1 ? (0, false) : left.remainderReportingOverflow(dividingBy: right))
    default: return .float(floats(operation, Double(left), Double(right)))
    }
    if result.overflow { throw overflow(operation, left, right) }
    return .integer(result.partialValue)
  }

  @inline(__always)
  static func floats(_ operation: BinaryOperator, _ left: Double, _ right: Double) -> Double {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .modulo: left.truncatingRemainder(dividingBy: right)
    default: pow(left, right)
    }
  }

  static func negate(
    _ value: Value, _ extensions: OperatorExtensions
  ) throws(EvaluationError) -> Value {
    switch value {
    case .null: return .null
    case .float(let number): return .float(-number)
    case .integer(let number):
      let result = Int64(0).subtractingReportingOverflow(number)
      if result.overflow { throw overflow(.subtract, 0, number) }
      return .integer(result.partialValue)
    case .temporal(.duration):
      if let result = try extensions.temporalArithmetic(.multiply, value, .integer(-1)) {
        return result
      }
    default: break
    }
    throw EvaluationError(
      code: "InvalidArgumentType", "`-` does not apply to \(ExecutionWording.article(value))")
  }

  static func overflow(
    _ operation: BinaryOperator, _ left: Int64, _ right: Int64
  ) -> EvaluationError {
    EvaluationError(
      code: "IntegerOverflow",
      "\(left) \(symbol(operation)) \(right) does not fit into a 64-bit integer",
      help: "calculate with floats: `toFloat(...)`")
  }

  private static func divisionByZero(
    _ left: Int64, _ operation: BinaryOperator
  ) -> EvaluationError {
    EvaluationError(
      code: "DivisionByZero", "\(left) \(symbol(operation)) 0 has no result",
      help: "guard it: `CASE WHEN b <> 0 THEN a / b END`")
  }

  /// `+` of texts, also with numbers; `nil` for other values. Lists have been joined before.
  private static func concatenation(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.text(let a), .text(let b)): return .text(Text(a.string + b.string))
    case (.text(let a), .integer(let b)): return .text(Text(a.string + String(b)))
    case (.text(let a), .float(let b)): return .text(Text(a.string + b.description))
    case (.integer(let a), .text(let b)): return .text(Text(String(a) + b.string))
    case (.float(let a), .text(let b)): return .text(Text(a.description + b.string))
    default: return nil
    }
  }

  private static func isTemporal(_ value: Value) -> Bool {
    if case .temporal = value { return true }
    return false
  }

  static func symbol(_ operation: BinaryOperator) -> String {
    switch operation {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    case .exclusiveOr: "XOR"
    case .startsWith: "STARTS WITH"
    case .endsWith: "ENDS WITH"
    case .contains: "CONTAINS"
    case .matches: "=~"
    case .in: "IN"
    }
  }
}
