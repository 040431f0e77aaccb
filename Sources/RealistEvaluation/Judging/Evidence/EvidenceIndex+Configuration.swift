import PropertyGraph

extension EvidenceIndex {
  /// All that a judge reads, as it was recorded. O(evidence).
  var recorded: RecordedEvidence {
    var evidence = RecordedEvidence()
    evidence.theories = theories
    evidence.configurations = configurations
    evidence.mechanisms = allMechanisms
    evidence.items = items
    evidence.bearings = bearings
    evidence.documents = allDocuments
    evidence.methods = allMethods
    evidence.participants = allParticipants
    evidence.sites = allSites
    evidence.aliases = aliases
    evidence.espousals = espousals
    evidence.hearing = hearing
    return evidence
  }

  /// What bears on one configuration alone, with everything that judging it needs. O(its items).
  func evidence(on hearing: Hearing, _ bench: Bench) -> RecordedEvidence {
    let configuration = hearing.configuration
    var evidence = RecordedEvidence()
    evidence.configurations = [configuration]
    evidence.mechanisms = Set(configuration.mechanisms).sorted().compactMap { mechanism($0) }
    evidence.aliases = aliases
    evidence.hearing = self.hearing
    let targets = Set([configuration.id] + hearing.parts.flatMap(\.nodes))
    let positions = targets.sorted().flatMap { bearings(on: $0) }
    evidence.bearings = positions.map { bearings[$0] }
    var items: Set<Int> = []
    var documents: Set<Text> = []
    var waiting = evidence.bearings.compactMap { item($0.item) }
    while let next = waiting.popLast() {
      guard items.insert(next).inserted else { continue }
      for origin in self.items[next].origins {
        if let position = item(origin) {
          waiting.append(position)
        } else {
          documents.insert(origin)
        }
      }
    }
    evidence.items = items.sorted().map { self.items[$0] }
    documents.formUnion(evidence.items.flatMap { $0.places.map(\.document) })
    func named(_ ids: some Sequence<Text>) -> [Text] {
      let ids = Set(ids)
      return ids.union(ids.map(bench.aliases.representative)).sorted()
    }
    evidence.documents = named(documents).compactMap { document($0) }
    evidence.methods = named(evidence.items.flatMap(\.methods)).compactMap { method($0) }
    evidence.participants = named(evidence.items.flatMap(\.participants))
      .compactMap { participant($0) }
    evidence.sites = named(
      evidence.items.flatMap(\.sites) + evidence.participants.flatMap(\.sites)
        + evidence.documents.flatMap(\.sites)
    ).compactMap { site($0) }
    return evidence
  }
}
