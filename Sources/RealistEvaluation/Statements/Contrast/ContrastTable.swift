import GraphQuery
import PropertyGraph

/// The table of CONTRAST: one row for each context and for what was looked at, cases by name.
struct ContrastTable {
  let judge: Judge
  /// The value that BY splits at.
  let by: Text?
  /// What AS OF left out.
  var undated: [Key: Text] = [:]

  init(judge: Judge, by: Text?) {
    self.judge = judge
    self.by = by
  }

  /// What a row is about.
  struct Key: Hashable {
    let context: Text?
    let observed: ContextContrast.Observed

    init(_ contrast: ContextContrast) {
      context = contrast.context
      observed = contrast.observed
    }
  }

  static func columns(_ options: EvidenceOptions) -> [ExtensionColumn] {
    func column(_ name: Text, _ meaning: Text, shown: Bool = true) -> ExtensionColumn {
      StatementColumns.column(name, meaning, shown: shown)
    }
    return [
      StatementColumns.by(options),
      column("mechanism", "id of the mechanism", shown: false),
      column("context", "id of the context"),
      column("context_title", "its title", shown: false),
      column("effect", "what the context is said to do to the mechanism"),
      column("observed", "what was looked at: the mechanism, or an outcome of it"),
      column("reading", "what the cases show"),
      column("separates", "whether the context tells every known case apart"),
      column("present_fires", "cases: the context holds, and it fires"),
      column("present_not", "cases: the context holds, and it does not fire"),
      column("absent_fires", "cases: the context does not hold, and it fires"),
      column("absent_not", "cases: the context does not hold, and it does not fire"),
      column("without_mechanism", "cases: the outcome came without the mechanism"),
      column("unknown", "cases of which one half is not known, or disputed"),
      column("separated_by", "contexts that tell the cases apart where this one is not enough"),
      column("would_help", "which kind of site would help"),
      column("known_by_half", "what to find out at such cases", shown: false),
      column("why", "the numbers behind the reading", shown: false),
      column("readings", "the readings as a list", shown: false),
      column("inferred", "cases with an entry that nobody observed", shown: false),
      StatementColumns.undated(options),
    ] + StatementColumns.rules
  }

  func row(_ contrast: ContextContrast) -> [Value] {
    let sought: Text
    if case .outcome(let outcome) = contrast.observed {
      sought = outcome
    } else {
      sought = contrast.mechanism
    }
    func names(_ context: Sight, _ firing: Sight) -> Value {
      StatementColumns.names(
        contrast.cases(context: context, firing: firing).map(\.name.string))
    }
    return [
      StatementColumns.cell(by), .text(contrast.mechanism),
      StatementColumns.cell(contrast.context),
      StatementColumns.cell(contrast.context.flatMap(judge.index.title)),
      StatementColumns.cell(contrast.effect?.text), .text(sought),
      Value(ContrastReading.phrase(contrast.readings)), .boolean(contrast.separates),
      names(.present, .present), names(.present, .absent), names(.absent, .present),
      names(.absent, .absent),
      StatementColumns.names(
        contrast.entries.filter(\.isWithoutMechanism).map {
          "\($0.studyCase.name) (context \($0.context.word))"
        }),
      Self.halves(of: contrast),
      StatementColumns.names(contrast.separatedBy.map(\.string)),
      StatementColumns.cell(contrast.wouldHelp),
      StatementColumns.cell(contrast.knownByHalf), Value(contrast.why),
      StatementColumns.list(contrast.readings.map { Text($0.rawValue) }),
      StatementColumns.list(contrast.entries.filter(\.isInferred).map(\.studyCase.name)),
      StatementColumns.cell(undated[Key(contrast)]),
    ] + StatementColumns.cell(judge.rules)
  }

  /// `context ?, fires: leeds, york; context present, fires ?: hull`.
  private static func halves(of contrast: ContextContrast) -> Value {
    let open = contrast.entries.filter { !$0.isInCell && !$0.isWithoutMechanism }
    var texts: [String] = []
    for context in [Sight.unknown, .present, .absent, .disputed] {
      for firing in [Sight.present, .absent, .unknown, .disputed] {
        let names = open.filter { $0.context == context && $0.firing == firing }
          .map(\.studyCase.name.string)
        guard !names.isEmpty else { continue }
        texts.append(
          "context \(context.word), \(contrast.observed.word(firing)): \(names.joined(separator: ", "))"
        )
      }
    }
    return texts.isEmpty ? .null : Value(texts.joined(separator: "; "))
  }
}
