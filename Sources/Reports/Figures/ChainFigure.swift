public import PropertyGraph
public import RealistEvaluation

/// Causal chains between two elements: elements and configurations on the way, each as its verdict
/// has it, with the weakest step of every chain named.
public struct ChainFigure: Sendable {
  private let chains: [Chain]
  private let options: FigureOptions
  private let element: @Sendable (Text) -> FigureElement?

  /// A figure of chains, the shortest first.
  /// - Parameter element: What is known of an element by its id.
  public init(
    _ chains: [Chain], options: FigureOptions = FigureOptions(),
    element: @escaping @Sendable (Text) -> FigureElement?
  ) {
    self.chains = chains
    self.options = options
    self.element = element
  }

  /// The drawing. Beyond the limit the longest chains are left out and counted. O(steps).
  public func drawing() -> Drawing {
    var nodes: [DrawingNode] = []
    var edges: [DrawingEdge] = []
    var seen: Set<Text> = []
    var drawn: Set<[Text]> = []
    let weakest = Set(chains.compactMap(\.weakest?.configuration.id))
    var shown = 0
    for chain in chains {
      let pieces = pieces(of: chain, weakest: weakest)
      let added = Set(pieces.nodes.map(\.id)).subtracting(seen).count
      if let limit = options.nodeLimit, shown > 0, nodes.count + added > limit { break }
      shown += 1
      nodes += pieces.nodes.filter { seen.insert($0.id).inserted }
      edges += pieces.edges.filter { drawn.insert([$0.from, $0.to]).inserted }
    }
    let start = chains.first?.path.start ?? ""
    let end = chains.first?.path.steps.last?.end ?? ""
    let hidden = chains.count - shown
    return Drawing(
      sort: "chain-figure", id: Text("chain/\(start)/\(end)"), title: options.title,
      spokenTitle: Text("Chains from \(start) to \(end)"),
      frames: [
        Drawing.Frame(
          id: Text("\(start)/\(end)"), sort: "chain",
          title: Text("From “\(title(start))” to “\(title(end))”"),
          subtitle: Text(summary(chains.prefix(shown))),
          columns: [
            Drawing.Column(id: "chain", isRanked: false, nodes: nodes)
          ], edges: edges)
      ],
      notes: hidden == 0
        ? [] : [Text("Left out: \(hidden) chain\(hidden == 1 ? "" : "s") no shorter than these.")])
  }

  private func summary(_ chains: ArraySlice<Chain>) -> String {
    chains.enumerated().map { number, chain in
      let weakest = chain.weakest.map {
        "as good as its weakest step, \($0.configuration.id): \($0.word.rawValue)"
      }
      return "chain \(number + 1): \(weakest ?? "no configuration"); \(chain.telling.rawValue)"
    }.joined(separator: " · ")
  }

  private func title(_ id: Text) -> Text { element(id)?.title ?? id }

  private func pieces(
    of chain: Chain, weakest: Set<Text>
  ) -> (nodes: [DrawingNode], edges: [DrawingEdge]) {
    var verdicts: [Text: ConfigurationVerdict] = [:]
    for verdict in chain.verdicts { verdicts[verdict.configuration.id] = verdict }
    var nodes: [DrawingNode] = []
    var edges: [DrawingEdge] = []
    func place(_ id: Text) -> Text {
      if let verdict = verdicts[id] {
        nodes.append(card(verdict, isWeakest: weakest.contains(id)))
      } else {
        nodes.append(node(id))
      }
      return Text(verdicts[id] == nil ? "element/\(id)" : "configuration/\(id)")
    }
    var before = place(chain.path.start)
    for step in chain.path.steps {
      switch step {
      case .ripple(_, let to):
        let after = place(to)
        edges.append(
          DrawingEdge(from: before, to: after, .ripple, label: "becomes", tooltip: "becomes"))
        before = after
      case .claim(let configuration, let from, let to):
        guard let verdict = verdicts[configuration] else { continue }
        let figure = FigureConfiguration(verdict)
        let card = configuration == from ? before : place(configuration)
        if card != before {
          edges.append(
            DrawingEdge(
              from: before, to: card, .claim(figure.verdict, hasHead: false),
              tooltip: figure.tooltip))
        }
        guard configuration != to else { continue }
        let after = place(to)
        edges.append(
          DrawingEdge(
            from: card, to: after, .claim(figure.verdict, hasHead: true), tooltip: figure.tooltip))
        before = after
      }
    }
    return (nodes, edges)
  }

  private func node(_ id: Text) -> DrawingNode {
    let known = element(id)
    return DrawingNode(
      id: Text("element/\(id)"), kind: known?.kind.node ?? .record, title: known?.title ?? id,
      tooltip: known?.statement ?? known?.title ?? id)
  }

  private func card(_ verdict: ConfigurationVerdict, isWeakest: Bool) -> DrawingNode {
    let figure = FigureConfiguration(verdict)
    return DrawingNode(
      id: Text("configuration/\(figure.id)"), kind: .configuration,
      title: isWeakest ? Text("\(figure.id) · weakest step") : figure.id, verdict: figure.verdict,
      parts: figure.parts, tooltip: figure.tooltip,
      address: Text("index.html#configuration-\(figure.id)"))
  }
}
