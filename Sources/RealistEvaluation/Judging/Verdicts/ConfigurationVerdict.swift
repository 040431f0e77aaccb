public import PropertyGraph

/// The verdict on a configuration, with everything it rests on.
public struct ConfigurationVerdict: Sendable, Hashable {
  /// The configuration.
  public let configuration: RecordedEvidence.Configuration
  /// The verdict.
  public let word: ConfigurationWord
  /// The part that decided it; `nil` only where the configuration requires none.
  public let deciding: PartVerdict?
  /// Verdicts on its parts, required or not, in the order in which ties are decided.
  public let parts: [PartVerdict]
  /// Passages, sources and voices that bear for or against required parts.
  public let tally: Tally
  /// Required parts on which anybody speaks for or against, out of all required parts.
  public let coverage: Coverage
  /// Accounts that tell every required part as connected.
  public let threads: [Thread]
  /// How far the mechanism was seen to fire, by context.
  public let activation: [ActivationSpread]
  /// Documents that espouse the claim as a whole.
  public let espousals: [RecordedEvidence.Espousal]
  /// Espoused against realised, of the deciding part.
  public let cell: Cell
  /// What authors conclude; compared, never counted.
  public let readings: [RecordedEvidence.Reading]
  /// Verdicts that analysts set beside this one, the latest first.
  public let overrules: [RecordedEvidence.Overrule]
  /// What an encoder should look at.
  public let cautions: [Caution]

  /// `7 passages, 4 sources, 3 independent voices`.
  public struct Tally: Sendable, Hashable {
    /// Distinct places.
    public let passages: Int
    /// Distinct respondents and documents, after aliases.
    public let sources: Int
    /// Distinct voices.
    public let voices: Int

    /// All three numbers, always.
    public var phrase: String {
      "\(passages) passage\(passages == 1 ? "" : "s"), \(sources) source\(sources == 1 ? "" : "s"), "
        + "\(voices) independent voice\(voices == 1 ? "" : "s")"
    }
  }

  /// `3 of 4 parts evidenced`.
  public struct Coverage: Sendable, Hashable {
    /// Required parts with a voice for or against.
    public let evidenced: Int
    /// Required parts.
    public let required: Int

    /// The coverage in words.
    public var phrase: String {
      "\(evidenced) of \(required) part\(required == 1 ? "" : "s") evidenced"
    }
  }

  /// One account whose supporting items cover every required part, links included.
  public struct Thread: Sendable, Hashable {
    /// Whose account.
    public let voice: Voice
    /// The document it stands in.
    public let document: Text?
    /// The method that brought it in.
    public let method: Text?
    /// When it was given, where that is known.
    public let date: Text?
    /// Its items.
    public let items: [Text]

    /// Whether the other is what the same voice says in the same sitting.
    func isSameAccount(_ other: Thread) -> Bool {
      voice == other.voice && document == other.document && method == other.method
        && date == other.date
    }

    /// The same account with these items.
    func telling(_ items: [Text]) -> Thread {
      Thread(voice: voice, document: document, method: method, date: date, items: items)
    }
  }

  /// Voices by how far they saw the mechanism fire in one context.
  public struct ActivationSpread: Sendable, Hashable {
    /// The context; `nil`: none named.
    public let context: Text?
    /// Voices at each level, in the order of ``Activation``.
    public let voices: [Int]
  }
}
