import PropertyGraph

/// Searches the single changes that would flip a verdict: one voice that leaves, from every part
/// it speaks on, or one more that speaks for or against one part. O(voices × items).
struct Flips {
  let judge: Judge

  func find(
    for verdict: ConfigurationVerdict, _ sensitivity: Sensitivity
  ) -> [Reasoning.Flip] {
    (removals(verdict, sensitivity) + additions(verdict)).sorted(by: isSmaller)
  }

  private func removals(
    _ verdict: ConfigurationVerdict, _ sensitivity: Sensitivity
  ) -> [Reasoning.Flip] {
    var heaviest: [Voice: Weight] = [:]
    for part in verdict.parts where part.part.isRequired {
      for testimony in part.count.balance.supporting + part.count.balance.challenging {
        heaviest[testimony.voice] = max(heaviest[testimony.voice] ?? .weak, testimony.weight)
      }
    }
    return sensitivity.flips.compactMap { flip in
      guard case .withoutVoice(let voice) = flip.trial else { return nil }
      return Reasoning.Flip(
        change: .without(voice, heaviest: heaviest[voice] ?? .weak), word: flip.word)
    }
  }

  /// For each part and side, the lightest voice that flips the verdict.
  private func additions(_ verdict: ConfigurationVerdict) -> [Reasoning.Flip] {
    var flips: [Reasoning.Flip] = []
    for position in verdict.parts.indices where verdict.parts[position].part.isRequired {
      for isFor in [true, false] {
        let lightest = [Weight.weak, .moderate, .strong].lazy.compactMap { weight in
          self.flip(verdict, at: position, weight: weight, isFor: isFor)
        }.first
        if let lightest { flips.append(lightest) }
      }
    }
    return flips
  }

  private func flip(
    _ verdict: ConfigurationVerdict, at position: Int, weight: Weight, isFor: Bool
  ) -> Reasoning.Flip? {
    let part = verdict.parts[position].part
    let word = judge.word(
      after: verdict, hearing: [HypotheticalVoice(part: part.id, weight: weight, isFor: isFor)])
    return word == verdict.word
      ? nil
      : Reasoning.Flip(change: .with(weight, isFor: isFor, part: part.id), word: word)
  }

  /// Lighter voices first; a voice that leaves before one that comes; then by name.
  private func isSmaller(_ left: Reasoning.Flip, _ right: Reasoning.Flip) -> Bool {
    let (leftWeight, leftKind, leftName) = order(left.change)
    let (rightWeight, rightKind, rightName) = order(right.change)
    if leftWeight != rightWeight { return leftWeight < rightWeight }
    if leftKind != rightKind { return leftKind < rightKind }
    return leftName < rightName
  }

  private func order(_ change: Reasoning.Flip.Change) -> (Weight, Int, Text) {
    switch change {
    case .without(let voice, let heaviest): (heaviest, 0, voice.id)
    case .with(let weight, let isFor, let part): (weight, isFor ? 1 : 2, part)
    }
  }
}
