import Diagnostics
import GraphQuery
import PropertyGraph

/// Tries verdicts of one bench in every way, one configuration after the other. It counts and never
/// queries; what a method, document or site only changes in part is judged anew on the evidence of
/// that configuration alone.
struct Trials {
  private let judge: Judge
  private let bench: Bench
  private let departures: Departures
  private let stricter: Rules
  private let looser: Rules
  private var counter: PartCounter
  private var others: [Other]

  /// Another treatment of doubtful aliases, and the items that it touches.
  private struct Other {
    let variant: Judge.Variant
    let touched: [Bool]
    var counter: PartCounter
  }

  init(_ judge: Judge) {
    self.judge = judge
    bench = judge.bench
    departures = Departures(judge.bench, watch: judge.watch, workers: judge.workers)
    stricter = judge.rules.oneNotch(.stricter)
    looser = judge.rules.oneNotch(.looser)
    counter = judge.bench.counter()
    others = judge.variants.map { variant in
      let touched = zip(judge.bench.origins, variant.bench.origins).map { $0 != $1 }
      return Other(variant: variant, touched: touched, counter: variant.bench.counter())
    }
  }

  /// Every trial of one configuration with the verdict that it gives, and the break number.
  mutating func run(
    _ hearing: Hearing, searchesBreak: Bool = true
  ) -> (word: ConfigurationWord, all: [Sensitivity.Flip], breaking: Sensitivity.Break?) {
    let recount = Recount(hearing, &counter)
    var all: [Sensitivity.Flip] = []
    var single: [Int] = []
    for place in recount.voices.indices {
      if judge.watch.isOver { break }
      let voice = bench.facts.voices[Int(recount.voices[place].number)]
      let word = recount.word(withoutVoices: [place], &counter)
      if word != recount.word { single.append(place) }
      all.append(Sensitivity.Flip(trial: .withoutVoice(voice), word: word))
    }
    leaveOut(recount, into: &all)
    countOtherwise(recount, into: &all)
    let breaking =
      searchesBreak
      ? BreakSearch(recount: recount, single: single, watch: judge.watch).find(&counter) : nil
    return (recount.word, all, breaking)
  }

  /// What the trials of one configuration come to.
  mutating func sensitivity(_ hearing: Hearing, searchesBreak: Bool = true) -> Sensitivity {
    let (word, all, breaking) = run(hearing, searchesBreak: searchesBreak)
    let flips = all.filter { $0.word != word }
    return Sensitivity(
      word: word, tried: all.map(\.trial), flips: flips, breaking: breaking,
      aliasVariants: judge.variants.compactMap { variant in
        flips.first { $0.trial == variant.trial }.map {
          Sensitivity.AliasVariant(
            isMerged: variant.isMerged, word: $0.word, aliases: variant.aliases)
        }
      })
  }

  // MARK: Methods, documents, sites

  private mutating func leaveOut(_ recount: Recount, into all: inout [Sensitivity.Flip]) {
    let positions = recount.itemPositions
    var own: RecordedEvidence?
    for field in departures.fields {
      var leaving: [(value: Int32, item: Int, effect: Departures.Effect)] = []
      for position in positions {
        for departure in field.departures(ofItem: position) {
          leaving.append((departure.value, position, departure.effect))
        }
      }
      leaving.sort { ($0.value, $0.item) < ($1.value, $1.item) }
      var start = 0
      while start < leaving.count, !judge.watch.isOver {
        var end = start
        while end < leaving.count, leaving[end].value == leaving[start].value { end += 1 }
        let group = leaving[start..<end]
        start = end
        let name = field.names[Int(group[group.startIndex].value)]
        let word: ConfigurationWord
        if group.allSatisfy({ $0.effect != .partial }) {
          let items = group.filter { $0.effect == .whole }.map(\.item)
          word = recount.word(withoutItems: items, &counter)
        } else {
          let evidence = own ?? bench.index.evidence(on: recount.hearing, bench)
          own = evidence
          word = judgedAnew(recount, evidence, without: name, field.field)
        }
        all.append(Sensitivity.Flip(trial: .without(name, field.field), word: word))
      }
    }
  }

