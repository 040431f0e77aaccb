import PropertyGraph
import Testing

@testable import GraphQuery

/// Every function on every kind of extreme argument: a value or an error, never a trap.
struct FunctionsExtremesTests {
  private static let values: [Value] = [
    .integer(.min), .integer(.max), -1, 0, 1, 2024, .float(.nan), .float(.infinity), -0.0,
    .float(.leastNonzeroMagnitude),
    1.7976931348623157e308, 1e19, "", "a", "day", "microsecond", "P9223372036854775807D",
    "PT-9223372036854775808S", "+999999999-12-31T23:59:59.999999999Z", "Europe/London", [],
    [1, "a"], .map([:]), .map(["year": .integer(.max)]), .map(["day": .integer(.min), "year": 1]),
    .map(["epochSeconds": .integer(.max)]), .map(["epochMillis": .integer(.min)]),
    .map(["hours": .integer(.max), "milliseconds": .integer(.min)]),
    .map(["years": 9.9e18, "months": -9.9e18]), .map(["timezone": "Europe/London"]),
    .map(["hour": 1, "timezone": "+18:00"]), true, .node(NodeRow(0)),
    .relationship(RelationshipRow(0)), .path(Path(nodes: [NodeRow(0)], relationships: [])),
    .temporal(.date(days: 365_241_780_471)), .temporal(.date(days: -365_243_219_162)),
    .temporal(.localTime(nanoseconds: 86_399_999_999_999)),
    .temporal(.time(nanoseconds: 0, offset: 64_800)),
    .temporal(.localDateTime(days: 365_241_780_471, nanoseconds: 86_399_999_999_999)),
    .temporal(
      .dateTime(days: 365_241_780_471, nanoseconds: 0, offset: -64_800, zone: nil)),
    .temporal(
      .dateTime(days: -365_243_219_162, nanoseconds: 0, offset: -75, zone: "Europe/London")),
    .temporal(
      .duration(.init(months: .max, days: .max, seconds: .max, nanoseconds: 999_999_999))),
    .temporal(.duration(.init(months: .min, days: .min, seconds: .min))),
  ]

  private let context = FunctionContext(
    graph: EmptyGraph(), statementTime: .max, random: { 0.999_999 },
    foresee: { (bytes) throws(EvaluationError) in
      if bytes > 100_000 { throw EvaluationError(code: "MemoryLimit", "too much") }
    })

  @Test func scalarFunctions() {
    var failures = 0
    for name in FunctionCatalogue.standard.names {
      guard let function = FunctionCatalogue.standard.scalar(name) else { continue }
      for first in Self.values {
        let one = function.arity.contains(1) ? [[first]] : []
        let two = function.arity.contains(2) ? Self.values.map { [first, $0] } : []
        for arguments in one + two {
          do { _ = try function.evaluate(arguments, context) } catch {
            failures += 1
            #expect(!error.message.isEmpty)
          }
        }
      }
    }
    #expect(failures > 0)
  }

  @Test func truncation() {
    for name in FunctionCatalogue.standard.names where name.string.hasSuffix(".truncate") {
      guard let function = FunctionCatalogue.standard.scalar(name) else { continue }
      for unit in TemporalUnit.allCases {
        for value in Self.values {
          _ = try? function.evaluate([Value(unit.rawValue), value], context)
        }
      }
    }
  }

  @Test func operators() {
    let operators = FunctionCatalogue.standard.operators
    for left in Self.values {
      for right in Self.values {
        for operation: BinaryOperator in [.add, .subtract, .multiply, .divide] {
          _ = try? operators.temporalArithmetic(operation, left, right)
        }
      }
      guard case .temporal(let value) = left else { continue }
      let fields: [Text] = [
        "year", "week", "weekYear", "epochMillis", "epochSeconds", "nanoseconds", "microseconds",
        "milliseconds", "quartersOfYear", "minutesOfHour", "offset", "timezone",
      ]
      for field in fields { _ = try? operators.temporalField(value, field) }
      _ = value.isoText
    }
  }

  @Test func aggregates() {
    for name in FunctionCatalogue.standard.names {
      guard let aggregate = FunctionCatalogue.standard.aggregate(name) else { continue }
      for first in Self.values {
        for second in Self.values {
          var accumulator = aggregate.makeAccumulator()
          let share: [Value] = aggregate.arity.contains(2) ? [0.5] : []
          _ = try? accumulator.add([first] + share)
          _ = try? accumulator.add([second] + share)
          _ = try? accumulator.finish(context)
        }
      }
    }
  }

  @Test func garbageTexts() {
    var random = Dice(state: 3)
    let pieces = [
      "P", "T", "W", "Q", "Z", "-", "+", ":", ".", "2", "20", "2015", "07", "[", "]", "Y", "M", "D",
      "S", "H", "UTC", ",", "é", "999999999", "/",
    ]
    for _ in 0..<3_000 {
      let text = (0..<random.roll(14)).map { _ in pieces[random.roll(pieces.count)] }.joined()
      for name: Text in ["date", "localtime", "time", "localdatetime", "datetime", "duration"] {
        _ = try? FunctionCatalogue.standard.scalar(name)?.evaluate([Value(text)], context)
      }
    }
  }
}
