/// How well a part or configuration stands, for requirements, flips and comparisons. It is not the
/// order in which a configuration's verdict is decided (METHOD section 5).
public enum Rung: Int, Sendable, Hashable, Comparable {
  /// Challenged or eliminated.
  case challenged
  case thinAgainst
  /// Contested, thin and mixed, untested, or espoused only.
  case undecided
  case thinFor
  case assembled
  case supportedWithDissent
  case supported
  case stronglySupported

  /// Lower rungs first.
  public static func < (left: Rung, right: Rung) -> Bool { left.rawValue < right.rawValue }
}

extension PartWord {
  /// Where it stands on the ladder.
  public var rung: Rung {
    switch self {
    case .eliminated, .challenged, .challengedOfRecord: .challenged
    case .thin(.against): .thinAgainst
    case .untested, .espousedOnly, .contested, .thin(.mixed): .undecided
    case .thin(.inFavour): .thinFor
    case .supportedWithDissent: .supportedWithDissent
    case .supported, .supportedOfRecord: .supported
    case .stronglySupported: .stronglySupported
    }
  }

  /// Whether it is challenged, by rule or of record.
  var isChallenged: Bool { self == .challenged || self == .challengedOfRecord }

  /// Whether it is supported or better, with dissent or without.
  var isSupported: Bool { rung >= .supportedWithDissent }

  /// The verdict in words: `thin, for`.
  public var name: String {
    switch self {
    case .eliminated: "eliminated"
    case .untested: "untested"
    case .espousedOnly: "espoused only"
    case .supportedOfRecord: "supported, of record"
    case .challengedOfRecord: "challenged, of record"
    case .contested: "contested"
    case .challenged: "challenged"
    case .stronglySupported: "strongly supported"
    case .supported: "supported"
    case .supportedWithDissent: "supported with dissent"
    case .thin(let lean): "thin, \(lean.rawValue)"
    }
  }

  /// What there is instead, where nothing is for or against: `nothing`, `qualified only`, `hoped`.
  public var remark: String? {
    switch self {
    case .untested(let reasons):
      if reasons.contains(.notEnacted) { return "mechanism not enacted" }
      var words: [String] = []
      if reasons.contains(.qualified) { words.append("qualified") }
      if reasons.contains(.silent) { words.append("silent") }
      if reasons.contains(.setAside) { words.append("set aside") }
      return words.isEmpty ? "nothing" : words.joined(separator: " and ") + " only"
    case .espousedOnly(let espoused): return espoused.rawValue
    default: return nil
    }
  }

  /// The verdict with its remark: `untested (nothing)`.
  public var fullName: String { remark.map { "\(name) (\($0))" } ?? name }
}
