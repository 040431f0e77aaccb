import PropertyGraph

/// Conversions between types. A text that does not read as the wanted type gives null; a type that
/// cannot be converted at all is an error, or null for the `...OrNull` forms.
enum ConversionFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction(
      name: "toString", arity: 1...1, result: .text,
      summary: "A number, boolean, text or temporal value as a text.", evaluate: toString),
    ScalarFunction(
      name: "toInteger", arity: 1...1, result: .integer,
      summary: "A number without its fraction, or a text read as a number; null if it is none.",
      evaluate: toInteger),
    ScalarFunction(
      name: "toFloat", arity: 1...1, result: .float,
      summary: "A number as a float, or a text read as one; null if it is none.",
      evaluate: toFloat),
    ScalarFunction(
      name: "toBoolean", arity: 1...1, result: .boolean,
      summary: "A boolean, or the texts `true` and `false` read as one; null for other texts.",
      evaluate: toBoolean),
    orNull("toStringOrNull", .text, toString),
    orNull("toIntegerOrNull", .integer, toInteger),
    orNull("toFloatOrNull", .float, toFloat),
    orNull("toBooleanOrNull", .boolean, toBoolean),
  ]

  private static func orNull(
    _ name: Text, _ result: StaticType,
    _ convert: @escaping @Sendable ([Value], FunctionContext) throws(EvaluationError) -> Value
  ) -> ScalarFunction {
    ScalarFunction(
      name: name, arity: 1...1, result: result,
      summary: "The same without `OrNull`, but null for types that cannot be converted."
    ) { values, context in (try? convert(values, context)) ?? .null }
  }

  private static func toString(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    switch values[0] {
    case .text: return values[0]
    case .integer(let number): return Value(number.description)
    case .float(let number): return Value(text(of: number))
    case .boolean(let flag): return Value(flag ? "true" : "false")
    case .temporal(let value): return .text(value.isoText)
    default:
      throw FunctionsWording.wrongValue(
        "toString", takes: "a number, BOOLEAN, STRING or temporal value", found: values[0])
    }
  }

  /// The shortest text that reads back as the same double.
  private static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    return number.description
  }

  private static func toInteger(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    switch values[0] {
    case .integer: return values[0]
    case .float(let number):
      guard let whole = Int64(exactly: number.rounded(.towardZero)) else {
        throw FunctionsWording.noInteger(number)
      }
      return .integer(whole)
    case .text(let text):
      let trimmed = TextFunctions.trimmed(text.string.unicodeScalars[...])
      if let number = Int64(String(trimmed)) { return .integer(number) }
      guard let number = double(trimmed),
        let whole = Int64(exactly: number.rounded(.towardZero))
      else { return .null }
      return .integer(whole)
    default:
      throw FunctionsWording.wrongValue(
        "toInteger", takes: "a number or STRING", found: values[0])
    }
  }

  private static func toFloat(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    switch values[0] {
    case .float: return values[0]
    case .integer(let number): return .float(Double(number))
    case .text(let text):
      let trimmed = TextFunctions.trimmed(text.string.unicodeScalars[...])
      return double(trimmed).map { .float($0) } ?? .null
    default:
      throw FunctionsWording.wrongValue("toFloat", takes: "a number or STRING", found: values[0])
    }
  }

  /// A decimal number, `NaN` or `Infinity`. Swift's own reader takes more (`inf`, `0x1p3`).
  private static func double(_ scalars: Substring.UnicodeScalarView) -> Double? {
    let text = String(scalars)
    switch text {
    case "NaN": return .nan
    case "Infinity", "+Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      let isDecimal = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "+-.eE".utf8.contains(byte)
        }
      }
      return isDecimal ? Double(text) : nil
    }
  }

  private static func toBoolean(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    switch values[0] {
    case .boolean: return values[0]
    case .text(let text):
      switch String(TextFunctions.trimmed(text.string.unicodeScalars[...])).lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return .null
      }
    default:
      throw FunctionsWording.wrongValue(
        "toBoolean", takes: "a BOOLEAN or STRING", found: values[0])
    }
  }
}
