import PropertyGraph

/// Puts an argument into nested maps and lists, so that a program can read what a person reads:
/// every item, weight and rule. Same value: same maps.
struct ReasoningValue {
  func value(_ reasoning: Reasoning) -> Value {
    let verdict = reasoning.verdict
    return .map([
      "claim": Value(reasoning.claim), "verdict": Value(verdict.word.rawValue),
      "deciding_part": .text(verdict.deciding?.part.id),
      "remark": .text(verdict.word.caution.map { Text($0) }),
      "overrules": .list(verdict.overrules.map(value)),
      "passages": .count(verdict.tally.passages), "sources": .count(verdict.tally.sources),
      "voices": .count(verdict.tally.voices),
      "parts_evidenced": .count(verdict.coverage.evidenced),
      "parts_required": .count(verdict.coverage.required),
      "threads": .list(verdict.threads.map(value)), "cell": Value(verdict.cell.rawValue),
      "espoused_at": .texts(reasoning.espousedAt),
      "activation": .list(verdict.activation.map(value)),
      "steps": .list(reasoning.steps.map(value)), "parts": .list(reasoning.parts.map(value)),
      "changes": .list(reasoning.flips.map(value)),
      "sensitivity": value(reasoning.sensitivity),
      "readings": .list(reasoning.readings.map(value)),
      "cautions": .texts(verdict.cautions.map(\.sentence)), "rules": Value(reasoning.rules),
    ])
  }

  // MARK: The configuration

  private func value(_ overrule: RecordedEvidence.Overrule) -> Value {
    .map([
      "id": .text(overrule.id), "verdict": .text(overrule.verdict),
      "reason": .text(overrule.reason), "judged_by": .text(overrule.judgedBy),
      "date": .text(overrule.date),
    ])
  }

  private func value(_ thread: ConfigurationVerdict.Thread) -> Value {
    .map([
      "voice": .text(thread.voice.id), "name": .text(thread.voice.name),
      "document": .text(thread.document), "method": .text(thread.method),
      "date": .text(thread.date), "items": .list(thread.items.map { .text($0) }),
    ])
  }

  private func value(_ spread: ConfigurationVerdict.ActivationSpread) -> Value {
    var map: PropertyMap = ["context": .text(spread.context)]
    for (level, count) in zip(Activation.allCases, spread.voices) {
      map[level.text] = .count(count)
    }
    return .map(map)
  }

  private func value(_ step: Reasoning.Step) -> Value {
    .map([
      "number": .count(step.number), "name": Value(step.name), "fired": .boolean(step.fired),
      "why": Value(step.why),
    ])
  }

  private func value(_ flip: Reasoning.Flip) -> Value {
    switch flip.change {
    case .without(let voice, let heaviest):
      .map([
        "without": .text(voice.id), "name": .text(voice.name), "weight": .text(heaviest.text),
        "verdict": Value(flip.word.rawValue),
      ])
    case .with(let weight, let isFor, let part):
      .map([
        "with": isFor ? "for" : "against", "weight": .text(weight.text), "part": .text(part),
        "verdict": Value(flip.word.rawValue),
      ])
    }
  }

  private func value(_ sensitivity: Sensitivity) -> Value {
    .map([
      "breaks": Value(sensitivity.breakPhrase),
      "break_number": sensitivity.breakNumber.map { .count($0) } ?? .null,
      "break_voices": .list(sensitivity.breakVoices.map { .text($0.id) }),
      "tried": .texts(sensitivity.tried.map(\.phrase)),
      "flips": .list(
        sensitivity.flips.map {
          .map(["trial": Value($0.trial.phrase), "verdict": Value($0.word.rawValue)])
        }),
    ])
  }

  private func value(_ comparison: Reasoning.ReadingComparison) -> Value {
    .map([
      "id": .text(comparison.reading.id), "statement": .text(comparison.reading.statement),
      "verdict": .text(comparison.reading.verdict),
      "as_printed": .text(comparison.reading.asPrinted),
      "place": comparison.place.map { Value($0) } ?? .null, "agrees": .boolean(comparison.agrees),
      "why": Value(comparison.why),
    ])
  }

  // MARK: Parts

  private func value(_ part: Reasoning.PartReasoning) -> Value {
    let verdict = part.verdict
    return .map([
      "id": .text(verdict.part.id), "kind": Value(verdict.part.kind.name),
      "title": Value(part.title), "required": .boolean(verdict.part.isRequired),
      "verdict": Value(verdict.word.fullName), "computed": Value(verdict.computed.fullName),
      "rule": .count(verdict.rule), "cell": Value(verdict.cell.rawValue),
      "espoused_at": .texts(part.espousedAt),
      "supporting": .list(part.supporting.map(value)),
      "challenging": .list(part.challenging.map(value)),
      "repeats": .list((part.supportingRepeats + part.challengingRepeats).map(value)),
      "espousing": .list(part.espousing.map(value)),
      "qualifying": .list(part.qualifying.map(value)), "silent": .list(part.silent.map(value)),
      "set_aside": .list(part.setAside.map(value)), "steps": .list(part.steps.map(value)),
    ])
  }

  private func value(_ voice: Reasoning.VoiceReasoning) -> Value {
    let testimony = voice.testimony
    return .map([
      "voice": .text(testimony.voice.id), "name": .text(testimony.voice.name),
      "kind": Value(testimony.voice.kind.name), "weight": .text(testimony.weight.text),
      "mixed": .boolean(testimony.isMixed), "items": .list(voice.items.map(value)),
    ])
  }

  private func value(_ item: Reasoning.ItemReasoning) -> Value {
    .map([
      "id": .text(item.id), "statement": .text(item.statement), "source": Value(item.source),
      "places": .texts(item.places), "date": Value(item.date), "nature": Value(item.nature),
      "use": Value(item.use), "weight": Value(item.weight), "judgement": Value(item.judgement),
      "remark": item.remark.map { Value($0) } ?? .null,
    ])
  }
}

extension Value {
  fileprivate static func text(_ text: Text?) -> Value { text.map { .text($0) } ?? .null }
  fileprivate static func count(_ number: Int) -> Value { .integer(Int64(number)) }
  fileprivate static func texts(_ texts: [String]) -> Value { .list(texts.map { Value($0) }) }
}
