import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Clauses that change the graph: what they do, what they see, what they count.
@Suite("Updating clauses")
struct UpdatingClauseTests {
  /// A script, a statement, and what the graph answers to a question afterwards.
  struct Change: CustomTestStringConvertible, Sendable {
    var script: String
    var statement: String
    var question: String
    var rows: [String]
    var testDescription: String { statement }
  }

  static let changes = [
    Change(
      script: "CREATE (:N {x: 1}), (:N {x: 2})",
      statement: "MATCH (n:N) CREATE (:N {x: n.x + 10})",
      question: "MATCH (n:N) RETURN n.x ORDER BY n.x", rows: ["1", "2", "11", "12"]),
    Change(
      script: "CREATE ({x: 1, y: 2})", statement: "MATCH (n) SET n.x = n.y, n.y = n.x",
      question: "MATCH (n) RETURN n.x, n.y", rows: ["2 1"]),
    Change(
      script: "CREATE (:A), (:A)",
      statement: "MATCH (n:A) SET n:B WITH n MATCH (m:B) SET m.seen = 1",
      question: "MATCH (m:B) RETURN m.seen", rows: ["1", "1"]),
    Change(
      script: "", statement: "UNWIND [1, 2, 1, 2, 1] AS k MERGE (:K {k: k})",
      question: "MATCH (n:K) RETURN n.k ORDER BY n.k", rows: ["1", "2"]),
    Change(
      script: "",
      statement: """
        UNWIND [1, 1, 1] AS k MERGE (n:K {k: k}) ON CREATE SET n.c = 1 ON MATCH SET n.c = n.c + 1
        """, question: "MATCH (n:K) RETURN n.c", rows: ["3"]),
    Change(
      script: "CREATE (:A {k: 1}), (:B {k: 1})",
      statement: "MATCH (a:A), (b:B) MERGE (a)-[r:T]->(b) MERGE (a)-[s:T]->(b)",
      question: "MATCH ()-[r:T]->() RETURN count(r)", rows: ["1"]),
    Change(
      script: "CREATE (:A {x: 1, y: 2})", statement: "MATCH (a:A) SET a += {y: null, z: 3}",
      question: "MATCH (a) RETURN properties(a)", rows: ["{\"x\":1,\"z\":3}"]),
    Change(
      script: "CREATE (:A {x: 1}), (:B {y: 2})", statement: "MATCH (a:A), (b:B) SET a = b",
      question: "MATCH (a:A) RETURN properties(a)", rows: ["{\"y\":2}"]),
    Change(
      script: "CREATE (:A:B {x: 1})", statement: "MATCH (a) REMOVE a:B, a.x, a.absent",
      question: "MATCH (a) RETURN labels(a), keys(a)", rows: ["[\"A\"] []"]),
    Change(
      script: "CREATE (:A)-[:T]->(:B)", statement: "MATCH (a:A)-[r]->(b) DELETE b, r",
      question: "MATCH (n) RETURN labels(n)", rows: ["[\"A\"]"]),
    Change(
      script: "CREATE (a:A)-[:T]->(:B), (a)-[:T]->(a)", statement: "MATCH (a:A) DETACH DELETE a",
      question: "MATCH (n) OPTIONAL MATCH (n)-[r]-() RETURN labels(n), r", rows: ["[\"B\"] null"]),
    Change(
      script: "CREATE (:A)-[:T]->(:B)-[:T]->(:C)", statement: "MATCH p = (:A)-->()-->() DELETE p",
      question: "MATCH (n) RETURN n", rows: []),
    Change(
      script: "", statement: "CREATE (a {x: 1})-[:T {y: 2}]->(b {x: a.x})",
      question: "MATCH (a)-[r]->(b) RETURN a.x, r.y, b.x", rows: ["1 2 1"]),
    Change(
      script: "CREATE (:N), (:N), (:N)",
      statement: "MATCH (n:N) CREATE (n)-[:T]->(:M) RETURN n LIMIT 0",
      question: "MATCH ()-[r:T]->(:M) RETURN count(r)", rows: ["3"]),
    Change(
      script: "CREATE (:N {x: 1}), (:N {x: 2})",
      statement: "MATCH (n:N) CALL { WITH n CREATE (m:M {x: n.x}) RETURN m } RETURN m.x",
      question: "MATCH (m:M) RETURN m.x ORDER BY m.x", rows: ["1", "2"]),
  ]

