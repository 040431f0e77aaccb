import Diagnostics
import GraphQuery
import PropertyGraph

/// The options of a statement with parameters known and names checked: which of the recorded
/// evidence it looks at, by which rules, and how the table is split.
struct EvidenceSelection {
  let narrowing: Narrowing
  let rules: Rules
  let by: Narrowing.Field?

  /// Resolves the options. Throws for unknown names, a date that is none, and what is wanted and
  /// unwanted at once. One query for each field that ONLY or WITHOUT names.
  init(
    _ options: EvidenceOptions, _ parameters: PropertyMap, rules: StatementRules,
    run: EvidenceLoader.Run
  ) throws {
    self.rules = try rules.rules(options.rules, parameters)
    by = options.by
    var narrowing = Narrowing()
    narrowing.scales = try Self.scales(options.scales, parameters)
    if let reference = options.asOf {
      let date = try reference.id(in: parameters)
      guard let asOf = PartialDate(date) else {
        throw Wording.malformedDate(date).at(reference.span, in: nil)
      }
      narrowing.asOf = asOf
    }
    for field in Narrowing.Field.selectable {
      let only = options.only[field] ?? []
      let without = options.without[field] ?? []
      guard !(only + without).isEmpty else { continue }
      let known = try field.knownNames.map { try run($0, PropertyMap()).rows } ?? []
      let names = known.map(ResultRow.init(values:)).compactMap { $0.text(0) }
      if !only.isEmpty {
        narrowing.only[field] = Set(
          try only.map { try Self.known($0, field, among: names, parameters) })
      }
      for reference in without {
        let id = try Self.known(reference, field, among: names, parameters)
        if narrowing.only[field]?.contains(id) ?? false {
          throw Wording.contradictoryOptions(field.keyword, id).at(reference.span, in: nil)
        }
        narrowing.without[field, default: []].insert(id)
      }
    }
    self.narrowing = narrowing
  }

  /// A misspelt name would leave everything as it is and say nothing.
  private static func known(
    _ reference: Reference, _ field: Narrowing.Field, among names: [Text],
    _ parameters: PropertyMap
  ) throws(Diagnostic) -> Text {
    let id = try reference.id(in: parameters)
    // A voice that is no participant is known only when all items are.
    if field == .voice, Voice.Kind.isNamed(by: id) { return id }
    guard names.contains(id) else {
      throw Wording.unknownReference(field.rawValue, id, known: names).at(reference.span, in: nil)
    }
    return id
  }

  private static func scales(
    _ references: [Reference], _ parameters: PropertyMap
  ) throws(Diagnostic) -> Set<Text> {
    var scales: Set<Text> = []
    for reference in references {
      let scale = try reference.id(in: parameters)
      guard Property.scales.contains(scale) else {
        throw Wording.unknownReference("scale", scale, known: Property.scales, called: "scales")
          .at(reference.span, in: nil)
      }
      scales.insert(scale)
    }
    return scales
  }

  /// Throws where ONLY or WITHOUT names a voice, `survey:wp1.2|directors`, that no item has.
  func checkVoices(
    _ options: EvidenceOptions, _ parameters: PropertyMap, in evidence: RecordedEvidence
  ) throws(Diagnostic) {
    let references = (options.only[.voice] ?? []) + (options.without[.voice] ?? [])
    var voices: [Text]?
    for reference in references {
      let id = try reference.id(in: parameters)
      guard Voice.Kind.isNamed(by: id) else { continue }
      let known: [Text]
      if let voices {
        known = voices
      } else {
        known = try Judge(evidence, rules: rules).voices.map(\.id)
      }
      voices = known
      guard known.contains(id) else {
        throw Wording.unknownReference("voice", id, known: known).at(reference.span, in: nil)
      }
    }
  }

  // MARK: Applying it

  /// What is looked at, and the undated items that AS OF left out.
  func narrow(
    _ evidence: RecordedEvidence
  ) -> (evidence: RecordedEvidence, undated: [Text]) {
    narrowing.narrow(evidence, certainty: rules.independence.aliasCertainty)
  }

  /// The same with the undated items in it.
  func narrowIncludingUndated(_ evidence: RecordedEvidence) -> RecordedEvidence {
    var including = narrowing
    including.includesUndated = true
    return including.narrow(evidence, certainty: rules.independence.aliasCertainty).evidence
  }

  /// The tables that a statement shows: one, or with BY one for each value, in order.
  func groups(
    of narrowed: RecordedEvidence
  ) -> [(value: Text?, evidence: RecordedEvidence)] {
    guard let by else { return [(nil, narrowed)] }
    let aliases = Aliases(narrowed.aliases, from: rules.independence.aliasCertainty)
    return Narrowing.values(of: by, in: narrowed, aliases).map { value in
      var only = Narrowing()
      only.only = [by: [value]]
      let part = only.narrow(narrowed, certainty: rules.independence.aliasCertainty)
      return (value, part.evidence)
    }
  }

  /// `left out e2, e4; with them: contested`: what AS OF left out for want of a date.
  static func undatedRemark(_ undated: [Text], _ change: String) -> Text {
    Text("left out \(undated.map(\.string).joined(separator: ", ")); with them: \(change)")
  }
}
