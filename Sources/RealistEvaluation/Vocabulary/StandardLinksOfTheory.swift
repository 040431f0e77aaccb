import PropertyGraph

extension Vocabulary {
  static let elements: [Text] = ["Context", "Mechanism", "Outcome"]

  /// What theories and configurations are made of, and how elements act on one another.
  static let theoryLinks: [LinkType] = [
    LinkType(
      "HAS_CONFIGURATION", from: ["Theory"], to: ["Configuration"], owner: .to, key: "theories",
      meaning: "The theory makes this claim"),
    LinkType(
      "PART_OF",
      signatures: [
        LinkType.Signature(from: ["Theory"], to: ["Theory"]),
        LinkType.Signature(from: ["Method"], to: ["Study"]),
      ], owner: .from, key: "part-of", meaning: "Is part of a wider theory, or of a study"),
    LinkType(
      "ELABORATES", from: ["Theory"], to: ["Theory", "Mechanism"], key: "elaborates",
      meaning: "Spells the other out"),
    LinkType(
      "LISTS", from: ["Theory"], to: elements, key: "lists",
      meaning: "A table prints the element, whether or not anything pairs it",
      properties: [
        Property("table", "Number of the table"),
        Property("row", .integer(1...Int64.max), "Row within its column, from 1"),
        Property("line", .integer(1...Int64.max), "Line of the document's extracted text"),
        Property("anchor", "At most eight words found verbatim on that line"),
      ]),
    LinkType(
      "OVERRULES", from: ["Overrule"], to: ["Configuration"], key: "overrules",
      meaning: "The configuration that an analyst judges otherwise"),
    LinkType(
      "IN_CONTEXT", from: ["Configuration"], to: ["Context"], key: "contexts",
      meaning: "The claim is made for this context",
      properties: [
        Property(
          "role", .oneOf(["case-for-change", "local-condition"]),
          "The stated problem, or a condition on which firing depends"),
        Property(
          "effect", .oneOf(["enables", "constrains", "makes-unnecessary"]),
          "What the condition does to the mechanism"),
      ]),
    LinkType(
      "HAS_MECHANISM", from: ["Configuration"], to: ["Mechanism"], key: "mechanisms",
      meaning: "The claim is about this mechanism"),
    LinkType(
      "HAS_OUTCOME", from: ["Configuration"], to: ["Outcome"], key: "outcomes",
      meaning: "The claim ends in this outcome"),
    LinkType(
      "ENABLES", from: ["Context"], to: ["Mechanism"], key: "enables",
      meaning: "The context lets the mechanism fire (as stated)"),
    LinkType(
      "CONSTRAINS", from: ["Context"], to: ["Mechanism"], key: "constrains",
      meaning: "The context holds the mechanism back (as stated)"),
    LinkType(
      "PRODUCES", from: ["Context", "Mechanism"], to: ["Outcome"], key: "produces",
      meaning: "Brings the outcome about (as stated)"),
    LinkType(
      "INHIBITS", from: ["Context", "Mechanism"], to: ["Outcome"], key: "inhibits",
      meaning: "Keeps the outcome from coming about (as stated)"),
    LinkType(
      "COUNTERACTS", from: ["Context", "Mechanism"], to: ["Outcome"], key: "counteracts",
      meaning: "Pulls the outcome down by another way"),
    LinkType(
      "BECOMES", from: ["Outcome"], to: ["Context", "Mechanism"], key: "becomes",
      meaning: "The outcome is the context, or the resource, of what follows (ripple)"),
    LinkType(
      "REINFORCES", from: ["Mechanism"], to: ["Mechanism"], key: "reinforces",
      meaning: "Strengthens the other"),
    LinkType(
      "DEPENDS_ON", from: ["Mechanism"], to: ["Mechanism"], key: "depends-on",
      meaning: "Cannot work without the other"),
    LinkType(
      "REFINES", from: ["Theory"], to: ["Theory"], key: "refines",
      meaning: "Is a later version of the other"),
    LinkType(
      "RIVALS", from: ["Theory"], to: ["Theory"], key: "rivals",
      meaning: "Explains the same thing otherwise"),
    LinkType(
      "INSTANTIATES", from: ["Theory"], to: ["Theory"], key: "instantiates",
      meaning: "Is a case of a more general theory"),
    LinkType(
      "ESPOUSES", from: ["Document", "Passage"],
      to: ["Theory", "Configuration", "Mechanism", "Outcome", "Context"], owner: .to,
      key: "espoused-by", meaning: "The document says that it is meant or valued",
      properties: Property.locator),
  ]
}
