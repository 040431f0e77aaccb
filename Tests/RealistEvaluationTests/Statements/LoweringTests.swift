import Glibc
import GraphQuery
import PropertyGraph
import Testing

@testable import RealistEvaluation

/// Every statement lowers to a number of queries that does not depend on the size of the study.
@Suite("Lowering of the realist statements")
struct LoweringTests {
  static let statements = [
    "TEST ALL", "TEST THEORY t", "TEST CONFIGURATION c",
    "TEST MATCH (k:Configuration)-[:HAS_OUTCOME]->(o)",
    "CONTRAST MECHANISM m", "CONTRAST MECHANISM m ACROSS CONTEXT x", "TRACE FROM x TO o",
    "GAPS", "GAPS IN THEORY t", "GAPS WITHOUT VOICE a BY METHOD",
  ]

  /// A study with so many configurations, contexts, mechanisms, outcomes, people and items.
  static func graph(_ size: Int) throws -> EvidenceGraph {
    var study = CaseStudy()
    study.at("leeds", ["x": true, "m": true])
    study.study.add("i0", by: ["a"], .supports, ["m -> o"], .strong)
    var ripples: [(outcome: Text, becomes: Text)] = []
    for number in 1...size {
      var configuration = RecordedEvidence.Configuration(id: Text("c\(number)"))
      configuration.theories = ["t"]
      configuration.contexts = [
        RecordedEvidence.ContextSlot(
          context: Text("x\(number)"), role: .localCondition, effect: "enables")
      ]
      configuration.mechanisms = [Text("m\(number)")]
      configuration.outcomes = [Text("o\(number)")]
      study.study.evidence.configurations.append(configuration)
      study.study.add(
        Text("e\(number)"), by: [Text("p\(number % 50)")], .supports, [Text("m\(number)")],
        target: configuration.id)
      ripples.append((outcome: Text("o\(number)"), becomes: Text("x\(number + 1)")))
    }
    return try EvidenceGraph(study.study.evidence, ripples: ripples)
  }

  /// What PROFILE shows: `34 queries`.
  static func queries(_ statement: String, in graph: EvidenceGraph) throws -> String {
    let plan = try #require(try graph.run("PROFILE \(statement)").plan)
    let line = try #require(plan.split(separator: "\n").first { $0.hasPrefix("Extension (") })
    return String(line.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" })
  }

  /// How large the large study is; `make proof` takes 10,000.
  static let size = getenv("LOWERING_CONFIGURATIONS").flatMap { Int(String(cString: $0)) } ?? 200

  @Test("PROFILE shows as many queries for 10 configurations as for many")
  func fixed() throws {
    let small = try Self.graph(10)
    let large = try Self.graph(Self.size)
    for statement in Self.statements {
      let queries = try Self.queries(statement, in: small)
      #expect(queries.hasSuffix(" queries"))
      #expect(try Self.queries(statement, in: large) == queries, "\(statement)")
    }
  }

  @Test("a statement runs once, however many rows come in")
  func once() throws {
    let graph = try Self.graph(2)
    let alone = try Self.queries("TEST ALL", in: graph)
    let plan = try #require(
      try graph.run(
        "PROFILE UNWIND range(1, 5000) AS n TEST ALL YIELD verdict RETURN count(*) AS rows"
      ).plan)
    #expect(plan.contains("Extension (\(alone))"))
    #expect(
      try graph.run("UNWIND range(1, 5000) AS n TEST ALL YIELD verdict RETURN count(*) AS rows")
        .rows.first?.first.map { "\($0)" } == "\(Value.integer(15_000))")
  }
}
