import PropertyGraph

/// Recorded evidence in canonical order, with its names looked up once. A class, so that the many
/// values that look things up in it are cheap to copy.
final class EvidenceIndex: Sendable {
  let items: [RecordedEvidence.Item]
  let bearings: [RecordedEvidence.Bearing]
  /// The item of each bearing by its position; -1 where nobody recorded it.
  let bearingItems: [Int32]
  let configurations: [RecordedEvidence.Configuration]
  let theories: [RecordedEvidence.Theory]
  let espousals: [RecordedEvidence.Espousal]
  let aliases: [RecordedEvidence.Alias]
  let surroundings: RecordedEvidence.Surroundings
  let hearing: VoiceSelection

  private let itemPositions: [Text: Int]
  private let configurationPositions: [Text: Int]
  private let theoryPositions: [Text: Int]
  private let bearingsByTarget: [Text: [Int]]
  private let documents: [Text: RecordedEvidence.Document]
  private let methods: [Text: RecordedEvidence.Method]
  private let participants: [Text: RecordedEvidence.Participant]
  private let mechanisms: [Text: RecordedEvidence.Mechanism]
  private let sites: [Text: RecordedEvidence.Site]
  private let titles: [Text: Text]
  private let espousalsByTarget: [Text: [Int]]
  private let casesByID: [Text: RecordedEvidence.Case]
  private let subjectsByItem: [Text: [Text]]
  private let readingsByConfiguration: [Text: [RecordedEvidence.Reading]]
  private let overrulesByConfiguration: [Text: [RecordedEvidence.Overrule]]

  /// Sorts everything by id: order of entry never matters. O(n log n).
  init(_ evidence: RecordedEvidence) {
    items = Self.sorted(evidence.items)
    configurations = evidence.configurations.sorted { $0.id < $1.id }
    theories = evidence.theories.sorted { $0.id < $1.id }
    let readings = evidence.readings.sorted {
      ($0.configuration, $0.id) < ($1.configuration, $1.id)
    }
    aliases = evidence.aliases.sorted { ($0.name, $0.same) < ($1.name, $1.same) }
    hearing = evidence.hearing
    espousals = evidence.espousals.sorted {
      ($0.target, $0.place.document, $0.place.line ?? 0, $0.place.section ?? "")
        < ($1.target, $1.place.document, $1.place.line ?? 0, $1.place.section ?? "")
    }
    let first = { (kept: Int, _: Int) in kept }
    let itemPositions = Dictionary(zip(items.map(\.id), items.indices), uniquingKeysWith: first)
    self.itemPositions = itemPositions
    (bearings, bearingItems) = Self.sorted(evidence.bearings, itemPositions)
    configurationPositions = Dictionary(
      zip(configurations.map(\.id), configurations.indices), uniquingKeysWith: first)
    theoryPositions = Dictionary(
      zip(theories.map(\.id), theories.indices), uniquingKeysWith: first)
    bearingsByTarget = Dictionary(grouping: bearings.indices) { [bearings] in bearings[$0].target }
    espousalsByTarget = Dictionary(grouping: espousals.indices) { [espousals] in
      espousals[$0].target
    }
    readingsByConfiguration = Dictionary(grouping: readings, by: \.configuration)
    overrulesByConfiguration = Dictionary(
      grouping: evidence.overrules.sorted(by: RecordedEvidence.Overrule.isLater),
      by: \.configuration)
    documents = Self.byID(evidence.documents, \.id)
    methods = Self.byID(evidence.methods, \.id)
    participants = Self.byID(evidence.participants, \.id)
    mechanisms = Self.byID(evidence.mechanisms, \.id)
    sites = Self.byID(evidence.sites, \.id)
    var titles: [Text: Text] = [:]
    for title in evidence.titles { titles[title.id] = title.title }
    for mechanism in evidence.mechanisms { titles[mechanism.id] = mechanism.title }
    self.titles = titles
    surroundings = evidence.surroundings
    casesByID = Self.byID(evidence.surroundings.cases, \.id)
    subjectsByItem = Dictionary(grouping: evidence.surroundings.subjects, by: \.item)
      .mapValues { $0.map(\.target).sorted() }
  }

