public import PropertyGraph
public import RealistEvaluation

extension ReportVerdict {
  /// A configuration's verdict with what authors say of it and the whole argument.
  public init(_ reasoning: Reasoning) {
    let verdict = reasoning.verdict
    let configuration = verdict.configuration
    var counts = [verdict.tally.phrase, verdict.coverage.phrase]
    counts.append(
      verdict.threads.isEmpty
        ? "no thread"
        : "\(verdict.threads.count) thread\(verdict.threads.count == 1 ? "" : "s")")
    self.init(
      id: configuration.id,
      title: configuration.title.isEmpty ? configuration.id : configuration.title,
      verdict: FigureVerdict(verdict.word), caution: verdict.word.caution.map { Text($0) },
      deciding: verdict.deciding.map {
        Text("\($0.part.kind.name) \($0.part.id): \(FigureVerdict($0.word).words)")
      }, counts: counts.map { Text($0) }, cell: Text(verdict.cell.rawValue),
      readings: reasoning.readings.map { comparison in
        ReportReading(
          word: comparison.reading.verdict, statement: comparison.reading.statement,
          place: comparison.place.map { Text($0) }, why: Text(comparison.why))
      }, reasoning: Text(ReasoningText().render(reasoning)))
  }
}

extension ReportTheory {
  /// A theory's verdict. Configurations that belong to it only through a theory that is part of it
  /// are counted, and shown with that theory.
  public init(
    _ verdict: TheoryVerdict, reasoning: [Reasoning], statement: Text? = nil,
    picture: [UInt8]? = nil, files: [ReportFile] = []
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
      "\(verdict.observedParts) of \(verdict.requiredParts) required parts have observed evidence")
    facts.append("Scales reached: \(Self.list(verdict.scales.map(\.string)))")
    facts.append("Kinds of method: \(Self.list(verdict.methods.map(\.rawValue)))")
    facts.append(
      "\(verdict.configuredMechanisms) of \(verdict.listedMechanisms) listed mechanisms stand in a "
        + "configuration")
    self.init(
      id: theory.id, title: theory.title.isEmpty ? theory.id : theory.title,
      statement: statement, word: Text(verdict.word.rawValue), facts: facts.map { Text($0) },
      picture: picture, files: files, verdicts: own.map(ReportVerdict.init))
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
