import PropertyGraph
import Testing

@testable import RealistEvaluation

/// Which cases an item is about, and what it says there.
@Suite("Cases and what is seen there")
struct CaseFinderTests {
  /// Names of the cases of one item after `change`.
  func cases(
    by people: [Text] = ["p"], _ change: (inout RecordedEvidence.Item) -> Void,
    study changeStudy: (inout RecordedEvidence) -> Void = { _ in }
  ) throws -> [Text] {
    var study = CaseStudy()
    study.study.evidence.sites = ["leeds", "york", "england"].map {
      RecordedEvidence.Site(id: $0, title: $0)
    }
    study.item("i", by: people, ["x": true]) { change(&$0) }
    changeStudy(&study.study.evidence)
    var rules = Rules()
    rules.programme.country = "england"
    return try #require(try study.table(rules: rules)).entries.map(\.studyCase.name)
  }

  @Test("a named site, several sites, and the site it is about rather than the one it belongs to")
  func sites() throws {
    #expect(try cases { $0.sites = ["leeds"] } == ["leeds"])
    #expect(try cases { $0.sites = ["york", "leeds"] } == ["leeds", "york"])
    #expect(
      try cases {
        $0.sites = ["leeds"]
      } study: {
        $0.surroundings.subjects = [RecordedEvidence.Subject(item: "i", target: "york")]
      } == ["york"])
    // A statement on the programme's whole country is general.
    #expect(try cases { $0.sites = ["england"] } == [])
  }

  @Test("the unnamed site of one respondent, if the item says that it is the own one")
  func respondents() throws {
    #expect(try cases { $0.standpoint = .own } == ["site of p"])
    #expect(try cases { $0.standpoint = .general } == [])
    #expect(try cases { _ in } == [])
    #expect(try cases(by: ["p", "q"]) { $0.standpoint = .own } == ["site of p", "site of q"])
    // Nobody can tell the sites of unnamed people, or of the members of a group, apart.
    #expect(
      try cases {
        $0.standpoint = .own
      } study: {
        $0.participants = [RecordedEvidence.Participant(id: "p", identity: "withheld")]
      } == [])
    #expect(
      try cases {
        $0.standpoint = .own
        $0.attribution = .group
      } == [])
    // Two names of one person have one site.
    #expect(
      try cases(by: ["p", "q"]) {
        $0.standpoint = .own
      } study: {
        $0.aliases = [RecordedEvidence.Alias(name: "q", same: "p", certainty: .high)]
      } == ["site of p"])
  }

  @Test("a respondent's named site, unless the item gives a general view")
  func respondentsOfSites() throws {
    let atLeeds = { (evidence: inout RecordedEvidence) in
      evidence.participants = [
        RecordedEvidence.Participant(id: "p", identity: "coded", sites: ["leeds"])
      ]
    }
    #expect(try cases({ $0.standpoint = .own }, study: atLeeds) == ["leeds"])
    #expect(try cases({ _ in }, study: atLeeds) == ["leeds"])
    #expect(try cases({ $0.standpoint = .general }, study: atLeeds) == [])
  }

  @Test("a site's own document, and the coder's items never")
  func documents() throws {
    let owned = { (evidence: inout RecordedEvidence) in
      evidence.documents = [RecordedEvidence.Document(id: "doc", sites: ["york"])]
    }
    #expect(try cases(by: [], { _ in }, study: owned) == ["york"])
    #expect(try cases(by: [], { $0.layer = .coder }, study: owned) == [])
  }

  // MARK: What is seen there

  @Test("hopes and what is set aside fill no cell; what is only concluded is marked")
  func claims() throws {
    var study = CaseStudy()
    study.at("a", ["x": true], claim: .espoused)
    study.at("b", ["x": true], weight: .setAside)
    study.at("d", ["x": true], claim: .inferred)
    let table = try #require(try study.table())
    #expect(table.entries.map(\.studyCase.name) == ["d"])
    #expect(table.entries.map(\.isInferred) == [true])
  }

  @Test("qualifying and silent items say nothing about a case")
  func otherBearings() throws {
    var study = CaseStudy()
    study.study.add("q", .qualifies, ["x"]) { $0.sites = ["a"] }
    study.study.add("s", .silent, ["x"]) { $0.sites = ["b"] }
    #expect(try #require(try study.table()).entries.isEmpty)
  }

  @Test("supporting a link shows both its ends; against the outward link the outcome stayed away")
  func links() throws {
    var study = CaseStudy()
    study.at("a", ["x -> m": true])
    study.at("b", ["m -> o": false])
    let tables = try study.contrasts(across: ["x"])
    #expect(tables[0].sights(of: "a") == [.present, .present])
    #expect(tables[0].sights(of: "b") == [.unknown, .present])
    #expect(tables[1].sights(of: "b") == [.unknown, .absent])
  }

  @Test("what holds a mechanism back does not show that it fired")
  func heldBack() throws {
    var study = CaseStudy(effect: .constrains)
    study.at("a", ["x -> m": true])
    #expect(try #require(try study.table()).sights(of: "a") == [.present, .unknown])
  }

  @Test("a mechanism with two slots fires when its reasoning is taken up")
  func slots() throws {
    var study = CaseStudy()
    study.study.evidence.mechanisms = [
      RecordedEvidence.Mechanism(id: "m", hasResource: true, hasReasoning: true)
    ]
    study.at("resource", ["m.resource": true])
    study.at("reasoning", ["m.reasoning": true])
    study.at("neither", ["m.resource": false])
    study.at("unused", ["m.resource": true, "m.reasoning": false])
    study.at("odd", ["m.resource": false, "m.reasoning": true])
    let table = try #require(try study.table())
    #expect(table.sights(of: "resource") == [])
    #expect(table.sights(of: "reasoning") == [.unknown, .present])
    #expect(table.sights(of: "neither") == [.unknown, .absent])
    #expect(table.sights(of: "unused") == [.unknown, .absent])
    #expect(table.sights(of: "odd") == [.unknown, .disputed])
  }
}
