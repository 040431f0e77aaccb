import PropertyGraph

/// A graph as plain dictionaries: slow and obviously right, to compare with.
struct NaiveGraph {
  struct Node {
    var labels: Set<Text>
    var properties: PropertyMap
  }

  struct Relationship {
    var type: Text
    var start: NodeID
    var end: NodeID
    var properties: PropertyMap
  }

  var nodes: [NodeID: Node] = [:]
  var relationships: [RelationshipID: Relationship] = [:]

  /// Ids of relationship and neighbour, one line each, sorted.
  func expansion(
    of node: NodeID, types: Set<Text>?, direction: TraversalDirection
  ) -> [String] {
    var lines: [String] = []
    for (id, relationship) in relationships {
      if let types, !types.contains(relationship.type) { continue }
      if direction != .incoming, relationship.start == node {
        lines.append("\(id) \(relationship.end)")
      }
      if direction != .outgoing, relationship.end == node,
        direction == .incoming || relationship.start != node
      {
        lines.append("\(id) \(relationship.start)")
      }
    }
    return lines.sorted()
  }

  /// The whole graph as text, in the order of the ids.
  var listing: [String] {
    nodes.sorted { $0.key < $1.key }.map { id, node in
      "\(id) \(node.labels.sorted()) \(JSONWriter.text(.map(node.properties)))"
    }
      + relationships.sorted { $0.key < $1.key }.map { id, relationship in
        "\(id) \(relationship.type) \(relationship.start) \(relationship.end) "
          + "\(JSONWriter.text(.map(relationship.properties)))"
      }
  }
}

extension GraphView {
  /// All live nodes, by scan.
  func scanned(_ label: LabelCode? = nil, limit: Int = 3) -> [NodeRow] {
    var cursor = ScanCursor()
    var rows: [NodeRow] = []
    while !cursor.isAtEnd {
      let before = rows.count
      scan(label, cursor: &cursor, limit: limit, into: &rows)
      if rows.count > before + limit { return [] }
    }
    return rows
  }

  /// See ``NaiveGraph/listing``.
  var listing: [String] {
    let nodes = scanned().sorted { id(of: $0) < id(of: $1) }
    var expansion = Expansion()
    expand(nodes, types: nil, direction: .outgoing, into: &expansion)
    let relationships = expansion.relationships.sorted { id(of: $0) < id(of: $1) }
    return nodes.map { node in
      "\(id(of: node)) \(labels(of: node)) \(JSONWriter.text(.map(properties(of: node))))"
    }
      + relationships.map { row in
        "\(id(of: row)) \(name(of: type(of: row))) \(id(of: start(of: row))) "
          + "\(id(of: end(of: row))) \(JSONWriter.text(.map(properties(of: row))))"
      }
  }
}
