import Diagnostics
import PropertyGraph

/// What judging any configuration needs, prepared once: voices of every item under one treatment
/// of aliases.
struct Bench: Sendable {
  let index: EvidenceIndex
  let rules: Rules
  let aliases: Aliases
  let finder: VoiceFinder
  let scale: Scale
  let origins: [[Origin]]

  init(
    _ index: EvidenceIndex, rules: Rules, aliasesFrom certainty: Certainty
  ) throws(Diagnostic) {
    self.index = index
    self.rules = rules
    aliases = Aliases(index.aliases, from: certainty)
    let finder = try VoiceFinder(index, aliases: aliases, rules: rules)
    self.finder = finder
    scale = Scale(index: index, finder: finder, rules: rules)
    origins = index.items.indices.map(finder.origins(ofItem:))
  }

  var threads: Threads {
    Threads(index: index) { finder.seenOrigin(ofItem: $0) ?? $0 }
  }
}

/// One configuration before the judge: its parts, the entries on each, and the verdicts.
struct Hearing {
  private let bench: Bench
  private let configuration: RecordedEvidence.Configuration
  private let parts: ConfigurationParts
  private let coverage: Coverage
  private let counting: Counting
  /// What an encoder should look at.
  let cautions: [Caution]

  init(
    of configuration: RecordedEvidence.Configuration, on bench: Bench,
    without voices: Set<Voice> = []
  ) {
    self.bench = bench
    self.configuration = configuration
    parts = ConfigurationParts(of: configuration, mechanism: bench.index.mechanism)
    coverage = Coverage(
      of: configuration, parts: parts, index: bench.index, scale: bench.scale)
    counting = Counting(
      index: bench.index, finder: bench.finder, origins: bench.origins, aliases: bench.aliases,
      withoutVoices: voices)
    var cautions = parts.unstatedRoles.map { Caution.unstatedRole(context: $0) }
    if configuration.mechanisms.isEmpty { cautions.append(.noMechanism) }
    if configuration.outcomes.isEmpty { cautions.append(.noOutcome) }
    var seen: Set<Caution> = []
    self.cautions = (cautions + coverage.cautions).filter { seen.insert($0).inserted }
  }

  /// Verdicts on all parts, in the order in which ties are decided.
  func verdicts() -> [PartVerdict] {
    let judge = PartRules(bench.rules)
    let claimed = bench.index.espousals(of: configuration.id)
    var verdicts = parts.parts.indices.map { position -> PartVerdict in
      let part = parts.parts[position]
      let count = counting.count(coverage.entries[position], isProvision: part.isProvision)
      let decision = judge.decide(count.balance)
      let own = part.kind.isLink ? [] : part.nodes.flatMap(bench.index.espousals(of:))
      let said = !own.isEmpty || !claimed.isEmpty || count.balance.isHopedFor
      return PartVerdict(
        part: part, word: decision.word, computed: decision.word, rule: decision.rule,
        count: count, espousals: own,
        cell: Cell(said: said, Cell.Seen(decision.word, count.balance)))
    }
    markUntestable(&verdicts)
    return verdicts
  }

  /// The verdict on the configuration alone.
  func decide() -> ConfigurationWord {
    let verdicts = verdicts()
    let threads = bench.threads.find(in: verdicts)
    return ConfigurationRules(verdicts).decide(hasThread: !threads.isEmpty).word
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
