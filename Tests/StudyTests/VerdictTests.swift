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
      configuration: "t3-equal-partners", verdict: "thin, against", authors: "mixed"),
    Expected(
      configuration: "t3-pooled-budgets", verdict: "challenged: does not work as claimed",
      authors: "challenged"),
    Expected(
      configuration: "t3-subsidiarity", verdict: "challenged: not enacted", authors: "not-enacted"),
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
      "MATCH (c:Configuration {paired_by: 'authors'}) RETURN c.id ORDER BY c.id")
    #expect(rows.map { $0[0].asText } == Self.expected.map(\.configuration.string))
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

  @Test("the reasoning is the same text each time, and names the reading", arguments: expected)
  func reasoning(_ item: Expected) throws {
    let explain = { () throws -> [String] in
      try RealStudy.rows(
        "EXPLAIN TEST CONFIGURATION $id", parameters: ["id": .text(item.configuration)]
      ).compactMap { $0[0].asText }
    }
    let first = try explain()
    #expect(first == (try explain()))
    let text = first.joined(separator: "\n")
    #expect(text.contains("VERDICT: \(item.verdict)"), "\(text.prefix(400))")
    #expect(text.contains(item.authors))
  }
}
