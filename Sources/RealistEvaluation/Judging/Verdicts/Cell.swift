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
      switch word {
      case .stronglySupported, .supported, .supportedWithDissent, .supportedOfRecord:
        self = .seen
      case .thin(.inFavour):
        let isObserved = balance.supporting.contains { $0.weight >= .moderate && $0.isObserved }
        self = isObserved ? .seen : .bySome
      case .contested, .thin(.mixed): self = .bySome
      case .challenged, .challengedOfRecord, .eliminated, .thin(.against): self = .notSeen
      case .untested, .espousedOnly: self = .notLookedFor
      }
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
