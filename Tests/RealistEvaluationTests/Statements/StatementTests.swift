import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

@testable import RealistEvaluation

/// CONTRAST, TRACE and GAPS as statements: what is written and loaded is what the pure functions
/// compute, and they stand wherever a clause stands.
@Suite("Realist statements")
struct StatementTests {
  /// Two claims in a row, `c` from `x` through `m` to `o`, which becomes `y`, and `d` from `y`
  /// through `n` to `p`; cases of `m`; a rival theory.
  func study() -> RecordedEvidence {
    var study = CaseStudy()
    study.at("ash", ["x": true, "m": true]) { $0.date = "2024-01" }
    study.at("birch", ["x": true, "m": true])
    study.at("cedar", ["x": false, "m": false]) { $0.date = "2024-03" }
    var evidence = study.study.evidence
    var next = RecordedEvidence.Configuration(id: "d")
    next.theories = ["t"]
    next.contexts = [RecordedEvidence.ContextSlot(context: "y", role: .localCondition)]
    next.mechanisms = ["n"]
    next.outcomes = ["p"]
    evidence.configurations.append(next)
    evidence.surroundings.contexts.append("y")
    evidence.surroundings.subjects = [
      RecordedEvidence.Subject(item: "loose", target: "y")
    ]
    var loose = RecordedEvidence.Item(id: "loose")
    loose.statement = "Something was seen"
    loose.claim = .observed
    evidence.items.append(loose)
    return evidence
  }

  func graph() throws -> EvidenceGraph {
    try EvidenceGraph(study(), ripples: [(outcome: "o", becomes: "y")])
  }

