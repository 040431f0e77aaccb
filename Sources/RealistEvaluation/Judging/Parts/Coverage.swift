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
  /// How the bearing at hand reaches each part.
  private var reach: [Reach]

  init(
    of configuration: RecordedEvidence.Configuration, parts: ConfigurationParts,
    index: EvidenceIndex, scale: Scale
  ) {
    self.parts = parts
    self.index = index
    self.scale = scale
    entries = Array(repeating: [], count: parts.parts.count)
    reach = Array(repeating: .none, count: parts.parts.count)
    for position in index.bearings(on: configuration.id) {
      let item = Int(index.bearingItems[position])
      if item < 0 { continue }
      check(index.bearings[position], item: item, of: configuration)
      cover(index.bearings[position], item: item, isLone: false)
    }
    // What an item says on this configuration overrides there what it says of an element alone.
    let own = entries.map(\.count)
    for node in Set(parts.parts.flatMap(\.nodes)).sorted() {
      for position in index.bearings(on: node) {
        let item = Int(index.bearingItems[position])
        if item < 0 { continue }
        cover(index.bearings[position], item: item, isLone: true, besides: own)
      }
    }
  }

  /// How a bearing reaches a part: not at all, as an element of a supported link, or by name.
  private enum Reach { case none, implied, named }

  /// Brings a bearing to the parts that it covers. Challenging counts on exactly what is listed.
  private mutating func cover(
    _ bearing: RecordedEvidence.Bearing, item: Int, isLone: Bool, besides own: [Int] = []
  ) {
    for part in reach.indices { reach[part] = .none }
    if bearing.covers.isEmpty, isLone {
      for part in parts.positions(ofElement: bearing.target) { reach[part] = .named }
    }
    for entry in bearing.covers {
      let found = parts.positions(coveredBy: entry)
      if found.isEmpty, !isLone { cautions.append(.coversNoPart(item: bearing.item, entry)) }
      if found.count > 1, CoveredName(entry).isThread == false {
        cautions.append(.coversBothSlots(item: bearing.item, entry))
      }
      for part in found { reach[part] = .named }
    }
    // A hope that one thing leads to another hopes for both, as seeing it sees both.
    if bearing.kind == .supports, scale.rules.counts.linksToElements {
      for part in reach.indices where reach[part] == .named {
        for element in parts.parts[part].elements where reach[element] == .none {
          reach[element] = .implied
        }
      }
    }
    for part in reach.indices where reach[part] != .none {
      let isOverridden =
        isLone && entries[part][..<own[part]].contains { $0.entry.position == item }
      if !isOverridden { add(bearing, item: item, to: part, isImplied: reach[part] == .implied) }
    }
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
    let id = bearing.item
    let claim = index.items[position].claim
    if bearing.covers.isEmpty { cautions.append(.coversNothing(item: id)) }
    if claim == nil { cautions.append(.noClaim(item: id)) }
    if let activation = bearing.activation, !Self.agree(activation, bearing.kind) {
      cautions.append(.activationDisagrees(item: id, activation, bearing.kind))
    }
    if !index.items[position].isFigure || claim == .espoused { return }
    let item = index.items[position]
    if let numerator = item.numerator, let denominator = item.denominator,
      denominator > 0
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
