import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 5, "properties that must hold", from recorded evidence to the verdict on every part:
/// through aliases, lineage, repeats, unnamed people, authors and coverage.
@Suite struct EvidencePropertyTests {
  static let cases = PropertyCases.count(150)

  /// The verdicts on all parts of all configurations, and on these.
  private struct Verdicts: Equatable {
    var parts: [PartWord] = []
    var configurations: [ConfigurationWord] = []

    /// Counted as trials count, without what a person would read.
    init(_ evidence: RecordedEvidence) throws {
      let judge = try Judge(evidence)
      let rules = PartRules(judge.rules)
      var counter = judge.bench.counter()
      for configuration in judge.index.configurations {
        let hearing = Hearing(of: configuration, on: judge.bench)
        for page in hearing.pages {
          let stand = counter.count(page)
          parts.append(rules.decide(stand, counter).word)
        }
        configurations.append(hearing.decide(&counter))
      }
    }
  }

  @Test func orderOfEntryNeverMatters() throws {
    var evidences = RandomEvidence(seed: 21)
    var random = Generator(seed: 22)
    for number in 0..<Self.cases {
      let evidence = evidences.study()
      var shuffled = evidence
      shuffled.items.shuffle(using: &random)
      shuffled.bearings.shuffle(using: &random)
      shuffled.configurations.shuffle(using: &random)
      shuffled.documents.shuffle(using: &random)
      shuffled.methods.shuffle(using: &random)
      shuffled.participants.shuffle(using: &random)
      shuffled.aliases.shuffle(using: &random)
      #expect(try Verdicts(shuffled) == Verdicts(evidence), "study \(number)")
      // Now and then everything that is shown with a verdict, too.
      guard number.isMultiple(of: 10) else { continue }
      #expect(try Judge(shuffled).verdicts() == Judge(evidence).verdicts(), "study \(number)")
    }
  }

  /// The same person says the same again, a line further down.
  @Test func aRepeatChangesNothing() throws {
    var evidences = RandomEvidence(seed: 23)
    var random = Generator(seed: 24)
    for number in 0..<Self.cases {
      let evidence = evidences.study()
      let said = random.pick(evidence.items)
      var again = said
      again.id = "zz again"
      for place in again.places.indices { again.places[place].line = 9_999 }
      var repeated = evidence
      repeated.items.append(again)
      for var bearing in evidence.bearings where bearing.item == said.id {
        bearing.item = again.id
        repeated.bearings.append(bearing)
      }
      #expect(try Verdicts(repeated) == Verdicts(evidence), "study \(number): \(said)")
    }
  }

  /// A stranger of a study of their own, on one part, for and against.
  @Test func oneMoreVoiceNeverMovesAgainstItsSide() throws {
    var evidences = RandomEvidence(seed: 25)
    var random = Generator(seed: 26)
    for number in 0..<Self.cases {
      let evidence = evidences.study()
      let before = try Verdicts(evidence)
      let configuration = random.pick(evidence.configurations)
      let parts = try #require(
        try Judge(evidence).verdict(onConfiguration: configuration.id)
      ).parts
      let covers = random.chance(15) ? "thread" : random.pick(parts).part.id
      let (relevance, richness, rigour) = EvidenceBuilder.scores(
        random.pick([.weak, .moderate, .strong]))
      for kind in [BearingKind.supports, .challenges] {
        var more = evidence
        more.methods.append(
          RecordedEvidence.Method(id: "zz talks", kind: .interview, studies: ["zz study"]))
        var item = RecordedEvidence.Item(id: "zz said")
        item.claim = random.pick([.observed, .inferred])
        item.participants = ["zz stranger"]
        item.methods = ["zz talks"]
        item.date = "2024"
        item.places = [RecordedEvidence.Locator(document: "d1", line: 9_999)]
        more.items.append(item)
        more.bearings.append(
          RecordedEvidence.Bearing(
            item: item.id, kind, target: configuration.id, covers: [covers],
            relevance: relevance, richness: richness, rigour: rigour))
        let after = try Verdicts(more)
        for (now, then) in zip(after.parts, before.parts) {
          if kind == .supports {
            #expect(now.rung >= then.rung, "study \(number): \(covers)")
          } else {
            #expect(now.rung <= then.rung, "study \(number): \(covers)")
          }
        }
        // Take the voice away again.
        var left = more
        left.hearing.without = ["person:zz stranger"]
        #expect(try Verdicts(left) == before, "study \(number): \(covers)")
      }
    }
  }
}
