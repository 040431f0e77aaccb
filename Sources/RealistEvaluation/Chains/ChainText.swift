import PropertyGraph

/// Chains as text: every step with its verdict, and why the chain is as good as it is.
struct ChainText {
  let judge: Judge
  let ends: (from: RecordedEvidence.Title, to: RecordedEvidence.Title)
  let limit: Int

  func render(_ chains: [Chain], isComplete: Bool, map: CausalMap, by value: Text?) -> String {
    var prose = Prose()
    prose.add("FROM \(ends.from.id): \(ends.from.title)")
    prose.add("TO \(ends.to.id): \(ends.to.title)")
    if let value { prose.add("only items of \(value)", indent: 2) }
    if chains.isEmpty { explainNothing(map, into: &prose) }
    for (number, chain) in chains.enumerated() {
      prose.gap()
      write(chain, number: number + 1, into: &prose)
    }
    if !isComplete {
      prose.gap()
      prose.add(Self.incomplete)
    }
    prose.gap()
    prose.add("Rules: \(judge.rules.reference)")
    prose.add(
      "Note: a chain is as good as its weakest step. That an outcome becomes the context of what "
        + "follows is stated by the encoder and not tested.")
    prose.add("Note: \(Reasoning.caution)")
    return prose.text
  }

  /// Said where the search was cut off.
  static let incomplete =
    "there are more chains than these; say UP TO fewer STEPS, or choose ends that are nearer"

  /// Why there is no chain: whether a longer one is possible, and where it leads at all.
  static func nothing(_ map: CausalMap, from: Text, to: Text, limit: Int) -> String {
    let (reached, ends) = PathSearch.reach(map, from: from)
    if ends.contains(to) {
      return "no chain of up to \(limit) configurations leads from `\(from)` to `\(to)`; a longer "
        + "one may"
    }
    if reached.isEmpty {
      return
        "nothing leads on from `\(from)`: no configuration has it as context or mechanism, and "
        + "it becomes nothing"
    }
    let names = reached.sorted().map(\.string)
    return "no chain leads from `\(from)` to `\(to)`; it leads to "
      + names.prefix(8).joined(separator: ", ")
      + (names.count > 8 ? ", … (\(names.count) in all)" : "")
  }

  private func explainNothing(_ map: CausalMap, into prose: inout Prose) {
    prose.gap()
    prose.add("NO CHAIN")
    prose.add(Self.nothing(map, from: ends.from.id, to: ends.to.id, limit: limit), indent: 2)
  }

  private func write(_ chain: Chain, number: Int, into prose: inout Prose) {
    let count = chain.verdicts.count
    prose.add("CHAIN \(number) (\(count) step\(count == 1 ? "" : "s")): \(chain.path.phrase)")
    var position = 0
    for step in chain.path.steps {
      switch step {
      case .ripple(let from, let to):
        prose.add("`\(from)` becomes `\(to)`: stated, not tested", indent: 4)
      case .claim(let configuration, let from, let to):
        guard position < chain.verdicts.count else { continue }
        let verdict = chain.verdicts[position]
        position += 1
        prose.add(
          "\(position). \(configuration): \(verdict.word.rawValue)", indent: 2)
        prose.add("from \(named(from)) to \(named(to))", indent: 5)
        if let deciding = verdict.deciding {
          prose.add(
            "decided by the \(deciding.part.kind.name) `\(deciding.part.id)`: "
              + deciding.computed.fullName, indent: 5)
        }
        let voices = verdict.threads.map(\.voice.name.string)
        prose.add(
          voices.isEmpty
            ? "no account tells it as connected"
            : "told as connected by \(voices.joined(separator: ", "))", indent: 5)
      }
    }
    guard let weakest = chain.weakest else { return }
    prose.add(
      "AS GOOD AS its weakest step, \(weakest.configuration.id): \(weakest.word.rawValue)",
      indent: 2)
    let stretch = chain.longestSupportedStretch
    prose.add("longest supported stretch: \(stretch) of \(count)", indent: 4)
    prose.add("told as: \(chain.telling.rawValue)\(accounts(chain))", indent: 4)
  }

  private func accounts(_ chain: Chain) -> String {
    guard !chain.threads.isEmpty else { return "" }
    let words = chain.threads.map { thread in
      "\(thread.voice.name) (\(thread.items.map(\.string).joined(separator: ", ")))"
    }
    return " of \(words.joined(separator: "; "))"
  }

  private func named(_ id: Text) -> String {
    let title = title(id)
    return title.isEmpty ? "`\(id)`" : "`\(id)` (\(title))"
  }

  private func title(_ id: Text) -> String {
    if let position = judge.index.configuration(id) {
      return judge.index.configurations[position].title.string
    }
    return judge.index.title(id)?.string ?? ""
  }
}
