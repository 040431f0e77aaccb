public import PropertyGraph

/// A part of a configuration in the report, with the items that bear on it.
public struct ReportPart: Sendable, Hashable {
  /// What it is: `outcome o`.
  public var name: Text
  /// Title of the element, or of both ends.
  public var title: Text
  /// The verdict on it.
  public var verdict: FigureVerdict
  /// The rule that gave it, and why.
  public var why: Text
  /// Who speaks, and in which items.
  public var sides: [Side]

  /// Voices or items of one sort.
  public struct Side: Sendable, Hashable {
    /// `for`, `against`, `only hoped or feared`.
    public var name: Text
    /// Voices with their items; of items without a voice the name is empty.
    public var voices: [(name: Text, items: [Text])]

    /// A side.
    public init(name: Text, voices: [(name: Text, items: [Text])]) {
      self.name = name
      self.voices = voices
    }

    /// Equal names and voices.
    public static func == (left: Side, right: Side) -> Bool {
      left.name == right.name && left.voices.count == right.voices.count
        && zip(left.voices, right.voices).allSatisfy { $0 == $1 }
    }

    /// Hashes the name and the items.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      for voice in voices { hasher.combine(voice.items) }
    }
  }

  /// A part.
  public init(
    name: Text, title: Text, verdict: FigureVerdict, why: Text = "", sides: [Side] = []
  ) {
    self.name = name
    self.title = title
    self.verdict = verdict
    self.why = why
    self.sides = sides
  }
}

/// An item of evidence in the report.
public struct ReportItem: Sendable, Hashable {
  /// Its id.
  public var id: Text
  /// What it says, in the encoder's words.
  public var statement: Text
  /// Who gave it.
  public var source: Text
  /// Document, section, page, line, anchor.
  public var places: [Text]
  /// When.
  public var date: Text
  /// Layer, claim, method.
  public var nature: Text

  /// An item.
  public init(
    id: Text, statement: Text, source: Text = "", places: [Text] = [], date: Text = "",
    nature: Text = ""
  ) {
    self.id = id
    self.statement = statement
    self.source = source
    self.places = places
    self.date = date
    self.nature = nature
  }
}

/// A mechanism across one context.
public struct ReportContrast: Sendable, Hashable {
  /// The mechanism.
  public var mechanism: Text
  /// The context.
  public var context: Text
  /// What was looked at.
  public var observed: Text
  /// What the table shows.
  public var reading: Text
  /// The numbers behind it.
  public var why: Text

  /// A contrast.
  public init(mechanism: Text, context: Text, observed: Text, reading: Text, why: Text) {
    self.mechanism = mechanism
    self.context = context
    self.observed = observed
    self.reading = reading
    self.why = why
  }
}

/// Something that the evidence leaves open.
public struct ReportGap: Sendable, Hashable {
  /// What sort.
  public var kind: Text
  /// The question for an interview.
  public var question: Text
  /// Whom or where to ask.
  public var ask: Text
  /// Verdicts that an answer would change.
  public var changes: Int

  /// A gap.
  public init(kind: Text, question: Text, ask: Text, changes: Int) {
    self.kind = kind
    self.question = question
    self.ask = ask
    self.changes = changes
  }
}

/// A document that evidence stands in.
public struct ReportSource: Sendable, Hashable {
  /// Its id.
  public var id: Text
  /// Its title.
  public var title: Text
  /// Who issued it, and when.
  public var details: Text
  /// Where it can be read.
  public var address: Text?
  /// Items of the report that stand in it.
  public var items: Int

  /// A source.
  public init(id: Text, title: Text, details: Text = "", address: Text? = nil, items: Int) {
    self.id = id
    self.title = title
    self.details = details
    self.address = address
    self.items = items
  }
}
