public import GraphQuery
public import PropertyGraph

/// Reads recorded evidence out of a graph with a fixed number of ordinary queries.
public struct EvidenceLoader {
  /// Runs an ordinary query in the caller's snapshot and under its limits.
  public typealias Run = (_ query: String, _ parameters: PropertyMap) throws -> QueryResult

  /// What is to be judged.
  public enum Scope: Sendable {
    /// Every configuration.
    case all
    /// These configurations, and those of these theories and of theories that are part of them.
    case only(configurations: [Text], theories: [Text])
  }

  let run: Run
  private let watch: StatementWatch

  /// A loader.
  /// - Parameter watch: Looked at between the rows as well.
  public init(watch: StatementWatch = .endless, run: @escaping Run) {
    self.watch = watch
    self.run = run
  }

  /// Everything that judging the scope needs. Throws `UnknownReference` for an id that is no
  /// theory or configuration. O(size of what bears on the scope).
  /// - Parameter withSurroundings: Whether cases, subjects and elements that no configuration has
  ///   are read as well.
  public func load(
    _ scope: Scope = .all, withSurroundings: Bool = false
  ) throws -> RecordedEvidence {
    var evidence = RecordedEvidence()
    var owners = try theories(into: &evidence)
    let chosen = try configurations(in: scope, owners: &owners, of: evidence.theories)
    try parts(chosen, owners: owners, into: &evidence)
    try items(chosen, into: &evidence)
    try sources(into: &evidence)
    if withSurroundings { try surroundings(into: &evidence) }
    return evidence
  }

  /// What leads to what, over the whole study, without any evidence.
  public func causalMap() throws -> CausalMap {
    var evidence = RecordedEvidence()
    try parts(nil, owners: [:], into: &evidence)
    let ripples = try rows(EvidenceQueries.ripples).compactMap(\.pair)
    return CausalMap(
      evidence.configurations, ripples: ripples.map { (outcome: $0.0, becomes: $0.1) })
  }

  // MARK: Theories and configurations

  /// Theories, and the theories of each configuration.
  private func theories(into evidence: inout RecordedEvidence) throws -> [Text: [Text]] {
    let parts = try groups(EvidenceQueries.theoryParts)
    let lists = try groups(EvidenceQueries.theoryLists)
    let rivals = try rivals()
    for row in try rows(EvidenceQueries.theories) {
      guard let id = row.text(0) else { continue }
      var theory = RecordedEvidence.Theory(
        id: id, title: row.text(1) ?? "", status: row.text(2) ?? "",
        listedMechanisms: lists[id] ?? [], parts: parts[id] ?? [])
      theory.rivals = rivals[id] ?? []
      evidence.theories.append(theory)
    }
    var owners: [Text: [Text]] = [:]
    for row in try rows(EvidenceQueries.theoryConfigurations) {
      guard let (theory, configuration) = row.pair else { continue }
      owners[configuration, default: []].append(theory)
    }
    return owners
  }

  /// Rivals of each theory, whichever of the two declares it.
  private func rivals() throws -> [Text: [Text]] {
    var rivals: [Text: Set<Text>] = [:]
    for row in try rows(EvidenceQueries.rivals) {
      guard let (one, other) = row.pair, one != other else { continue }
      rivals[one, default: []].insert(other)
      rivals[other, default: []].insert(one)
    }
    return rivals.mapValues { $0.sorted() }
  }

  /// Ids of the configurations in the scope; `nil` means all.
  private func configurations(
    in scope: Scope, owners: inout [Text: [Text]], of theories: [RecordedEvidence.Theory]
  ) throws -> [Text]? {
    guard case .only(let named, let wanted) = scope else { return nil }
    let known = Dictionary(theories.map { ($0.id, $0.parts) }) { first, _ in first }
    var family: Set<Text> = []
    var waiting = wanted
    for id in wanted where known[id] == nil {
      throw Wording.unknownReference("theory", id, known: known.keys.sorted())
    }
    while let next = waiting.popLast() {
      if family.insert(next).inserted { waiting += known[next] ?? [] }
    }
    var chosen = Set(named)
    for (configuration, theories) in owners where !family.isDisjoint(with: theories) {
      chosen.insert(configuration)
    }
    return chosen.sorted()
  }

