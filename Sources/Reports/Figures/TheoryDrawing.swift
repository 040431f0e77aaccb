import PropertyGraph

/// Turns a laid-out theory into a frame of a drawing.
struct TheoryDrawing {
  private let layout: TheoryLayout
  private let folded: [FigureConfiguration]
  private var theory: FigureTheory { layout.theory }

  /// - Parameter folded: Configurations that stand in a list only.
  init(_ layout: TheoryLayout, folded: [FigureConfiguration] = []) {
    self.layout = layout
    self.folded = folded
  }

  func frame() -> Drawing.Frame {
    var cards = layout.configurations.map(card)
    if !folded.isEmpty { cards.append(list(of: folded)) }
    var columns = [column(.context), column(.mechanism)].compactMap { $0 }
    columns.append(Drawing.Column(id: Text("\(theory.id)/configuration"), nodes: cards))
    columns += [column(.outcome)].compactMap { $0 }
    let lines =
      layout.contextLines.map(edge) + layout.configurations.flatMap(edges)
      + layout.links.map(edge)
    return Drawing.Frame(
      id: theory.id, sort: "theory", title: theory.title, subtitle: theory.subtitle,
      columns: columns, edges: lines)
  }

  // MARK: Nodes

  /// The band of one column; `nil` if nothing stands in it.
  private func column(_ kind: FigureElement.Kind) -> Drawing.Column? {
    var nodes = (layout.placed[kind] ?? []).map(node)
    if let list = list(kind) { nodes.append(list) }
    guard !nodes.isEmpty else { return nil }
    let heading: Text =
      switch kind {
      case .context: "Contexts"
      case .mechanism: "Mechanisms"
      case .outcome: "Outcomes"
      }
    return Drawing.Column(id: Text("\(theory.id)/\(kind.rawValue)"), heading: heading, nodes: nodes)
  }

  private func node(_ placed: TheoryLayout.Placed) -> DrawingNode {
    let element = placed.element
    return DrawingNode(
      id: Text(layout.node(element.id)), kind: element.kind.node, title: element.title,
      notes: layout.notes(on: element).map { Text($0) }, isMuted: placed.isMuted,
      tooltip: element.statement ?? element.title, address: element.address)
  }

  /// The elements of a column that stand nowhere, as one list; `nil` if there are none.
  private func list(_ kind: FigureElement.Kind) -> DrawingNode? {
    let elements = layout.folded[kind] ?? []
    guard !elements.isEmpty else { return nil }
    let noun = "\(kind.rawValue)\(elements.count == 1 ? "" : "s")"
    return DrawingNode(
      id: Text(layout.list(kind)), kind: .list,
      title: Text("\(elements.count) \(noun) in no configuration"),
      lines: elements.map { DrawingNode.Line($0.title) }, isMuted: true)
  }

  private func list(of configurations: [FigureConfiguration]) -> DrawingNode {
    let count = configurations.count
    return DrawingNode(
      id: Text("\(theory.id)/list/configuration"), kind: .list,
      title: Text("\(count) further configuration\(count == 1 ? "" : "s")"),
      lines: configurations.map { DrawingNode.Line($0.title, $0.verdict) })
  }

  private func card(_ configuration: FigureConfiguration) -> DrawingNode {
    DrawingNode(
      id: Text(layout.card(configuration.id)), kind: .configuration, title: configuration.id,
      verdict: configuration.verdict, parts: configuration.parts,
      tooltip: configuration.tooltip, address: configuration.address)
  }

  // MARK: Edges

  private func edges(_ configuration: FigureConfiguration) -> [DrawingEdge] {
    let card = Text(layout.card(configuration.id))
    let words = configuration.tooltip
    return configuration.mechanisms.map {
      DrawingEdge(
        from: Text(layout.node($0)), to: card, .claim(configuration.verdict, hasHead: false),
        tooltip: words)
    }
      + configuration.outcomes.map {
        DrawingEdge(
          from: card, to: Text(layout.node($0)), .claim(configuration.verdict, hasHead: true),
          tooltip: words)
      }
  }

  private func edge(_ line: TheoryLayout.ContextLine) -> DrawingEdge {
    let kind: DrawingEdge.Kind =
      if let verdict = line.verdict {
        .claim(verdict, hasHead: true)
      } else if line.role == .caseForChange { .caseForChange } else { .condition }
    return DrawingEdge(
      from: Text(layout.node(line.context)), to: Text(line.target), kind,
      tooltip: Text(line.words), isSpine: false)
  }

  private func edge(_ link: FigureLink) -> DrawingEdge {
    let reach = layout.reach(of: link)
    return DrawingEdge(
      from: Text(layout.node(link.from)), to: Text(layout.node(link.to)), .stated(link.kind),
      // Between neighbouring columns the element says it; there are too many lines for labels.
      label: reach == 1 ? nil : Text(link.kind.rawValue),
      tooltip: Text("\(link.from) \(link.kind.rawValue) \(link.to) (stated)"), isHeld: reach > 0)
  }
}

extension FigureElement.Kind {
  /// What the element is in a drawing.
  var node: DrawingNode.Kind {
    switch self {
    case .context: .context
    case .mechanism: .mechanism
    case .outcome: .outcome
    }
  }
}

extension FigureConfiguration {
  /// The claim and the verdict in words.
  var tooltip: Text { Text("\(title)\n\(verdict.words)") }
}
