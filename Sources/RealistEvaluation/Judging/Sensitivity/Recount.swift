import PropertyGraph

/// Counts one configuration again with something left out. Only the required parts that the change
/// touches are counted; on a part where each voice counts whatever the others do, a voice that
/// leaves is passed over in what was counted before.
struct Recount {
  let hearing: Hearing
  private let rules: PartRules
  /// The verdict with nothing left out.
  let word: ConfigurationWord
  /// Whether an account told every part then.
  let hasThread: Bool
  /// Whether a site may give an account once no content analysis has read its documents.
  private let canGainThread: Bool
  private let words: [PartWord]
  private var ledgers: [Ledger] = []
  /// Everybody who speaks on a required part, in order, and where.
  private(set) var voices: [Touch] = []
  private var items: [Touch] = []

  /// Which required parts something touches, one bit each; the last bit stands for all beyond.
  struct Touch {
    let number: Int32
    var parts: UInt64
  }

  /// One required part as it was counted with nothing left out.
  struct Ledger {
    let position: Int
    let kind: Part.Kind
    let stand: Stand
    let word: PartWord
    let supporting: [PartCounter.Witness]
    let challenging: [PartCounter.Witness]
    /// Whether leaving voices out is passing over witnesses.
    let isIndependent: Bool
  }

  /// Counts everything once.
  init(_ hearing: Hearing, _ counter: inout PartCounter) {
    self.hearing = hearing
    rules = PartRules(hearing.bench.rules)
    var words = [PartWord](repeating: .untested([]), count: hearing.parts.count)
    for requirement in hearing.requirements {
      let page = hearing.pages[requirement.position]
      let stand = counter.count(page)
      let word = rules.decide(stand, counter).word
      words[requirement.position] = word
      ledgers.append(
        Ledger(
          position: requirement.position, kind: requirement.kind, stand: stand, word: word,
          supporting: counter.supporting.witnesses, challenging: counter.challenging.witnesses,
          isIndependent: page.isIndependent && !page.silent.contains(where: \.isDecisiveTest)))
    }
    self.words = words
    canGainThread = hearing.requirements.contains {
      hearing.pages[$0.position].hasOwnDocuments
    }
    let hasThread = !hearing.threads(&counter).isEmpty
    self.hasThread = hasThread
    word =
      ConfigurationRules(hearing.requirements, words: words).decide(hasThread: hasThread).word
    findTouches()
  }

  var requiredParts: [Ledger] { ledgers }

  private mutating func findTouches() {
    let facts = hearing.bench.facts
    var spoken: [Touch] = []
    var stood: [Touch] = []
    for (number, ledger) in ledgers.enumerated() {
      let bit = Self.bit(number)
      let page = hearing.pages[ledger.position]
      for lines in page.heardLines {
        for line in lines {
          stood.append(Touch(number: line.item, parts: bit))
          for source in facts.sources(ofItem: Int(line.item)) {
            spoken.append(Touch(number: facts.sources[source].voice, parts: bit))
          }
        }
      }
    }
    voices = Self.merged(spoken)
    items = Self.merged(stood)
  }

  /// The bit of a required part, by its place among them.
  static func bit(_ number: Int) -> UInt64 { 1 << UInt64(min(number, 63)) }

  private static func merged(_ touches: [Touch]) -> [Touch] {
    var merged: [Touch] = []
    for touch in touches.sorted(by: { $0.number < $1.number }) {
      if let last = merged.indices.last, merged[last].number == touch.number {
        merged[last].parts |= touch.parts
      } else {
        merged.append(touch)
      }
    }
    return merged
  }

  // MARK: Leaving out

  /// Positions of the items on required parts, in order.
  var itemPositions: [Int] { items.map { Int($0.number) } }

  /// The verdict without some voices, given by their places in `voices`. O(voices of the parts that
  /// they touch).
  func word(withoutVoices places: [Int], _ counter: inout PartCounter) -> ConfigurationWord {
    var parts: UInt64 = 0
    for place in places {
      counter.leftOut.voices[Int(voices[place].number)] = true
      parts |= voices[place].parts
    }
    let word = self.word(touching: parts, onlyVoices: true, &counter)
    for place in places { counter.leftOut.voices[Int(voices[place].number)] = false }
    return word
  }

