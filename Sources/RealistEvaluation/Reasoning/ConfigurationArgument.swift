import PropertyGraph

/// Retells the rules on a configuration, each up to the one that fired, naming the parts.
struct ConfigurationArgument {
  let verdict: ConfigurationVerdict

  func steps() -> [Reasoning.Step] {
    var steps: [Reasoning.Step] = []
    for (index, word) in ConfigurationWord.allCases.enumerated() {
      let fired = word == verdict.word
      // The last three rules are one: the weakest part.
      if !fired, index > Self.assembled + 1 { continue }
      if !fired, index == Self.assembled + 1, verdict.word.rung >= .supportedWithDissent {
        continue
      }
      steps.append(
        Reasoning.Step(
          number: min(index, Self.assembled + 1) + 1, name: word.rawValue, fired: fired,
          why: fired ? whyFired(word) : whyNot(word)))
      if fired { break }
    }
    return steps
  }

  private static let assembled =
    ConfigurationWord.allCases.firstIndex(of: .assembled) ?? ConfigurationWord.allCases.count

  private func whyFired(_ word: ConfigurationWord) -> String {
    guard let deciding = verdict.deciding else {
      return "it has no part that evidence could bear on"
    }
    let part = "the \(deciding.part.kind.name) `\(deciding.part.id)`"
    switch word {
    case .doesNotWork where deciding.part.kind == .outcome:
      return "\(part) is \(deciding.computed.fullName) while its mechanism is supported"
    case .outcomeNotSeen:
      return "\(part) is \(deciding.computed.fullName), its mechanism neither challenged "
        + "nor supported"
    case .assembled:
      return "every required part is supported or better, and no single account of moderate weight "
        + "covers them all; the weakest is \(part), \(deciding.computed.fullName)"
    case .supportedWithDissent, .supported, .stronglySupported:
      let whose = verdict.threads.map { "`\($0.voice.name)`" }.joined(separator: ", ")
      return "every required part is supported or better, \(whose) tells them as connected, and "
        + "the weakest is \(part), \(deciding.computed.fullName)"
    default:
      return "\(part) is \(deciding.computed.fullName)"
    }
  }

  private func whyNot(_ word: ConfigurationWord) -> String {
    switch word {
    case .eliminated: return "no required part is eliminated"
    case .notEnacted: return "no mechanism is challenged"
    case .doesNotWork:
      return "no link is challenged, nor an outcome while its mechanism is supported"
    case .outcomeNotSeen: return "no outcome is challenged"
    case .contextAbsent: return "no local condition is challenged"
    case .contested: return "no required part is contested"
    case .assembled: return "an account tells every required part as connected"
    default: return "no required part is \(word.rawValue)"
    }
  }
}
