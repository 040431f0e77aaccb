import PropertyGraph

/// Renders an argument as text that a person can check step by step.
public struct ReasoningText: Sendable {
  /// A renderer.
  public init() {}

  /// The argument for one configuration, ending in a line break. Same value: same bytes.
  public func render(_ reasoning: Reasoning) -> String {
    var prose = Prose()
    write(reasoning, into: &prose)
    close(rules: reasoning.rules, into: &prose)
    return prose.text
  }

  /// The arguments for several configurations.
  public func render(_ reasonings: [Reasoning], rules: Rules) -> String {
    var prose = Prose()
    for reasoning in reasonings {
      prose.gap()
      write(reasoning, into: &prose)
    }
    close(rules: rules.reference, into: &prose)
    return prose.text
  }

  /// The argument for a theory: its word, then every configuration's argument.
  public func render(
    _ verdict: TheoryVerdict, configurations: [Reasoning], rules: Rules
  ) -> String {
    var prose = Prose()
    prose.add("THEORY \(verdict.theory.id): \(verdict.theory.title)")
    prose.add("Verdict: \(verdict.word.rawValue)", indent: 2)
    for (word, count) in verdict.byVerdict {
      prose.add(
        "\(count) configuration\(count == 1 ? "" : "s"): \(word.rawValue)", indent: 4)
    }
    write(verdict, into: &prose)
    for reasoning in configurations {
      prose.gap()
      write(reasoning, into: &prose)
    }
    close(rules: rules.reference, into: &prose)
    return prose.text
  }

  private func close(rules: String, into prose: inout Prose) {
    prose.gap()
    prose.add("Rules: \(rules)")
    prose.add("Note: \(Reasoning.caution)")
  }

  // MARK: One configuration

  private func write(_ reasoning: Reasoning, into prose: inout Prose) {
    let verdict = reasoning.verdict
    let configuration = verdict.configuration
    prose.add("CONFIGURATION \(configuration.id): \(configuration.title)")
    prose.add("Claim: \(reasoning.claim)", indent: 2)
    var facts = ["theories: \(list(configuration.theories.sorted().map(\.string)))"]
    if let paired = configuration.pairedBy { facts.append("paired by \(paired)") }
    if let group = configuration.group { facts.append("group \(group)") }
    facts.append("reach \(configuration.reach.rawValue)")
    prose.add(facts.joined(separator: "; "), indent: 2)
    prose.gap()
    prose.add("VERDICT: \(verdict.word.rawValue)")
    if let deciding = verdict.deciding {
      prose.add(
        "decided by the \(deciding.part.kind.name) `\(deciding.part.id)`: "
          + deciding.computed.fullName, indent: 2)
    }
    if let caution = verdict.word.caution { prose.add("\(caution)", indent: 2) }
    for (number, overrule) in verdict.overrules.enumerated() {
      let role = number == 0 ? "overruled by an analyst" : "overruled before"
      prose.add("\(role): \(overrule.phrase), because \(overrule.reason)", indent: 2)
    }
    prose.add("\(verdict.tally.phrase); \(verdict.coverage.phrase)", indent: 2)
    prose.add("threads: \(threads(verdict))", indent: 2)
    prose.add("espoused and realised: \(verdict.cell.rawValue)", indent: 2)
    for place in reasoning.espousedAt { prose.add("espoused by \(place)", indent: 2) }
    for spread in verdict.activation {
      let levels = zip(Activation.allCases, spread.voices).filter { $0.1 > 0 }
        .map { "\($0.0.rawValue) \($0.1)" }
      let place = spread.context.map { "in context `\($0)`" } ?? "no context named"
      prose.add("activation by voices, \(place): \(list(levels))", indent: 2)
    }
    for variant in reasoning.sensitivity.aliasVariants { prose.add(phrase(variant), indent: 2) }
    prose.gap()
    prose.add("HOW IT WAS REACHED (the first rule that fits decides)")
    write(reasoning.steps, indent: 2, into: &prose)
    prose.gap()
    prose.add("PARTS")
    for (number, part) in reasoning.parts.enumerated() {
      write(part, number: number + 1, into: &prose)
    }
    writeFlips(reasoning.flips, into: &prose)
    write(reasoning.sensitivity, into: &prose)
    writeReadings(reasoning, into: &prose)
    if !verdict.cautions.isEmpty {
      prose.gap()
      prose.add("TO LOOK AT")
      for caution in verdict.cautions { prose.add("- \(caution.sentence)", indent: 2) }
    }
  }

  private func write(_ steps: [Reasoning.Step], indent: Int, into prose: inout Prose) {
    for step in steps {
      let mark = step.fired ? "yes" : "no"
      prose.add("\(step.number). \(step.name): \(mark), \(step.why)", indent: indent)
    }
  }

  private func threads(_ verdict: ConfigurationVerdict) -> String {
    if verdict.threads.isEmpty { return "none" }
    let whose = verdict.threads.map {
      "`\($0.voice.name)` (\($0.items.map(\.string).joined(separator: ", ")))"
    }
    return "\(verdict.threads.count), of \(whose.joined(separator: "; "))"
  }

  private func phrase(_ variant: Sensitivity.AliasVariant) -> String {
    let pairs = variant.aliases.map { "\($0.name) = \($0.same) (\($0.certainty.rawValue))" }
    return "with doubtful aliases \(variant.isMerged ? "merged" : "split") "
      + "(\(pairs.joined(separator: ", "))): \(variant.word.rawValue)"
  }

  // MARK: Parts

