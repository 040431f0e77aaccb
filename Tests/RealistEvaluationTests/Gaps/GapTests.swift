import PropertyGraph
import Testing

@testable import RealistEvaluation

/// What the evidence leaves open, and how many verdicts an answer would change.
@Suite("Gaps")
struct GapTests {
  /// Two claims that share the mechanism `m`: `c` with outcome `o`, `d` with outcome `p`.
  func study() -> EvidenceBuilder {
    var study = EvidenceBuilder()
    study.evidence.titles = [
      RecordedEvidence.Title(id: "o", title: "They trust each other"),
      RecordedEvidence.Title(id: "p", title: "Fewer meetings."),
    ]
    study.evidence.mechanisms[0].title = "They meet"
    var other = RecordedEvidence.Configuration(id: "d")
    other.theories = ["t2"]
    other.mechanisms = ["m"]
    other.outcomes = ["p"]
    study.evidence.configurations.append(other)
    study.evidence.theories.append(RecordedEvidence.Theory(id: "t2"))
    return study
  }

  func gaps(_ study: EvidenceBuilder, theory: Text? = nil) throws -> [Gap] {
    try GapFinder(Judge(study.evidence), theory: theory).gaps()
  }

  func gap(_ kind: Gap.Kind, _ about: Text, _ study: EvidenceBuilder) throws -> Gap? {
    try gaps(study).first { $0.kind == kind && $0.about == about }
  }

