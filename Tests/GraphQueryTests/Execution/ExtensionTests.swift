import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// `NAMES kind`: the names of nodes, found by an ordinary query.
private struct NamesStatement: StatementExtension {
  let keyword: Text = "NAMES"
  let optionNames: [Text] = []

  struct Bound: BoundExtension {
    let query: String
    let columns = [
      ExtensionColumn(name: "name", meaning: "the name"),
      ExtensionColumn(name: "length", meaning: "how long it is", isShownByDefault: false),
    ]

    func rows(
      parameters: PropertyMap, watch: StatementWatch,
      run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
    ) throws -> [[Value]] { try run(query, parameters).rows }
  }

  func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    let (content, span) = try cursor.parseReference()
    return [Clause.ExtensionArgument(name: "kind", content: content, span: span)]
  }

  func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    guard case .reference(let kind)? = arguments.first?.content else { return Bound(query: "") }
    switch kind.string {
    case "changing": return Bound(query: "MATCH (n) SET n.seen = true RETURN 'x' AS a, 1 AS b")
    case "endless": return Bound(query: "UNWIND range(1, 1000000) AS x MATCH (a), (b) RETURN a")
    default:
      return Bound(
        query: "MATCH (n:`\(kind)`) RETURN n.name AS a, size(n.name) AS b ORDER BY a")
    }
  }
}

/// A statement added from outside, in every place where a clause can stand.
@Suite("Extension statements")
struct ExtensionTests {
  private static let script =
    "CREATE (:P {name: 'Ada'}), (:P {name: 'Grace'}), (:Q {name: 'Alan'})"

  private static func engine() throws -> QueryEngine {
    QueryEngine(
      graph: try Run.graph(script),
      catalogue: Catalogue(functions: .standard, procedures: Procedure.standard),
      extensions: [NamesStatement()])
  }

  @Test(arguments: [
    ("NAMES P", ["Ada", "Grace"]),
    ("NAMES P YIELD *", ["Ada 3", "Grace 5"]),
    ("NAMES P YIELD length", ["3", "5"]),
    ("NAMES P YIELD name WHERE name STARTS WITH 'G'", ["Grace"]),
    ("NAMES P YIELD name, length AS n RETURN sum(n) AS total", ["8"]),
    (
      "NAMES P YIELD name RETURN name UNION NAMES Q YIELD name RETURN name",
      ["Ada", "Grace", "Alan"]
    ),
    ("NAMES P YIELD name RETURN name UNION ALL RETURN 'x' AS name", ["Ada", "Grace", "x"]),
    ("WITH 'A' AS first NAMES P YIELD name WHERE name STARTS WITH first RETURN name", ["Ada"]),
    (
      "UNWIND [1, 2] AS x NAMES Q YIELD name RETURN x, name", ["1 Alan", "2 Alan"]
    ),
    ("MATCH (q:Q) NAMES P YIELD name RETURN q.name + name AS both", ["AlanAda", "AlanGrace"]),
    (
      "NAMES P YIELD name MATCH (n {name: name}) RETURN labels(n)[0] + name AS x ORDER BY x",
      ["PAda", "PGrace"]
    ),
    (
      "CALL { NAMES Q YIELD name RETURN name } WITH name NAMES P YIELD length RETURN name, length",
      ["Alan 3", "Alan 5"]
    ),
    ("PROFILE NAMES P", ["Ada", "Grace"]),
    ("EXPLAIN NAMES P", ["Ada", "Grace"]),
  ])
  func stands(_ query: String, _ rows: [String]) throws {
    for batchSize in Run.batchSizes {
      let result = try Self.engine().run(query, batchSize: batchSize)
      let found = result.rows.map { row in
        row.map { value in
          if case .text(let text) = value { return text.string }
          return JSONWriter.text(value, graph: GraphView()).string
        }.joined(separator: " ")
      }
      #expect(found == rows, "batch size \(batchSize)")
    }
  }

  @Test func profileMeasuresIt() throws {
    let plan = try #require(try Self.engine().run("PROFILE NAMES P YIELD name RETURN name").plan)
    #expect(plan.contains("Extension"))
    #expect(plan.contains("YIELD name"))
  }

  @Test func itOnlyReads() throws {
    let engine = try Self.engine()
    let error = #expect(throws: Diagnostic.self) { try engine.run("NAMES changing") }
    #expect(error?.code == "ReadOnly")
    #expect(
      error?.message == "a statement that only reads cannot run one that changes the graph")
    #expect(try engine.run("MATCH (n) WHERE n.seen RETURN n").rows.isEmpty)
  }

  @Test func itStopsWithItsStatement() throws {
    let engine = try Self.engine()
    let flag = CancellationFlag()
    flag.cancel()
    let error = #expect(throws: Diagnostic.self) {
      try engine.run(
        SourceText(name: "query", text: "NAMES endless"),
        options: QueryEngine.Options(cancellation: flag))
    }
    #expect(error?.code == "Cancelled")
    let limit = #expect(throws: Diagnostic.self) {
      try engine.run("NAMES endless", limits: QueryLimits(seconds: 0.05))
    }
    #expect(limit?.code == "TimeLimit")
  }

  @Test func asANameItIsFree() throws {
    let engine = try Self.engine()
    for query in [
      "WITH 1 AS names RETURN names", "MATCH (names:NAMES) RETURN names",
      "RETURN {names: 1}.names AS NAMES", "UNWIND [1] AS names RETURN [NAMES IN [names] | NAMES]",
    ] {
      _ = try engine.run(query)
    }
  }
}
