public import PropertyGraph

extension Judge {
  /// The whole argument for the verdict on a configuration; `nil` if there is none of that id.
  public func reasoning(onConfiguration id: Text) -> Reasoning? {
    verdict(onConfiguration: id).map(reasoning(for:))
  }

  /// The whole argument for a verdict that this judge gave.
  public func reasoning(for verdict: ConfigurationVerdict) -> Reasoning {
    reasoning(for: verdict, sensitivity(of: verdict))
  }

  /// The same for several verdicts, which share what is prepared once.
  public func reasoning(for verdicts: [ConfigurationVerdict]) -> [Reasoning] {
    let firmness = sensitivities(of: verdicts)
    return workers.map(firmness.count, watch: watch, state: {}) { _, number in
      reasoning(for: verdicts[number], firmness[number])
    }
  }

  /// The whole argument, its firmness being known.
  func reasoning(for verdict: ConfigurationVerdict, _ sensitivity: Sensitivity) -> Reasoning {
    let writer = ItemWriter(bench: bench)
    let comparisons = ReadingComparisons(verdict: verdict)
    return Reasoning(
      verdict: verdict, claim: claim(of: verdict.configuration),
      espousedAt: unique(verdict.espousals.map { writer.place($0.place) }),
      steps: ConfigurationArgument(verdict: verdict).steps(),
      parts: verdict.parts.map { part($0, writer) },
      flips: Flips(judge: self).find(for: verdict, sensitivity), sensitivity: sensitivity,
      readings: verdict.readings.map { reading in
        comparisons.compare(reading, place: reading.place.map(writer.place))
      },
      rules: rules.reference)
  }

  private func part(_ verdict: PartVerdict, _ writer: ItemWriter) -> Reasoning.PartReasoning {
    let balance = verdict.count.balance
    let titles = verdict.part.nodes.compactMap { index.title($0)?.string }
    return Reasoning.PartReasoning(
      verdict: verdict, title: titles.joined(separator: " -> "),
      espousedAt: unique(verdict.espousals.map { writer.place($0.place) }),
      supporting: voices(balance.supporting, verdict.count.supportingRepeats, writer),
      challenging: voices(balance.challenging, verdict.count.challengingRepeats, writer),
      supportingRepeats: verdict.count.supportingRepeats.map(writer.write),
      challengingRepeats: verdict.count.challengingRepeats.map(writer.write),
      espousing: writer.write(verdict.count.espousing),
      qualifying: writer.write(verdict.count.qualifying),
      silent: writer.write(verdict.count.silent),
      setAside: writer.write(verdict.count.setAside)
        + writer.write(verdict.count.coders, remark: "the coder is no source; never counted"),
      steps: PartArgument(rules: rules, balance: balance).steps())
  }

  /// Items that a voice only took over from another (a site's document read by an analysis) are
  /// listed there as repeats, unless one of them is the item that counts.
  private func voices(
    _ side: [Testimony], _ repeats: [Repeat], _ writer: ItemWriter
  ) -> [Reasoning.VoiceReasoning] {
    side.map { testimony in
      let folded = Set(repeats.map(\.entry.item))
      let items = testimony.entries.enumerated().filter { index, entry in
        index == 0 || !folded.contains(entry.item)
      }
      return Reasoning.VoiceReasoning(
        testimony: testimony, items: writer.write(items.map(\.element)))
    }
  }

  private func unique(_ lines: [String]) -> [String] {
    var seen: Set<Text> = []
    return lines.filter { seen.insert(Text($0)).inserted }
  }

  /// The claim of a configuration: `if context, then mechanism, so outcome, because reasoning`.
  public func claim(of configuration: RecordedEvidence.Configuration) -> String {
    func names(_ ids: [Text]) -> String {
      ids.sorted().map { index.title($0)?.string ?? $0.string }.joined(separator: " and ")
    }
    let conditions = configuration.contexts.filter { $0.role != .caseForChange }.map(\.context)
    var clauses: [String] = []
    if !conditions.isEmpty { clauses.append("if \(names(conditions))") }
    clauses.append(
      "\(conditions.isEmpty ? "if" : "then") "
        + (configuration.mechanisms.isEmpty ? "(no mechanism)" : names(configuration.mechanisms)))
    clauses.append(
      "\(conditions.isEmpty ? "then" : "so") "
        + (configuration.outcomes.isEmpty ? "(no outcome)" : names(configuration.outcomes)))
    if let because = configuration.because { clauses.append("because \(because)") }
    let sentence = clauses.joined(separator: ", ")
    return configuration.isIntended ? sentence : "\(sentence) (nobody intended it)"
  }
}

extension Rules {
  /// Name, version and hash, as printed with every verdict.
  public var reference: String { "\(name), version \(version), \(hash)" }

  /// The same with so much of the hash as tells rules apart by eye, for tables.
  var shortReference: String { "\(name), version \(version), \(hash.string.prefix(12))" }
}
