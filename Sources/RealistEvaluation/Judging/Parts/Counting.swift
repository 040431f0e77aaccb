import PropertyGraph

/// Turns the items on a part into voices: each counts once per side, at its strongest item
/// (METHOD section 3).
struct Counting: Sendable {
  let index: EvidenceIndex
  let finder: VoiceFinder
  /// Originators of every item, found once.
  let origins: [[Origin]]
  /// Names of sites that mean the same one.
  let aliases: Aliases
  /// Voices left out, for sensitivity.
  var withoutVoices: Set<Voice> = []

  /// Counts the entries on one part. O(n log n) in their number.
  func count(_ entries: [(entry: Entry, kind: BearingKind)], isProvision: Bool) -> PartCount {
    var count = PartCount()
    count.balance.isProvision = isProvision
    var supporting: [Entry] = []
    var challenging: [Entry] = []
    for (entry, kind) in entries {
      if origins[entry.position].isEmpty {
        count.coders.append(entry)
      } else if remaining(entry).isEmpty {
        continue
      } else if entry.weighing.weight == .setAside {
        count.setAside.append(entry)
      } else {
        switch kind {
        case .qualifies: count.qualifying.append(entry)
        case .silent: count.silent.append(entry)
        case _ where entry.claim == .espoused: count.espousing.append(entry)
        case .supports: supporting.append(entry)
        case .challenges: challenging.append(entry)
        }
      }
    }
    let studies = participantStudies(supporting + challenging + count.qualifying)
    (count.balance.supporting, count.supportingRepeats) = voices(
      of: supporting, studies: studies, challenging: false)
    (count.balance.challenging, count.challengingRepeats) = voices(
      of: challenging, studies: studies, challenging: true)
    markMixed(&count.balance)
    addEspousals(&count)
    count.balance.isQualified = !count.qualifying.isEmpty
    count.balance.isSilentOn = !count.silent.isEmpty
    count.balance.hasSetAside = !count.setAside.isEmpty
    count.balance.failsBySilence = count.silent.contains { entry in
      entry.bearing.search != nil && entry.claim == .observed && entry.weighing.weight == .strong
        && (entry.bearing.test?.eliminates ?? false)
    }
    return count
  }

  private func remaining(_ entry: Entry) -> [Origin] {
    origins[entry.position].filter { !withoutVoices.contains($0.voice) }
  }

  /// Studies whose own participants bear on the part: there the authors only repeat them.
  private func participantStudies(_ entries: [Entry]) -> Set<Text> {
    var studies: Set<Text> = []
    for entry in entries {
      for origin in remaining(entry) where !origin.isAuthor && !origin.isOfficialRecord {
        studies.formUnion(origin.studies)
      }
    }
    return studies
  }

  // MARK: One side

  private func voices(
    of entries: [Entry], studies: Set<Text>, challenging: Bool
  ) -> ([Testimony], [Repeat]) {
    var repeats: [Repeat] = []
    var said: [Voice: [(entry: Entry, origin: Origin)]] = [:]
    for entry in entries {
      for origin in remaining(entry) {
        if origin.isAuthor, let study = origin.studies.first(where: studies.contains) {
          repeats.append(
            Repeat(entry: entry, voice: origin.voice, reason: .authorsOfStudy(study)))
        } else {
          said[origin.voice, default: []].append((entry, origin))
        }
      }
    }
    foldOwnDocuments(&said, &repeats)
    dropUnnamedRepeats(&said, &repeats)
    let testimonies = said.keys.sorted().compactMap { voice in
      said[voice].flatMap { testimony(of: voice, $0, challenging: challenging) }
    }
    repeats.sort { ($0.voice, $0.entry.item) < ($1.voice, $1.entry.item) }
    return (testimonies, repeats)
  }

  private typealias Said = [Voice: [(entry: Entry, origin: Origin)]]

  /// A named site's own document folds into the content analysis on the same side.
  private func foldOwnDocuments(_ said: inout Said, _ repeats: inout [Repeat]) {
    guard let analysis = said.keys.filter({ $0.kind == .analysis }).min() else { return }
    for voice in said.keys.sorted() where voice.kind == .site {
      guard let all = said[voice] else { continue }
      let folded = all.filter(\.origin.isOwnDocument)
      guard !folded.isEmpty else { continue }
      said[analysis, default: []] += folded
      repeats += folded.map {
        Repeat(entry: $0.entry, voice: voice, reason: .readByAnalysis(analysis.name))
      }
      let own = all.filter { !$0.origin.isOwnDocument }
      said[voice] = own.isEmpty ? nil : own
    }
  }

