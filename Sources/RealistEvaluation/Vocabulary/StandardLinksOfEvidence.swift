import PropertyGraph

extension Vocabulary {
  private static let items: [Text] = ["Evidence", "Figure"]

  private static func score(_ name: Text, _ meaning: Text) -> Property {
    Property(name, .integer(0...3), meaning)
  }

  private static func bearing(
    _ name: Text, referenceKey: Text, meaning: Text, search: [Property] = []
  ) -> LinkType {
    LinkType(
      name, from: items, to: ["Configuration", "Context", "Mechanism", "Outcome", "Theory"],
      key: "bears-on", referenceKey: referenceKey, meaning: meaning,
      properties: [
        Property(
          "covers", .textList,
          "The parts it speaks of: an element, a link `a -> b`, `x.resource`, or `thread`"),
        Property(
          "activation", .oneOf(["none", "faint", "partial", "strong"]),
          "How far the mechanism was seen to fire"),
        Property(
          "direction", .oneOf(["plus", "minus"]), "Hoped or feared; of espoused claims only"),
        Property(
          "test", .oneOf(["straw-in-the-wind", "hoop", "smoking-gun", "doubly-decisive"]),
          "What passing or failing would prove"),
      ] + search + [
        score("relevance", "How close it is to this part, 0 to 3"),
        score("richness", "How much it explains, 0 to 3"),
        score("rigour", "How well it was made, 0 to 3"),
        Property("reason", "Why this appraisal"),
        .judgedBy,
      ])
  }

  /// How evidence bears on theory: written together under `bears-on`.
  static let bearingLinks: [LinkType] = [
    bearing("SUPPORTS", referenceKey: "supports", meaning: "Speaks for the parts covered"),
    bearing("CHALLENGES", referenceKey: "challenges", meaning: "Speaks against the parts covered"),
    bearing(
      "QUALIFIES", referenceKey: "qualifies",
      meaning: "Limits or explains without speaking for or against"),
    bearing(
      "SILENT_ON", referenceKey: "silent-on", meaning: "A stated search found nothing",
      search: [Property("search", "What was searched, and how completely")]),
  ]

  /// Where an item stands, who gave it, how it was gathered, what it is about.
  static let sourceLinks: [LinkType] = [
    LinkType(
      "GIVEN_BY", from: items, to: ["Participant"], key: "given-by",
      meaning: "The respondent who said it"),
    LinkType(
      "GATHERED_BY", from: items, to: ["Method"], key: "gathered-by",
      meaning: "The method that brought it in"),
    LinkType(
      "FROM",
      from: [
        "Evidence", "Figure", "Reading", "Finding", "Tension", "Recommendation", "Discrepancy",
        "Passage", "Study", "Case",
      ], to: ["Document", "Passage"], key: "at", meaning: "Where it stands",
      properties: Property.locator),
    LinkType(
      "ABOUT", from: ["Evidence", "Figure", "Finding"],
      to: elements + ["Theory", "Configuration", "Site", "Case", "PopulationGroup", "Metric"],
      key: "about", meaning: "What it speaks of, without bearing for or against"),
    LinkType(
      "CODED_AS", from: ["Evidence"], to: ["Theme"], key: "coded-as",
      meaning: "A code of the analysis"),
    LinkType(
      "SITE_OF", from: ["Participant", "Evidence", "Figure", "Case", "Document"], to: ["Site"],
      key: "site", meaning: "The site it belongs to"),
    LinkType(
      "DERIVES_FROM", from: items, to: ["Evidence", "Figure", "Document"], key: "derives-from",
      meaning: "Repeats or is worked out from the other, so that both are one voice"),
  ]
}
