public import PropertyGraph

/// Everything that the judge reads, as plain arrays: filled by a fixed number of queries, or by
/// hand. Names refer by id, so the order of entry cannot matter.
public struct RecordedEvidence: Sendable {
  /// Programme theories.
  public var theories: [Theory] = []
  /// Claims to be tested.
  public var configurations: [Configuration] = []
  /// Mechanisms of those claims, with their slots.
  public var mechanisms: [Mechanism] = []
  /// Titles of contexts and outcomes, for people.
  public var titles: [Title] = []
  /// Evidence and figures.
  public var items: [Item] = []
  /// How they bear on configurations and elements.
  public var bearings: [Bearing] = []
  /// Documents that items stand in.
  public var documents: [Document] = []
  /// Methods that gathered items.
  public var methods: [Method] = []
  /// Respondents.
  public var participants: [Participant] = []
  /// Sites, for their level.
  public var sites: [Site] = []
  /// Names that may mean the same respondent, site or document.
  public var aliases: [Alias] = []
  /// What documents say is meant or valued.
  public var espousals: [Espousal] = []
  /// What authors conclude.
  public var readings: [Reading] = []
  /// Verdicts that analysts set beside the computed ones.
  public var overrules: [Overrule] = []
  /// What stands around the claims; empty unless it was asked for.
  public var surroundings = Surroundings()
  /// Whose voices are heard.
  public var hearing = VoiceSelection()

  /// Nothing recorded.
  public init() {}

  /// A programme theory.
  public struct Theory: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Its title.
    public var title: Text
    /// initial, refined or rival.
    public var status: Text
    /// Mechanisms that its tables list, whether or not anything pairs them.
    public var listedMechanisms: [Text]
    /// Theories that are part of it.
    public var parts: [Text]
    /// Theories that explain the same thing otherwise, whichever of the two says so.
    public var rivals: [Text] = []

    /// A theory.
    public init(
      id: Text, title: Text = "", status: Text = "initial", listedMechanisms: [Text] = [],
      parts: [Text] = []
    ) {
      self.id = id
      self.title = title
      self.status = status
      self.listedMechanisms = listedMechanisms
      self.parts = parts
    }
  }

  /// One *if context, then mechanism, so outcome* claim.
  public struct Configuration: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Its title.
    public var title: Text = ""
    /// The reasoning as a sentence.
    public var because: Text?
    /// Theories that make the claim.
    public var theories: [Text] = []
    /// Name shared by configurations that a document pairs together.
    public var group: Text?
    /// Who linked mechanism and outcome.
    public var pairedBy: Text?
    /// How far the claim reaches.
    public var reach: Reach = .most
    /// Whether anybody meant it to happen.
    public var isIntended = true
    /// Contexts and what they are to the claim.
    public var contexts: [ContextSlot] = []
    /// Mechanisms.
    public var mechanisms: [Text] = []
    /// Outcomes.
    public var outcomes: [Text] = []

    /// A claim with nothing in it yet.
    public init(id: Text) { self.id = id }
  }

  /// A context in a configuration.
  public struct ContextSlot: Sendable, Hashable {
    /// The context.
    public var context: Text
    /// Stated problem or local condition; unknown counts as a condition, and is said.
    public var role: ContextRole?
    /// enables, constrains, makes-unnecessary.
    public var effect: Text?

    /// A context in a configuration.
    public init(context: Text, role: ContextRole?, effect: Text? = nil) {
      self.context = context
      self.role = role
      self.effect = effect
    }
  }

  /// A mechanism's slots.
  public struct Mechanism: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Its title.
    public var title: Text
    /// Whether the resource slot is filled.
    public var hasResource: Bool
    /// Whether the reasoning slot is filled.
    public var hasReasoning: Bool
    /// Whether its existence in law is the mechanism.
    public var isProvision: Bool
    /// The resource, in words.
    public var resource: Text?
    /// The reasoning, in words.
    public var reasoning: Text?

    /// A mechanism.
    public init(
      id: Text, title: Text = "", hasResource: Bool = false, hasReasoning: Bool = false,
      isProvision: Bool = false
    ) {
      self.id = id
      self.title = title
      self.hasResource = hasResource
      self.hasReasoning = hasReasoning
      self.isProvision = isProvision
    }
  }

  /// What to call something.
  public struct Title: Sendable, Hashable {
    /// Whose title.
    public var id: Text
    /// The title.
    public var title: Text

    /// A title.
    public init(id: Text, title: Text) {
      self.id = id
      self.title = title
    }
  }

  /// How one item bears on one target.
  public struct Bearing: Sendable, Hashable {
    /// The item.
    public var item: Text
    /// A configuration, element or theory.
    public var target: Text
    /// For, against, qualifying or silent.
    public var kind: BearingKind
    /// The parts covered, as written.
    public var covers: [Text]
    /// How far the mechanism fired.
    public var activation: Activation?
    /// Hoped or feared, of espoused claims.
    public var direction: Direction?
    /// What passing or failing proves.
    public var test: ProcessTest?
    /// What was searched, of silence.
    public var search: Text?
    /// Relevance as scored.
    public var relevance: Int?
    /// Richness as scored.
    public var richness: Int?
    /// Rigour as scored.
    public var rigour: Int?
    /// Why this appraisal.
    public var reason: Text?
    /// Who judged.
    public var judgedBy: Text?

    /// A bearing without scores.
    public init(
      item: Text, _ kind: BearingKind, target: Text, covers: [Text] = [],
      activation: Activation? = nil, direction: Direction? = nil, test: ProcessTest? = nil,
      search: Text? = nil, relevance: Int? = nil, richness: Int? = nil, rigour: Int? = nil,
      reason: Text? = nil, judgedBy: Text? = nil
    ) {
      self.item = item
      self.kind = kind
      self.target = target
      self.covers = covers
      self.activation = activation
      self.direction = direction
      self.test = test
      self.search = search
      self.relevance = relevance
      self.richness = richness
      self.rigour = rigour
      self.reason = reason
      self.judgedBy = judgedBy
    }
  }

  /// A document's saying that something is meant or valued.
  public struct Espousal: Sendable, Hashable {
    /// What is espoused: configuration, mechanism, outcome, context or theory.
    public var target: Text
    /// Where.
    public var place: Locator

    /// An espousal.
    public init(target: Text, place: Locator) {
      self.target = target
      self.place = place
    }
  }

  /// What authors conclude on a configuration.
  public struct Reading: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// The configuration.
    public var configuration: Text
    /// What they say, in the encoder's words.
    public var statement: Text
    /// Their verdict as coded.
    public var verdict: Text
    /// The words that carry it, as printed.
    public var asPrinted: Text?
    /// Where.
    public var place: Locator?

    /// A reading.
    public init(
      id: Text, configuration: Text, statement: Text, verdict: Text, asPrinted: Text? = nil,
      place: Locator? = nil
    ) {
      self.id = id
      self.configuration = configuration
      self.statement = statement
      self.verdict = verdict
      self.asPrinted = asPrinted
      self.place = place
    }
  }
}
