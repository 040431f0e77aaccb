import PropertyGraph

/// Turns a laid-out theory into nodes, edges and clusters.
struct TheoryDrawing {
  private let layout: TheoryLayout
  private let options: FigureOptions
  private var style: FigureStyle { options.style }
  private var theory: FigureTheory { layout.theory }

  init(_ layout: TheoryLayout, options: FigureOptions) {
    self.layout = layout
    self.options = options
  }

  func cluster() -> DOTCluster {
    let columns = FigureElement.Kind.allCases.compactMap(column)
    let cards = layout.configurations.map(card)
    var statements = columns.map(DOTStatement.cluster)
    statements += cards.map(DOTStatement.node)
    statements += rank(cards.map(\.name))
    statements += order().map(DOTStatement.edge)
    let lines =
      layout.contextLines.map(edge) + layout.configurations.flatMap(edges)
      + layout.links.map(edge)
    statements += named(lines).map(DOTStatement.edge)
    return DOTCluster(
      theory.id.string,
      [
        "label": title, "labeljust": "l", "labelloc": "t", "style": "rounded",
        "pencolor": .word(style.frame), "margin": 12, "id": .text("theory/\(theory.id)"),
        "tooltip": .tooltip(theory.title.string),
      ], statements)
  }

  private var title: DOTValue {
    var rows = [
      [DOTCell(theory.title.string, DOTTextStyle(size: 15, color: style.ink, isBold: true))]
    ]
    if let subtitle = theory.subtitle {
      rows.append([
        DOTCell(subtitle.string, DOTTextStyle(size: 10, color: style.softInk))
      ])
    }
    return .markup([.table(DOTTable(rows: rows, padding: 3))])
  }

  // MARK: Nodes

  /// The band of one column; `nil` if nothing stands in it.
  private func column(_ kind: FigureElement.Kind) -> DOTCluster? {
    var nodes = (layout.placed[kind] ?? []).map(node)
    if let list = list(kind) { nodes.append(list) }
    guard !nodes.isEmpty else { return nil }
    let heading =
      switch kind {
      case .context: "Contexts"
      case .mechanism: "Mechanisms"
      case .outcome: "Outcomes"
      }
    return DOTCluster(
      "\(theory.id)/\(kind.rawValue)",
      [
        "label": .markup([
          .text(heading, DOTTextStyle(size: 10, color: style.softInk, isBold: true))
        ]), "labeljust": "l", "labelloc": "t", "style": "rounded,filled",
        "fillcolor": .word(style.band), "pencolor": .word(style.band), "margin": 10,
        "id": .text("\(theory.id)/\(kind.rawValue)"), "tooltip": .tooltip(heading),
      ], nodes.map(DOTStatement.node) + rank(nodes.map(\.name)))
  }

  private func node(_ placed: TheoryLayout.Placed) -> DOTNode {
    let element = placed.element
    let ink = placed.isMuted ? style.softInk : style.ink
    var lines = TextWrapper.balanced(element.title.string, width: options.wrapWidth)
    if lines.count > options.mostLines {
      lines = Array(lines.prefix(max(1, options.mostLines)))
      lines[lines.count - 1] += " …"
    }
    var pieces = DOTMarkup.lines(lines, DOTTextStyle(size: style.size, color: ink))
    let notes = layout.notes(on: element)
    if !notes.isEmpty {
      pieces += [
        .lineBreak(),
        .text(
          notes.joined(separator: " · "),
          DOTTextStyle(size: 7.5, color: style.softInk, isItalic: true)),
      ]
    }
    var attributes: DOTAttributes = [
      "label": .markup(pieces), "id": .text(layout.node(element.id)),
      "tooltip": .tooltip((element.statement ?? element.title).string),
      "color": .word(placed.isMuted ? style.line : style.ink),
      "fillcolor": .word(placed.isMuted ? style.mutedFill : style.fill),
    ]
    attributes = attributes.merging(shape(element.kind))
    if let address = SafeAddress(element.address) { attributes["URL"] = .text(address.text) }
    return DOTNode(layout.node(element.id), attributes)
  }

  private func shape(_ kind: FigureElement.Kind) -> DOTAttributes {
    switch kind {
    case .context: ["shape": "box", "style": "rounded,filled"]
    case .mechanism: ["shape": "hexagon", "margin": .word("0.02,0.04")]
    case .outcome: ["shape": "box"]
    }
  }

