public import PropertyGraph
public import RealistEvaluation

/// What was said beside what was seen: every configuration in the cell of the part that decided it
/// (METHOD section 6).
public struct EspousedFigure: Sendable {
  private let verdicts: [ConfigurationVerdict]
  private let subject: Text
  private let options: FigureOptions

  /// A figure of verdicts, of one theory or of a whole study.
  public init(
    _ verdicts: [ConfigurationVerdict], of subject: Text, options: FigureOptions = FigureOptions()
  ) {
    self.verdicts = verdicts
    self.subject = subject
    self.options = options
  }

  private static let table: [(heading: Text, said: Cell, notSaid: Cell)] = [
    ("Seen", .saidAndSeen, .seenNotSaid), ("Seen by some", .saidSeenBySome, .notSaidSeenBySome),
    ("Not seen", .saidNotSeen, .neither), ("Not looked for", .saidNotLookedFor, .nothingKnown),
  ]

  /// The drawing: two rows, said and not said, and a column for what was seen.
  public func drawing() -> Drawing {
    let columns = Self.table.map { heading, said, notSaid in
      Drawing.Column(
        id: Text("seen/\(heading)"), heading: heading, nodes: [cell(said), cell(notSaid)])
    }
    return Drawing(
      sort: "espoused-figure", id: Text("espoused/\(subject)"), title: options.title,
      spokenTitle: Text("\(subject): what was said beside what was seen"),
      frames: [
        Drawing.Frame(
          id: "espoused", sort: "espoused", title: Text("\(subject): said and seen"),
          subtitle: "Above: what documents espouse; below: what none does.", columns: columns)
      ])
  }

  private func cell(_ cell: Cell) -> DrawingNode {
    let inside = verdicts.filter { $0.cell == cell }
    return DrawingNode(
      id: Text("cell/\(cell.rawValue)"), kind: .cell,
      title: Text("\(cell.rawValue): \(inside.count)"),
      lines: inside.map { verdict in
        let configuration = verdict.configuration
        return DrawingNode.Line(
          configuration.title.isEmpty ? configuration.id : configuration.title,
          FigureVerdict(verdict.word))
      })
  }
}
