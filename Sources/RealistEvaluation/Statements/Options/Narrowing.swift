import Diagnostics
import PropertyGraph

/// Which of the recorded evidence a statement looks at. Voices, residual voices and threads are
/// recomputed from what is left (METHOD section 9).
struct Narrowing {
  /// What items are chosen by.
  enum Field: String, CaseIterable, Sendable {
    case voice, method, document, site, scale

    /// The word in a statement.
    var keyword: Text { Text(rawValue.uppercased()) }

    /// What ONLY and WITHOUT choose by.
    static let selectable: [Field] = [.voice, .method, .document, .site]
    /// What BY splits by.
    static let groupable: [Field] = [.scale, .method, .site, .document]

    /// The query for all ids that can be meant; `nil` for what is no record.
    var knownNames: String? {
      switch self {
      case .voice: "MATCH (p:Participant) RETURN p.id ORDER BY p.id"
      case .method: "MATCH (m:Method) RETURN m.id ORDER BY m.id"
      case .document: "MATCH (d:Document) RETURN d.id ORDER BY d.id"
      case .site: "MATCH (s:Site) RETURN s.id ORDER BY s.id"
      case .scale: nil
      }
    }

    init?(keyword: Text) {
      guard let field = Field.allCases.first(where: { $0.keyword == keyword }) else { return nil }
      self = field
    }
  }

  var scales: Set<Text> = []
  var asOf: PartialDate?
  var includesUndated = false
  var only: [Field: Set<Text>] = [:]
  var without: [Field: Set<Text>] = [:]

  var isEmpty: Bool { scales.isEmpty && asOf == nil && only.isEmpty && without.isEmpty }

  /// The evidence that is left, and the undated items that AS OF left out. An item that only
  /// repeats what was left out is left out with it.
  func narrow(
    _ evidence: RecordedEvidence, certainty: Certainty
  ) -> (evidence: RecordedEvidence, undated: [Text]) {
    if isEmpty { return (evidence, []) }
    let aliases = Aliases(evidence.aliases, from: certainty)
    let index = EvidenceIndex(evidence)
    var undated: [Text] = []
    var kept: [RecordedEvidence.Item] = []
    for original in index.items {
      var item = original
      guard isChosen(&item, aliases) else { continue }
      if let asOf, !isKnown(index.date(of: original), by: asOf) {
        if index.date(of: original) == nil { undated.append(item.id) }
        continue
      }
      kept.append(item)
    }
    var narrowed = evidence
    narrowed.items = Self.withoutOrphans(kept, all: Set(evidence.items.map(\.id)))
    return (narrowed, undated)
  }

  /// The values of a field among items, in order, for BY.
  static func values(of field: Field, in evidence: RecordedEvidence) -> [Text] {
    Set(evidence.items.flatMap { values(of: field, in: $0) }).sorted()
  }

  private static func values(of field: Field, in item: RecordedEvidence.Item) -> [Text] {
    switch field {
    case .voice: item.participants
    case .method: item.methods
    case .document: item.places.map(\.document)
    case .site: item.sites
    case .scale: item.scale.map { [$0] } ?? []
    }
  }

  /// Whether an item is looked at. Of several respondents those left out are taken off it.
  private func isChosen(_ item: inout RecordedEvidence.Item, _ aliases: Aliases) -> Bool {
    if !scales.isEmpty, !scales.contains(item.scale ?? "") { return false }
    for field in Field.allCases {
      let wanted = only[field].map { Set($0.map(aliases.representative)) }
      let unwanted = Set((without[field] ?? []).map(aliases.representative))
      if wanted == nil, unwanted.isEmpty { continue }
      let values = Self.values(of: field, in: item)
      let left = values.filter { value in
        let name = aliases.representative(of: value)
        return !unwanted.contains(name) && (wanted?.contains(name) ?? true)
      }
      if left.isEmpty, wanted != nil || !values.isEmpty { return false }
      switch field {
      case .voice: item.participants = left
      case .method: item.methods = left
      case .document: item.places.removeAll { !left.contains($0.document) }
      case .site: item.sites = left
      case .scale: break
      }
    }
    return true
  }

  private func isKnown(_ date: Text?, by asOf: PartialDate) -> Bool {
    guard let date else { return includesUndated }
    guard let dated = PartialDate(date) else { return false }
    return dated.latest <= asOf.latest
  }

  private static func withoutOrphans(
    _ items: [RecordedEvidence.Item], all: Set<Text>
  ) -> [RecordedEvidence.Item] {
    var items = items
    while true {
      let left = Set(items.map(\.id))
      let sound = items.compactMap { item -> RecordedEvidence.Item? in
        var item = item
        let before = item.origins.count
        item.origins.removeAll { all.contains($0) && !left.contains($0) }
        return before > 0 && item.origins.isEmpty ? nil : item
      }
      if sound.count == items.count { return sound }
      items = sound
    }
  }
}
