import GraphTesting
import PropertyGraph
import Testing

/// Compares everything that a view answers with the naive graph.
func expectSame(
  _ view: GraphView, _ graph: NaiveGraph, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect(view.listing == graph.listing, sourceLocation: sourceLocation)
  #expect(view.nodeCount(label: nil) == graph.nodes.count, sourceLocation: sourceLocation)
  #expect(
    view.relationshipCount(type: nil) == graph.relationships.count,
    sourceLocation: sourceLocation)
  #expect(
    view.labelNames() == Set(graph.nodes.values.flatMap(\.labels)).sorted(),
    sourceLocation: sourceLocation)
  #expect(
    view.typeNames() == Set(graph.relationships.values.map(\.type)).sorted(),
    sourceLocation: sourceLocation)
  let keys = Set(
    graph.nodes.values.flatMap(\.properties.keys)
      + graph.relationships.values.flatMap(\.properties.keys))
  #expect(view.keyNames() == keys.sorted(), sourceLocation: sourceLocation)
  try expectSameLabels(view, graph, sourceLocation)
  try expectSameProperties(view, graph, sourceLocation)
  expectSameExpansions(view, graph, sourceLocation)
}

private func expectSameLabels(
  _ view: GraphView, _ graph: NaiveGraph, _ sourceLocation: SourceLocation
) throws {
  let all = view.scanned(limit: 1_000)
  for label in RandomGraph.labels {
    guard let code = view.labelCode(label) else { continue }
    let expected = graph.nodes.filter { $0.value.labels.contains(label) }.keys.sorted()
    let found = view.scanned(code)
    #expect(found.map { view.id(of: $0) }.sorted() == expected, sourceLocation: sourceLocation)
    #expect(view.nodeCount(label: code) == expected.count, sourceLocation: sourceLocation)
    let flags = view.hasLabels(all, all: [code])
    #expect(
      zip(all, flags).filter { $0.1 }.map { view.id(of: $0.0) }.sorted() == expected,
      sourceLocation: sourceLocation)
  }
  for number in 0..<60 {
    guard let id = view.keyCode("id") else { break }
    let wanted = Value("node-\(number)")
    let expected = graph.nodes.filter { $0.value.properties["id"]?.equals(wanted) == true }
      .keys.sorted()
    let found = try #require(view.seek(label: nil, key: id, equals: wanted))
    #expect(found.map { view.id(of: $0) }.sorted() == expected, sourceLocation: sourceLocation)
  }
}

private func expectSameProperties(
  _ view: GraphView, _ graph: NaiveGraph, _ sourceLocation: SourceLocation
) throws {
  let nodes = view.scanned(limit: 7).reversed().map { $0 }
  let relationships = graph.relationships.keys.sorted().compactMap { view.relationship(withID: $0) }
  #expect(relationships.count == graph.relationships.count, sourceLocation: sourceLocation)
  for key in RandomGraph.keys {
    guard let code = view.keyCode(key) else { continue }
    let column = try view.nodeProperty(code, of: nodes)
    for (position, node) in nodes.enumerated() {
      let expected = graph.nodes[view.id(of: node)]?.properties[key] ?? .null
      #expect(Exact(column[position]) == Exact(expected), sourceLocation: sourceLocation)
    }
    let other = try view.relationshipProperty(code, of: relationships)
    for (position, relationship) in relationships.enumerated() {
      let expected = graph.relationships[view.id(of: relationship)]?.properties[key] ?? .null
      #expect(Exact(other[position]) == Exact(expected), sourceLocation: sourceLocation)
    }
  }
}

private func expectSameExpansions(
  _ view: GraphView, _ graph: NaiveGraph, _ sourceLocation: SourceLocation
) {
  let nodes = view.scanned(limit: 100)
  let choices: [Set<Text>?] = [nil, ["T"], ["U", "V"], []]
  for types in choices {
    let codes = types?.sorted().compactMap { view.typeCode($0) }
    for direction in [TraversalDirection.outgoing, .incoming, .either] {
      var expansion = Expansion()
      view.expand(nodes, types: codes, direction: direction, into: &expansion)
      #expect(expansion.sources == expansion.sources.sorted(), sourceLocation: sourceLocation)
      var found = [[String]](repeating: [], count: nodes.count)
      for index in expansion.sources.indices {
        found[Int(expansion.sources[index])].append(
          "\(view.id(of: expansion.relationships[index])) \(view.id(of: expansion.neighbors[index]))"
        )
      }
      for (position, node) in nodes.enumerated() {
        let expected = graph.expansion(
          of: view.id(of: node), types: types, direction: direction)
        #expect(found[position].sorted() == expected, sourceLocation: sourceLocation)
      }
    }
  }
}