  private func judgedAnew(
    _ recount: Recount, _ evidence: RecordedEvidence, without name: Text, _ field: Narrowing.Field
  ) -> ConfigurationWord {
    let certainty = bench.rules.independence.aliasCertainty
    let (rest, _) = Narrowing(without: name, field).narrow(evidence, certainty: certainty)
    // The whole lineage has been followed before, so it cannot run in a circle here.
    guard let bench = try? Bench(EvidenceIndex(rest), rules: bench.rules, aliasesFrom: certainty)
    else { return recount.word }
    var counter = bench.counter()
    return Hearing(of: recount.hearing.configuration, on: bench).decide(&counter)
  }

  // MARK: Counting otherwise

  private mutating func countOtherwise(_ recount: Recount, into all: inout [Sensitivity.Flip]) {
    counter.isByStudy = true
    all.append(
      Sensitivity.Flip(
        trial: .oneVoicePerStudy, word: recount.word(&counter, keepingThread: true)))
    counter.isByStudy = false
    for number in others.indices {
      let touched = recount.itemPositions.contains { others[number].touched[$0] }
      let variant = others[number].variant
      let word =
        touched
        ? Hearing(of: recount.hearing.configuration, on: variant.bench)
          .decide(&others[number].counter)
        : recount.word
      all.append(Sensitivity.Flip(trial: variant.trial, word: word))
    }
    counter.leftOut.weak = true
    all.append(Sensitivity.Flip(trial: .withoutWeak, word: recount.word(&counter)))
    counter.leftOut.weak = false
    for (trial, rules) in [(Sensitivity.Trial.stricter, stricter), (.looser, looser)] {
      all.append(Sensitivity.Flip(trial: trial, word: word(recount.hearing, by: rules)))
    }
  }

  /// The verdict by other thresholds. Scores stay, so that only weights are read anew.
  private mutating func word(_ hearing: Hearing, by rules: Rules) -> ConfigurationWord {
    let other =
      hearing.hasAlternatives
      ? Hearing(of: hearing.configuration, on: bench.judging(by: rules))
      : hearing.reweighed(by: rules)
    return other.decide(&counter)
  }
}

extension Judge.Variant {
  /// What trying it is called.
  fileprivate var trial: Sensitivity.Trial { isMerged ? .aliasesMerged : .aliasesSplit }
}

extension Sensitivity.Trial {
  /// Leaving out one value of a field.
  static func without(_ name: Text, _ field: Narrowing.Field) -> Sensitivity.Trial {
    switch field {
    case .method: .withoutMethod(name)
    case .document: .withoutDocument(name)
    default: .withoutSite(name)
    }
  }
}

extension Bench {
  private init(_ bench: Bench, rules: Rules) {
    index = bench.index
    self.rules = rules
    aliases = bench.aliases
    finder = bench.finder
    scale = Scale(index: bench.index, finder: bench.finder, rules: rules)
    origins = bench.origins
    facts = bench.facts
  }

  /// The same voices, judged by other thresholds; what makes voices must be the same in both.
  func judging(by rules: Rules) -> Bench { Bench(self, rules: rules) }
}

extension Hearing {
  private init(_ hearing: Hearing, bench: Bench, pages: [Page]) {
    self.bench = bench
    configuration = hearing.configuration
    parts = hearing.parts
    requirements = hearing.requirements
    entries = hearing.entries
    self.pages = pages
    hasAlternatives = hearing.hasAlternatives
    cautions = []
  }

  /// The same with weights read by other thresholds, scores being what they were. Relevance must be
  /// read by both alike, so that nothing is set aside by one and not by the other.
  func reweighed(by rules: Rules) -> Hearing {
    let bench = bench.judging(by: rules)
    var pages = pages
    for requirement in requirements {
      let position = requirement.position
      pages[position].reweigh(entries[position], on: parts[position].kind, bench.scale)
    }
    return Hearing(self, bench: bench, pages: pages)
  }
}

extension Page {
  fileprivate mutating func reweigh(
    _ entries: [(entry: Entry, kind: BearingKind)], on part: Part.Kind, _ scale: Scale
  ) {
    func weigh(_ line: inout Line) {
      let entry = entries[Int(line.entry)].entry
      line.weight = scale.weight(of: entry, on: part)
    }
    for position in supporting.indices { weigh(&supporting[position]) }
    for position in challenging.indices { weigh(&challenging[position]) }
    for position in silent.indices {
      weigh(&silent[position])
      silent[position].isDecisiveTest =
        entries[Int(silent[position].entry)].entry.isDecisiveSilence(silent[position].weight)
    }
    sort(entries)
  }
}
