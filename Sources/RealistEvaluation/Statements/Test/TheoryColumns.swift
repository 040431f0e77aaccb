import GraphQuery
import PropertyGraph

/// What TEST THEORY says besides of the theory as a whole, the same in each row.
enum TheoryColumns {
  static let columns: [ExtensionColumn] = [
    column("theory_fit", "how far evidence and theory reach each other, in one line"),
    column("theory_parts", "required parts of all its configurations"),
    column("theory_parts_evidenced", "those on which anybody speaks for or against"),
    column("theory_parts_observed", "those that somebody observed, or whose absence"),
    column("theory_items", "items of the evidence at hand"),
    column("theory_items_reached", "those of them that speak of the theory"),
    column("theory_unexplained", "items that speak of no configuration of any theory"),
    column("theory_scales", "scales that counted voices speak about"),
    column("theory_methods", "kinds of method behind counted voices"),
    column("theory_mechanisms", "mechanisms that its tables list"),
    column("theory_mechanisms_configured", "those of them that stand in a configuration"),
    column("theory_gap", "of the required parts that are said, what was seen, by scale"),
    column("theory_rivals", "rivals that it declares, or that declare it"),
  ]

  private static func column(_ name: Text, _ meaning: Text) -> ExtensionColumn {
    StatementColumns.column(name, meaning, shown: false)
  }

  static func cells(_ verdict: TheoryVerdict) -> [Value] {
    let fit = verdict.fit
    return [
      Value(fit.phrase), StatementColumns.cell(fit.requiredParts),
      StatementColumns.cell(fit.evidencedParts), StatementColumns.cell(fit.observedParts),
      StatementColumns.cell(fit.items), StatementColumns.cell(fit.reachedItems),
      StatementColumns.list(fit.unexplained), StatementColumns.list(verdict.scales),
      StatementColumns.list(verdict.methods.map { Text($0.rawValue) }),
      StatementColumns.cell(verdict.listedMechanisms),
      StatementColumns.cell(verdict.configuredMechanisms),
      StatementColumns.list(fit.gaps.map { Text($0.phrase) }),
      StatementColumns.list(verdict.theory.rivals),
    ]
  }
}
