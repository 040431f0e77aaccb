import PropertyGraph

/// Turns the lines on one part into voices: each counts once per side, at its strongest item
/// (METHOD section 3). One counter serves many parts and keeps its memory, so that recounting with
/// something left out costs no more than the lines it looks at.
struct PartCounter {
  /// One voice on one side.
  struct Witness {
    var voice: Int32
    var weight: Weight
    /// Its strongest line, among those of the side.
    var line: Int32
    /// The item of that line.
    var item: Int32
    /// The source of its strongest line.
    var source: Int32
    var isRecord = false
    var dates: [PartialDate] = []
    var failsDecisiveTest = false
    /// Unnamed people that it states at most; of unnamed people only.
    var stated: Int32 = 1
  }

  /// One side of a part, counted.
  struct Side {
    var witnesses: [Witness] = []
    /// The content analysis that sites' own documents fold into; -1: none.
    var analysis: Int32 = -1
  }

  /// What is not looked at.
  struct LeftOut {
    /// By position of the item.
    var items: [Bool]
    /// By number of the voice.
    var voices: [Bool]
    /// Whether weak voices do not count.
    var weak = false
  }

  let facts: FactTable
  let index: EvidenceIndex
  var leftOut: LeftOut
  /// Whether all voices of a study count as one.
  var isByStudy = false
  private(set) var supporting = Side()
  private(set) var challenging = Side()
  /// What is kept besides, where a person will read it.
  var detail: CountDetail?

  private var slots: [Int32]
  private var slotStamps: [UInt32]
  private var studyStamps: [UInt32]
  private var stamp: UInt32 = 0

  init(_ facts: FactTable, _ index: EvidenceIndex) {
    self.facts = facts
    self.index = index
    leftOut = LeftOut(
      items: Array(repeating: false, count: index.items.count),
      voices: Array(repeating: false, count: facts.voiceCount))
    slots = Array(repeating: 0, count: facts.voiceCount)
    slotStamps = Array(repeating: 0, count: facts.voiceCount)
    studyStamps = Array(repeating: 0, count: facts.studyNames.count)
  }

  /// Counts one part. O(lines × sources of a line).
  mutating func count(_ page: Page) -> Stand {
    let studies = page.hasAuthors ? stampStudies(of: page) : 0
    hear(page, isFor: true, studies: studies)
    hear(page, isFor: false, studies: studies)
    var stand = Stand()
    stand.isProvision = page.isProvision
    stand.supporting = tally(supporting)
    stand.challenging = tally(challenging)
    stand.isOneVoice = isOneVoice(page)
    stand.isHoped = page.hoping.contains(where: isHeard)
    stand.isFeared = page.fearing.contains(where: isHeard)
    stand.isQualified = page.qualifying.contains(where: isHeard)
    stand.isSilentOn = page.silent.contains(where: isHeard)
    stand.hasSetAside = page.setAside.contains(where: isHeard)
    stand.failsBySilence = page.silent.contains { $0.isDecisiveTest && isHeard($0) }
    return stand
  }

  /// Whether a line is looked at, and any of its sources is heard.
  func isHeard(_ line: Line) -> Bool {
    if leftOut.items[Int(line.item)] { return false }
    return facts.sources(ofItem: Int(line.item)).contains {
      !leftOut.voices[Int(facts.sources[$0].voice)]
    }
  }

  // MARK: One side

  /// Marks the studies whose own participants bear on the part: there the authors only repeat them.
  private mutating func stampStudies(of page: Page) -> UInt32 {
    stamp &+= 1
    for lines in [page.supporting, page.challenging, page.qualifying] {
      for line in lines where !isPassedOver(line) {
        for position in facts.sources(ofItem: Int(line.item)) {
          let source = facts.sources[position]
          if source.isAuthor || source.isOfficialRecord { continue }
          if leftOut.voices[Int(source.voice)] { continue }
          for study in source.studies { studyStamps[Int(facts.studies[Int(study)])] = stamp }
        }
      }
    }
    return stamp
  }

