import PropertyGraph

/// Sets what authors conclude beside what was computed. Readings are compared, never counted.
struct ReadingComparisons {
  let verdict: ConfigurationVerdict

  func compare(_ reading: RecordedEvidence.Reading, place: String?) -> Reasoning.ReadingComparison {
    let agrees = Self.agreeing(with: reading.verdict).contains(verdict.word)
    return Reasoning.ReadingComparison(
      reading: reading, place: place, agrees: agrees,
      why: agrees ? "both come to the same" : whyDifferent(reading.verdict))
  }

  /// Computed verdicts that say what the authors' word says.
  private static func agreeing(with word: Text) -> Set<ConfigurationWord> {
    switch word {
    case "supported": [.assembled, .supportedWithDissent, .supported, .stronglySupported]
    case "challenged": [.eliminated, .doesNotWork]
    case "not-enacted": [.notEnacted]
    case "mixed": [.contested, .thinMixed, .supportedWithDissent]
    case "too-early": [.untested, .espousedOnly, .outcomeNotSeen]
    case "unclear": [.untested, .espousedOnly, .thinMixed]
    default: []
    }
  }

  private static func weighty(_ side: [Testimony]) -> Int {
    side.count { $0.weight >= .moderate }
  }

  private func whyDifferent(_ authors: Text) -> String {
    guard let deciding = verdict.deciding else { return "the configuration has no part to test" }
    let part = "the \(deciding.part.kind.name) `\(deciding.part.id)`"
    let balance = deciding.count.balance
    let sides =
      "\(balance.supporting.count) for and \(balance.challenging.count) against it"
    switch verdict.word {
    case .untested, .espousedOnly:
      return "nothing recorded observes or infers \(part); what the authors rest on is either "
        + "espoused, or not encoded as bearing on it"
    case .notEnacted where authors == "challenged":
      return "both are against; the rules tell failure to implement (\(part)) from failure of the "
        + "theory, the authors' word does not"
    case .notEnacted:
      return "the verdict turns on \(part), challenged with \(sides); "
        + "the authors do not judge by enactment"
    case .outcomeNotSeen:
      return "the outcome is not seen, but the mechanism is not shown to be in use either, so the "
        + "rules do not hold it against the theory"
    case .thinFor, .thinAgainst, .thinMixed:
      return "on \(part) stand only \(sides), too little for a firmer word; authors may know more "
        + "than they print"
    case .contested:
      let weighty =
        "\(Self.weighty(balance.supporting)) for and \(Self.weighty(balance.challenging)) against it"
      return "on \(part) voices of moderate or strong weight stand on both sides (\(weighty)); the "
        + "authors settle what the rules leave open"
    case .contextAbsent:
      return "\(part) is challenged, so the configuration does not apply; the authors judge it "
        + "all the same"
    case .eliminated, .doesNotWork:
      return "the verdict turns on \(part) alone, \(deciding.computed.name) with \(sides); the "
        + "authors' word is for the whole"
    case .assembled, .supportedWithDissent, .supported, .stronglySupported:
      return "every required part is supported, the weakest being \(part) with \(sides); the "
        + "authors ask for more than the parts, or weigh dissent more"
    }
  }
}
