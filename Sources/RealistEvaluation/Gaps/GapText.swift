import PropertyGraph

/// Gaps as text: the question, whom to ask, and which verdicts an answer would change.
struct GapText {
  let judge: Judge

  func render(_ gaps: [Gap], theory: Text?, by value: Text?) -> String {
    var prose = Prose()
    prose.add(theory.map { "GAPS IN THEORY \($0)" } ?? "GAPS")
    if let value { prose.add("only items of \(value)", indent: 2) }
    for kind in Gap.Kind.allCases {
      let count = gaps.count { $0.kind == kind }
      if count > 0 { prose.add("\(count) \(kind.rawValue)", indent: 2) }
    }
    if gaps.isEmpty { prose.add("none", indent: 2) }
    for (number, gap) in gaps.enumerated() {
      prose.gap()
      write(gap, number: number + 1, into: &prose)
    }
    prose.gap()
    prose.add("Rules: \(judge.rules.reference)")
    prose.add(
      "Note: settled means that one strong voice not heard so far says that it is so, or that it is "
        + "not so; each configuration that has the part is judged again with that voice.")
    prose.add("Note: \(Reasoning.caution)")
    return prose.text
  }

  private func write(_ gap: Gap, number: Int, into prose: inout Prose) {
    prose.add("\(number). \(gap.kind.rawValue): `\(gap.about)`")
    prose.add("Question: \(gap.question)", indent: 3)
    prose.add("Ask: \(gap.ask)", indent: 3)
    if !gap.configurations.isEmpty {
      prose.add("concerns \(gap.configurations.map(\.string).joined(separator: ", "))", indent: 3)
    }
    if !gap.items.isEmpty {
      let count = gap.items.count
      prose.add(
        "\(count) item\(count == 1 ? "" : "s"): "
          + gap.items.map(\.string).joined(separator: ", "), indent: 3)
    }
    prose.add(
      "settled, it would change \(gap.changes.count) "
        + "verdict\(gap.changes.count == 1 ? "" : "s")", indent: 3)
    for change in gap.changes { prose.add(Self.text(change), indent: 5) }
  }

  /// `t3-x: untested now; if so: thin, for; if not: challenged: not enacted`.
  static func text(_ change: Gap.Change) -> String {
    "\(change.configuration): \(change.now.rawValue) now; if so: \(change.ifSo.rawValue); "
      + "if not: \(change.ifNot.rawValue)"
  }
}
