import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Time, memory, result size and cancellation: a clear error, and the engine lives on.
@Suite("Limits")
struct LimitTests {
  static let mesh = """
    UNWIND range(1, 12) AS i UNWIND range(1, 12) AS j WITH i, j WHERE i <> j
    MERGE (a:N {i: i}) MERGE (b:N {i: j}) CREATE (a)-[:T]->(b)
    """

  static let runaways: [(query: String, code: String, user: String)] = [
    ("MATCH p = ()-[*]-() RETURN p", "ResultTooLarge", ""),
    ("MATCH p = ()-[*]-() RETURN count(p)", "TimeLimit", ""),
    ("MATCH p = ()-[*]-() RETURN p ORDER BY length(p)", "MemoryLimit", "ORDER BY"),
    ("MATCH p = ()-[*]-() RETURN collect(p)", "MemoryLimit", "collect"),
    ("MATCH p = ()-[*]-() RETURN p, count(*)", "MemoryLimit", "grouping"),
    ("MATCH p = ()-[*]-() WITH DISTINCT p RETURN count(*)", "MemoryLimit", "DISTINCT"),
    ("UNWIND range(1, 1000000) AS x WITH DISTINCT x RETURN count(*)", "MemoryLimit", "DISTINCT"),
    ("RETURN size(range(1, 1000000000000))", "MemoryLimit", "range"),
    ("UNWIND range(1, 1000000000000) AS x RETURN count(*)", "TimeLimit", ""),
    ("RETURN reduce(s = 'ab', x IN range(1, 100) | s + s)", "MemoryLimit", ""),
    ("RETURN reduce(s = [1], x IN range(1, 100) | s + s)", "MemoryLimit", ""),
    ("MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*)", "TimeLimit", ""),
    ("MATCH (a), (b), (c), (d), (e), (f) CREATE (:X)", "MemoryLimit", ""),
    ("RETURN [x IN range(1, 100000) | [y IN range(1, 100000) | y]]", "MemoryLimit", "range"),
  ]

  @Test("runaway statements end", arguments: runaways)
  func runaway(_ query: String, _ code: String, _ user: String) throws {
    let graph = try Run.graph(Self.mesh)
    let limits = QueryLimits(
      seconds: code == "TimeLimit" ? 0.1 : nil, bytes: 4 * QueryLimits.mebibyte)
    let error = Run.error(query, on: graph, limits: limits)
    #expect(error?.code == code)
    if !user.isEmpty { #expect(error?.message.contains(user) == true, "\(error?.message ?? "")") }
    #expect(try Run.rows("MATCH (n) RETURN count(*)", on: graph) == ["12"])
  }

  @Test("a cancelled statement ends, the next one runs")
  func cancel() throws {
    let graph = try Run.graph(Self.mesh)
    let engine = Run.engine(graph)
    let flag = CancellationFlag()
    let options = QueryEngine.Options(cancellation: flag)
    let source = SourceText(name: "query", text: "MATCH p = ()-[*]-() RETURN p")
    var batches = 0
    let error = #expect(throws: Diagnostic.self) {
      try engine.stream(source, options: options, columns: { (_) throws(Diagnostic) in }) {
        (_, _, _) throws(Diagnostic) in
        batches += 1
        if batches == 3 { flag.cancel() }
      }
    }
    #expect(error?.code == "Cancelled")
    #expect(batches == 3)
    flag.reset()
    let count = try engine.run(SourceText(name: "query", text: "RETURN 1"), options: options)
    #expect(count.rows.count == 1)
  }

  @Test("memory given back is free again")
  func budget() throws {
    let budget = QueryBudget(limits: QueryLimits(bytes: 100))
    var share = MemoryShare(budget, user: "a test")
    try share.charge(90)
    #expect(throws: Diagnostic.self) { try budget.charge(20, for: "another") }
    budget.release(20)
    share.releaseAll()
    try share.set(100)
    try share.set(10)
    #expect(budget.usedBytes == 10)
    #expect(budget.peakBytes == 110)
  }

  @Test("deep expressions run on the engine's thread")
  func depth() throws {
    let deep = String(repeating: "[", count: 900) + "1" + String(repeating: "]", count: 900)
    let rows = try EngineThread.run { try Run.rows("WITH 1 AS x RETURN size(\(deep))") }
    #expect(rows == ["1"])
    let sum = "x" + String(repeating: " + x", count: 900)
    #expect(try EngineThread.run { try Run.rows("WITH 1 AS x RETURN \(sum)") } == ["901"])
  }
}
