import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 6: one case for each rule, in their order.
@Suite struct ConfigurationRulesTests {
  /// Parts of one mechanism, one outcome and, if given, one local condition.
  func decide(
    m: PartWord = .supported, o: PartWord = .supported, link: PartWord = .supported,
    context: PartWord? = nil, contextLink: PartWord = .supported, thread: Bool = false
  ) -> (word: ConfigurationWord, part: Text?) {
    var configuration = RecordedEvidence.Configuration(id: "c")
    configuration.mechanisms = ["m"]
    configuration.outcomes = ["o"]
    if context != nil {
      configuration.contexts = [
        RecordedEvidence.ContextSlot(context: "x", role: .localCondition)
      ]
    }
    let parts = ConfigurationParts(of: configuration) { _ in nil }.parts
    let words: [Text: PartWord] = [
      "m": m, "o": o, "m -> o": link, "x": context ?? .supported, "x -> m": contextLink,
    ]
    let verdicts = parts.map { (part: $0, word: words[$0.id] ?? .supported) }
    let decision = ConfigurationRules(verdicts).decide(hasThread: thread)
    return (decision.word, decision.part.map { parts[$0].id })
  }

  @Test func theFirstRuleThatFitsDecides() {
    #expect(decide(m: .challenged, o: .eliminated) == (.eliminated, "o"))
    #expect(decide(m: .challenged, o: .challenged, link: .challenged) == (.notEnacted, "m"))
    #expect(decide(m: .challengedOfRecord) == (.notEnacted, "m"))
    #expect(decide(link: .challenged) == (.doesNotWork, "m -> o"))
    #expect(decide(o: .challenged) == (.doesNotWork, "o"))
    #expect(decide(m: .supportedWithDissent, o: .challenged) == (.doesNotWork, "o"))
    #expect(decide(m: .thin(.inFavour), o: .challenged) == (.outcomeNotSeen, "o"))
    #expect(decide(m: .untested([]), o: .challenged) == (.outcomeNotSeen, "o"))
    #expect(decide(context: .challenged) == (.contextAbsent, "x"))
    #expect(decide(m: .contested, o: .thin(.against)) == (.contested, "m"))
    #expect(decide(m: .untested([]), o: .thin(.against)) == (.thinAgainst, "o"))
    #expect(decide(m: .espousedOnly(.hoped), o: .untested([])) == (.untested, "o"))
    #expect(decide(m: .thin(.mixed), o: .espousedOnly(.hoped)) == (.espousedOnly, "o"))
    #expect(decide(m: .thin(.inFavour), o: .thin(.mixed)) == (.thinMixed, "o"))
    #expect(decide(link: .thin(.inFavour)) == (.thinFor, "m -> o"))
    #expect(decide(m: .stronglySupported) == (.assembled, "o"))
    #expect(decide(link: .supportedWithDissent) == (.assembled, "m -> o"))
    #expect(decide(link: .supportedWithDissent, thread: true) == (.supportedWithDissent, "m -> o"))
    #expect(decide(m: .supportedOfRecord, thread: true) == (.supported, "m"))
    #expect(
      decide(m: .stronglySupported, o: .stronglySupported, link: .stronglySupported, thread: true)
        == (.stronglySupported, "m"))
  }

  @Test func tiesGoByKindThenById() {
    #expect(decide(o: .contested, link: .contested, context: .contested).part == "o")
    #expect(decide(link: .contested, context: .contested).part == "m -> o")
    #expect(decide(context: .contested, contextLink: .contested).part == "x")
    #expect(decide(o: .challenged, link: .challenged) == (.doesNotWork, "o"))
    var configuration = RecordedEvidence.Configuration(id: "c")
    configuration.mechanisms = ["b", "a"]
    configuration.outcomes = ["o"]
    let parts = ConfigurationParts(of: configuration) { _ in nil }.parts
    #expect(parts.map(\.id) == ["a", "b", "o", "a -> o", "b -> o"])
    let decision = ConfigurationRules(parts.map { ($0, .contested) }).decide(hasThread: false)
    #expect(decision.part == 0)
  }

  @Test func nothingRequiredIsUntested() {
    #expect(
      ConfigurationRules([PartVerdict]()).decide(hasThread: true)
        == ConfigurationRules.Decision(word: .untested, part: nil))
  }

  // MARK: Parts

  @Test func twoSlotsMakeTwoElementsAndAnInnerLink() {
    var configuration = RecordedEvidence.Configuration(id: "c")
    configuration.mechanisms = ["m"]
    configuration.outcomes = ["o"]
    configuration.contexts = [
      RecordedEvidence.ContextSlot(context: "problem", role: .caseForChange),
      RecordedEvidence.ContextSlot(context: "trust", role: .localCondition, effect: "enables"),
    ]
    let layout = ConfigurationParts(of: configuration) {
      RecordedEvidence.Mechanism(id: $0, hasResource: true, hasReasoning: true)
    }
    #expect(
      layout.parts.filter(\.isRequired).map(\.id) == [
        "m.reasoning", "m.resource", "m.resource -> m.reasoning", "o", "m -> o", "trust",
        "trust -> m",
      ])
    #expect(layout.parts.filter { !$0.isRequired }.map(\.id) == ["problem", "problem -> m"])
    func covered(_ entry: Text) -> [Text] {
      layout.positions(coveredBy: entry).map { layout.parts[$0].id }
    }
    #expect(covered("m") == ["m.reasoning", "m.resource"])
    #expect(covered("m->o") == ["m -> o"])
    #expect(covered("m.reasoning -> o") == ["m -> o"])
    #expect(covered("trust -> m.reasoning") == ["trust -> m"])
    #expect(covered("m.resource -> m.reasoning") == ["m.resource -> m.reasoning"])
    #expect(covered("thread").count == 7)
    #expect(covered("nowhere").isEmpty)
    // The outward link starts at the reasoning.
    let outward = layout.parts.first { $0.id == "m -> o" }
    #expect(outward?.elements.map { layout.parts[$0].id } == ["m.reasoning", "o"])
  }

  @Test func oneSlotIsOneElementUnderEitherName() {
    var configuration = RecordedEvidence.Configuration(id: "c")
    configuration.mechanisms = ["m"]
    let resource = ConfigurationParts(of: configuration) {
      RecordedEvidence.Mechanism(id: $0, hasResource: true)
    }
    #expect(resource.parts.map(\.id) == ["m"])
    #expect(resource.parts[0].isProvision)
    #expect(resource.positions(coveredBy: "m.resource") == [0])
    #expect(resource.positions(coveredBy: "m.reasoning").isEmpty)
  }

  // MARK: Coverage

  @Test func supportingALinkSupportsItsElementsChallengingDoesNot() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m -> o"])
    study.add("e2", by: ["b"], .challenges, ["m -> o"])
    #expect(try study.part("m").supporters == ["person:a moderate"])
    #expect(try study.part("m").challengers.isEmpty)
    #expect(try study.part("o").challengers.isEmpty)
    #expect(try study.part("m -> o").challengers == ["person:b moderate"])
  }

  @Test func aBearingOnTheConfigurationOverridesALoneOne() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, [], target: "m")
    #expect(try study.part("m").supporters == ["person:a moderate"])
    study.evidence.bearings.append(
      RecordedEvidence.Bearing(
        item: "e1", .challenges, target: "c", covers: ["m"], relevance: 2, richness: 1, rigour: 1))
    #expect(try study.part("m").supporters.isEmpty)
    #expect(try study.part("m").challengers == ["person:a moderate"])
  }

  @Test func espousedItemsNeverEnterEitherSide() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m -> o"], .strong, claim: .espoused)
    study.add("e2", by: ["b"], .challenges, ["m -> o"], .strong, claim: .espoused)
    let link = try study.part("m -> o")
    #expect(link.word == .espousedOnly(.both))
    // Hoping for a link hopes for both its ends; doubting one is about the link alone.
    #expect(try study.part("m").word == .espousedOnly(.hoped))
    #expect(try study.part("o").cell == .saidNotLookedFor)
    var fearing = EvidenceBuilder()
    fearing.add(
      "e1", by: ["a"], .supports, ["m -> o"], claim: .espoused, bearing: { $0.direction = .minus })
    #expect(try fearing.part("o").word == .espousedOnly(.feared))
    #expect(try fearing.part("o").cell == .nothingKnown)
    fearing.evidence.bearings[0].kind = .challenges
    #expect(try fearing.part("o").word == .untested([]))
  }

  /// A condition that constrains finds the mechanism in force; one that makes it unnecessary does
  /// without it.
  @Test(arguments: [("enables", 1), ("constrains", 1), ("makes-unnecessary", 0)] as [(Text, Int)])
  func whatASupportedConditionSaysOfTheMechanism(effect: Text, supporters: Int) throws {
    var study = EvidenceBuilder(
      contexts: [
        RecordedEvidence.ContextSlot(context: "x", role: .localCondition, effect: effect)
      ])
    study.add("e1", by: ["a"], .supports, ["x -> m"])
    #expect(try study.part("x -> m").supporters == ["person:a moderate"])
    #expect(try study.part("x").supporters == ["person:a moderate"])
    #expect(try study.part("m").supporters.count == supporters)
  }

  /// What somebody says of an outcome in one claim is no word on another claim with that outcome; what
  /// is said of the outcome alone is (METHOD section 2).
  @Test func aBearingOnOneConfigurationStaysThere() throws {
    var study = EvidenceBuilder()
    var other = study.evidence.configurations[0]
    other.id = "d"
    other.mechanisms = ["n"]
    study.evidence.configurations.append(other)
    study.add("e1", by: ["a"], .supports, ["o"], target: "d")
    study.add("e2", by: ["b"], .challenges, [], target: "o")
    #expect(try study.part("o").supporters.isEmpty)
    #expect(try study.part("o").challengers == ["person:b moderate"])
    let verdict = try #require(try Judge(study.evidence).verdict(onConfiguration: "d"))
    let outcome = try #require(verdict.parts.first { $0.part.id == "o" })
    #expect(outcome.supporters == ["person:a moderate"])
    #expect(outcome.challengers == ["person:b moderate"])
  }

  @Test func aHoopTestFailedBySilenceNeedsAStatedSearch() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .silent, ["m"], .strong, bearing: { $0.test = .hoop })
    #expect(try study.part("m").word == .untested(.silent))
    study.evidence.bearings[0].search = "all 42 handbooks"
    #expect(try study.part("m").word == .eliminated)
    #expect(try study.verdict().word == .eliminated)
  }

  @Test func linksOfAMechanismThatIsNotEnactedAreUntested() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .challenges, ["m"], .strong)
    study.add("e2", by: ["b"], .challenges, ["m -> o"], .strong)
    let verdict = try study.verdict()
    #expect(verdict.word == .notEnacted)
    #expect(verdict.word.caution == "failure to implement is not failure of the theory")
    let link = try study.part("m -> o")
    #expect(link.word.fullName == "untested (mechanism not enacted)")
    #expect(link.computed == .challenged)
    #expect(verdict.coverage.phrase == "2 of 3 parts evidenced")
  }

  @Test func cautionsNameWhatTheEncoderShouldLookAt() throws {
    var study = EvidenceBuilder(
      contexts: [RecordedEvidence.ContextSlot(context: "x", role: nil)])
    study.add("e1", .supports, ["m -> nowhere"])
    study.add("e2", .supports, [])
    study.add("e3", .challenges, ["m"], bearing: { $0.activation = .strong })
    study.add("f1", .supports, ["m"], method: "survey") {
      $0.isFigure = true
      $0.numerator = 40
      $0.denominator = 100
    }
    #expect(
      try study.verdict().cautions.map(\.sentence) == [
        "the role of context `x` is not stated; counted as a local condition",
        "e1 covers `m -> nowhere`, which is no part of the configuration",
        "e2 bears on the configuration but covers no part of it, so it counts nowhere",
        "e3 challenges, yet its activation is strong",
        "f1 supports, yet 40 of 100 is not `most`",
      ])
  }
}
