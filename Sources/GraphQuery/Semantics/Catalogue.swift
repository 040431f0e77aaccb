public import PropertyGraph

/// The names that a query may use. Open: unknown labels, types and properties are legal and match
/// nothing. Closed (a study): they are errors at compile time, with a suggestion.
public struct Catalogue: Sendable {
  /// A closed vocabulary.
  public struct Vocabulary: Sendable {
    /// Labels with the properties that nodes of that label may have.
    public var properties: [Text: Set<Text>]
    /// Relationship types with the properties that they may have.
    public var relationshipProperties: [Text: Set<Text>]

    /// A vocabulary.
    public init(properties: [Text: Set<Text>], relationshipProperties: [Text: Set<Text>]) {
      self.properties = properties
      self.relationshipProperties = relationshipProperties
    }
  }

  /// `nil`: open.
  public var vocabulary: Vocabulary?
  /// All functions.
  public var functions: FunctionCatalogue
  /// All procedures.
  public var procedures: [Procedure]
  /// Whether clauses that change the graph are refused with `ReadOnlyStudy`.
  public var isReadOnly: Bool
  /// Bumped when anything here changes, so that cached plans are not reused.
  public var version: Int

  /// A catalogue.
  public init(
    vocabulary: Vocabulary? = nil, functions: FunctionCatalogue, procedures: [Procedure] = [],
    isReadOnly: Bool = false, version: Int = 0
  ) {
    self.vocabulary = vocabulary
    self.functions = functions
    self.procedures = procedures
    self.isReadOnly = isReadOnly
    self.version = version
  }
}
