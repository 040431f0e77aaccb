import PropertyGraph

extension ReportContents {
  /// The report without anything that tells who said what. O(size).
  func redacted(by redaction: Redaction) -> ReportContents {
    var clean = self
    clean.title = redaction.text(title)
    clean.description = description.map(redaction.text)
    clean.theories = theories.map { $0.redacted(by: redaction) }
    return clean
  }
}

extension ReportTheory {
  fileprivate func redacted(by redaction: Redaction) -> ReportTheory {
    let text = redaction.text
    var clean = self
    clean.statement = statement.map(text)
    clean.facts = facts.map(text)
    clean.verdicts = verdicts.map { verdict in
      var clean = verdict
      clean.title = text(verdict.title)
      clean.claim = ReportVerdict.Claim(
        contexts: verdict.claim.contexts.map(text), mechanisms: verdict.claim.mechanisms.map(text),
        outcomes: verdict.claim.outcomes.map(text))
      clean.sensitivity = verdict.sensitivity.map(text)
      clean.readings = verdict.readings.map {
        ReportReading(
          word: $0.word, statement: text($0.statement), place: $0.place.map(text),
          why: text($0.why))
      }
      clean.parts = verdict.parts.map { part in
        var clean = part
        clean.why = text(part.why)
        clean.sides = part.sides.map { side in
          ReportPart.Side(
            name: side.name,
            voices: side.voices.map { (name: text($0.name), items: $0.items.map(text)) })
        }
        return clean
      }
      return clean
    }
    clean.items = items.map { item in
      if let reason = redaction.reason(toHide: item.id) {
        return ReportItem(id: text(item.id), statement: reason)
      }
      return ReportItem(
        id: text(item.id), statement: text(item.statement), source: text(item.source),
        places: item.places.map(text), date: item.date, nature: text(item.nature))
    }
    clean.contrasts = contrasts.map {
      ReportContrast(
        mechanism: text($0.mechanism), context: text($0.context), observed: text($0.observed),
        reading: $0.reading, why: text($0.why))
    }
    clean.gaps = gaps.map {
      ReportGap(
        kind: $0.kind, question: text($0.question), ask: text($0.ask), changes: $0.changes)
    }
    return clean
  }
}
