import PropertyGraph

/// A causal path with the verdicts of its steps: it is as good as its weakest (METHOD section 8).
public struct Chain: Sendable, Hashable {
  /// How the evidence tells a chain.
  public enum Telling: String, Sendable, Hashable {
    /// One account tells every step.
    case thread
    /// Every step stands, told by different accounts.
    case assembled
    /// A step does not stand.
    case notThroughout = "not supported throughout"
    /// It has no step that could be told: an outcome that becomes a context.
    case nothingToTell = "nothing to tell"
  }

  /// The path.
  public let path: CausalPath
  /// Verdicts on its configurations, in their order.
  public let verdicts: [ConfigurationVerdict]
  /// Accounts that tell every step.
  public let threads: [ConfigurationVerdict.Thread]

  /// The step that decides: the lowest on the ladder, the first of several.
  public var weakest: ConfigurationVerdict? {
    verdicts.enumerated().min {
      ($0.element.word.rung, $0.offset) < ($1.element.word.rung, $1.offset)
    }?.element
  }

  /// How many configurations in a row stand (*assembled* or better), at most.
  public var longestSupportedStretch: Int {
    var longest = 0
    var current = 0
    for verdict in verdicts {
      current = verdict.word.rung >= .assembled ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  /// Whether one voice tells the whole, or it is put together.
  public var telling: Telling {
    if verdicts.isEmpty { return .nothingToTell }
    if !threads.isEmpty { return .thread }
    return verdicts.allSatisfy { $0.word.rung >= .assembled } ? .assembled : .notThroughout
  }
}

extension Judge {
  /// The verdicts along paths. Each configuration is judged once.
  public func chains(along paths: [CausalPath]) -> [Chain] {
    let passed = Set(paths.flatMap(\.configurations))
    var verdicts: [Text: ConfigurationVerdict] = [:]
    for verdict in self.verdicts(on: index.configurations.filter { passed.contains($0.id) }) {
      verdicts[verdict.configuration.id] = verdict
    }
    return paths.map { path in
      let steps = path.configurations.compactMap { verdicts[$0] }
      return Chain(path: path, verdicts: steps, threads: Self.common(steps.map(\.threads)))
    }
  }

  /// Accounts that stand in every list: the same voice in the same sitting.
  private static func common(
    _ threads: [[ConfigurationVerdict.Thread]]
  ) -> [ConfigurationVerdict.Thread] {
    guard let first = threads.first else { return [] }
    return first.compactMap { thread in
      var items = Set(thread.items)
      for others in threads.dropFirst() {
        guard let same = others.first(where: thread.isSameAccount) else { return nil }
        items.formUnion(same.items)
      }
      return thread.telling(items.sorted())
    }
  }
}
