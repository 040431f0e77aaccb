/// The verdict on a configuration (METHOD section 6).
public enum ConfigurationWord: String, Sendable, Hashable, CaseIterable {
  case eliminated
  case notEnacted = "challenged: not enacted"
  case doesNotWork = "challenged: does not work as claimed"
  case outcomeNotSeen = "untested: outcome not seen"
  case contextAbsent = "challenged: context absent"
  case contested
  case thinAgainst = "thin, against"
  case untested
  case espousedOnly = "espoused only"
  case thinMixed = "thin, mixed"
  case thinFor = "thin, for"
  case assembled
  case supportedWithDissent = "supported with dissent"
  case supported
  case stronglySupported = "strongly supported"

  /// Where it stands on the ladder.
  public var rung: Rung {
    switch self {
    case .eliminated, .notEnacted, .doesNotWork, .contextAbsent: .challenged
    case .thinAgainst: .thinAgainst
    case .outcomeNotSeen, .contested, .untested, .espousedOnly, .thinMixed: .undecided
    case .thinFor: .thinFor
    case .assembled: .assembled
    case .supportedWithDissent: .supportedWithDissent
    case .supported: .supported
    case .stronglySupported: .stronglySupported
    }
  }

  /// What must always be added.
  public var caution: String? {
    switch self {
    case .notEnacted: "failure to implement is not failure of the theory"
    case .contextAbsent: "the configuration does not apply here"
    case .assembled:
      "every part is supported, but no single account tells them as connected"
    default: nil
    }
  }
}

/// Decides on a configuration from its parts: the first rule that fits, naming the part that
/// decided. Parts come in the order in which ties are decided.
struct ConfigurationRules {
  /// A verdict and the part that decided it.
  struct Decision: Sendable, Hashable {
    let word: ConfigurationWord
    /// Position among all parts; `nil` only where nothing is required.
    let part: Int?
  }

  private let parts: [(position: Int, part: Part, word: PartWord)]

  /// Rules over the required parts, by the verdict that each part's own evidence gives.
  init(_ verdicts: [PartVerdict]) {
    self.init(verdicts.map { ($0.part, $0.computed) })
  }

  init(_ verdicts: [(part: Part, word: PartWord)]) {
    parts = verdicts.indices.filter { verdicts[$0].part.isRequired }
      .map { ($0, verdicts[$0].part, verdicts[$0].word) }
  }

  func decide(hasThread: Bool) -> Decision {
    guard !parts.isEmpty else { return Decision(word: .untested, part: nil) }
    if let first = first({ $0.word == .eliminated }) { return decision(.eliminated, first) }
    if let first = first({ $0.part.kind == .mechanism && $0.word.isChallenged }) {
      return decision(.notEnacted, first)
    }
    let works = isMechanismSupported
    if let first = first({
      $0.word.isChallenged && ($0.part.kind.isLink || ($0.part.kind == .outcome && works))
    }) {
      return decision(.doesNotWork, first)
    }
    if let first = first({ $0.part.kind == .outcome && $0.word.isChallenged }) {
      return decision(.outcomeNotSeen, first)
    }
    if let first = first({ $0.part.kind == .context && $0.word.isChallenged }) {
      return decision(.contextAbsent, first)
    }
    for (word, fits) in Self.weakWords {
      if let first = first({ fits($0.word) }) { return decision(word, first) }
    }
    guard let weakest = parts.min(by: { ($0.word.rung, $0.position) < ($1.word.rung, $1.position) })
    else { return Decision(word: .untested, part: nil) }
    if !hasThread { return decision(.assembled, weakest.position) }
    let word: ConfigurationWord =
      switch weakest.word.rung {
      case .stronglySupported: .stronglySupported
      case .supported: .supported
      default: .supportedWithDissent
      }
    return decision(word, weakest.position)
  }

  /// Whether every mechanism element is supported or better. Without one there is nothing that
  /// could have worked.
  private var isMechanismSupported: Bool {
    let elements = parts.filter { $0.part.kind == .mechanism }
    return !elements.isEmpty && elements.allSatisfy(\.word.isSupported)
  }

  private static let weakWords: [(ConfigurationWord, @Sendable (PartWord) -> Bool)] = [
    (.contested, { $0 == .contested }),
    (.thinAgainst, { $0 == .thin(.against) }),
    (.untested, { if case .untested = $0 { true } else { false } }),
    (.espousedOnly, { if case .espousedOnly = $0 { true } else { false } }),
    (.thinMixed, { $0 == .thin(.mixed) }),
    (.thinFor, { $0 == .thin(.inFavour) }),
  ]

  private func first(
    _ fits: ((position: Int, part: Part, word: PartWord)) -> Bool
  ) -> Int? {
    parts.first(where: fits)?.position
  }

  private func decision(_ word: ConfigurationWord, _ part: Int) -> Decision {
    Decision(word: word, part: part)
  }
}
