import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 8: rivals. Theory `t` says m brings o; its rival `r` says n brings o, and that
/// under n nobody meets (`p`). Both share the outcome.
@Suite struct RivalTests {
  func study() -> EvidenceBuilder {
    var study = EvidenceBuilder()
    study.evidence.theories[0].rivals = ["r"]
    study.evidence.theories.append(RecordedEvidence.Theory(id: "r", title: "It was money"))
    study.evidence.theories[1].rivals = ["t"]
    var rival = RecordedEvidence.Configuration(id: "d")
    rival.theories = ["r"]
    rival.mechanisms = ["n"]
    rival.outcomes = ["o", "p"]
    study.evidence.configurations.append(rival)
    study.evidence.mechanisms.append(RecordedEvidence.Mechanism(id: "n"))
    // The shared outcome: both expect it.
    study.add("e1", by: ["a"], .supports, [], target: "o")
    // The link of t, as part of its claim: t expects it, and r says nothing of that claim.
    study.add("e2", by: ["b"], .supports, ["m -> o"])
    // Against r's mechanism, and nothing of t: r did not expect it, t is compatible.
    study.add("e3", by: ["kay"], .challenges, ["n"], target: "d")
    // Both are borne on, one for and one against.
    study.add("e4", by: ["lou"], .supports, ["m"])
    study.evidence.bearings.append(
      RecordedEvidence.Bearing(
        item: "e4", .challenges, target: "d", covers: ["p"], relevance: 2, richness: 1, rigour: 1))
    // Against what both share: neither expected it.
    study.add("e5", by: ["e"], .challenges, [], target: "o")
    // Hopes and what is set aside say nothing; nobody speaks of e8.
    study.add("e6", by: ["f"], .supports, ["m"], claim: .espoused)
    study.add("e7", by: ["g"], .supports, ["m"], .setAside)
    study.add("e8", by: ["h"], .supports, ["elsewhere"], target: "zz")
    // A smoking gun for t, of which r says nothing.
    study.add("e9", by: ["i"], .supports, ["m"], .strong, bearing: { $0.test = .smokingGun })
    return study
  }

  func comparison() throws -> RivalComparison {
    try #require(try Judge(study().evidence).compare("t", against: ["r"]))
  }

  @Test func eachItemIsExpectedUnexpectedOrSaysNothing() throws {
    let comparison = try comparison()
    let found = comparison.items.map { "\($0.id) \($0.expectations.map(\.rawValue))" }
    #expect(
      found == [
        #"e3 ["says nothing", "unexpected"]"#, #"e4 ["expected", "unexpected"]"#,
        #"e9 ["expected", "says nothing"]"#, #"e1 ["expected", "expected"]"#,
        #"e2 ["expected", "says nothing"]"#, #"e5 ["unexpected", "unexpected"]"#,
      ])
    #expect(comparison.unreached == ["e6", "e7", "e8"])
    #expect(comparison.items.filter(\.discriminates).map(\.id) == ["e3", "e4", "e9"])
  }

  /// e3 speaks against r, and t says nothing of it; e5 speaks against both: none of these stands.
  @Test func noneOfTheseAlwaysStands() throws {
    let comparison = try comparison()
    let favoured = comparison.items.map { "\($0.id): \(comparison.favoured(by: $0))" }
    #expect(
      favoured == [
        "e3: []", "e4: [t]", "e9: [t]", "e1: []", "e2: []", "e5: [none of these]",
      ])
  }

  @Test func theTableHasARowForEachItem() throws {
    let graph = try EvidenceGraph(study().evidence)
    let query = "TEST THEORY t AGAINST r"
    #expect(
      try graph.run(query).columns == [
        "item", "voices", "expected_by", "unexpected_by", "says_nothing_of", "discriminates",
        "speaks_for", "rules",
      ])
    #expect(try graph.column("item", query) == ["e3", "e4", "e9", "e1", "e2", "e5"])
    #expect(
      try graph.column("unexpected_by", query) == ["r", "r", "null", "null", "null", "t, r"])
    #expect(
      try graph.column("item", query + " YIELD item, discriminates WHERE discriminates RETURN item")
        == ["e3", "e4", "e9"])
    #expect(
      try graph.column(
        "item",
        query + " WITHOUT VOICE lou YIELD item, discriminates WHERE discriminates RETURN item")
        == ["e3", "e9"])
  }

  @Test func rivalsAreNamedWithTheTheory() throws {
    let graph = try EvidenceGraph(study().evidence)
    let result = try graph.run("TEST THEORY r YIELD theory_rivals RETURN theory_rivals")
    #expect(String(describing: result.rows) == String(describing: [[Value.list(["t"])]]))
    let text = try graph.column("reasoning", "EXPLAIN TEST THEORY t AGAINST r")
    #expect(text.first == "THEORY t AGAINST r")
    #expect(text.contains("  none of these: always stands"))
    #expect(text.contains("ITEMS THAT TELL THEM APART: 3"))
    #expect(text.contains("    r: unexpected (d: against n)"))
  }

  @Test(arguments: [
    ("TEST THEORY t AGAINST t", "ContradictoryOptions", "the theory `t` cannot be its own rival"),
    (
      "TEST THEORY t AGAINST r, r", "ContradictoryOptions",
      "the theory `r` is named twice after AGAINST"
    ),
    ("TEST THEORY t AGAINST m", "WrongKind", "`m` is a mechanism, not a theory"),
    ("TEST THEORY t AGAINST rr", "UnknownReference", "there is no theory `rr`"),
    ("TEST THEORY tt AGAINST r", "UnknownReference", "there is no theory `tt`"),
  ])
  func wrongRivals(query: String, code: String, message: String) throws {
    let graph = try EvidenceGraph(study().evidence)
    let error = #expect(throws: Diagnostic.self) { _ = try graph.run(query) }
    #expect(error?.code == code)
    #expect(error?.message == message)
  }
}
