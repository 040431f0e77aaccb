import PropertyGraph

/// Percentiles: a value that occurs, or one interpolated between two that do.
enum PercentileAggregates {
  static let all: [AggregateFunction] = [
    AggregateFunction(
      name: "percentileDisc", arity: 2...2,
      summary: "The value that the given share (0.0 to 1.0) of the values does not exceed."
    ) { Percentile(function: "percentileDisc", isContinuous: false) },
    AggregateFunction(
      name: "percentileCont", arity: 2...2, result: .float,
      summary: "The same, interpolated linearly between the two nearest values."
    ) { Percentile(function: "percentileCont", isContinuous: true) },
  ]

  private struct Percentile: Accumulator {
    let function: String
    let isContinuous: Bool
    var values: [Value] = []
    var share = 0.0

    /// The share of the first row counts, but each is checked.
    mutating func add(_ arguments: [Value]) throws(EvaluationError) {
      let read = Arguments(function, arguments)
      _ = try read.double(0)
      guard let share = try? read.double(1), (0...1).contains(share) else {
        throw FunctionsWording.percentile(function, arguments[1])
      }
      if values.isEmpty { self.share = share }
      values.append(arguments[0])
    }

    func finish(_ context: FunctionContext) throws(EvaluationError) -> Value {
      guard !values.isEmpty else { return .null }
      var selection = Selection(values)
      guard isContinuous else {
        let position = Int((share * Double(values.count)).rounded(.up)) - 1
        return try selection.value(at: max(0, min(position, values.count - 1)), context)
      }
      let position = share * Double(values.count - 1)
      let lower = Int(position.rounded(.down))
      let weight = position - Double(lower)
      let least = try selection.value(at: lower, context)
      let low = try Arguments(function, [least]).double(0)
      guard weight > 0 else { return .float(low) }
      let next = try selection.value(at: min(lower + 1, values.count - 1), context)
      let high = try Arguments(function, [next]).double(0)
      return .float(low * (1 - weight) + high * weight)
    }
  }
}
