public import Diagnostics
public import PropertyGraph
public import RealistEvaluation

/// A place in a study file.
public struct StudyPlace: Sendable, Hashable {
  /// The file, by its position in ``StudyContents/files``.
  public var file: Int
  /// Bytes in it.
  public var span: Range<Int>

  /// A place.
  public init(file: Int, span: Range<Int>) {
    self.file = file
    self.span = span
  }
}

/// A record of a study: one node of the graph.
public struct StudyRecord: Sendable {
  /// Its id, unique in the study.
  public var id: Text
  /// Its kind.
  public var kind: Kind
  /// Its properties by name in the graph, without `id` and `file`.
  public var properties: PropertyMap
  /// The file it lives in.
  public var home: Text
  /// Where it stands; `nil` for a record that comes from a store.
  public var place: StudyPlace?

  /// A record.
  public init(
    id: Text, kind: Kind, properties: PropertyMap, home: Text, place: StudyPlace? = nil
  ) {
    self.id = id
    self.kind = kind
    self.properties = properties
    self.home = home
    self.place = place
  }
}

/// A link of a study: one relationship of the graph.
public struct StudyLink: Sendable {
  /// Its type.
  public var type: LinkType
  /// The id it starts at.
  public var from: Text
  /// The id it ends at.
  public var to: Text
  /// Its properties by name in the graph.
  public var properties: PropertyMap
  /// Where the id of the far end stands; `nil` for a link that comes from a store.
  public var place: StudyPlace?

  /// A link.
  public init(
    type: LinkType, from: Text, to: Text, properties: PropertyMap, place: StudyPlace? = nil
  ) {
    self.type = type
    self.from = from
    self.to = to
    self.properties = properties
    self.place = place
  }

  /// The id of the record that writes it.
  public var owner: Text { type.owner == .from ? from : to }
  /// The id at the other end.
  public var target: Text { type.owner == .from ? to : from }
}

/// What a file of a study says of itself at its head.
public struct StudyFileHeader: Sendable, Hashable {
  /// Path relative to the study, such as `Graph/pir-2025.yaml`.
  public var path: Text
  /// `Theory` or `Document`, if it begins with `theory:` or `document:`.
  public var kind: Text?
  /// The id it names.
  public var id: Text?

  /// A header.
  public init(path: Text, kind: Text? = nil, id: Text? = nil) {
    self.path = path
    self.kind = kind
    self.id = id
  }
}

/// A whole study as records and links, before it is a graph or after.
public struct StudyContents: Sendable {
  /// Title and description from `study.yaml`.
  public var title: Text = ""
  /// Description from `study.yaml`.
  public var about: Text = ""
  /// The standard vocabulary and what the study adds.
  public var vocabulary: Vocabulary = .standard
  /// The study's own rules file, kept as text with its comments; `nil` for the standard rules.
  public var rules: SourceText?
  /// The texts of the files, for messages; empty for a study that comes from a store.
  public var files: [SourceText] = []
  /// One header for each file.
  public var headers: [StudyFileHeader] = []
  /// All sound records.
  public var records: [StudyRecord] = []
  /// All sound links.
  public var links: [StudyLink] = []
  /// What is wrong, in the order of files and places.
  public var findings: [Diagnostic] = []

  /// An empty study.
  public init() {}

  /// Whether the study declares kinds or link types of its own.
  public var extendsVocabulary: Bool {
    vocabulary.kinds.contains(where: \.isExtension)
      || vocabulary.linkTypes.contains(where: \.isExtension)
  }

  /// Whether no finding is an error.
  public var isSound: Bool { !findings.contains { $0.severity == .error } }
}