  @Test("effects", arguments: changes)
  func effect(_ change: Change) throws {
    for batchSize in Run.batchSizes {
      let graph = try Run.graph(change.script)
      _ = try Run.rows(change.statement, on: graph, batchSize: batchSize)
      let rows = try Run.rows(change.question, on: graph)
      #expect(rows == change.rows, "batch size \(batchSize)")
    }
  }

  @Test("a clause does not see its own changes; MERGE does")
  func visibility() throws {
    for batchSize in Run.batchSizes {
      let graph = try Run.graph("UNWIND range(1, 5) AS i CREATE (:N {i: i})")
      _ = try Run.rows(
        "MATCH (n:N) CREATE (:N {i: COUNT { (:N) }})", on: graph, batchSize: batchSize)
      #expect(
        try Run.rows("MATCH (n:N) RETURN n.i, count(*) ORDER BY n.i", on: graph)
          == ["1 1", "2 1", "3 1", "4 1", "5 6"])
    }
  }

  @Test("side effects are counted net")
  func statistics() throws {
    let graph = try Run.graph("CREATE (:Old {x: 1})-[:T]->(:Old)")
    func count(_ query: String) throws -> UpdateStatistics {
      try Run.engine(graph).run(query).statistics
    }
    var expected = UpdateStatistics()
    #expect(try count("MATCH (n) CREATE (m:New) DELETE m") == expected)
    #expect(try count("MATCH (n) SET n.x = n.x, n:Old REMOVE n.absent") == expected)
    expected.nodesCreated = 2
    expected.relationshipsCreated = 1
    expected.propertiesSet = 2
    expected.labelsAdded = 1
    #expect(try count("CREATE (:New {x: 1})-[:R]->(:Old {y: 1})") == expected)
    expected = UpdateStatistics()
    expected.labelsRemoved = 1
    #expect(try count("MATCH (n:New) REMOVE n:New") == expected)
    expected = UpdateStatistics()
    expected.nodesDeleted = 4
    expected.relationshipsDeleted = 2
    expected.labelsRemoved = 1
    #expect(try count("MATCH (n) DETACH DELETE n") == expected)
  }

  @Test("what a statement deleted can be read while its result is handed over")
  func deletedResult() throws {
    let graph = try Run.graph("CREATE (:A {x: 1})-[:T {y: 2}]->(:B)")
    #expect(
      try Run.rows("MATCH (a:A)-[r]->() DETACH DELETE a RETURN a, r", on: graph) == [
        """
        {"$node":{"id":0,"labels":["A"],"properties":{"x":1}}} \
        {"$relationship":{"id":0,"type":"T","start":0,"end":1,"properties":{"y":2}}}
        """
      ])
    #expect(try Run.rows("MATCH (n) RETURN labels(n)", on: graph) == ["[\"B\"]"])
  }

  @Test("if the reader of the result fails, nothing is changed")
  func failingReader() throws {
    let graph = GraphView()
    let source = SourceText(name: "query", text: "CREATE (n:A) RETURN n")
    let refusal = Diagnostic(phase: .runtime, code: "Refused", "no")
    #expect(throws: Diagnostic.self) {
      try Run.engine(graph).run(source) { (_, _) throws(Diagnostic) in throw refusal }
    }
    #expect(try Run.rows("MATCH (n) RETURN count(*)", on: graph) == ["0"])
  }
}
