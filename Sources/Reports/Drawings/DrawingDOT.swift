import PropertyGraph

/// A drawing as Graphviz reads it.
struct DrawingDOT {
  private let drawing: Drawing
  private let options: FigureOptions
  private var style: FigureStyle { options.style }

  init(_ drawing: Drawing, options: FigureOptions) {
    self.drawing = drawing
    self.options = options
  }

  /// The document. O(nodes + lines).
  func document() -> DOTDocument {
    var statements = drawing.frames.flatMap(statements)
    statements += named(drawing.edges.map(edge)).map(DOTStatement.edge)
    if let title = drawing.title ?? options.title {
      statements = [
        .cluster(
          DOTCluster(
            "figure",
            [
              "label": .markup(
                DOTMarkup.lines(
                  TextWrapper.wrap(title.string, width: 90),
                  DOTTextStyle(size: 18, color: style.ink, isBold: true), alignment: .left)),
              "labeljust": "l", "labelloc": "t", "margin": 14, "pencolor": "none",
            ], statements))
      ]
    }
    return DOTDocument(
      name: drawing.sort.string, attributes: graphAttributes, nodeDefaults: nodeDefaults,
      edgeDefaults: [
        "fontname": .word(style.font), "fontsize": 8, "fontcolor": .word(style.softInk),
        "color": .word(style.line), "arrowsize": 0.7,
      ], statements: statements)
  }

  private var graphAttributes: DOTAttributes {
    var attributes: DOTAttributes = [
      "rankdir": drawing.isLeftToRight ? "LR" : "TB", "newrank": "true", "remincross": "false",
      "ranksep": 0.75, "nodesep": 0.13, "splines": "true", "outputorder": "edgesfirst",
      "charset": "UTF-8", "bgcolor": "white", "pad": 0.2, "fontname": .word(style.font),
      "fontsize": 11, "fontcolor": .word(style.ink), "labelloc": "b", "labeljust": "l",
      "overlap": "false", "id": .text("figure/\(drawing.id)"),
      "label": DrawingLegend(drawing, options: options).label,
      "tooltip": .tooltip(drawing.spokenTitle.string),
    ]
    if let paper = options.paper {
      let inches = paper.inches
      attributes["size"] =
        .word("\(DOTEscape.number(inches.width)),\(DOTEscape.number(inches.height))")
    }
    return attributes
  }

  private var nodeDefaults: DOTAttributes {
    [
      "fontname": .word(style.font), "fontsize": .number(style.size),
      "fontcolor": .word(style.ink), "color": .word(style.line), "penwidth": 1,
      "margin": .word("0.12,0.07"), "height": 0.3, "width": 0.3, "style": "filled",
      "fillcolor": .word(style.fill),
    ]
  }

  // MARK: Frames and columns

  private func statements(_ frame: Drawing.Frame) -> [DOTStatement] {
    let columns = frame.columns.filter { !$0.nodes.isEmpty }
    // Columns with a ground come first, as boxes; what stands between them follows.
    var statements = columns.filter { $0.heading != nil }.map(column)
    for bare in columns where bare.heading == nil {
      statements += bare.nodes.map(node)
      statements += rank(bare)
    }
    statements += order(columns).map(DOTStatement.edge)
    statements += named(frame.edges.map(edge)).map(DOTStatement.edge)
    guard let title = frame.title else { return statements }
    var rows = DOTMarkup.lines(
      TextWrapper.wrap(title.string, width: 80),
      DOTTextStyle(size: 15, color: style.ink, isBold: true), alignment: .left
    )
    if let subtitle = frame.subtitle {
      rows += DOTMarkup.lines(
        TextWrapper.wrap(subtitle.string, width: 110),
        DOTTextStyle(size: 10, color: style.softInk), alignment: .left)
    }
    return [
      .cluster(
        DOTCluster(
          frame.id.string,
          [
            "label": .markup(rows), "labeljust": "l", "labelloc": "t", "style": "rounded",
            "pencolor": .word(style.frame), "margin": 12,
            "id": .text("\(frame.sort)/\(frame.id)"), "tooltip": .tooltip(title.string),
          ], statements))
    ]
  }

