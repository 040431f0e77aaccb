import PropertyGraph

extension Vocabulary {
  /// Programme theories and what they are made of.
  static let theoryKinds: [Kind] = [
    Kind(
      "Theory", key: "theory", section: "theories",
      meaning: "A programme theory: the argument why a policy should work",
      properties: [
        .title,
        Property(
          "status", .oneOf(["initial", "refined", "rival"]), "Its standing", required: true),
        .requiredStatement, .note,
      ]),
    Kind(
      "Configuration", key: "configuration", section: "configurations",
      meaning: "One claim: if context, then mechanism, so outcome, because reasoning",
      properties: [
        .title,
        Property("because", "The reasoning as a sentence", searched: true),
        Property("group", "Name shared by configurations that a document pairs together"),
        Property(
          "paired_by", .oneOf(["authors", "wording", "encoder"]),
          "Who linked mechanism and outcome", required: true),
        .judgedBy,
        Property(
          "reach", .oneOf(["all", "most", "some"]), "How far the claim reaches", default: "most"),
        Property("intended", .boolean, "Whether anybody meant it to happen", default: "true"),
        Property("intervention", "What was done (ICAMO, SCMO, CIMO)"),
        Property("actor", "Who acts"),
        Property("strategy", "By what strategy"),
        .note,
      ]),
    Kind(
      "Overrule", key: "overrule", section: "overrules",
      meaning: "An analyst's verdict on a configuration, beside the computed one",
      properties: [
        Property(
          "verdict", .oneOf(ConfigurationWord.allCases.map { Text($0.rawValue) }),
          "The analyst's verdict", required: true),
        Property(
          "reason", "Why the computed verdict is not followed", required: true, searched: true),
        Property("judged_by", "The analyst", required: true),
        Property("date", .date, "When it was judged; the latest stands", required: true),
        .note,
      ]),
    Kind(
      "Context", key: "context", section: "contexts",
      meaning: "A condition: the stated problem, or one on which firing depends",
      properties: [.title, .statement, .origin, .note]),
    Kind(
      "Mechanism", key: "mechanism", section: "mechanisms",
      meaning: "A resource and how people reason about and use it",
      properties: [
        .title, .statement,
        Property("resource", "The resource, if that slot is filled", searched: true),
        Property("reasoning", "The reasoning or use, if that slot is filled", searched: true),
        Property(
          "existence", .boolean, "Whether its existence in law is the mechanism", default: "false"),
        Property("in_act", .boolean, "Whether it stands in the Act"),
        .origin, .note,
      ]),
    Kind(
      "Outcome", key: "outcome", section: "outcomes",
      meaning: "What is to come of it, intended or not",
      properties: [.title, .statement, .origin, .note]),
  ]

  /// Who and where: people, places, groups, measures.
  static let worldKinds: [Kind] = [
    Kind(
      "Participant", key: "participant", section: "participants",
      meaning: "A person who gave evidence, as the document identifies them",
      properties: [
        Property("code", "The code as printed", searched: true),
        Property("title", "How to call them", searched: true),
        Property("role_group", "The group of roles they belong to"),
        Property(
          "identity", .oneOf(["coded", "uncoded", "withheld", "residual", "named"]),
          "How the document identifies them", required: true),
        .note,
      ]),
    Kind(
      "Site", key: "site", section: "sites", meaning: "A place, system, council or provider",
      properties: [
        .title,
        Property(
          "level", .oneOf(["country", "region", "system", "place", "council", "provider"]),
          "What sort of site"),
      ]),
    Kind(
      "Case", key: "case", section: "cases",
      meaning: "One site in one period: what was done, what was seen",
      properties: [
        .title, .statement,
        Property("period", "The period, as printed"),
        Property("done", "What was done", searched: true),
        Property("seen", "What was seen", searched: true),
      ]),
    Kind(
      "Actor", key: "actor", section: "actors", meaning: "A body or role that acts",
      properties: [.title]),
    Kind(
      "PopulationGroup", key: "population-group", section: "population-groups",
      meaning: "A group of people whom outcomes concern", properties: [.title]),
    Kind(
      "Typology", key: "typology", section: "typologies",
      meaning: "A type of system or place, as a document sorts them", properties: [.title]),
    Kind(
      "Metric", key: "metric", section: "metrics", meaning: "A measure that exists or is proposed",
      properties: [
        .title,
        Property("heading", "The heading it stands under"),
        Property("source", "Who publishes it"),
        Property("data_source", "The data it is made from"),
      ]),
  ]
}
