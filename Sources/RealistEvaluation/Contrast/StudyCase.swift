public import PropertyGraph

/// A case across which a mechanism is compared (METHOD section 7): a site in a period, a named
/// site, or the unnamed site of one respondent. Cases are never merged by guess.
public struct StudyCase: Sendable, Hashable, Comparable {
  /// What sort of case.
  public enum Kind: Int, Sendable, Hashable {
    /// A site in one period.
    case period
    /// A named site.
    case site
    /// The site that a respondent speaks of as their own and that nobody names.
    case respondent
  }

  /// What sort of case.
  public let kind: Kind
  /// Id of the case, the site or the respondent.
  public let id: Text
  /// What to call it in a table.
  public let name: Text
  /// What it counts as: two periods of one site are two cases in one place.
  public let place: Text

  /// Named ones first, then by id.
  public static func < (left: StudyCase, right: StudyCase) -> Bool {
    (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
  }
}

/// Decides which cases an item is about. A general statement is about none.
struct CaseFinder {
  let bench: Bench

  private var index: EvidenceIndex { bench.index }

  /// The cases of an item, in order. What it is ABOUT comes before the site it belongs to, that
  /// before the sites of its respondents, and these before the owner of its document.
  func cases(ofItem position: Int) -> [StudyCase] {
    let item = index.items[position]
    guard !bench.origins[position].isEmpty else { return [] }
    let subjects = index.subjects(of: item.id)
    let named = subjects.compactMap { index.studyCase($0) }.map(period)
    let sites = subjects.filter { index.site($0) != nil }
    let inPeriods = Set(named.map(\.place))
    let about = named + site(sites).filter { !inPeriods.contains($0.place) }
    if !about.isEmpty { return unique(about) }
    if !item.sites.isEmpty { return unique(site(item.sites)) }
    guard item.standpoint != .general else { return [] }
    if !item.participants.isEmpty { return unique(item.participants.flatMap { own($0, of: item) }) }
    return unique(site(index.document(of: item)?.sites ?? []))
  }

  /// Where a respondent speaks from: their named site, or, if the item says that it speaks of the
  /// own place, their unnamed one. Nobody can tell the unnamed sites of unnamed people apart.
  private func own(_ participant: Text, of item: RecordedEvidence.Item) -> [StudyCase] {
    let id = bench.aliases.representative(of: participant)
    let voice = Voice(.person, key: id, name: id)
    guard item.attribution == .group || index.hearing.hears(voice, aliases: bench.aliases) else {
      return []
    }
    let sites = [participant, id].flatMap { index.participant($0)?.sites ?? [] }
    if !sites.isEmpty { return site(sites) }
    let person = index.participant(id) ?? index.participant(participant)
    let isKnown = person.map { ["coded", "named"].contains($0.identity) } ?? true
    guard item.standpoint == .own, item.attribution != .group, isKnown else { return [] }
    let code = person?.code ?? id
    return [
      StudyCase(
        kind: .respondent, id: id, name: Text("site of \(code)"), place: Text("site of \(id)"))
    ]
  }

  private func site(_ sites: [Text]) -> [StudyCase] {
    sites.map(bench.aliases.representative).compactMap { id in
      // A statement on the whole country is general.
      id == bench.rules.programme.country
        ? nil : StudyCase(kind: .site, id: id, name: id, place: id)
    }
  }

  private func period(_ found: RecordedEvidence.Case) -> StudyCase {
    let place = found.sites.map(bench.aliases.representative).min() ?? found.id
    return StudyCase(kind: .period, id: found.id, name: found.id, place: place)
  }

  private func unique(_ cases: [StudyCase]) -> [StudyCase] { Set(cases).sorted() }
}
