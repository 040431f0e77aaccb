public import PropertyGraph

/// A graph as plain dictionaries: slow and obviously right, to compare with.
public struct NaiveGraph {
  /// A node.
  public struct Node {
    /// Its labels.
    public var labels: Set<Text>
    /// Its properties.
    public var properties: PropertyMap

    /// A node.
    public init(labels: Set<Text>, properties: PropertyMap) {
      self.labels = labels
      self.properties = properties
    }
  }

  /// A relationship.
  public struct Relationship {
    /// Its type.
    public var type: Text
    /// The node it starts at.
    public var start: NodeID
    /// The node it ends at.
    public var end: NodeID
    /// Its properties.
    public var properties: PropertyMap
  }

  /// The nodes by id.
  public var nodes: [NodeID: Node] = [:]
  /// The relationships by id.
  public var relationships: [RelationshipID: Relationship] = [:]

  /// An empty graph.
  public init() {}

  /// Ids of relationship and neighbour, one line each, sorted.
  public func expansion(
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
  public var listing: [String] {
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
  public func scanned(_ label: LabelCode? = nil, limit: Int = 3) -> [NodeRow] {
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
  public var listing: [String] {
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
