public import PropertyGraph

/// What one item weighs on one part, and why (METHOD section 4).
public struct Weighing: Sendable, Hashable {
  /// Where the scores come from.
  public enum Basis: Sendable, Hashable {
    /// The item's own, all three.
    case scored
    /// The rules file's for this sort of item.
    case defaults(String)
    /// The item's own, completed from the rules file's for this sort of item.
    case completed(String)
    /// Nobody scored it and the rules have no scores for its sort.
    case notAppraised
  }

  /// What held the weight or a score down.
  public enum Cap: Sendable, Hashable {
    /// Inferred items reach at most this on an element.
    case inferredOnElement(Weight)
    /// It speaks of the time before the programme began.
    case beforeProgramme(Text)
    /// It speaks of another country's scheme.
    case otherCountry(Text)
    /// A survey without response rate, n or question.
    case selfSelected
    /// A figure at second hand whose origin was not seen.
    case originUnseen
    /// These rules do not count such claims.
    case notCounted(String)
  }

  /// The weight.
  public let weight: Weight
  /// The scores after caps; `nil` if not appraised.
  public let appraisal: Appraisal?
  /// Where the scores come from.
  public let basis: Basis
  /// What held the weight down.
  public let caps: [Cap]
}

/// Weighs items for a use. Scores are ordinal: compared with thresholds, never added.
struct Scale: Sendable {
  let index: EvidenceIndex
  let finder: VoiceFinder
  let rules: Rules

  /// The weight of an item by one of its bearings on one part.
  func weigh(
    item position: Int, bearing: RecordedEvidence.Bearing, on part: Part.Kind
  ) -> Weighing {
    var caps: [Weighing.Cap] = []
    let claim = index.items[position].claim ?? .inferred
    if let reason = uncounted(claim, index.items[position].layer, bearing.kind) {
      return Weighing(
        weight: .setAside, appraisal: nil, basis: .notAppraised, caps: [.notCounted(reason)])
    }
    let (appraisal, basis) = scores(ofItem: position, bearing, caps: &caps)
    guard var scored = appraisal else {
      let isAside = bearing.relevance.map { $0 < rules.weights.weakRelevance } ?? false
      return Weighing(
        weight: isAside ? .setAside : .weak, appraisal: nil, basis: .notAppraised, caps: caps)
    }
    if part == .mechanism || part == .outcome, scored.relevance > rules.programme.relevanceOutside,
      let cap = outsideProgramme(position)
    {
      scored.relevance = rules.programme.relevanceOutside
      caps.append(cap)
    }
    let full = weight(of: scored, test: bearing.test)
    let weight = capped(full, claim: claim, on: part)
    if weight != full { caps.append(.inferredOnElement(weight)) }
    return Weighing(weight: weight, appraisal: scored, basis: basis, caps: caps)
  }

  /// The weight of an entry by these thresholds, its scores being what they were.
  func weight(of entry: Entry, on part: Part.Kind) -> Weight {
    guard let appraisal = entry.weighing.appraisal else { return entry.weighing.weight }
    return capped(weight(of: appraisal, test: entry.bearing.test), claim: entry.claim, on: part)
  }

  /// Inferred items reach only so far on an element.
  private func capped(_ weight: Weight, claim: Claim, on part: Part.Kind) -> Weight {
    part.isLink || claim != .inferred ? weight : min(weight, rules.weights.inferredCapOnElements)
  }

  /// The weight that scores give.
  func weight(of appraisal: Appraisal, test: ProcessTest?) -> Weight {
    let weights = rules.weights
    if appraisal.rigour >= weights.strongRigour, appraisal.relevance >= weights.strongRelevance,
      appraisal.richness >= weights.strongRichness || (test?.confirms ?? false)
    {
      return .strong
    }
    if appraisal.relevance >= weights.moderateRelevance, appraisal.rigour >= weights.moderateRigour
    {
      return .moderate
    }
    return appraisal.relevance >= weights.weakRelevance ? .weak : .setAside
  }

  /// What these rules do not count; `nil` if they do.
  private func uncounted(_ claim: Claim, _ layer: Layer, _ kind: BearingKind) -> String? {
    if claim == .observed, !rules.counts.observed { return "observed claims" }
    if claim == .inferred, !rules.counts.inferred { return "inferred claims" }
    if layer == .author, !rules.counts.authors { return "what authors say" }
    if kind == .silent, !rules.counts.silence { return "silence" }
    return nil
  }

