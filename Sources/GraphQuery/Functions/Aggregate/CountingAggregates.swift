import PropertyGraph

/// Aggregates that take any value: how many, the list of them, the least and the greatest.
enum CountingAggregates {
  static let all: [AggregateFunction] = [
    AggregateFunction(
      name: "count", result: .integer, summary: "How many values there are."
    ) { Count() },
    AggregateFunction(
      name: "collect", result: .list, summary: "All values as a list, in the order of the rows."
    ) { Collect() },
    AggregateFunction(
      name: "min", summary: "The least value in the order of `ORDER BY`; null if there is none."
    ) { Extreme(wanted: .before) },
    AggregateFunction(
      name: "max", summary: "The greatest value in the order of `ORDER BY`; null if there is none."
    ) { Extreme(wanted: .after) },
  ]

  private struct Count: Accumulator {
    var count: Int64 = 0

    mutating func add(_ arguments: [Value]) throws(EvaluationError) { count += 1 }
    func finish(_ context: FunctionContext) throws(EvaluationError) -> Value { .integer(count) }
  }

  private struct Collect: Accumulator {
    var elements: [Value] = []

    mutating func add(_ arguments: [Value]) throws(EvaluationError) {
      elements.append(arguments[0])
    }

    func finish(_ context: FunctionContext) throws(EvaluationError) -> Value { .list(elements) }
  }

  private struct Extreme: Accumulator {
    let wanted: Ordering
    var best: Value?

    mutating func add(_ arguments: [Value]) throws(EvaluationError) {
      if let best, arguments[0].ordered(before: best) != wanted { return }
      best = arguments[0]
    }

    func finish(_ context: FunctionContext) throws(EvaluationError) -> Value { best ?? .null }
  }
}
