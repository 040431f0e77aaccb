import Diagnostics
import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 3, row by row.
@Suite struct VoicesTests {
  @Test func codedRespondentsAreOneVoiceEachAfterAliases() throws {
    var study = EvidenceBuilder()
    study.evidence.aliases = [
      RecordedEvidence.Alias(name: "2ot3", same: "20t3", certainty: .high),
      RecordedEvidence.Alias(name: "20tb", same: "20t8", certainty: .medium),
    ]
    study.add("e1", by: ["20t3"])
    study.add("e2", by: ["2ot3"], .supports, ["m"], .strong)
    study.add("e3", by: ["20t8", "11p1"])
    study.add("e4", by: ["20tb"])
    #expect(
      try study.part("m").supporters == [
        "person:11p1 moderate", "person:20t3 strong", "person:20t8 moderate",
        "person:20tb moderate",
      ])
  }

  @Test func doubtfulAliasesAreTriedBothWays() throws {
    var study = EvidenceBuilder(outcomes: [])
    study.evidence.aliases = [
      RecordedEvidence.Alias(name: "b", same: "a", certainty: .medium)
    ]
    study.add("e1", by: ["a"])
    study.add("e2", by: ["b"])
    #expect(try study.verdict().parts[0].word == .supported)
    let doubtful = try study.sensitivity()
    #expect(doubtful.aliasVariants.map(\.isMerged) == [true])
    #expect(doubtful.aliasVariants.map(\.word) == [.thinFor])
    study.evidence.aliases[0].certainty = .high
    #expect(try study.verdict().parts[0].word == .thin(.inFavour))
    #expect(try study.sensitivity().aliasVariants.map(\.isMerged) == [false])
    study.evidence.aliases[0].certainty = .certain
    #expect(try study.sensitivity().aliasVariants.isEmpty)
  }

  @Test func aGroupIsOneVoice() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a", "b", "c"]) { $0.attribution = .group }
    study.add("e2", by: ["c", "a", "b"]) { $0.attribution = .group }
    #expect(try study.part("m").supporters == ["group:int|a+b+c moderate"])
    // Two statements of groups that nobody names may be of one group.
    var unnamed = EvidenceBuilder()
    unnamed.add("e1") { $0.attribution = .group }
    unnamed.add("e2") { $0.attribution = .group }
    #expect(try unnamed.part("m").supporters == ["group:int| moderate"])
  }

  @Test func unnamedPeopleCountOnlyIfSomeAreLeft() throws {
    var study = EvidenceBuilder()
    study.add("e1") { $0.speakers = 2 }
    study.add("e2") { $0.attribution = .withheld }
    #expect(try study.part("m").supporters == ["residual:s|int| moderate"])
    study.add("e3", by: ["a"])
    // Several (2) exceed one coded voice.
    #expect(try study.part("m").supporters == ["person:a moderate", "residual:s|int| moderate"])
    study.add("e4", by: ["b"])
    let full = try study.part("m")
    #expect(full.supporters == ["person:a moderate", "person:b moderate"])
    #expect(
      full.count.supportingRepeats.map(\.reason) == [
        .unnamedMayBeCoded(stated: 2, coded: 2), .unnamedMayBeCoded(stated: 2, coded: 2),
      ])
    // Coded people of another study, and of the other side, are other people.
    var other = EvidenceBuilder()
    other.add("e1") { $0.attribution = .withheld }
    other.add("e2", by: ["a"], method: "int2")
    other.add("e3", by: ["b"], .challenges)
    #expect(try other.part("m").supporters == ["person:a moderate", "residual:s|int| moderate"])
  }

  @Test func aLighterCodedVoiceTakesNothingFromUnnamedPeople() throws {
    var study = EvidenceBuilder()
    study.add("unnamed", .supports, ["m"], .strong)
    let before = try study.part("m").word
    study.add("light", by: ["a"], .supports, ["m"], .weak)
    #expect(try study.part("m").supporters == ["person:a weak", "residual:s|int| strong"])
    #expect(try study.part("m").word.rung >= before.rung)
  }

  @Test func aCountStatesItsNumerator() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"])
    study.add("e2", by: ["b"])
    study.add("f1") {
      $0.isFigure = true
      $0.numerator = 3
      $0.denominator = 17
    }
    #expect(try study.part("m").supporters.last == "residual:s|int| moderate")
    study.add("e3", by: ["d"])
    #expect(try study.part("m").supporters.count == 3)
  }

  @Test func bothSidesOfOneCountAreNotMixed() throws {
    var study = EvidenceBuilder()
    for (id, kind) in [("f1", BearingKind.supports), ("f2", .challenges)] as [(Text, BearingKind)] {
      study.add(id, kind, ["m"], .moderate, method: "survey") {
        $0.isFigure = true
        $0.question = "Is it in use?"
      }
    }
    let part = try study.part("m")
    #expect(part.word == .contested)
    #expect(!part.count.balance.supporting[0].isMixed)
    study.evidence.items[1].question = "Another question?"
    #expect(try study.part("m").word == .thin(.mixed))
    #expect(try study.part("m").count.balance.supporting[0].isMixed)
  }

  @Test func aSurveyIsOneVoicePerGroup() throws {
    var study = EvidenceBuilder()
    for (id, group) in [("f1", "directors"), ("f2", "directors"), ("f3", "councillors")]
      as [(Text, Text)]
    {
      study.add(id, method: "survey") {
        $0.isFigure = true
        $0.group = group
      }
    }
    #expect(
      try study.part("m").supporters
        == ["survey:survey|councillors moderate", "survey:survey|directors moderate"])
  }

  @Test func sitesOwnDocumentsFoldIntoTheAnalysis() throws {
    var study = EvidenceBuilder()
    study.add("e1", method: "handbooks") { $0.sites = ["north"] }
    #expect(try study.part("m").supporters == ["site:north moderate"])
    study.add("e2", .supports, ["m"], .weak, method: "handbooks")
    let folded = try study.part("m")
    #expect(folded.supporters == ["analysis:handbooks moderate"])
    #expect(folded.count.supportingRepeats.map(\.voice.id) == ["site:north"])
    study.add("e3", .challenges, ["m"], method: "handbooks") { $0.sites = ["south"] }
    #expect(try study.part("m").challengers == ["site:south moderate"])
  }

  @Test func authorsRepeatTheirOwnParticipants() throws {
    var study = EvidenceBuilder()
    study.evidence.documents[0].studies = ["s"]
    study.add("a1", method: nil) { $0.layer = .author }
    #expect(try study.part("m").supporters == ["body:Research Body moderate"])
    // A participant of another study changes nothing, one of the same study makes it a repeat,
    // whatever the side.
    study.add("e1", by: ["z"], method: "int2")
    #expect(try study.part("m").supporters.count == 2)
    study.add("e2", by: ["a"], .challenges)
    let part = try study.part("m")
    #expect(part.supporters == ["person:z moderate"])
    #expect(part.count.supportingRepeats.map(\.reason) == [.authorsOfStudy("s")])
    // On the outcome no participant speaks, so there the authors count.
    study.add("a2", .supports, ["o"], method: nil) { $0.layer = .author }
    #expect(try study.part("o").supporters == ["body:Research Body moderate"])
  }

  @Test func whatQuotesIsTheVoiceOfItsOrigin() throws {
    var study = EvidenceBuilder()
    study.evidence.documents.append(RecordedEvidence.Document(id: "review", body: "Reviewer"))
    study.add("e1", method: nil) { $0.origins = ["review"] }
    study.add("e2", method: nil) { $0.origins = ["e1"] }
    #expect(try study.part("m").supporters == ["body:Reviewer moderate"])
    // Two origins stay two voices.
    study.add("e3", by: ["a"])
    study.add("e4", by: ["b"])
    study.add("e5", .supports, ["o"], method: nil) { $0.origins = ["e3", "e4"] }
    #expect(try study.part("o").supporters == ["person:a moderate", "person:b moderate"])
    #expect(try study.part("m").supporters.count == 3)
  }

  @Test func lineageInACircleIsAnError() {
    var study = EvidenceBuilder()
    study.add("e1") { $0.origins = ["e3"] }
    study.add("e2") { $0.origins = ["e1"] }
    study.add("e3") { $0.origins = ["e2"] }
    let error = #expect(throws: Diagnostic.self) { try Judge(study.evidence) }
    #expect(error?.code == "LineageCycle")
    #expect(
      error?.message == "items derive from one another in a circle: `e1`, `e3`, `e2`, `e1`")
  }

  @Test func longLineagesDoNotExhaustTheStack() throws {
    var study = EvidenceBuilder()
    study.add("e000000", by: ["a"])
    for index in 1..<20_000 {
      var item = RecordedEvidence.Item(id: Text("e\(100_000 + index)"))
      item.origins = [index == 1 ? "e000000" : Text("e\(100_000 + index - 1)")]
      study.evidence.items.append(item)
    }
    study.evidence.bearings.append(
      RecordedEvidence.Bearing(item: "e119999", .supports, target: "c", covers: ["o"]))
    #expect(try study.part("o").supporters == ["person:a weak"])
  }

  @Test func anOfficialRecordIsItsIssuingBodysVoice() throws {
    var study = EvidenceBuilder()
    study.evidence.mechanisms[0].isProvision = true
    study.evidence.documents.append(
      RecordedEvidence.Document(
        id: "act", body: "Parliament", date: "2022-04", isOfficialRecord: true))
    study.add("e1", .supports, ["m"], nil, method: nil) { $0.places[0].document = "act" }
    let part = try study.part("m")
    #expect(part.supporters == ["body:Parliament strong"])
    #expect(part.word == .supportedOfRecord)
  }

  @Test func theCoderIsNoSource() throws {
    var study = EvidenceBuilder()
    study.add("e1") { $0.layer = .coder }
    let part = try study.part("m")
    #expect(part.word == .untested([]))
    #expect(part.count.coders.map(\.item) == ["e1"])
  }

  @Test func aVoiceCountsAtItsStrongestItemAndOrderNeverMatters() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m"], .weak)
    study.add("e2", by: ["a"], .supports, ["m"], .strong)
    study.add("e3", by: ["a"], .challenges, ["m"], .moderate)
    study.add("e4", .supports, ["m -> o"]) { $0.speakers = 2 }
    let verdict = try study.verdict()
    let part = try study.part("m")
    #expect(part.supporters == ["person:a strong", "residual:s|int| moderate"])
    #expect(part.count.balance.supporting[0].entries.map(\.item) == ["e2", "e1"])
    #expect(part.count.balance.supporting[0].isMixed)
    var random = Generator(seed: 11)
    for _ in 0..<20 {
      study.evidence.items.shuffle(using: &random)
      study.evidence.bearings.shuffle(using: &random)
      study.evidence.methods.shuffle(using: &random)
      #expect(try study.verdict() == verdict)
    }
  }

  @Test func aRepeatChangesNothing() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a"], .supports, ["m"], .strong)
    study.add("e2", by: ["b"], .challenges, ["m"], .moderate)
    let before = try study.part("m")
    study.add("e3", by: ["a"], .supports, ["m"], .strong)
    study.add("e4", by: ["b"], .challenges, ["m"], .weak)
    let after = try study.part("m")
    #expect(after.supporters == before.supporters && after.challengers == before.challengers)
    #expect(after.word == before.word && after.rule == before.rule)
  }

  @Test func passagesSourcesAndVoicesAreThreeNumbers() throws {
    var study = EvidenceBuilder()
    study.add("e1", by: ["a", "b"], line: 10)
    study.add("e2", by: ["a"], line: 10)
    study.add("e3", by: ["c"], line: 12)
    study.add("e4", .supports, ["o"], line: 13) { $0.attribution = .withheld }
    #expect(
      try study.verdict().tally.phrase == "3 passages, 4 sources, 4 independent voices")
  }
}
