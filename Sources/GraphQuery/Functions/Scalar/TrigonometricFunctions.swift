import Glibc
import PropertyGraph

/// Functions of angles, in radians.
enum TrigonometricFunctions {
  static let all: [ScalarFunction] =
    [
      NumberFunctions.real("sin", "The sine of an angle.") { Glibc.sin($0) },
      NumberFunctions.real("cos", "The cosine of an angle.") { Glibc.cos($0) },
      NumberFunctions.real("tan", "The tangent of an angle.") { Glibc.tan($0) },
      NumberFunctions.real("cot", "The cotangent of an angle.") { 1 / Glibc.tan($0) },
      NumberFunctions.real("asin", "The angle whose sine is a number.") { Glibc.asin($0) },
      NumberFunctions.real("acos", "The angle whose cosine is a number.") { Glibc.acos($0) },
      NumberFunctions.real("atan", "The angle whose tangent is a number.") { Glibc.atan($0) },
      NumberFunctions.real("sinh", "The hyperbolic sine.") { Glibc.sinh($0) },
      NumberFunctions.real("cosh", "The hyperbolic cosine.") { Glibc.cosh($0) },
      NumberFunctions.real("tanh", "The hyperbolic tangent.") { Glibc.tanh($0) },
      NumberFunctions.real("haversin", "Half of one minus the cosine of an angle.") {
        (1 - Glibc.cos($0)) / 2
      },
      NumberFunctions.real("degrees", "Radians as degrees.") { $0 * 180 / .pi },
      NumberFunctions.real("radians", "Degrees as radians.") { $0 * .pi / 180 },
      ScalarFunction(
        name: "atan2", arity: 2...2, parameters: [[.number]], result: .float,
        summary: "The angle of the point with the second as x and the first as y."
      ) { (values, _) throws(EvaluationError) in
        let arguments = Arguments("atan2", values)
        return .float(Glibc.atan2(try arguments.double(0), try arguments.double(1)))
      },
    ]
}
