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

  /// A part that a configuration stands or falls with.
  struct Requirement: Sendable {
    /// Position among all parts.
    let position: Int
    let kind: Part.Kind
  }

  /// Required parts in the order in which ties are decided.
  private let requirements: [Requirement]
  /// The verdict that each part's own evidence gives, required or not.
  private let words: [PartWord]

  init(_ requirements: [Requirement], words: [PartWord]) {
    self.requirements = requirements
    self.words = words
  }

  /// Rules over the required parts, by the verdict that each part's own evidence gives.
  init(_ verdicts: [PartVerdict]) {
    self.init(verdicts.map { ($0.part, $0.computed) })
  }

  init(_ verdicts: [(part: Part, word: PartWord)]) {
    self.init(Self.requirements(verdicts.map(\.part)), words: verdicts.map(\.word))
  }

  /// The required ones among parts.
  static func requirements(_ parts: [Part]) -> [Requirement] {
    parts.indices.filter { parts[$0].isRequired }
      .map { Requirement(position: $0, kind: parts[$0].kind) }
  }

  /// The first rule that fits. Whether an account tells every part is asked only where that decides.
  func decide(hasThread: @autoclosure () -> Bool) -> Decision {
    guard !requirements.isEmpty else { return Decision(word: .untested, part: nil) }
    if let first = first({ $1 == .eliminated }) { return decision(.eliminated, first) }
    if let first = first({ $0 == .mechanism && $1.isChallenged }) {
      return decision(.notEnacted, first)
    }
    let works = isMechanismSupported
    if let first = first({ $1.isChallenged && ($0.isLink || ($0 == .outcome && works)) }) {
      return decision(.doesNotWork, first)
    }
    if let first = first({ $0 == .outcome && $1.isChallenged }) {
      return decision(.outcomeNotSeen, first)
    }
    if let first = first({ $0 == .context && $1.isChallenged }) {
      return decision(.contextAbsent, first)
    }
    for word in Self.weakWords {
      if let first = first({ _, part in Self.fits(part, word) }) { return decision(word, first) }
    }
    var weakest = requirements[0].position
    for requirement in requirements where words[requirement.position].rung < words[weakest].rung {
      weakest = requirement.position
    }
    if !hasThread() { return decision(.assembled, weakest) }
    let word: ConfigurationWord =
      switch words[weakest].rung {
      case .stronglySupported: .stronglySupported
      case .supported: .supported
      default: .supportedWithDissent
      }
    return decision(word, weakest)
  }

  /// Whether every mechanism element is supported or better. Without one there is nothing that
  /// could have worked.
  private var isMechanismSupported: Bool {
    var isThere = false
    for requirement in requirements where requirement.kind == .mechanism {
      if !words[requirement.position].isSupported { return false }
      isThere = true
    }
    return isThere
  }

  private static let weakWords: [ConfigurationWord] = [
    .contested, .thinAgainst, .untested, .espousedOnly, .thinMixed, .thinFor,
  ]

  private static func fits(_ part: PartWord, _ word: ConfigurationWord) -> Bool {
    switch (part, word) {
    case (.contested, .contested), (.thin(.against), .thinAgainst), (.untested, .untested),
      (.espousedOnly, .espousedOnly), (.thin(.mixed), .thinMixed), (.thin(.inFavour), .thinFor):
      true
    default: false
    }
  }

  private func first(_ fits: (Part.Kind, PartWord) -> Bool) -> Int? {
    for requirement in requirements where fits(requirement.kind, words[requirement.position]) {
      return requirement.position
    }
    return nil
  }

  private func decision(_ word: ConfigurationWord, _ part: Int) -> Decision {
    Decision(word: word, part: part)
  }
}