  private func write(
    _ part: Reasoning.PartReasoning, number: Int, into prose: inout Prose
  ) {
    let verdict = part.verdict
    let required = verdict.part.isRequired ? "" : " (shown, not required)"
    prose.gap()
    prose.add(
      "\(number). \(verdict.part.kind.name) `\(verdict.part.id)`: \(verdict.word.fullName)\(required)",
      indent: 2)
    if !part.title.isEmpty { prose.add(part.title, indent: 5) }
    if verdict.word != verdict.computed {
      prose.add("its own evidence alone: \(verdict.computed.fullName)", indent: 5)
    }
    prose.add("espoused and realised: \(verdict.cell.rawValue)", indent: 5)
    for place in part.espousedAt { prose.add("espoused by \(place)", indent: 5) }
    write(part.supporting, part.supportingRepeats, "FOR", into: &prose)
    write(part.challenging, part.challengingRepeats, "AGAINST", into: &prose)
    write(part.espousing, "ONLY HOPED OR FEARED (never for or against)", into: &prose)
    write(part.qualifying, "QUALIFIES", into: &prose)
    write(part.silent, "SILENT", into: &prose)
    write(part.setAside, "SET ASIDE", into: &prose)
    prose.add("Rules:", indent: 5)
    write(part.steps, indent: 7, into: &prose)
  }

  private func write(
    _ voices: [Reasoning.VoiceReasoning], _ repeats: [Reasoning.ItemReasoning], _ side: String,
    into prose: inout Prose
  ) {
    guard !voices.isEmpty || !repeats.isEmpty else { return }
    prose.add("\(side): \(voices.count) voice\(voices.count == 1 ? "" : "s")", indent: 5)
    var written: [Text: String] = [:]
    for voice in voices {
      let testimony = voice.testimony
      let mixed = testimony.isMixed ? ", internally mixed: speaks on both sides" : ""
      prose.add(
        "\(testimony.voice.name) (\(testimony.voice.kind.name)): "
          + "\(testimony.weight.rawValue)\(mixed)", indent: 7)
      for (position, item) in voice.items.enumerated() {
        let label = position == 0 ? "counts" : "repeat of the same voice"
        if let above = written[item.id] {
          prose.add("\(item.id) (\(label)): as under \(above)", indent: 9)
          continue
        }
        written[item.id] = testimony.voice.name.string
        write(item, label: label, into: &prose)
      }
    }
    guard !repeats.isEmpty else { return }
    prose.add("repeats, which add no voice", indent: 7)
    for item in repeats { write(item, label: item.remark ?? "repeat", into: &prose) }
  }

  private func write(
    _ items: [Reasoning.ItemReasoning], _ heading: String, into prose: inout Prose
  ) {
    guard !items.isEmpty else { return }
    prose.add("\(heading):", indent: 5)
    for item in items { write(item, label: item.remark, into: &prose) }
  }

  private func write(
    _ item: Reasoning.ItemReasoning, label: String?, into prose: inout Prose
  ) {
    let suffix = label.map { " (\($0))" } ?? ""
    prose.add("\(item.id)\(suffix): \(item.statement)", indent: 9)
    prose.add("\(item.source); \(item.nature); \(item.date)", indent: 11)
    for place in item.places { prose.add(place, indent: 11) }
    prose.add(item.use, indent: 11)
    prose.add(item.weight, indent: 11)
    prose.add(item.judgement, indent: 11)
  }

  // MARK: Flips and readings

  private func writeFlips(_ flips: [Reasoning.Flip], into prose: inout Prose) {
    prose.gap()
    prose.add("WHAT WOULD CHANGE IT")
    guard let smallest = flips.first else {
      prose.add("no single voice, by leaving or by coming", indent: 2)
      return
    }
    prose.add("smallest change: \(sentence(smallest))", indent: 2)
    for flip in flips.dropFirst() { prose.add("also: \(sentence(flip))", indent: 2) }
  }

  private func sentence(_ flip: Reasoning.Flip) -> String {
    switch flip.change {
    case .without(let voice, let heaviest):
      "without \(voice.name) (\(voice.kind.name), \(heaviest.rawValue)): \(flip.word.rawValue)"
    case .with(let weight, let isFor, let part):
      "one more \(weight.rawValue) voice \(isFor ? "for" : "against") `\(part)`: "
        + flip.word.rawValue
    }
  }

  /// Voices that leave stand in the block before; here is all the rest that was tried.
  private func write(_ sensitivity: Sensitivity, into prose: inout Prose) {
    prose.gap()
    prose.add("HOW FIRM IT IS")
    prose.add(sensitivity.breakSentence, indent: 2)
    for flip in sensitivity.flips {
      if case .withoutVoice = flip.trial { continue }
      prose.add("changes \(flip.phrase)", indent: 2)
    }
    let unchanged = sensitivity.unchanged
    if !unchanged.isEmpty {
      prose.add("unchanged \(unchanged.joined(separator: "; "))", indent: 2)
    }
  }

  private func writeReadings(_ reasoning: Reasoning, into prose: inout Prose) {
    guard !reasoning.readings.isEmpty else { return }
    prose.gap()
    prose.add("WHAT AUTHORS SAY (compared, never counted)")
    for comparison in reasoning.readings {
      let reading = comparison.reading
      prose.add("\(reading.id): \(reading.statement)", indent: 2)
      if let place = comparison.place { prose.add(place, indent: 4) }
      let printed = reading.asPrinted.map { " (“\($0)”)" } ?? ""
      prose.add("computed: \(reasoning.verdict.word.rawValue)", indent: 4)
      prose.add("authors say: \(reading.verdict)\(printed)", indent: 4)
      prose.add(
        "\(comparison.agrees ? "they agree" : "why they differ"): \(comparison.why)", indent: 4)
    }
  }

  private func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
