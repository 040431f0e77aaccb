import PropertyGraph

/// Functions that make durations.
enum DurationFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction(
      name: "duration", arity: 1...1, parameters: [[.text, .map, .temporal]], result: .temporal,
      summary: "A duration from fields (`{days: 1.5}`) or a text (`P1DT12H`).",
      evaluate: duration),
    difference("between", "in months, days and the rest") {
      (difference) throws(EvaluationError) in
      try difference.inAll()
    },
    difference("inMonths", "in whole months") { (difference) throws(EvaluationError) in
      try difference.inMonths()
    },
    difference("inDays", "in whole days") { (difference) throws(EvaluationError) in
      try difference.inDays()
    },
    difference("inSeconds", "in seconds and their fractions") {
      (difference) throws(EvaluationError) in
      try difference.inSeconds()
    },
  ]

  private static func difference(
    _ unit: String, _ summary: String,
    _ measure:
      @escaping @Sendable (DurationBetween) throws(EvaluationError) ->
      TemporalValue.Duration
  ) -> ScalarFunction {
    let name = "duration.\(unit)"
    return ScalarFunction(
      name: Text(name), arity: 2...2, parameters: [[.temporal]], result: .temporal,
      summary: Text("The time from the first value to the second, \(summary).")
    ) { (values, _) throws(EvaluationError) in
      let arguments = Arguments(name, values)
      guard case .temporal(let start) = values[0] else {
        throw arguments.wrongType(0, "a temporal value")
      }
      guard case .temporal(let end) = values[1] else {
        throw arguments.wrongType(1, "a temporal value")
      }
      return .temporal(.duration(try measure(try DurationBetween(start, end))))
    }
  }

  private static func duration(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    switch values[0] {
    case .map(let map): return .temporal(.duration(try DurationFields.duration(map)))
    case .text(let text): return .temporal(.duration(try DurationFields.duration(text)))
    case .temporal(.duration): return values[0]
    default:
      throw FunctionsWording.wrongType(
        "duration", takes: "a MAP, STRING or DURATION", found: values[0])
    }
  }
}
