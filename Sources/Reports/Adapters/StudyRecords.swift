import PropertyGraph

/// What figures and reports read of a study's graph besides verdicts: records by id, their titles,
/// and links between them, each in a lasting order.
struct StudyRecords {
  let graph: any GraphAccess

  init(_ graph: any GraphAccess) {
    self.graph = graph
  }

  /// The record of that id.
  func node(_ id: Text) -> NodeRow? {
    guard let key = graph.keyCode("id") else { return nil }
    return graph.seek(label: nil, key: key, equals: .text(id))?.first
  }

  func id(of row: NodeRow) -> Text? { text("id", of: row) }

  /// A property that is a text and says something.
  func text(_ key: Text, of row: NodeRow) -> Text? {
    guard case .text(let text)? = graph.properties(of: row)[key], !text.isEmpty else { return nil }
    return text
  }

  /// What to call a record: its title, else what it states, else its code, else its id.
  func title(of row: NodeRow) -> Text {
    text("title", of: row) ?? text("statement", of: row) ?? text("code", of: row)
      ?? id(of: row) ?? Text(graph.labels(of: row).map(\.string).joined(separator: ":"))
  }

  func title(of id: Text) -> Text { node(id).map { title(of: $0) } ?? id }

  /// What a record is in a drawing.
  func kind(of row: NodeRow) -> DrawingNode.Kind {
    let labels = graph.labels(of: row)
    for (label, kind) in Self.kinds where labels.contains(label) { return kind }
    return .record
  }

  private static let kinds: [(Text, DrawingNode.Kind)] = [
    ("Context", .context), ("Mechanism", .mechanism), ("Outcome", .outcome),
    ("Configuration", .configuration), ("Theory", .theory), ("Evidence", .evidence),
    ("Figure", .quantity), ("Document", .document),
  ]

  /// All records of a kind, in order of id.
  func all(_ label: Text) -> [NodeRow] {
    guard let code = graph.labelCode(label) else { return [] }
    var cursor = ScanCursor()
    var rows: [NodeRow] = []
    while !cursor.isAtEnd { graph.scan(code, cursor: &cursor, limit: 2_048, into: &rows) }
    return rows.map { (id(of: $0) ?? "", $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Links of a type from these records, in the order in which the graph has them.
  func links(
    from rows: [NodeRow], _ type: Text, _ direction: TraversalDirection = .outgoing
  ) -> [(from: NodeRow, to: NodeRow)] {
    guard let code = graph.typeCode(type) else { return [] }
    var expansion = Expansion()
    graph.expand(rows, types: [code], direction: direction, into: &expansion)
    return zip(expansion.sources, expansion.neighbors).map { (rows[Int($0)], $1) }
  }
}

/// Nodes in the order in which they came, each once.
struct OrderedNodes {
  private(set) var rows: [NodeRow] = []
  private var seen: Set<NodeRow> = []

  init(_ rows: [NodeRow] = []) {
    append(contentsOf: rows)
  }

  mutating func append(contentsOf more: [NodeRow]) {
    for row in more where seen.insert(row).inserted { rows.append(row) }
  }

  func contains(_ row: NodeRow) -> Bool { seen.contains(row) }
}
