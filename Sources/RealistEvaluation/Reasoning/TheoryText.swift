import PropertyGraph

extension ReasoningText {
  /// What the word for a theory hides: fit both ways, gaps by scale, rivals.
  func write(_ verdict: TheoryVerdict, into prose: inout Prose) {
    let fit = verdict.fit
    prose.add(
      "the evidence reaches \(fit.evidencedParts) of \(fit.requiredParts) required parts "
        + "(\(fit.observedParts) observed) and \(fit.evidencedConfigurations) of "
        + "\(verdict.configurations.count) configurations; scales: "
        + "\(list(verdict.scales)); methods: \(list(verdict.methods.map { Text($0.rawValue) }))",
      indent: 2)
    prose.add(
      "\(verdict.configuredMechanisms) of \(verdict.listedMechanisms) listed mechanisms stand in a "
        + "configuration"
        + (fit.unconfiguredMechanisms.isEmpty
          ? "" : "; not: \(list(fit.unconfiguredMechanisms))"),
      indent: 2)
    prose.add(
      "the theory reaches \(fit.reachedItems) of \(fit.items) items; \(fit.itemsElsewhere) speak "
        + "of other configurations only; \(fit.unexplained.count) of none"
        + (fit.unexplained.isEmpty ? "" : ": \(list(fit.unexplained))"), indent: 2)
    if !fit.gaps.isEmpty {
      prose.add("espoused and realised, by scale (required parts):", indent: 2)
      for gap in fit.gaps { prose.add(gap.phrase, indent: 4) }
    }
    let rivals = verdict.theory.rivals
    prose.add(
      rivals.isEmpty
        ? "it declares no rival: say what else could explain the same thing"
        : "rivals: \(list(rivals)); none of these always stands", indent: 2)
  }

  private func list(_ names: [Text]) -> String {
    names.isEmpty ? "none" : names.map(\.string).joined(separator: ", ")
  }
}
