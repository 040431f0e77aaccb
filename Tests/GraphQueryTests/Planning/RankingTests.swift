import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// A limit over a procedure that gives its best rows first is left to the procedure, where that
/// changes no answer.
@Suite struct RankingTests {
  /// What the procedure was asked for.
  private final class Log: @unchecked Sendable {
    var firsts: [Int?] = []
  }

  /// `best(n)` gives n rows; every two have the same score.
  private static func catalogue(_ log: Log) -> Catalogue {
    @Sendable func rows(_ arguments: [Value]) -> [[Value]] {
      guard case .integer(let count)? = arguments.first else { return [] }
      return (0..<max(0, count)).map { [.integer($0), .integer((count - $0) / 2)] }
    }
    let best = Procedure(
      name: "best", inputs: [Procedure.Field(name: "n", type: "INTEGER?")],
      outputs: [
        Procedure.Field(name: "i", type: "INTEGER"),
        Procedure.Field(name: "score", type: "INTEGER"),
      ],
      ranking: Procedure.Ranking(column: 1) { count, arguments, _ in
        log.firsts.append(count)
        return Array(rows(arguments).prefix(count))
      }
    ) { arguments, _ in
      log.firsts.append(nil)
      return rows(arguments)
    }
    return Catalogue(functions: .standard, procedures: [best])
  }

  private static func answer(
    _ query: String, rules: PlanningRules = .all, batchSize: Int = 2_048, log: Log = Log()
  ) throws(Diagnostic) -> [String] {
    let engine = QueryEngine(graph: GraphView(), catalogue: catalogue(log))
    engine.rules = rules
    return try engine.run(query, parameters: ["k": .integer(4)], batchSize: batchSize)
      .rows.map { row in
        row.map { JSONWriter.text($0, graph: engine.graph).string }.joined(separator: " ")
      }
  }

  static let pushed = [
    "CALL best(9) YIELD i, score RETURN i ORDER BY score DESC LIMIT 4",
    "CALL best(9) YIELD i, score AS s WITH i, s ORDER BY s DESC LIMIT $k RETURN i + s",
    "CALL best(9) YIELD score AS s, i RETURN i, s AS z ORDER BY z DESC SKIP 1 LIMIT 3",
    "CALL best(9) YIELD i RETURN i LIMIT 4",
  ]

  @Test(arguments: pushed)
  func asksForNoMore(_ query: String) throws {
    let log = Log()
    let rows = try Self.answer(query, log: log)
    #expect(log.firsts == [4])
    for batchSize in Run.batchSizes {
      #expect(try Self.answer(query, rules: [], batchSize: batchSize) == rows)
      #expect(try Self.answer(query, batchSize: batchSize) == rows)
    }
  }

  @Test func eachRowHasItsOwnFirst() throws {
    let query = """
      UNWIND [3, 0, 7, null, 5] AS n CALL best(n) YIELD i, score \
      RETURN n, i, score ORDER BY score DESC LIMIT 2
      """
    let log = Log()
    let rows = try Self.answer(query, log: log)
    #expect(log.firsts == [2, 2, 2, 2, 2])
    #expect(try Self.answer(query, rules: []) == rows)
  }

  /// Each breaks one condition.
  static let kept = [
    // Small comes first; another column; a second key; something computed.
    "CALL best(9) YIELD i, score RETURN i ORDER BY score LIMIT 4",
    "CALL best(9) YIELD i, score RETURN i ORDER BY i DESC LIMIT 4",
    "CALL best(9) YIELD i, score RETURN i ORDER BY score DESC, i DESC LIMIT 4",
    "CALL best(9) YIELD i, score RETURN i ORDER BY score + 1 DESC LIMIT 4",
    // Rows are dropped or multiplied in between.
    "CALL best(9) YIELD i, score WHERE i > 2 RETURN i ORDER BY score DESC LIMIT 4",
    "CALL best(9) YIELD i, score UNWIND [1, 2] AS x RETURN i ORDER BY score DESC LIMIT 4",
    "CALL best(9) YIELD i, score RETURN DISTINCT score ORDER BY score DESC LIMIT 4",
    "CALL best(9) YIELD score RETURN sum(score) AS s ORDER BY s DESC LIMIT 4",
    // No limit; one that may be another number each time.
    "CALL best(9) YIELD i, score RETURN i ORDER BY score DESC",
    "CALL best(9) YIELD i RETURN i SKIP 2 LIMIT 4",
    "CALL best(9) YIELD i, score RETURN i ORDER BY score DESC LIMIT toInteger(3 + rand())",
  ]

  @Test(arguments: kept)
  func asksForAll(_ query: String) throws {
    let log = Log()
    let rows = try Self.answer(query, log: log)
    #expect(log.firsts == [nil])
    #expect(try Self.answer(query, rules: []) == rows)
  }

  @Test func explainSaysSo() throws {
    let plan = try Self.answer("EXPLAIN " + Self.pushed[0])
    #expect(plan.contains { $0.contains("Call") && $0.contains("YIELD i, score, first 4") })
  }

  @Test func aWrongLimitIsToldAsEver() {
    for limit in ["-1", "'x'", "null"] {
      let query = "CALL best(9) YIELD i, score RETURN i ORDER BY score DESC LIMIT \(limit)"
      let told = #expect(throws: Diagnostic.self) { try Self.answer(query) }
      let before = #expect(throws: Diagnostic.self) { try Self.answer(query, rules: []) }
      #expect(told == before)
    }
  }
}
