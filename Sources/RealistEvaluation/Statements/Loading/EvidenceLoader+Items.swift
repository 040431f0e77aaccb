import GraphQuery
import PropertyGraph

/// Items, their bearings and what stands behind them.
extension EvidenceLoader {
  func items(_ chosen: [Text]?, into evidence: inout RecordedEvidence) throws {
    let targets = chosen.map { Self.targets(of: $0, in: evidence) }
    try bearings(targets, into: &evidence)
    let lineage = try groups(EvidenceQueries.lineage)
    let ids = targets.map { _ in Self.withOrigins(evidence.bearings.map(\.item), lineage) }
    let all = ids == nil
    let people = try groups(EvidenceQueries.givenBy(all: all), ids: ids)
    let methods = try groups(EvidenceQueries.gatheredBy(all: all), ids: ids)
    let sites = try groups(EvidenceQueries.siteLinks)
    let places = try places()
    func finish(_ item: inout RecordedEvidence.Item) {
      item.participants = people[item.id] ?? []
      item.methods = methods[item.id] ?? []
      item.sites = sites[item.id] ?? []
      item.origins = lineage[item.id] ?? []
      item.places = places[item.id] ?? []
    }
    let statements = try rows(EvidenceQueries.evidence(all: all), ids: ids)
    evidence.items.reserveCapacity(statements.count)
    try each(statements) { row in
      guard var item = Self.item(row) else { return }
      item.attribution = Attribution(row.text(7))
      item.speakers = row.integer(8)
      item.isVerbatim = row.boolean(9) ?? false
      item.standpoint = Standpoint(row.text(10))
      item.isOfficialRecord = row.boolean(11) ?? false
      finish(&item)
      evidence.items.append(item)
    }
    for row in try rows(EvidenceQueries.figures(all: all), ids: ids) {
      guard var item = Self.item(row) else { continue }
      item.isFigure = true
      item.question = row.text(7)
      item.value = row.number(8)
      item.unit = row.text(9)
      item.numerator = row.integer(10)
      item.denominator = row.integer(11)
      finish(&item)
      evidence.items.append(item)
    }
    try documents(sites: sites, places: places, into: &evidence)
    for row in try rows(EvidenceQueries.participants) {
      guard let id = row.text(0) else { continue }
      var participant = RecordedEvidence.Participant(
        id: id, code: row.text(1), identity: row.text(2) ?? "coded", sites: sites[id] ?? [])
      participant.roleGroup = row.text(3)
      evidence.participants.append(participant)
    }
    try conclusions(places: places, into: &evidence)
  }

  /// Configurations and their elements.
  private static func targets(of chosen: [Text], in evidence: RecordedEvidence) -> [Text] {
    var targets = Set(chosen)
    for configuration in evidence.configurations {
      targets.formUnion(configuration.contexts.map(\.context))
      targets.formUnion(configuration.mechanisms)
      targets.formUnion(configuration.outcomes)
    }
    return targets.sorted()
  }

  /// Items and all that they derive from.
  private static func withOrigins(_ items: [Text], _ lineage: [Text: [Text]]) -> [Text] {
    var found: Set<Text> = []
    var waiting = items
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += lineage[next] ?? [] }
    }
    return found.sorted()
  }

  private func bearings(_ targets: [Text]?, into evidence: inout RecordedEvidence) throws {
    let kinds: [Text: BearingKind] = Dictionary(
      uniqueKeysWithValues: BearingKind.allCases.map { ($0.linkType, $0) })
    let rows = try rows(EvidenceQueries.bearings(all: targets == nil), ids: targets)
    evidence.bearings.reserveCapacity(rows.count)
    try each(rows) { row in
      guard let (item, target) = row.pair, let kind = row.text(2).flatMap({ kinds[$0] }) else {
        return
      }
      evidence.bearings.append(
        RecordedEvidence.Bearing(
          item: item, kind, target: target, covers: row.texts(3),
          activation: Activation(row.text(4)), direction: Direction(row.text(5)),
          test: ProcessTest(row.text(6)), search: row.text(7), relevance: row.integer(8),
          richness: row.integer(9), rigour: row.integer(10), reason: row.text(11),
          judgedBy: row.text(12)))
    }
  }

  private static func item(_ row: ResultRow) -> RecordedEvidence.Item? {
    guard let id = row.text(0) else { return nil }
    var item = RecordedEvidence.Item(id: id)
    item.statement = row.text(1) ?? ""
    item.claim = Claim(row.text(2))
    item.layer = Layer(row.text(3)) ?? .participant
    item.date = row.text(4)
    item.scale = row.text(5)
    item.group = row.text(6)
    return item
  }
}
