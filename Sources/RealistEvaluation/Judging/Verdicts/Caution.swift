public import PropertyGraph

/// Something about a configuration that an encoder should look at. It changes no verdict.
public enum Caution: Sendable, Hashable {
  /// A bearing lists nothing that it covers, so it counts nowhere.
  case coversNothing(item: Text)
  /// An entry of `covers` names no part of the configuration.
  case coversNoPart(item: Text, Text)
  /// A mechanism with two slots is named without one, and counts on both.
  case coversBothSlots(item: Text, Text)
  /// An item does not say whether it is observed, inferred or espoused; counted as inferred.
  case noClaim(item: Text)
  /// Activation and bearing disagree.
  case activationDisagrees(item: Text, Activation, BearingKind)
  /// A figure's share does not bear as the claimed reach would have it.
  case shareAgainstReach(item: Text, numerator: Int, denominator: Int, Reach, BearingKind)
  /// A context's role is not stated; counted as a local condition.
  case unstatedRole(context: Text)
  /// The configuration has no mechanism.
  case noMechanism
  /// The configuration has no outcome.
  case noOutcome

  /// The caution as a sentence.
  public var sentence: String {
    switch self {
    case .coversNothing(let item):
      "\(item) bears on the configuration but covers no part of it, so it counts nowhere"
    case .coversNoPart(let item, let entry):
      "\(item) covers `\(entry)`, which is no part of the configuration"
    case .coversBothSlots(let item, let entry):
      "\(item) covers `\(entry)` without saying which slot; counted on resource and reasoning"
    case .noClaim(let item):
      "\(item) does not say whether it is observed, inferred or espoused; counted as inferred"
    case .activationDisagrees(let item, let activation, let kind):
      "\(item) \(Self.verb(kind)), yet its activation is \(activation.rawValue)"
    case .shareAgainstReach(let item, let numerator, let denominator, let reach, let kind):
      "\(item) \(Self.verb(kind)), yet \(numerator) of \(denominator) "
        + (kind == .supports
          ? "is not `\(reach.rawValue)`" : "and the rest are both `\(reach.rawValue)`")
    case .unstatedRole(let context):
      "the role of context `\(context)` is not stated; counted as a local condition"
    case .noMechanism: "the configuration has no mechanism"
    case .noOutcome: "the configuration has no outcome"
    }
  }

  private static func verb(_ kind: BearingKind) -> String {
    switch kind {
    case .silent: "is silent"
    default: kind.rawValue
    }
  }
}
