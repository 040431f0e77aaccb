import Glibc
import PropertyGraph

/// Functions of numbers. What is not a real number (`sqrt(-1)`) is NaN, as IEEE 754 has it.
enum NumberFunctions {
  static let all: [ScalarFunction] =
    [
      ScalarFunction(
        name: "abs", arity: 1...1, parameters: [[.number]], result: .number,
        summary: "A number without its sign.", evaluate: abs),
      ScalarFunction(
        name: "sign", arity: 1...1, parameters: [[.number]], result: .integer,
        summary: "-1, 0 or 1 as a number is negative, zero or positive.", evaluate: sign),
      ScalarFunction(
        name: "round", arity: 1...3, parameters: [[.number], [.integer], [.text]],
        result: .float,
        summary: "The nearest whole number, or the nearest with so many decimal places.",
        evaluate: round),
      ScalarFunction(
        name: "isNaN", arity: 1...1, parameters: [[.number]], result: .boolean,
        summary: "Whether a number is NaN."
      ) { (values, _) throws(EvaluationError) in
        .boolean(try Arguments("isNaN", values).double(0).isNaN)
      },
      real("ceil", "The smallest whole number that is not less.") { Glibc.ceil($0) },
      real("ceiling", "The smallest whole number that is not less.") { Glibc.ceil($0) },
      real("floor", "The largest whole number that is not more.") { Glibc.floor($0) },
      real("sqrt", "The square root.") { Glibc.sqrt($0) },
      real("exp", "e to the power of a number.") { Glibc.exp($0) },
      real("log", "The natural logarithm.") { Glibc.log($0) },
      real("log10", "The logarithm to base 10.") { Glibc.log10($0) },
      constant("e", "The base of the natural logarithm.", M_E),
      constant("pi", "The circumference of a circle of diameter 1.", Double.pi),
    ]

  /// A function from a double to a double.
  static func real(
    _ name: Text, _ summary: Text, _ compute: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    ScalarFunction(
      name: name, arity: 1...1, parameters: [[.number]], result: .float, summary: summary
    ) { (values, _) throws(EvaluationError) in
      .float(compute(try Arguments(name.string, values).double(0)))
    }
  }

  private static func constant(
    _ name: Text, _ summary: Text, _ number: Double
  ) -> ScalarFunction {
    ScalarFunction(name: name, arity: 0...0, result: .float, summary: summary) { _, _ in
      .float(number)
    }
  }

  private static func abs(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    guard case .integer(let number) = values[0] else {
      return .float(Swift.abs(try Arguments("abs", values).double(0)))
    }
    guard number != .min else { throw FunctionsWording.integerOverflow("abs") }
    return .integer(Swift.abs(number))
  }

  private static func sign(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    if case .integer(let number) = values[0] { return .integer(number.signum()) }
    let number = try Arguments("sign", values).double(0)
    return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
  }

  private static func round(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let arguments = Arguments("round", values)
    let number = try arguments.double(0)
    guard values.count > 1 else { return .float(Rounding.halfTowardsPositive(number)) }
    let precision = try arguments.integer(1)
    guard precision >= 0 else { throw FunctionsWording.precision(precision) }
    var mode = Rounding.Mode.halfUp
    if values.count > 2 {
      let name = try arguments.text(2)
      guard let known = Rounding.Mode(rawValue: name.string.uppercased()) else {
        throw FunctionsWording.roundingMode(name)
      }
      mode = known
    }
    return .float(Rounding.round(number, places: Int(clamping: precision), mode: mode))
  }
}