  @Test("untested parts are ranked by the verdicts that an answer would change")
  func untested() throws {
    let gaps = try gaps(study())
    // m, o, p, m -> o, m -> p are untested; m was never contrasted. A strong voice against m makes
    // both claims not enacted: two verdicts. Each of the others touches one claim, and only from
    // against: for one part alone the claim stays untested, except a link, which brings its elements
    // with it (thin, for).
    #expect(gaps.map(\.about) == ["m", "m -> o", "m -> p", "o", "p", "m"])
    #expect(gaps.map(\.changes.count) == [2, 1, 1, 1, 1, 0])
    #expect(gaps.map(\.kind).last == .neverContrasted)
    #expect(
      gaps[0].changes == [
        Gap.Change(configuration: "c", now: .untested, ifSo: .untested, ifNot: .notEnacted),
        Gap.Change(configuration: "d", now: .untested, ifSo: .untested, ifNot: .notEnacted),
      ])
    #expect(
      gaps[1].changes == [
        Gap.Change(configuration: "c", now: .untested, ifSo: .thinFor, ifNot: .doesNotWork)
      ])
    // Against the outcome of an untested mechanism: outcome not seen.
    #expect(gaps[3].changes.map(\.ifNot) == [.outcomeNotSeen])
  }

  @Test("espoused only, one voice, and what is neither")
  func kinds() throws {
    var study = study()
    study.add("e1", by: ["ann"], .supports, ["o"], .strong, claim: .espoused)
    study.add("e2", by: ["bob"], .supports, ["p"], .strong, target: "d")
    study.add("e3", by: ["ann"], .supports, [], .strong, target: "m")
    study.add("e4", by: ["bob"], .supports, [], .strong, target: "m")
    let gaps = try gaps(study)
    #expect(gaps.first { $0.about == "o" }?.kind == .espousedOnly)
    #expect(gaps.first { $0.about == "p" }?.kind == .singleVoice)
    // Two voices on the mechanism leave no gap there.
    #expect(!gaps.contains { $0.about == "m" && $0.kind != .neverContrasted })
  }

  @Test(
    "an official record needs no second voice, and a link of what is not enacted is no question")
  func noGaps() throws {
    var study = study()
    study.evidence.mechanisms[0].isProvision = true
    study.add("law", .supports, [], .strong, method: nil, target: "m") {
      $0.isOfficialRecord = true
    }
    #expect(try gap(.singleVoice, "m", study) == nil)
    var unused = self.study()
    unused.add("e1", by: ["ann"], .challenges, ["m"], .strong)
    // c is not enacted; its link cannot be asked about, that of d can.
    #expect(try gap(.untested, "m -> o", unused) == nil)
    #expect(try gap(.untested, "m -> p", unused) != nil)
  }

  @Test("a theory's gaps are those of its configurations")
  func theory() throws {
    #expect(try gaps(study(), theory: "t2").map(\.about) == ["m", "m -> p", "p", "m"])
    #expect(try gaps(study(), theory: "t2")[0].changes.count == 1)
  }

  @Test("a contrast that was read off is no gap")
  func contrasted() throws {
    var study = CaseStudy()
    study.at("a", ["x": true, "m": true])
    study.at("b", ["x": true, "m": true])
    let open = try GapFinder(Judge(study.study.evidence)).gaps()
    let gap = try #require(open.first { $0.kind == .neverContrasted })
    #expect(gap.about == "m across x")
    // A strong voice against the link from context to mechanism: does not work as claimed.
    #expect(gap.changes.map(\.ifNot) == [.doesNotWork])
    #expect(gap.ask.hasPrefix("Look for 1 site where this is not so: “They agree”."))
    study.at("d", ["x": false, "m": false])
    let closed = try GapFinder(Judge(study.study.evidence)).gaps()
    #expect(!closed.contains { $0.kind == .neverContrasted })
  }

  // MARK: Unexplained evidence

  @Test("evidence that no configuration reaches is gathered by what it speaks of")
  func unexplained() throws {
    var study = study()
    study.evidence.surroundings.contexts = ["loose"]
    study.evidence.titles.append(RecordedEvidence.Title(id: "loose", title: "Money is short"))
    study.add("u1", by: ["ann"], .supports, [], target: "loose")
    study.add("u2", by: ["bob"], .challenges, [], target: "loose")
    study.add("r1", by: ["ann"], .qualifies, ["o"])
    study.add("n1", by: ["ann"], .supports, [], target: "nothing-known")
    study.evidence.bearings.removeAll { $0.item == "n1" }
    study.add("coder", .supports, [], target: "loose") { $0.layer = .coder }
    study.add("s1", by: ["cy"], .supports, [], target: "gone")
    study.evidence.bearings.removeAll { $0.item == "s1" }
    study.evidence.surroundings.subjects = [
      RecordedEvidence.Subject(item: "s1", target: "o"),
      RecordedEvidence.Subject(item: "r1", target: "loose"),
    ]
    let found = try gaps(study).filter { $0.kind == .unexplained }
    // r1 only qualifies, but a configuration takes it up; the coder's own items are no evidence.
    #expect(found.map(\.about) == ["o", "loose", "n1"])
    #expect(found.map(\.items) == [["s1"], ["u1", "u2"], ["n1"]])
    // s1 speaks of o, which c has: settled against, c would be untested: outcome not seen.
    #expect(found.map(\.changes.count) == [1, 0, 0])
    #expect(
      found[1].question
        == "Where this is so, what follows from it, and for whom: “Money is short”?")
    #expect(found[2].question.hasPrefix("Somebody said this: “What n1 says”."))
    // A theory takes up what it lists and what its configurations have.
    #expect(
      try gaps(study, theory: "t").filter { $0.kind == .unexplained }.map(\.about) == ["o"])
    study.evidence.surroundings.listings = [
      RecordedEvidence.Listing(theory: "t", element: "loose")
    ]
    #expect(
      try gaps(study, theory: "t").filter { $0.kind == .unexplained }.map(\.about)
        == ["o", "loose"])
  }

  // MARK: Questions

  @Test("questions are open both ways and grammatical, whatever the titles are")
  func questions() throws {
    var study = EvidenceBuilder(contexts: [
      RecordedEvidence.ContextSlot(context: "e", role: .localCondition, effect: "enables"),
      RecordedEvidence.ContextSlot(context: "h", role: .localCondition, effect: "constrains"),
      RecordedEvidence.ContextSlot(
        context: "n", role: .localCondition, effect: "makes-unnecessary"),
      RecordedEvidence.ContextSlot(context: "w", role: nil),
    ])
    study.evidence.mechanisms[0] = RecordedEvidence.Mechanism(
      id: "m", title: "Delegation", hasResource: true, hasReasoning: true)
    study.evidence.mechanisms[0].resource = "Powers held by places"
    study.evidence.mechanisms[0].reasoning = "Places decide for themselves."
    study.evidence.titles = [
      RecordedEvidence.Title(id: "o", title: "Decisions are closer"),
      RecordedEvidence.Title(id: "e", title: "Trust"),
      RecordedEvidence.Title(id: "h", title: "Money is short"),
      RecordedEvidence.Title(id: "n", title: "One council"),
    ]
    let questions = Dictionary(
      uniqueKeysWithValues: try gaps(study).filter { $0.kind == .untested }
        .map { ($0.about, $0.question) })
    let expected: [Text: String] = [
      "m.resource":
        "Is this in force where you work, or is it not: “Powers held by places”? What did you see?",
      "m.reasoning":
        "Do people where you work respond like this, or do they not: “Places decide for "
        + "themselves”? What did you see them do?",
      "m.resource -> m.reasoning":
        "When people are given this, “Powers held by places”, do they respond like this, “Places "
        + "decide for themselves”? What makes them do so, or not?",
      "o":
        "Has this come about where you work, or has it not: “Decisions are closer”? How can you "
        + "tell?",
      "m -> o":
        "Where this was taken up, “Delegation”, did it lead to this, “Decisions are closer”? How "
        + "did it, or why did it not?",
      "e": "Is this so where you work, or is it not: “Trust”? What tells you?",
      "w": "Is this so where you work, or is it not: `w`? What tells you?",
      "e -> m":
        "Where this is so, “Trust”, does it make this more likely, “Delegation”, or does it not? "
        + "How?",
      "h -> m":
        "Where this is so, “Money is short”, does it hold this back, “Delegation”, or does it not? "
        + "How?",
      "n -> m":
        "Where this is so, “One council”, is this no longer needed, “Delegation”, or is it still? "
        + "Why?",
      "w -> m": "Where this is so, `w`, what does it do to this, if anything: “Delegation”?",
    ]
    for (part, question) in expected { #expect(questions[part] == question) }
  }

  @Test("an espoused part is asked about as seen")
  func espousedQuestion() throws {
    var study = study()
    study.add("e1", by: ["ann"], .supports, ["o"], .strong, claim: .espoused)
    #expect(
      try gap(.espousedOnly, "o", study)?.question.hasSuffix(
        "Have you seen it yourself, or is it meant or hoped for?") ?? false)
  }

  @Test("those are asked who have not been heard")
  func ask() throws {
    var study = study()
    study.evidence.participants = ["ann": "managers", "bob": "nurses", "cy": "nurses"]
      .sorted { $0.key < $1.key }.map { id, group in
        var person = RecordedEvidence.Participant(id: Text(id))
        person.roleGroup = Text(group)
        return person
      }
    study.add("e1", by: ["ann"], .supports, ["o"], .strong) { $0.scale = "place" }
    study.add("e2", by: ["bob"], .supports, ["p"], .strong, target: "d") {
      $0.scale = "system"
      $0.sites = ["leeds"]
    }
    #expect(
      try gap(.singleVoice, "o", study)?.ask
        == "people of a group not yet heard on it (nurses), on a scale not yet heard (system), "
        + "at a site not yet heard (leeds)")
    #expect(
      try gap(.untested, "m", study)?.ask
        == "people of any group (managers; nurses): nobody has been heard on it")
    study.add("e3", by: ["cy"], .supports, ["o"], .strong)
    study.add("e4", by: ["ann"], .qualifies, ["p"], target: "d") { $0.methods = ["survey"] }
    #expect(
      try gap(.singleVoice, "p", study)?.ask
        == "other people of the groups heard on it (managers; nurses), on a scale not yet heard "
        + "(place)")
  }
}
