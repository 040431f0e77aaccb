public import PropertyGraph

/// What the page of a study shows: plain input, filled from verdicts and pictures.
public struct ReportContents: Sendable {
  /// The title of the study.
  public var title: Text
  /// What the study is about.
  public var description: Text?
  /// Name, version and hash of the rules.
  public var rules: Text
  /// Printed with every report: what a verdict is and what it is not.
  public var caution: Text
  /// A line at the bottom: revision, date. Without it the page depends on nothing but the study.
  public var footer: Text?
  /// What the reader must know about this page, e.g. that pictures are missing and why.
  public var notices: [Text]
  /// The theories, in the order in which they are to be shown.
  public var theories: [ReportTheory]
  /// What the rules of the verdicts are, in sentences.
  public var method: [Text]
  /// Documents that evidence stands in.
  public var sources: [ReportSource]

  /// The contents of a page.
  public init(
    title: Text, description: Text? = nil, rules: Text, caution: Text, footer: Text? = nil,
    notices: [Text] = [], theories: [ReportTheory] = [], method: [Text] = [],
    sources: [ReportSource] = []
  ) {
    self.title = title
    self.description = description
    self.rules = rules
    self.caution = caution
    self.footer = footer
    self.notices = notices
    self.theories = theories
    self.method = method
    self.sources = sources
  }
}

/// A theory on the page.
public struct ReportTheory: Sendable {
  /// Its id.
  public var id: Text
  /// Its title.
  public var title: Text
  /// The argument.
  public var statement: Text?
  /// The word for it: `holds in part`.
  public var word: Text
  /// What the word hides, a sentence each.
  public var facts: [Text]
  /// The figure as SVG; `nil` if it could not be drawn.
  public var picture: [UInt8]?
  /// Files beside the page.
  public var files: [ReportFile]
  /// Verdicts on its configurations.
  public var verdicts: [ReportVerdict]
  /// Evidence that bears on them.
  public var items: [ReportItem] = []
  /// Mechanisms across contexts, where something can be read off.
  public var contrasts: [ReportContrast] = []
  /// What the evidence leaves open.
  public var gaps: [ReportGap] = []

  /// A theory.
  public init(
    id: Text, title: Text, statement: Text? = nil, word: Text, facts: [Text] = [],
    picture: [UInt8]? = nil, files: [ReportFile] = [], verdicts: [ReportVerdict] = []
  ) {
    self.id = id
    self.title = title
    self.statement = statement
    self.word = word
    self.facts = facts
    self.picture = picture
    self.files = files
    self.verdicts = verdicts
  }
}

/// A file beside the page.
public struct ReportFile: Sendable, Hashable {
  /// What to call it: `PDF`.
  public var label: Text
  /// Its name relative to the page.
  public var name: Text

  /// A file.
  public init(label: Text, name: Text) {
    self.label = label
    self.name = name
  }
}

/// The verdict on a configuration, on the page.
public struct ReportVerdict: Sendable, Hashable {
  /// The id of the configuration.
  public var id: Text
  /// Its title.
  public var title: Text
  /// What it claims: in which contexts which mechanisms lead to which outcomes, by their titles.
  public var claim: Claim
  /// The computed verdict.
  public var verdict: FigureVerdict
  /// What must always be added to it.
  public var caution: Text?
  /// The part that decided.
  public var deciding: Text?
  /// Passages, sources, voices; coverage; threads.
  public var counts: [Text]
  /// Espoused against realised.
  public var cell: Text
  /// What authors say.
  public var readings: [ReportReading]
  /// Its parts with what bears on them.
  public var parts: [ReportPart]
  /// How firmly it stands, a sentence each.
  public var sensitivity: [Text]

  /// A configuration in words.
  public struct Claim: Sendable, Hashable {
    /// Titles of its contexts; a stated problem says that it is one.
    public var contexts: [Text]
    /// Titles of its mechanisms.
    public var mechanisms: [Text]
    /// Titles of its outcomes.
    public var outcomes: [Text]

    /// A claim.
    public init(contexts: [Text] = [], mechanisms: [Text] = [], outcomes: [Text] = []) {
      self.contexts = contexts
      self.mechanisms = mechanisms
      self.outcomes = outcomes
    }
  }

  /// A verdict.
  public init(
    id: Text, title: Text, claim: Claim = Claim(), verdict: FigureVerdict, caution: Text? = nil,
    deciding: Text? = nil, counts: [Text] = [], cell: Text = "", readings: [ReportReading] = [],
    parts: [ReportPart] = [], sensitivity: [Text] = []
  ) {
    self.id = id
    self.title = title
    self.claim = claim
    self.verdict = verdict
    self.caution = caution
    self.deciding = deciding
    self.counts = counts
    self.cell = cell
    self.readings = readings
    self.parts = parts
    self.sensitivity = sensitivity
  }
}

/// What authors conclude, beside what was computed.
public struct ReportReading: Sendable, Hashable {
  /// Their verdict as coded.
  public var word: Text
  /// What they say, in the encoder's words.
  public var statement: Text
  /// Where they say it.
  public var place: Text?
  /// Why it differs, or in what it agrees.
  public var why: Text

  /// A reading.
  public init(word: Text, statement: Text, place: Text? = nil, why: Text) {
    self.word = word
    self.statement = statement
    self.place = place
    self.why = why
  }
}