  private func parts(
    _ chosen: [Text]?, owners: [Text: [Text]], into evidence: inout RecordedEvidence
  ) throws {
    let all = chosen == nil
    var contexts: [Text: [RecordedEvidence.ContextSlot]] = [:]
    var mechanisms: [Text: [Text]] = [:]
    var outcomes: [Text: [Text]] = [:]
    var titled: Set<Text> = []
    for row in try rows(EvidenceQueries.contexts(all: all), ids: chosen) {
      guard let (configuration, context) = row.pair else { continue }
      contexts[configuration, default: []].append(
        RecordedEvidence.ContextSlot(
          context: context, role: ContextRole(row.text(2)), effect: row.text(3)))
      if titled.insert(context).inserted {
        evidence.titles.append(RecordedEvidence.Title(id: context, title: row.text(4) ?? ""))
      }
    }
    for row in try rows(EvidenceQueries.mechanisms(all: all), ids: chosen) {
      guard let (configuration, mechanism) = row.pair else { continue }
      mechanisms[configuration, default: []].append(mechanism)
      if titled.insert(mechanism).inserted {
        evidence.mechanisms.append(Self.mechanism(mechanism, row, from: 2))
      }
    }
    for row in try rows(EvidenceQueries.outcomes(all: all), ids: chosen) {
      guard let (configuration, outcome) = row.pair else { continue }
      outcomes[configuration, default: []].append(outcome)
      if titled.insert(outcome).inserted {
        evidence.titles.append(RecordedEvidence.Title(id: outcome, title: row.text(2) ?? ""))
      }
    }
    for row in try rows(EvidenceQueries.configurations(all: all), ids: chosen) {
      guard let id = row.text(0) else { continue }
      var configuration = RecordedEvidence.Configuration(id: id)
      configuration.title = row.text(1) ?? ""
      configuration.because = row.text(2)
      configuration.group = row.text(3)
      configuration.pairedBy = row.text(4)
      configuration.reach = Reach(row.text(5)) ?? .most
      configuration.isIntended = row.boolean(6) ?? true
      configuration.theories = (owners[id] ?? []).sorted()
      configuration.contexts = contexts[id] ?? []
      configuration.mechanisms = mechanisms[id] ?? []
      configuration.outcomes = outcomes[id] ?? []
      evidence.configurations.append(configuration)
    }
    let found = Set(evidence.configurations.map(\.id))
    for id in chosen ?? [] where !found.contains(id) {
      let known = try rows(EvidenceQueries.configurationIDs).compactMap { $0.text(0) }
      throw Wording.unknownReference("configuration", id, known: known)
    }
  }

  /// A mechanism whose title, slots and existence stand in a row from a column on.
  static func mechanism(
    _ id: Text, _ row: ResultRow, from column: Int
  ) -> RecordedEvidence.Mechanism {
    var mechanism = RecordedEvidence.Mechanism(
      id: id, title: row.text(column) ?? "", hasResource: row.text(column + 1) != nil,
      hasReasoning: row.text(column + 2) != nil, isProvision: row.boolean(column + 3) ?? false)
    mechanism.resource = row.text(column + 1)
    mechanism.reasoning = row.text(column + 2)
    return mechanism
  }

  // MARK: Rows

  func rows(_ query: String, ids: [Text]? = nil) throws -> [ResultRow] {
    var parameters = PropertyMap()
    if let ids { parameters["ids"] = .list(ids.map { .text($0) }) }
    return try run(query, parameters).rows.map(ResultRow.init(values:))
  }

  /// Reads rows one after the other, as long as anybody waits.
  func each(_ rows: [ResultRow], _ read: (ResultRow) throws -> Void) throws {
    for (number, row) in rows.enumerated() {
      if number & 1_023 == 0 { try watch.check() }
      try read(row)
    }
  }

  /// Second ids by the first.
  func groups(_ query: String, ids: [Text]? = nil) throws -> [Text: [Text]] {
    let rows = try rows(query, ids: ids)
    var groups = [Text: [Text]](minimumCapacity: rows.count)
    try each(rows) { row in
      if let (first, second) = row.pair { groups[first, default: []].append(second) }
    }
    return groups.mapValues { $0.count < 2 ? $0 : $0.sorted() }
  }
}