  /// The verdict without some items.
  func word(withoutItems positions: [Int], _ counter: inout PartCounter) -> ConfigurationWord {
    var parts: UInt64 = 0
    for position in positions {
      counter.leftOut.items[position] = true
      if let touch = items.first(where: { Int($0.number) == position }) { parts |= touch.parts }
    }
    let word = self.word(touching: parts, onlyVoices: false, &counter)
    for position in positions { counter.leftOut.items[position] = false }
    return word
  }

  /// The verdict as the counter is set, every part counted anew. `thread` says that accounts are
  /// what they were.
  func word(_ counter: inout PartCounter, keepingThread: Bool = false) -> ConfigurationWord {
    word(touching: .max, onlyVoices: false, &counter, keepingThread: keepingThread)
  }

  private func word(
    touching parts: UInt64, onlyVoices: Bool, _ counter: inout PartCounter,
    keepingThread: Bool = false
  ) -> ConfigurationWord {
    var words = words
    var isChanged = false
    var isStanding = true
    for number in ledgers.indices {
      let position = ledgers[number].position
      if parts & Self.bit(number) != 0 {
        let word =
          onlyVoices && ledgers[number].isIndependent
          ? self.word(ledgers[number], counter)
          : self.word(onPart: position, &counter)
        if word != words[position] {
          words[position] = word
          isChanged = true
        }
      }
      if words[position].rung < .supportedWithDissent { isStanding = false }
    }
    // Accounts decide only where every part stands, and a verdict moves only with a part or a thread.
    if !isChanged, !isStanding || !(hasThread || canGainThread) { return word }
    let rules = ConfigurationRules(hearing.requirements, words: words)
    if !isStanding { return rules.decide(hasThread: false).word }
    let told = keepingThread ? hasThread : !hearing.threads(&counter).isEmpty
    return rules.decide(hasThread: told).word
  }

  private func word(onPart position: Int, _ counter: inout PartCounter) -> PartWord {
    let stand = counter.count(hearing.pages[position])
    return rules.decide(stand, counter).word
  }

  /// The verdict on a part whose voices do not depend on one another.
  private func word(_ ledger: Ledger, _ counter: PartCounter) -> PartWord {
    var stand = ledger.stand
    stand.supporting = SideTally()
    stand.challenging = SideTally()
    for witness in ledger.supporting where !counter.leftOut.voices[Int(witness.voice)] {
      counter.add(witness, to: &stand.supporting)
    }
    for witness in ledger.challenging where !counter.leftOut.voices[Int(witness.voice)] {
      counter.add(witness, to: &stand.challenging)
    }
    let page = hearing.pages[ledger.position]
    if stand.supporting.voices == 0, stand.challenging.voices == 0 {
      stand.isHoped = page.hoping.contains(where: counter.isHeard)
      stand.isFeared = page.fearing.contains(where: counter.isHeard)
    } else if stand.supporting.strongOrModerate == 1, stand.challenging.strongOrModerate == 1 {
      stand.isOneVoice = isOneVoice(ledger, page, counter)
    } else {
      stand.isOneVoice = false
    }
    return rules.decide(stand, WitnessBreadth(ledger.supporting, counter)).word
  }

  private func isOneVoice(_ ledger: Ledger, _ page: Page, _ counter: PartCounter) -> Bool {
    func sole(_ witnesses: [PartCounter.Witness]) -> PartCounter.Witness? {
      witnesses.first { $0.weight >= .moderate && !counter.leftOut.voices[Int($0.voice)] }
    }
    guard let one = sole(ledger.supporting), let other = sole(ledger.challenging),
      one.voice == other.voice
    else { return false }
    return !counter.isSplitCount(
      page.supporting[Int(one.line)], page.challenging[Int(other.line)], of: one.voice)
  }
}

/// What rule 7 asks of the supporting voices that are left.
private struct WitnessBreadth: SupportBreadth {
  private let facts: FactTable
  private let witnesses: [PartCounter.Witness]
  private let leftOut: [Bool]

  init(_ witnesses: [PartCounter.Witness], _ counter: PartCounter) {
    facts = counter.facts
    self.witnesses = witnesses
    leftOut = counter.leftOut.voices
  }

  private var left: [PartCounter.Witness] {
    witnesses.filter { !leftOut[Int($0.voice)] }
  }

  func scaleCount() -> Int { facts.scaleCount(left) }
  func siteCount() -> Int { facts.siteCount(left) }
}

extension Page {
  /// All lines that say anything, by what they do.
  var heardLines: [[Line]] { [supporting, challenging, hoping, fearing, qualifying, silent] }
}
