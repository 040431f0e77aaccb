import PropertyGraph

extension Vocabulary {
  /// What authors conclude, and how documents, studies and recommendations hang together.
  static let inquiryLinks: [LinkType] = [
    LinkType(
      "RESTS_ON", from: ["Finding", "Reading", "Tension", "Recommendation"],
      to: ["Evidence", "Figure", "Finding", "Document", "Method"], key: "rests-on",
      meaning: "What the conclusion rests on"),
    LinkType(
      "READS", from: ["Reading"], to: ["Configuration"], key: "reads",
      meaning: "The configuration that the authors judge"),
    LinkType(
      "BETWEEN", from: ["Tension"], to: elements, key: "between",
      meaning: "The elements that pull apart"),
    LinkType(
      "CONCERNS", from: ["Discrepancy"], to: [], key: "concerns", meaning: "What it is about"),
    LinkType(
      "CITES", from: ["Document"], to: ["Document"], key: "cites", meaning: "Cites the other"),
    LinkType(
      "MAKES", from: ["Document"], to: ["Recommendation", "Finding"], owner: .to, key: "made-by",
      meaning: "The document makes this recommendation or finding"),
    LinkType(
      "REPORTS", from: ["Passage", "Evidence"], to: ["Document", "Evidence", "Figure", "Finding"],
      key: "reports", meaning: "Reports what another document says",
      properties: [
        Property(
          "fidelity", .oneOf(["faithful", "partial", "misreports"]), "How well it does so")
      ]),
    LinkType(
      "CORROBORATES", from: ["Study", "Document"], to: ["Tension", "Finding", "Evidence"],
      key: "corroborates", meaning: "Found the same"),
    LinkType(
      "CONTRASTS_WITH", from: ["Study", "Document"], to: ["Tension", "Finding", "Evidence"],
      key: "contrasts-with", meaning: "Found otherwise"),
    LinkType(
      "ANSWERS", from: ["Method", "Finding", "Evidence"], to: ["ResearchQuestion"],
      key: "answers", meaning: "Answers the question, or is planned to",
      properties: [Property("status", .oneOf(["planned", "deferred"]), "If not answered yet")]),
    LinkType(
      "ADDRESSES", from: ["Recommendation"], to: elements, key: "addresses",
      meaning: "The element it would change"),
    LinkType(
      "ADDRESSED_TO", from: ["Recommendation"], to: ["Actor"], key: "addressed-to",
      meaning: "Who should act"),
    LinkType(
      "SCOPED_TO", from: ["Recommendation"], to: ["Typology", "Site"], key: "scoped-to",
      meaning: "Where it applies"),
    LinkType(
      "WOULD_MEASURE", from: ["Metric"], to: ["Outcome"], key: "would-measure",
      meaning: "The outcome it would show", properties: [.judgedBy]),
    LinkType(
      "PROPOSED_BY", from: ["Metric", "Theory", "Configuration"], to: ["Participant", "Document"],
      key: "proposed-by", meaning: "Who proposed it"),
    LinkType(
      "SAME_AS",
      signatures: ["Participant", "Site", "Document"].map {
        LinkType.Signature(from: [$0], to: [$0])
      }, owner: .from, key: "same-as", meaning: "Another name of the same one",
      properties: [
        Property(
          "certainty", .oneOf(["low", "medium", "high", "certain"]), "How sure the judgement is"),
        Property("reason", "Why they are taken for the same"),
        .judgedBy,
      ]),
  ]

  /// Keys appear in records in this order.
  static let standardLinkTypes: [LinkType] =
    theoryLinks + sourceLinks + bearingLinks + inquiryLinks
}
