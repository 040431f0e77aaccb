import PropertyGraph

extension Judge {
  /// How firmly a verdict that this judge gave stands. A search of its own: only who shows it asks.
  public func sensitivity(of verdict: ConfigurationVerdict) -> Sensitivity {
    var trials = Trials(self)
    return trials.sensitivity(Hearing(of: verdict.configuration, on: bench))
  }

  /// The same of several verdicts, which share what is prepared once.
  /// - Parameter searchesBreak: Whether the fewest voices that break each are searched for, which
  ///   takes as long as all single trials together.
  public func sensitivities(
    of verdicts: [ConfigurationVerdict], searchesBreak: Bool = true
  ) -> [Sensitivity] {
    var trials = Trials(self)
    return verdicts.map {
      trials.sensitivity(
        Hearing(of: $0.configuration, on: bench), searchesBreak: searchesBreak)
    }
  }

  /// The verdict on a configuration if these voices spoke besides, each a stranger to all others.
  /// Supporting a link supports its elements; challenging counts on exactly the part. Nobody of
  /// them tells the whole, so threads stay as they are.
  public func word(
    after verdict: ConfigurationVerdict, hearing voices: [HypotheticalVoice]
  ) -> ConfigurationWord {
    let rules = PartRules(self.rules)
    var balances = verdict.parts.map(\.count.balance)
    for (number, hypothetical) in voices.enumerated() {
      guard let part = verdict.parts.firstIndex(where: { $0.part.id == hypothetical.part }) else {
        continue
      }
      let testimony = Testimony(
        voice: Voice(.person, key: Text("\u{10FFFF}new \(number)"), name: "one more voice"),
        weight: hypothetical.weight)
      if hypothetical.isFor {
        for reached in [part] + verdict.parts[part].part.elements {
          balances[reached].supporting.append(testimony)
        }
      } else {
        balances[part].challenging.append(testimony)
      }
    }
    let words = verdict.parts.indices.map {
      (part: verdict.parts[$0].part, word: rules.decide(balances[$0]).word)
    }
    return ConfigurationRules(words).decide(hasThread: !verdict.threads.isEmpty).word
  }
}