  /// The elements of a column that stand nowhere, as one list; `nil` if there are none.
  private func list(_ kind: FigureElement.Kind) -> DOTNode? {
    let elements = layout.folded[kind] ?? []
    guard !elements.isEmpty else { return nil }
    let noun = "\(kind.rawValue)\(elements.count == 1 ? "" : "s")"
    let small = DOTTextStyle(size: 7.5, color: style.softInk)
    var pieces: [DOTMarkup] = [
      .text(
        "\(elements.count) \(noun) in no configuration",
        DOTTextStyle(size: 8, color: style.softInk, isBold: true)), .lineBreak(.left),
    ]
    for element in elements.prefix(options.mostListed) {
      let lines = TextWrapper.wrap(element.title.string, width: options.wrapWidth * 3 / 2)
      for (index, line) in lines.prefix(options.mostLines).enumerated() {
        pieces += [.text((index == 0 ? "– " : "   ") + line, small), .lineBreak(.left)]
      }
    }
    if elements.count > options.mostListed {
      pieces += [
        .text("and \(elements.count - options.mostListed) more", small), .lineBreak(.left),
      ]
    }
    return DOTNode(
      layout.list(kind),
      [
        "label": .markup(pieces), "shape": "note", "style": "filled", "color": .word(style.line),
        "fillcolor": .word(style.mutedFill), "id": .text(layout.list(kind)),
        "tooltip": .tooltip("\(elements.count) \(noun) in no configuration"),
      ])
  }

  private func card(_ configuration: FigureConfiguration) -> DOTNode {
    let card = ConfigurationCard(configuration: configuration, options: options)
    var attributes: DOTAttributes = [
      "shape": "box", "label": card.label, "fillcolor": "white", "margin": .word("0.07,0.05"),
      "id": .text(layout.card(configuration.id)), "tooltip": .tooltip(card.tooltip),
    ]
    attributes = attributes.merging(
      VerdictLine(configuration.verdict.stance, style: style).box)
    if let address = SafeAddress(configuration.address) {
      attributes["URL"] = .text(address.text)
    }
    return DOTNode(layout.card(configuration.id), attributes)
  }

  // MARK: Edges

  /// The edges with lasting ids: both ends, and a number where there are several.
  private func named(_ edges: [DOTEdge]) -> [DOTEdge] {
    var counts: [Text: Int] = [:]
    return edges.map { edge in
      let ends = Text("\(edge.tail)->\(edge.head)")
      let count = counts[ends, default: 0] + 1
      counts[ends] = count
      var named = edge
      named.attributes["id"] = .text(count == 1 ? ends.string : "\(ends)/\(count)")
      return named
    }
  }

  /// Nodes of one column: in one rank, and held in their order from top to bottom by unseen edges.
  /// These point upwards, for within a cluster that is how `dot` reads them (2.43, seen by trial);
  /// it heeds them only with a weight, and without a second round of swapping (`remincross`).
  private func rank(_ names: [String]) -> [DOTStatement] {
    guard names.count > 1 else { return [] }
    return [.sameRank(names)]
      + zip(names, names.dropFirst()).map {
        .edge(DOTEdge(from: $1, to: $0, ["style": "invis", "weight": 1]))
      }
  }

  /// Unseen edges that keep the columns in their order where no line does.
  private func order() -> [DOTEdge] {
    var firsts = FigureElement.Kind.allCases.map { kind in
      layout.placed[kind]?.first.map { layout.node($0.element.id) }
        ?? (layout.folded[kind]?.isEmpty == false ? layout.list(kind) : nil)
    }
    firsts.insert(layout.configurations.first.map { layout.card($0.id) }, at: 2)
    let columns = firsts.compactMap { $0 }
    return zip(columns, columns.dropFirst()).map {
      DOTEdge(from: $0, to: $1, ["style": "invis", "weight": 1])
    }
  }

  private func edges(_ configuration: FigureConfiguration) -> [DOTEdge] {
    let line = VerdictLine(configuration.verdict.stance, style: style).edge
    let card = layout.card(configuration.id)
    let tooltip = DOTValue.tooltip(
      ConfigurationCard(configuration: configuration, options: options).tooltip)
    var attributes = line
    attributes["tooltip"] = tooltip
    attributes["weight"] = 4
    var tail = attributes
    tail["arrowhead"] = "none"
    return configuration.mechanisms.map { DOTEdge(from: layout.node($0), to: card, tail) }
      + configuration.outcomes.map { DOTEdge(from: card, to: layout.node($0), attributes) }
  }

  private func edge(_ line: TheoryLayout.ContextLine) -> DOTEdge {
    var attributes: DOTAttributes = ["tooltip": .tooltip(line.words), "weight": 0]
    if let verdict = line.verdict {
      attributes = attributes.merging(VerdictLine(verdict.stance, style: style).edge)
    } else if line.role == .caseForChange {
      attributes = attributes.merging(["arrowhead": "none", "penwidth": 0.8])
    }
    return DOTEdge(from: layout.node(line.context), to: line.target, attributes)
  }

  private func edge(_ link: FigureLink) -> DOTEdge {
    var attributes: DOTAttributes = [
      "arrowhead": link.kind.isAgainst ? "tee" : "vee", "weight": 0,
      "tooltip": .tooltip("\(link.from) \(link.kind.rawValue) \(link.to) (stated)"),
    ]
    let reach = layout.reach(of: link)
    if reach <= 0 { attributes["constraint"] = "false" }
    // Between neighbouring columns the element says it; there are too many lines for labels.
    switch reach {
    case 0: attributes["xlabel"] = .text(link.kind.rawValue)
    case 1: break
    default: attributes["label"] = .text(link.kind.rawValue)
    }
    return DOTEdge(from: layout.node(link.from), to: layout.node(link.to), attributes)
  }
}
