public import Diagnostics
public import PropertyGraph

/// Random values, graphs and changes of graphs.
public struct RandomGraph {
  /// Where chance comes from.
  public var generator: SeededGenerator
  /// Labels that nodes may have.
  public static let labels: [Text] = ["A", "B", "C", "Long label name"]
  /// Types that relationships may have.
  public static let types: [Text] = ["T", "U", "V"]
  /// Properties that both may have.
  public static let keys: [Text] = ["id", "name", "n", "x", "flag", "mixed", "rare"]

  /// The same graphs for the same seed.
  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Some of the labels.
  public mutating func labels() -> [Text] { Self.labels.filter { _ in generator.chance(35) } }

  /// A value that the property may have.
  public mutating func value(for key: Text) -> Value {
    switch key {
    case "id": .text(Text("node-\(generator.index(below: 60))"))
    case "name": .text(Text(String(repeating: "ü", count: generator.index(below: 12))))
    case "n": .integer(generator.chance(90) ? Int64(generator.index(below: 300)) : .min)
    case "x":
      .float([0.5, -0.0, .infinity, 1e-305, .leastNonzeroMagnitude][generator.index(below: 5)])
    case "flag": .boolean(generator.chance(50))
    case "rare": .list([1, "a", .temporal(.date(days: 7))])
    default:
      [1, "text", 2.5, true, [1, 2], .temporal(.date(days: 1))][generator.index(below: 6)]
    }
  }

  /// Some properties.
  public mutating func properties() -> PropertyMap {
    var map = PropertyMap()
    for key in Self.keys where generator.chance(key == "rare" ? 5 : 50) {
      map[key] = value(for: key)
    }
    return map
  }

  /// A graph of that size with ids that have gaps.
  public mutating func graph(nodes: Int, relationships: Int) -> NaiveGraph {
    var graph = NaiveGraph()
    var ids: [NodeID] = []
    for _ in 0..<nodes {
      let id = (ids.last ?? -1) + 1 + Int64(generator.index(below: 3))
      ids.append(id)
      graph.nodes[id] = NaiveGraph.Node(labels: Set(labels()), properties: properties())
    }
    guard !ids.isEmpty else { return graph }
    for index in 0..<relationships {
      graph.relationships[Int64(index * 2)] = NaiveGraph.Relationship(
        type: Self.types[generator.index(below: 3)], start: ids[generator.index(below: nodes)],
        end: ids[generator.index(below: nodes)], properties: properties())
    }
    return graph
  }

  /// Makes one random change in both graphs.
  public mutating func change(_ view: GraphView, _ graph: inout NaiveGraph) throws(Diagnostic) {
    let nodeIDs = graph.nodes.keys.sorted()
    let relationshipIDs = graph.relationships.keys.sorted()
    switch generator.index(below: 10) {
    case 0, 1:
      let node = NaiveGraph.Node(labels: Set(labels()), properties: properties())
      let row = try view.createNode(labels: node.labels.sorted(), properties: node.properties)
      graph.nodes[view.id(of: row)] = node
    case 2, 3:
      guard !nodeIDs.isEmpty else { return }
      let start = nodeIDs[generator.index(below: nodeIDs.count)]
      let end = generator.chance(10) ? start : nodeIDs[generator.index(below: nodeIDs.count)]
      let type = Self.types[generator.index(below: 3)]
      let properties = properties()
      guard let from = view.node(withID: start), let to = view.node(withID: end) else { return }
      let row = try view.createRelationship(type: type, from: from, to: to, properties: properties)
      graph.relationships[view.id(of: row)] = NaiveGraph.Relationship(
        type: type, start: start, end: end, properties: properties)
    case 4, 5:
      guard !nodeIDs.isEmpty else { return }
      let id = nodeIDs[generator.index(below: nodeIDs.count)]
      let key = Self.keys[generator.index(below: Self.keys.count)]
      let value = generator.chance(25) ? .null : value(for: key)
      guard let row = view.node(withID: id) else { return }
      try view.setProperty(key, of: row, to: value)
      graph.nodes[id]?.properties[key] = value.isNull ? Value?.none : value
    case 6:
      guard !relationshipIDs.isEmpty else { return }
      let id = relationshipIDs[generator.index(below: relationshipIDs.count)]
      let key = Self.keys[generator.index(below: Self.keys.count)]
      let value = generator.chance(25) ? .null : value(for: key)
      guard let row = view.relationship(withID: id) else { return }
      try view.setProperty(key, of: row, to: value)
      graph.relationships[id]?.properties[key] = value.isNull ? Value?.none : value
    case 7:
      guard !nodeIDs.isEmpty else { return }
      let id = nodeIDs[generator.index(below: nodeIDs.count)]
      let label = Self.labels[generator.index(below: Self.labels.count)]
      guard let row = view.node(withID: id) else { return }
      if generator.chance(50) {
        _ = try view.addLabel(label, to: row)
        graph.nodes[id]?.labels.insert(label)
      } else {
        _ = try view.removeLabel(label, from: row)
        graph.nodes[id]?.labels.remove(label)
      }
    case 8:
      guard !relationshipIDs.isEmpty else { return }
      let id = relationshipIDs[generator.index(below: relationshipIDs.count)]
      guard let row = view.relationship(withID: id) else { return }
      _ = try view.delete(row)
      graph.relationships[id] = nil
    default:
      guard !nodeIDs.isEmpty else { return }
      let id = nodeIDs[generator.index(below: nodeIDs.count)]
      guard let row = view.node(withID: id) else { return }
      _ = try view.delete(row)
      graph.nodes[id] = nil
      for (other, relationship) in graph.relationships.sorted(by: { $0.key < $1.key })
      where relationship.start == id || relationship.end == id {
        if let row = view.relationship(withID: other) { _ = try view.delete(row) }
        graph.relationships[other] = nil
      }
    }
  }
}

extension NaiveGraph {
  /// The same graph as an image.
  public func image(state: GraphState = GraphState(graph: GraphID(high: 1, low: 2)))
    throws(Diagnostic)
    -> GraphImage
  {
    let builder = GraphImageBuilder(state)
    for (id, node) in nodes.sorted(by: { $0.key > $1.key }) {
      builder.addNode(id: id, labels: node.labels.sorted(), properties: node.properties)
    }
    for (id, relationship) in relationships.sorted(by: { $0.key < $1.key }) {
      builder.addRelationship(
        id: id, type: relationship.type, start: relationship.start, end: relationship.end,
        properties: relationship.properties)
    }
    return try builder.build()
  }
}
