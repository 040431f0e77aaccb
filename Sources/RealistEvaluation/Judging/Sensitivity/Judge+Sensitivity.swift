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
    let trials = Trials(self)
    return workers.map(verdicts.count, watch: watch, state: { trials }) { trials, number in
      trials.sensitivity(
        Hearing(of: verdicts[number].configuration, on: bench), searchesBreak: searchesBreak)
    }
  }

  /// Verdicts on all configurations with how firm each is, in order of id: as ``verdicts()`` and
  /// ``sensitivities(of:searchesBreak:)`` give them, each configuration being heard once.
  func firmVerdicts(
    searchesBreak: Bool
  ) -> (verdicts: [ConfigurationVerdict], sensitivities: [Sensitivity]) {
    let trials = Trials(self)
    let all = workers.map(
      index.configurations.count, watch: watch, state: { (trials, bench.counter()) }
    ) { state, number in
      let hearing = Hearing(of: index.configurations[number], on: bench)
      return (
        verdict(hearing, &state.1), state.0.sensitivity(hearing, searchesBreak: searchesBreak)
      )
    }
    return (all.map(\.0), all.map(\.1))
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
