import Diagnostics
import Glibc
import PropertyGraph
import Testing

@testable import GraphQuery

/// Statements of every kind, each stopped at some look of its own: the graph is afterwards what it
/// was, whatever it stands on, and the next statement runs. 60 times, or `CANCELS` times.
@Suite("Cancelled at any moment")
struct RandomCancelTests {
  private static let cases = getenv("CANCELS").flatMap { Int(String(cString: $0)) } ?? 60

  private static let script = [
    "UNWIND range(1, 200) AS i CREATE (:A {i: i, t: 'number ' + i})",
    """
    MATCH (a:A) MATCH (b:A {i: a.i % 200 + 1}), (c:A {i: a.i * 7 % 200 + 1})
    CREATE (a)-[:T {w: a.i}]->(b), (a)-[:U]->(c)
    """,
  ]

  private static let statements = [
    "MATCH (a:A)-[:T]->(b)-[:U]->(c) RETURN a.i, collect(c.i) ORDER BY a.i",
    "MATCH (a:A), (b:A) WHERE a.i + b.i = 77 RETURN count(*)",
    "MATCH p = (a:A {i: 1})-[*1..9]->(b) RETURN count(p)",
    "MATCH (a:A {i: 1}), (b:A) MATCH p = shortestPath((a)-[*]-(b)) RETURN sum(length(p))",
    "UNWIND range(1, 20000) AS x RETURN x % 300, count(*), collect(x)",
    "UNWIND range(1, 20000) AS x RETURN DISTINCT x % 5000 AS y ORDER BY y DESC",
    "RETURN size(reverse(range(1, 300000) + range(1, 300000)))",
    "RETURN reduce(s = 0, x IN range(1, 9000) | s + x)",
    "MATCH (a:A) CREATE (a)-[:NEW {w: 1}]->(:B {i: a.i}) CREATE (:B)-[:NEW]->(a)",
    "UNWIND range(1, 5000) AS x CREATE (:C:D {i: x, l: [x, x + 1]})",
    "UNWIND range(1, 2000) AS x MERGE (m:A {i: x % 250}) ON CREATE SET m.new = true "
      + "ON MATCH SET m.met = x",
    "MATCH (a:A), (b:A) WHERE a.i < 40 AND b.i < 40 MERGE (a)-[r:T]-(b) SET r.w = a.i",
    "MATCH (a:A) UNWIND range(1, 50) AS x SET a.t = 'x' + x, a.n = x SET a += {i: null, z: [x]}",
    "MATCH (a:A) SET a:B:C REMOVE a:A, a.t WITH a MATCH (a)-[r]->() SET r = {v: 1}",
    "MATCH (a:A)-[r:U]->() DELETE r WITH a SET a.gone = true",
    "MATCH (a:A) DETACH DELETE a WITH count(*) AS n UNWIND range(1, 5000) AS x CREATE (:A {i: x})",
    "MATCH (a:A) WHERE a.i > 100 DETACH DELETE a",
  ]

  private static func graph(isCompacted: Bool) throws -> GraphView {
    let graph = try Run.graph(script[0], script[1])
    if isCompacted { try graph.compact() }
    return graph
  }

  private static func run(_ query: String, on graph: GraphView, _ flag: CancellationFlag) -> String
  {
    do throws(Diagnostic) {
      _ = try Run.engine(graph).run(
        SourceText(name: "query", text: query),
        options: QueryEngine.Options(limits: QueryLimits(seconds: nil), cancellation: flag))
      return "done"
    } catch {
      return error.code
    }
  }

  /// The whole graph as text.
  private static func listing(_ graph: GraphView) throws -> [String] {
    try Run.rows("MATCH (n) RETURN id(n), labels(n), properties(n) ORDER BY id(n)", on: graph)
      + Run.rows(
        "MATCH (a)-[r]->(b) RETURN id(r), type(r), id(a), id(b), properties(r) ORDER BY id(r)",
        on: graph)
      + Run.rows("MATCH (n:B) RETURN count(*)", on: graph)
  }

  @Test("the graph is what it was", arguments: [false, true])
  func unchanged(isCompacted: Bool) throws {
    var dice = Dice(state: isCompacted ? 5 : 3)
    let graph = try Self.graph(isCompacted: isCompacted)
    let before = try Self.listing(graph)
    var looks: [String: Int] = [:]
    for number in 0..<Self.cases / 2 {
      let query = Self.statements[number % Self.statements.count]
      if looks[query] == nil {
        let flag = CancellationFlag()
        #expect(Self.run(query, on: try Self.graph(isCompacted: isCompacted), flag) == "done")
        looks[query] = flag.looks
      }
      let moment = 1 + dice.roll(looks[query] ?? 1)
      let code = Self.run(query, on: graph, CancellationFlag(raisedAtLook: moment))
      #expect(code == "Cancelled", "\(query) at look \(moment) of \(looks[query] ?? 0)")
      try #require(try Self.listing(graph) == before, "\(query) at look \(moment)")
    }
  }
}
