import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// How often a statement looks whether anybody still waits for it: counted, not timed. A look costs
/// nothing and is due at least every few thousand steps of whatever loop the statement is in.
@Suite("Looking up")
struct LookingTests {
  /// A statement with what it does at least so many times, and how much of that may pass between
  /// two looks.
  struct Work: CustomTestStringConvertible, Sendable {
    var query: String
    var steps: Int
    var between = 4_096
    var script = ""
    /// Whether `$t` is a text of a megabyte.
    var takesText = false

    var testDescription: String { query }
  }

  private static let hub =
    "CREATE (h:H) WITH h UNWIND range(1, 12000) AS x CREATE (h)-[:T {i: x}]->(:L {i: x})"
  private static let line = """
    UNWIND range(0, 8000) AS x CREATE (:L {i: x}) WITH count(*) AS n
    MATCH (a:L) WITH collect(a) AS all UNWIND range(0, 7999) AS x
    WITH all[x] AS a, all[x + 1] AS b CREATE (a)-[:T]->(b)
    """
  private static let megabyte = 1_048_576

  static let work = [
    Work(query: "UNWIND range(1, 100000) AS x RETURN sum(x)", steps: 100_000),
    Work(query: "UNWIND range(1, 50000) AS x RETURN count(DISTINCT x)", steps: 50_000),
    Work(query: "UNWIND range(1, 50000) AS x RETURN x % 20000, count(*)", steps: 100_000),
    Work(query: "UNWIND range(1, 50000) AS x WITH DISTINCT x RETURN count(*)", steps: 100_000),
    Work(query: "UNWIND range(1, 50000) AS x RETURN size(collect(x))", steps: 100_000),
    // A sort compares n log n times.
    Work(query: "UNWIND range(1, 50000) AS x RETURN x ORDER BY x * 7919 % 50021", steps: 500_000),
    Work(query: "UNWIND range(1, 50000) AS x RETURN x ORDER BY x % 7 LIMIT 9", steps: 50_000),
    Work(query: "UNWIND range(1, 50000) AS x RETURN percentileDisc(x, 0.5)", steps: 100_000),
    Work(query: "RETURN size([x IN range(1, 100000) WHERE x % 2 = 0 | x])", steps: 100_000),
    Work(query: "RETURN all(x IN range(1, 100000) WHERE x > 0)", steps: 100_000),
    Work(query: "RETURN reduce(s = 0, x IN range(1, 100000) | s + x)", steps: 100_000),
    // Elements that are only compared are counted several at a time.
    Work(query: "RETURN 0 IN range(1, 100000)", steps: 100_000, between: 1 << 14),
    // Elements that are only copied are counted by tens of thousands.
    Work(query: "RETURN tail(range(1, 400000))", steps: 800_000, between: 1 << 17),
    Work(query: "RETURN reverse(range(1, 400000))", steps: 800_000, between: 1 << 17),
    Work(query: "RETURN range(1, 400000)[5..]", steps: 800_000, between: 1 << 17),
    Work(query: "RETURN range(1, 400000) + 0", steps: 800_000, between: 1 << 17),
    Work(query: "RETURN 0 + range(1, 400000)", steps: 800_000, between: 1 << 17),
    Work(
      query: "RETURN range(1, 400000) + range(1, 400000)", steps: 1_600_000, between: 1 << 17),
    Work(query: "UNWIND [1, 2] AS x RETURN x IN $l", steps: 50_000),
    Work(
      query: "RETURN range(1, 100000) = range(1, 100000)", steps: 100_000, between: 1 << 14),
    Work(query: "UNWIND range(1, 12000) AS x CREATE (:M {i: x})", steps: 12_000),
    Work(query: "UNWIND range(1, 10000) AS x MERGE (:M {i: x % 5})", steps: 10_000),
    Work(query: "MATCH (n:L) SET n.j = n.i", steps: 12_000, script: hub),
    Work(query: "MATCH (n:L) SET n:M", steps: 12_000, script: hub),
    Work(query: "MATCH (h:H) DETACH DELETE h", steps: 12_000, script: hub),
    Work(query: "MATCH (:H)-[r]->() DELETE r", steps: 12_000, script: hub),
    // Reading, deleting, and looking at each deletion before it is committed.
    Work(query: "MATCH (:H)-->(n) DETACH DELETE n", steps: 48_000, script: hub),
    Work(query: "MATCH (:H)-[r:T]->(m) RETURN count(r)", steps: 12_000, script: hub),
    Work(query: "MATCH (:H)-[r*1..1]->(m) RETURN count(r)", steps: 12_000, script: hub),
    Work(query: "MATCH (n:L) WHERE n.i % 2 = 0 RETURN count(*)", steps: 12_000, script: hub),
    Work(query: "MATCH (a:L), (b:L) WHERE a.i = b.i RETURN count(*)", steps: 24_000, script: hub),
    Work(query: "MATCH (n:L) RETURN n", steps: 12_000, script: hub),
    Work(
      query: "MATCH (a:L {i: 0}), (b:L {i: 8000}) "
        + "MATCH p = shortestPath((a)-[*]->(b)) RETURN length(p)",
      steps: 8_000, script: line),
    Work(query: "MATCH (:L {i: 0})-[:T*]->(b) RETURN max(b.i)", steps: 8_000, script: line),
    Work(query: "RETURN $t =~ '(a|aa)*b'", steps: megabyte, between: 8_192, takesText: true),
    Work(query: "RETURN $t CONTAINS 'aaaab'", steps: megabyte, between: 1 << 18, takesText: true),
    Work(query: "RETURN replace($t, 'a', 'b')", steps: megabyte, between: 1 << 18, takesText: true),
    Work(
      query: "RETURN size(split($t, 'aa'))", steps: megabyte, between: 1 << 18, takesText: true),
    Work(
      query: "RETURN size(reduce(s = '', x IN range(1, 1000) | s + 'x'))", steps: 1_000,
      between: 1_000),
  ]

