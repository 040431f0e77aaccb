import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

@testable import RealistEvaluation

@Suite struct TestStatementTests {
  /// Two theories, one part of a wider one; three configurations; evidence of every sort.
  func study() -> EvidenceBuilder {
    var study = EvidenceBuilder(
      contexts: [RecordedEvidence.ContextSlot(context: "trust", role: .localCondition)])
    study.evidence.theories.append(RecordedEvidence.Theory(id: "t2", title: "Other"))
    study.evidence.theories.append(RecordedEvidence.Theory(id: "wide", parts: ["t", "t2"]))
    for (id, outcome) in [("d-two", "o"), ("d-three", "other")] as [(Text, Text)] {
      var configuration = RecordedEvidence.Configuration(id: id)
      configuration.theories = ["t2"]
      configuration.mechanisms = ["m"]
      configuration.outcomes = [outcome]
      study.evidence.configurations.append(configuration)
    }
    study.evidence.aliases = [
      RecordedEvidence.Alias(name: "ax", same: "a", certainty: .medium)
    ]
    study.add("e1", by: ["a"], .supports, ["m -> o"], .strong) {
      $0.scale = "place"
      $0.date = "2023-05"
    }
    study.add("e2", by: ["ax"], .supports, ["m"], .moderate) { $0.scale = "system" }
    study.add("e3", by: ["b"], .challenges, ["o"], .strong) { $0.date = "2024-09-02" }
    study.add("e4", .supports, ["trust"]) { $0.speakers = 3 }
    study.add("f1", .supports, [], target: "m") {
      $0.isFigure = true
      $0.methods = ["survey"]
      $0.question = "In use?"
      $0.numerator = 60
      $0.denominator = 100
    }
    study.add("e5", .supports, ["m"], method: nil, target: "d-two") { $0.origins = ["e1"] }
    study.add("e6", by: ["c"], .challenges, ["m"], .weak, target: "d-three") { $0.date = "2023" }
    study.evidence.espousals = [
      RecordedEvidence.Espousal(
        target: "m", place: RecordedEvidence.Locator(document: "doc", section: "7.3", line: 9))
    ]
    study.evidence.readings = [
      RecordedEvidence.Reading(
        id: "r1", configuration: "c", statement: "It works", verdict: "supported",
        place: RecordedEvidence.Locator(document: "doc", line: 3))
    ]
    return study
  }

  @Test func whatIsLoadedIsJudgedAsWhatWasRecorded() throws {
    let evidence = study().evidence
    let graph = try EvidenceGraph(evidence)
    let loaded = try EvidenceLoader { try graph.run($0, $1) }.load()
    let judge = try Judge(loaded)
    let direct = try Judge(evidence)
    let text = ReasoningText()
    #expect(judge.configurations == ["c", "d-three", "d-two"])
    for id in judge.configurations {
      let reasoning = try #require(judge.reasoning(onConfiguration: id))
      let expected = try #require(direct.reasoning(onConfiguration: id))
      #expect(text.render(reasoning) == text.render(expected))
    }
    #expect(judge.verdict(onTheory: "wide")?.configurations.count == 3)
  }

  @Test func aPartOfTheStudyIsJudgedAsInTheWhole() throws {
    let graph = try EvidenceGraph(study().evidence)
    let whole = try graph.run("TEST ALL YIELD * RETURN configuration, verdict, voices, sources")
    var rows: [[Value]] = []
    for id in ["c", "d-three", "d-two"] {
      rows += try graph.run(
        "TEST CONFIGURATION \(id) YIELD * RETURN configuration, verdict, voices, sources"
      ).rows
    }
    #expect(String(describing: rows) == String(describing: whole.rows))
  }

