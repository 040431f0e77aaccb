import GraphQuery
import PropertyGraph

/// What becomes of each item when one method, document or site is left out: known once for all, so
/// that leaving out is mostly a matter of passing over items.
struct Departures: Sendable {
  /// What becomes of an item with a value of it left out.
  enum Effect: Sendable {
    /// Something of it stays, and whose voice it is and what it weighs stay as they were.
    case none
    /// Something of it stays, and only judging anew tells what that comes to.
    case partial
    /// It leaves.
    case whole
  }

  /// One value of an item.
  struct Departure: Sendable {
    /// Its number among the names of the field.
    let value: Int32
    let effect: Effect
  }

  /// A value before it has a number.
  typealias Named = (value: Text, effect: Effect)

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

    fileprivate init(_ field: Narrowing.Field, _ effects: [[Named]]) {
      self.field = field
      var values = Numbering<Text>()
      var starts: [Int32] = [0]
      var departures: [Departure] = []
      starts.reserveCapacity(effects.count + 1)
      departures.reserveCapacity(effects.count)
      for effect in effects {
        for one in effect {
          departures.append(Departure(value: values.number(of: one.value), effect: one.effect))
        }
        starts.append(Int32(departures.count))
      }
      let ranks = values.ranks()
      names = values.names
      self.starts = starts
      self.departures = departures.map {
        Departure(value: ranks[Int($0.value)], effect: $0.effect)
      }
    }
  }

  /// The fields whose values are left out, in the order of the trials.
  private static let order: [Narrowing.Field] = [.method, .document, .site]

  /// In that order.
  let fields: [ByField]

  /// Follows every item to what it came from. O(items × values).
  init(_ bench: Bench, watch: StatementWatch, workers: Workers) {
    let finder = DepartureFinder(bench: bench)
    let items = bench.index.items
    let found = workers.map(items.count, watch: watch, state: {}) { _, position in
      let item = items[position]
      return Self.order.map { finder.own(item, $0) }
    }
    // Nobody looks at what was found in part.
    let isWhole = found.count == items.count
    fields = Self.order.enumerated().map { number, field in
      var effects = isWhole ? found.map { $0[number] } : Array(repeating: [], count: items.count)
      if isWhole { finder.inherit(field, &effects) }
      return ByField(field, effects)
    }
  }
}

/// Finds what touches each item.
private struct DepartureFinder {
  typealias Named = Departures.Named

  let bench: Bench
  private var index: EvidenceIndex { bench.index }

  init(bench: Bench) { self.bench = bench }

  /// What touches an item itself.
  func own(_ item: RecordedEvidence.Item, _ field: Narrowing.Field) -> [Named] {
    let all = touched(by: item, field)
    if all.isEmpty { return [] }
    if all.count == 1, field != .site {
      return [(bench.aliases.representative(of: all[0]), .whole)]
    }
    let touching = Set(all.map(bench.aliases.representative))
    return touching.sorted().map { value in
      var rest = item
      let choice = Narrowing.Choice(
        Narrowing(without: value, field), bench.aliases, index)
      guard choice.isChosen(&rest) else { return (value, .whole) }
      // Sites are looked up elsewhere as well, so what stays of an item does not tell.
      return (value, field != .site && isUnchanged(item, by: rest) ? .none : .partial)
    }
  }

  /// Whether what stays of an item counts as all of it did. What is derived has more than itself to
  /// change.
  private func isUnchanged(
    _ item: RecordedEvidence.Item, by rest: RecordedEvidence.Item
  ) -> Bool {
    item.origins.isEmpty && rest.places.first == item.places.first
      && index.method(of: rest)?.id == index.method(of: item)?.id
      && AccountSitting(rest) == AccountSitting(item)
      && bench.finder.origins(ofUnderived: rest) == bench.finder.origins(ofUnderived: item)
  }

  /// Hands on what touches origins to the items that derive from them, origins first.
  func inherit(_ field: Narrowing.Field, _ effects: inout [[Named]]) {
    for position in bench.finder.lineage.order where !index.items[position].origins.isEmpty {
      let origins = index.items[position].origins.map { origin($0, field, effects) }
      effects[position] = inherited(effects[position], origins)
    }
  }

  /// Every value that may matter to an item, be it only for its voice.
  private func touched(
    by item: RecordedEvidence.Item, _ field: Narrowing.Field
  ) -> [Text] {
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
    _ id: Text, _ field: Narrowing.Field, _ effects: [[Named]]
  ) -> [Named] {
    if let position = index.item(id) { return effects[position] }
    switch field {
    case .document: return [(bench.aliases.representative(of: id), .whole)]
    case .site:
      let sites = Set((index.document(id)?.sites ?? []).map(bench.aliases.representative)).sorted()
      return sites.map { ($0, sites.count == 1 ? .whole : .partial) }
    case .method, .voice, .scale: return []
    }
  }

  /// An item leaves with its last origin.
  private func inherited(_ own: [Named], _ origins: [[Named]]) -> [Named] {
    let values = Set((own + origins.joined()).map(\.value)).sorted()
    func leaves(_ value: Text, _ effects: [Named]) -> Bool {
      effects.contains { $0.value == value && $0.effect == .whole }
    }
    return values.map { value in
      let isWhole = leaves(value, own) || origins.allSatisfy { leaves(value, $0) }
      return (value, isWhole ? .whole : .partial)
    }
  }
}
