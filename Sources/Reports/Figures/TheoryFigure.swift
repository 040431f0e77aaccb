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

  /// The drawing, folded if it has more nodes than the options allow. O(elements + configurations
  /// + links).
  public func drawing() -> Drawing {
    let limit = options.nodeLimit.map { max(1, $0 / max(1, theories.count)) }
    var notes: [Text] = []
    let frames = theories.map { theory in
      let folding = TheoryFolding(theory, limit: limit, options: options)
      notes += folding.notes
      let layout = TheoryLayout(folding.theory, options: folding.options)
      return TheoryDrawing(layout, folded: folding.configurations).frame()
    }
    return Drawing(
      sort: "theory-figure", id: Text(theories.map(\.id.string).joined(separator: "/")),
      title: options.title,
      spokenTitle: Text(
        (options.title.map { [$0] } ?? theories.map(\.title)).map(\.string)
          .joined(separator: "; ")),
      frames: frames, notes: notes)
  }

  /// The drawing as Graphviz reads it.
  public func document() -> DOTDocument { drawing().dot(options) }
}
