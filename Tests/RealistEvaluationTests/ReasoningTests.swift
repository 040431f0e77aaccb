import PropertyGraph
import Testing

@testable import RealistEvaluation

@Suite struct ReasoningTests {
  /// A small study with something of everything.
  func study() -> EvidenceBuilder {
    var study = EvidenceBuilder(
      contexts: [
        RecordedEvidence.ContextSlot(context: "problem", role: .caseForChange),
        RecordedEvidence.ContextSlot(context: "trust", role: .localCondition, effect: "enables"),
      ])
    study.evidence.mechanisms[0].title = "Decisions are delegated"
    study.evidence.titles = [
      RecordedEvidence.Title(id: "o", title: "Decisions are better"),
      RecordedEvidence.Title(id: "trust", title: "Partners trust each other"),
    ]
    study.evidence.participants = [
      RecordedEvidence.Participant(id: "20t3", code: "20T3"),
      RecordedEvidence.Participant(id: "2ot3", code: "2OT3"),
    ]
    study.evidence.aliases = [
      RecordedEvidence.Alias(name: "2ot3", same: "20t3", certainty: .high)
    ]
    study.evidence.espousals = [
      RecordedEvidence.Espousal(
        target: "c", place: RecordedEvidence.Locator(document: "doc", section: "7.3", line: 1974))
    ]
    study.add("e1", by: ["2ot3"], .challenges, ["m"], .strong, line: 711) {
      $0.date = "2024-09"
      $0.places[0].section = "5.1.3"
      $0.places[0].anchor = "divesting control"
    } bearing: {
      $0.reason = "Own board, in own words"
      $0.judgedBy = "encoder"
      $0.activation = .faint
    }
    study.add("e2", by: ["a"], .supports, ["m -> o"], .strong, claim: .inferred)
    study.add("e3", by: ["20t3"], .challenges, ["m"], .weak)
    study.add("e4", .challenges, ["m"]) { $0.attribution = .withheld }
    study.add("e5", by: ["b"], .supports, ["o"], claim: .espoused)
    study.add("e6", by: ["b"], .qualifies, ["m"], .moderate)
    study.add("e7", by: ["b"], .supports, ["trust"], .setAside)
    study.add("e8", .supports, ["m"]) { $0.layer = .coder }
    study.evidence.readings = [
      RecordedEvidence.Reading(
        id: "r1", configuration: "c", statement: "It is not yet in use", verdict: "not-enacted",
        asPrinted: "has yet to", place: RecordedEvidence.Locator(document: "doc", line: 1979)),
      RecordedEvidence.Reading(
        id: "r2", configuration: "c", statement: "It works", verdict: "supported"),
    ]
    return study
  }

  func reasoning(_ study: EvidenceBuilder) throws -> Reasoning {
    try #require(try Judge(study.evidence).reasoning(onConfiguration: "c"))
  }

  @Test func everyItemCanBeLookedUpAndDisputed() throws {
    let text = ReasoningText().render(try reasoning(study()))
    for expected in [
      "VERDICT: contested",
      "1. mechanism `m`: contested", "FOR: 1 voice", "AGAINST: 1 voice",
      "20T3 (respondent): strong",
      "given by 2OT3 (taken for 20T3); participant, observed, interview (int); 2024-09",
      "doc, section 5.1.3, line 711: “divesting control”",
      "strong: relevance 3, richness 2, rigour 2; scored for this use",
      "Own board, in own words (judged by: encoder)",
      "e3 (repeat of the same voice)",
      "e4 (repeat of unnamed people: it states 1 unnamed, and 1 coded of the same study",
      "reaches this element through its link",
      "inferred, so at most moderate on an element",
      "e8 (the coder is no source; never counted)",
      "5. contested: yes, both sides hold a moderate or strong voice",
      "espoused by doc, section 7.3, line 1974",
      "why they differ:",
      "Rules: standard, version 1, built-in",
      "not effect sizes and not probabilities",
    ] {
      let isThere = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains(expected)
      #expect(isThere, "\(expected)\n\(text)")
    }
  }

