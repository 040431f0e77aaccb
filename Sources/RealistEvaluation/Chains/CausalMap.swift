public import PropertyGraph

/// What leads to what: configurations from their contexts and mechanisms to their outcomes, and
/// ripples from an outcome to the context, or the resource, that it becomes. An outcome that is
/// itself an element of another configuration needs no ripple.
public struct CausalMap: Sendable {
  /// One configuration as a way through.
  struct Claim: Sendable {
    let id: Text
    let entries: Set<Text>
    let outcomes: [Text]
    let mechanisms: [Text]
  }

  let claims: [Text: Claim]
  /// Configurations that have an element as context or mechanism, in order.
  let claimsByEntry: [Text: [Text]]
  /// What outcomes become, in order.
  let ripples: [Text: [Text]]

  /// A map of configurations and of what outcomes become. O(n log n).
  public init(
    _ configurations: [RecordedEvidence.Configuration], ripples: [(outcome: Text, becomes: Text)]
  ) {
    var claims: [Text: Claim] = [:]
    var entries: [Text: Set<Text>] = [:]
    for configuration in configurations {
      let ways = Set(configuration.contexts.map(\.context) + configuration.mechanisms)
      claims[configuration.id] = Claim(
        id: configuration.id, entries: ways, outcomes: Set(configuration.outcomes).sorted(),
        mechanisms: Set(configuration.mechanisms).sorted())
      for way in ways { entries[way, default: []].insert(configuration.id) }
    }
    self.claims = claims
    claimsByEntry = entries.mapValues { $0.sorted() }
    var becomes: [Text: Set<Text>] = [:]
    for ripple in ripples { becomes[ripple.outcome, default: []].insert(ripple.becomes) }
    self.ripples = becomes.mapValues { $0.sorted() }
  }
}

/// A simple path from one thing to another: no element and no configuration twice.
public struct CausalPath: Sendable, Hashable {
  /// One step.
  public enum Step: Sendable, Hashable {
    /// A configuration, entered at one of its contexts or mechanisms (or begun with), left at an
    /// outcome (or ended at).
    case claim(configuration: Text, from: Text, to: Text)
    /// An outcome becomes the context or the resource of what follows.
    case ripple(from: Text, to: Text)

    /// Where it leads.
    public var end: Text {
      switch self {
      case .claim(_, _, let to), .ripple(_, let to): to
      }
    }
  }

  /// Where it begins.
  public let start: Text
  /// Its steps.
  public let steps: [Step]

  /// Its configurations, in order.
  public var configurations: [Text] {
    steps.compactMap { if case .claim(let id, _, _) = $0 { id } else { nil } }
  }

  /// `a -[t3-x]-> b becomes c -[t3-y]-> d`.
  public var phrase: String {
    var text = start.string
    for step in steps {
      switch step {
      case .claim(let configuration, let from, let to):
        text +=
          configuration == from
          ? " -> \(to)" : configuration == to ? " -> \(to)" : " -[\(configuration)]-> \(to)"
      case .ripple(_, let to): text += " becomes \(to)"
      }
    }
    return text
  }
}
