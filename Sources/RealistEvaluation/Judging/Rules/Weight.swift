/// What one voice weighs on one part: ordinal, never multiplied, never added up.
public enum Weight: String, ClosedWord, Comparable {
  /// Not relevant here: listed with its reason, never deleted.
  case setAside = "set aside"
  /// Relevant, or not yet appraised.
  case weak
  /// Relevant and made with some rigour.
  case moderate
  /// Relevant, rigorous, and rich or confirming.
  case strong

  /// From set aside to strong.
  public static func < (left: Weight, right: Weight) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .setAside: 0
    case .weak: 1
    case .moderate: 2
    case .strong: 3
    }
  }
}
