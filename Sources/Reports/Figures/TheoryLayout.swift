import PropertyGraph

/// Decides what of a theory is drawn: which elements stand as nodes, which are folded into a list,
/// and which lines run between them.
struct TheoryLayout {
  /// An element with its place.
  struct Placed {
    let element: FigureElement
    /// Whether it stands in no configuration.
    let isMuted: Bool
  }

  /// A line from a context that configurations name.
  struct ContextLine {
    let context: Text
    /// The mechanism, or the configuration where there is none.
    let target: String
    let role: FigureContextPlace.Role
    let verdict: FigureVerdict?

    /// What it says and the verdict on it.
    var words: String {
      verdict.map { "\(role.rawValue): \($0.words)" } ?? role.rawValue
    }
  }

  let theory: FigureTheory
  /// Its configurations from top to bottom.
  let configurations: [FigureConfiguration]
  /// Elements drawn as nodes, per column.
  private(set) var placed: [FigureElement.Kind: [Placed]] = [:]
  /// Elements folded into a list, per column.
  private(set) var folded: [FigureElement.Kind: [FigureElement]] = [:]
  /// Lines from contexts, each once.
  private(set) var contextLines: [ContextLine] = []
  /// Stated links between drawn elements.
  private(set) var links: [FigureLink] = []
  private var kinds: [Text: FigureElement.Kind] = [:]

  init(_ theory: FigureTheory, options: FigureOptions) {
    self.theory = theory
    let elements = Self.elements(of: theory)
    let order = ColumnOrder(of: theory, elements: elements, links: theory.links)
    configurations = order.configurations
    for element in elements { kinds[element.id] = element.kind }
    layOutContextLines()
    layOutLinks()
    let configured = Set(
      theory.configurations.flatMap { $0.contexts.map(\.context) + $0.mechanisms + $0.outcomes })
    let linked = Set(links.flatMap { [$0.from, $0.to] })
    for kind in FigureElement.Kind.allCases {
      let column = order.sorted(elements.filter { $0.kind == kind })
      let unplaced = column.filter { !configured.contains($0.id) && !linked.contains($0.id) }
      let isFolded = unplaced.count > options.mostUnplaced
      let hidden = isFolded ? Set(unplaced.map(\.id)) : []
      placed[kind] = column.filter { !hidden.contains($0.id) }.map {
        Placed(element: $0, isMuted: !configured.contains($0.id))
      }
      folded[kind] = isFolded ? unplaced : []
    }
  }

  /// The name of an element's node.
  func node(_ element: Text) -> String { "\(theory.id)/\(element)" }
  /// The name of a configuration's card.
  func card(_ configuration: Text) -> String { "\(theory.id)/configuration/\(configuration)" }
  /// The name of the list of folded elements.
  func list(_ kind: FigureElement.Kind) -> String { "\(theory.id)/list/\(kind.rawValue)" }

  /// What a small line below an element's title says: where it comes from, and what it does to
  /// elements of the next column.
  func notes(on element: FigureElement) -> [String] {
    var notes = element.origin == .emerged ? ["emerged from evidence"] : []
    var words = contextLines.filter { $0.context == element.id && $0.role != .caseForChange }
      .map(\.role.rawValue)
    words += links.filter { $0.from == element.id && reach(of: $0) == 1 }.map(\.kind.rawValue)
    for word in words where !notes.contains(word) { notes.append(word) }
    return notes
  }

  /// How many columns a link runs to the right; negative: to the left.
  func reach(of link: FigureLink) -> Int {
    guard let from = kinds[link.from], let to = kinds[link.to] else { return 0 }
    let order = FigureElement.Kind.allCases
    return (order.firstIndex(of: to) ?? 0) - (order.firstIndex(of: from) ?? 0)
  }

  /// The elements, each once, and one for every id that a configuration names and nobody gave.
  private static func elements(of theory: FigureTheory) -> [FigureElement] {
    var seen: Set<Text> = []
    var elements = theory.elements.filter { seen.insert($0.id).inserted }
    for configuration in theory.configurations {
      let named =
        configuration.contexts.map { ($0.context, FigureElement.Kind.context) }
        + configuration.mechanisms.map { ($0, .mechanism) }
        + configuration.outcomes.map { ($0, .outcome) }
      for (id, kind) in named where seen.insert(id).inserted {
        elements.append(FigureElement(id: id, kind: kind, title: id))
      }
    }
    return elements
  }

  private mutating func layOutContextLines() {
    var drawn: Set<[Text]> = []
    for configuration in configurations {
      let targets =
        configuration.mechanisms.isEmpty
        ? [card(configuration.id)] : configuration.mechanisms.map { node($0) }
      for place in configuration.contexts {
        for target in targets {
          // A case for change is drawn once for a mechanism; a condition once for a configuration.
          let owner = place.role == .caseForChange ? "" : configuration.id
          guard drawn.insert([place.context, Text(target), owner]).inserted else { continue }
          contextLines.append(
            ContextLine(
              context: place.context, target: target, role: place.role, verdict: place.verdict))
        }
      }
    }
  }

  private mutating func layOutLinks() {
    // What a configuration claims as a condition is drawn with its verdict, and not again.
    let claimed = Set(
      contextLines.filter { $0.role != .caseForChange }.map {
        [Text(node($0.context)), Text($0.target)]
      })
    var drawn: Set<FigureLink> = []
    links = theory.links.filter { link in
      kinds[link.from] != nil && kinds[link.to] != nil
        && !claimed.contains([Text(node(link.from)), Text(node(link.to))])
        && drawn.insert(link).inserted
    }
  }
}
