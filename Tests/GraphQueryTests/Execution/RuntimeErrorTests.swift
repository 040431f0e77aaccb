import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// What goes wrong while rows flow: codes, places, and that batch size never shows.
@Suite("Runtime errors")
struct RuntimeErrorTests {
  static let parameters: PropertyMap = [
    "negative": -1, "float": 1.5, "ones": [1], "texts": ["a"],
  ]

  static let errors: [(query: String, code: String)] = [
    ("UNWIND [1, 0] AS x RETURN 1 / x", "DivisionByZero"),
    ("UNWIND [1, 0] AS x RETURN 1 % x", "DivisionByZero"),
    ("UNWIND [9223372036854775807] AS x RETURN x + 1", "IntegerOverflow"),
    ("UNWIND [9223372036854775807, 1] AS x RETURN x * 2", "IntegerOverflow"),
    ("UNWIND [-9223372036854775808] AS x RETURN -x", "IntegerOverflow"),
    ("UNWIND [-9223372036854775808] AS x RETURN x / -1", "IntegerOverflow"),
    ("UNWIND [1, 'a'] AS x RETURN x - 1", "InvalidArgumentType"),
    ("UNWIND [true, 1] AS x RETURN NOT x", "InvalidArgumentType"),
    ("UNWIND [true, 1] AS x RETURN x AND true", "InvalidArgumentType"),
    ("UNWIND $ones AS x WITH x WHERE x RETURN x", "InvalidArgumentType"),
    ("UNWIND [1, [1]] AS x RETURN 1 IN x", "InvalidArgumentType"),
    ("UNWIND [[1], 2] AS x RETURN x[0]", "InvalidArgumentType"),
    ("UNWIND $texts AS i RETURN [1, 2][i]", "ListElementAccessByNonInteger"),
    ("UNWIND $ones AS i RETURN {a: 1}[i]", "MapElementAccessByNonString"),
    ("UNWIND $ones AS x RETURN x['a']", "InvalidElementAccess"),
    ("UNWIND $ones AS x RETURN x.a", "InvalidArgumentType"),
    ("UNWIND $ones AS x RETURN [y IN x | y]", "InvalidArgumentType"),
    ("UNWIND $ones AS x RETURN x {.a}", "InvalidArgumentType"),
    ("UNWIND $ones AS x RETURN x[0..1]", "InvalidArgumentType"),
    ("RETURN 1 AS x LIMIT $negative", "NegativeIntegerArgument"),
    ("RETURN 1 AS x SKIP $float", "InvalidArgumentType"),
    ("UNWIND $ones AS n MATCH (m) WHERE m = n CREATE (m)-[:T]->({x: {a: n}})", "none"),
    ("UNWIND $ones AS n MATCH (n)-->() RETURN n", "InvalidArgumentType"),
    ("CREATE (n {x: [{a: 1}]})", "InvalidPropertyType"),
    ("MATCH (n) SET n.x = {a: 1}", "InvalidPropertyType"),
    ("MATCH (n) DELETE n RETURN n.x", "DeletedEntityAccess"),
    ("MATCH (n) DELETE n RETURN n.neverSet", "DeletedEntityAccess"),
    ("MATCH (n) DELETE n SET n.x = 1", "DeletedEntityAccess"),
    ("MATCH (n) DELETE n RETURN n {.*}", "DeletedEntityAccess"),
    ("OPTIONAL MATCH (n:Absent) CREATE (n)-[:T]->()", "InvalidArgumentValue"),
    ("MERGE (n {x: null})", "MergeReadOwnWrites"),
    ("UNWIND $ones AS x WITH [x] AS l DELETE l[0]", "InvalidArgumentType"),
    ("MATCH (n) WITH [n] AS l UNWIND l AS x SET x.y = 1, x.z = [x]", "InvalidPropertyType"),
  ]

