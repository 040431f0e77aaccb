public import PropertyGraph

/// Who originated an item: counts once on each side of a part (METHOD section 3).
public struct Voice: Sendable, Hashable, Comparable {
  /// What sort of originator.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A respondent, after aliases.
    case person
    /// A group that was interviewed together.
    case group
    /// All unnamed people of one study, method and group.
    case residual
    /// A survey's respondents of one group.
    case survey
    /// A dataset, observation or figure at second hand.
    case dataset
    /// One content analysis of documents.
    case analysis
    /// A named site, through its own document or its case.
    case site
    /// A body that wrote a document or issued an official record.
    case body
    /// All voices of one study, where they are counted as one.
    case study

    /// Whether an id names a voice of some kind, as `survey:wp1.2` does, and no participant.
    static func isNamed(by id: Text) -> Bool {
      allCases.contains { id.string.utf8.starts(with: "\($0.rawValue):".utf8) }
    }

    /// Its place in the order of names.
    var rank: Int {
      switch self {
      case .analysis: 0
      case .body: 1
      case .dataset: 2
      case .group: 3
      case .person: 4
      case .residual: 5
      case .site: 6
      case .study: 7
      case .survey: 8
      }
    }

    /// What to call the kind.
    public var name: String {
      switch self {
      case .person: "respondent"
      case .group: "group"
      case .residual: "unnamed people"
      case .survey: "survey"
      case .dataset: "dataset"
      case .analysis: "content analysis"
      case .site: "site"
      case .body: "body"
      case .study: "study"
      }
    }
  }

  /// What sort of originator.
  public let kind: Kind
  /// Which one, unique within its kind.
  public let key: Text
  /// What to call it.
  public let name: Text

  /// Names it apart from every other voice: `person:20t3`.
  public var id: Text { Text("\(kind.rawValue):\(key)") }

  /// A voice.
  public init(_ kind: Kind, key: Text, name: Text) {
    self.kind = kind
    self.key = key
    self.name = name
  }

  /// Whether many people may speak with it, so that it can hold two opinions without being mixed.
  public var isMany: Bool {
    switch kind {
    case .residual, .survey, .dataset: true
    case .person, .group, .analysis, .site, .body, .study: false
    }
  }

  /// Equal kind and key.
  public static func == (left: Voice, right: Voice) -> Bool {
    left.kind == right.kind && left.key == right.key
  }

  /// Hashes kind and key.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(key)
  }

  /// Order of kind, then key.
  public static func < (left: Voice, right: Voice) -> Bool {
    left.kind == right.kind ? left.key < right.key : left.kind.rank < right.kind.rank
  }
}

/// One originator of one item, with what decides whether it counts on a part.
public struct Origin: Sendable, Hashable {
  /// Who.
  public let voice: Voice
  /// Studies that it belongs to; a document that belongs to none stands for itself.
  public let studies: [Text]
  /// Study and method within which unnamed people may be the coded ones.
  public let scope: Text
  /// Unnamed people that the item states.
  public let stated: Int
  /// Whether it is a named site's own document, which folds into a content analysis.
  public let isOwnDocument: Bool
  /// Whether it speaks as an official record.
  public let isOfficialRecord: Bool
  /// Whether it speaks in the authors' layer.
  public let isAuthor: Bool
  /// Kinds of method that brought the item in from it.
  public var families: Set<MethodFamily> = []
  /// Sites that it speaks from: those of the item, else those of the respondent, else those of the
  /// document.
  public var sites: [Text] = []
  /// Whether its study is recorded as one, or is only the document that it stands in.
  var isOfRecordedStudy = false

  /// Whether it is one of the voices that *one voice per study* makes one. Bodies speak for
  /// themselves, and so does a site that no study brought in.
  var speaksForStudy: Bool {
    switch voice.kind {
    case .person, .group, .residual, .survey, .dataset, .analysis, .study: true
    case .site: isOfRecordedStudy
    case .body: false
    }
  }
}
