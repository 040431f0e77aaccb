import GraphQuery
import PropertyGraph
import RealistEvaluation
import StudyFiles

/// The names that queries on a study may use, from its vocabulary.
enum SessionCatalogue {
  /// The closed catalogue of a study.
  static func study(
    _ vocabulary: Vocabulary, isReadOnly: Bool, procedures: [Procedure] = []
  ) -> Catalogue {
    var properties: [Text: Set<Text>] = [:]
    for kind in vocabulary.kinds {
      properties[kind.name] = Set(kind.properties.map(\.name) + ["id", StudyContents.homeProperty])
    }
    var relationships: [Text: Set<Text>] = [:]
    for type in vocabulary.linkTypes {
      relationships[type.name] = Set(type.properties.map(\.name))
    }
    return Catalogue(
      vocabulary: Catalogue.Vocabulary(
        properties: properties, relationshipProperties: relationships),
      functions: .standard, procedures: Procedure.standard + Procedure.realist + procedures,
      isReadOnly: isReadOnly)
  }

  /// The open catalogue of a plain graph.
  static func plain(_ procedures: [Procedure] = [], version: Int = 0) -> Catalogue {
    Catalogue(
      functions: .standard, procedures: Procedure.standard + procedures, version: version)
  }
}
