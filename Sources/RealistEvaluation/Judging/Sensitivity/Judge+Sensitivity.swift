import PropertyGraph

extension Judge {
  /// What becomes of a verdict of this judge when something is left out or counted otherwise.
  public func sensitivity(of verdict: ConfigurationVerdict) -> Sensitivity {
    let id = verdict.configuration.id
    let voices = Set(
      verdict.parts.flatMap { $0.count.balance.supporting + $0.count.balance.challenging }
        .map(\.voice)
    ).sorted()
    let flips = voices.compactMap { voice -> Sensitivity.Flip? in
      guard let word = word(on: id, without: [voice]), word != verdict.word else { return nil }
      return Sensitivity.Flip(trial: .withoutVoice(voice), word: word)
    }
    var breaking = Sensitivity.Break.moreThan(1)
    if case .withoutVoice(let voice)? = flips.first?.trial { breaking = .voices([voice]) }
    return Sensitivity(
      word: verdict.word, trials: voices.count, flips: flips, breaking: breaking)
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