  private static func options(_ work: Work, _ flag: CancellationFlag) -> QueryEngine.Options {
    let text = Text(String(repeating: "a", count: work.takesText ? megabyte : 0))
    return QueryEngine.Options(
      parameters: [
        "t": .text(text),
        "l": .list(work.query.contains("$l") ? (10...50_009).map { .integer($0) } : []),
      ],
      limits: QueryLimits(seconds: nil, bytes: 1 << 30),
      cancellation: flag)
  }

  @Test("a long loop looks up", arguments: work)
  func looks(_ work: Work) throws {
    let engine = Run.engine(try Run.graph(work.script))
    let flag = CancellationFlag()
    _ = try engine.run(
      SourceText(name: "query", text: work.query), options: Self.options(work, flag))
    #expect(flag.looks >= work.steps / work.between, "\(flag.looks) looks")
  }

  @Test("the first look that finds a request ends the statement", arguments: work)
  func ends(_ work: Work) throws {
    let graph = try Run.graph(work.script)
    let before = graph.nodeCount(label: nil)
    let whole = CancellationFlag()
    _ = try Run.engine(try Run.graph(work.script)).run(
      SourceText(name: "query", text: work.query), options: Self.options(work, whole))
    // The last look is where a statement is committed, or close to it.
    for look in [1, 2, 3, max(1, work.steps / work.between), whole.looks] {
      let flag = CancellationFlag(raisedAtLook: look)
      var code = ""
      do throws(Diagnostic) {
        _ = try Run.engine(graph).run(
          SourceText(name: "query", text: work.query), options: Self.options(work, flag))
      } catch {
        code = error.code
      }
      #expect(code == "Cancelled", "at look \(look)")
      #expect(flag.looks == look, "nobody goes on after it")
      #expect(graph.nodeCount(label: nil) == before)
    }
  }
}
