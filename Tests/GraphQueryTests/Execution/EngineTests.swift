import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// The engine around a run: plans, modes, streams, history.
@Suite("Query engine")
struct EngineTests {
  @Test("EXPLAIN shows the plan and runs nothing")
  func explain() throws {
    let graph = GraphView()
    let result = try Run.engine(graph).run("EXPLAIN CREATE (n:A) RETURN n")
    #expect(result.columns == ["plan"])
    #expect(result.plan?.isEmpty == false)
    #expect(try Run.rows("MATCH (n) RETURN count(*)", on: graph) == ["0"])
  }

  @Test("PROFILE gives the result and the rows of each operator")
  func profile() throws {
    let graph = try Run.graph("UNWIND range(1, 10) AS i CREATE (:A {i: i})-[:T]->(:B)")
    let engine = Run.engine(graph)
    let result = try engine.run("PROFILE MATCH (a:A) WHERE a.i > 7 RETURN a.i")
    #expect(result.rows.count == 3)
    let plan = try #require(result.plan)
    #expect(plan.contains(" 10 ") && plan.contains(" 3 "), "\(plan)")
  }

  @Test("a plan is made anew when counts move tenfold")
  func replan() throws {
    let graph = GraphView()
    let engine = Run.engine(graph)
    let query = SourceText(name: "query", text: "MATCH (a:A)-[:T]->(b:B) RETURN count(*)")
    let first = try engine.plan(query).root
    #expect(try engine.plan(query).root === first)
    _ = try engine.run("UNWIND range(1, 20) AS i CREATE (:A)")
    #expect(try engine.plan(query).root === first)
    _ = try engine.run("UNWIND range(1, 2000) AS i CREATE (:A)")
    #expect(try engine.plan(query).root !== first)
  }

  @Test("a new catalogue version drops the plans")
  func catalogueVersion() throws {
    let engine = Run.engine()
    let query = SourceText(name: "query", text: "RETURN 1")
    let first = try engine.plan(query).root
    engine.catalogue.version += 1
    #expect(try engine.plan(query).root !== first)
  }

  @Test("the least recently used plan is forgotten")
  func eviction() throws {
    let engine = QueryEngine(
      graph: GraphView(), catalogue: Catalogue(functions: .standard), cachedPlans: 2)
    let queries = (1...3).map { SourceText(name: "query", text: "RETURN \($0)") }
    let first = try engine.plan(queries[0]).root
    let second = try engine.plan(queries[1]).root
    #expect(try engine.plan(queries[0]).root === first)
    _ = try engine.plan(queries[2])
    #expect(try engine.plan(queries[0]).root === first)
    #expect(try engine.plan(queries[1]).root !== second)
  }

  @Test("rows can be streamed")
  func stream() throws {
    var names: [Text] = []
    var count = 0
    let source = SourceText(name: "query", text: "UNWIND range(1, 5000) AS x RETURN x")
    let summary = try Run.engine().stream(source) { (columns) throws(Diagnostic) in
      names = columns
    } rows: { (rows, _, _) throws(Diagnostic) in
      count += rows.count
    }
    #expect(names == ["x"])
    #expect(count == 5_000)
    #expect(summary.rows.isEmpty)
    let empty = SourceText(name: "query", text: "UNWIND [] AS y RETURN y")
    _ = try Run.engine().stream(empty) { (columns) throws(Diagnostic) in
      names = columns
    } rows: { (_, _, _) throws(Diagnostic) in
    }
    #expect(names == ["y"])
  }

  @Test("AT REVISION needs a history, and reads only")
  func revision() throws {
    let graph = try Run.graph("CREATE (:A)")
    let engine = Run.engine(graph)
    #expect(Run.error("AT REVISION 1 MATCH (n) RETURN n", on: graph)?.code == "NoHistory")
    var asked: Int64?
    engine.openRevision = { (revision) throws(Diagnostic) in
      asked = revision
      return GraphView()
    }
    let result = try engine.run("AT REVISION 3 MATCH (n) RETURN count(*)")
    #expect(asked == 3)
    #expect(result.rows.first?.first?.equals(0) == true)
    #expect(throws: Diagnostic.self) { try engine.run("AT REVISION 3 CREATE (n)") }
  }
}
