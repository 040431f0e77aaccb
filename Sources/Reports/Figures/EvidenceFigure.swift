import PropertyGraph
public import RealistEvaluation

/// The evidence behind a verdict: items on the left, the parts that they bear on in the middle, the
/// configuration on the right. An item stands once, however many parts it bears on.
public struct EvidenceFigure: Sendable {
  /// Items, parts and claims that it shows unless a person says otherwise.
  public static let mostNodes = 30

  private let reasoning: Reasoning
  private let options: FigureOptions
  private var configuration: Text { reasoning.verdict.configuration.id }

  /// A figure of an argument.
  public init(_ reasoning: Reasoning, options: FigureOptions = FigureOptions()) {
    self.reasoning = reasoning
    self.options = options
  }

  /// One item on one part.
  private struct Bearing {
    let item: Reasoning.ItemReasoning
    let part: Text
    let kind: DrawingEdge.Bearing
    /// 0: what counts; 1: more of the same voice; 2: what adds no voice.
    let rank: Int
  }

  /// The drawing. Beyond the limit, items fold into counts on the parts: first those that add no
  /// voice, then what a voice says more than once; then as many stay as there is room for, each side
  /// of each part in turn. O(items).
  public func drawing() -> Drawing {
    let parts = reasoning.parts.filter { isShown($0) }
    let bearings = parts.flatMap(self.bearings)
    var notes: [Text] = []
    var shown = bearings
    let room = max(0, options.nodeLimit(else: Self.mostNodes) - parts.count - 1)
    func fold(_ words: String, keeping kept: [Bearing]) {
      let folded = Set(shown.map(\.item.id)).count - Set(kept.map(\.item.id)).count
      shown = kept
      guard folded > 0 else { return }
      notes.append(Text("Folded into counts on the parts: \(words) (\(folded))."))
    }
    for (rank, words) in [
      (1, "items that add no voice"), (0, "what a voice says besides the item that counts"),
    ] where Set(shown.map(\.item.id)).count > room {
      fold(words, keeping: shown.filter { $0.rank <= rank })
    }
    if Set(shown.map(\.item.id)).count > room {
      let kept = Self.inTurn(shown, room: room)
      fold("further items", keeping: shown.filter { kept.contains($0.item.id) })
    }
    let folded = shown.count < bearings.count
    let items = items(shown)
    let claim = reasoning.verdict
    return Drawing(
      sort: "evidence-figure", id: Text("evidence/\(configuration)"), title: options.title,
      spokenTitle: Text("Evidence behind \(configuration): \(claim.word.rawValue)"),
      frames: [
        Drawing.Frame(
          id: configuration, sort: "evidence",
          title: claim.configuration.title.isEmpty ? configuration : claim.configuration.title,
          subtitle: Text(
            "\(claim.word.rawValue) · \(claim.tally.phrase) · \(claim.coverage.phrase)"),
          columns: [
            Drawing.Column(id: "evidence", heading: items.isEmpty ? nil : "Evidence", nodes: items),
            Drawing.Column(
              id: "parts", nodes: parts.map { node($0, countsFolded: folded, shown, bearings) }),
            Drawing.Column(id: "configuration", nodes: [card]),
          ], edges: lines(shown) + parts.map(line))
      ], notes: notes)
  }

  // MARK: Items

  /// As many items as there is room for, one from each side of each part in turn.
  private static func inTurn(_ bearings: [Bearing], room: Int) -> Set<Text> {
    var sides: [[Text]] = []
    var positions: [[Text]: Int] = [:]
    for bearing in bearings {
      let key = [bearing.part, Text(bearing.kind.rawValue)]
      if let position = positions[key] {
        sides[position].append(bearing.item.id)
      } else {
        positions[key] = sides.count
        sides.append([bearing.item.id])
      }
    }
    var kept: Set<Text> = []
    for turn in 0..<(sides.map(\.count).max() ?? 0) {
      for side in sides where turn < side.count && kept.count < room { kept.insert(side[turn]) }
    }
    return kept
  }

  private func isShown(_ part: Reasoning.PartReasoning) -> Bool {
    part.verdict.part.isRequired || part.verdict.isEvidenced
  }