  private func isPassedOver(_ line: Line) -> Bool {
    leftOut.items[Int(line.item)] || (leftOut.weak && line.weight == .weak)
  }

  private mutating func hear(_ page: Page, isFor: Bool, studies: UInt32) {
    var side = Side()
    if isFor { swap(&side, &supporting) } else { swap(&side, &challenging) }
    side.witnesses.removeAll(keepingCapacity: true)
    let lines = isFor ? page.supporting : page.challenging
    side.analysis = page.hasOwnDocuments ? analysis(in: lines) : -1
    stamp &+= 1
    for number in lines.indices where !isPassedOver(lines[number]) {
      let line = lines[number]
      for position in facts.sources(ofItem: Int(line.item)) {
        let source = facts.sources[position]
        if leftOut.voices[Int(source.voice)] { continue }
        if source.isAuthor, studies > 0, let study = repeatedStudy(of: source, studies) {
          detail?.repeats.append(
            CountDetail.Repeated(line: line, source: position, isFor: isFor, by: .study(study)))
          continue
        }
        var voice = isByStudy ? source.studyVoice : source.voice
        if side.analysis >= 0, isFolded(source) {
          voice = side.analysis
          detail?.repeats.append(
            CountDetail.Repeated(line: line, source: position, isFor: isFor, by: .analysis(voice)))
        }
        detail?.told.append(
          CountDetail.Told(voice: voice, line: line, source: position, isFor: isFor))
        add(line, number, source, position, as: voice, isFor: isFor, to: &side)
      }
    }
    if page.hasUnnamed, !isByStudy { dropUnnamed(lines, isFor: isFor, from: &side) }
    if isFor { swap(&side, &supporting) } else { swap(&side, &challenging) }
  }

  private mutating func add(
    _ line: Line, _ number: Int, _ source: FactTable.Source, _ position: Int, as voice: Int32,
    isFor: Bool, to side: inout Side
  ) {
    if slotStamps[Int(voice)] != stamp {
      slotStamps[Int(voice)] = stamp
      slots[Int(voice)] = Int32(side.witnesses.count)
      side.witnesses.append(
        Witness(
          voice: voice, weight: line.weight, line: Int32(number), item: line.item,
          source: Int32(position), stated: source.stated))
    }
    let slot = Int(slots[Int(voice)])
    if source.isOfficialRecord {
      side.witnesses[slot].isRecord = true
      if let date = facts.recordDates[Int(line.item)] { side.witnesses[slot].dates.append(date) }
    }
    if source.stated > side.witnesses[slot].stated { side.witnesses[slot].stated = source.stated }
    if !isFor, line.isDecisiveTest, line.weight == .strong {
      side.witnesses[slot].failsDecisiveTest = true
    }
  }

  /// The study that authors only repeat, if its own participants bear on the part.
  private func repeatedStudy(of source: FactTable.Source, _ studies: UInt32) -> Int32? {
    for position in source.studies where studyStamps[Int(facts.studies[Int(position)])] == studies {
      return facts.studies[Int(position)]
    }
    return nil
  }

  /// The first content analysis that speaks on a side.
  private func analysis(in lines: [Line]) -> Int32 {
    var first: Int32 = -1
    for line in lines where !isPassedOver(line) {
      for position in facts.sources(ofItem: Int(line.item)) {
        let source = facts.sources[position]
        guard facts.kinds[Int(source.voice)] == .analysis, !leftOut.voices[Int(source.voice)]
        else { continue }
        let voice = isByStudy ? source.studyVoice : source.voice
        if first < 0 || voice < first { first = voice }
      }
    }
    return first
  }

  private func isFolded(_ source: FactTable.Source) -> Bool {
    source.isOwnDocument && facts.kinds[Int(source.voice)] == .site
  }

