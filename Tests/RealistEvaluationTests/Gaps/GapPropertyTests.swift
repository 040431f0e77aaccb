import PropertyGraph
import Testing

@testable import RealistEvaluation

/// What settling a gap would do is what judging a study with one more voice in it does.
@Suite("Gaps, compared")
struct GapPropertyTests {
  @Test("a voice not heard so far is judged as one that is recorded", arguments: [7 as UInt64, 8])
  func settled(seed: UInt64) throws {
    var random = RandomEvidence(seed: seed)
    var compared = 0
    for _ in 0..<10 {
      let evidence = random.study()
      let judge = try Judge(evidence)
      let now = judge.verdicts()
      for gap in GapFinder(judge).gaps() {
        guard let part = Self.part(of: gap) else { continue }
        let ifSo = try words(now, hearing: part, isFor: true, evidence)
        let ifNot = try words(now, hearing: part, isFor: false, evidence)
        let changes = now.indices.compactMap { position -> Gap.Change? in
          let verdict = now[position]
          guard verdict.parts.contains(where: { $0.part.id == part && $0.part.isRequired }) else {
            return nil
          }
          let change = Gap.Change(
            configuration: verdict.configuration.id, now: verdict.word, ifSo: ifSo[position],
            ifNot: ifNot[position])
          return change.isChange ? change : nil
        }
        #expect(gap.changes == changes, "\(part)")
        compared += changes.count
      }
    }
    #expect(compared > 20)
  }

  /// The part that a gap asks about; a contrast asks for the link from context to mechanism.
  private static func part(of gap: Gap) -> Text? {
    switch gap.kind {
    case .unexplained: return nil
    case .untested, .espousedOnly, .singleVoice: return gap.about
    case .neverContrasted:
      let ends = gap.about.string.split(separator: " across ")
      return ends.count == 2 ? Text("\(ends[1]) -> \(ends[0])") : nil
    }
  }

  /// The verdicts of a study in which a stranger speaks on the part, strongly, in a study of their
  /// own, and tells nothing as connected.
  private func words(
    _ now: [ConfigurationVerdict], hearing part: Text, isFor: Bool, _ recorded: RecordedEvidence
  ) throws -> [ConfigurationWord] {
    var evidence = recorded
    var item = RecordedEvidence.Item(id: "stranger")
    item.claim = .observed
    item.participants = ["stranger"]
    item.methods = ["strange"]
    item.places = [RecordedEvidence.Locator(document: "strange")]
    evidence.documents.append(RecordedEvidence.Document(id: "strange", date: "2024-02"))
    evidence.methods.append(
      RecordedEvidence.Method(id: "strange", kind: .judgement, studies: ["strange"]))
    evidence.items.append(item)
    for target in evidence.configurations {
      evidence.bearings.append(
        RecordedEvidence.Bearing(
          item: "stranger", isFor ? .supports : .challenges, target: target.id, covers: [part],
          relevance: 3, richness: 3, rigour: 3))
    }
    return zip(try Judge(evidence).verdicts(), now).map { after, before in
      ConfigurationRules(after.parts).decide(hasThread: !before.threads.isEmpty).word
    }
  }
}
