public import Diagnostics
public import PropertyGraph
public import RealistEvaluation

/// Reads from a study what a figure of a theory shows: what its tables list, what its
/// configurations are made of, and the links stated between these and towards them.
public struct StudyFigureReader {
  private let graph: any GraphAccess
  private let records: StudyRecords
  private let addressPrefix: Text

  /// A reader. Addresses in the figure begin with `addressPrefix`, the page that has the anchors
  /// `configuration-<id>`.
  public init(_ graph: any GraphAccess, addressPrefix: Text = "index.html") {
    self.graph = graph
    records = StudyRecords(graph)
    self.addressPrefix = addressPrefix
  }

  /// The theory with these verdicts on its configurations, in the order given. Configurations that
  /// belong to it only through a theory that is part of it are left to that theory's own figure.
  /// O(elements and their links).
  public func theory(_ verdict: TheoryVerdict, subtitle: Text? = nil) -> FigureTheory {
    let id = verdict.theory.id
    let own = verdict.configurations.filter { $0.configuration.theories.contains(id) }
    let configurations = own.map {
      FigureConfiguration($0, address: address(of: $0.configuration.id))
    }
    let listed = node(id).map { neighbors(of: [$0], "LISTS", .outgoing) } ?? []
    let named = configurations.flatMap {
      $0.contexts.map(\.context) + $0.mechanisms + $0.outcomes
    }
    var nodes = OrderedNodes(listed)
    nodes.append(contentsOf: named.compactMap(node))
    let links = statedLinks(into: &nodes)
    return FigureTheory(
      id: id, title: verdict.theory.title.isEmpty ? id : verdict.theory.title,
      subtitle: subtitle ?? Text("\(verdict.theory.status) theory · \(verdict.word.rawValue)"),
      elements: nodes.rows.compactMap { element($0, isListed: listed.contains($0), own) },
      configurations: configurations, links: links)
  }

  /// One configuration by itself, with the elements that it names and the links stated between
  /// them.
  public func theory(ofConfiguration verdict: ConfigurationVerdict) -> FigureTheory {
    let configuration = FigureConfiguration(
      verdict, address: address(of: verdict.configuration.id))
    let named =
      configuration.contexts.map(\.context) + configuration.mechanisms + configuration.outcomes
    let own = OrderedNodes(named.compactMap(node)).rows
    var nodes = OrderedNodes(own)
    let links = statedLinks(into: &nodes)
    let ids = Set(named)
    return FigureTheory(
      id: configuration.id, title: configuration.title,
      subtitle: Text(
        "configuration \(configuration.id) · \(verdict.word.rawValue) · \(verdict.tally.phrase)"),
      elements: own.compactMap { element($0, isListed: true, [verdict]) },
      configurations: [configuration],
      links: links.filter { ids.contains($0.from) && ids.contains($0.to) })
  }

  // MARK: Elements

  /// What a figure shows of a context, mechanism or outcome; `nil` if there is none of that id.
  public func element(_ id: Text) -> FigureElement? {
    node(id).flatMap { element($0, isListed: true, []) }
  }

  /// What to call a record; its id if there is none.
  public func title(of id: Text) -> Text { records.title(of: id) }

  /// Throws `UnknownReference` if there is no record of that id, naming the nearest element.
  public func check(_ id: Text) throws(Diagnostic) {
    guard node(id) == nil else { return }
    let known = (["Context", "Mechanism", "Outcome", "Configuration"] as [Text]).flatMap {
      records.all($0).compactMap { records.id(of: $0)?.string }
    }
    throw Wording.unknownRecord(id, among: known)
  }

  private func element(
    _ row: NodeRow, isListed: Bool, _ configurations: [ConfigurationVerdict]
  ) -> FigureElement? {
    let kinds: [(Text, FigureElement.Kind)] = [
      ("Context", .context), ("Mechanism", .mechanism), ("Outcome", .outcome),
    ]
    let labels = graph.labels(of: row)
    let properties = graph.properties(of: row)
    guard case .text(let id)? = properties["id"],
      let kind = kinds.first(where: { labels.contains($0.0) })?.1
    else { return nil }
    let home = configurations.first { verdict in
      let configuration = verdict.configuration
      return configuration.mechanisms.contains(id) || configuration.outcomes.contains(id)
        || configuration.contexts.contains { $0.context == id }
    }
    return FigureElement(
      id: id, kind: kind, title: text(properties["title"]) ?? id,
      origin: !isListed && Self.saysEmerged(text(properties["origin"])) ? .emerged : .listed,
      statement: text(properties["statement"]),
      address: home.map { address(of: $0.configuration.id) })
  }

  private static func saysEmerged(_ origin: Text?) -> Bool {
    origin?.string.hasPrefix("emerged") ?? false
  }

  private func address(of configuration: Text) -> Text {
    Text("\(addressPrefix)#configuration-\(configuration)")
  }

  private func node(_ id: Text) -> NodeRow? { records.node(id) }

  private func text(_ value: Value?) -> Text? {
    guard case .text(let text)? = value, !text.isEmpty else { return nil }
    return text
  }

  // MARK: Links

  private static let linkTypes: [(name: Text, kind: FigureLink.Kind)] = [
    ("ENABLES", .enables), ("CONSTRAINS", .constrains), ("PRODUCES", .produces),
    ("INHIBITS", .inhibits), ("COUNTERACTS", .counteracts), ("BECOMES", .becomes),
    ("REINFORCES", .reinforces), ("DEPENDS_ON", .dependsOn),
  ]

  /// Links stated towards the elements of the theory; an element that they come from and that the
  /// theory lacks is drawn as well, such as a local condition that emerged from evidence.
  private func statedLinks(into nodes: inout OrderedNodes) -> [FigureLink] {
    let targets = nodes.rows
    var links: [FigureLink] = []
    for (name, kind) in Self.linkTypes {
      guard let type = graph.typeCode(name) else { continue }
      var expansion = Expansion()
      graph.expand(targets, types: [type], direction: .incoming, into: &expansion)
      for (source, neighbor) in zip(expansion.sources, expansion.neighbors) {
        guard let from = id(of: neighbor), let to = id(of: targets[Int(source)]) else { continue }
        nodes.append(contentsOf: [neighbor])
        links.append(FigureLink(from: from, to: to, kind: kind))
      }
    }
    return links
  }

  private func id(of row: NodeRow) -> Text? { records.id(of: row) }

  private func neighbors(
    of rows: [NodeRow], _ name: Text, _ direction: TraversalDirection
  ) -> [NodeRow] {
    OrderedNodes(records.links(from: rows, name, direction).map(\.to)).rows
  }
}
