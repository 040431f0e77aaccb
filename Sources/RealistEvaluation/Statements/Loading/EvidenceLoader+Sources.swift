import GraphQuery
import PropertyGraph

/// Documents, methods, respondents, sites, aliases, and what authors say.
extension EvidenceLoader {
  func sources(into evidence: inout RecordedEvidence) throws {
    let studies = try groups(EvidenceQueries.methodStudies)
    for row in try rows(EvidenceQueries.methods) {
      guard let id = row.text(0), let kind = MethodKind(row.text(2)) else { continue }
      evidence.methods.append(
        RecordedEvidence.Method(
          id: id, title: row.text(1) ?? "", kind: kind, count: row.integer(3),
          responseRate: row.number(4), until: row.text(5), studies: studies[id] ?? []))
    }
    for row in try rows(EvidenceQueries.sites) {
      guard let id = row.text(0) else { continue }
      evidence.sites.append(
        RecordedEvidence.Site(id: id, title: row.text(1) ?? "", level: row.text(2)))
    }
    for row in try rows(EvidenceQueries.aliases) {
      guard let (name, same) = row.pair else { continue }
      evidence.aliases.append(
        RecordedEvidence.Alias(
          name: name, same: same, certainty: Certainty(row.text(2)) ?? .low,
          judgedBy: row.text(3)))
    }
  }

  func documents(
    sites: [Text: [Text]], places: [Text: [RecordedEvidence.Locator]],
    into evidence: inout RecordedEvidence
  ) throws {
    var studies: [Text: Set<Text>] = [:]
    for study in Set(try rows("MATCH (s:Study) RETURN s.id").compactMap { $0.text(0) }) {
      for place in places[study] ?? [] { studies[place.document, default: []].insert(study) }
    }
    for row in try rows(EvidenceQueries.documents) {
      guard let id = row.text(0) else { continue }
      evidence.documents.append(
        RecordedEvidence.Document(
          id: id, title: row.text(1) ?? "", body: row.text(2), date: row.text(3),
          isOfficialRecord: row.boolean(4) ?? false, sites: sites[id] ?? [],
          studies: (studies[id] ?? []).sorted()))
    }
  }

  func conclusions(
    places: [Text: [RecordedEvidence.Locator]], into evidence: inout RecordedEvidence
  ) throws {
    for row in try rows(EvidenceQueries.readings) {
      guard let (id, configuration) = row.pair else { continue }
      evidence.readings.append(
        RecordedEvidence.Reading(
          id: id, configuration: configuration, statement: row.text(2) ?? "",
          verdict: row.text(3) ?? "", asPrinted: row.text(4), place: places[id]?.first))
    }
    for row in try rows(EvidenceQueries.overrules) {
      guard let (id, configuration) = row.pair else { continue }
      evidence.overrules.append(
        RecordedEvidence.Overrule(
          id: id, configuration: configuration, verdict: row.text(2) ?? "",
          reason: row.text(3) ?? "", judgedBy: row.text(4) ?? "", date: row.text(5) ?? ""))
    }
    for row in try rows(EvidenceQueries.espousals) {
      guard let target = row.text(0), let from = row.text(1) else { continue }
      let place = Self.place(row, from: from)
      // A passage stands for the place in its document.
      let resolved = places[from]?.first.map { Self.merged(place, into: $0) } ?? place
      evidence.espousals.append(RecordedEvidence.Espousal(target: target, place: resolved))
    }
  }

  /// Where every item, reading, study and passage stands, passages resolved to documents.
  func places() throws -> [Text: [RecordedEvidence.Locator]] {
    let rows = try rows(EvidenceQueries.places)
    var direct = [Text: [RecordedEvidence.Locator]](minimumCapacity: rows.count)
    try each(rows) { row in
      guard let (from, to) = row.pair else { return }
      direct[from, default: []].append(Self.place(row, from: to))
    }
    var passages: [Text: RecordedEvidence.Locator] = [:]
    for row in try self.rows(EvidenceQueries.passages) {
      guard let id = row.text(0) else { continue }
      passages[id] = RecordedEvidence.Locator(
        document: id, section: row.text(1), page: row.integer(2), line: row.integer(3),
        anchor: row.text(4))
    }
    func resolved(_ place: RecordedEvidence.Locator) -> RecordedEvidence.Locator {
      var place = place
      var seen: Set<Text> = []
      while let passage = passages[place.document], seen.insert(place.document).inserted {
        let here = Self.merged(place, into: passage)
        guard let outer = direct[passage.document]?.min(by: Self.isBefore) else { return here }
        place = Self.merged(here, into: outer)
      }
      return place
    }
    return direct.mapValues { places in
      if passages.isEmpty, places.count < 2 { return places }
      return places.map(resolved).sorted(by: Self.isBefore)
    }
  }

  private static func place(_ row: ResultRow, from document: Text) -> RecordedEvidence.Locator {
    RecordedEvidence.Locator(
      document: document, section: row.text(2), page: row.integer(3), line: row.integer(4),
      anchor: row.text(5))
  }

  /// The finer place, completed by the coarser one, in the coarser one's document.
  private static func merged(
    _ place: RecordedEvidence.Locator, into outer: RecordedEvidence.Locator
  ) -> RecordedEvidence.Locator {
    RecordedEvidence.Locator(
      document: outer.document, section: place.section ?? outer.section,
      page: place.page ?? outer.page, line: place.line ?? outer.line,
      anchor: place.anchor ?? (place.line == nil ? outer.anchor : nil))
  }

  private static func isBefore(
    _ left: RecordedEvidence.Locator, _ right: RecordedEvidence.Locator
  ) -> Bool {
    (left.document, left.line ?? .max, left.page ?? .max, left.section ?? "")
      < (right.document, right.line ?? .max, right.page ?? .max, right.section ?? "")
  }
}