  private func bearings(_ part: Reasoning.PartReasoning) -> [Bearing] {
    let id = part.verdict.part.id
    func voices(
      _ voices: [Reasoning.VoiceReasoning], _ kind: DrawingEdge.Bearing
    ) -> [Bearing] {
      voices.flatMap { voice in
        voice.items.enumerated().map {
          Bearing(item: $1, part: id, kind: kind, rank: $0 == 0 ? 0 : 1)
        }
      }
    }
    func plain(
      _ items: [Reasoning.ItemReasoning], _ kind: DrawingEdge.Bearing, _ rank: Int
    ) -> [Bearing] {
      items.map { Bearing(item: $0, part: id, kind: kind, rank: rank) }
    }
    let all =
      voices(part.supporting, .supports) + voices(part.challenging, .challenges)
      + plain(part.espousing, .espouses, 0) + plain(part.supportingRepeats, .supports, 2)
      + plain(part.challengingRepeats, .challenges, 2) + plain(part.qualifying, .qualifies, 1)
      + plain(part.silent, .silent, 1)
    // A repeat of one voice may count for another; the line is drawn once.
    var seen: Set<[Text]> = []
    return all.filter { seen.insert([$0.item.id, Text($0.kind.rawValue)]).inserted }
  }

  private func items(_ bearings: [Bearing]) -> [DrawingNode] {
    var seen: Set<Text> = []
    return bearings.filter { seen.insert($0.item.id).inserted }.map { bearing in
      let item = bearing.item
      return DrawingNode(
        id: Text("item/\(item.id)"), kind: .evidence, title: item.statement,
        notes: [Text(item.source)] + item.places.prefix(1).map { Text($0) },
        tooltip: Text(
          ([item.statement.string, item.source, item.date, item.nature] + item.places
            + [item.weight])
            .joined(separator: "\n")), address: Text("index.html#evidence-\(item.id)"))
    }
  }

  private func lines(_ bearings: [Bearing]) -> [DrawingEdge] {
    bearings.map { bearing in
      DrawingEdge(
        from: Text("item/\(bearing.item.id)"), to: Text("part/\(bearing.part)"),
        .bears(bearing.kind),
        tooltip: Text("\(bearing.item.id) \(bearing.kind.rawValue) \(bearing.part)"))
    }
  }

  // MARK: Parts

  private func node(
    _ part: Reasoning.PartReasoning, countsFolded: Bool, _ shown: [Bearing], _ all: [Bearing]
  ) -> DrawingNode {
    let verdict = part.verdict
    let id = verdict.part.id
    var badges: [DrawingNode.Badge] = []
    if countsFolded {
      let drawn = Set(shown.filter { $0.part == id }.map(\.item.id))
      let hidden = all.filter { $0.part == id && !drawn.contains($0.item.id) }
      for (kind, bearing) in [
        (DrawingNode.Badge.Kind.supporting, DrawingEdge.Bearing.supports),
        (.challenging, .challenges), (.espousing, .espouses),
      ] {
        let count = hidden.count { $0.kind == bearing }
        if count > 0 { badges.append(DrawingNode.Badge(kind, count)) }
      }
      let others = hidden.count { $0.kind == .qualifies || $0.kind == .silent }
      if others > 0 { badges.append(DrawingNode.Badge(.other, others)) }
    }
    return DrawingNode(
      id: Text("part/\(id)"), kind: .part,
      title: Text("\(verdict.part.kind.name): \(part.title.isEmpty ? id.string : part.title)"),
      notes: part.espousedAt.isEmpty ? [] : ["espoused by a document"],
      verdict: FigureVerdict(verdict.word), badges: badges, isMuted: !verdict.part.isRequired,
      tooltip: Text("\(id): \(verdict.word.fullName)"))
  }

  private func line(_ part: Reasoning.PartReasoning) -> DrawingEdge {
    DrawingEdge(
      from: Text("part/\(part.verdict.part.id)"), to: Text("configuration/\(configuration)"),
      .claim(FigureVerdict(part.verdict.word), hasHead: true),
      tooltip: Text("\(part.verdict.part.id): \(part.verdict.word.fullName)"))
  }

  private var card: DrawingNode {
    let figure = FigureConfiguration(reasoning.verdict)
    return DrawingNode(
      id: Text("configuration/\(configuration)"), kind: .configuration, title: configuration,
      verdict: figure.verdict, parts: figure.parts, tooltip: figure.tooltip,
      address: Text("index.html#configuration-\(configuration)"))
  }
}
