import PropertyGraph
import Testing

@testable import RealistEvaluation

@Suite struct ThreadsAndCellsTests {
  /// Two people who support every part between them, on observations of weight.
  func assembled() -> EvidenceBuilder {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m"], .strong)
    study.add("e2", by: ["b"], .supports, ["m -> o"], .strong)
    study.add("e3", by: ["d"], .supports, ["m -> o"], .strong)
    return study
  }

  @Test func anAccountThatCoversEveryPartIsAThread() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m"], .strong)
    study.add("e2", by: ["b"], .supports, ["m"], .strong)
    study.add("e3", by: ["a"], .supports, ["o"], .strong)
    study.add("e4", by: ["b"], .supports, ["o"], .strong)
    #expect(try study.verdict().threads.isEmpty)
    study.add("e5", by: ["a"], .supports, ["m -> o"], .strong)
    study.add("e6", by: ["z"], .supports, ["m -> o"], .weak)
    let verdict = try study.verdict()
    #expect(verdict.threads.map(\.voice.name) == ["a"])
    #expect(verdict.threads.first?.items == ["e1", "e3", "e5"])
    #expect(verdict.word == .supported)
    // Told on two days it is two accounts.
    study.evidence.items[0].date = "2024-01"
    study.evidence.items[4].date = "2024-02"
    study.evidence.items[2].date = "2024-02"
    // e5 alone supports all three parts, so the second day is a thread still.
    #expect(try study.verdict().threads.first?.items == ["e3", "e5"])
  }

  @Test func withoutAThreadItIsAssembled() throws {
    var study = EvidenceBuilder()
    for (index, part) in (["m", "o", "m", "o"] as [Text]).enumerated() {
      study.add(Text("e\(index)"), by: [Text("p\(index)")], .supports, [part], .strong)
    }
    study.add("e8") {
      $0.speakers = 5
      $0.attribution = .uncoded
    }
    study.evidence.bearings[4].covers = ["thread"]
    study.add("f9", .supports, ["thread"], .strong, method: "survey") { $0.isFigure = true }
    let verdict = try study.verdict()
    #expect(verdict.threads.isEmpty)
    #expect(verdict.word == .assembled)
    #expect(verdict.word.caution != nil)
  }

  @Test func aThreadEntryCoversAllRequiredParts() throws {
    var study = assembled()
    study.add("e9", by: ["x"], .supports, ["thread"], .moderate)
    #expect(try study.verdict().threads.map(\.voice.name).contains("x"))
    study.evidence.bearings[3].rigour = 0
    #expect(try !study.verdict().threads.map(\.voice.name).contains("x"))
  }

  // MARK: Cells

  @Test(arguments: [
    ("1 strong + 1 weak", "", true, "said and seen"),
    ("1 moderate", "", true, "said and seen"),
    ("1 weak", "", true, "said, seen by some"),
    ("1 moderate", "1 moderate", true, "said, seen by some"),
    ("1 weak", "1 weak", true, "said, seen by some"),
    ("2 strong", "1 moderate", true, "said and seen"),
    ("", "1 moderate", true, "said, not seen"),
    ("", "1 strong", true, "said, not seen"),
    ("", "", true, "said, not looked for"),
    ("1 moderate", "", false, "seen, not said"),
    ("1 moderate", "1 moderate", false, "not said, seen by some"),
    ("", "1 strong", false, "neither"),
    ("", "", false, "nothing known"),
  ])
  func cells(supporting: String, challenging: String, said: Bool, cell: String) {
    let balance = Balance.of(supporting, challenging)
    let word = PartRules().decide(balance).word
    #expect(Cell(said: said, Cell.Seen(word, balance)).rawValue == cell)
  }

  @Test func oneInferredVoiceIsNotSeen() {
    var balance = Balance.of("1 moderate", "")
    balance.supporting[0].isObserved = false
    let word = PartRules().decide(balance).word
    #expect(Cell(said: true, Cell.Seen(word, balance)) == .saidSeenBySome)
  }

  @Test func saidIsAnEspousalOrAHope() throws {
    var study = EvidenceBuilder()
    #expect(try study.part("m").cell == .nothingKnown)
    study.evidence.espousals = [
      RecordedEvidence.Espousal(target: "m", place: RecordedEvidence.Locator(document: "doc"))
    ]
    #expect(try study.part("m").cell == .saidNotLookedFor)
    #expect(try study.part("m -> o").cell == .nothingKnown)
    study.evidence.espousals[0].target = "c"
    #expect(try study.part("m -> o").cell == .saidNotLookedFor)
    study.evidence.espousals = []
    study.add("e1", by: ["a"], .supports, ["o"], .moderate, claim: .espoused)
    #expect(try study.part("o").cell == .saidNotLookedFor)
    study.add("e2", by: ["b"], .challenges, ["m"], .moderate, claim: .espoused)
    #expect(try study.part("m").cell == .nothingKnown)
  }

  @Test func theConfigurationsCellIsThatOfItsDecidingPart() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .challenges, ["m"], .strong)
    study.evidence.espousals = [
      RecordedEvidence.Espousal(target: "c", place: RecordedEvidence.Locator(document: "doc"))
    ]
    let verdict = try study.verdict()
    #expect(verdict.deciding?.part.id == "m")
    #expect(verdict.cell == .saidNotSeen)
  }

  // MARK: Activation

  @Test func activationIsCountedByVoiceAndContext() throws {
    var study = EvidenceBuilder(
      contexts: [RecordedEvidence.ContextSlot(context: "trust", role: .localCondition)])
    study.add("e1", by: ["a"], .supports, ["trust -> m"], bearing: { $0.activation = .strong })
    study.add("e2", by: ["a"], .supports, ["trust"], bearing: { $0.activation = .partial })
    study.add("e3", by: ["b"], .challenges, ["m"], bearing: { $0.activation = Activation.none })
    #expect(
      try study.verdict().activation == [
        ConfigurationVerdict.ActivationSpread(context: nil, voices: [1, 0, 0, 0]),
        ConfigurationVerdict.ActivationSpread(context: "trust", voices: [0, 0, 0, 1]),
      ])
  }

  // MARK: Theories

  @Test(
    arguments: [
      ([.contested, .supported], .contested), ([.contested, .notEnacted], .notSupported),
      ([.contested, .notEnacted, .supported], .holdsInPart),
      ([.supported, .stronglySupported, .supportedWithDissent], .holds),
      ([.supported, .thinFor], .holdsInPart), ([.assembled, .assembled], .holdsInPart),
      ([.notEnacted, .thinFor], .notSupported), ([.eliminated], .notSupported),
      ([.espousedOnly, .espousedOnly], .espousedOnly), ([.untested, .espousedOnly], .untested),
      ([.outcomeNotSeen], .untested), ([.thinFor, .untested], .thin), ([], .untested),
    ] as [([ConfigurationWord], TheoryWord)])
  func theoryWords(words: [ConfigurationWord], word: TheoryWord) {
    #expect(TheoryWord(words) == word)
  }

  @Test func aTheoryShowsWhatItsWordHides() throws {
    var study = assembled()
    study.evidence.theories[0].listedMechanisms = ["m", "unpaired"]
    study.evidence.theories.append(RecordedEvidence.Theory(id: "wide", parts: ["t"]))
    study.evidence.items[0].scale = "place"
    let judge = try Judge(study.evidence)
    let theory = try #require(judge.verdict(onTheory: "t"))
    #expect(theory.listedMechanisms == 2 && theory.configuredMechanisms == 1)
    #expect(theory.fit.requiredParts == 3 && theory.fit.observedParts == 3)
    #expect(theory.scales == ["place"] && theory.methods == [.interview])
    #expect(theory.byVerdict.map(\.word) == [.supported] && theory.word == .holds)
    #expect(judge.verdict(onTheory: "wide")?.configurations.count == 1)
    #expect(judge.verdict(onTheory: "nowhere") == nil)
  }
}