  @Test func sameEvidenceGivesTheSameBytes() throws {
    var study = study()
    let text = ReasoningText().render(try reasoning(study))
    var random = Generator(seed: 3)
    for _ in 0..<10 {
      study.evidence.items.shuffle(using: &random)
      study.evidence.bearings.shuffle(using: &random)
      study.evidence.readings.shuffle(using: &random)
      study.evidence.configurations[0].contexts.shuffle(using: &random)
      #expect(ReasoningText().render(try reasoning(study)) == text)
    }
  }

  @Test func theRuleThatFiredIsTheLastStepAndEveryEarlierOneSaysWhyNot() throws {
    var random = Generator(seed: 9)
    for _ in 0..<500 {
      let balance = random.balance()
      let decision = PartRules().decide(balance)
      let steps = PartArgument(rules: .standard, balance: balance).steps()
      #expect(steps.map(\.number) == Array(1...decision.rule))
      #expect(steps.map(\.fired) == Array(repeating: false, count: decision.rule - 1) + [true])
      #expect(steps.allSatisfy { !$0.why.isEmpty })
    }
  }

  @Test func configurationStepsEndWithTheVerdict() throws {
    for word in ConfigurationWord.allCases where word != .eliminated {
      let verdict = try study().verdict()
      let other = ConfigurationVerdict(
        configuration: verdict.configuration, word: word, deciding: verdict.deciding,
        parts: verdict.parts, tally: verdict.tally, coverage: verdict.coverage,
        threads: verdict.threads, activation: verdict.activation, espousals: [],
        cell: verdict.cell, readings: [], overrules: [], cautions: [])
      let steps = ConfigurationArgument(verdict: other).steps()
      #expect(steps.last?.name == word.rawValue)
      #expect(steps.filter(\.fired).count == 1)
      #expect(steps.first?.name == "eliminated")
    }
  }

  @Test func aFlipDoesWhatItSays() throws {
    let study = study()
    let judge = try Judge(study.evidence)
    let verdict = try #require(judge.verdict(onConfiguration: "c"))
    let flips = Flips(judge: judge).find(for: verdict, judge.sensitivity(of: verdict))
    #expect(flips.count > 1)
    for flip in flips {
      switch flip.change {
      case .without(let voice, _):
        var quieter = study.evidence
        quieter.hearing.without = [voice.id]
        #expect(try Judge(quieter).verdict(onConfiguration: "c")?.word == flip.word)
      case .with(let weight, let isFor, let part):
        // The new voice as an observation by a new person of another study.
        var changed = study
        changed.add(
          "zz", by: ["zz"], isFor ? .supports : .challenges, [part], weight, method: "int2")
        let after = try Judge(changed.evidence).verdict(onConfiguration: "c")?.word
        #expect(after == flip.word, "\(flip)")
      }
      #expect(flip.word != verdict.word)
    }
  }

  @Test func readingsAreComparedNeverCounted() throws {
    var study = study()
    let before = try study.verdict()
    #expect(try reasoning(study).readings.map(\.agrees) == [false, false])
    study.evidence.readings = []
    #expect(try study.verdict().word == before.word)
    var enacted = EvidenceBuilder()
    enacted.add("e1", by: ["a"], .challenges, ["m"], .strong)
    enacted.evidence.readings = self.study().evidence.readings
    #expect(try reasoning(enacted).readings.map(\.agrees) == [true, false])
  }

  @Test func theoryTextNamesItsWordAndRules() throws {
    let judge = try Judge(study().evidence)
    let theory = try #require(judge.verdict(onTheory: "t"))
    let text = ReasoningText().render(
      theory, configurations: judge.reasoning(for: theory.configurations), rules: judge.rules)
    #expect(text.hasPrefix("THEORY t"))
    #expect(text.contains("Verdict: contested"))
    #expect(text.contains("1 of 1 listed mechanisms"))
  }

  @Test func longLinesAreFoldedAtWords() {
    var prose = Prose()
    prose.add(Array(repeating: "word", count: 60).joined(separator: " "), indent: 4)
    #expect(prose.lines.count > 2)
    #expect(prose.lines.allSatisfy { $0.utf8.count <= 96 })
    #expect(prose.lines[0].hasPrefix("    word") && prose.lines[1].hasPrefix("      word"))
  }
}
