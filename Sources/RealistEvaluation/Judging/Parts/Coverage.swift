import PropertyGraph

/// Brings every bearing to the parts that it covers in one configuration (METHOD section 2).
struct Coverage {
  /// Entries of each part, in canonical order.
  private(set) var entries: [[(entry: Entry, kind: BearingKind)]]
  /// What an encoder should look at.
  private(set) var cautions: [Caution] = []
  /// Whether an item bears twice on one side of a part.
  private(set) var hasAlternatives = false

  private let parts: ConfigurationParts
  private let index: EvidenceIndex
  private let scale: Scale

  init(
    of configuration: RecordedEvidence.Configuration, parts: ConfigurationParts,
    index: EvidenceIndex, scale: Scale
  ) {
    self.parts = parts
    self.index = index
    self.scale = scale
    entries = Array(repeating: [], count: parts.parts.count)
    var overridden: Set<Claimed> = []
    for position in index.bearings(on: configuration.id) {
      let bearing = index.bearings[position]
      guard let item = index.item(bearing.item) else { continue }
      check(bearing, item: item, of: configuration)
      for (part, isImplied) in covered(by: bearing, item: item, isLone: false) {
        overridden.insert(Claimed(item: item, part: part))
        add(bearing, item: item, to: part, isImplied: isImplied)
      }
    }
    for node in Set(parts.parts.flatMap(\.nodes)).sorted() {
      for position in index.bearings(on: node) {
        let bearing = index.bearings[position]
        guard let item = index.item(bearing.item) else { continue }
        for (part, isImplied) in covered(by: bearing, item: item, isLone: true)
        where !overridden.contains(Claimed(item: item, part: part)) {
          add(bearing, item: item, to: part, isImplied: isImplied)
        }
      }
    }
  }

  private struct Claimed: Hashable {
    let item: Int
    let part: Int
  }

  /// Positions covered, and whether only as an element of a supported link. Challenging counts on
  /// exactly what is listed.
  private mutating func covered(
    by bearing: RecordedEvidence.Bearing, item: Int, isLone: Bool
  ) -> [(part: Int, isImplied: Bool)] {
    var explicit: Set<Int> = []
    if bearing.covers.isEmpty, isLone {
      explicit.formUnion(parts.positions(ofElement: bearing.target))
    }
    for entry in bearing.covers {
      let found = parts.positions(coveredBy: entry)
      if found.isEmpty, !isLone { cautions.append(.coversNoPart(item: bearing.item, entry)) }
      if found.count > 1, CoveredName(entry).isThread == false {
        cautions.append(.coversBothSlots(item: bearing.item, entry))
      }
      explicit.formUnion(found)
    }
    var implied: Set<Int> = []
    // A hope that one thing leads to another hopes for both, as seeing it sees both.
    if bearing.kind == .supports, scale.rules.counts.linksToElements {
      for part in explicit { implied.formUnion(parts.parts[part].elements) }
    }
    return explicit.sorted().map { ($0, false) }
      + implied.subtracting(explicit).sorted().map { ($0, true) }
  }

  /// An item stands once on each side of a part, by its heavier bearing.
  private mutating func add(
    _ bearing: RecordedEvidence.Bearing, item: Int, to part: Int, isImplied: Bool
  ) {
    let entry = Entry(
      item: bearing.item, bearing: bearing,
      weighing: scale.weigh(item: item, bearing: bearing, on: parts.parts[part].kind),
      claim: index.items[item].claim ?? .inferred, isImplied: isImplied, position: item)
    let known = entries[part].firstIndex {
      $0.entry.position == item && $0.kind == bearing.kind
    }
    guard let known else {
      entries[part].append((entry, bearing.kind))
      return
    }
    let other = entries[part][known].entry
    if entry.bearing != other.bearing { hasAlternatives = true }
    let isHeavier = entry.weighing.weight > other.weighing.weight
    let isPlainer = entry.weighing.weight == other.weighing.weight && other.isImplied && !isImplied
    if isHeavier || isPlainer { entries[part][known] = (entry, bearing.kind) }
  }

  private mutating func check(
    _ bearing: RecordedEvidence.Bearing, item position: Int,
    of configuration: RecordedEvidence.Configuration
  ) {
    let item = index.items[position]
    if bearing.covers.isEmpty { cautions.append(.coversNothing(item: item.id)) }
    if item.claim == nil { cautions.append(.noClaim(item: item.id)) }
    if let activation = bearing.activation, !Self.agree(activation, bearing.kind) {
      cautions.append(.activationDisagrees(item: item.id, activation, bearing.kind))
    }
    if item.isFigure, let numerator = item.numerator, let denominator = item.denominator,
      denominator > 0, item.claim != .espoused
    {
      let share = Double(numerator) / Double(denominator)
      // A supporting figure counts those who said yes, a challenging one may count either.
      let isMet = configuration.reach.isMet(byShare: share)
      let isMetByRest = configuration.reach.isMet(byShare: 1 - share)
      if (bearing.kind == .supports && !isMet)
        || (bearing.kind == .challenges && isMet && isMetByRest)
      {
        cautions.append(
          .shareAgainstReach(
            item: item.id, numerator: numerator, denominator: denominator, configuration.reach,
            bearing.kind))
      }
    }
  }

  /// Strong and partial support, none challenges, faint qualifies or challenges.
  private static func agree(_ activation: Activation, _ kind: BearingKind) -> Bool {
    switch kind {
    case .supports: activation >= .partial
    case .challenges: activation <= .faint
    case .qualifies: activation == .faint
    case .silent: true
    }
  }
}
