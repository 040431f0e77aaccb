import PropertyGraph

/// What a counter keeps where a person will read the count: who told what, and what added nothing.
struct CountDetail {
  /// One line of one voice.
  struct Told {
    var voice: Int32
    var line: Line
    var source: Int
    var isFor: Bool
  }

  /// A line that adds no voice.
  struct Repeated {
    enum Origin {
      /// Participants of that study speak themselves.
      case study(Int32)
      /// That content analysis read the document.
      case analysis(Int32)
    }

    var line: Line
    var source: Int
    var isFor: Bool
    var by: Origin
  }

  /// Unnamed people who may be coded ones.
  struct Dropped {
    var voice: Int32
    var stated: Int
    var coded: Int
    var isFor: Bool
  }

  var told: [Told] = []
  var repeats: [Repeated] = []
  var dropped: [Dropped] = []
}

/// Writes a count out with names.
struct PartCountWriter {
  let facts: FactTable
  let index: EvidenceIndex
  let entries: [(entry: Entry, kind: BearingKind)]
  let page: Page
  let detail: CountDetail

  /// The whole count of a part, as the counter left it.
  func count(_ counter: PartCounter, _ stand: Stand) -> PartCount {
    var count = PartCount()
    count.balance.supporting = testimonies(counter.supporting, isFor: true)
    count.balance.challenging = testimonies(counter.challenging, isFor: false)
    count.supportingRepeats = repeats(isFor: true)
    count.challengingRepeats = repeats(isFor: false)
    count.qualifying = heard(page.qualifying, counter)
    count.silent = heard(page.silent, counter)
    count.setAside = heard(page.setAside, counter)
    count.espousing = heard(
      (page.hoping + page.fearing).sorted { $0.entry < $1.entry }, counter)
    count.coders = entries.map(\.entry).filter { index.items[$0.position].layer == .coder }
    markMixed(&count.balance, counter)
    let sides = Set((count.balance.supporting + count.balance.challenging).map(\.voice))
    count.balance.hoping = espousers(page.hoping, counter, besides: sides)
    count.balance.fearing = espousers(page.fearing, counter, besides: sides)
    count.balance.isHopedFor = stand.isHoped
    count.balance.isQualified = stand.isQualified
    count.balance.isSilentOn = stand.isSilentOn
    count.balance.hasSetAside = stand.hasSetAside
    count.balance.failsBySilence = stand.failsBySilence
    count.balance.isProvision = stand.isProvision
    return count
  }

  private func entry(_ line: Line) -> Entry { entries[Int(line.entry)].entry }

  private func heard(_ lines: [Line], _ counter: PartCounter) -> [Entry] {
    lines.filter(counter.isHeard).map(entry)
  }

  // MARK: One side

  private func testimonies(_ side: PartCounter.Side, isFor: Bool) -> [Testimony] {
    var told: [Int32: [CountDetail.Told]] = [:]
    for one in detail.told where one.isFor == isFor {
      // Documents of two sites on one line fold into one analysis.
      if told[one.voice]?.last?.line.entry != one.line.entry {
        told[one.voice, default: []].append(one)
      }
    }
    return side.witnesses.sorted { $0.voice < $1.voice }
      .map { testimony(of: $0, told[$0.voice] ?? []) }
  }

  private func testimony(
    of witness: PartCounter.Witness, _ told: [CountDetail.Told]
  ) -> Testimony {
    let source = facts.sources[Int(witness.source)]
    var testimony = Testimony(voice: facts.voices[Int(witness.voice)], weight: witness.weight)
    testimony.isObserved = told.first?.line.isObserved ?? true
    testimony.families = Set(MethodFamily.allCases.filter { source.families & $0.bit != 0 })
    let scale = facts.scales[Int(witness.item)]
    testimony.scale = scale < 0 ? nil : facts.scaleNames[Int(scale)]
    testimony.sites = source.sites.map { facts.siteNames[Int(facts.sites[Int($0)])] }
    testimony.isOfficialRecord = witness.isRecord
    testimony.recordDates = witness.dates
    testimony.failsDecisiveTest = witness.failsDecisiveTest
    testimony.entries = told.map { entry($0.line) }
    return testimony
  }

  private func repeats(isFor: Bool) -> [Repeat] {
    var repeats: [Repeat] = []
    for one in detail.repeats where one.isFor == isFor {
      let voice = facts.voices[Int(facts.sources[one.source].voice)]
      let reason: RepeatReason =
        switch one.by {
        case .study(let study): .authorsOfStudy(facts.studyNames[Int(study)])
        case .analysis(let analysis): .readByAnalysis(facts.voices[Int(analysis)].name)
        }
      repeats.append(Repeat(entry: entry(one.line), voice: voice, reason: reason))
    }
    for dropped in detail.dropped where dropped.isFor == isFor {
      for told in detail.told where told.isFor == isFor && told.voice == dropped.voice {
        repeats.append(
          Repeat(
            entry: entry(told.line), voice: facts.voices[Int(dropped.voice)],
            reason: .unnamedMayBeCoded(stated: dropped.stated, coded: dropped.coded)))
      }
    }
    return repeats.sorted { ($0.voice, $0.entry.item) < ($1.voice, $1.entry.item) }
  }

  // MARK: Both sides

  private func markMixed(_ balance: inout Balance, _ counter: PartCounter) {
    for witness in counter.supporting.witnesses {
      guard
        let other = counter.challenging.witnesses.first(where: { $0.voice == witness.voice })
      else { continue }
      let voice = facts.voices[Int(witness.voice)]
      let isSplit = counter.isSplitCount(
        page.supporting[Int(witness.line)], page.challenging[Int(other.line)], of: witness.voice)
      if isSplit {
        balance.splitCounts.insert(voice)
        continue
      }
      for position in balance.supporting.indices where balance.supporting[position].voice == voice {
        balance.supporting[position].isMixed = true
      }
      for position in balance.challenging.indices
      where balance.challenging[position].voice == voice {
        balance.challenging[position].isMixed = true
      }
    }
  }

  private func espousers(
    _ lines: [Line], _ counter: PartCounter, besides sides: Set<Voice>
  ) -> [Voice] {
    var voices: Set<Voice> = []
    for line in lines where counter.isHeard(line) {
      for position in facts.sources(ofItem: Int(line.item)) {
        let voice = facts.voices[Int(facts.sources[position].voice)]
        if !sides.contains(voice) { voices.insert(voice) }
      }
    }
    return voices.sorted()
  }
}
