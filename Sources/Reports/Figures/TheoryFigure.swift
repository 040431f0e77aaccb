import PropertyGraph

/// A drawing of programme theories: from left to right contexts, mechanisms, the configurations
/// with their verdicts, and outcomes.
///
/// The same input always gives the same drawing, and names in it come from ids, so that two
/// drawings differ only where the theories do.
public struct TheoryFigure: Sendable, Hashable {
  /// The theories, each in a frame of its own.
  public var theories: [FigureTheory]
  /// What a person chose.
  public var options: FigureOptions

  /// A figure.
  public init(_ theories: [FigureTheory], options: FigureOptions = FigureOptions()) {
    self.theories = theories
    self.options = options
  }

  /// The drawing. O(elements + configurations + links).
  public func document() -> DOTDocument {
    let style = options.style
    var contents = FigureContents()
    var frames = theories.map { theory in
      let layout = TheoryLayout(theory, options: options)
      contents.formUnion(layout.contents)
      return DOTStatement.cluster(TheoryDrawing(layout, options: options).cluster())
    }
    if let title = options.title {
      frames = [
        .cluster(
          DOTCluster(
            "figure",
            [
              "label": .markup([
                .text(title.string, DOTTextStyle(size: 18, color: style.ink, isBold: true))
              ]), "labeljust": "l", "labelloc": "t", "margin": 14, "pencolor": "none",
            ], frames))
      ]
    }
    return DOTDocument(
      name: "theory-figure",
      attributes: [
        "rankdir": "LR", "newrank": "true", "remincross": "false", "ranksep": 0.75, "nodesep": 0.13,
        "splines": "true",
        "outputorder": "edgesfirst", "charset": "UTF-8", "bgcolor": "white", "pad": 0.2,
        "fontname": .word(style.font), "fontsize": 11, "fontcolor": .word(style.ink),
        "labelloc": "b", "labeljust": "l", "overlap": "false", "id": .text(identifier),
        "label": FigureLegend(contents, options: options).label, "tooltip": .tooltip(spokenTitle),
      ],
      nodeDefaults: [
        "fontname": .word(style.font), "fontsize": .number(style.size),
        "fontcolor": .word(style.ink), "color": .word(style.line), "penwidth": 1,
        "margin": .word("0.12,0.07"), "height": 0.3, "width": 0.3, "style": "filled",
        "fillcolor": .word(style.fill),
      ],
      edgeDefaults: [
        "fontname": .word(style.font), "fontsize": 8, "fontcolor": .word(style.softInk),
        "color": .word(style.line), "arrowsize": 0.7,
      ],
      statements: frames)
  }

  /// Ids must differ where several figures stand in one page.
  private var identifier: String {
    "figure/" + theories.map(\.id.string).joined(separator: "/")
  }

  /// What a reader hears of the figure as a whole.
  private var spokenTitle: String {
    (options.title.map { [$0] } ?? theories.map(\.title)).map(\.string).joined(separator: "; ")
  }
}

/// What is drawn, for the legend.
struct FigureContents {
  var stances: Set<FigureVerdict.Stance> = []
  var links: Set<FigureLink.Kind> = []
  var hasSupporting = false
  var hasChallenging = false
  var hasEspousing = false
  var hasDecidingPart = false
  var hasCaseForChange = false
  var hasMuted = false

  mutating func formUnion(_ other: FigureContents) {
    stances.formUnion(other.stances)
    links.formUnion(other.links)
    hasSupporting = hasSupporting || other.hasSupporting
    hasChallenging = hasChallenging || other.hasChallenging
    hasEspousing = hasEspousing || other.hasEspousing
    hasDecidingPart = hasDecidingPart || other.hasDecidingPart
    hasCaseForChange = hasCaseForChange || other.hasCaseForChange
    hasMuted = hasMuted || other.hasMuted
  }
}
