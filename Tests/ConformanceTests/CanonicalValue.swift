import PropertyGraph

/// A value written out so that equal values give equal text, whatever graph they come from.
indirect enum CanonicalValue {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case text(String)
  case list([CanonicalValue])
  case map([(String, CanonicalValue)])
  case node(labels: [String], properties: [(String, CanonicalValue)])
  case relationship(type: String, properties: [(String, CanonicalValue)])
  case path([CanonicalValue])

  /// A value of the engine.
  init(_ value: Value, graph: any GraphAccess) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .text(let text): self = .text(text.string)
    case .list(let elements): self = .list(elements.map { CanonicalValue($0, graph: graph) })
    case .map(let entries): self = .map(Self.entries(entries, graph))
    case .temporal(let temporal): self = .text(temporal.isoText.string)
    case .node(let row): self = Self.node(row, graph)
    case .relationship(let row): self = Self.relationship(row, graph)
    case .path(let path):
      var parts = path.nodes.first.map { [Self.node($0, graph)] } ?? []
      for (index, relationship) in path.relationships.enumerated() {
        parts.append(Self.relationship(relationship, graph))
        let isForward = graph.start(of: relationship) == path.nodes[index]
        parts.append(.text(isForward ? "->" : "<-"))
        parts.append(Self.node(path.nodes[index + 1], graph))
      }
      self = .path(parts)
    }
  }

  private static func node(_ row: NodeRow, _ graph: any GraphAccess) -> CanonicalValue {
    .node(
      labels: graph.labels(of: row).map(\.string),
      properties: entries(graph.properties(of: row), graph))
  }

  private static func relationship(
    _ row: RelationshipRow, _ graph: any GraphAccess
  ) -> CanonicalValue {
    .relationship(
      type: graph.name(of: graph.type(of: row)).string,
      properties: entries(graph.properties(of: row), graph))
  }

  private static func entries(
    _ map: PropertyMap, _ graph: any GraphAccess
  ) -> [(String, CanonicalValue)] {
    map.map { ($0.key.string, CanonicalValue($0.value, graph: graph)) }
  }

  /// The value without entities.
  var plain: Value {
    switch self {
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .text(let text): .text(Text(text))
    case .list(let elements): .list(elements.map(\.plain))
    case .map(let entries): .map(PropertyMap(entries.map { (Text($0.0), $0.1.plain) }))
    case .null, .node, .relationship, .path: .null
    }
  }

  /// The canonical text.
  static func text(_ value: CanonicalValue, ignoringListOrder: Bool) -> String {
    let inner = { (value: CanonicalValue) in text(value, ignoringListOrder: ignoringListOrder) }
    let map = { (entries: [(String, CanonicalValue)]) in
      "{" + entries.map { "\($0.0): \(inner($0.1))" }.sorted().joined(separator: ", ") + "}"
    }
    switch value {
    case .null: return "null"
    case .boolean(let flag): return "\(flag)"
    case .integer(let number): return "\(number)"
    case .float(let number): return number.isNaN ? "NaN" : "\(number)f"
    case .text(let text): return "'\(text)'"
    case .list(let elements):
      let texts = elements.map(inner)
      return "[" + (ignoringListOrder ? texts.sorted() : texts).joined(separator: ", ") + "]"
    case .map(let entries): return map(entries)
    case .node(let labels, let properties):
      return "(" + labels.sorted().map { ":\($0)" }.joined() + map(properties) + ")"
    case .relationship(let type, let properties): return "[:\(type)\(map(properties))]"
    case .path(let parts): return "<" + parts.map(inner).joined() + ">"
    }
  }
}
