/// A graph as two lists of records.
struct ReferenceGraph {
  struct Node {
    var labels: Set<String> = []
    var properties: [String: ReferenceValue] = [:]
    var isDeleted = false
  }

  struct Relationship {
    var type: String
    var start: Int
    var end: Int
    var properties: [String: ReferenceValue] = [:]
    var isDeleted = false
  }

  var nodes: [Node] = []
  var relationships: [Relationship] = []

  /// Everything there is, as sorted lines; nodes are known by their property `i`.
  var dump: [String] {
    let nodeLines = nodes.filter { !$0.isDeleted }.map { node in
      "node \(Self.text(node.properties)) \(node.labels.sorted())"
    }
    let relationshipLines = relationships.filter { !$0.isDeleted }.map { relationship in
      let ends = [relationship.start, relationship.end].map { Self.text(nodes[$0].properties) }
      return "\(relationship.type) \(Self.text(relationship.properties)) \(ends)"
    }
    return (nodeLines + relationshipLines).sorted()
  }

  static func text(_ properties: [String: ReferenceValue]) -> String {
    properties.map { "\($0.key): \($0.value.key)" }.sorted().joined(separator: ", ")
  }
}