  // MARK: Scores

  private func scores(
    ofItem position: Int, _ bearing: RecordedEvidence.Bearing, caps: inout [Weighing.Cap]
  ) -> (Appraisal?, Weighing.Basis) {
    if let relevance = bearing.relevance, let richness = bearing.richness,
      let rigour = bearing.rigour
    {
      return (Appraisal(relevance, richness, rigour), .scored)
    }
    var defaultCaps: [Weighing.Cap] = []
    guard let (row, defaults) = defaults(ofItem: position, caps: &defaultCaps) else {
      return (nil, .notAppraised)
    }
    if bearing.rigour == nil { caps += defaultCaps }
    let none = bearing.relevance == nil && bearing.richness == nil && bearing.rigour == nil
    let appraisal = Appraisal(
      bearing.relevance ?? defaults.relevance, bearing.richness ?? defaults.richness,
      bearing.rigour ?? defaults.rigour)
    return (appraisal, none ? .defaults(row) : .completed(row))
  }

  /// The default scores of an item's sort; `nil` if the table has none. Caps are those on rigour.
  private func defaults(
    ofItem position: Int, caps: inout [Weighing.Cap]
  ) -> (String, Appraisal)? {
    let item = index.items[position]
    let table = rules.appraisals
    func row(_ name: String, _ row: DefaultAppraisals.Row) -> (String, Appraisal) {
      let appraisal = item.isVerbatim ? row.verbatim ?? row.paraphrased : row.paraphrased
      return (name, appraisal)
    }
    if finder.isOfficialRecord(item) { return row("official record", table.officialRecord) }
    guard let method = index.method(of: item) else {
      return item.layer == .author
        ? row("judgement without method", table.judgement) : nil
    }
    switch method.kind {
    case .interview:
      return item.standpoint == .own
        ? row("interview, own organisation or place", table.interviewOwn)
        : row("interview, general view", table.interviewGeneral)
    case .survey: return surveyRow(item, method, caps: &caps)
    case .surveyFreeText: return row("survey free text", table.surveyFreeText)
    case .documentAnalysis: return row("document content analysis", table.documentAnalysis)
    case .caseStudy: return row("case study by the body concerned", table.caseStudy)
    case .judgement: return row("judgement without method", table.judgement)
    case .secondary:
      if let origin = finder.seenOrigin(ofItem: position) {
        guard let (name, appraisal) = defaults(ofItem: origin, caps: &caps) else { return nil }
        return ("secondary figure, as its origin: \(name)", appraisal)
      }
      var appraisal = table.surveyFigure.paraphrased
      appraisal.rigour = min(appraisal.rigour, table.secondaryRigourUnseen)
      caps.append(.originUnseen)
      return ("secondary figure", appraisal)
    case .record, .observation, .routineData: return nil
    }
  }

  private func surveyRow(
    _ item: RecordedEvidence.Item, _ method: RecordedEvidence.Method,
    caps: inout [Weighing.Cap]
  ) -> (String, Appraisal) {
    var appraisal = rules.appraisals.surveyFigure.paraphrased
    let hasCount = item.denominator != nil || method.count != nil
    if method.responseRate == nil || !hasCount || (item.isFigure && item.question == nil) {
      let most = rules.appraisals.surveyRigourWithoutResponseRate
      if appraisal.rigour > most {
        appraisal.rigour = most
        caps.append(.selfSelected)
      }
    }
    return ("survey figure", appraisal)
  }

  private func outsideProgramme(_ position: Int) -> Weighing.Cap? {
    if rules.programme.start == nil, rules.programme.country == nil { return nil }
    let item = index.items[position]
    // The statute is older than the programme that it founds.
    if finder.isOfficialRecord(item) { return nil }
    if let start = rules.programme.start, let date = index.date(of: item),
      let begun = PartialDate(start), let dated = PartialDate(date), dated.isBefore(begun)
    {
      return .beforeProgramme(start)
    }
    if let country = rules.programme.country {
      for site in item.sites.sorted() where site != country {
        if index.site(site)?.level == "country" { return .otherCountry(site) }
      }
    }
    return nil
  }
}