  func item(_ id: Text) -> Int? { itemPositions[id] }
  func configuration(_ id: Text) -> Int? { configurationPositions[id] }
  func theory(_ id: Text) -> Int? { theoryPositions[id] }
  func bearings(on target: Text) -> [Int] { bearingsByTarget[target] ?? [] }
  func espousals(of target: Text) -> [RecordedEvidence.Espousal] {
    (espousalsByTarget[target] ?? []).map { espousals[$0] }
  }
  func readings(on configuration: Text) -> [RecordedEvidence.Reading] {
    readingsByConfiguration[configuration] ?? []
  }
  /// The latest first.
  func overrules(of configuration: Text) -> [RecordedEvidence.Overrule] {
    overrulesByConfiguration[configuration] ?? []
  }
  func document(_ id: Text) -> RecordedEvidence.Document? { documents[id] }
  func method(_ id: Text) -> RecordedEvidence.Method? { methods[id] }
  func participant(_ id: Text) -> RecordedEvidence.Participant? { participants[id] }
  func mechanism(_ id: Text) -> RecordedEvidence.Mechanism? { mechanisms[id] }
  func site(_ id: Text) -> RecordedEvidence.Site? { sites[id] }
  /// The sites of a respondent, recorded under this name or under the one that it is taken for.
  func sites(ofParticipant id: Text, _ aliases: Aliases) -> [Text] {
    let own = participants[id]?.sites ?? []
    let name = aliases.representative(of: id)
    return name == id ? own : own + (participants[name]?.sites ?? [])
  }
  func studyCase(_ id: Text) -> RecordedEvidence.Case? { casesByID[id] }
  func subjects(of item: Text) -> [Text] { subjectsByItem[item] ?? [] }
  var allMechanisms: [RecordedEvidence.Mechanism] { mechanisms.values.sorted { $0.id < $1.id } }
  var allDocuments: [RecordedEvidence.Document] { documents.values.sorted { $0.id < $1.id } }
  var allMethods: [RecordedEvidence.Method] { methods.values.sorted { $0.id < $1.id } }
  var allParticipants: [RecordedEvidence.Participant] {
    participants.values.sorted { $0.id < $1.id }
  }
  var allSites: [RecordedEvidence.Site] { sites.values.sorted { $0.id < $1.id } }
  func title(_ id: Text) -> Text? { titles[id].flatMap { $0.isEmpty ? nil : $0 } }

  /// The method that decides an item's voice and default appraisal: the first by id.
  func method(of item: RecordedEvidence.Item) -> RecordedEvidence.Method? {
    if item.methods.count < 2 { return item.methods.first.flatMap { methods[$0] } }
    return item.methods.sorted().lazy.compactMap { [methods] in methods[$0] }.first
  }

  /// The document that an item stands in: that of its first place.
  func document(of item: RecordedEvidence.Item) -> RecordedEvidence.Document? {
    item.places.first.flatMap { documents[$0.document] }
  }

  /// An item's date: its own, else the end of its method's fieldwork, else its document's
  /// (METHOD section 9).
  func date(of item: RecordedEvidence.Item) -> Text? {
    item.date ?? method(of: item)?.until ?? document(of: item)?.date
  }

  private static func byID<Record>(
    _ records: [Record], _ id: KeyPath<Record, Text>
  ) -> [Text: Record] {
    Dictionary(records.map { ($0[keyPath: id], $0) }) { kept, _ in kept }
  }

  /// Sorts places, since records are large and costly to move.
  private static func sorted(_ items: [RecordedEvidence.Item]) -> [RecordedEvidence.Item] {
    let names = items.map(\.id)
    if zip(names, names.dropFirst()).allSatisfy(<) { return items }
    return items.indices.sorted { (names[$0], $0) < (names[$1], $1) }.map { items[$0] }
  }

  /// Sorts by item, then target; looks at the rest only where these are alike. Items are compared by
  /// position, which is the order of their names.
  private static func sorted(
    _ bearings: [RecordedEvidence.Bearing], _ positions: [Text: Int]
  ) -> (bearings: [RecordedEvidence.Bearing], items: [Int32]) {
    let items = bearings.map { positions[$0.item].map { Int32(clamping: $0) } ?? -1 }
    var places = Array(bearings.indices)
    func isInOrder(_ left: Int, _ right: Int) -> Bool {
      if items[left] != items[right] { return items[left] < items[right] }
      let targets = (bearings[left].target, bearings[right].target)
      if items[left] >= 0, targets.0 != targets.1 { return targets.0 < targets.1 }
      return isBefore(bearings[left], bearings[right])
    }
    places.sort(by: isInOrder)
    return (places.map { bearings[$0] }, places.map { items[$0] })
  }

  private static func isBefore(
    _ left: RecordedEvidence.Bearing, _ right: RecordedEvidence.Bearing
  ) -> Bool {
    if left.item != right.item { return left.item < right.item }
    if left.target != right.target { return left.target < right.target }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.covers != right.covers {
      return left.covers.lexicographicallyPrecedes(right.covers)
    }
    let leftScores = (left.relevance ?? -1, left.richness ?? -1, left.rigour ?? -1)
    let rightScores = (right.relevance ?? -1, right.richness ?? -1, right.rigour ?? -1)
    if leftScores != rightScores { return leftScores < rightScores }
    // All that is left, so that no two different bearings are alike.
    func rest(_ bearing: RecordedEvidence.Bearing) -> [Text] {
      [
        bearing.test?.text, bearing.activation?.text, bearing.direction?.text, bearing.search,
        bearing.reason, bearing.judgedBy,
      ].map { $0 ?? "" }
    }
    return rest(left).lexicographicallyPrecedes(rest(right))
  }
}
