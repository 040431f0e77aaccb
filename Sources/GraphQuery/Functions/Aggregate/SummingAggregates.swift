import PropertyGraph

/// `sum` and `avg` of numbers or durations. Integers are summed without loss, floats in the order
/// of the rows.
enum SummingAggregates {
  static let all: [AggregateFunction] = [
    AggregateFunction(
      name: "sum", summary: "The sum of numbers or durations; 0 if there are none."
    ) { Sum() },
    AggregateFunction(
      name: "avg", summary: "The mean of numbers or durations; null if there are none."
    ) { Mean() },
  ]

  /// What has been added up so far.
  private struct Total {
    let function: String
    var integers: Int128 = 0
    var floats: Double?
    var durations: TemporalValue.Duration?
    var count: Int64 = 0

    init(_ function: String) { self.function = function }

    mutating func add(_ value: Value) throws(EvaluationError) {
      let isDuration = durations != nil
      switch value {
      case .integer(let number) where !isDuration: integers += Int128(number)
      case .float(let number) where !isDuration: floats = (floats ?? 0) + number
      case .temporal(.duration(let duration)) where isDuration || count == 0:
        durations = try DurationArithmetic.sum(durations ?? .init(), duration)
      default:
        throw FunctionsWording.wrongType(
          function, takes: isDuration ? "durations like those before" : "numbers or durations",
          found: value)
      }
      count += 1
    }
  }

  private struct Sum: Accumulator {
    var total = Total("sum")

    mutating func add(_ arguments: [Value]) throws(EvaluationError) {
      try total.add(arguments[0])
    }

    func finish(_ context: FunctionContext) throws(EvaluationError) -> Value {
      if let duration = total.durations { return .temporal(.duration(duration)) }
      if let floats = total.floats { return .float(floats + Double(total.integers)) }
      guard let sum = Int64(exactly: total.integers) else {
        throw FunctionsWording.integerOverflow("sum")
      }
      return .integer(sum)
    }
  }

  private struct Mean: Accumulator {
    var total = Total("avg")

    mutating func add(_ arguments: [Value]) throws(EvaluationError) {
      try total.add(arguments[0])
    }

    func finish(_ context: FunctionContext) throws(EvaluationError) -> Value {
      guard total.count > 0 else { return .null }
      if let duration = total.durations {
        return .temporal(
          .duration(
            try DurationArithmetic.product(duration, 1, over: Int128(total.count))))
      }
      return .float((Double(total.integers) + (total.floats ?? 0)) / Double(total.count))
    }
  }
}
