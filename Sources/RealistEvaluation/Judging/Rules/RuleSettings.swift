import PropertyGraph

extension RuleSetting {
  /// All settings, in the order of the file.
  public static let all: [RuleSetting] =
    weights + counting + comparisons + contrasts + voices + appraisals

  private static let weights: [RuleSetting] = [
    score(
      "weights.strong.relevance", \.weights.strongRelevance,
      "relevance that a strong voice needs"),
    score(
      "weights.strong.richness", \.weights.strongRichness,
      "richness that it needs, unless it passed a smoking-gun or doubly decisive test"),
    score("weights.strong.rigour", \.weights.strongRigour, "rigour that it needs").notched,
    score(
      "weights.moderate.relevance", \.weights.moderateRelevance,
      "relevance that a moderate voice needs"),
    score("weights.moderate.rigour", \.weights.moderateRigour, "rigour that it needs").notched,
    score(
      "weights.weak.relevance", \.weights.weakRelevance,
      "relevance below which an item is set aside"),
    word(
      "weights.inferred-on-elements", \.weights.inferredCapOnElements,
      "the most that an inferred item reaches on an element; links have no such cap"),
  ]

  private static let counting: [RuleSetting] = [
    flag("counts.observed", \.counts.observed, "whether observed claims count for and against"),
    flag("counts.inferred", \.counts.inferred, "whether inferred claims do"),
    flag("counts.authors", \.counts.authors, "whether what authors say for themselves does"),
    flag(
      "counts.silence", \.counts.silence,
      "whether a stated search that found nothing can fail a test"),
    flag(
      "counts.links-to-elements", \.counts.linksToElements,
      "whether supporting a link supports both its elements"),
  ]

  private static let comparisons: [RuleSetting] = [
    count(
      "outweighing.strong-voices", \.outweighing.strongVoices,
      "strong voices with which a side may outweigh"
    ).notched,
    count(
      "outweighing.moderate-voices", \.outweighing.moderateVoices,
      "moderate voices with which it may instead"
    ).notched,
    count(
      "outweighing.ratio", \.outweighing.ratio,
      "times as many strong or moderate voices as the other side has"
    ).notched,
    flag(
      "outweighing.as-many-strong", \.outweighing.atLeastAsManyStrong,
      "whether it needs as many strong voices as the other side"),
    count("support.voices", \.support.voices, "voices that a supported part needs").notched,
    flag(
      "support.lopsided", \.support.lopsided,
      "whether one strong voice challenges, while one does not support"),
    count(
      "strong-support.voices", \.strongSupport.voices,
      "voices that a strongly supported part needs"
    ).notched,
    count(
      "strong-support.method-kinds", \.strongSupport.methodFamilies, "kinds of method among them"
    ).notched,
    count(
      "strong-support.scales-or-sites", \.strongSupport.scalesOrSites,
      "known scales, or known sites, among them"
    ).notched,
  ]

  private static let contrasts: [RuleSetting] = [
    count(
      "contrast.fires", \.contrast.fires, "cases in which a mechanism fires where it should"),
    count(
      "contrast.does-not-fire", \.contrast.doesNotFire,
      "cases in which it does not where it should not"),
    number(
      "contrast.exceptions", \.contrast.exceptions, in: 0...1000,
      "cases to the contrary on each side that context-sensitivity bears"),
    count(
      "contrast.against", \.contrast.against,
      "cases to the contrary on one side that speak against the context"),
  ]

  private static let voices: [RuleSetting] = [
    word(
      "independence.alias-certainty", \.independence.aliasCertainty,
      "names of one respondent, site or document merge from this certainty up"),
    count(
      "independence.withheld-speakers", \.independence.withheldSpeakers,
      "people behind a withheld identity"),
    count(
      "independence.uncoded-speakers", \.independence.uncodedSpeakers,
      "people behind an uncoded statement that states no number"),
    RuleSetting("programme.start", "when the programme began", .date) {
      $0.programme.start
    } write: { rules, value in
      guard PartialDate(value) != nil else { return false }
      rules.programme.start = value
      return true
    },
    RuleSetting("programme.country", "the site that is its country", .site) {
      $0.programme.country
    } write: { rules, value in
      rules.programme.country = value
      return !value.isEmpty
    },
    score(
      "programme.relevance-outside", \.programme.relevanceOutside,
      "the most relevance of evidence from before it or from another country, on enactment and "
        + "outcome"),
  ]

  private static let appraisals: [RuleSetting] =
    row(
      "interview-own", \.appraisals.interviewOwn,
      "scores of an interview on the own organisation or place")
    + row(
      "interview-general", \.appraisals.interviewGeneral,
      "scores of an interview with a general view")
    + row(
      "survey-figure", \.appraisals.surveyFigure, "scores of a survey figure with n and question")
    + [
      score(
        "appraisals.survey-rigour-without-response-rate",
        \.appraisals.surveyRigourWithoutResponseRate,
        "the most rigour of a survey that is self-selected, or without response rate, n or question"
      )
    ]
    + row("survey-free-text", \.appraisals.surveyFreeText, "scores of free text of a survey")
    + row(
      "document-analysis", \.appraisals.documentAnalysis,
      "scores of a content analysis with stated rules")
    + row("official-record", \.appraisals.officialRecord, "scores of an official record")
    + row(
      "case-study", \.appraisals.caseStudy, "scores of a case study by the body concerned")
    + row("judgement", \.appraisals.judgement, "scores of a judgement without method")
    + [
      score(
        "appraisals.secondary-rigour-unseen", \.appraisals.secondaryRigourUnseen,
        "the most rigour of a figure at second hand whose origin was not seen")
    ]
}
