import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 10: an analyst may overrule a verdict; the computed one stays beside it.
@Suite struct OverruleTests {
  func study() -> EvidenceBuilder {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .challenges, ["m"], .strong)
    study.evidence.overrules = [
      RecordedEvidence.Overrule(
        id: "old", configuration: "c", verdict: "contested", reason: "first thoughts",
        judgedBy: "A. Smith", date: "2024"),
      RecordedEvidence.Overrule(
        id: "new", configuration: "c", verdict: "thin, against", reason: "one account is thin",
        judgedBy: "B. Jones", date: "2025-03"),
    ]
    return study
  }

  @Test func theLatestStandsBesideTheComputedVerdict() throws {
    let verdict = try study().verdict()
    #expect(verdict.word == .notEnacted)
    #expect(verdict.overrules.map(\.id) == ["new", "old"])
    let graph = try EvidenceGraph(study().evidence)
    #expect(try graph.column("verdict", "TEST ALL") == ["challenged: not enacted"])
    #expect(
      try graph.column("overruled", "TEST ALL") == ["thin, against (B. Jones, 2025-03)"])
    #expect(
      try graph.column("overrule_reason", "TEST ALL YIELD overrule_reason RETURN overrule_reason")
        == ["one account is thin"])
    let text = try graph.column("reasoning", "EXPLAIN TEST CONFIGURATION c")
    #expect(
      text.contains(
        "  overruled by an analyst: thin, against (B. Jones, 2025-03), because one account is thin")
    )
    #expect(text.contains("  overruled before: contested (A. Smith, 2024), because first thoughts"))
  }

  @Test func withoutOneThereIsNothingBeside() throws {
    var study = study()
    study.evidence.overrules = []
    #expect(try EvidenceGraph(study.evidence).column("overruled", "TEST ALL") == ["null"])
  }
}
