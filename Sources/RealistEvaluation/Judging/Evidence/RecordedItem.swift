public import PropertyGraph

extension RecordedEvidence {
  /// A place in a document.
  public struct Locator: Sendable, Hashable {
    /// The document.
    public var document: Text
    /// Number or heading of the section.
    public var section: Text?
    /// Page as printed.
    public var page: Int?
    /// Line of the extracted text.
    public var line: Int?
    /// At most eight words found there.
    public var anchor: Text?

    /// A place in a document.
    public init(
      document: Text, section: Text? = nil, page: Int? = nil, line: Int? = nil,
      anchor: Text? = nil
    ) {
      self.document = document
      self.section = section
      self.page = page
      self.line = line
      self.anchor = anchor
    }
  }

  /// One located statement (Evidence), or one quantity (Figure).
  public struct Item: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Whether it is a quantity.
    public var isFigure = false
    /// What it says, in the encoder's words.
    public var statement: Text = ""
    /// Observed, inferred or espoused; missing counts as inferred.
    public var claim: Claim?
    /// Who is speaking.
    public var layer: Layer = .participant
    /// How the document names who said it; missing means coded if given by somebody, else uncoded.
    public var attribution: Attribution?
    /// Stated number of unnamed people.
    public var speakers: Int?
    /// Whether printed words of the respondent stand there.
    public var isVerbatim = false
    /// When it was said or happened: YYYY[-MM[-DD]].
    public var date: Text?
    /// The scale it speaks about.
    public var scale: Text?
    /// Group of respondents.
    public var group: Text?
    /// Whether it speaks of the own organisation or place.
    public var standpoint: Standpoint?
    /// Whether it is an official record.
    public var isOfficialRecord = false
    /// Figures: the question that joins groups.
    public var question: Text?
    /// Figures: the value.
    public var value: Double?
    /// Figures: the unit.
    public var unit: Text?
    /// Figures: counted.
    public var numerator: Int?
    /// Figures: out of.
    public var denominator: Int?
    /// Where it stands.
    public var places: [Locator] = []
    /// Respondents who gave it.
    public var participants: [Text] = []
    /// Methods that gathered it.
    public var methods: [Text] = []
    /// Sites it belongs to.
    public var sites: [Text] = []
    /// Items and documents that it derives from.
    public var origins: [Text] = []

    /// An item that says nothing yet.
    public init(id: Text) { self.id = id }
  }

  /// A document.
  public struct Document: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Its title.
    public var title: Text
    /// The body that issued it.
    public var body: Text?
    /// When: YYYY[-MM[-DD]].
    public var date: Text?
    /// Whether it is an official record.
    public var isOfficialRecord: Bool
    /// Sites whose own document it is.
    public var sites: [Text]
    /// Studies that it reports.
    public var studies: [Text]

    /// A document.
    public init(
      id: Text, title: Text = "", body: Text? = nil, date: Text? = nil,
      isOfficialRecord: Bool = false, sites: [Text] = [], studies: [Text] = []
    ) {
      self.id = id
      self.title = title
      self.body = body
      self.date = date
      self.isOfficialRecord = isOfficialRecord
      self.sites = sites
      self.studies = studies
    }
  }

  /// A method.
  public struct Method: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Its title.
    public var title: Text
    /// What sort.
    public var kind: MethodKind
    /// How many took part.
    public var count: Int?
    /// Share that answered.
    public var responseRate: Double?
    /// End of fieldwork: YYYY[-MM[-DD]].
    public var until: Text?
    /// Studies it is part of.
    public var studies: [Text]

    /// A method.
    public init(
      id: Text, title: Text = "", kind: MethodKind, count: Int? = nil,
      responseRate: Double? = nil, until: Text? = nil, studies: [Text] = []
    ) {
      self.id = id
      self.title = title
      self.kind = kind
      self.count = count
      self.responseRate = responseRate
      self.until = until
      self.studies = studies
    }
  }

  /// A respondent.
  public struct Participant: Sendable, Hashable {
    /// The id.
    public var id: Text
    /// The code as printed.
    public var code: Text?
    /// coded, named, uncoded, withheld or residual.
    public var identity: Text
    /// Sites they belong to.
    public var sites: [Text]
    /// The group of roles they belong to.
    public var roleGroup: Text?

    /// A respondent.
    public init(id: Text, code: Text? = nil, identity: Text = "coded", sites: [Text] = []) {
      self.id = id
      self.code = code
      self.identity = identity
      self.sites = sites
    }
  }

  /// A site.
  public struct Site: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// Its title.
    public var title: Text
    /// country, region, system, …
    public var level: Text?

    /// A site.
    public init(id: Text, title: Text = "", level: Text? = nil) {
      self.id = id
      self.title = title
      self.level = level
    }
  }

  /// A judgement that two names mean the same respondent, site or document.
  public struct Alias: Sendable, Hashable {
    /// The other name.
    public var name: Text
    /// The one it means.
    public var same: Text
    /// How sure; missing counts as low.
    public var certainty: Certainty
    /// Who judged.
    public var judgedBy: Text?

    /// An alias.
    public init(name: Text, same: Text, certainty: Certainty, judgedBy: Text? = nil) {
      self.name = name
      self.same = same
      self.certainty = certainty
      self.judgedBy = judgedBy
    }
  }
}
