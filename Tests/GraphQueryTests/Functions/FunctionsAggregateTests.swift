import PropertyGraph
import Testing

@testable import GraphQuery

struct FunctionsAggregateTests {
  /// The result over a list's elements, nulls left out as the executor does; or an error's code.
  private func outcome(_ name: Text, _ list: String, _ extra: String? = nil) -> String {
    guard let aggregate = FunctionCatalogue.standard.aggregate(name) else { return "unknown" }
    var accumulator = aggregate.makeAccumulator()
    do {
      guard case .list(let elements) = try ConstantExpressions().value(list) else { return "?" }
      for element in elements where !element.isNull {
        try accumulator.add(
          [element] + (extra.map { [try ConstantExpressions().value($0)] } ?? []))
      }
      return ConstantExpressions.shown(try accumulator.finish(ConstantExpressions().context))
    } catch let error as EvaluationError {
      return error.code
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("count", "[1, null, 'a']", "2"), ("count", "[]", "0"),
    ("collect", "[2, null, 1]", "[2, 1]"), ("collect", "[]", "[]"),
    ("sum", "[1, 2]", "3"), ("sum", "[1, 2.5]", "3.5"), ("sum", "[]", "0"),
    ("sum", "[9223372036854775807, 1]", "IntegerOverflow"),
    ("sum", "[9223372036854775807, 1, -1]", "9223372036854775807"),
    ("sum", "['a']", "InvalidArgumentType"),
    ("sum", "[duration('P1D'), duration('PT1H')]", "'P1DT1H'"),
    ("sum", "[duration('P1D'), 1]", "InvalidArgumentType"),
    ("sum", "[1, duration('P1D')]", "InvalidArgumentType"),
    ("avg", "[1, 2]", "1.5"), ("avg", "[]", "null"),
    ("avg", "[9223372036854775807, 9223372036854775807]", "9.223372036854776e+18"),
    ("avg", "[duration('P1D'), duration('PT12H')]", "'PT18H'"),
    ("min", "[1, 'a', null, [1, 2], 0.2, 'b']", "[1, 2]"),
    ("max", "[1, 'a', null, [1, 2], 0.2, 'b']", "1"),
    ("max", "[[1], [2], [2, 1]]", "[2, 1]"), ("min", "[]", "null"),
    ("max", "[0.5, 0.0 / 0.0]", "nan"), ("min", "[1, 1.0]", "1"),
    ("min", "[date('2024-01-02'), date('2024-01-01')]", "'2024-01-01'"),
    ("stDev", "[2, 4, 4, 4, 5, 5, 7, 9]", "2.138089935299395"),
    ("stDevP", "[2, 4, 4, 4, 5, 5, 7, 9]", "2.0"), ("stDev", "[7]", "0.0"),
    ("stDevP", "[]", "0.0"), ("stDev", "['x']", "InvalidArgumentType"),
  ])
  func overAList(_ name: String, _ list: String, _ wanted: String) {
    #expect(outcome(Text(name), list) == wanted)
  }

  @Test(arguments: [
    ("percentileDisc", "[10.0, 20.0, 30.0]", "0.0", "10.0"),
    ("percentileDisc", "[30.0, 10.0, 20.0]", "0.5", "20.0"),
    ("percentileDisc", "[10.0, 20.0, 30.0]", "1.0", "30.0"),
    ("percentileDisc", "[1, 2]", "0.5", "1"), ("percentileDisc", "[]", "0.5", "null"),
    ("percentileCont", "[10, 20]", "0.5", "15.0"),
    ("percentileCont", "[10.0, 20.0, 30.0]", "1.0", "30.0"),
    ("percentileCont", "[10.0, 20.0, 30.0]", "0.25", "15.0"),
    ("percentileCont", "[1]", "1000", "NumberOutOfRange"),
    ("percentileCont", "[1]", "-1", "NumberOutOfRange"),
    ("percentileDisc", "[1]", "1.1", "NumberOutOfRange"),
    ("percentileDisc", "['a']", "0.5", "InvalidArgumentType"),
    ("percentileCont", "[1]", "'a'", "NumberOutOfRange"),
  ])
  func percentiles(_ name: String, _ list: String, _ share: String, _ wanted: String) {
    #expect(outcome(Text(name), list, share) == wanted)
  }
}
