/// Espoused against realised: what was said beside what was seen (METHOD section 6).
public enum Cell: String, Sendable, Hashable, CaseIterable {
  case saidAndSeen = "said and seen"
  case saidSeenBySome = "said, seen by some"
  case saidNotSeen = "said, not seen"
  case saidNotLookedFor = "said, not looked for"
  case seenNotSaid = "seen, not said"
  case notSaidSeenBySome = "not said, seen by some"
  case neither
  case nothingKnown = "nothing known"

  /// What was seen of a part.
  public enum Seen: Sendable, Hashable {
    case seen, bySome, notSeen, notLookedFor

    /// The column of a part. Support too slight to be called seen (one weak or one inferred
    /// voice) is *seen by some*: somebody did say that it is so.
    init(_ word: PartWord, _ balance: Balance) {
      self.init(
        word,
        isObserved: balance.supporting.contains { $0.weight >= .moderate && $0.isObserved })
    }

    /// The same, knowing whether a supporting voice of weight observed it.
    init(_ word: PartWord, isObserved: Bool) {
      switch word {
      case .stronglySupported, .supported, .supportedWithDissent, .supportedOfRecord:
        self = .seen
      case .thin(.inFavour): self = isObserved ? .seen : .bySome
      case .contested, .thin(.mixed): self = .bySome
      case .challenged, .challengedOfRecord, .eliminated, .thin(.against): self = .notSeen
      case .untested, .espousedOnly: self = .notLookedFor
      }
    }
  }

  /// Whether somebody says that it is meant to be so.
  public var isSaid: Bool {
    switch self {
    case .saidAndSeen, .saidSeenBySome, .saidNotSeen, .saidNotLookedFor: true
    case .seenNotSaid, .notSaidSeenBySome, .neither, .nothingKnown: false
    }
  }

  /// The cell of a row and a column.
  init(said: Bool, _ seen: Seen) {
    switch (said, seen) {
    case (true, .seen): self = .saidAndSeen
    case (true, .bySome): self = .saidSeenBySome
    case (true, .notSeen): self = .saidNotSeen
    case (true, .notLookedFor): self = .saidNotLookedFor
    case (false, .seen): self = .seenNotSaid
    case (false, .bySome): self = .notSaidSeenBySome
    case (false, .notSeen): self = .neither
    case (false, .notLookedFor): self = .nothingKnown
    }
  }
}
