import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 4.
@Suite struct WeighingTests {
  @Test(arguments: [
    (3, 2, 2, ProcessTest?.none, Weight.strong), (2, 2, 2, nil, .strong), (3, 1, 2, nil, .moderate),
    (3, 1, 2, .smokingGun, .strong), (3, 1, 2, .doublyDecisive, .strong),
    (3, 1, 2, .hoop, .moderate),
    (2, 3, 1, nil, .moderate), (2, 3, 0, nil, .weak), (1, 3, 3, nil, .weak),
    (0, 3, 3, nil, .setAside),
  ])
  func scoresGiveWeights(
    relevance: Int, richness: Int, rigour: Int, test: ProcessTest?, weight: Weight
  ) throws {
    let bench = try Bench(EvidenceIndex(RecordedEvidence()), rules: .standard, aliasesFrom: .high)
    let appraisal = Appraisal(relevance, richness, rigour)
    #expect(bench.scale.weight(of: appraisal, test: test) == weight)
  }

  @Test func inferredReachesModerateOnAnElementAndMoreOnALink() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m -> o"], .strong, claim: .inferred)
    #expect(try study.part("m -> o").supporters == ["person:a strong"])
    #expect(try study.part("m").supporters == ["person:a moderate"])
    #expect(try study.part("o").supporters == ["person:a moderate"])
  }

  /// Every row of the default table: relevance, richness, rigour.
  @Test(
    arguments: [
      ("int", true, Standpoint?.some(.own), 3, 2, 2), ("int", false, .own, 3, 1, 2),
      ("int", true, .general, 2, 2, 2), ("int", false, .general, 2, 1, 2),
      ("int", false, nil, 2, 1, 2),
      ("survey", false, nil, 2, 1, 2), ("poll", false, nil, 2, 1, 1),
      ("free", true, nil, 2, 2, 1), ("free", false, nil, 2, 1, 1),
      ("handbooks", false, nil, 3, 1, 2),
      ("cases", true, nil, 2, 2, 1), ("cases", false, nil, 2, 1, 1),
      ("opinion", true, nil, 2, 1, 1), ("hearsay", false, nil, 2, 1, 1),
    ] as [(Text, Bool, Standpoint?, Int, Int, Int)])
  func defaultAppraisals(
    method: Text, verbatim: Bool, standpoint: Standpoint?, relevance: Int, richness: Int,
    rigour: Int
  ) throws {
    var study = EvidenceBuilder()
    study.evidence.methods += [
      RecordedEvidence.Method(id: "poll", kind: .survey, count: 80),
      RecordedEvidence.Method(id: "free", kind: .surveyFreeText),
      RecordedEvidence.Method(id: "opinion", kind: .judgement),
      RecordedEvidence.Method(id: "hearsay", kind: .secondary),
    ]
    study.add("e1", .supports, ["m"], nil, method: method) {
      $0.isVerbatim = verbatim
      $0.standpoint = standpoint
      $0.question = "Q"
    }
    let entry = try #require(try study.part("m").count.counted.first)
    #expect(entry.weighing.appraisal == Appraisal(relevance, richness, rigour))
  }

  @Test func ownScoresWinAndMissingOnesAreCompleted() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m"], nil, bearing: { $0.richness = 2 })
    let entry = try #require(try study.part("m").count.counted.first)
    #expect(entry.weighing.appraisal == Appraisal(2, 2, 2))
    #expect(entry.weighing.basis == .completed("interview, general view"))
    #expect(entry.weighing.weight == .strong)
  }

  @Test func whatIsNotAppraisedIsWeak() throws {
    var study = EvidenceBuilder()
    study.evidence.methods.append(RecordedEvidence.Method(id: "watch", kind: .observation))
    study.add("e1", .supports, ["m"], nil, method: "watch")
    let entry = try #require(try study.part("m").count.counted.first)
    #expect(entry.weighing.basis == .notAppraised && entry.weighing.weight == .weak)
  }

  @Test func whatIsNotRelevantIsSetAsideAndListed() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m"], .setAside)
    let part = try study.part("m")
    #expect(part.word == .untested(.setAside))
    #expect(part.count.setAside.map(\.item) == ["e1"])
  }

  @Test func evidenceFromBeforeTheProgrammeSaysLittleOnEnactment() throws {
    var rules = Rules.standard
    rules.programme.start = "2022-07"
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m -> o"], .strong) { $0.date = "2021" }
    #expect(try study.part("m", rules: rules).supporters == ["person:a weak"])
    #expect(try study.part("m -> o", rules: rules).supporters == ["person:a strong"])
    #expect(try study.part("m").supporters == ["person:a strong"])
    study.evidence.items[0].date = "2022"
    #expect(try study.part("m", rules: rules).supporters == ["person:a strong"])
  }

  @Test func anotherCountrysSchemeSaysLittleOnEnactment() throws {
    var rules = Rules.standard
    rules.programme.country = "england"
    var study = EvidenceBuilder()
    study.evidence.sites = [RecordedEvidence.Site(id: "wales", level: "country")]
    study.add("e1", by: ["a"], .supports, ["o"], .strong) { $0.sites = ["wales"] }
    #expect(try study.part("o", rules: rules).supporters == ["person:a weak"])
  }

  @Test func aSecondaryFigureWeighsAsItsOrigin() throws {
    var study = EvidenceBuilder()
    study.evidence.methods.append(RecordedEvidence.Method(id: "hearsay", kind: .secondary))
    study.add("f1", method: "survey") {
      $0.isFigure = true
      $0.question = "Q"
    }
    study.add("f2", .supports, ["o"], nil, method: "hearsay") {
      $0.isFigure = true
      $0.origins = ["f1"]
    }
    let entry = try #require(try study.part("o").count.counted.first)
    #expect(entry.weighing.appraisal == Appraisal(2, 1, 2))
    #expect(try study.part("o").supporters == ["survey:survey moderate"])
  }
}
