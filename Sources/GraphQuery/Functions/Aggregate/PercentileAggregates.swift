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

    func finish() throws(EvaluationError) -> Value {
      guard !values.isEmpty else { return .null }
      let sorted = values.sorted { $0.ordered(before: $1) == .before }
      guard isContinuous else {
        let position = (share * Double(sorted.count)).rounded(.up)
        return sorted[max(0, min(Int(position) - 1, sorted.count - 1))]
      }
      let position = share * Double(sorted.count - 1)
      let lower = Int(position.rounded(.down))
      let upper = min(lower + 1, sorted.count - 1)
      let weight = position - Double(lower)
      let low = try Arguments(function, [sorted[lower]]).double(0)
      guard weight > 0 else { return .float(low) }
      let high = try Arguments(function, [sorted[upper]]).double(0)
      return .float(low * (1 - weight) + high * weight)
    }
  }
}
