import PropertyGraph

/// Writes values as the language reference shows them: as they are written in queries.
enum ReferenceLiteral {
  static func text(_ value: Value, _ graph: any GraphAccess) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let flag): return "\(flag)"
    case .integer(let number): return "\(number)"
    case .float(let number):
      if number.isNaN { return "NaN" }
      return number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : "\(number)"
    case .text(let text): return quoted(text.string)
    case .temporal(let temporal): return quoted(temporal.isoText.string)
    case .list(let elements):
      return "[" + elements.map { text($0, graph) }.joined(separator: ", ") + "]"
    case .map(let map): return properties(map, graph)
    case .node(let row): return node(row, graph)
    case .relationship(let row): return relationship(row, graph)
    case .path(let path):
      var text = path.nodes.first.map { node($0, graph) } ?? ""
      for (step, next) in zip(path.relationships.indices, path.nodes.dropFirst()) {
        let row = path.relationships[step]
        let isForward = graph.start(of: row) == path.nodes[step]
        let arrow = relationship(row, graph)
        text += isForward ? "-\(arrow)->" : "<-\(arrow)-"
        text += node(next, graph)
      }
      return "<\(text)>"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "'"
    for character in text.unicodeScalars {
      switch character {
      case "\\": result += "\\\\"
      case "'": result += "\\'"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "'"
  }

  private static func node(_ row: NodeRow, _ graph: any GraphAccess) -> String {
    let labels = graph.labels(of: row).map { ":\($0.string)" }.joined()
    let map = graph.properties(of: row)
    if map.isEmpty { return "(\(labels))" }
    return "(\(labels)\(labels.isEmpty ? "" : " ")\(properties(map, graph)))"
  }

  private static func relationship(_ row: RelationshipRow, _ graph: any GraphAccess) -> String {
    let type = graph.name(of: graph.type(of: row)).string
    let map = graph.properties(of: row)
    return map.isEmpty ? "[:\(type)]" : "[:\(type) \(properties(map, graph))]"
  }

  private static func properties(_ map: PropertyMap, _ graph: any GraphAccess) -> String {
    let entries = map.map { "\($0.key.string): \(text($0.value, graph))" }
    return "{" + entries.joined(separator: ", ") + "}"
  }
}
