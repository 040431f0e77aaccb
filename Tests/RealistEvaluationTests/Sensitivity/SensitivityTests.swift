import PropertyGraph
import Testing

@testable import RealistEvaluation

/// Leaving out by recounting gives what a study without it gives.
@Suite struct SensitivityTests {
  @Test(arguments: [1 as UInt64, 2, 3, 4])
  func everyTrialIsTheVerdictOnWhatIsLeft(seed: UInt64) throws {
    var random = RandomEvidence(seed: seed)
    for number in 0..<30 {
      let evidence = random.study()
      let judge = try Judge(evidence)
      var trials = Trials(judge)
      for configuration in judge.index.configurations {
        let (word, all, _) = trials.run(Hearing(of: configuration, on: judge.bench))
        #expect(word == judge.verdict(onConfiguration: configuration.id)?.word)
        for trial in all {
          guard let plain = try Plainly.word(trial.trial, configuration.id, evidence) else {
            continue
          }
          #expect(trial.word == plain, "study \(number): \(configuration.id) \(trial.trial)")
        }
      }
    }
  }

  @Test func theBreakNumberIsTheSmallestSetThatBreaks() throws {
    var random = RandomEvidence(seed: 9)
    var sizes: [Int: Int] = [:]
    for number in 0..<40 {
      let evidence = random.study(items: 4...18)
      let judge = try Judge(evidence)
      let verdicts = judge.verdicts()
      for (verdict, sensitivity) in zip(verdicts, judge.sensitivities(of: verdicts)) {
        #expect(sensitivity == judge.sensitivity(of: verdict))
        let plain = Plainly.breaking(verdict, judge)
        switch try #require(sensitivity.breaking) {
        case .voices(let voices):
          #expect(
            plain == (voices.count > 3 ? nil : voices),
            "study \(number): \(verdict.configuration.id)")
          sizes[voices.count, default: 0] += 1
        case .never:
          #expect(plain == nil, "study \(number): \(verdict.configuration.id)")
        case .moreThan(let bound):
          #expect(
            (plain?.count ?? .max) > min(bound, 3), "study \(number): \(verdict.configuration.id)")
        }
      }
    }
    // The random cases reach every size, else they prove little.
    #expect(Set(sizes.keys).isSuperset(of: [1, 2, 3]), "\(sizes)")
  }
}

/// The slow and obvious way: take it out of the evidence and judge again.
enum Plainly {
  static func word(
    _ trial: Sensitivity.Trial, _ configuration: Text, _ evidence: RecordedEvidence
  ) throws -> ConfigurationWord? {
    func without(_ name: Text, _ field: Narrowing.Field) throws -> ConfigurationWord? {
      let (rest, _) = Narrowing(without: name, field).narrow(evidence, certainty: .high)
      return try verdict(rest, configuration)
    }
    var rules = Rules.standard
    switch trial {
    case .withoutVoice(let voice): return try without(voice.id, .voice)
    case .withoutMethod(let name): return try without(name, .method)
    case .withoutDocument(let name): return try without(name, .document)
    case .withoutSite(let name): return try without(name, .site)
    case .aliasesMerged:
      rules.independence.aliasCertainty = .low
      return try verdict(evidence, configuration, rules)
    case .aliasesSplit:
      rules.independence.aliasCertainty = .certain
      return try verdict(evidence, configuration, rules)
    case .stricter: return try verdict(evidence, configuration, rules.oneNotch(.stricter))
    case .looser: return try verdict(evidence, configuration, rules.oneNotch(.looser))
    case .oneVoicePerStudy, .withoutWeak: return nil
    }
  }

  static func verdict(
    _ evidence: RecordedEvidence, _ configuration: Text, _ rules: Rules = .standard
  ) throws -> ConfigurationWord? {
    let judge = try Judge(evidence, rules: rules)
    var counter = judge.bench.counter()
    return judge.index.configuration(configuration).map {
      Hearing(of: judge.index.configurations[$0], on: judge.bench).decide(&counter)
    }
  }

  /// The first smallest set of voices, up to three, without whom everything counted anew gives
  /// another verdict.
  static func breaking(_ verdict: ConfigurationVerdict, _ judge: Judge) -> [Voice]? {
    let voices = judge.bench.facts.voices
    let hearing = Hearing(of: verdict.configuration, on: judge.bench)
    var counter = judge.bench.counter()
    for size in 1...3 where size <= voices.count {
      var chosen = Array(0..<size)
      while true {
        for place in chosen { counter.leftOut.voices[place] = true }
        let word = hearing.decide(&counter)
        for place in chosen { counter.leftOut.voices[place] = false }
        if word != verdict.word { return chosen.map { voices[$0] } }
        guard advance(&chosen, below: voices.count) else { break }
      }
    }
    return nil
  }

  /// The next set in order.
  private static func advance(_ chosen: inout [Int], below count: Int) -> Bool {
    let size = chosen.count
    guard let slot = chosen.indices.last(where: { chosen[$0] < count - size + $0 }) else {
      return false
    }
    chosen[slot] += 1
    for next in chosen.indices.dropFirst(slot + 1) { chosen[next] = chosen[next - 1] + 1 }
    return true
  }
}
