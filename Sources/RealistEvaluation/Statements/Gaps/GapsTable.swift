import GraphQuery
import PropertyGraph

/// The table of GAPS: one row for each gap, ranked.
struct GapsTable {
  /// The value that BY splits at.
  let by: Text?
  let rules: Rules
  private var undated: [Text] = []
  private var left: Set<Key> = []

  private struct Key: Hashable {
    let kind: Gap.Kind
    let about: Text
  }

  init(by: Text?, rules: Rules) {
    self.by = by
    self.rules = rules
  }

  /// Notes what AS OF left out, and which gaps are there with it.
  mutating func remark(_ undated: [Text], with gaps: [Gap]) {
    self.undated = undated
    left = Set(gaps.map { Key(kind: $0.kind, about: $0.about) })
  }

  static func columns(_ options: EvidenceOptions) -> [ExtensionColumn] {
    func column(_ name: Text, _ meaning: Text, shown: Bool = true) -> ExtensionColumn {
      StatementColumns.column(name, meaning, shown: shown)
    }
    return [
      StatementColumns.by(options),
      column("rank", "its place, those first that would change most verdicts"),
      column("gap", "what sort of gap"),
      column("about", "the part, the mechanism and context, or the record it is about"),
      column("configurations", "configurations that it concerns"),
      column("changes", "how many verdicts would change if it were settled"),
      column("question", "the question for an interview"),
      column("ask", "whom or where to ask"),
      column("would_change", "the verdicts now, if so and if not, as a list", shown: false),
      column("items", "the items it is about, of unexplained evidence, as a list", shown: false),
      StatementColumns.undated(options),
    ] + StatementColumns.rules
  }

  func row(_ gap: Gap, rank: Int) -> [Value] {
    var remark: Text?
    if !undated.isEmpty {
      let stays = left.contains(Key(kind: gap.kind, about: gap.about))
      remark = EvidenceSelection.undatedRemark(
        undated, stays ? "the same gap" : "not this gap")
    }
    return [
      StatementColumns.cell(by), StatementColumns.cell(rank), Value(gap.kind.rawValue),
      .text(gap.about), StatementColumns.names(gap.configurations.map(\.string)),
      StatementColumns.cell(gap.changes.count), Value(gap.question), Value(gap.ask),
      StatementColumns.list(gap.changes.map { Text(GapText.text($0)) }),
      StatementColumns.list(gap.items), StatementColumns.cell(remark),
    ] + StatementColumns.cell(rules)
  }
}
