public import Diagnostics
public import GraphQuery
public import PropertyGraph

/// Tests programme theories: pure functions from recorded evidence and rules to verdicts. The same
/// evidence in any order gives the same verdicts.
public struct Judge: Sendable {
  /// The rules that it judges by.
  public let rules: Rules
  let index: EvidenceIndex
  let bench: Bench
  let variants: [Variant]
  let watch: StatementWatch
  let workers: Workers

  /// Another treatment of doubtful aliases.
  struct Variant {
    let isMerged: Bool
    let bench: Bench
    let aliases: [RecordedEvidence.Alias]
  }

  /// Prepares evidence for judging. Throws `LineageCycle` if items derive from one another in a
  /// circle, and what `watch` throws. O(n log n).
  /// - Parameter watch: Looked at by all that this judge does; verdicts given after it is over are
  ///   of no use.
  public init(
    _ evidence: RecordedEvidence, rules: Rules = .standard, watch: StatementWatch = .endless
  ) throws(Diagnostic) {
    try self.init(evidence, rules: rules, watch: watch, workers: .all)
  }

  /// The same on so many threads.
  init(
    _ evidence: RecordedEvidence, rules: Rules = .standard, watch: StatementWatch = .endless,
    workers: Workers
  ) throws(Diagnostic) {
    self.rules = rules
    self.watch = watch
    self.workers = workers
    try watch.check()
    let index = EvidenceIndex(evidence)
    self.index = index
    let threshold = rules.independence.aliasCertainty
    func prepared(from certainty: Certainty) throws(Diagnostic) -> Bench {
      try Bench(index, rules: rules, aliasesFrom: certainty, watch: watch, workers: workers)
    }
    bench = try prepared(from: threshold)
    var variants: [Variant] = []
    let doubtful = index.aliases.filter { $0.certainty < threshold }
    if !doubtful.isEmpty {
      let merged = try prepared(from: .low)
      variants.append(Variant(isMerged: true, bench: merged, aliases: doubtful))
    }
    let unsure = index.aliases.filter { $0.certainty >= threshold && $0.certainty < .certain }
    if !unsure.isEmpty {
      let split = try prepared(from: .certain)
      variants.append(Variant(isMerged: false, bench: split, aliases: unsure))
    }
    self.variants = variants
  }

  /// Ids of all configurations, in order.
  public var configurations: [Text] { index.configurations.map(\.id) }

  /// Everybody who is heard, in order.
  public var voices: [Voice] { bench.facts.voices }

  /// The verdict on a configuration; `nil` if there is none of that id.
  public func verdict(onConfiguration id: Text) -> ConfigurationVerdict? {
    guard let position = index.configuration(id) else { return nil }
    return verdicts(on: [index.configurations[position]]).first
  }

  /// The verdict on a configuration alone, without what it rests on; `nil` if there is none of that
  /// id.
  public func word(onConfiguration id: Text) -> ConfigurationWord? {
    index.configuration(id).map {
      var counter = bench.counter()
      return Hearing(of: index.configurations[$0], on: bench).decide(&counter)
    }
  }

  /// Verdicts on all configurations, in order of id.
  public func verdicts() -> [ConfigurationVerdict] { verdicts(on: index.configurations) }

  /// Verdicts on some configurations.
  func verdicts(on configurations: [RecordedEvidence.Configuration]) -> [ConfigurationVerdict] {
    workers.map(configurations.count, watch: watch, state: bench.counter) { counter, number in
      verdict(Hearing(of: configurations[number], on: bench), &counter)
    }
  }

  /// The verdict that a hearing gives.
  func verdict(_ hearing: Hearing, _ counter: inout PartCounter) -> ConfigurationVerdict {
    let configuration = hearing.configuration
    let parts = hearing.verdicts(&counter)
    let threads = hearing.threads(&counter).map { account in
      let sitting = bench.facts.sittingNames[Int(account.sitting)]
      return ConfigurationVerdict.Thread(
        voice: bench.facts.voices[Int(account.voice)], document: sitting.place.document,
        method: sitting.place.method, date: sitting.date,
        items: account.items.map { index.items[Int($0)].id })
    }
    let decision = ConfigurationRules(parts).decide(hasThread: !threads.isEmpty)
    let deciding = decision.part.map { parts[$0] }
    let required = parts.filter(\.part.isRequired)
    return ConfigurationVerdict(
      configuration: configuration, word: decision.word, deciding: deciding, parts: parts,
      tally: Summary(bench: bench).tally(required),
      coverage: ConfigurationVerdict.Coverage(
        evidenced: required.count(where: \.isEvidenced), required: required.count),
      threads: threads,
      activation: Summary(bench: bench).activation(of: configuration, in: parts),
      espousals: index.espousals(of: configuration.id), cell: deciding?.cell ?? .nothingKnown,
      readings: index.readings(on: configuration.id),
      overrules: index.overrules(of: configuration.id), cautions: hearing.cautions)
  }
}
