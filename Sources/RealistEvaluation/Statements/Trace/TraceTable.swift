import GraphQuery
import PropertyGraph

/// The table of TRACE: one row for each chain, the shortest first.
struct TraceTable {
  let ends: (from: Text, to: Text)
  /// The value that BY splits at.
  let by: Text?
  let isComplete: Bool
  let rules: Rules
  /// What AS OF left out, chain by chain.
  var undated: [Text] = []

  init(ends: (from: Text, to: Text), by: Text?, isComplete: Bool, rules: Rules) {
    self.ends = ends
    self.by = by
    self.isComplete = isComplete
    self.rules = rules
  }

  static func columns(_ options: EvidenceOptions) -> [ExtensionColumn] {
    func column(_ name: Text, _ meaning: Text, shown: Bool = true) -> ExtensionColumn {
      StatementColumns.column(name, meaning, shown: shown)
    }
    return [
      StatementColumns.by(options),
      column("chain", "its number, the shortest first"),
      column("from", "where it begins", shown: false),
      column("to", "where it ends", shown: false),
      column("path", "its elements, with the configurations between them"),
      column("steps", "how many configurations it passes"),
      column("verdicts", "the verdicts on its configurations, in order, as a list"),
      column("verdict", "the verdict on its weakest step"),
      column("weakest", "the configuration that is the weakest step"),
      column("weakest_part", "the part that decided there"),
      column("supported_stretch", "how many configurations in a row stand, at most"),
      column("told", "whether one account tells the whole, or it is put together"),
      column("thread_voices", "whose account, where one tells the whole"),
      column("configurations", "its configurations, in order, as a list", shown: false),
      column("elements", "the elements it passes, in order, as a list", shown: false),
      StatementColumns.undated(options),
      column("remark", "whether there are more chains than these"),
    ] + StatementColumns.rules
  }

  func rows(_ chains: [Chain]) -> [[Value]] {
    chains.enumerated().map { number, chain in
      row(chain, number: number, isLast: number == chains.count - 1)
    }
  }

  private func row(_ chain: Chain, number: Int, isLast: Bool) -> [Value] {
    let weakest = chain.weakest
    return [
      StatementColumns.cell(by), StatementColumns.cell(number + 1), .text(ends.from),
      .text(ends.to), Value(chain.path.phrase), StatementColumns.cell(chain.verdicts.count),
      StatementColumns.list(chain.verdicts.map { Text($0.word.rawValue) }),
      StatementColumns.cell(weakest?.word.rawValue),
      StatementColumns.cell(weakest?.configuration.id),
      StatementColumns.cell(weakest?.deciding?.part.id),
      StatementColumns.cell(chain.longestSupportedStretch), Value(chain.telling.rawValue),
      StatementColumns.names(chain.threads.map(\.voice.name.string)),
      StatementColumns.list(chain.verdicts.map(\.configuration.id)),
      StatementColumns.list([chain.path.start] + chain.path.steps.map(\.end)),
      StatementColumns.cell(number < undated.count ? undated[number] : nil),
      StatementColumns.cell(isLast && !isComplete ? ChainText.incomplete : nil),
    ] + StatementColumns.cell(rules)
  }
}
