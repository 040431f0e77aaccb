import Diagnostics
import PropertyGraph

/// Decides, per item, who originated it, never by the document it is printed in alone
/// (METHOD section 3). Works from the item to its origins, then from each origin to its voices.
struct VoiceFinder: Sendable {
  private let index: EvidenceIndex
  private let aliases: Aliases
  private let rules: Rules
  let lineage: Lineage

  /// Throws if the lineage of items runs in a circle.
  init(_ index: EvidenceIndex, aliases: Aliases, rules: Rules) throws(Diagnostic) {
    self.index = index
    self.aliases = aliases
    self.rules = rules
    lineage = try Lineage(index)
  }

  /// The originators of an item, in order of voice; none for the coder's own items, who is no
  /// source. An item that several respondents or origins stand behind has several.
  func origins(ofItem position: Int) -> [Origin] {
    origins(of: index.items[position], at: position)
  }

  /// The same of an item that is at hand: items are large and costly to copy.
  func origins(of item: RecordedEvidence.Item, at position: Int) -> [Origin] {
    guard item.layer != .coder else { return [] }
    var found: [Origin] = []
    for root in lineage.roots(of: position) {
      switch root {
      case .item(let origin):
        found += origins(
          of: origin == position ? item : index.items[origin], printedIn: item)
      case .document(let document):
        var one = origin(ofDocument: document)
        one.sites = sites(ofDocument: document)
        found.append(one)
      }
    }
    return Self.distinct(found)
  }

  /// The originators of an item that derives from nothing, be it one of the evidence or not.
  func origins(ofUnderived item: RecordedEvidence.Item) -> [Origin] {
    item.layer == .coder ? [] : Self.distinct(origins(of: item, printedIn: item))
  }

  private func origins(
    of source: RecordedEvidence.Item, printedIn item: RecordedEvidence.Item
  ) -> [Origin] {
    let families = families(of: source)
    return origins(ofRoot: source).map { origin in
      var origin = origin
      origin.families = families
      origin.sites = sites(of: origin.voice, said: source, printed: item)
      return origin
    }
  }

  /// Each voice once, in order.
  private static func distinct(_ found: [Origin]) -> [Origin] {
    if found.count == 1 { return found }
    var different: [Origin] = []
    for origin in found.sorted(by: { $0.voice < $1.voice }) {
      if let last = different.indices.last, different[last].voice == origin.voice {
        different[last].families.formUnion(origin.families)
      } else {
        different.append(origin)
      }
    }
    return different
  }

  /// Kinds of method that brought an item in, and *record* if it is one.
  private func families(of item: RecordedEvidence.Item) -> Set<MethodFamily> {
    var families: Set<MethodFamily> = []
    for method in item.methods {
      if let kind = index.method(method)?.kind, let family = MethodFamily(kind) {
        families.insert(family)
      }
    }
    if isOfficialRecord(item) { families.insert(.record) }
    return families
  }

  /// The sites that a voice speaks from: the item's own, else the respondent's, else the
  /// document's.
  private func sites(
    of voice: Voice, said: RecordedEvidence.Item, printed: RecordedEvidence.Item
  ) -> [Text] {
    var sites = printed.sites
    if sites.isEmpty { sites = said.sites }
    if sites.isEmpty, !said.participants.isEmpty {
      for participant in said.participants
      where voice.kind != .person || aliases.representative(of: participant) == voice.key {
        sites += index.sites(ofParticipant: participant, aliases)
      }
    } else if sites.isEmpty, let document = index.document(of: said) {
      sites = document.sites
    }
    if sites.isEmpty { return [] }
    return Set(sites.map(aliases.representative)).sorted()
  }

  private func sites(ofDocument id: Text) -> [Text] {
    Set((index.document(id)?.sites ?? []).map(aliases.representative)).sorted()
  }

  /// Whether an item speaks as an official record: it says so, or stands uncoded in one.
  func isOfficialRecord(_ item: RecordedEvidence.Item) -> Bool {
    if item.isOfficialRecord { return true }
    guard item.participants.isEmpty, item.layer != .author else { return false }
    return index.document(of: item)?.isOfficialRecord ?? false
  }

  /// The item whose appraisal stands for a figure at second hand, if it was seen.
  func seenOrigin(ofItem position: Int) -> Int? {
    for root in lineage.roots(of: position) {
      if case .item(let origin) = root, origin != position { return origin }
    }
    return nil
  }

  // MARK: Roots

  private func origins(ofRoot item: RecordedEvidence.Item) -> [Origin] {
    let method = index.method(of: item)
    let (studies, isRecorded) = self.studies(of: item)
    let scope = Text("\(studies[0])|\(method?.id ?? "")")
    func make(
      _ voice: Voice, stated: Int = 1, ownDocument: Bool = false, record: Bool = false,
      author: Bool = false
    ) -> Origin {
      Origin(
        voice: voice, studies: studies, scope: scope, stated: stated,
        isOwnDocument: ownDocument, isOfficialRecord: record, isAuthor: author,
        isOfRecordedStudy: isRecorded)
    }
    let document = index.document(of: item)
    if isOfficialRecord(item) { return [make(body(of: document), record: true)] }
    if item.layer == .author { return [make(body(of: document), author: true)] }
    if !item.participants.isEmpty {
      if item.attribution == .group { return [make(group(of: item))] }
      return respondents(of: item).map { respondent in
        guard let respondent else {
          return make(residual(of: item, method: method, study: studies[0]), stated: stated(item))
        }
        return make(respondent)
      }
    }
    if item.attribution == .group { return [make(group(of: item))] }
    let sites = item.sites.map(aliases.representative).sorted()
    switch method?.kind {
    case .documentAnalysis:
      guard let method else { break }
      if sites.isEmpty { return [make(Voice(.analysis, key: method.id, name: name(of: method)))] }
      return sites.map { make(site($0), ownDocument: true) }
    case .survey, .routineData, .observation, .secondary:
      guard let method else { break }
      let kind: Voice.Kind = method.kind == .survey ? .survey : .dataset
      return [make(voice(kind, of: method, group: item.group))]
    case .caseStudy where !sites.isEmpty:
      return sites.map { make(site($0)) }
    case .caseStudy, .judgement, .record:
      return [make(body(of: document))]
    case .interview, .surveyFreeText:
      return [
        make(residual(of: item, method: method, study: studies[0]), stated: stated(item))
      ]
    case nil:
      let owners = (document?.sites ?? []).map(aliases.representative).sorted()
      if !owners.isEmpty { return owners.map { make(site($0), ownDocument: true) } }
      if item.isFigure { return [make(body(of: document))] }
    }
    return [make(residual(of: item, method: method, study: studies[0]), stated: stated(item))]
  }

