import PropertyGraph

// Properties and word lists that several kinds or links share.

extension Property {
  static let title = Property("title", "Short name for people", required: true, searched: true)
  static let requiredStatement = Property(
    "statement", "What it says, in the encoder's own words", required: true, searched: true)
  static let statement = Property(
    "statement", "What it says, in the encoder's own words", searched: true)
  static let note = Property("note", "A remark that must survive every copy", searched: true)
  static let origin = Property(
    "origin", "Where it comes from: the table of a document, or emerged from evidence")
  static let judgedBy = Property("judged_by", "Who made this judgement: encoder, or a name")
  static let group = Property("group", "The group of respondents or people meant")
  static let officialRecord = Property(
    "official_record", .boolean, "Whether it is an official record (statute, order, notice)",
    default: "false")
  static let numbered = Property("number", "Its number as printed")

  static let claim = Property(
    "claim", .oneOf(["observed", "inferred", "espoused"]),
    "Observed, concluded, or only meant, hoped or feared", required: true)
  static let layer = Property(
    "layer", .oneOf(["participant", "author", "coder"]), "Who is speaking",
    default: "participant")
  static let scale = Property("scale", .oneOf(scales), "The scale it speaks about")

  /// The scales, the widest first.
  static let scales: [Text] = [
    "national", "regional", "system", "place", "neighbourhood", "organisation", "individual",
  ]

  /// Where something stands: section, page, line of the extracted text, and words found there.
  static let locator: [Property] = [
    Property("section", "Number or heading of the section"),
    Property("page", .integer(1...Int64.max), "Page as printed"),
    Property("line", .integer(1...Int64.max), "Line of the document's extracted text"),
    Property("anchor", "At most eight words found verbatim on that line"),
  ]
}
