import Glibc
import PropertyGraph

/// Standard deviations, in one pass (Welford, "Note on a method for calculating corrected sums of
/// squares and products", 1962).
enum DeviationAggregates {
  static let all: [AggregateFunction] = [
    AggregateFunction(
      name: "stDev", result: .float, summary: "The standard deviation of a sample."
    ) { Deviation(function: "stDev", isSample: true) },
    AggregateFunction(
      name: "stDevP", result: .float, summary: "The standard deviation of a whole population."
    ) { Deviation(function: "stDevP", isSample: false) },
  ]

  private struct Deviation: Accumulator {
    let function: String
    let isSample: Bool
    var count = 0.0
    var mean = 0.0
    var squares = 0.0

    mutating func add(_ arguments: [Value]) throws(EvaluationError) {
      let number = try Arguments(function, arguments).double(0)
      count += 1
      let distance = number - mean
      mean += distance / count
      squares += distance * (number - mean)
    }

    func finish(_ context: FunctionContext) throws(EvaluationError) -> Value {
      let divisor = isSample ? count - 1 : count
      return .float(divisor > 0 ? sqrt(squares / divisor) : 0)
    }
  }
}
