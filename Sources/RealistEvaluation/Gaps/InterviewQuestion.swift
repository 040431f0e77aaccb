import PropertyGraph

/// Writes gaps as questions that can be put to a person: open both ways, and grammatical whatever
/// the titles are, since those stand in quotation marks.
struct InterviewQuestion {
  let index: EvidenceIndex

  // MARK: Parts

  /// The question on a part of a configuration.
  func text(
    on part: Part, of configuration: RecordedEvidence.Configuration, isEspoused: Bool
  ) -> String {
    let question = question(on: part, of: configuration)
    return isEspoused
      ? question + " Have you seen it yourself, or is it meant or hoped for?" : question
  }

  private func question(
    on part: Part, of configuration: RecordedEvidence.Configuration
  ) -> String {
    let first = part.nodes[0]
    switch part.kind {
    case .mechanism: return mechanism(part, first)
    case .innerLink:
      return "When people are given this, \(resource(first)), do they respond like this, "
        + "\(reasoning(first))? What makes them do so, or not?"
    case .outcome:
      return "Has this come about where you work, or has it not: \(title(first))? How can you tell?"
    case .outwardLink:
      return "Where this was taken up, \(title(first)), did it lead to this, "
        + "\(title(part.nodes[1]))? How did it, or why did it not?"
    case .context:
      return "Is this so where you work, or is it not: \(title(first))? What tells you?"
    case .contextLink:
      let slot = configuration.contexts.first { $0.context == first }
      return contextLink(first, part.nodes[1], ContextEffect(slot?.effect))
    }
  }

  private func mechanism(_ part: Part, _ id: Text) -> String {
    if part.id == Text("\(id).resource") {
      return "Is this in force where you work, or is it not: \(resource(id))? What did you see?"
    }
    if part.id == Text("\(id).reasoning") {
      return "Do people where you work respond like this, or do they not: \(reasoning(id))? "
        + "What did you see them do?"
    }
    return "Is this in place and used as it was meant where you work, or is it not: \(title(id))? "
      + "What did you see?"
  }

  private func contextLink(_ context: Text, _ mechanism: Text, _ effect: ContextEffect?) -> String {
    let start = "Where this is so, \(title(context)), "
    switch effect {
    case .enables:
      return start + "does it make this more likely, \(title(mechanism)), or does it not? How?"
    case .constrains:
      return start + "does it hold this back, \(title(mechanism)), or does it not? How?"
    case .makesUnnecessary:
      return start + "is this no longer needed, \(title(mechanism)), or is it still? Why?"
    case nil:
      return start + "what does it do to this, if anything: \(title(mechanism))?"
    }
  }

  // MARK: Contrasts and unexplained evidence

  /// The question on a mechanism that was never contrasted.
  func contrast(_ mechanism: Text, across context: Text?) -> String {
    guard let context else {
      return "Where was this taken up, and where was it not: \(title(mechanism))? "
        + "What was different there?"
    }
    return "Do you know places where this is so, \(title(context)), and places where it is not? "
      + "Was this taken up in each of them: \(title(mechanism))?"
  }

  /// The question on evidence about a record that no configuration takes up.
  func unexplained(about id: Text, kind: UnexplainedEvidence.Subject) -> String {
    switch kind {
    case .context:
      return "Where this is so, what follows from it, and for whom: \(title(id))?"
    case .mechanism:
      return "What comes of this, and where does it come to nothing: \(title(id))?"
    case .outcome:
      return "What brings this about, and where does it fail to come: \(title(id))?"
    case .configuration(let title):
      return "What else is at work here, besides what is claimed: \(Quoted.title(title, id: id))?"
    case .theory(let title):
      return "What would explain what was seen, if this does not: \(Quoted.title(title, id: id))?"
    case .item(let statement):
      return "Somebody said this: \(Quoted.title(statement, id: id)). Have you seen it too, and "
        + "what brings it about?"
    case .other:
      return "What was seen there, and what brought it about: `\(id)`?"
    }
  }

  // MARK: Titles

  private func title(_ id: Text) -> String { Quoted.title(index.title(id), id: id) }

  private func resource(_ id: Text) -> String {
    Quoted.title(index.mechanism(id)?.resource ?? index.title(id), id: id)
  }

  private func reasoning(_ id: Text) -> String {
    Quoted.title(index.mechanism(id)?.reasoning ?? index.title(id), id: id)
  }
}