  @Test func theTableHasItsDocumentedColumns() throws {
    let graph = try EvidenceGraph(study().evidence)
    let result = try graph.run("TEST CONFIGURATION c")
    #expect(
      result.columns == [
        "configuration", "theory", "verdict", "overruled", "deciding_part", "deciding_verdict",
        "passages",
        "sources", "voices", "coverage", "threads", "cell", "remark", "breaks", "rules",
      ])
    #expect(result.rows.count == 1)
    #expect(try graph.column("rules", "TEST ALL").last == "standard, version 1, built-in")
    #expect(try graph.column("coverage", "TEST CONFIGURATION c") == ["4 of 5 parts evidenced"])
  }

  @Test func theoriesTakeTheirPartsWithThem() throws {
    let graph = try EvidenceGraph(study().evidence)
    #expect(try graph.column("configuration", "TEST THEORY t") == ["c"])
    #expect(try graph.column("configuration", "TEST THEORY wide") == ["c", "d-three", "d-two"])
    #expect(Set(try graph.column("theory_verdict", "TEST THEORY wide")).count == 1)
  }

  @Test func referencesMayBeWrittenInFourWays() throws {
    let graph = try EvidenceGraph(study().evidence)
    for written in ["d-two", "'d-two'", "`d-two`", "$id"] {
      #expect(
        try graph.column("configuration", "TEST CONFIGURATION \(written)", ["id": "d-two"])
          == ["d-two"])
    }
  }

  @Test func matchTestsItsConfigurationsAndTheories() throws {
    let graph = try EvidenceGraph(study().evidence)
    #expect(
      try graph.column(
        "configuration",
        "TEST MATCH (c:Configuration)-[:HAS_OUTCOME]->(o:Outcome) WHERE o.id = $o",
        ["o": "other"]) == ["d-three"])
    #expect(
      try graph.column("configuration", "TEST MATCH (t:Theory) WHERE t.id = 't'") == ["c"])
    let error = #expect(throws: Diagnostic.self) { try graph.run("TEST MATCH (m:Mechanism)") }
    #expect(error?.code == "NothingToTest")
  }

  @Test func goesOnAsAProcedureCallDoes() throws {
    let graph = try EvidenceGraph(study().evidence)
    let result = try graph.run(
      "TEST ALL YIELD configuration AS c, voices WHERE voices > 1 RETURN c ORDER BY c")
    #expect(result.columns == ["c"] && !result.rows.isEmpty)
  }

  // MARK: Options

  @Test func optionsNarrowTheEvidence() throws {
    let graph = try EvidenceGraph(study().evidence)
    func voices(_ options: String) throws -> [String] {
      try graph.column("voices", "TEST CONFIGURATION c \(options)")
    }
    #expect(try voices("") == ["5"])
    #expect(try voices("AT SCALE place") == ["1"])
    #expect(try voices("AT SCALE place, system") == ["2"])
    #expect(try voices("WITHOUT VOICE a") == ["4"])
    #expect(try voices("ONLY VOICE a, b") == ["2"])
    #expect(try voices("WITHOUT METHOD int") == ["1"])
    #expect(try voices("ONLY METHOD int WITHOUT VOICE b") == ["3"])
    #expect(try voices("WITHOUT DOCUMENT doc") == ["0"])
    #expect(try voices("AS OF 2023-12") == ["1"])
    #expect(try voices("AS OF '2024'") == ["2"])
    // What only repeats what was left out is left out with it.
    #expect(try graph.column("voices", "TEST CONFIGURATION d-two WITHOUT VOICE a") == ["1"])
  }

  @Test func asOfSaysWhatUndatedItemsWouldChange() throws {
    let graph = try EvidenceGraph(study().evidence)
    #expect(
      try graph.column("undated", "TEST CONFIGURATION c AS OF 2024")
        == ["left out e2, e4, f1; with them: \(try verdictWithAll(graph))"])
  }

  private func verdictWithAll(_ graph: EvidenceGraph) throws -> String {
    let with = try graph.column("verdict", "TEST CONFIGURATION c")[0]
    let without = try graph.column("verdict", "TEST CONFIGURATION c AS OF 2024")[0]
    return with == without ? "the same verdict" : with
  }

  @Test func bySplitsTheTable() throws {
    let graph = try EvidenceGraph(study().evidence)
    #expect(try graph.column("by", "TEST CONFIGURATION c BY SCALE") == ["place", "system"])
    #expect(try graph.column("by", "TEST CONFIGURATION c BY METHOD") == ["int", "survey"])
  }

  @Test func otherRulesAreNamedWithTheVerdict() throws {
    let graph = try EvidenceGraph(study().evidence)
    #expect(
      try graph.column("rules", "TEST CONFIGURATION c USING RULES 'fair.yaml'")
        == ["fair.yaml, version 1, built-in"])
  }

  // MARK: EXPLAIN

  @Test func explainGivesTheReasoningByteForByte() throws {
    let evidence = study().evidence
    let graph = try EvidenceGraph(evidence)
    let lines = try graph.column("reasoning", "EXPLAIN TEST CONFIGURATION c")
    let reasoning = try #require(try Judge(evidence).reasoning(onConfiguration: "c"))
    #expect(lines.joined(separator: "\n") + "\n" == ReasoningText().render(reasoning))
    #expect(try graph.column("reasoning", "EXPLAIN TEST THEORY wide")[0].hasPrefix("THEORY wide"))
  }

  // MARK: Errors

  @Test(arguments: [
    ("TEST CONFIGURATION d-tow", "UnknownReference", 20),
    ("TEST THEORY wise", "UnknownReference", 13),
    ("TEST THEORY t AGAINST t3", "UnknownReference", 23),
    ("TEST CONFIGURATION c AS OF yesterday", "MalformedDate", 28),
    ("TEST CONFIGURATION c AT SCAL place", "UnexpectedSyntax", 22),
    ("TEST SOMETHING", "UnexpectedSyntax", 6),
    ("TEST CONFIGURATION c BY COLOUR", "UnexpectedSyntax", 25),
    ("TEST ALL YIELD colour", "", 16),
    ("TEST ALL AT SCALE plase", "UnknownReference", 19),
    ("TEST ALL ONLY VOICE a WITHOUT VOICE b, a", "ContradictoryOptions", 40),
    ("TEST ALL AS OF 2024 AS OF 2023", "RepeatedOption", 21),
    ("TEST ALL BY SCALE BY METHOD", "RepeatedOption", 19),
    ("TEST ALL USING RULES a USING RULES b", "RepeatedOption", 24),
    ("TEST MATCH (c:Configuration {id: 'none'})", "NothingToTest", 12),
  ])
  func mistakesAreShownWhereTheyAre(query: String, code: String, column: Int) throws {
    let graph = try EvidenceGraph(study().evidence)
    let error = #expect(throws: Diagnostic.self) { try graph.run(query) }
    #expect(error?.position?.column == column, "\(error as Any)")
    if code != "UnexpectedSyntax", !code.isEmpty {
      #expect(error?.code == code)
    }
    if query.hasSuffix("d-tow") { #expect(error?.help == "did you mean `d-two`?") }
  }

  @Test(arguments: [
    (
      "TEST THEORY c", 13, "`c` is a configuration, not a theory", "`TEST CONFIGURATION c` tests it"
    ),
    (
      "TEST CONFIGURATION t", 20, "`t` is a theory, not a configuration", "`TEST THEORY t` tests it"
    ),
    (
      "TEST THEORY m", 13, "`m` is a mechanism, not a theory",
      "`TEST MATCH (c:Configuration)-[:HAS_MECHANISM]->({id: 'm'})` tests the configurations that "
        + "have it"
    ),
    (
      "TEST THEORY doc", 13, "`doc` is a document, not a theory",
      "name a theory; `MATCH (n:Theory) RETURN n.id` lists them"
    ),
  ])
  func anotherKindIsNamedWithWhatToWrite(
    query: String, column: Int, message: String, help: String
  ) throws {
    let graph = try EvidenceGraph(study().evidence)
    let error = #expect(throws: Diagnostic.self) { try graph.run(query) }
    #expect(error?.code == "WrongKind")
    #expect(error?.position?.column == column)
    #expect(error?.message == message)
    #expect(error?.help == help)
  }

  /// Nobody waits for a search that no column shows; what is shown is the same whoever asks.
  @Test func firmnessIsSearchedForOnlyWhereItIsRead() throws {
    let graph = try EvidenceGraph(study().evidence)
    let shown = try graph.run("TEST ALL")
    let read = try graph.run("TEST ALL YIELD configuration, breaks RETURN breaks")
    let column = try #require(shown.columns.firstIndex(of: "breaks"))
    #expect(
      String(describing: shown.rows.map { $0[column] })
        == String(describing: read.rows.map { $0[0] }))
    #expect(read.rows.allSatisfy { if case .text = $0[0] { true } else { false } })
    let bound = try TestStatement().bind([], mode: .run)
    let names = bound.columns.map(\.name)
    #expect(TestTable.breakColumns.union(TestTable.trialColumns).isSubset(of: names))
  }

  @Test func testRemainsAFineName() throws {
    let graph = try EvidenceGraph(study().evidence)
    let result = try graph.run("MATCH (test:Theory) RETURN test.id AS theory ORDER BY theory")
    #expect(result.rows.count == 3)
  }

  // MARK: Lowering

  @Test func theNumberOfQueriesDoesNotGrow() throws {
    func queries(_ copies: Int) throws -> Int {
      var evidence = study().evidence
      for copy in 0..<copies {
        var configuration = RecordedEvidence.Configuration(id: Text("copy-\(copy)"))
        configuration.mechanisms = ["m"]
        configuration.outcomes = [Text("out-\(copy)")]
        configuration.theories = ["t"]
        evidence.configurations.append(configuration)
      }
      let graph = try EvidenceGraph(evidence)
      var count = 0
      let loaded = try EvidenceLoader { query, parameters in
        count += 1
        return try graph.run(query, parameters)
      }.load(.only(configurations: [], theories: ["t"]))
      #expect(loaded.configurations.count == copies + 1)
      return count
    }
    #expect(try queries(1) == queries(60))
  }
}
