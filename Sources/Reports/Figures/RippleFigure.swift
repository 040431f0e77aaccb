public import PropertyGraph
public import RealistEvaluation

/// The ripple map of a study: where an outcome of one configuration is, or becomes, a context or
/// mechanism of another. Configurations stand in the frame of their theory.
public struct RippleFigure {
  private let records: StudyRecords
  private let verdicts: [ConfigurationVerdict]
  private let options: FigureOptions

  /// A map of judged configurations and the ripples of a graph.
  public init(
    _ graph: any GraphAccess, _ verdicts: [ConfigurationVerdict],
    options: FigureOptions = FigureOptions()
  ) {
    records = StudyRecords(graph)
    self.verdicts = verdicts
    self.options = options
  }

  /// The drawing: configurations that a ripple leads from or to. Beyond the limit those with the
  /// fewest ripples are left out and counted. O(configurations + ripples).
  public func drawing() -> Drawing {
    let becomes = records.links(from: records.all("Outcome"), "BECOMES").compactMap { link in
      records.id(of: link.from).flatMap { from in records.id(of: link.to).map { (from, $0) } }
    }.sorted { $0 < $1 }
    let outcomes = Set(verdicts.flatMap(\.configuration.outcomes))
    var entries: [Text: Int] = [:]
    for verdict in verdicts {
      for id in Self.entries(verdict) { entries[id, default: 0] += 1 }
    }
    // What an outcome leads into: what it becomes, or itself where it is an element elsewhere.
    let leading = Set(becomes.map(\.0)).union(outcomes.filter { entries[$0] != nil })
    let entered = Set(becomes.map(\.1)).union(outcomes.filter { entries[$0] != nil })
    func degree(_ verdict: ConfigurationVerdict) -> Int {
      verdict.configuration.outcomes.count(where: leading.contains)
        + Self.entries(verdict).count(where: entered.contains)
    }
    var shown = verdicts.filter { degree($0) > 0 }
    let touched = shown.count
    if let limit = options.nodeLimit {
      let room = max(1, limit - leading.union(entered).count)
      if shown.count > room {
        let order = shown.sorted {
          let (left, right) = (degree($0), degree($1))
          return left == right ? $0.configuration.id < $1.configuration.id : left > right
        }
        let kept = Set(order.prefix(room).map(\.configuration.id))
        shown = shown.filter { kept.contains($0.configuration.id) }
      }
    }
    var notes: [Text] = []
    if touched < verdicts.count {
      let count = verdicts.count - touched
      notes.append(Text("Left out: \(count) configurations that no ripple touches."))
    }
    if shown.count < touched {
      notes.append(Text("Left out: \(touched - shown.count) configurations with fewer ripples."))
    }
    return Drawing(
      sort: "ripple-figure", id: "ripples", title: options.title, spokenTitle: "Ripple map",
      frames: frames(shown) + [elements(leading.union(entered), shown, becomes)],
      edges: lines(shown, leading, entered, becomes), notes: notes)
  }

  private static func entries(_ verdict: ConfigurationVerdict) -> [Text] {
    verdict.configuration.contexts.map(\.context) + verdict.configuration.mechanisms
  }

  private func frames(_ shown: [ConfigurationVerdict]) -> [Drawing.Frame] {
    var byTheory: [Text: [ConfigurationVerdict]] = [:]
    for verdict in shown {
      byTheory[verdict.configuration.theories.min() ?? "", default: []].append(verdict)
    }
    return byTheory.sorted { $0.key < $1.key }.map { theory, verdicts in
      Drawing.Frame(
        id: Text("theory/\(theory)"), sort: "ripple",
        title: theory.isEmpty ? "In no theory" : records.title(of: theory),
        columns: [
          Drawing.Column(
            id: Text("\(theory)/configurations"), isRanked: false,
            nodes: verdicts.map { verdict in
              let figure = FigureConfiguration(verdict)
              return DrawingNode(
                id: Text("configuration/\(figure.id)"), kind: .record, title: figure.title,
                verdict: figure.verdict, tooltip: figure.tooltip,
                address: Text("index.html#configuration-\(figure.id)"))
            })
        ])
    }
  }

  private func elements(
    _ ids: Set<Text>, _ shown: [ConfigurationVerdict], _ becomes: [(Text, Text)]
  ) -> Drawing.Frame {
    let used = Set(shown.flatMap { $0.configuration.outcomes + Self.entries($0) })
      .union(becomes.flatMap { [$0.0, $0.1] })
    return Drawing.Frame(
      id: "elements", sort: "ripple",
      columns: [
        Drawing.Column(
          id: "elements", isRanked: false,
          nodes: ids.intersection(used).sorted().map { id in
            let row = records.node(id)
            return DrawingNode(
              id: Text("element/\(id)"), kind: row.map(records.kind) ?? .record,
              title: records.title(of: id),
              tooltip: row.flatMap { records.text("statement", of: $0) } ?? records.title(of: id))
          })
      ])
  }

  private func lines(
    _ shown: [ConfigurationVerdict], _ leading: Set<Text>, _ entered: Set<Text>,
    _ becomes: [(Text, Text)]
  ) -> [DrawingEdge] {
    var edges = becomes.map { from, to in
      DrawingEdge(
        from: Text("element/\(from)"), to: Text("element/\(to)"), .ripple, label: "becomes",
        tooltip: Text("\(from) becomes \(to)"))
    }
    for verdict in shown {
      let figure = FigureConfiguration(verdict)
      let card = Text("configuration/\(figure.id)")
      var seen: Set<Text> = []
      for id in Self.entries(verdict) where entered.contains(id) && seen.insert(id).inserted {
        edges.append(
          DrawingEdge(
            from: Text("element/\(id)"), to: card, .claim(figure.verdict, hasHead: false),
            tooltip: figure.tooltip))
      }
      for id in verdict.configuration.outcomes where leading.contains(id) {
        edges.append(
          DrawingEdge(
            from: card, to: Text("element/\(id)"), .claim(figure.verdict, hasHead: true),
            tooltip: figure.tooltip))
      }
    }
    return edges
  }
}
