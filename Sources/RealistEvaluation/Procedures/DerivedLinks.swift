public import GraphQuery
import PropertyGraph

extension Procedure {
  /// The procedures that a study has besides those of every graph.
  public static let realist: [Procedure] = [
    Procedure(
      name: "realist.links", inputs: [],
      outputs: [
        Field(name: "source", type: "NODE"), Field(name: "type", type: "STRING"),
        Field(name: "target", type: "NODE"), Field(name: "configuration", type: "NODE"),
        Field(name: "stated", type: "BOOLEAN"),
      ],
      summary: "Links between elements that follow from configurations."
    ) { _, context in DerivedLinks(context.graph).rows() }
  ]
}

/// Links between elements that follow from configurations, computed and never stored (so that no
/// conclusion is taken for something that a document states):
/// - `ENABLES` and `CONSTRAINS` from a local condition to each mechanism, by its stated effect;
/// - `PRODUCES` from each mechanism to each outcome;
/// - `INHIBITS` from a condition that constrains to each outcome that was meant to come about.
struct DerivedLinks {
  private let graph: any GraphAccess

  init(_ graph: any GraphAccess) { self.graph = graph }

  private struct Link: Hashable {
    let type: Text
    let source: NodeRow
    let target: NodeRow
  }

  /// A node with the id that it is sorted by.
  private struct Node {
    let row: NodeRow
    let id: Text
  }

  /// Rows in order of configuration, type, source and target.
  func rows() -> [[Value]] {
    let stated = statedLinks()
    return nodes(of: "Configuration").flatMap { configuration in
      links(of: configuration.row).map { link in
        [
          .node(link.source), .text(link.type), .node(link.target), .node(configuration.row),
          .boolean(stated.contains(link)),
        ]
      }
    }
  }

  private func links(of configuration: NodeRow) -> [Link] {
    let mechanisms = ends(of: configuration, "HAS_MECHANISM").map(\.node)
    let outcomes = ends(of: configuration, "HAS_OUTCOME").map(\.node)
    var isIntended = true
    if case .boolean(false)? = graph.properties(of: configuration)["intended"] {
      isIntended = false
    }
    var links: [(type: Text, source: Node, target: Node)] = []
    for (context, properties) in ends(of: configuration, "IN_CONTEXT")
    where ContextRole(Self.text(properties["role"])) != .caseForChange {
      switch ContextEffect(Self.text(properties["effect"])) {
      case .enables: links += mechanisms.map { ("ENABLES", context, $0) }
      case .constrains:
        links += mechanisms.map { ("CONSTRAINS", context, $0) }
        if isIntended { links += outcomes.map { ("INHIBITS", context, $0) } }
      case .makesUnnecessary, nil: break
      }
    }
    for mechanism in mechanisms { links += outcomes.map { ("PRODUCES", mechanism, $0) } }
    return links.sorted {
      ($0.type, $0.source.id, $0.target.id) < ($1.type, $1.source.id, $1.target.id)
    }.map { Link(type: $0.type, source: $0.source.row, target: $0.target.row) }
  }

  private func statedLinks() -> Set<Link> {
    let types = (["ENABLES", "CONSTRAINS", "PRODUCES", "INHIBITS"] as [Text])
      .compactMap(graph.typeCode)
    let sources = (["Context", "Mechanism"] as [Text]).flatMap(nodes(of:)).map(\.row)
    guard !types.isEmpty, !sources.isEmpty else { return [] }
    var found = Expansion()
    graph.expand(sources, types: types, direction: .outgoing, into: &found)
    return Set(
      found.relationships.map { row in
        Link(
          type: graph.name(of: graph.type(of: row)), source: graph.start(of: row),
          target: graph.end(of: row))
      })
  }

  // MARK: Reading

  private func nodes(of label: Text) -> [Node] {
    guard let code = graph.labelCode(label) else { return [] }
    var cursor = ScanCursor()
    var rows: [NodeRow] = []
    while !cursor.isAtEnd { graph.scan(code, cursor: &cursor, limit: 2_048, into: &rows) }
    return rows.map(node).sorted { $0.id < $1.id }
  }

  private func ends(
    of configuration: NodeRow, _ type: Text
  ) -> [(node: Node, properties: PropertyMap)] {
    guard let code = graph.typeCode(type) else { return [] }
    var found = Expansion()
    graph.expand([configuration], types: [code], direction: .outgoing, into: &found)
    return zip(found.neighbors, found.relationships).map { neighbor, relationship in
      (node(neighbor), graph.properties(of: relationship))
    }
  }

  private func node(_ row: NodeRow) -> Node {
    Node(row: row, id: Self.text(graph.properties(of: row)["id"]) ?? "")
  }

  private static func text(_ value: Value?) -> Text? {
    if case .text(let text)? = value { text } else { nil }
  }
}