  @Test("what is loaded is what was recorded")
  func loading() throws {
    let graph = try graph()
    let loaded = try EvidenceLoader { try graph.run($0, $1) }.load(withSurroundings: true)
    #expect(
      try Contrasts(Judge(loaded)).contrasts(of: "m")
        == Contrasts(Judge(study())).contrasts(of: "m"))
    #expect(try GapFinder(Judge(loaded)).gaps() == GapFinder(Judge(study())).gaps())
    #expect(loaded.surroundings.subjects == study().surroundings.subjects)
  }

  @Test("each gives its documented columns")
  func columns() throws {
    let graph = try graph()
    #expect(
      try graph.run("CONTRAST MECHANISM m ACROSS CONTEXT x").columns == [
        "context", "effect", "observed", "reading", "separates", "present_fires", "present_not",
        "absent_fires", "absent_not", "without_mechanism", "unknown", "separated_by",
        "would_help", "rules",
      ])
    #expect(
      try graph.run("TRACE FROM x TO p").columns == [
        "chain", "path", "steps", "verdicts", "verdict", "weakest", "weakest_part",
        "supported_stretch", "told", "thread_voices", "remark", "rules",
      ])
    #expect(
      try graph.run("GAPS").columns == [
        "rank", "gap", "about", "configurations", "changes", "question", "ask", "rules",
      ])
    for statement in ["CONTRAST MECHANISM m", "TRACE FROM x TO p", "GAPS"] {
      #expect(try graph.run("EXPLAIN \(statement)").columns == ["reasoning"])
      #expect(try graph.run("PROFILE \(statement)").plan != nil)
      let all = try graph.run("\(statement) BY SITE YIELD * RETURN *")
      #expect(Set(all.columns).isSuperset(of: ["by", "rules_hash"]))
    }
  }

  @Test("they stand in unions, after other clauses, in subqueries, and go on with YIELD")
  func composition() throws {
    let graph = try graph()
    #expect(
      try graph.column(
        "what",
        """
        CONTRAST MECHANISM m YIELD reading AS what WHERE what <> 'no contrast' RETURN what
        UNION TRACE FROM x TO p YIELD told AS what RETURN what
        UNION GAPS YIELD gap AS what, rank WHERE rank = 1 RETURN what
        """) == ["context-sensitive", "not supported throughout", "untested"])
    #expect(
      try graph.column(
        "path",
        "MATCH (c:Configuration) WITH count(c) AS n TRACE FROM m TO p YIELD path RETURN path")
        == ["m -[c]-> o becomes y -[d]-> p"])
    #expect(
      try graph.column(
        "n", "CALL { GAPS IN THEORY t YIELD rank RETURN count(*) AS n } RETURN n"
      ).count == 1)
    #expect(
      try graph.column(
        "id",
        """
        TRACE FROM x TO p YIELD configurations
        UNWIND configurations AS id MATCH (c:Configuration {id: id}) RETURN c.id AS id ORDER BY id
        """) == ["c", "d"])
  }

  @Test("references may be parameters, and so may the number of steps")
  func parameters() throws {
    let graph = try graph()
    #expect(
      try graph.column(
        "reading", "CONTRAST MECHANISM $m ACROSS CONTEXT $x YIELD reading",
        ["m": "m", "x": "x"]) == ["context-sensitive"])
    #expect(
      try graph.column("steps", "TRACE FROM $from TO 'p' UP TO $n STEPS", ["from": "x", "n": 2])
        == ["2"])
    #expect(try graph.run("TRACE FROM x TO p UP TO 1 STEP").rows.isEmpty)
    let error = #expect(throws: Diagnostic.self) { try graph.run("GAPS IN THEORY $t") }
    #expect(error?.code == "MissingParameter")
  }

  @Test("options narrow the evidence, and AS OF says what undated items would change")
  func options() throws {
    let graph = try graph()
    func readings(_ options: String) throws -> [String] {
      try graph.column("reading", "CONTRAST MECHANISM m ACROSS CONTEXT x \(options)")
    }
    #expect(try readings("") == ["context-sensitive"])
    #expect(try readings("WITHOUT SITE cedar") == ["no contrast"])
    #expect(try readings("AS OF 2024") == ["no contrast"])
    #expect(try readings("BY SITE").count == 3)
    #expect(
      try graph.column("undated", "CONTRAST MECHANISM m ACROSS CONTEXT x AS OF 2024")
        == ["left out i1-birch, loose; with them: context-sensitive"])
    #expect(
      try graph.column("undated", "TRACE FROM x TO o AS OF 2024")
        == ["left out i1-birch; with them: the same verdict"])
    // Items without respondents of one method are one residual voice, with birch or without.
    #expect(
      try graph.column(
        "undated", "GAPS AS OF 2024 YIELD about, gap, undated WHERE about = 'x' RETURN undated")
        == ["left out i1-birch, loose; with them: the same gap"])
  }

  @Test("keywords remain fine names")
  func names() throws {
    let graph = try graph()
    let result = try graph.run(
      "WITH 1 AS gaps, 2 AS trace, 3 AS contrast RETURN gaps + trace + contrast AS sum")
    #expect(result.columns == ["sum"])
  }

  @Test(
    "a statement prints as it reads",
    arguments: [
      "CONTRAST MECHANISM 'm' ACROSS CONTEXT 'x', 'y' WITHOUT SITE 'ash'",
      "TRACE FROM 'x' TO $to UP TO '3' STEPS AS OF '2024'",
      "GAPS IN THEORY 't' AT SCALE 'place', 'system' BY METHOD YIELD gap WHERE gap = 'untested'",
    ])
  func printing(_ statement: String) throws {
    let parsed = try QueryParser.parse(
      SourceText(name: "query", text: statement),
      extensions: RealistStatements.all.map { $0.init() })
    #expect(Printer.text(of: parsed).string == statement)
  }

  // MARK: Mistakes

  @Test(
    "mistakes are shown where they are",
    arguments: [
      ("CONTRAST CONTEXT x", "UnexpectedSyntax", 10, ""),
      ("CONTRAST MECHANISM m ACROS CONTEXT x", "UnexpectedSyntax", 22, "did you mean `ACROSS`?"),
      ("CONTRAST MECHANISM mm", "UnknownReference", 20, "known ids: m, n"),
      ("CONTRAST MECHANISM x", "WrongKind", 20, ""),
      ("CONTRAST MECHANISM m ACROSS CONTEXT xx", "UnknownReference", 37, ""),
      ("TRACE TO p", "UnexpectedSyntax", 7, ""),
      ("TRACE FROM x TO", "UnexpectedSyntax", 16, ""),
      ("TRACE FROM x TO t", "WrongKind", 17, ""),
      ("TRACE FROM x TO x", "SameEnds", 17, "a chain passes nothing twice; name another end"),
      ("TRACE FROM x TO p UP TO 0 STEPS", "InvalidSteps", 25, ""),
      ("TRACE FROM x TO p UP TO many STEPS", "InvalidSteps", 25, ""),
      ("TRACE FROM x TO p UP TO 3 STOPS", "UnexpectedSyntax", 27, "did you mean `STEPS`?"),
      ("GAPS OF t", "UnexpectedSyntax", 6, ""),
      ("GAPS IN THEORY c", "WrongKind", 16, ""),
      ("GAPS YIELD gaps", "", 12, "did you mean `gap`?"),
      ("GAPS WITHOUT VOICE nobody", "UnknownReference", 20, ""),
      ("TRACE FROM x TO p ONLY SITE ash WITHOUT SITE ash", "ContradictoryOptions", 46, ""),
      ("CONTRAST MECHANISM m AS OF now", "MalformedDate", 28, ""),
    ])
  func mistakes(query: String, code: String, column: Int, help: String) throws {
    let graph = try graph()
    let error = #expect(throws: Diagnostic.self) { try graph.run(query) }
    #expect(error?.position?.column == column, "\(error as Any)")
    if !code.isEmpty, code != "UnexpectedSyntax" { #expect(error?.code == code) }
    if !help.isEmpty { #expect(error?.help == help) }
  }

  @Test("where rules files cannot be read, the option is refused by name")
  func rulesThatCannotBeRead() {
    let error = Wording.rulesCannotBeRead("r.yaml")
    #expect(error.code == "option.using-rules")
    #expect(error.message == "rules files cannot be read here: `r.yaml`")
    #expect(error.help == "leave `USING RULES` out, or open the study with those rules")
  }

  @Test("a lineage that runs in a circle is named, whichever statement meets it")
  func cyclicLineage() throws {
    var evidence = study()
    for (item, origin) in [(0, 1), (1, 0)] {
      evidence.items[item].origins = [evidence.items[origin].id]
    }
    let graph = try EvidenceGraph(evidence)
    for statement in ["TEST ALL", "CONTRAST MECHANISM m", "TRACE FROM x TO o", "GAPS"] {
      let error = #expect(throws: Diagnostic.self) { try graph.run(statement) }
      #expect(error?.code == "LineageCycle")
      #expect(
        error?.message
          == "items derive from one another in a circle: `i0-ash`, `i1-birch`, `i0-ash`")
    }
  }

  @Test("ripples that run in a circle end")
  func cyclicRipples() throws {
    let graph = try EvidenceGraph(
      study(),
      ripples: [(outcome: "o", becomes: "y"), (outcome: "p", becomes: "x")])
    #expect(try graph.column("path", "TRACE FROM o TO x") == ["o becomes y -[d]-> p becomes x"])
    #expect(try graph.column("path", "TRACE FROM y TO n") == ["y -[d]-> n"])
  }

  // MARK: Derived links

  @Test("derived links follow from configurations, beside what is stated")
  func links() throws {
    var evidence = study()
    evidence.configurations[1].contexts[0].effect = "constrains"
    evidence.configurations.append(RecordedEvidence.Configuration(id: "e"))
    evidence.configurations[2].contexts = [
      RecordedEvidence.ContextSlot(context: "x", role: .caseForChange, effect: "enables"),
      RecordedEvidence.ContextSlot(context: "y", role: nil, effect: "makes-unnecessary"),
    ]
    evidence.configurations[2].mechanisms = ["m"]
    evidence.surroundings.effects = [
      RecordedEvidence.StatedEffect(context: "x", mechanism: "m", effect: .enables)
    ]
    let rows = try EvidenceGraph(evidence).run(
      """
      CALL realist.links() YIELD source, type, target, configuration, stated
      RETURN configuration.id + ': ' + source.id + ' ' + type + ' ' + target.id
        + CASE WHEN stated THEN ' (stated)' ELSE '' END AS link
      """
    ).rows.compactMap { row -> String? in
      if case .text(let text)? = row.first { text.string } else { nil }
    }
    // The case for change is no condition, and what makes unnecessary neither enables nor constrains.
    #expect(
      rows == [
        "c: x ENABLES m (stated)", "c: m PRODUCES o", "d: y CONSTRAINS n", "d: y INHIBITS p",
        "d: n PRODUCES p",
      ])
  }
}
