import PropertyGraph

@testable import RealistEvaluation

/// Builds cases of a mechanism `m` with outcome `o` and contexts, in a few words: what an item about
/// a place says of the context, the mechanism and the outcome there.
struct CaseStudy {
  var study: EvidenceBuilder

  init(
    effect: ContextEffect? = .enables, role: ContextRole = .localCondition,
    contexts: [Text] = ["x"]
  ) {
    study = EvidenceBuilder(
      contexts: contexts.map {
        RecordedEvidence.ContextSlot(context: $0, role: role, effect: effect?.text)
      })
    study.evidence.titles = contexts.map { RecordedEvidence.Title(id: $0, title: "They agree") }
    study.evidence.surroundings.contexts = contexts
  }

  /// One item about a site: `+` it is so, `-` it is not, for each element named.
  mutating func at(
    _ site: Text, _ says: [Text: Bool], claim: Claim = .observed, weight: Weight = .moderate,
    _ change: (inout RecordedEvidence.Item) -> Void = { _ in }
  ) {
    let id = Text("i\(study.evidence.items.count)-\(site)")
    if !study.evidence.sites.contains(where: { $0.id == site }) {
      study.evidence.sites.append(RecordedEvidence.Site(id: site, title: site))
    }
    item(id, says, claim: claim, weight: weight) {
      $0.sites = [site]
      change(&$0)
    }
  }

  /// One item that names no site.
  mutating func item(
    _ id: Text, by people: [Text] = [], _ says: [Text: Bool], claim: Claim = .observed,
    weight: Weight = .moderate, method: Text? = "int",
    _ change: (inout RecordedEvidence.Item) -> Void
  ) {
    let positive = says.filter(\.value).map(\.key).sorted()
    let negative = says.filter { !$0.value }.map(\.key).sorted()
    study.add(
      id, by: people, positive.isEmpty ? .challenges : .supports,
      positive.isEmpty ? negative : positive, weight, claim: claim, method: method, change)
    if !positive.isEmpty, !negative.isEmpty {
      let (relevance, richness, rigour) = EvidenceBuilder.scores(weight)
      study.evidence.bearings.append(
        RecordedEvidence.Bearing(
          item: id, .challenges, target: "c", covers: negative, relevance: relevance,
          richness: richness, rigour: rigour))
    }
  }

  func contrasts(
    of mechanism: Text = "m", across contexts: [Text]? = nil, rules: Rules = .standard
  ) throws -> [ContextContrast] {
    try Contrasts(Judge(study.evidence, rules: rules))
      .contrasts(of: mechanism, across: contexts)
  }

  /// The table of the mechanism itself across `x`.
  func table(rules: Rules = .standard) throws -> ContextContrast? {
    try contrasts(across: ["x"], rules: rules).first
  }
}

extension ContextContrast {
  /// The names in a cell.
  func names(_ context: Sight, _ firing: Sight) -> [Text] {
    cases(context: context, firing: firing).map(\.name)
  }

  /// What is known of one case: context and firing.
  func sights(of name: Text) -> [Sight] {
    entries.first { $0.studyCase.name == name }.map { [$0.context, $0.firing] } ?? []
  }
}
