import Diagnostics
import GraphQuery
import PropertyGraph

@testable import RealistEvaluation

/// Writes recorded evidence into a graph as a study would have it, and runs statements on it.
struct EvidenceGraph {
  let engine: QueryEngine
  private let graph = GraphView()

  init(
    _ evidence: RecordedEvidence, ripples: [(outcome: Text, becomes: Text)] = [],
    rules: Rules = .standard
  ) throws {
    engine = QueryEngine(
      graph: graph,
      catalogue: Catalogue(
        vocabulary: Catalogue.Vocabulary(.standard), functions: .standard,
        procedures: Procedure.standard + Procedure.realist, isReadOnly: true),
      extensions: RealistStatements.all.map { statement in
        statement.init(rules: rules) { (file) throws(Diagnostic) in
          var other = rules
          other.name = file
          other.support.lopsided = false
          return other
        }
      })
    var writer = GraphWriter(graph: graph)
    try graph.beginStatement()
    try writer.write(evidence)
    for ripple in ripples { try writer.link("BECOMES", ripple.outcome, ripple.becomes) }
    try graph.commitStatement()
  }

  func run(_ query: String, _ parameters: PropertyMap = PropertyMap()) throws -> QueryResult {
    // A busy machine must not decide: no limit of time.
    try engine.run(
      query, parameters: parameters,
      limits: QueryLimits(seconds: nil, bytes: 2_048 * QueryLimits.mebibyte))
  }

  /// A column of a result, as the table prints it.
  func column(
    _ name: Text, _ query: String, _ parameters: PropertyMap = PropertyMap()
  ) throws -> [String] {
    let result = try run(query, parameters)
    guard let position = result.columns.firstIndex(of: name) else { return [] }
    return result.rows.map { row in
      switch row[position] {
      case .text(let text): text.string
      case .integer(let number): String(number)
      case .null: "null"
      default: "other"
      }
    }
  }
}

private struct GraphWriter {
  let graph: GraphView
  private var rows: [Text: NodeRow] = [:]

  init(graph: GraphView) { self.graph = graph }

  mutating func write(_ evidence: RecordedEvidence) throws {
    for theory in evidence.theories {
      try node("Theory", theory.id, ["title": .text(theory.title)])
    }
    for mechanism in evidence.mechanisms {
      try node(
        "Mechanism", mechanism.id,
        [
          "title": .text(mechanism.title), "resource": mechanism.hasResource ? "r" : nil,
          "reasoning": mechanism.hasReasoning ? "r" : nil,
          "existence": .boolean(mechanism.isProvision),
        ])
    }
    try writeConfigurations(evidence)
    for theory in evidence.theories {
      for part in theory.parts { try link("PART_OF", part, theory.id) }
      for rival in theory.rivals where theory.id < rival { try link("RIVALS", theory.id, rival) }
      for mechanism in theory.listedMechanisms where rows[mechanism] != nil {
        try link("LISTS", theory.id, mechanism)
      }
    }
    try writeSources(evidence)
    for item in evidence.items { try write(item) }
    for item in evidence.items {
      for origin in item.origins { try link("DERIVES_FROM", item.id, origin) }
    }
    for bearing in evidence.bearings { try write(bearing) }
    try write(evidence.surroundings)
    for espousal in evidence.espousals {
      try link("ESPOUSES", espousal.place.document, espousal.target, locator(espousal.place))
    }
    for overrule in evidence.overrules {
      try node(
        "Overrule", overrule.id,
        [
          "verdict": .text(overrule.verdict), "reason": .text(overrule.reason),
          "judged_by": .text(overrule.judgedBy), "date": .text(overrule.date),
        ])
      try link("OVERRULES", overrule.id, overrule.configuration)
    }
    for reading in evidence.readings {
      try node(
        "Reading", reading.id,
        [
          "statement": .text(reading.statement), "verdict": .text(reading.verdict),
          "as_printed": value(reading.asPrinted),
        ])
      try link("READS", reading.id, reading.configuration)
      if let place = reading.place { try link("FROM", reading.id, place.document, locator(place)) }
    }
  }

  private mutating func writeConfigurations(_ evidence: RecordedEvidence) throws {
    let titles = Dictionary(evidence.titles.map { ($0.id, $0.title) }) { first, _ in first }
    for configuration in evidence.configurations {
      try node(
        "Configuration", configuration.id,
        ["title": .text(configuration.title), "reach": .text(configuration.reach.text)])
      for theory in configuration.theories {
        try link("HAS_CONFIGURATION", theory, configuration.id)
      }
      for slot in configuration.contexts {
        try node("Context", slot.context, ["title": value(titles[slot.context])])
        try link(
          "IN_CONTEXT", configuration.id, slot.context,
          ["role": value(slot.role?.text), "effect": value(slot.effect)])
      }
      for mechanism in configuration.mechanisms {
        try node("Mechanism", mechanism, [:])
        try link("HAS_MECHANISM", configuration.id, mechanism)
      }
      for outcome in configuration.outcomes {
        try node("Outcome", outcome, ["title": value(titles[outcome])])
        try link("HAS_OUTCOME", configuration.id, outcome)
      }
    }
  }

