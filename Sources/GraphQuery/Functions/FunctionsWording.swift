import PropertyGraph

/// Every message that a function or an operator on temporal values and texts can give.
enum FunctionsWording {
  // MARK: Arguments

  static func wrongType(_ function: String, takes expected: String, found value: Value)
    -> EvaluationError
  {
    EvaluationError(
      code: "InvalidArgumentType", "`\(function)` takes \(expected), not \(article(value))")
  }

  static func wrongValue(_ function: String, takes expected: String, found value: Value)
    -> EvaluationError
  {
    EvaluationError(
      code: "InvalidArgumentValue", "`\(function)` takes \(expected), not \(article(value))")
  }

  static func negative(_ function: String, _ argument: String, _ number: Int64) -> EvaluationError {
    EvaluationError(
      code: "NegativeIntegerArgument",
      "`\(function)` takes \(argument) of zero or more, not \(number)")
  }

  static func zeroStep() -> EvaluationError {
    EvaluationError(
      code: "NumberOutOfRange", "the step of `range` must not be zero",
      help: "a positive step counts up, a negative one down")
  }

  static func percentile(_ function: String, _ value: Value) -> EvaluationError {
    var shown = article(value)
    if case .integer(let number) = value { shown = number.description }
    if case .float(let number) = value { shown = number.description }
    return EvaluationError(
      code: "NumberOutOfRange",
      "the percentile of `\(function)` is a number from 0.0 to 1.0, not \(shown)",
      help: "write the 90th percentile as 0.9")
  }

  static func precision(_ precision: Int64) -> EvaluationError {
    EvaluationError(
      code: "NumberOutOfRange",
      "`round` takes a precision of zero or more digits, not \(precision)")
  }

  static func roundingMode(_ mode: Text) -> EvaluationError {
    EvaluationError(
      code: "InvalidArgumentValue", "`round` knows no mode '\(mode)'",
      help: "modes: CEILING, FLOOR, UP, DOWN, HALF_UP, HALF_DOWN, HALF_EVEN")
  }

  static func integerOverflow(_ function: String) -> EvaluationError {
    EvaluationError(
      code: "IntegerOverflow", "the result of `\(function)` does not fit into 64 bits",
      help: "convert to a float first: `toFloat(x)`")
  }

  static func noInteger(_ number: Double) -> EvaluationError {
    EvaluationError(
      code: "NumberOutOfRange", "\(number) cannot be converted into an INTEGER of 64 bits")
  }

  /// - Parameter consequence: What cannot be done therefore, as it goes on after "so".
  static func deletedEntity(_ what: String, so consequence: String) -> EvaluationError {
    EvaluationError(
      code: deletedEntityCode,
      "the \(what) was deleted by an earlier clause of the statement, so \(consequence)",
      help: "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`")
  }

  static let deletedEntityCode = "DeletedEntityAccess"

  static func article(_ value: Value) -> String {
    let name = value.typeName
    return ("AEIOU".contains(name.prefix(1)) ? "an " : "a ") + name
  }
}