  private func origin(ofDocument id: Text) -> Origin {
    let representative = aliases.representative(of: id)
    let document =
      index.document(id) ?? index.document(representative)
      ?? RecordedEvidence.Document(id: representative)
    let sites = document.sites.map(aliases.representative).sorted()
    let voice: Voice
    if let owner = sites.first, !document.isOfficialRecord {
      voice = site(owner)
    } else {
      voice = body(of: document)
    }
    let studies = document.studies.isEmpty ? [representative] : document.studies.sorted()
    return Origin(
      voice: voice, studies: studies, scope: Text("\(studies[0])|"), stated: 1,
      isOwnDocument: voice.kind == .site, isOfficialRecord: document.isOfficialRecord,
      isAuthor: voice.kind == .body && !document.isOfficialRecord,
      isOfRecordedStudy: !document.studies.isEmpty)
  }

  // MARK: Voices

  /// Respondents after aliases; `nil` for those whom the document does not tell apart.
  private func respondents(of item: RecordedEvidence.Item) -> [Voice?] {
    let ids = Set(item.participants.map(aliases.representative)).sorted()
    return ids.map { id in
      let participant = index.participant(id)
      switch participant?.identity {
      case "uncoded", "withheld", "residual": return nil
      default: return Voice(.person, key: id, name: participant?.code ?? id)
      }
    }
  }

  private func group(of item: RecordedEvidence.Item) -> Voice {
    let members = Set(item.participants.map(aliases.representative)).sorted()
    if members.count == 1, let only = members.first {
      return Voice(.group, key: only, name: index.participant(only)?.code ?? only)
    }
    let place = item.methods.sorted().first ?? item.places.first?.document ?? ""
    // Groups that nobody names cannot be told apart: one voice, lest each statement be a group.
    let who = members.isEmpty ? item.group ?? "" : joined(members, "+")
    let name = who.isEmpty ? "unnamed group of \(place)" : "group \(who)"
    return Voice(.group, key: Text("\(place)|\(who)"), name: Text(name))
  }

  private func residual(
    of item: RecordedEvidence.Item, method: RecordedEvidence.Method?, study: Text
  ) -> Voice {
    let group = item.group ?? ""
    let place = method.map(name(of:)) ?? study
    let suffix = group.isEmpty ? "" : ", \(group)"
    return Voice(
      .residual, key: Text("\(study)|\(method?.id ?? "")|\(group)"),
      name: Text("unnamed people of \(place)\(suffix)"))
  }

  private func voice(
    _ kind: Voice.Kind, of method: RecordedEvidence.Method, group: Text?
  ) -> Voice {
    guard let group else { return Voice(kind, key: method.id, name: name(of: method)) }
    return Voice(
      kind, key: Text("\(method.id)|\(group)"), name: Text("\(name(of: method)), \(group)"))
  }

  private func site(_ id: Text) -> Voice {
    let title = index.site(id)?.title ?? ""
    return Voice(.site, key: id, name: title.isEmpty ? id : title)
  }

  private func body(of document: RecordedEvidence.Document?) -> Voice {
    let id = document.map { aliases.representative(of: $0.id) } ?? "unknown"
    let name = document?.body ?? index.document(id)?.body ?? id
    return Voice(.body, key: name, name: name)
  }

  private func name(of method: RecordedEvidence.Method) -> Text {
    method.title.isEmpty ? method.id : method.title
  }

  /// Unnamed people that an item states: withheld 1, "several" 2, a count its numerator.
  private func stated(_ item: RecordedEvidence.Item) -> Int {
    if let speakers = item.speakers { return speakers }
    if item.isFigure || item.attribution == .counted { return max(1, item.numerator ?? 1) }
    return item.attribution == .withheld
      ? rules.independence.withheldSpeakers : rules.independence.uncodedSpeakers
  }

  /// Studies of an item, and whether they are recorded as such; else its documents stand for them.
  private func studies(of item: RecordedEvidence.Item) -> (ids: [Text], areRecorded: Bool) {
    let ofMethods = item.methods.flatMap { index.method($0)?.studies ?? [] }
    if !ofMethods.isEmpty { return (Set(ofMethods).sorted(), true) }
    let documents = item.places.map { aliases.representative(of: $0.document) }
    let ofDocuments = documents.flatMap { index.document($0)?.studies ?? [] }
    if !ofDocuments.isEmpty { return (Set(ofDocuments).sorted(), true) }
    // What stands nowhere has one source that nobody knows, lest its repeat be another's word.
    return (documents.isEmpty ? ["an unknown source"] : Set(documents).sorted(), false)
  }

  private func joined(_ texts: [Text], _ separator: String) -> Text {
    Text(texts.map(\.string).joined(separator: separator))
  }
}