  /// A residual voice counts beside coded ones only if unnamed people are left. Only coded voices
  /// that weigh at least as much can be the people it stands for: otherwise one more weak supporter
  /// would take a strong one away.
  private mutating func dropUnnamed(_ lines: [Line], isFor: Bool, from side: inout Side) {
    var kept = 0
    for slot in side.witnesses.indices {
      let witness = side.witnesses[slot]
      if facts.kinds[Int(witness.voice)] == .residual {
        let coded = codedVoices(
          lines, scope: facts.sources[Int(witness.source)].scope, atLeast: witness.weight)
        if coded >= Int(witness.stated) {
          detail?.dropped.append(
            CountDetail.Dropped(
              voice: witness.voice, stated: Int(witness.stated), coded: coded, isFor: isFor))
          continue
        }
      }
      side.witnesses[kept] = witness
      kept += 1
    }
    side.witnesses.removeLast(side.witnesses.count - kept)
  }

  /// Coded people of one study and method who weigh at least as much.
  private mutating func codedVoices(_ lines: [Line], scope: Int32, atLeast weight: Weight) -> Int {
    stamp &+= 1
    var count = 0
    for line in lines where !isPassedOver(line) {
      if line.weight < weight { break }
      for position in facts.sources(ofItem: Int(line.item)) {
        let source = facts.sources[position]
        guard source.scope == scope, facts.kinds[Int(source.voice)] == .person,
          !leftOut.voices[Int(source.voice)], slotStamps[Int(source.voice)] != stamp
        else { continue }
        slotStamps[Int(source.voice)] = stamp
        count += 1
      }
    }
    return count
  }

  // MARK: Both sides

  private func tally(_ side: Side) -> SideTally {
    var tally = SideTally()
    for witness in side.witnesses { add(witness, to: &tally) }
    return tally
  }

  func add(_ witness: Witness, to tally: inout SideTally) {
    tally.add(witness.weight)
    tally.families |= facts.sources[Int(witness.source)].families
    if witness.failsDecisiveTest { tally.failsDecisiveTest = true }
    if witness.isRecord { tally.addRecord(dates: witness.dates) }
  }

  private func isOneVoice(_ page: Page) -> Bool {
    guard let one = soleWeighty(supporting), let other = soleWeighty(challenging),
      one.voice == other.voice
    else { return false }
    return !isSplitCount(
      page.supporting[Int(one.line)], page.challenging[Int(other.line)], of: one.voice)
  }

  private func soleWeighty(_ side: Side) -> Witness? {
    var sole: Witness?
    for witness in side.witnesses where witness.weight >= .moderate {
      if sole != nil { return nil }
      sole = witness
    }
    return sole
  }

  /// Whether two lines of one voice are the two sides of one count, and so different people.
  func isSplitCount(_ left: Line, _ right: Line, of voice: Int32) -> Bool {
    guard Int(voice) < facts.voices.count, facts.voices[Int(voice)].isMany else { return false }
    if left.item == right.item { return true }
    let first = index.items[Int(left.item)]
    let second = index.items[Int(right.item)]
    guard Self.isCounted(first), Self.isCounted(second) else { return false }
    if let question = first.question, question == second.question { return true }
    guard let place = first.places.first, let elsewhere = second.places.first else { return false }
    return place.line != nil && place.document == elsewhere.document
      && place.line == elsewhere.line
  }

  private static func isCounted(_ item: RecordedEvidence.Item) -> Bool {
    item.isFigure || item.attribution == .counted
  }
}

extension PartCounter: SupportBreadth {
  func scaleCount() -> Int { facts.scaleCount(supporting.witnesses) }
  func siteCount() -> Int { facts.siteCount(supporting.witnesses) }
}

extension FactTable {
  /// Different known scales among witnesses.
  func scaleCount(_ witnesses: [PartCounter.Witness]) -> Int {
    var seen: [Int32] = []
    for witness in witnesses {
      let scale = scales[Int(witness.item)]
      if scale >= 0, !seen.contains(scale) { seen.append(scale) }
    }
    return seen.count
  }

  /// Different known sites among them.
  func siteCount(_ witnesses: [PartCounter.Witness]) -> Int {
    var seen: [Int32] = []
    for witness in witnesses {
      for position in sources[Int(witness.source)].sites {
        let site = sites[Int(position)]
        if !seen.contains(site) { seen.append(site) }
      }
    }
    return seen.count
  }
}
