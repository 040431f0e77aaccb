import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 5: the worked cases, and one case for each way a rule can fit.
@Suite struct PartRulesTests {
  let judge = PartRules()

  @Test(arguments: [
    ("1 strong", "", "thin, for"),
    ("1 strong + 1 weak", "", "supported"),
    ("", "1 strong", "challenged"),
    ("", "1 moderate", "thin, against"),
    ("1 weak", "1 strong", "challenged"),
    ("1 strong", "8 weak", "thin, mixed"),
    ("2 strong", "1 moderate", "supported with dissent"),
    ("3 moderate", "2 moderate", "contested"),
    ("1 moderate", "1 strong", "contested"),
    ("2 weak", "1 moderate", "thin, mixed"),
    ("1 strong + 1 weak", "1 moderate", "contested"),
    ("2 strong + 2 moderate", "9 strong + 4 moderate", "challenged"),
    // Beyond the contract's table.
    ("", "", "untested (nothing)"),
    ("2 moderate", "", "supported"),
    ("1 moderate + 1 weak", "", "thin, for"),
    ("", "2 moderate", "challenged"),
    ("5 weak", "", "thin, for"),
    ("4 moderate", "1 strong", "contested"),
    ("8 moderate", "1 weak", "supported"),
  ])
  func workedCases(supporting: String, challenging: String, verdict: String) {
    let balance = Balance.of(supporting, challenging)
    #expect(judge.decide(balance).word.fullName == verdict)
  }

  @Test func onePersonStrongOnBothSidesIsThinAndMixed() {
    var balance = Balance.of("1 strong", "1 strong")
    balance.challenging[0] = Testimony(voice: balance.supporting[0].voice, weight: .strong)
    #expect(judge.decide(balance).word == .thin(.mixed))
    // A weak bystander is no second voice of weight.
    balance.supporting.append(Testimony(voice: Voice.test("bystander"), weight: .weak))
    #expect(judge.decide(balance).word == .thin(.mixed))
    // Others on both sides are.
    balance.supporting.append(Testimony(voice: Voice.test("second"), weight: .moderate))
    balance.challenging.append(Testimony(voice: Voice.test("third"), weight: .moderate))
    #expect(judge.decide(balance).word == .contested)
  }

  @Test func bothSidesOfOneCountAreDifferentPeople() {
    var balance = Balance.of("1 moderate", "1 moderate")
    let voice = Voice(.survey, key: "s", name: "s")
    balance.supporting[0] = Testimony(voice: voice, weight: .moderate)
    balance.challenging[0] = Testimony(voice: voice, weight: .moderate)
    #expect(judge.decide(balance).word == .thin(.mixed))
    balance.splitCounts = [voice]
    #expect(judge.decide(balance).word == .contested)
  }

  @Test func untestedSaysWhatThereIs() {
    var balance = Balance()
    balance.isQualified = true
    #expect(judge.decide(balance).word.fullName == "untested (qualified only)")
    balance.isSilentOn = true
    #expect(judge.decide(balance).word.fullName == "untested (qualified and silent only)")
    balance = Balance()
    balance.hasSetAside = true
    #expect(judge.decide(balance).word.fullName == "untested (set aside only)")
  }

  @Test func espousedOnlySaysHopedOrFeared() {
    var balance = Balance()
    balance.hoping = [Voice.test("a")]
    #expect(judge.decide(balance).word.fullName == "espoused only (hoped)")
    balance.fearing = [Voice.test("b")]
    #expect(judge.decide(balance).word.fullName == "espoused only (hoped and feared)")
    balance.hoping = []
    #expect(judge.decide(balance).word.fullName == "espoused only (feared)")
  }

  @Test func aFailedHoopEliminatesUnlessSomebodyOfWeightSupports() {
    var balance = Balance.of("3 weak", "1 strong")
    balance.challenging[0].failsDecisiveTest = true
    #expect(judge.decide(balance) == PartRules.Decision(word: .eliminated, rule: 1))
    balance.supporting.append(Testimony(voice: Voice.test("weighty"), weight: .moderate))
    #expect(judge.decide(balance).word == .contested)
    var silence = Balance()
    silence.failsBySilence = true
    #expect(judge.decide(silence).word == .eliminated)
  }

