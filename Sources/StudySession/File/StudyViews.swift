import Diagnostics
import GraphStore
import PropertyGraph
import RealistEvaluation

/// The documented read-only views of a study's file, for R, Python and database browsers: one for
/// each kind (`research_question`: node, id, then its properties) and one for each type of link
/// (`link_in_context`: relationship, from_id, to_id, then its properties).
enum StudyViews {
  static func create(
    with builder: ViewBuilder, vocabulary: Vocabulary
  ) throws(Diagnostic) {
    var views: [(name: Text, sql: Text)] = []
    for kind in vocabulary.kinds {
      let columns = kind.properties.map { ViewBuilder.Column(property: $0.name, name: $0.name) }
      let home = ViewBuilder.Column(property: "file", name: "file")
      views.append(
        (
          Vocabulary.name(ofFileKey: kind.key),
          try builder.selectNodes(label: kind.name, columns: columns + [home])
        ))
    }
    for type in vocabulary.linkTypes {
      let columns = type.properties.map { ViewBuilder.Column(property: $0.name, name: $0.name) }
      views.append(
        (
          Text("link_" + type.name.string.lowercased()),
          try builder.selectRelationships(
            type: type.name, start: "from_id", end: "to_id", columns: columns)
        ))
    }
    try builder.create(views)
  }
}
