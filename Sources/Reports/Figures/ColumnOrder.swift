import PropertyGraph

/// The order of a theory's columns from top to bottom: mechanisms as given; configurations beside
/// their mechanism; outcomes beside their configuration; contexts beside what they act on. Graphviz
/// is held to it, so that figures of two versions of a theory can be laid beside each other.
struct ColumnOrder {
  /// Configurations, sorted.
  let configurations: [FigureConfiguration]
  private let positions: [Text: Double]

  /// The order of a theory with these elements and links.
  init(of theory: FigureTheory, elements: [FigureElement], links: [FigureLink]) {
    var positions: [Text: Double] = [:]
    let configured = Set(theory.configurations.flatMap(\.mechanisms))
    // A mechanism in no configuration stands below those that are in one.
    let mechanisms = elements.filter { $0.kind == .mechanism }.map(\.id)
    let sorted =
      mechanisms.filter(configured.contains) + mechanisms.filter { !configured.contains($0) }
    for (index, id) in sorted.enumerated() { positions[id] = Double(index) }
    let last = Double(sorted.count)

    configurations = Self.sorted(theory.configurations) { configuration in
      Self.mean(configuration.mechanisms, in: positions) ?? last
    }
    for (index, configuration) in configurations.enumerated() {
      // An outcome of several configurations stands beside the first.
      for outcome in configuration.outcomes where positions[outcome] == nil {
        positions[outcome] = Double(index)
      }
    }
    var targets: [Text: [Text]] = [:]
    for configuration in configurations {
      for place in configuration.contexts {
        targets[place.context, default: []] += configuration.mechanisms
      }
    }
    for link in links { targets[link.from, default: []].append(link.to) }
    for context in elements where context.kind == .context {
      let mechanisms = (targets[context.id] ?? []).filter { positions[$0] ?? last < last }
      positions[context.id] = Self.mean(mechanisms, in: positions) ?? last
    }
    self.positions = positions
  }

  /// Elements of one column in this order; those that it says nothing of stay last, as given.
  func sorted(_ elements: [FigureElement]) -> [FigureElement] {
    Self.sorted(elements) { positions[$0.id] ?? .infinity }
  }

  private static func mean(_ ids: [Text], in positions: [Text: Double]) -> Double? {
    let known = ids.compactMap { positions[$0] }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  /// Sorted by a key; equal keys keep their order.
  private static func sorted<Element>(
    _ elements: [Element], by key: (Element) -> Double
  ) -> [Element] {
    elements.enumerated().map { (key: key($0.element), index: $0.offset, element: $0.element) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
      .map(\.element)
  }
}
