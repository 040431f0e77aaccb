public import PropertyGraph

extension RecordedEvidence {
  /// What stands around the claims: read where mechanisms are compared across contexts and where
  /// gaps are looked for, and never by a verdict.
  public struct Surroundings: Sendable, Hashable {
    /// Sites in periods.
    public var cases: [Case] = []
    /// Every context of the study, whether or not a configuration has it.
    public var contexts: [Text] = []
    /// What links between contexts and mechanisms state.
    public var effects: [StatedEffect] = []
    /// What items are about, besides what they bear on.
    public var subjects: [Subject] = []
    /// What theories list, whether or not anything pairs it.
    public var listings: [Listing] = []

    /// Nothing around.
    public init() {}
  }

  /// One site in one period.
  public struct Case: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Its title.
    public var title: Text
    /// The sites it belongs to.
    public var sites: [Text]

    /// A case.
    public init(id: Text, title: Text = "", sites: [Text] = []) {
      self.id = id
      self.title = title
      self.sites = sites
    }
  }

  /// A stated link from a context to a mechanism.
  public struct StatedEffect: Sendable, Hashable {
    /// The context.
    public var context: Text
    /// The mechanism.
    public var mechanism: Text
    /// What the context does to it.
    public var effect: ContextEffect

    /// A stated effect.
    public init(context: Text, mechanism: Text, effect: ContextEffect) {
      self.context = context
      self.mechanism = mechanism
      self.effect = effect
    }
  }

  /// An item is about something.
  public struct Subject: Sendable, Hashable {
    /// The item.
    public var item: Text
    /// A record of any kind.
    public var target: Text

    /// An item and what it is about.
    public init(item: Text, target: Text) {
      self.item = item
      self.target = target
    }
  }

  /// A theory lists an element.
  public struct Listing: Sendable, Hashable {
    /// The theory.
    public var theory: Text
    /// The element.
    public var element: Text

    /// A theory and an element that it lists.
    public init(theory: Text, element: Text) {
      self.theory = theory
      self.element = element
    }
  }
}

/// What a condition does to a mechanism.
public enum ContextEffect: String, ClosedWord {
  case enables, constrains
  case makesUnnecessary = "makes-unnecessary"

  /// Whether the mechanism is expected to fire where the condition does not hold.
  public var isExpectedWithout: Bool { self != .enables }
}
