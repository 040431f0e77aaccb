public import PropertyGraph

/// A programme theory as a figure shows it: plain input, so that a figure can be drawn of anything
/// that has contexts, mechanisms and outcomes.
public struct FigureTheory: Sendable, Hashable {
  /// Its id.
  public var id: Text
  /// Its title.
  public var title: Text
  /// A line below the title: status and verdict.
  public var subtitle: Text?
  /// Contexts, mechanisms and outcomes, in the order in which they are to be drawn.
  public var elements: [FigureElement]
  /// Its configurations, in the order in which they are to be drawn.
  public var configurations: [FigureConfiguration]
  /// Links that somebody stated, apart from configurations.
  public var links: [FigureLink]

  /// A theory.
  public init(
    id: Text, title: Text, subtitle: Text? = nil, elements: [FigureElement] = [],
    configurations: [FigureConfiguration] = [], links: [FigureLink] = []
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.elements = elements
    self.configurations = configurations
    self.links = links
  }
}

/// A context, mechanism or outcome.
public struct FigureElement: Sendable, Hashable {
  /// Which column it stands in.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case context, mechanism, outcome
  }

  /// Where it comes from.
  public enum Origin: Sendable, Hashable {
    /// A table of a document lists it.
    case listed
    /// It emerged from evidence.
    case emerged
  }

  /// Its id.
  public var id: Text
  /// Which column it stands in.
  public var kind: Kind
  /// Its title.
  public var title: Text
  /// Where it comes from.
  public var origin: Origin
  /// The statement in full, shown as a tooltip.
  public var statement: Text?
  /// Where a click leads, e.g. `#element-x`; only web addresses and anchors are written.
  public var address: Text?

  /// An element.
  public init(
    id: Text, kind: Kind, title: Text, origin: Origin = .listed, statement: Text? = nil,
    address: Text? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.origin = origin
    self.statement = statement
    self.address = address
  }
}

/// A configuration with its verdict.
public struct FigureConfiguration: Sendable, Hashable {
  /// Its id.
  public var id: Text
  /// Its title, shown as a tooltip.
  public var title: Text
  /// The contexts that it names.
  public var contexts: [FigureContextPlace]
  /// Ids of its mechanisms.
  public var mechanisms: [Text]
  /// Ids of its outcomes.
  public var outcomes: [Text]
  /// The verdict.
  public var verdict: FigureVerdict
  /// Its parts with what bears on them.
  public var parts: [FigurePart]
  /// Where a click leads.
  public var address: Text?

  /// A configuration.
  public init(
    id: Text, title: Text, contexts: [FigureContextPlace] = [], mechanisms: [Text],
    outcomes: [Text], verdict: FigureVerdict, parts: [FigurePart] = [], address: Text? = nil
  ) {
    self.id = id
    self.title = title
    self.contexts = contexts
    self.mechanisms = mechanisms
    self.outcomes = outcomes
    self.verdict = verdict
    self.parts = parts
    self.address = address
  }
}

/// The place of a context in a configuration.
public struct FigureContextPlace: Sendable, Hashable {
  /// What the configuration says of it.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case caseForChange = "case for change"
    case enables
    case constrains
    case makesUnnecessary = "makes unnecessary"
  }

  /// The id of the context.
  public var context: Text
  /// What the configuration says of it.
  public var role: Role
  /// The verdict on the link to the mechanism, where the context is a required part.
  public var verdict: FigureVerdict?

  /// A place.
  public init(context: Text, role: Role, verdict: FigureVerdict? = nil) {
    self.context = context
    self.role = role
    self.verdict = verdict
  }
}

/// A verdict: how it is drawn, and its words.
public struct FigureVerdict: Sendable, Hashable {
  /// How a verdict is drawn. Verdicts of one stance differ in their words.
  public enum Stance: Int, Sendable, Hashable, CaseIterable, Comparable {
    case stronglySupported, supported, assembled, thin, contested, untested, espousedOnly
    case challenged, eliminated

    /// The order of the legend.
    public static func < (left: Stance, right: Stance) -> Bool { left.rawValue < right.rawValue }
  }

  /// How it is drawn.
  public var stance: Stance
  /// Its words, as METHOD has them: `challenged: not enacted`.
  public var words: Text

  /// A verdict.
  public init(_ stance: Stance, _ words: Text) {
    self.stance = stance
    self.words = words
  }
}

/// A part of a configuration and the voices that bear on it.
public struct FigurePart: Sendable, Hashable {
  /// What to call it: `mechanism`, `link`, `outcome`.
  public var name: Text
  /// The verdict on it.
  public var verdict: FigureVerdict?
  /// Voices that support it.
  public var supporting: Int
  /// Voices that challenge it.
  public var challenging: Int
  /// Voices that only espouse it.
  public var espousing: Int
  /// Whether it decided the verdict on the configuration.
  public var isDeciding: Bool

  /// A part.
  public init(
    name: Text, verdict: FigureVerdict? = nil, supporting: Int = 0, challenging: Int = 0,
    espousing: Int = 0, isDeciding: Bool = false
  ) {
    self.name = name
    self.verdict = verdict
    self.supporting = supporting
    self.challenging = challenging
    self.espousing = espousing
    self.isDeciding = isDeciding
  }
}

/// A link that somebody stated, apart from configurations.
public struct FigureLink: Sendable, Hashable {
  /// What the link says.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case enables, constrains, produces, inhibits, counteracts, becomes, reinforces
    case dependsOn = "depends on"

    /// Whether it works against what it points at.
    public var isAgainst: Bool {
      switch self {
      case .constrains, .inhibits, .counteracts: true
      case .enables, .produces, .becomes, .reinforces, .dependsOn: false
      }
    }
  }

  /// The id of the element that it starts at.
  public var from: Text
  /// The id of the element that it points at.
  public var to: Text
  /// What it says.
  public var kind: Kind

  /// A link.
  public init(from: Text, to: Text, kind: Kind) {
    self.from = from
    self.to = to
    self.kind = kind
  }
}
