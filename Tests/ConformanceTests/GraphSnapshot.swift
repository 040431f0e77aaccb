import PropertyGraph

/// What side effects are counted on: the difference of two snapshots.
struct GraphSnapshot {
  var nodes: Set<Int64> = []
  var relationships: Set<Int64> = []
  var labels: Set<Text> = []
  var properties: Set<String> = []

  init() {}

  init(_ graph: any GraphAccess) throws {
    var cursor = ScanCursor()
    var rows: [NodeRow] = []
    while !cursor.isAtEnd { graph.scan(nil, cursor: &cursor, limit: 4096, into: &rows) }
    for row in rows {
      let id = graph.id(of: row)
      nodes.insert(id)
      labels.formUnion(graph.labels(of: row))
      for (key, value) in graph.properties(of: row) {
        properties.insert("n\(id) \(key) \(JSONWriter.text(value, graph: graph))")
      }
    }
    var expansion = Expansion()
    graph.expand(rows, types: nil, direction: .outgoing, into: &expansion)
    for row in expansion.relationships {
      let id = graph.id(of: row)
      relationships.insert(id)
      for (key, value) in graph.properties(of: row) {
        properties.insert("r\(id) \(key) \(JSONWriter.text(value, graph: graph))")
      }
    }
  }

  /// Side effects from this snapshot to a later one, in the kit's words; zeros are left out.
  func effects(to later: GraphSnapshot) -> [String: Int] {
    let all: [(String, Int)] = [
      ("+nodes", later.nodes.subtracting(nodes).count),
      ("-nodes", nodes.subtracting(later.nodes).count),
      ("+relationships", later.relationships.subtracting(relationships).count),
      ("-relationships", relationships.subtracting(later.relationships).count),
      ("+labels", later.labels.subtracting(labels).count),
      ("-labels", labels.subtracting(later.labels).count),
      ("+properties", later.properties.subtracting(properties).count),
      ("-properties", properties.subtracting(later.properties).count),
    ]
    return Dictionary(uniqueKeysWithValues: all.filter { $0.1 != 0 })
  }
}
