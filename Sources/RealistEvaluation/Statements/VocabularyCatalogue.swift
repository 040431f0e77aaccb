public import GraphQuery
public import PropertyGraph

extension Catalogue.Vocabulary {
  /// The closed vocabulary of a study for the query language: its labels and types with their
  /// properties. Every node has an `id` besides.
  /// - Parameter alsoOnNodes: Properties that every node may have besides, such as its home file.
  public init(_ vocabulary: RealistEvaluation.Vocabulary, alsoOnNodes: [Text] = []) {
    var properties: [Text: Set<Text>] = [:]
    for kind in vocabulary.kinds {
      properties[kind.name] = Set(kind.properties.map(\.name) + ["id"] + alsoOnNodes)
    }
    var relationshipProperties: [Text: Set<Text>] = [:]
    for link in vocabulary.linkTypes {
      relationshipProperties[link.name] = Set(link.properties.map(\.name))
    }
    self.init(properties: properties, relationshipProperties: relationshipProperties)
  }
}
