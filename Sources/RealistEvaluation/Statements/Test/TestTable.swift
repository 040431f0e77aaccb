import GraphQuery
import PropertyGraph

/// The table of TEST: one row per configuration, in order of id.
struct TestTable {
  let request: TestRequest
  /// The theory tested, for TEST THEORY.
  var theory: TheoryVerdict?
  /// The value that BY splits at.
  var by: Text?
  /// What AS OF left out, by configuration.
  var undated: [Text: Text] = [:]

  /// What is shown besides the verdicts, one for each; each costs more than the one before.
  enum Argument {
    case none
    case firmness([Sensitivity])
    case whole([Reasoning])
  }

  init(request: TestRequest) { self.request = request }

  static func columns(for request: TestRequest) -> [ExtensionColumn] {
    var isTheory = false
    if case .theory = request.target { isTheory = true }
    return own(request, isTheory: isTheory) + (isTheory ? TheoryColumns.columns : [])
  }

  /// Columns that tell the fewest voices whose leaving changes the verdict.
  static let breakColumns: Set<Text> = ["breaks", "break_number", "break_voices"]
  /// Columns that tell which single trials change it.
  static let trialColumns: Set<Text> = ["flips", "fragile", "doubtful_aliases"]

  /// The one that costs most to make.
  static let reasoningColumn = column(
    "reasoning", "the whole argument as nested maps: every item, weight and rule", shown: false)

  private static func own(_ request: TestRequest, isTheory: Bool) -> [ExtensionColumn] {
    [
      column("by", "the value of BY", shown: request.options.by != nil),
      column("configuration", "id of the configuration"),
      column("title", "its title", shown: false),
      column("theory", "theories that make the claim"),
      column("theory_verdict", "the word for the theory tested", shown: isTheory),
      column("group", "the group of configurations it is paired in", shown: false),
      column("verdict", "the verdict on the configuration"),
      column("overruled", "an analyst's verdict beside it, with name and date"),
      column("overrule_reason", "why the analyst judges otherwise", shown: false),
      column("part", "the part that decided it, as deciding_part", shown: false),
      column("deciding_part", "the part that decided it"),
      column("deciding_verdict", "the verdict on that part"),
      column("passages", "distinct places for or against required parts"),
      column("sources", "distinct respondents and documents"),
      column("voices", "distinct independent voices"),
      column("coverage", "required parts on which anybody speaks for or against"),
      column("threads", "accounts that tell every required part"),
      column("thread_voices", "whose accounts", shown: false),
      column("cell", "espoused against realised, of the deciding part"),
      column("remark", "what must always be said with the verdict"),
      column("breaks", "the fewest voices whose leaving changes the verdict, and who they are"),
      column(
        "break_number", "how many they are; null where none was found", shown: false),
      column("break_voices", "ids of those voices, as WITHOUT VOICE takes them", shown: false),
      column(
        "flips",
        "what was left out or counted otherwise and changes the verdict, with that verdict",
        shown: false),
      column("fragile", "whether any single trial changes the verdict", shown: false),
      column("doubtful_aliases", "the verdict with doubtful aliases merged or split", shown: false),
      column(
        "undated", "what AS OF left out for want of a date", shown: request.options.asOf != nil),
      column("cautions", "what an encoder should look at", shown: false),
      column("rules", "name, version and the hash of the rules, shortened"),
      column("rules_hash", "the whole hash of the rules", shown: false),
      reasoningColumn,
    ]
  }

  private static func column(
    _ name: Text, _ meaning: Text, shown: Bool = true
  ) -> ExtensionColumn {
    ExtensionColumn(name: name, meaning: meaning, isShownByDefault: shown)
  }

  /// One row for each verdict; what was not asked for is null.
  func rows(
    _ verdicts: [ConfigurationVerdict], _ argument: Argument, rules: Rules
  ) -> [[Value]] {
    verdicts.enumerated().map { number, verdict in
      switch argument {
      case .none: row(verdict, nil, rules: rules, reasoning: nil)
      case .firmness(let all): row(verdict, all[number], rules: rules, reasoning: nil)
      case .whole(let all):
        row(verdict, all[number].sensitivity, rules: rules, reasoning: all[number])
      }
    }
  }

  private func row(
    _ verdict: ConfigurationVerdict, _ sensitivity: Sensitivity?, rules: Rules,
    reasoning: Reasoning?
  ) -> [Value] {
    let configuration = verdict.configuration
    return [
      text(by), .text(configuration.id), .text(configuration.title),
      text(configuration.theories.sorted().map(\.string)),
      text(theory.map { Text($0.word.rawValue) }),
      text(configuration.group), Value(verdict.word.rawValue),
      text(verdict.overrules.first.map { Text($0.phrase) }), text(verdict.overrules.first?.reason),
      text(verdict.deciding?.part.id), text(verdict.deciding?.part.id),
      text(verdict.deciding.map { Text($0.computed.fullName) }),
      .integer(Int64(verdict.tally.passages)), .integer(Int64(verdict.tally.sources)),
      .integer(Int64(verdict.tally.voices)), Value(verdict.coverage.phrase),
      .integer(Int64(verdict.threads.count)),
      list(verdict.threads.map(\.voice.name)), Value(verdict.cell.rawValue),
      text(verdict.word.caution.map { Text($0) }),
    ] + firmness(sensitivity) + [
      text(undated[configuration.id]), list(verdict.cautions.map { Text($0.sentence) }),
      Value(rules.shortReference), .text(rules.hash),
      reasoning.map(ReasoningValue().value) ?? .null,
    ] + (theory.map(TheoryColumns.cells) ?? [])
  }

  /// The cells of the columns that tell how firm it is, in their order.
  private func firmness(_ sensitivity: Sensitivity?) -> [Value] {
    guard let sensitivity else {
      return Array(repeating: .null, count: Self.breakColumns.count + Self.trialColumns.count)
    }
    return [
      Value(sensitivity.breakPhrase),
      sensitivity.breakNumber.map { .integer(Int64($0)) } ?? .null,
      list(sensitivity.breakVoices.map(\.id)),
      list(sensitivity.flips.map { Text($0.phrase) }),
      .boolean(sensitivity.isFragile),
      list(
        sensitivity.aliasVariants.map {
          Text("\($0.isMerged ? "merged" : "split"): \($0.word.rawValue)")
        }),
    ]
  }

  private func text(_ text: Text?) -> Value { text.map { .text($0) } ?? .null }
  private func text(_ words: [String]) -> Value {
    words.isEmpty ? .null : Value(words.joined(separator: ", "))
  }
  private func list(_ texts: [Text]) -> Value { .list(texts.map { .text($0) }) }
}
