import PropertyGraph

/// Folds a theory that has more nodes than a person, or a sheet, can take. In this order, and no
/// further than needed: elements in no configuration go into one list for each column, with the
/// links stated about them; cards keep only the part that decided; the configurations on which the
/// fewest voices speak go into one list with their verdicts, and with them the elements that no
/// other configuration has.
struct TheoryFolding {
  /// What is left to draw.
  private(set) var theory: FigureTheory
  private(set) var options: FigureOptions
  /// Configurations that go into the list.
  private(set) var configurations: [FigureConfiguration] = []
  /// What was done, in words.
  private(set) var notes: [Text] = []

  init(_ theory: FigureTheory, limit: Int?, options: FigureOptions) {
    self.theory = theory
    self.options = options
    guard let limit, count > limit else { return }
    foldUnplaced()
    guard count > limit else { return }
    foldParts()
    guard count > limit else { return }
    foldConfigurations(limit: limit)
  }

  private var configured: Set<Text> {
    Set(
      theory.configurations.flatMap { $0.contexts.map(\.context) + $0.mechanisms + $0.outcomes })
  }

  /// Nodes as they would be drawn now.
  private var count: Int {
    let layout = TheoryLayout(theory, options: options)
    let placed = layout.placed.values.reduce(0) { $0 + $1.count }
    let lists = layout.folded.values.count { !$0.isEmpty }
    return placed + lists + theory.configurations.count + (configurations.isEmpty ? 0 : 1)
  }

  private mutating func foldUnplaced() {
    let configured = configured
    let before = theory.links.count
    theory.links.removeAll { !configured.contains($0.from) || !configured.contains($0.to) }
    options.mostUnplaced = 0
    let links = before - theory.links.count
    let elements = theory.elements.count { !configured.contains($0.id) }
    guard elements > 0 else { return }
    notes.append(
      Text(
        "Folded: \(elements) element\(elements == 1 ? "" : "s") in no configuration, into lists, "
          + "with \(links) stated link\(links == 1 ? "" : "s") about them."))
  }

  private mutating func foldParts() {
    var hidden = 0
    for position in theory.configurations.indices {
      let parts = theory.configurations[position].parts
      theory.configurations[position].parts = parts.filter(\.isDeciding)
      hidden += parts.count { !$0.isDeciding && $0.hasVoices }
    }
    guard hidden > 0 else { return }
    notes.append(
      "Folded: each card shows only the part that decided; the table of the report has them all.")
  }

  private mutating func foldConfigurations(limit: Int) {
    func voices(_ configuration: FigureConfiguration) -> Int {
      configuration.parts.reduce(0) { $0 + $1.supporting + $1.challenging }
    }
    // The order of entry decides between equals: the last goes first.
    let order = theory.configurations.enumerated().sorted { left, right in
      let (ours, theirs) = (voices(left.element), voices(right.element))
      return ours == theirs ? left.offset > right.offset : ours < theirs
    }.map(\.element.id)
    for id in order where count > limit && theory.configurations.count > 1 {
      guard let position = theory.configurations.firstIndex(where: { $0.id == id }) else {
        continue
      }
      configurations.append(theory.configurations.remove(at: position))
      let configured = configured
      let gone = Set(
        configurations.flatMap { $0.contexts.map(\.context) + $0.mechanisms + $0.outcomes })
      theory.elements.removeAll { gone.contains($0.id) && !configured.contains($0.id) }
      theory.links.removeAll { !configured.contains($0.from) || !configured.contains($0.to) }
    }
    configurations.sort { $0.id < $1.id }
    let folded = configurations.count
    notes.append(
      Text(
        "Folded: the \(folded) configuration\(folded == 1 ? "" : "s") on which the fewest voices "
          + "speak, into one list, with the elements that only they have."))
  }
}
