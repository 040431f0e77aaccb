public import PropertyGraph
public import RealistEvaluation

/// A mechanism across the presence and absence of contexts: for each context a table of cells with
/// the cases that stand in them.
public struct ContrastFigure: Sendable {
  private let contrasts: [ContextContrast]
  private let options: FigureOptions
  private let title: @Sendable (Text) -> Text

  /// A figure of contrasts of one mechanism, the most telling first.
  /// - Parameter title: What to call an element.
  public init(
    _ contrasts: [ContextContrast], options: FigureOptions = FigureOptions(),
    title: @escaping @Sendable (Text) -> Text
  ) {
    self.contrasts = contrasts
    self.options = options
    self.title = title
  }

  /// The drawing. Beyond the limit, contexts from which less can be read are left out and counted.
  public func drawing() -> Drawing {
    let mechanism = contrasts.first?.mechanism ?? ""
    // Tables from which nothing can be read off are shown only where there are few others.
    let telling = max(3, contrasts.count { $0.readings != [.noContrast] })
    let limit = options.nodeLimit.map { max(1, $0 / 6) } ?? telling
    var notes: [Text] = []
    if contrasts.count > limit {
      let hidden = contrasts.dropFirst(limit)
      let open = hidden.count { $0.readings == [.noContrast] }
      notes.append(
        Text("Left out: \(hidden.count) less telling tables, \(open) of them with no contrast."))
    }
    let frames = contrasts.prefix(limit).enumerated().map { frame($1, number: $0) }
    return Drawing(
      sort: "contrast-figure", id: Text("contrast/\(mechanism)"),
      title: options.title ?? Text("Mechanism: \(title(mechanism))"),
      spokenTitle: Text("\(title(mechanism)) across contexts"), frames: frames, notes: notes)
  }

  private func frame(_ contrast: ContextContrast, number: Int) -> Drawing.Frame {
    let id = Text("table-\(number + 1)")
    let context = contrast.context.map(title)
    let (seen, fires, not) = words(contrast)
    let columns = [
      (Sight.present, "It holds"), (.absent, "It does not hold"), (.unknown, "Not known whether"),
    ].map { sight, heading -> Drawing.Column in
      let cells = [
        (Sight.present, fires), (.absent, not), (.unknown, "not known whether it \(seen)"),
      ].compactMap { firing, words in
        cell(contrast, sight, firing, words: words, id: "\(id)/\(heading)/\(words)")
      }
      return Drawing.Column(id: Text("\(id)/\(heading)"), heading: Text(heading), nodes: cells)
    }
    let reading = contrast.readings.map(\.rawValue).joined(separator: "; ")
    return Drawing.Frame(
      id: id, sort: "contrast", title: context.map { Text("Context: \($0)") } ?? "No context",
      subtitle: Text("\(looked(contrast)): \(reading). \(contrast.why)"), columns: columns)
  }

  private func looked(_ contrast: ContextContrast) -> String {
    switch contrast.observed {
    case .mechanism: "does the mechanism fire"
    case .outcome(let outcome): "does “\(title(outcome))” come"
    }
  }

  private func words(_ contrast: ContextContrast) -> (seen: String, fires: String, not: String) {
    switch contrast.observed {
    case .mechanism: ("fires", "it fires", "it does not fire")
    case .outcome: ("comes", "it comes", "it does not come")
    }
  }

  private func cell(
    _ contrast: ContextContrast, _ context: Sight, _ firing: Sight, words: String, id: String
  ) -> DrawingNode? {
    func folded(_ sight: Sight) -> Sight { sight.isKnown ? sight : .unknown }
    let entries = contrast.entries.filter {
      folded($0.context) == context && folded($0.firing) == firing
    }
    // The four cells are always shown; where nothing is known an empty cell says nothing.
    let isCell = context != .unknown && firing != .unknown
    guard isCell || !entries.isEmpty else { return nil }
    let count = Set(entries.filter { !$0.isWithoutMechanism }.map(\.studyCase.place)).count
    return DrawingNode(
      id: Text(id), kind: .cell,
      title: Text("\(words): \(count) place\(count == 1 ? "" : "s")"),
      lines: entries.map { entry in
        var text = entry.studyCase.name.string
        if entry.context == .disputed || entry.firing == .disputed { text += " (disputed)" }
        if entry.isWithoutMechanism { text += " (without the mechanism)" }
        if entry.isInferred { text += " (inferred)" }
        return DrawingNode.Line(Text(text))
      }, isMuted: !isCell, tooltip: Text(words))
  }
}
