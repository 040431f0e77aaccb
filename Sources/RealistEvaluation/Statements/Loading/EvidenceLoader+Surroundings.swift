import GraphQuery
import PropertyGraph

/// What stands around the claims: for CONTRAST and GAPS.
extension EvidenceLoader {
  func surroundings(into evidence: inout RecordedEvidence) throws {
    let sites = try groups(EvidenceQueries.siteLinks)
    for row in try rows(EvidenceQueries.cases) {
      guard let id = row.text(0) else { continue }
      evidence.surroundings.cases.append(
        RecordedEvidence.Case(id: id, title: row.text(1) ?? "", sites: sites[id] ?? []))
    }
    for row in try rows(EvidenceQueries.effects) {
      guard let (context, mechanism) = row.pair, let type = row.text(2) else { continue }
      evidence.surroundings.effects.append(
        RecordedEvidence.StatedEffect(
          context: context, mechanism: mechanism,
          effect: type == "ENABLES" ? .enables : .constrains))
    }
    for row in try rows(EvidenceQueries.subjects) {
      guard let (item, target) = row.pair else { continue }
      evidence.surroundings.subjects.append(
        RecordedEvidence.Subject(item: item, target: target))
    }
    for row in try rows(EvidenceQueries.listings) {
      guard let (theory, element) = row.pair else { continue }
      evidence.surroundings.listings.append(
        RecordedEvidence.Listing(theory: theory, element: element))
    }
    try elements(into: &evidence)
  }

  /// Elements that no configuration has, for their titles and slots.
  private func elements(into evidence: inout RecordedEvidence) throws {
    var titled = Set(evidence.titles.map(\.id))
    for row in try rows(EvidenceQueries.allContexts) {
      guard let id = row.text(0) else { continue }
      evidence.surroundings.contexts.append(id)
      if titled.insert(id).inserted {
        evidence.titles.append(RecordedEvidence.Title(id: id, title: row.text(1) ?? ""))
      }
    }
    for row in try rows(EvidenceQueries.allOutcomes) {
      guard let id = row.text(0), titled.insert(id).inserted else { continue }
      evidence.titles.append(RecordedEvidence.Title(id: id, title: row.text(1) ?? ""))
    }
    var known = Set(evidence.mechanisms.map(\.id))
    for row in try rows(EvidenceQueries.allMechanisms) {
      guard let id = row.text(0), known.insert(id).inserted else { continue }
      evidence.mechanisms.append(Self.mechanism(id, row, from: 1))
    }
  }
}