  /// A residual voice counts beside coded ones only if unnamed people are left. Only coded voices
  /// that weigh at least as much can be the people it stands for: otherwise one more weak supporter
  /// would take a strong one away.
  private func dropUnnamedRepeats(_ said: inout Said, _ repeats: inout [Repeat]) {
    for voice in said.keys.sorted() where voice.kind == .residual {
      guard let all = said[voice] else { continue }
      let stated = all.map(\.origin.stated).max() ?? 1
      let scopes = Set(all.map(\.origin.scope))
      let weight = all.map(\.entry.weighing.weight).max() ?? .setAside
      let coded = said.count { other, entries in
        other.kind == .person
          && entries.contains {
            scopes.contains($0.origin.scope) && $0.entry.weighing.weight >= weight
          }
      }
      guard coded >= stated else { continue }
      said[voice] = nil
      repeats += all.map {
        Repeat(
          entry: $0.entry, voice: voice,
          reason: .unnamedMayBeCoded(stated: stated, coded: coded))
      }
    }
  }

  private func testimony(
    of voice: Voice, _ said: [(entry: Entry, origin: Origin)], challenging: Bool
  ) -> Testimony? {
    let ordered = said.sorted { Self.isStronger($0.entry, $1.entry) }
    guard let counted = ordered.first?.entry else { return nil }
    let item = index.items[counted.position]
    var testimony = Testimony(voice: voice, weight: counted.weighing.weight)
    testimony.isObserved = counted.claim == .observed
    testimony.families = finder.families(ofItem: counted.position)
    testimony.scale = item.scale
    let sites = item.sites + item.participants.flatMap { index.participant($0)?.sites ?? [] }
    testimony.sites = Set(sites.map(aliases.representative)).sorted()
    let records = ordered.filter(\.origin.isOfficialRecord)
    testimony.isOfficialRecord = !records.isEmpty
    testimony.recordDates = records.compactMap { record in
      index.date(of: index.items[record.entry.position]).flatMap { PartialDate($0) }
    }
    testimony.failsDecisiveTest =
      challenging
      && ordered.contains {
        $0.entry.claim == .observed && $0.entry.weighing.weight == .strong
          && ($0.entry.bearing.test?.eliminates ?? false)
      }
    testimony.entries = ordered.map(\.entry)
    return testimony
  }

  /// Heavier first, then observed, then named explicitly, then by id.
  private static func isStronger(_ left: Entry, _ right: Entry) -> Bool {
    if left.weighing.weight != right.weighing.weight {
      return left.weighing.weight > right.weighing.weight
    }
    if (left.claim == .observed) != (right.claim == .observed) { return left.claim == .observed }
    if let ours = left.weighing.appraisal, let theirs = right.weighing.appraisal, ours != theirs {
      return (ours.relevance, ours.richness, ours.rigour)
        > (theirs.relevance, theirs.richness, theirs.rigour)
    }
    if left.item != right.item { return left.item < right.item }
    return !left.isImplied && right.isImplied
  }

  // MARK: Both sides

  private func markMixed(_ balance: inout Balance) {
    for supporting in balance.supporting.indices {
      let voice = balance.supporting[supporting].voice
      guard let challenging = balance.challenging.firstIndex(where: { $0.voice == voice }) else {
        continue
      }
      if voice.isMany,
        isOneCount(
          balance.supporting[supporting].entries, balance.challenging[challenging].entries)
      {
        balance.splitCounts.insert(voice)
      } else {
        balance.supporting[supporting].isMixed = true
        balance.challenging[challenging].isMixed = true
      }
    }
  }

  /// Whether two sides are the two sides of one count: one item, one question, or one place.
  private func isOneCount(_ left: [Entry], _ right: [Entry]) -> Bool {
    guard let one = left.first, let other = right.first else { return false }
    if one.item == other.item { return true }
    let first = index.items[one.position]
    let second = index.items[other.position]
    guard isCounted(first), isCounted(second) else { return false }
    if let question = first.question, question == second.question { return true }
    guard let place = first.places.first, let elsewhere = second.places.first else { return false }
    return place.line != nil && place.document == elsewhere.document
      && place.line == elsewhere.line
  }

  private func isCounted(_ item: RecordedEvidence.Item) -> Bool {
    item.isFigure || item.attribution == .counted
  }

  private func addEspousals(_ count: inout PartCount) {
    let sides = Set(
      (count.balance.supporting + count.balance.challenging).map(\.voice))
    var hoping: Set<Voice> = []
    var fearing: Set<Voice> = []
    for entry in count.espousing {
      let direction =
        entry.bearing.direction ?? (entry.bearing.kind == .challenges ? .minus : .plus)
      if direction == .plus { count.balance.isHopedFor = true }
      for origin in remaining(entry) where !sides.contains(origin.voice) {
        if direction == .plus {
          hoping.insert(origin.voice)
        } else {
          fearing.insert(origin.voice)
        }
      }
    }
    count.balance.hoping = hoping.sorted()
    count.balance.fearing = fearing.sorted()
  }
}
