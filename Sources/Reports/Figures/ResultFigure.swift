public import PropertyGraph

/// What a query found: its nodes, relationships and paths, however deep in lists and maps.
public struct ResultFigure {
  /// Nodes that it shows unless a person says otherwise.
  public static let mostNodes = 60

  private let graph: any GraphAccess
  private let records: StudyRecords
  private let options: FigureOptions
  private var nodes = OrderedNodes()
  private var relationships: [RelationshipRow] = []
  private var seen: Set<RelationshipRow> = []

  /// A figure of rows of a result, while their entities can be looked up. If the rows have no
  /// relationship, those between the nodes found are drawn.
  public init(
    rows: [[Value]], graph: any GraphAccess, options: FigureOptions = FigureOptions()
  ) {
    self.graph = graph
    self.options = options
    records = StudyRecords(graph)
    for row in rows { for value in row { take(value) } }
    if relationships.isEmpty, nodes.rows.count > 1 { connect() }
  }

  /// Whether the result has anything to draw.
  public var isEmpty: Bool { nodes.rows.isEmpty }

  /// The drawing. Beyond the limit evidence and figures fold into counts on what they are linked
  /// to; then nodes with one line fold into a count on its other end; then the rest is left out, the
  /// last first, and counted. O(nodes + relationships).
  public func drawing() -> Drawing {
    var folding = ResultFolding(
      nodes: nodes.rows, lines: relationships.map { (graph.start(of: $0), graph.end(of: $0)) },
      isEvidence: { [.evidence, .quantity].contains(records.kind(of: $0)) })
    folding.fold(to: options.nodeLimit(else: Self.mostNodes))
    let names = self.names
    let drawn = folding.shown.map { row -> DrawingNode in
      let labels = graph.labels(of: row).map(\.string).joined(separator: ", ")
      let title = records.title(of: row)
      let id = records.id(of: row)
      let note = id.map { $0 == title ? labels : "\(labels) \($0)" } ?? labels
      return DrawingNode(
        id: names[row] ?? "", kind: records.kind(of: row), title: title,
        notes: note.isEmpty ? [] : [Text(note)],
        badges: folding.counts[row].map { [DrawingNode.Badge(.other, $0)] } ?? [],
        tooltip: records.text("statement", of: row) ?? title,
        address: records.text("address", of: row))
    }
    let kept = Set(folding.shown)
    let edges = relationships.filter {
      kept.contains(graph.start(of: $0)) && kept.contains(graph.end(of: $0))
    }.map { relationship -> DrawingEdge in
      let type = graph.name(of: graph.type(of: relationship))
      return DrawingEdge(
        from: names[graph.start(of: relationship)] ?? "",
        to: names[graph.end(of: relationship)] ?? "", .relationship(type), label: type,
        tooltip: type)
    }
    return Drawing(
      sort: "result-figure", id: "result", title: options.title, spokenTitle: "Result of a query",
      frames: [
        Drawing.Frame(
          id: "result", sort: "result",
          columns: [Drawing.Column(id: "result", isRanked: false, nodes: drawn)], edges: edges)
      ], notes: folding.notes)
  }

  /// A name for each node: its id, or its number where it has none or shares it.
  private var names: [NodeRow: Text] {
    var names: [NodeRow: Text] = [:]
    var taken: Set<Text> = []
    for (number, row) in nodes.rows.enumerated() {
      var name = records.id(of: row) ?? Text("node-\(number + 1)")
      while !taken.insert(name).inserted { name = Text("\(name)/\(number + 1)") }
      names[row] = name
    }
    return names
  }

  private mutating func take(_ value: Value) {
    switch value {
    case .node(let row): nodes.append(contentsOf: [row])
    case .relationship(let row): take(row)
    case .path(let path):
      nodes.append(contentsOf: path.nodes)
      for row in path.relationships { take(row) }
    case .list(let values): for value in values { take(value) }
    case .map(let map): for entry in map { take(entry.value) }
    case .null, .boolean, .integer, .float, .text, .temporal: break
    }
  }

  private mutating func take(_ row: RelationshipRow) {
    guard seen.insert(row).inserted else { return }
    nodes.append(contentsOf: [graph.start(of: row), graph.end(of: row)])
    relationships.append(row)
  }

  private mutating func connect() {
    let rows = nodes.rows
    var expansion = Expansion()
    graph.expand(rows, types: nil, direction: .outgoing, into: &expansion)
    for (relationship, neighbor) in zip(expansion.relationships, expansion.neighbors)
    where nodes.contains(neighbor) && seen.insert(relationship).inserted {
      relationships.append(relationship)
    }
  }
}

/// Folds a graph of any sort.
struct ResultFolding {
  private(set) var shown: [NodeRow]
  private(set) var counts: [NodeRow: Int] = [:]
  private(set) var notes: [Text] = []
  private var lines: [(from: NodeRow, to: NodeRow)]
  private let isEvidence: (NodeRow) -> Bool

  init(
    nodes: [NodeRow], lines: [(NodeRow, NodeRow)], isEvidence: @escaping (NodeRow) -> Bool
  ) {
    shown = nodes
    self.lines = lines.map { (from: $0.0, to: $0.1) }
    self.isEvidence = isEvidence
  }

  mutating func fold(to limit: Int) {
    guard shown.count > limit else { return }
    let neighbors = self.neighbors
    let isEvidence = self.isEvidence
    foldInto("items of evidence, into counts (n)") { row in
      isEvidence(row) && (neighbors[row] ?? []).contains { !isEvidence($0) }
    }
    guard shown.count > limit else { return }
    let degrees = self.neighbors.mapValues(\.count)
    foldInto("nodes with a single line, into counts (n) on its other end") { row in
      degrees[row] == 1 && (neighbors[row] ?? []).contains { (degrees[$0] ?? 0) > 1 }
    }
    guard shown.count > limit else { return }
    notes.append(Text("Left out: the last \(shown.count - limit) nodes of the result."))
    shown = Array(shown.prefix(limit))
  }

  private var neighbors: [NodeRow: Set<NodeRow>] {
    let kept = Set(shown)
    var neighbors: [NodeRow: Set<NodeRow>] = [:]
    for line in lines where line.from != line.to {
      guard kept.contains(line.from), kept.contains(line.to) else { continue }
      neighbors[line.from, default: []].insert(line.to)
      neighbors[line.to, default: []].insert(line.from)
    }
    return neighbors
  }

  private mutating func foldInto(_ words: String, _ isFolded: (NodeRow) -> Bool) {
    let neighbors = self.neighbors
    let hidden = Set(shown.filter(isFolded))
    guard !hidden.isEmpty else { return }
    for row in hidden {
      for neighbor in neighbors[row] ?? [] where !hidden.contains(neighbor) {
        counts[neighbor, default: 0] += 1
      }
    }
    shown.removeAll { hidden.contains($0) }
    notes.append(Text("Folded: \(hidden.count) \(words)."))
  }
}