  @Test func anOfficialRecordEstablishesAProvision() throws {
    var balance = Balance.of("1 strong", "")
    balance.supporting[0].isOfficialRecord = true
    balance.supporting[0].recordDates = [try #require(PartialDate("2022-07"))]
    #expect(judge.decide(balance).word == .thin(.inFavour))
    balance.isProvision = true
    #expect(judge.decide(balance) == PartRules.Decision(word: .supportedOfRecord, rule: 4))
    // Ordinary dissent takes it out of rule 4.
    var dissent = balance
    dissent.challenging = Balance.of("", "1 weak").challenging
    #expect(judge.decide(dissent).word == .thin(.mixed))
    // A later record that ends it wins, by date.
    var ended = balance
    ended.challenging = Balance.of("", "1 weak").challenging
    ended.challenging[0].isOfficialRecord = true
    ended.challenging[0].recordDates = [try #require(PartialDate("2024-10"))]
    #expect(judge.decide(ended).word == .challengedOfRecord)
    // An earlier one is superseded.
    ended.challenging[0].recordDates = [try #require(PartialDate("2021"))]
    #expect(judge.decide(ended).word == .supportedOfRecord)
    // Without a date nothing is later: the ordinary rules decide.
    ended.challenging[0].recordDates = []
    #expect(judge.decide(ended).word == .thin(.mixed))
  }

  @Test func strongSupportNeedsVoicesMethodsPlacesAndNoSingleBearer() {
    func balance(_ weights: [Weight], families: [MethodFamily], scales: [Text?]) -> Balance {
      var balance = Balance()
      for (index, weight) in weights.enumerated() {
        var testimony = Testimony(voice: Voice.test("s\(index)"), weight: weight)
        testimony.families = [families[index % families.count]]
        testimony.scale = scales[index % scales.count]
        balance.supporting.append(testimony)
      }
      return balance
    }
    let full = balance(
      [.strong, .strong, .moderate], families: [.interview, .survey], scales: ["system", "place"])
    #expect(judge.decide(full) == PartRules.Decision(word: .stronglySupported, rule: 7))
    let oneMethod = balance(
      [.strong, .strong, .moderate], families: [.interview], scales: ["system", "place"])
    #expect(judge.decide(oneMethod).word == .supported)
    let oneScale = balance(
      [.strong, .strong, .moderate], families: [.interview, .survey], scales: ["system", nil])
    #expect(judge.decide(oneScale).word == .supported)
    let twoVoices = balance(
      [.strong, .strong], families: [.interview, .survey], scales: ["system", "place"])
    #expect(judge.decide(twoVoices).word == .supported)
    // Without its one strong voice only weak ones are left.
    let oneBearer = balance(
      [.strong, .weak, .weak], families: [.interview, .survey], scales: ["system", "place"])
    #expect(judge.decide(oneBearer).word == .supported)
    var dissent = full
    dissent.challenging = Balance.of("", "1 moderate").challenging
    #expect(judge.decide(dissent).word == .supportedWithDissent)
    dissent.challenging = Balance.of("", "4 weak").challenging
    #expect(judge.decide(dissent).word == .stronglySupported)
    // What is of record and strongly supported besides is not moved down by its record.
    var record = full
    record.isProvision = true
    record.supporting[0].isOfficialRecord = true
    #expect(judge.decide(record).word == .stronglySupported)
  }

  @Test func lopsidednessIsATeamsToSwitchOff() {
    var rules = Rules.standard
    rules.support.lopsided = false
    let fair = PartRules(rules)
    #expect(fair.decide(Balance.of("", "1 strong")).word == .thin(.against))
    #expect(fair.decide(Balance.of("1 weak", "1 strong")).word == .thin(.mixed))
    #expect(fair.decide(Balance.of("", "2 strong")).word == .challenged)
    #expect(fair.decide(Balance.of("2 strong", "")).word == .supported)
  }
}

extension Voice {
  static func test(_ name: String) -> Voice { Voice(.person, key: Text(name), name: Text(name)) }
}

extension Balance {
  /// `2 strong + 1 weak` on each side.
  static func of(_ supporting: String, _ challenging: String) -> Balance {
    var balance = Balance()
    balance.supporting = side(supporting, prefix: "s")
    balance.challenging = side(challenging, prefix: "k")
    return balance
  }

  private static func side(_ notation: String, prefix: String) -> [Testimony] {
    var side: [Testimony] = []
    for term in notation.split(separator: "+") {
      let words = term.split(separator: " ")
      guard words.count == 2, let count = Int(words[0]),
        let weight = Weight(rawValue: String(words[1]))
      else { continue }
      for _ in 0..<count {
        side.append(Testimony(voice: Voice.test("\(prefix)\(side.count)"), weight: weight))
      }
    }
    return side
  }
}
