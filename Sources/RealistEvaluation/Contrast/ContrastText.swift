import Diagnostics
import PropertyGraph

/// A contrast as text: the table with its cases by name, how it is read, and the items behind each
/// entry.
struct ContrastText {
  let judge: Judge

  func render(
    _ contrasts: [ContextContrast], of mechanism: Text, by value: Text?
  ) -> String {
    var prose = Prose()
    prose.add("MECHANISM \(mechanism): \(judge.index.title(mechanism) ?? "")")
    if let value { prose.add("only items of \(value)", indent: 2) }
    summarize(contrasts, into: &prose)
    for contrast in contrasts {
      prose.gap()
      write(contrast, into: &prose)
    }
    prose.gap()
    prose.add("Rules: \(judge.rules.reference)")
    prose.add(
      "Note: a case is a named site, a site in a period, or the unnamed site of one respondent; "
        + "`?` is not known, never no.")
    return prose.text
  }

  /// Which of several contexts tell the cases apart.
  private func summarize(_ contrasts: [ContextContrast], into prose: inout Prose) {
    let tables = contrasts.filter { $0.observed == .mechanism }
    guard tables.count > 1 else { return }
    let separating = tables.filter(\.separates).compactMap(\.context).map { "`\($0)`" }
    prose.add(
      separating.isEmpty
        ? "none of \(tables.count) candidate contexts tells the known cases apart"
        : "candidate contexts that tell the known cases apart: "
          + "\(separating.joined(separator: ", ")), of \(tables.count)", indent: 2)
  }

  private func write(_ contrast: ContextContrast, into prose: inout Prose) {
    if let context = contrast.context {
      let effect = contrast.effect.map { " (said to be: \($0.rawValue))" } ?? ""
      prose.add("ACROSS CONTEXT \(context): \(judge.index.title(context) ?? "")\(effect)")
    } else {
      prose.add("NO CONTEXT is recorded that could be compared")
    }
    if case .outcome(let outcome) = contrast.observed {
      prose.add("by the outcome \(outcome): \(judge.index.title(outcome) ?? "")", indent: 2)
    } else {
      prose.add("by the mechanism itself", indent: 2)
    }
    prose.gap()
    for line in grid(contrast) { prose.addVerbatim(line) }
    prose.gap()
    prose.add("READING: \(ContrastReading.phrase(contrast.readings))", indent: 2)
    prose.add(contrast.why, indent: 4)
    if contrast.readings.contains(where: { $0 == .notEnough || $0 == .notAlone }) {
      let names = contrast.separatedBy.map { "`\($0)`" }.joined(separator: ", ")
      prose.add(
        names.isEmpty
          ? "no other context that is known tells these cases apart"
          : "contexts that tell these cases apart: \(names)", indent: 4)
    }
    for help in [contrast.wouldHelp, contrast.knownByHalf] {
      if let help { prose.add(help, indent: 4) }
    }
    guard !contrast.entries.isEmpty else { return }
    prose.gap()
    prose.add("CASES", indent: 2)
    for entry in contrast.entries { write(entry, contrast, into: &prose) }
  }

  // MARK: The table

  private func grid(_ contrast: ContextContrast) -> [String] {
    let columns: [(title: String, sight: Sight)] = [
      ("it holds", .present), ("it does not hold", .absent), ("?", .unknown),
    ]
    let rows = [Sight.present, .absent, .unknown].map {
      (title: $0 == .unknown ? "?" : contrast.observed.word($0), sight: $0)
    }
    var cells = [[""] + columns.map(\.title)]
    for row in rows {
      cells.append(
        [row.title]
          + columns.map { column in
            names(
              contrast.entries.filter {
                !$0.isWithoutMechanism && Self.column($0.context) == column.sight
                  && Self.column($0.firing) == row.sight
              })
          })
    }
    if contrast.entries.contains(where: \.isWithoutMechanism) {
      cells.append(
        ["outcome without it"]
          + columns.map { column in
            names(
              contrast.entries.filter {
                $0.isWithoutMechanism && Self.column($0.context) == column.sight
              })
          })
    }
    return TextGrid(cells).lines(indent: 4)
  }

  /// What is disputed is not known.
  private static func column(_ sight: Sight) -> Sight { sight.isKnown ? sight : .unknown }

  private func names(_ entries: [ContextContrast.Entry]) -> String {
    entries.isEmpty ? "-" : entries.map(\.studyCase.name.string).joined(separator: ", ")
  }

  // MARK: Cases

  private func write(
    _ entry: ContextContrast.Entry, _ contrast: ContextContrast, into prose: inout Prose
  ) {
    let place = entry.studyCase
    let id = place.kind == .respondent ? place.name : place.id
    let title = judge.index.site(place.id)?.title ?? judge.index.studyCase(place.id)?.title
    let named = title.map { $0.isEmpty ? "" : ": \($0)" } ?? ""
    prose.add("\(id)\(named)", indent: 4)
    if contrast.context != nil {
      prose.add(
        "context \(entry.context.word)\(items(entry.contextSightings))", indent: 6)
    }
    prose.add(
      "\(contrast.observed.word(entry.firing))\(items(entry.firingSightings))", indent: 6)
    if entry.isWithoutMechanism {
      prose.add(
        "the outcome came without the mechanism: neither a failure to fire nor a challenge",
        indent: 6)
    }
  }

  private func items(_ sightings: [Sighting]) -> String {
    guard !sightings.isEmpty else { return "" }
    let words = sightings.map { sighting in
      "\(sighting.item) (\(sighting.isFor ? "yes" : "no"), "
        + "\(sighting.isInferred ? "inferred" : "observed"))"
    }
    return ": " + words.joined(separator: ", ")
  }
}
