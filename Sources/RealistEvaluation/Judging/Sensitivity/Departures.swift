import PropertyGraph

/// What becomes of each item when one method, document or site is left out: known once for all, so
/// that leaving out is mostly a matter of passing over items.
struct Departures: Sendable {
  /// One value whose leaving touches an item.
  struct Departure: Sendable {
    /// Its number among the names of the field.
    let value: Int32
    /// Whether the item leaves with it; else something of it stays, and only judging anew tells.
    let isWhole: Bool
  }

  /// The departures of one field.
  struct ByField: Sendable {
    let field: Narrowing.Field
    /// Values in order, as aliases have them.
    let names: [Text]
    private let starts: [Int32]
    private let departures: [Departure]

    func departures(ofItem position: Int) -> ArraySlice<Departure> {
      departures[Int(starts[position])..<Int(starts[position + 1])]
    }

    fileprivate init(_ field: Narrowing.Field, _ effects: [[(value: Text, isWhole: Bool)]]) {
      self.field = field
      names = Set(effects.joined().map(\.value)).sorted()
      let numbers = Dictionary(uniqueKeysWithValues: zip(names, 0..<Int32(clamping: names.count)))
      var starts: [Int32] = [0]
      var departures: [Departure] = []
      starts.reserveCapacity(effects.count + 1)
      departures.reserveCapacity(effects.count)
      for effect in effects {
        for one in effect {
          departures.append(Departure(value: numbers[one.value] ?? 0, isWhole: one.isWhole))
        }
        starts.append(Int32(departures.count))
      }
      self.starts = starts
      self.departures = departures
    }
  }

  /// In the order of the trials: methods, documents, sites.
  let fields: [ByField]

  /// Follows every item to what it came from. O(items × values).
  init(_ bench: Bench) {
    fields = [Narrowing.Field.method, .document, .site].map { field in
      ByField(field, DepartureFinder(bench: bench, field: field).effects())
    }
  }
}

/// Finds what touches each item, origins before those that derive from them.
private struct DepartureFinder {
  let bench: Bench
  let field: Narrowing.Field
  private var index: EvidenceIndex { bench.index }

  func effects() -> [[(value: Text, isWhole: Bool)]] {
    var effects: [[(value: Text, isWhole: Bool)]] = Array(repeating: [], count: index.items.count)
    for position in bench.finder.lineage.order {
      let item = index.items[position]
      let own = self.own(item)
      effects[position] =
        item.origins.isEmpty ? own : inherited(own, item.origins.map { origin($0, effects) })
    }
    return effects
  }

  /// What touches an item itself.
  private func own(_ item: RecordedEvidence.Item) -> [(value: Text, isWhole: Bool)] {
    let all = touched(by: item)
    if all.isEmpty { return [] }
    if all.count == 1, field != .site { return [(bench.aliases.representative(of: all[0]), true)] }
    let touching = Set(all.map(bench.aliases.representative))
    return touching.sorted().map { value in
      var rest = item
      let narrowing = Narrowing(without: value, field)
      return (value, !Narrowing.Choice(narrowing, bench.aliases, index).isChosen(&rest))
    }
  }

  /// Every value that may matter to an item, be it only for its voice.
  private func touched(by item: RecordedEvidence.Item) -> [Text] {
    switch field {
    case .method: item.methods
    case .document: item.places.map(\.document)
    case .site:
      item.sites + item.participants.flatMap { index.sites(ofParticipant: $0, bench.aliases) }
        + item.places.flatMap { index.document($0.document)?.sites ?? [] }
    case .voice, .scale: []
    }
  }

  private func origin(
    _ id: Text, _ effects: [[(value: Text, isWhole: Bool)]]
  ) -> [(value: Text, isWhole: Bool)] {
    if let position = index.item(id) { return effects[position] }
    switch field {
    case .document: return [(bench.aliases.representative(of: id), true)]
    case .site:
      let sites = Set((index.document(id)?.sites ?? []).map(bench.aliases.representative)).sorted()
      return sites.map { ($0, sites.count == 1) }
    case .method, .voice, .scale: return []
    }
  }

  /// An item leaves with its last origin.
  private func inherited(
    _ own: [(value: Text, isWhole: Bool)], _ origins: [[(value: Text, isWhole: Bool)]]
  ) -> [(value: Text, isWhole: Bool)] {
    let values = Set((own + origins.joined()).map(\.value)).sorted()
    return values.map { value in
      let isOwn = own.contains { $0.value == value && $0.isWhole }
      let all = origins.allSatisfy { $0.contains { $0.value == value && $0.isWhole } }
      return (value, isOwn || all)
    }
  }
}
