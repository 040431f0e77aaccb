import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// What a clause sees of the statement's own changes: earlier clauses in full, itself nothing, MERGE
/// alone its own earlier rows. The same whichever rules leave barriers out.
@Suite("What a clause sees")
struct VisibilityTests {
  static let examples = [
    // It would never end if it saw what it makes.
    Example(
      "MATCH (n) CREATE (m:X) RETURN count(m)", ["2"], on: "CREATE (:A {v: 1}), (:A {v: 2})"),
    Example(
      "MATCH (n:A) SET n:B WITH n MATCH (m:B) RETURN n.v, m.v",
      ["1 1", "1 2", "2 1", "2 2"], on: "CREATE (:A {v: 1}), (:A {v: 2})"),
    Example(
      "UNWIND range(1, 10000) AS x MERGE (m:K {key: 7}) ON CREATE SET m.by = x "
        + "ON MATCH SET m.last = x RETURN count(DISTINCT m), m.by, max(m.last), count(*)",
      ["1 1 10000 10000"]),
    Example(
      "MATCH (n:A) SET n.a = n.b, n.b = n.a RETURN n.a, n.b", ["2 1", "4 3"],
      on: "CREATE (:A {a: 1, b: 2}), (:A {a: 3, b: 4})"),
    Example(
      "MATCH (n:A) DELETE n WITH count(*) AS gone MATCH (m) RETURN gone, count(m)", ["2 1"],
      on: "CREATE (:A), (:A), (:B)"),
    Example(
      "MATCH (a:A)-[r]->(b) DELETE r WITH a, b OPTIONAL MATCH (a)-[s]->(b) RETURN s", ["null"],
      on: "CREATE (:A)-[:T]->(:B)"),
  ]

  private static let rules = [
    PlanningRules.all, PlanningRules.all.subtracting(.provenBarriers), [],
  ]

  @Test("the same with each rule on and off", arguments: examples)
  func visible(_ example: Example) throws {
    for rules in Self.rules {
      for batchSize in Run.batchSizes {
        let graph = try Run.graph(example.script)
        let engine = Run.engine(graph)
        engine.rules = rules
        let result = try engine.run(example.query, batchSize: batchSize)
        let rows = result.rows.map { row in
          row.map { JSONWriter.text($0, graph: graph).string }.joined(separator: " ")
        }
        #expect(rows.sorted() == example.rows.sorted(), "batch size \(batchSize), \(rules)")
      }
    }
  }

  @Test("what was deleted cannot be read")
  func deleted() throws {
    for rules in Self.rules {
      let graph = try Run.graph("CREATE (:A {v: 1})")
      let engine = Run.engine(graph)
      engine.rules = rules
      let error = #expect(throws: Diagnostic.self) {
        try engine.run("MATCH (n:A) DELETE n RETURN n.v")
      }
      #expect(error?.code == "DeletedEntityAccess")
      #expect(try Run.rows("MATCH (n:A) RETURN n.v", on: graph) == ["1"])
    }
  }
}