  @Test("codes", arguments: errors)
  func code(_ query: String, _ code: String) throws {
    for batchSize in Run.batchSizes {
      let graph = try Run.graph("CREATE ({x: 1})")
      let error = Run.error(
        query, on: graph, parameters: Self.parameters, batchSize: batchSize)
      #expect(error?.code ?? "none" == code)
      if let error { #expect(error.phase == .runtime) }
    }
  }

  @Test("a message shows the place")
  func rendering() {
    let error = Run.error("UNWIND [2, 0] AS x\nRETURN 10 / x AS y")
    #expect(
      error.map { DiagnosticRenderer().render($0) } == """
        error[DivisionByZero]: 10 / 0 has no result
          --> query:2:8
           |
         2 | RETURN 10 / x AS y
           |        ^^^^^^
          help: guard it: `CASE WHEN b <> 0 THEN a / b END`
        """)
    let type = Run.error("UNWIND [{a: 1}, 5] AS x RETURN x.a")
    #expect(
      type.map { DiagnosticRenderer().render($0) } == """
        error[InvalidArgumentType]: an INTEGER has no properties, so `.a` cannot be read
          --> query:1:32
           |
         1 | UNWIND [{a: 1}, 5] AS x RETURN x.a
           |                                ^^^
          help: nodes, relationships, maps and temporal values have properties
        """)
  }

  /// Row 4 fails. A LIMIT before it never sees the failure, whatever the batch size.
  @Test("rows before the failing one are given", arguments: Run.batchSizes)
  func rowsBefore(batchSize: Int) throws {
    for clause in [
      "WITH 10 / (4 - x) AS y, x", "WITH x WHERE 10 / (4 - x) < 100",
      "UNWIND [10 / (4 - x)] AS y WITH x", "OPTIONAL MATCH (n {p: 10 / (4 - x)}) WITH x",
      "CALL { WITH x WITH 10 / (4 - x) AS y RETURN y } WITH x",
      "WITH x WHERE EXISTS { WITH x AS z WHERE 10 / (4 - z) < 100 RETURN z }",
      "WITH x, [i IN [x] | 10 / (4 - i)] AS l",
    ] {
      let graph = try Run.graph("CREATE ({p: 1}), ({p: 2})")
      let query = "UNWIND range(1, 9) AS x \(clause)"
      let rows = try Run.rows("\(query) RETURN x LIMIT 3", on: graph, batchSize: batchSize)
      #expect(rows == ["1", "2", "3"], "\(clause)")
      let error = Run.error("\(query) RETURN x LIMIT 4", on: graph, batchSize: batchSize)
      #expect(error?.code == "DivisionByZero", "\(clause)")
    }
  }

  @Test("an error in a row that nobody reaches does not surface")
  func unreached() throws {
    for batchSize in Run.batchSizes {
      #expect(
        try Run.rows(
          "UNWIND [0, 1, 2] AS x RETURN CASE WHEN x > 0 THEN 2 / x ELSE 0 END",
          batchSize: batchSize) == ["0", "2", "1"])
      #expect(
        try Run.rows(
          "UNWIND [0, 1, 2] AS x WITH x WHERE x > 0 AND 2 / x = 1 RETURN x",
          batchSize: batchSize) == ["2"])
      #expect(
        try Run.rows(
          "UNWIND [[1, 0], [2, 1]] AS l RETURN any(x IN l WHERE 1 / x = 1)",
          batchSize: batchSize) == ["true", "true"])
    }
  }

  @Test("a failing statement leaves the graph as it was")
  func rollback() throws {
    let graph = try Run.graph("CREATE (:A {x: 1})-[:T]->(:B)")
    for query in [
      "MATCH (a:A) SET a.x = 2, a:C WITH a RETURN 1 / (a.x - 2)",
      "CREATE (:New) WITH 1 AS x RETURN 1 / (x - 1)",
      "MATCH (a:A) DELETE a", "MATCH (a:A) DETACH DELETE a WITH 1 AS x RETURN 1 / (x - 1)",
      "MERGE (n:M {k: 1}) WITH n RETURN 1 / (n.k - 1)",
    ] {
      #expect(Run.error(query, on: graph) != nil, "\(query)")
      #expect(
        try Run.rows("MATCH (a)-[r]->(b) RETURN labels(a), a.x, labels(b)", on: graph)
          == ["[\"A\"] 1 [\"B\"]"], "\(query)")
      #expect(try Run.rows("MATCH (n) RETURN count(*)", on: graph) == ["2"], "\(query)")
    }
    #expect(Run.error("MATCH (a:A) DELETE a", on: graph)?.code == "DeleteConnectedNode")
  }
}
