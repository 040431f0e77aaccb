import GraphQuery
public import PropertyGraph

/// What is known of an element at one case.
public enum Sight: Sendable, Hashable {
  /// Somebody saw or concluded that it is so there, and nobody the contrary.
  case present
  /// Somebody saw or concluded that it is not so there, and nobody the contrary.
  case absent
  /// Both are said.
  case disputed
  /// No item about the case says anything.
  case unknown

  /// Whether it can stand in a cell of the table.
  public var isKnown: Bool { self == .present || self == .absent }

  /// What to print of a context: unknown is `?`, never no.
  var word: String {
    switch self {
    case .present: "present"
    case .absent: "absent"
    case .disputed: "disputed"
    case .unknown: "?"
    }
  }
}

/// One item on one element at one case.
public struct Sighting: Sendable, Hashable {
  /// The item.
  public let item: Text
  /// Whether it says that it is so.
  public let isFor: Bool
  /// Whether it only concludes.
  public let isInferred: Bool
}

/// What the items about each case say of every element: observed or inferred, relevant, and never
/// what is only hoped or feared.
struct Sightings {
  private let index: EvidenceIndex
  private var seen: [Text: [StudyCase: Set<Sighting>]] = [:]
  private var cases: [[StudyCase]]

  /// Reads every bearing once. O(bearings × configurations that they reach).
  init(_ judge: Judge) {
    let bench = judge.bench
    index = bench.index
    let finder = CaseFinder(bench: bench)
    cases = judge.workers.map(index.items.count, watch: judge.watch, state: {}) { _, position in
      finder.cases(ofItem: position)
    }
    guard !judge.watch.isOver, cases.contains(where: { !$0.isEmpty }) else { return }
    var elements: Set<Text> = []
    for configuration in index.configurations {
      if judge.watch.isOver { return }
      read(configuration, bench)
      elements.formUnion(configuration.contexts.map(\.context))
      elements.formUnion(configuration.mechanisms)
      elements.formUnion(configuration.outcomes)
    }
    readLoneElements(apartFrom: elements, bench)
  }

  // MARK: Answers

  /// What is known of a context or an outcome at a case.
  func sight(of element: Text, at place: StudyCase) -> Sight {
    let found = seen[element]?[place] ?? []
    let isFor = found.contains(where: \.isFor)
    let isAgainst = found.contains { !$0.isFor }
    if isFor { return isAgainst ? .disputed : .present }
    return isAgainst ? .absent : .unknown
  }

  /// Whether a mechanism fires at a case: its reasoning is taken up, or, with one slot, it is
  /// enacted. A resource that is in force says nothing about the reasoning; one that is not in force
  /// leaves nothing to fire.
  func firing(of mechanism: Text, at place: StudyCase) -> Sight {
    let slots = Self.slots(of: mechanism, index)
    guard slots.count == 2 else { return sight(of: mechanism, at: place) }
    let resource = sight(of: slots[0], at: place)
    let reasoning = sight(of: slots[1], at: place)
    switch (resource, reasoning) {
    case (.disputed, _), (_, .disputed), (.absent, .present): return .disputed
    case (_, .present): return .present
    case (.absent, _), (_, .absent): return .absent
    default: return .unknown
    }
  }

  /// The items on an element at a case, by id.
  func sightings(of element: Text, at place: StudyCase) -> [Sighting] {
    Self.slots(of: element, index).flatMap { seen[$0]?[place] ?? [] }
      .sorted { ($0.item, $0.isFor ? 0 : 1) < ($1.item, $1.isFor ? 0 : 1) }
  }

  /// Cases at which anything is said of an element.
  func cases(of element: Text) -> Set<StudyCase> {
    Set(Self.slots(of: element, index).flatMap { seen[$0]?.keys.map { $0 } ?? [] })
  }

  // MARK: Reading

  private static func slots(of element: Text, _ index: EvidenceIndex) -> [Text] {
    guard let mechanism = index.mechanism(element), mechanism.hasResource, mechanism.hasReasoning
    else { return [element] }
    return [Text("\(element).resource"), Text("\(element).reasoning")]
  }

  private mutating func read(_ configuration: RecordedEvidence.Configuration, _ bench: Bench) {
    let layout = ConfigurationParts(of: configuration, mechanism: index.mechanism)
    let coverage = Coverage(
      of: configuration, parts: layout, index: index, scale: bench.scale)
    let holdingBack = Set(
      configuration.contexts.filter { ContextEffect($0.effect)?.isExpectedWithout ?? false }
        .map(\.context))
    for (position, part) in layout.parts.enumerated() {
      for (entry, kind) in coverage.entries[position] {
        guard kind == .supports || kind == .challenges, Self.counts(entry) else { continue }
        if part.kind == .outwardLink, kind == .challenges, part.elements.count == 2 {
          // Against this link: the mechanism was used, and the outcome did not follow.
          add(entry, to: layout.parts[part.elements[0]].id, isFor: true)
          add(entry, to: layout.parts[part.elements[1]].id, isFor: false)
        } else if !part.kind.isLink {
          let isOnlyHeldBack =
            entry.isImplied && part.kind == .mechanism
            && isHeldBack(entry, at: position, layout, by: holdingBack)
          if !isOnlyHeldBack { add(entry, to: part.id, isFor: kind == .supports) }
        }
      }
    }
  }

  /// Whether an item reaches a mechanism only through links that say what holds it back: it does not
  /// say that the mechanism fired.
  private func isHeldBack(
    _ entry: Entry, at position: Int, _ layout: ConfigurationParts, by contexts: Set<Text>
  ) -> Bool {
    let links = entry.bearing.covers.flatMap(layout.positions(coveredBy:))
      .map { layout.parts[$0] }.filter { $0.kind.isLink && $0.elements.contains(position) }
    return !links.isEmpty
      && links.allSatisfy { $0.kind == .contextLink && contexts.contains($0.nodes[0]) }
  }

  private static func counts(_ entry: Entry) -> Bool {
    entry.claim != .espoused && entry.weighing.weight != .setAside
  }

  /// Bearings on elements that no configuration has.
  private mutating func readLoneElements(apartFrom known: Set<Text>, _ bench: Bench) {
    for bearing in index.bearings where !known.contains(bearing.target) {
      guard bearing.kind == .supports || bearing.kind == .challenges,
        index.configuration(bearing.target) == nil, index.theory(bearing.target) == nil,
        bearing.covers.isEmpty || bearing.covers.contains(bearing.target),
        let position = index.item(bearing.item)
      else { continue }
      let entry = Entry(
        item: bearing.item, bearing: bearing,
        weighing: bench.scale.weigh(item: position, bearing: bearing, on: .context),
        claim: index.items[position].claim ?? .inferred, isImplied: false, position: position)
      if Self.counts(entry) {
        add(entry, to: bearing.target, isFor: bearing.kind == .supports)
      }
    }
  }

  private mutating func add(_ entry: Entry, to element: Text, isFor: Bool) {
    let sighting = Sighting(
      item: entry.item, isFor: isFor, isInferred: entry.claim == .inferred)
    for place in cases[entry.position] {
      seen[element, default: [:]][place, default: []].insert(sighting)
    }
  }
}