  private mutating func writeSources(_ evidence: RecordedEvidence) throws {
    for site in evidence.sites {
      try node("Site", site.id, ["title": .text(site.title), "level": value(site.level)])
    }
    for document in evidence.documents {
      try node(
        "Document", document.id,
        [
          "title": .text(document.title), "body": value(document.body),
          "date": value(document.date), "official_record": .boolean(document.isOfficialRecord),
        ])
      for study in document.studies {
        try node("Study", study, [:])
        try link("FROM", study, document.id)
      }
      for site in document.sites { try link("SITE_OF", document.id, site) }
    }
    for method in evidence.methods {
      try node(
        "Method", method.id,
        [
          "title": .text(method.title), "kind": .text(method.kind.text),
          "n": method.count.map { .integer(Int64($0)) } ?? .null,
          "response_rate": method.responseRate.map { .float($0) } ?? .null,
          "until": value(method.until),
        ])
      for study in method.studies {
        try node("Study", study, [:])
        try link("PART_OF", method.id, study)
      }
    }
    let named = evidence.participants.map(\.id)
    for id in Set(evidence.items.flatMap(\.participants)).sorted() where !named.contains(id) {
      try node("Participant", id, ["identity": "coded"])
    }
    for participant in evidence.participants {
      try node(
        "Participant", participant.id,
        [
          "code": value(participant.code), "identity": .text(participant.identity),
          "role_group": value(participant.roleGroup),
        ])
      for site in participant.sites { try link("SITE_OF", participant.id, site) }
    }
    for alias in evidence.aliases {
      for name in [alias.name, alias.same] { try node("Participant", name, ["identity": "coded"]) }
      try link("SAME_AS", alias.name, alias.same, ["certainty": .text(alias.certainty.text)])
    }
  }

  private mutating func write(_ surroundings: RecordedEvidence.Surroundings) throws {
    for found in surroundings.cases {
      try node("Case", found.id, ["title": .text(found.title)])
      for site in found.sites { try link("SITE_OF", found.id, site) }
    }
    for context in surroundings.contexts { try node("Context", context, [:]) }
    for stated in surroundings.effects {
      try link(
        stated.effect == .enables ? "ENABLES" : "CONSTRAINS", stated.context, stated.mechanism)
    }
    for subject in surroundings.subjects { try link("ABOUT", subject.item, subject.target) }
    for listing in surroundings.listings { try link("LISTS", listing.theory, listing.element) }
  }

  private mutating func write(_ item: RecordedEvidence.Item) throws {
    var properties: PropertyMap = [
      "statement": .text(item.statement), "claim": value(item.claim?.text),
      "layer": .text(item.layer.text), "date": value(item.date), "scale": value(item.scale),
      "group": value(item.group),
    ]
    if item.isFigure {
      properties["question"] = value(item.question)
      properties["numerator"] = item.numerator.map { .integer(Int64($0)) } ?? .null
      properties["denominator"] = item.denominator.map { .integer(Int64($0)) } ?? .null
    } else {
      properties["attribution"] = value(item.attribution?.text)
      properties["speakers"] = item.speakers.map { .integer(Int64($0)) } ?? .null
      properties["verbatim"] = .boolean(item.isVerbatim)
      properties["standpoint"] = value(item.standpoint?.text)
      properties["official_record"] = .boolean(item.isOfficialRecord)
    }
    try node(item.isFigure ? "Figure" : "Evidence", item.id, properties)
    for place in item.places { try link("FROM", item.id, place.document, locator(place)) }
    for participant in item.participants { try link("GIVEN_BY", item.id, participant) }
    for method in item.methods { try link("GATHERED_BY", item.id, method) }
    for site in item.sites {
      try node("Site", site, [:])
      try link("SITE_OF", item.id, site)
    }
  }

  private func write(_ bearing: RecordedEvidence.Bearing) throws {
    func score(_ score: Int?) -> Value { score.map { .integer(Int64($0)) } ?? .null }
    try link(
      bearing.kind.linkType, bearing.item, bearing.target,
      [
        "covers": .list(bearing.covers.map { .text($0) }),
        "activation": value(bearing.activation?.text), "direction": value(bearing.direction?.text),
        "test": value(bearing.test?.text), "search": value(bearing.search),
        "relevance": score(bearing.relevance), "richness": score(bearing.richness),
        "rigour": score(bearing.rigour), "reason": value(bearing.reason),
        "judged_by": value(bearing.judgedBy),
      ])
  }

  private func value(_ text: Text?) -> Value { text.map { .text($0) } ?? .null }

  private func locator(_ place: RecordedEvidence.Locator) -> PropertyMap {
    [
      "section": value(place.section), "page": place.page.map { .integer(Int64($0)) } ?? .null,
      "line": place.line.map { .integer(Int64($0)) } ?? .null, "anchor": value(place.anchor),
    ]
  }

  private mutating func node(_ label: Text, _ id: Text, _ properties: PropertyMap) throws {
    guard rows[id] == nil else { return }
    var present = PropertyMap()
    for (key, value) in properties where !value.isNull { present[key] = value }
    present["id"] = .text(id)
    rows[id] = try graph.createNode(labels: [label], properties: present)
  }

  func link(
    _ type: Text, _ from: Text, _ to: Text, _ properties: PropertyMap = [:]
  ) throws {
    guard let start = rows[from], let end = rows[to] else { return }
    var present = PropertyMap()
    for (key, value) in properties where !value.isNull { present[key] = value }
    _ = try graph.createRelationship(type: type, from: start, to: end, properties: present)
  }
}
