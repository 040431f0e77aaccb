public import PropertyGraph

/// A kind of node of a study: `Evidence`, `Mechanism`, … The table of them drives reading,
/// writing, checking and completing alike.
public struct Kind: Sendable, Hashable {
  /// The label in the graph: `ResearchQuestion`.
  public let name: Text
  /// The key under which a file refers to one: `research-question`.
  public let key: Text
  /// The section that holds them in a file: `research-questions`.
  public let section: Text
  /// Its properties, in the order in which files print them. `id` is not among them: every node
  /// of a study has one.
  public let properties: [Property]
  /// What it stands for, in one line.
  public let meaning: Text
  /// Whether the study declared it itself.
  public let isExtension: Bool

  /// A kind; the properties stand in the order in which files print them.
  public init(
    _ name: Text, key: Text, section: Text, meaning: Text, properties: [Property],
    isExtension: Bool = false
  ) {
    self.name = name
    self.key = key
    self.section = section
    self.properties = properties
    self.meaning = meaning
    self.isExtension = isExtension
  }

  /// The property of that name in the graph (`paired_by`). O(properties).
  public func property(named name: Text) -> Property? {
    properties.first { $0.name == name }
  }

  /// The property under that key in a file (`paired-by`). O(properties).
  public func property(key: Text) -> Property? {
    properties.first { $0.key == key }
  }

  /// The properties whose words full-text search looks at.
  public var searchedProperties: [Property] {
    properties.filter(\.isSearched)
  }
}

/// A property of a kind or of a link type.
public struct Property: Sendable, Hashable {
  /// Its name in the graph: `paired_by`.
  public let name: Text
  /// What it may hold.
  public let type: PropertyType
  /// Whether a record without it is unfinished (a finding of `check`, not a refusal).
  public let isRequired: Bool
  /// What its absence means, as a file would write it; `nil` means *unknown*.
  public let defaultValue: Text?
  /// Whether full-text search looks at it.
  public let isSearched: Bool
  /// What it says, in one line.
  public let meaning: Text

  /// Its key in a file: `paired-by`.
  public var key: Text { Vocabulary.fileKey(ofName: name) }

  /// A property named as in the graph.
  public init(
    _ name: Text, _ type: PropertyType, _ meaning: Text, required: Bool = false,
    default defaultValue: Text? = nil, searched: Bool = false
  ) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.defaultValue = defaultValue
    self.isSearched = searched
    self.meaning = meaning
  }

  /// A property that holds a text.
  public init(
    _ name: Text, _ meaning: Text, required: Bool = false, searched: Bool = false
  ) {
    self.init(name, .text, meaning, required: required, searched: searched)
  }
}
