public import Diagnostics
public import PropertyGraph

/// Tests programme theories: pure functions from recorded evidence and rules to verdicts. The same
/// evidence in any order gives the same verdicts.
public struct Judge: Sendable {
  /// The rules that it judges by.
  public let rules: Rules
  let index: EvidenceIndex
  let bench: Bench
  private let variants: [Variant]

  private struct Variant {
    let isMerged: Bool
    let bench: Bench
    let aliases: [RecordedEvidence.Alias]
  }

  /// Prepares evidence for judging. Throws `LineageCycle` if items derive from one another in a
  /// circle. O(n log n).
  public init(_ evidence: RecordedEvidence, rules: Rules = .standard) throws(Diagnostic) {
    self.rules = rules
    index = EvidenceIndex(evidence)
    let threshold = rules.independence.aliasCertainty
    bench = try Bench(index, rules: rules, aliasesFrom: threshold)
    var variants: [Variant] = []
    let doubtful = index.aliases.filter { $0.certainty < threshold }
    if !doubtful.isEmpty {
      let merged = try Bench(index, rules: rules, aliasesFrom: .low)
      variants.append(Variant(isMerged: true, bench: merged, aliases: doubtful))
    }
    let unsure = index.aliases.filter { $0.certainty >= threshold && $0.certainty < .certain }
    if !unsure.isEmpty {
      let split = try Bench(index, rules: rules, aliasesFrom: .certain)
      variants.append(Variant(isMerged: false, bench: split, aliases: unsure))
    }
    self.variants = variants
  }

  /// Ids of all configurations, in order.
  public var configurations: [Text] { index.configurations.map(\.id) }

  /// The verdict on a configuration; `nil` if there is none of that id.
  public func verdict(onConfiguration id: Text) -> ConfigurationVerdict? {
    index.configuration(id).map { verdict(on: index.configurations[$0]) }
  }

  /// Verdicts on all configurations, in order of id.
  public func verdicts() -> [ConfigurationVerdict] {
    index.configurations.map(verdict(on:))
  }

  private func verdict(
    on configuration: RecordedEvidence.Configuration
  ) -> ConfigurationVerdict {
    let hearing = Hearing(of: configuration, on: bench)
    let parts = hearing.verdicts()
    let threads = bench.threads.find(in: parts)
    let decision = ConfigurationRules(parts).decide(hasThread: !threads.isEmpty)
    let others = variants.compactMap { variant -> ConfigurationVerdict.AliasVariant? in
      let word = Hearing(of: configuration, on: variant.bench).decide()
      return word == decision.word
        ? nil
        : ConfigurationVerdict.AliasVariant(
          isMerged: variant.isMerged, word: word, aliases: variant.aliases)
    }
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
      readings: index.readings.filter { $0.configuration == configuration.id },
      aliasVariants: others, cautions: hearing.cautions)
  }

  /// The verdict that remains without some voices; `nil` if there is no such configuration.
  func word(on configuration: Text, without voices: Set<Voice>) -> ConfigurationWord? {
    index.configuration(configuration).map {
      Hearing(of: index.configurations[$0], on: bench, without: voices).decide()
    }
  }
}
