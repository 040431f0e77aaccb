import PropertyGraph

/// Renders theories beside each other as text that a person can check item by item.
public struct RivalText: Sendable {
  /// A renderer.
  public init() {}

  /// The comparison, ending in a line break. Same value: same bytes.
  public func render(_ comparison: RivalComparison, judge: Judge) -> String {
    var prose = Prose()
    let writer = ItemWriter(bench: judge.bench)
    prose.add(
      "THEORY \(comparison.theories[0].id) AGAINST "
        + comparison.theories.dropFirst().map(\.id.string).joined(separator: ", "))
    for (number, theory) in comparison.theories.enumerated() {
      prose.add("\(theory.id): \(theory.title)", indent: 2)
      prose.add(
        "\(comparison.words[number].rawValue); \(counts(comparison, number))", indent: 4)
    }
    prose.add("\(RivalComparison.noneOfThese): always stands", indent: 2)
    let none = comparison.items.filter {
      comparison.favoured(by: $0) == [RivalComparison.noneOfThese]
    }
    if !none.isEmpty { prose.add("\(none.count) speak for it: \(names(none))", indent: 4) }
    let telling = comparison.items.filter(\.discriminates)
    prose.gap()
    prose.add("ITEMS THAT TELL THEM APART: \(telling.count)")
    if telling.isEmpty {
      prose.add("none: on this evidence the theories do as well as each other", indent: 2)
    }
    for item in telling { write(item, comparison, writer, judge, into: &prose) }
    let others = comparison.items.filter { !$0.discriminates }
    prose.gap()
    prose.add("ITEMS COMPATIBLE WITH ALL, OR WITH NONE, WHICH ADD NOTHING BETWEEN THEM")
    prose.add(others.isEmpty ? "none" : names(others), indent: 2)
    prose.gap()
    prose.add("ITEMS THAT NONE OF THEM SAYS ANYTHING ABOUT")
    prose.add(
      comparison.unreached.isEmpty
        ? "none"
        : "\(comparison.unreached.count): "
          + comparison.unreached.map(\.string).joined(separator: ", "), indent: 2)
    prose.gap()
    prose.add("Rules: \(judge.rules.reference)")
    prose.add("Note: \(Reasoning.caution)")
    return prose.text
  }

  /// `expects 12 items (7 voices), did not expect 3 (2 voices), says nothing of 5`.
  private func counts(_ comparison: RivalComparison, _ number: Int) -> String {
    func count(_ expectation: RivalComparison.Expectation) -> String {
      let items = comparison.items.filter { $0.expectations[number] == expectation }
      let voices = Set(items.flatMap(\.voices)).count
      return "\(items.count) (\(voices) voice\(voices == 1 ? "" : "s"))"
    }
    let both = comparison.items.count { $0.expectations[number] == .both }
    return "expects \(count(.expected)) of \(comparison.items.count) items, "
      + "did not expect \(count(.unexpected))"
      + (both == 0 ? "" : ", \(both) both ways")
      + ", says nothing of \(comparison.items.count { $0.expectations[number] == .saysNothing })"
  }

  private func names(_ items: [RivalComparison.Item]) -> String {
    items.map(\.id.string).joined(separator: ", ")
  }

  private func write(
    _ item: RivalComparison.Item, _ comparison: RivalComparison, _ writer: ItemWriter,
    _ judge: Judge, into prose: inout Prose
  ) {
    prose.gap()
    prose.add("\(item.id): \(item.statement)", indent: 2)
    prose.add("said by \(item.voices.map(\.name.string).joined(separator: ", "))", indent: 4)
    if let position = judge.index.item(item.id) {
      for place in judge.index.items[position].places.map(writer.place) {
        prose.add(place, indent: 4)
      }
    }
    for (number, theory) in comparison.theories.enumerated() {
      let parts = item.parts[number].map(\.string).joined(separator: "; ")
      prose.add(
        "\(theory.id): \(item.expectations[number].rawValue)"
          + (parts.isEmpty ? "" : " (\(parts))"), indent: 4)
    }
    let favoured = comparison.favoured(by: item).map(\.string).joined(separator: ", ")
    prose.add("speaks for: \(favoured.isEmpty ? "nobody" : favoured)", indent: 4)
  }
}
