import GraphQuery
import PropertyGraph

/// A result that later statements can use as `$_`: a list of maps, a map for each row. Entities are
/// kept by their lasting names, for rows of the graph move when it changes.
struct RememberedResult {
  /// Rows beyond these are not kept: `$_` would then be a part of the answer, so there is none.
  static let mostRows = 100_000

  /// The statement.
  let statement: String
  private(set) var columns: [Text] = []
  private var rows: [[Kept]] = []
  /// Whether all rows were kept.
  private(set) var isWhole = true

  init(statement: String) { self.statement = statement }

  var count: Int { rows.count }

  mutating func begin(_ columns: [Text]) { self.columns = columns }

  mutating func append(_ more: [[Value]], _ graph: any GraphAccess) {
    guard isWhole else { return }
    if rows.count + more.count > Self.mostRows {
      isWhole = false
      rows = []
      return
    }
    rows += more.map { $0.map { Kept($0, graph) } }
  }

  /// The value of `$_`. What has been deleted since is null.
  func value(in graph: any GraphAccess) -> Value {
    .list(
      rows.map { row in
        .map(PropertyMap(zip(columns, row).map { ($0, $1.value(in: graph)) }))
      })
  }

  /// The values of a row; entities that are gone are null.
  func row(_ index: Int, in graph: any GraphAccess) -> [Value] {
    rows[index].map { $0.value(in: graph) }
  }

  /// The texts of a column, null left out.
  func texts(of column: Text, in graph: any GraphAccess) -> [Text] {
    guard let index = columns.firstIndex(of: column) else { return [] }
    return rows.compactMap { row in
      if case .text(let text) = row[index].value(in: graph) { text } else { nil }
    }
  }
}

/// A value whose entities have lasting names.
private indirect enum Kept {
  case plain(Value)
  case node(NodeID)
  case relationship(RelationshipID)
  case path([NodeID], [RelationshipID])
  case list([Kept])
  case map([(Text, Kept)])

  init(_ value: Value, _ graph: any GraphAccess) {
    switch value {
    case .node(let row): self = .node(graph.id(of: row))
    case .relationship(let row): self = .relationship(graph.id(of: row))
    case .path(let path):
      self = .path(path.nodes.map(graph.id), path.relationships.map(graph.id))
    case .list(let elements): self = .list(elements.map { Kept($0, graph) })
    case .map(let map): self = .map(map.map { ($0.key, Kept($0.value, graph)) })
    default: self = .plain(value)
    }
  }

  func value(in graph: any GraphAccess) -> Value {
    switch self {
    case .plain(let value): return value
    case .node(let id):
      guard let row = graph.node(withID: id) else { return .null }
      return .node(row)
    case .relationship(let id):
      guard let row = graph.relationship(withID: id) else { return .null }
      return .relationship(row)
    case .path(let nodes, let relationships):
      let path = Path(
        nodes: nodes.compactMap { graph.node(withID: $0) },
        relationships: relationships.compactMap { graph.relationship(withID: $0) })
      let isWhole =
        path.nodes.count == nodes.count && path.relationships.count == relationships.count
      return isWhole ? .path(path) : .null
    case .list(let elements): return .list(elements.map { $0.value(in: graph) })
    case .map(let entries):
      return .map(PropertyMap(entries.map { ($0, $1.value(in: graph)) }))
    }
  }
}
