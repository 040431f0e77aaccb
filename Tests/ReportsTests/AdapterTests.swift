import Diagnostics
import PropertyGraph
import RealistEvaluation
import Reports
import Testing

/// From the judge's verdicts and a study's graph to figures and pages.
@Suite struct AdapterTests {
  /// A theory with one configuration that one strong interview challenges.
  private func evidence() -> RecordedEvidence {
    var evidence = RecordedEvidence()
    evidence.theories = [
      RecordedEvidence.Theory(id: "t", title: "Together", listedMechanisms: ["m", "idle"])
    ]
    var configuration = RecordedEvidence.Configuration(id: "k")
    configuration.title = "Pooling joins care up"
    configuration.theories = ["t"]
    configuration.contexts = [
      RecordedEvidence.ContextSlot(context: "need", role: .caseForChange),
      RecordedEvidence.ContextSlot(context: "deficit", role: .localCondition, effect: "constrains"),
    ]
    configuration.mechanisms = ["m"]
    configuration.outcomes = ["o"]
    evidence.configurations = [configuration]
    evidence.mechanisms = [RecordedEvidence.Mechanism(id: "m", title: "Pooling", hasResource: true)]
    evidence.methods = [RecordedEvidence.Method(id: "talks", kind: .interview)]
    evidence.participants = [RecordedEvidence.Participant(id: "p1")]
    evidence.documents = [RecordedEvidence.Document(id: "report", title: "The report")]
    var item = RecordedEvidence.Item(id: "e1")
    item.claim = .observed
    item.participants = ["p1"]
    item.methods = ["talks"]
    item.places = [RecordedEvidence.Locator(document: "report", line: 7)]
    evidence.items = [item]
    evidence.bearings = [
      RecordedEvidence.Bearing(
        item: "e1", .challenges, target: "k", covers: ["m"], relevance: 3, richness: 3, rigour: 3)
    ]
    evidence.readings = [
      RecordedEvidence.Reading(
        id: "r1", configuration: "k", statement: "Hardly anything is pooled",
        verdict: "not-enacted")
    ]
    return evidence
  }

  private func graph() throws(Diagnostic) -> GraphView {
    let graph = GraphView()
    try graph.beginStatement()
    let theory = try graph.createNode(labels: ["Theory"], properties: ["id": "t"])
    func element(
      _ label: Text, _ id: Text, title: Text, isListed: Bool
    ) throws(Diagnostic) -> NodeRow {
      let node = try graph.createNode(
        labels: [label],
        properties: [
          "id": .text(id), "title": .text(title),
          "origin": .text(isListed ? "Table 3" : "emerged from evidence"),
        ])
      if isListed {
        _ = try graph.createRelationship(type: "LISTS", from: theory, to: node, properties: [:])
      }
      return node
    }
    _ = try element("Context", "need", title: "Need is great", isListed: true)
    let mechanism = try element("Mechanism", "m", title: "Pooling", isListed: true)
    _ = try element("Mechanism", "idle", title: "Idle", isListed: true)
    _ = try element("Outcome", "o", title: "Care is joined up", isListed: true)
    _ = try element("Context", "deficit", title: "Deficit", isListed: false)
    let fear = try element("Context", "fear", title: "Fear", isListed: false)
    _ = try element("Context", "elsewhere", title: "Elsewhere", isListed: false)
    _ = try graph.createRelationship(
      type: "CONSTRAINS", from: fear, to: mechanism, properties: [:])
    try graph.commitStatement()
    return graph
  }

  @Test func aFigureIsReadFromVerdictAndGraph() throws {
    let verdict = try #require(try Judge(evidence()).verdict(onTheory: "t"))
    let theory = StudyFigureReader(try graph()).theory(verdict)
    #expect(theory.title == "Together")
    #expect(theory.elements.map(\.id) == ["need", "m", "idle", "o", "deficit", "fear"])
    #expect(theory.elements.filter { $0.origin == .emerged }.map(\.id) == ["deficit", "fear"])
    #expect(theory.links == [FigureLink(from: "fear", to: "m", kind: .constrains)])
    #expect(theory.elements[1].address == "index.html#configuration-k")
    #expect(theory.elements[2].address == nil)
    let configuration = try #require(theory.configurations.first)
    #expect(configuration.verdict == FigureVerdict(.challenged, "challenged: not enacted"))
    #expect(configuration.contexts.map(\.role) == [.caseForChange, .constrains])
    #expect(configuration.contexts[1].verdict?.stance == .untested)
    let mechanism = try #require(configuration.parts.first)
    #expect(mechanism.name == "mechanism" && mechanism.isDeciding)
    #expect((mechanism.supporting, mechanism.challenging, mechanism.espousing) == (0, 1, 0))
    #expect(configuration.parts.map(\.name).contains("link"))
  }

  @Test func aPageIsReadFromTheReasoning() throws {
    let judge = try Judge(evidence())
    let verdict = try #require(judge.verdict(onTheory: "t"))
    let theory = ReportTheory(
      verdict, reasoning: verdict.configurations.map(judge.reasoning(for:)))
    let row = try #require(theory.verdicts.first)
    #expect(row.verdict.words == "challenged: not enacted")
    #expect(row.deciding == "mechanism m: challenged")
    #expect(row.readings.map(\.word) == ["not-enacted"])
    #expect(row.counts.first == "1 passage, 2 sources, 1 independent voice")
    #expect(theory.facts.contains("1 of 2 listed mechanisms stand in a configuration"))
    #expect(row.parts.contains { !$0.sides.isEmpty })
  }

  @Test(arguments: ConfigurationWord.allCases)
  func everyVerdictKeepsItsWords(word: ConfigurationWord) {
    #expect(FigureVerdict(word).words == Text(word.rawValue))
  }
}
