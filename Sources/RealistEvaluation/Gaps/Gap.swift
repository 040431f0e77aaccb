public import PropertyGraph

/// Something that the evidence leaves open, as a question to take into the next interview
/// (METHOD section 9).
public struct Gap: Sendable, Hashable {
  /// What sort of gap.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Nobody says anything for or against a required part.
    case untested
    /// A required part is only meant, hoped for or feared.
    case espousedOnly = "espoused only"
    /// One voice alone speaks on a required part.
    case singleVoice = "single voice"
    /// A mechanism was never seen both where a condition holds and where it does not.
    case neverContrasted = "never contrasted"
    /// Evidence that no configuration reaches.
    case unexplained
  }

  /// A verdict that would change.
  public struct Change: Sendable, Hashable {
    /// The configuration.
    public let configuration: Text
    /// Its verdict now.
    public let now: ConfigurationWord
    /// Its verdict if one strong voice said that it is so.
    public let ifSo: ConfigurationWord
    /// Its verdict if one strong voice said that it is not so.
    public let ifNot: ConfigurationWord

    /// Whether either would change it.
    public var isChange: Bool { ifSo != now || ifNot != now }
  }

  /// What sort of gap.
  public let kind: Kind
  /// What it is about: a part as `covers` names it, `m across x`, a record or an item.
  public let about: Text
  /// Configurations that it concerns.
  public let configurations: [Text]
  /// What settling it would do to verdicts; those that would stay are left out.
  public let changes: [Change]
  /// Items that it is about, of unexplained evidence.
  public let items: [Text]
  /// The question for an interview.
  public let question: String
  /// Whom or where to ask.
  public let ask: String
}
