public import PropertyGraph
public import RealistEvaluation

extension ReportVerdict {
  /// A configuration's verdict with what authors say of it, its parts and how firm it is.
  /// `title` names the elements that it stands on.
  public init(_ reasoning: Reasoning, title: (Text) -> Text = { $0 }) {
    let verdict = reasoning.verdict
    let configuration = verdict.configuration
    var counts = [verdict.tally.phrase, verdict.coverage.phrase]
    counts.append(
      verdict.threads.isEmpty
        ? "no thread"
        : "\(verdict.threads.count) thread\(verdict.threads.count == 1 ? "" : "s")")
    counts += verdict.overrules.map { "overruled by an analyst: \($0.phrase), \($0.reason)" }
    self.init(
      id: configuration.id,
      title: configuration.title.isEmpty ? configuration.id : configuration.title,
      claim: Claim(configuration, title: title),
      verdict: FigureVerdict(verdict.word), caution: verdict.word.caution.map { Text($0) },
      deciding: verdict.deciding.map {
        Text("\($0.part.kind.name) \($0.part.id): \(FigureVerdict($0.word).words)")
      }, counts: counts.map { Text($0) }, cell: Text(verdict.cell.rawValue),
      readings: reasoning.readings.map { comparison in
        ReportReading(
          word: comparison.reading.verdict, statement: comparison.reading.statement,
          place: comparison.place.map { Text($0) }, why: Text(comparison.why))
      }, parts: reasoning.parts.map(ReportPart.init),
      sensitivity: Self.sentences(reasoning.sensitivity))
  }

  private static func sentences(_ sensitivity: Sensitivity) -> [Text] {
    var sentences = [
      Text("Voices that must leave before it changes: \(sensitivity.breakPhrase).")
    ]
    let flips = sensitivity.flips
    sentences.append(
      Text("\(flips.count) of \(sensitivity.tried.count) single changes give another verdict."))
    return sentences + flips.map { Text("\($0.phrase).") }
  }
}

extension ReportVerdict.Claim {
  fileprivate init(_ configuration: RecordedEvidence.Configuration, title: (Text) -> Text) {
    self.init(
      contexts: configuration.contexts.map { slot in
        let words = title(slot.context)
        return slot.role == .caseForChange ? Text("\(words) (case for change)") : words
      }, mechanisms: configuration.mechanisms.map(title),
      outcomes: configuration.outcomes.map(title))
  }
}

extension ReportPart {
  /// A part with the rule that gave its verdict and everybody who speaks on it.
  public init(_ part: Reasoning.PartReasoning) {
    let verdict = part.verdict
    let rule = part.steps.last
    var sides: [Side] = []
    func add(_ name: Text, _ voices: [(name: Text, items: [Text])]) {
      if !voices.isEmpty { sides.append(Side(name: name, voices: voices)) }
    }
    func voices(_ side: [Reasoning.VoiceReasoning]) -> [(name: Text, items: [Text])] {
      side.map { voice in
        let words =
          "\(voice.testimony.voice.name) (\(voice.testimony.voice.kind.name), "
          + "\(voice.testimony.weight.rawValue))"
        return (name: Text(words), items: voice.items.map(\.id))
      }
    }
    func items(_ items: [Reasoning.ItemReasoning]) -> [(name: Text, items: [Text])] {
      let nobody: Text = ""
      return items.isEmpty ? [] : [(name: nobody, items: items.map(\.id))]
    }
    add("For", voices(part.supporting))
    add("Against", voices(part.challenging))
    add("Repeats, which add no voice", items(part.supportingRepeats + part.challengingRepeats))
    add("Only hoped or feared", items(part.espousing))
    add("Qualifies", items(part.qualifying))
    add("Searched for in vain", items(part.silent))
    add("Set aside", items(part.setAside))
    add("Espoused by", part.espousedAt.map { (name: Text($0), items: [Text]()) })
    self.init(
      name: Text("\(verdict.part.kind.name) \(verdict.part.id)"),
      title: part.title.isEmpty ? verdict.part.id : Text(part.title),
      verdict: FigureVerdict(verdict.word),
      why: rule.map { Text("rule \($0.number), \($0.name): \($0.why)") } ?? "", sides: sides)
  }
}

extension ReportItem {
  /// An item as the argument has it.
  public init(_ item: Reasoning.ItemReasoning) {
    self.init(
      id: item.id, statement: item.statement, source: Text(item.source),
      places: item.places.map { Text($0) }, date: Text(item.date), nature: Text(item.nature))
  }
}

extension Reasoning {
  /// Every item of the argument, each once, in order of id.
  var items: [ItemReasoning] {
    var seen: Set<Text> = []
    var items: [ItemReasoning] = []
    for part in parts {
      for voice in part.supporting + part.challenging { items += voice.items }
      items += part.supportingRepeats + part.challengingRepeats
      items += part.espousing + part.qualifying
      items += part.silent + part.setAside
    }
    return items.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }
}

extension ReportTheory {
  /// A theory's verdict. Configurations that belong to it only through a theory that is part of it
  /// are counted, and shown with that theory.
  public init(
    _ verdict: TheoryVerdict, reasoning: [Reasoning], title: (Text) -> Text = { $0 },
    statement: Text? = nil, picture: [UInt8]? = nil, files: [ReportFile] = []
  ) {
    let theory = verdict.theory
    let own = reasoning.filter { $0.verdict.configuration.theories.contains(theory.id) }
    var facts: [String] = []
    if !verdict.configurations.isEmpty {
      let words = verdict.byVerdict.map { "\($0.count) \($0.word.rawValue)" }
      facts.append("Configurations: " + words.joined(separator: "; "))
    }
    let others = verdict.configurations.count {
      !$0.configuration.theories.contains(theory.id)
    }
    if others > 0 {
      facts.append("\(others) of these are shown with the theories that are part of this one")
    }
    facts.append(
      "\(verdict.fit.observedParts) of \(verdict.fit.requiredParts) required parts have observed evidence"
    )
    facts.append(
      "The theory reaches \(verdict.fit.reachedItems) of \(verdict.fit.items) items of evidence; "
        + "\(verdict.fit.unexplained.count) no configuration reaches")
    facts += verdict.fit.gaps.map { "Said and seen at scale \($0.phrase)" }
    facts.append(
      verdict.theory.rivals.isEmpty
        ? "No rival is declared" : "Rivals: \(Self.list(verdict.theory.rivals.map(\.string)))")
    facts.append("Scales reached: \(Self.list(verdict.scales.map(\.string)))")
    facts.append("Kinds of method: \(Self.list(verdict.methods.map(\.rawValue)))")
    facts.append(
      "\(verdict.configuredMechanisms) of \(verdict.listedMechanisms) listed mechanisms stand in a "
        + "configuration")
    self.init(
      id: theory.id, title: theory.title.isEmpty ? theory.id : theory.title,
      statement: statement, word: Text(verdict.word.rawValue), facts: facts.map { Text($0) },
      picture: picture, files: files, verdicts: own.map { ReportVerdict($0, title: title) })
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