  private func column(_ column: Drawing.Column) -> DOTStatement {
    let heading = column.heading ?? ""
    return .cluster(
      DOTCluster(
        column.id.string,
        [
          "label": .markup(
            DOTMarkup.lines(
              TextWrapper.balanced(heading.string, width: 40),
              DOTTextStyle(size: 10, color: style.softInk, isBold: true), alignment: .left)),
          "labeljust": "l", "labelloc": "t", "style": "rounded,filled",
          "fillcolor": .word(style.band), "pencolor": .word(style.band), "margin": 10,
          "id": .text(column.id.string), "tooltip": .tooltip(heading.string),
        ], column.nodes.map(node) + rank(column)))
  }

  /// Nodes of one column: in one rank, and held in their order from top to bottom by unseen edges.
  /// These point upwards where columns stand side by side, for within a cluster that is how `dot`
  /// reads them (2.43, seen by trial); it heeds them only with a weight, and without a second round
  /// of swapping (`remincross`).
  private func rank(_ column: Drawing.Column) -> [DOTStatement] {
    let names = column.nodes.map(\.id.string)
    guard column.isRanked, names.count > 1 else { return [] }
    return [.sameRank(names)]
      + zip(names, names.dropFirst()).map {
        let (from, to) = drawing.isLeftToRight ? ($1, $0) : ($0, $1)
        return .edge(DOTEdge(from: from, to: to, ["style": "invis", "weight": 1]))
      }
  }

  /// Unseen edges that keep the columns in their order where no line does.
  private func order(_ columns: [Drawing.Column]) -> [DOTEdge] {
    let firsts = columns.filter(\.isRanked).compactMap { $0.nodes.first?.id.string }
    return zip(firsts, firsts.dropFirst()).map {
      DOTEdge(from: $0, to: $1, ["style": "invis", "weight": 1])
    }
  }

  private func node(_ node: DrawingNode) -> DOTStatement {
    .node(NodeLook(node, options: options).node)
  }

  // MARK: Lines

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

  private func edge(_ edge: DrawingEdge) -> DOTEdge {
    var attributes: DOTAttributes = ["tooltip": .tooltip(edge.tooltip.string), "weight": 0]
    switch edge.kind {
    case .claim(let verdict, let hasHead):
      attributes = attributes.merging(VerdictLine(verdict.stance, style: style).edge)
      if !hasHead { attributes["arrowhead"] = "none" }
      attributes["weight"] = edge.isHeld && edge.isSpine ? 4 : 0
    case .caseForChange:
      attributes = attributes.merging(["arrowhead": "none", "penwidth": 0.8])
    case .condition: break
    case .stated(let link): attributes["arrowhead"] = link.isAgainst ? "tee" : "vee"
    case .ripple:
      attributes = attributes.merging([
        "penwidth": 2.4, "color": .word(style.softInk), "arrowhead": "vee", "weight": 2,
      ])
    case .bears(let bearing):
      let line = BearingLine(bearing, style: style)
      let color = bearing == .espouses ? "\(line.color):invis:\(line.color)" : line.color
      attributes = attributes.merging(line.attributes).merging(
        ["color": .word(color), "fillcolor": .word(line.color), "weight": 1])
    case .cites: attributes = attributes.merging(["arrowhead": "vee", "weight": 1])
    case .relationship:
      attributes = attributes.merging(["arrowhead": "vee", "weight": 1])
    case .unseen: attributes["style"] = "invis"
    }
    if !edge.isHeld { attributes["constraint"] = "false" }
    // Graphviz 2.43 ends itself over a label beside a line that has nothing but spaces.
    if let label = edge.label, label.string.contains(where: { !$0.isWhitespace }) {
      attributes[edge.isHeld ? "label" : "xlabel"] = .text(label.string)
    }
    return DOTEdge(from: edge.from.string, to: edge.to.string, attributes)
  }
}

extension Drawing {
  /// The drawing as Graphviz reads it. O(nodes + lines).
  public func dot(_ options: FigureOptions = FigureOptions()) -> DOTDocument {
    DrawingDOT(self, options: options).document()
  }
}
