import PropertyGraph
import Testing

/// The pairs of mechanism and outcome that the authors weigh in section 7.3: what the test says,
/// and that it says the same each time. A changed word here is a changed finding: say why.
@Suite("Configurations of section 7.3")
struct VerdictTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    var configuration: Text
    var verdict: String
    var authors: String
    var testDescription: String { configuration.string }
  }

  static let expected = [
    Expected(
      configuration: "t3-equal-partners", verdict: "challenged: does not work as claimed",
      authors: "mixed"),
    Expected(configuration: "t3-pooled-budgets", verdict: "contested", authors: "challenged"),
    Expected(configuration: "t3-subsidiarity", verdict: "contested", authors: "not-enacted"),
    Expected(
      configuration: "t4-collaborative-delivery", verdict: "thin, against", authors: "unclear"),
    Expected(configuration: "t5-accountability", verdict: "contested", authors: "challenged"),
    Expected(
      configuration: "t5-cqc-assessment", verdict: "challenged: not enacted",
      authors: "not-enacted"),
  ]

  @Test("these are all that the authors pair")
  func all() throws {
    let rows = try RealStudy.rows(
      """
      MATCH (t:Theory {status: 'initial'})-[:HAS_CONFIGURATION]->(c:Configuration)
      WHERE c.paired_by = 'authors' RETURN DISTINCT c.id ORDER BY c.id
      """)
    #expect(rows.map { $0[0].asText } == Self.expected.map(\.configuration.string))
  }

  /// What the report by itself makes of the pairs that the other four documents change.
  static let expectedOfReport = [
    Expected(configuration: "t3-equal-partners", verdict: "thin, against", authors: "mixed"),
    Expected(
      configuration: "t3-pooled-budgets", verdict: "challenged: does not work as claimed",
      authors: "challenged"),
  ]

  @Test("what the other documents changed", arguments: expectedOfReport)
  func reportAlone(_ item: Expected) throws {
    let rows = try RealStudy.rows(
      "TEST CONFIGURATION $id ONLY DOCUMENT pir-2025 YIELD verdict RETURN verdict",
      parameters: ["id": .text(item.configuration)])
    #expect(rows.map { $0[0].asText } == [item.verdict])
  }

  @Test("the authors' reading and the computed verdict", arguments: expected)
  func verdict(_ item: Expected) throws {
    let readings = try RealStudy.rows(
      """
      MATCH (r:Reading)-[:READS]->(c:Configuration {id: $id})
      RETURN r.verdict, r.as_printed, r.layer ORDER BY r.id
      """, parameters: ["id": .text(item.configuration)])
    #expect(readings.map { $0[0].asText } == [item.authors])
    #expect(readings.allSatisfy { $0[1].asText?.isEmpty == false && $0[2].asText == "author" })
    let verdicts = try RealStudy.rows(
      "TEST CONFIGURATION $id YIELD configuration, verdict",
      parameters: ["id": .text(item.configuration)])
    #expect(verdicts.map { $0[0].asText } == [item.configuration.string])
    #expect(verdicts.map { $0[1].asText } == [item.verdict])
  }

  @Test("the reasoning says so, and names the reading", arguments: expected)
  func reasoning(_ item: Expected) throws {
    let text = try Self.reasoning(item.configuration)
    #expect(text.contains("VERDICT: \(item.verdict)"), "\(text.prefix(400))")
    #expect(text.contains(item.authors))
  }

  @Test("the reasoning is the same text each time")
  func sameReasoning() throws {
    #expect(try Self.reasoning("t5-cqc-assessment") == Self.reasoning("t5-cqc-assessment"))
  }

  private static func reasoning(_ configuration: Text) throws -> String {
    try RealStudy.rows(
      "EXPLAIN TEST CONFIGURATION $id", parameters: ["id": .text(configuration)]
    ).compactMap { $0[0].asText }.joined(separator: "\n")
  }
}
