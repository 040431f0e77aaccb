import PropertyGraph

extension Vocabulary {
  /// Documents and what was found in them.
  static let evidenceKinds: [Kind] = [
    Kind(
      "Document", key: "document", section: "documents",
      meaning: "A statute, white paper, guidance, review, research report, survey, …",
      properties: [
        .title,
        Property(
          "kind",
          .oneOf([
            "statute", "white-paper", "guidance", "review", "research", "survey",
            "impact-assessment", "web-page", "plan", "other",
          ]), "What sort of document", required: true),
        Property("body", "The body that issued it", searched: true),
        Property("date", .date, "When it was issued"),
        Property("address", "Where it can be read"),
        .officialRecord,
        Property("text_file", "File name of its extracted text, against which anchors are proved"),
        .note,
      ]),
    Kind(
      "Passage", key: "passage", section: "passages", meaning: "A located place in a document",
      properties: [.title, .statement] + Property.locator),
    Kind(
      "Evidence", key: "evidence", section: "evidence",
      meaning: "One located statement by one source, or by several respondents cited together",
      properties: [
        .requiredStatement, .claim, .layer,
        Property(
          "attribution", .oneOf(["coded", "uncoded", "withheld", "counted", "group"]),
          "How the document names who said it; default coded if given-by, else uncoded"),
        Property(
          "speakers", .integer(1...Int64.max), "Stated number of unnamed people who said it"),
        Property(
          "verbatim", .boolean, "Whether printed words of the respondent stand there",
          default: "false"),
        Property("date", .date, "When it was said or happened"),
        .scale, .group,
        Property(
          "standpoint", .oneOf(["own", "general"]),
          "Speaks of the own organisation or place, or gives a general view"),
        .officialRecord, .note,
      ]),
    Kind(
      "Figure", key: "figure", section: "figures", meaning: "A quantity, one per group",
      properties: [
        .requiredStatement,
        Property("value", .number, "The value", required: true),
        Property("numerator", .integer(nil), "Counted"),
        Property("denominator", .integer(nil), "Out of, where the source gives it"),
        Property("unit", "Unit of the value: percent, count, pounds, …"),
        .group,
        Property("period", "The period it speaks of, as printed"),
        Property("question", "The question asked; joins the groups of one question"),
        Property("as_printed", "The value as printed"),
        Property("derived", .boolean, "Whether it was worked out from others", default: "false"),
        .claim, .layer,
        Property("date", .date, "When it was measured"),
        .scale, .note,
      ]),
    Kind(
      "Reading", key: "reading", section: "readings",
      meaning: "What authors conclude on a configuration; compared, never counted",
      properties: [
        .requiredStatement,
        Property(
          "verdict",
          .oneOf(["supported", "challenged", "mixed", "not-enacted", "too-early", "unclear"]),
          "The authors' verdict as coded", required: true),
        Property("as_printed", "At most eight words of the authors that carry the verdict"),
        Property(
          "layer", .oneOf(["participant", "author", "coder"]), "Who is speaking",
          default: "author"),
        .note,
      ]),
    Kind(
      "Finding", key: "finding", section: "findings",
      meaning: "A finding or principle that authors state",
      properties: [.requiredStatement, .numbered, .note]),
    Kind(
      "Tension", key: "tension", section: "tensions",
      meaning: "Two or more elements that pull apart", properties: [.title, .statement, .note]),
    Kind(
      "Recommendation", key: "recommendation", section: "recommendations",
      meaning: "What a document says should be done",
      properties: [.requiredStatement, .numbered, .note]),
    Kind(
      "Discrepancy", key: "discrepancy", section: "discrepancies",
      meaning: "An error or disagreement, kept as printed with both readings",
      properties: [
        .requiredStatement,
        Property("as_printed", "What is printed"),
        Property("readings", .textList, "The ways it can be read"),
        .note,
      ]),
  ]

  /// How evidence was made.
  static let inquiryKinds: [Kind] = [
    Kind(
      "Study", key: "study", section: "studies", meaning: "A piece of research",
      properties: [.title, .statement]),
    Kind(
      "Method", key: "method", section: "methods", meaning: "How evidence was gathered",
      properties: [
        .title,
        Property(
          "kind",
          .oneOf([
            "interview", "survey", "survey-free-text", "document-analysis", "record",
            "case-study", "judgement", "observation", "routine-data", "secondary",
          ]), "What sort of method", required: true),
        Property("n", .integer(0...Int64.max), "How many took part or were read"),
        Property("population", "Of whom or what"),
        Property("response_rate", .number, "Share that answered, 0 to 1"),
        Property("from", .date, "Start of fieldwork"),
        Property("until", .date, "End of fieldwork"),
        Property("limits", "What it cannot show", searched: true),
        .note,
      ]),
    Kind(
      "ResearchQuestion", key: "research-question", section: "research-questions",
      meaning: "A question that a study set itself", properties: [.title, .statement]),
    Kind(
      "Theme", key: "theme", section: "themes", meaning: "A code of the analysis",
      properties: [.title]),
  ]

  /// Sections appear in files in this order.
  static let standardKinds: [Kind] =
    theoryKinds + evidenceKinds + inquiryKinds + worldKinds
}
