import Diagnostics
import GraphQuery
import PropertyGraph

/// What judging any configuration needs, prepared once: voices of every item under one treatment
/// of aliases.
struct Bench: Sendable {
  let index: EvidenceIndex
  let rules: Rules
  let aliases: Aliases
  let finder: VoiceFinder
  let scale: Scale
  /// Those of every item who are heard.
  let origins: [[Origin]]
  let facts: FactTable

  /// Finds the voices of every item. O(n log n).
  init(
    _ index: EvidenceIndex, rules: Rules, aliasesFrom certainty: Certainty,
    watch: StatementWatch = .endless, workers: Workers = Workers(threads: 1)
  ) throws(Diagnostic) {
    self.index = index
    self.rules = rules
    let aliases = Aliases(index.aliases, from: certainty)
    self.aliases = aliases
    let finder = try VoiceFinder(index, aliases: aliases, rules: rules)
    self.finder = finder
    scale = Scale(index: index, finder: finder, rules: rules)
    let hearing = index.hearing
    try watch.check()
    let found = workers.map(index.items.count, watch: watch, state: {}) { _, position in
      let item = index.items[position]
      let sitting = AccountSitting(
        finder.seenOrigin(ofItem: position).map { index.items[$0] } ?? item)
      let origins = finder.origins(of: item, at: position)
      return hearing.isEverybody
        ? (origins, sitting)
        : (origins.filter { hearing.hears($0.voice, aliases: aliases) }, sitting)
    }
    try watch.check()
    origins = found.map(\.0)
    facts = FactTable(index, origins: origins, sittings: found.map(\.1))
    try watch.check()
  }

  /// A counter for parts of this bench's configurations.
  func counter() -> PartCounter { PartCounter(facts, index) }
}

/// One configuration before the judge: its parts, the entries on each, and the verdicts.
struct Hearing {
  let bench: Bench
  let configuration: RecordedEvidence.Configuration
  let parts: [Part]
  let requirements: [ConfigurationRules.Requirement]
  let entries: [[(entry: Entry, kind: BearingKind)]]
  let pages: [Page]
  /// Whether an item bears twice on one side of a part, so that other rules might choose the other
  /// bearing.
  let hasAlternatives: Bool
  /// What an encoder should look at.
  let cautions: [Caution]

  init(of configuration: RecordedEvidence.Configuration, on bench: Bench) {
    self.bench = bench
    self.configuration = configuration
    let parts = ConfigurationParts(of: configuration, mechanism: bench.index.mechanism)
    let coverage = Coverage(
      of: configuration, parts: parts, index: bench.index, scale: bench.scale)
    self.parts = parts.parts
    requirements = ConfigurationRules.requirements(parts.parts)
    entries = coverage.entries
    pages = zip(coverage.entries, parts.parts).map { Page($0, of: $1, facts: bench.facts) }
    hasAlternatives = coverage.hasAlternatives
    var cautions = parts.unstatedRoles.map { Caution.unstatedRole(context: $0) }
    if configuration.mechanisms.isEmpty { cautions.append(.noMechanism) }
    if configuration.outcomes.isEmpty { cautions.append(.noOutcome) }
    var seen: Set<Caution> = []
    self.cautions = (cautions + coverage.cautions).filter { seen.insert($0).inserted }
  }

  /// Verdicts on all parts, in the order in which ties are decided.
  func verdicts(_ counter: inout PartCounter) -> [PartVerdict] {
    let judge = PartRules(bench.rules)
    let claimed = bench.index.espousals(of: configuration.id)
    var verdicts: [PartVerdict] = []
    verdicts.reserveCapacity(parts.count)
    for (position, part) in parts.enumerated() {
      counter.detail = CountDetail()
      let stand = counter.count(pages[position])
      let decision = judge.decide(stand, counter)
      let count = PartCountWriter(
        facts: bench.facts, index: bench.index, entries: entries[position], page: pages[position],
        detail: counter.detail ?? CountDetail()
      ).count(counter, stand)
      let own = part.kind.isLink ? [] : part.nodes.flatMap(bench.index.espousals(of:))
      let said = !own.isEmpty || !claimed.isEmpty || count.balance.isHopedFor
      verdicts.append(
        PartVerdict(
          part: part, word: decision.word, computed: decision.word, rule: decision.rule,
          count: count, espousals: own,
          cell: Cell(said: said, Cell.Seen(decision.word, count.balance))))
    }
    counter.detail = nil
    markUntestable(&verdicts)
    return verdicts
  }

  /// Accounts that tell every required part.
  func threads(_ counter: inout PartCounter) -> [Threads.Account] {
    let threads = Threads(facts: bench.facts)
    var tellings: [[Threads.Telling]] = []
    for requirement in requirements {
      _ = counter.count(pages[requirement.position])
      tellings.append(
        threads.tellings(
          on: pages[requirement.position], counter, folding: counter.supporting.analysis))
    }
    return threads.accounts(tellings)
  }

  /// The verdict on the configuration alone.
  func decide(_ counter: inout PartCounter) -> ConfigurationWord {
    let judge = PartRules(bench.rules)
    var words = [PartWord](repeating: .untested([]), count: parts.count)
    for requirement in requirements {
      let stand = counter.count(pages[requirement.position])
      words[requirement.position] = judge.decide(stand, counter).word
    }
    return ConfigurationRules(requirements, words: words)
      .decide(hasThread: !threads(&counter).isEmpty).word
  }

  /// A link is testable only where its first element is enacted: with a challenged mechanism, the
  /// links that start at it show *untested, mechanism not enacted*.
  private func markUntestable(_ verdicts: inout [PartVerdict]) {
    for position in verdicts.indices {
      let part = verdicts[position].part
      guard part.kind == .outwardLink || part.kind == .innerLink else { continue }
      let starts: [PartVerdict] =
        part.kind == .innerLink
        ? part.elements.prefix(1).map { verdicts[$0] }
        : verdicts.filter { $0.part.kind == .mechanism && $0.part.nodes == [part.nodes[0]] }
      if starts.contains(where: { $0.computed.isChallenged || $0.computed == .eliminated }) {
        verdicts[position].word = .untested(.notEnacted)
      }
    }
  }
}
