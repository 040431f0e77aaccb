import Diagnostics
import PropertyGraph

/// Which of the recorded evidence a statement looks at. Voices, residual voices and threads are
/// recomputed from what is left (METHOD section 9).
struct Narrowing {
  /// What items are chosen by.
  enum Field: String, CaseIterable, Sendable {
    case voice, method, document, site, scale
  }

  var scales: Set<Text> = []
  var asOf: PartialDate?
  var includesUndated = false
  var only: [Field: Set<Text>] = [:]
  var without: [Field: Set<Text>] = [:]

  var isEmpty: Bool { scales.isEmpty && asOf == nil && only.isEmpty && without.isEmpty }

  /// Leaving out one value of one field.
  init(without value: Text, _ field: Field) {
    without = [field: [value]]
  }

  init() {}

  /// The evidence that is left, and the undated items that AS OF left out. An item that only
  /// repeats what was left out is left out with it. Voices are not chosen here but when they are
  /// known: by the judge.
  func narrow(
    _ evidence: RecordedEvidence, certainty: Certainty
  ) -> (evidence: RecordedEvidence, undated: [Text]) {
    if isEmpty { return (evidence, []) }
    let index = EvidenceIndex(evidence)
    let choice = Choice(self, Aliases(evidence.aliases, from: certainty), index)
    var undated: [Text] = []
    var kept: [RecordedEvidence.Item] = []
    for original in index.items {
      var item = original
      guard choice.isChosen(&item) else { continue }
      if let asOf, !isKnown(index.date(of: original), by: asOf) {
        if index.date(of: original) == nil { undated.append(item.id) }
        continue
      }
      kept.append(item)
    }
    var narrowed = evidence
    if let voices = only[.voice] { narrowed.hearing.only = voices }
    narrowed.hearing.without.formUnion(without[.voice] ?? [])
    narrowed.items = withoutOrphans(kept, all: Set(evidence.items.map(\.id)), choice)
    if only[.site] != nil || without[.site] != nil {
      for position in narrowed.participants.indices {
        narrowed.participants[position].sites.removeAll { !choice.isWanted($0, .site) }
      }
      for position in narrowed.documents.indices {
        narrowed.documents[position].sites.removeAll { !choice.isWanted($0, .site) }
      }
    }
    if only[.document] != nil || without[.document] != nil {
      narrowed.espousals.removeAll { !choice.isWanted($0.place.document, .document) }
    }
    return (narrowed, undated)
  }

  /// The values of a field among items, as aliases have them and in order, for BY.
  static func values(
    of field: Field, in evidence: RecordedEvidence, _ aliases: Aliases
  ) -> [Text] {
    let index = EvidenceIndex(evidence)
    let all = evidence.items.flatMap { values(of: field, in: $0, index, aliases) }
    return Set(all.map(aliases.representative)).sorted()
  }

  /// The values of a field that an item has. A site is its own, else its respondents', else its
  /// document's.
  static func values(
    of field: Field, in item: RecordedEvidence.Item, _ index: EvidenceIndex, _ aliases: Aliases
  ) -> [Text] {
    switch field {
    case .voice: return item.participants
    case .method: return item.methods
    case .document: return item.places.map(\.document)
    case .scale: return item.scale.map { [$0] } ?? []
    case .site:
      if !item.sites.isEmpty { return item.sites }
      if !item.participants.isEmpty {
        return item.participants.flatMap { index.sites(ofParticipant: $0, aliases) }
      }
      return index.document(of: item)?.sites ?? []
    }
  }

  /// A choice with names taken as aliases have them.
  struct Choice {
    private let scales: Set<Text>
    private let wanted: [Field: Set<Text>]
    private let unwanted: [Field: Set<Text>]
    private let aliases: Aliases
    private let index: EvidenceIndex

    init(_ narrowing: Narrowing, _ aliases: Aliases, _ index: EvidenceIndex) {
      scales = narrowing.scales
      wanted = narrowing.only.mapValues { Set($0.map(aliases.representative)) }
      unwanted = narrowing.without.mapValues { Set($0.map(aliases.representative)) }
      self.aliases = aliases
      self.index = index
    }

    /// Whether a value of a field is looked at.
    func isWanted(_ value: Text, _ field: Field) -> Bool {
      let name = aliases.representative(of: value)
      if unwanted[field]?.contains(name) ?? false { return false }
      return wanted[field]?.contains(name) ?? true
    }

    /// Whether an item is looked at. Of several methods, places or respondents those left out are
    /// taken off it.
    func isChosen(_ item: inout RecordedEvidence.Item) -> Bool {
      if !scales.isEmpty, !scales.contains(item.scale ?? "") { return false }
      for field in Field.allCases where field != .voice {
        if wanted[field] == nil, unwanted[field] == nil { continue }
        let values = Narrowing.values(of: field, in: item, index, aliases)
        let left = values.filter { isWanted($0, field) }
        if left.isEmpty, wanted[field] != nil || !values.isEmpty { return false }
        switch field {
        case .voice, .scale: break
        case .method: item.methods = left
        case .document: item.places.removeAll { !left.contains($0.document) }
        case .site: keepSites(left, on: &item)
        }
      }
      return true
    }

    /// A group goes on speaking without those of its members who belong elsewhere.
    private func keepSites(_ left: [Text], on item: inout RecordedEvidence.Item) {
      if !item.sites.isEmpty {
        item.sites = left
      } else if item.attribution != .group {
        item.participants.removeAll { participant in
          let sites = index.sites(ofParticipant: participant, aliases)
          return sites.isEmpty
            ? wanted[.site] != nil : !sites.contains { isWanted($0, .site) }
        }
      }
    }

    /// Whether an origin that is no item but a document is not left out.
    func isLeft(document id: Text) -> Bool {
      if isUnwanted(id, .document) { return false }
      let sites = index.document(id)?.sites ?? []
      return sites.isEmpty || !sites.allSatisfy { isUnwanted($0, .site) }
    }

    private func isUnwanted(_ value: Text, _ field: Field) -> Bool {
      unwanted[field]?.contains(aliases.representative(of: value)) ?? false
    }
  }

  private func isKnown(_ date: Text?, by asOf: PartialDate) -> Bool {
    guard let date else { return includesUndated }
    guard let dated = PartialDate(date) else { return false }
    return dated.latest <= asOf.latest
  }

  private func withoutOrphans(
    _ items: [RecordedEvidence.Item], all: Set<Text>, _ choice: Choice
  ) -> [RecordedEvidence.Item] {
    guard items.contains(where: { !$0.origins.isEmpty }) else { return items }
    var items = items
    while true {
      let left = Set(items.map(\.id))
      let sound = items.compactMap { item -> RecordedEvidence.Item? in
        if item.origins.isEmpty { return item }
        var item = item
        item.origins.removeAll {
          all.contains($0) ? !left.contains($0) : !choice.isLeft(document: $0)
        }
        return item.origins.isEmpty ? nil : item
      }
      if sound.count == items.count { return sound }
      items = sound
    }
  }
}
