public import Diagnostics
public import GraphQuery
public import PropertyGraph

/// `TRACE FROM … TO … [UP TO n STEPS]`: the causal chains between two elements, through
/// configurations and ripples, the shortest first, each as good as its weakest step.
/// `EXPLAIN TRACE` shows every step with what decided it.
public struct TraceStatement: RealistStatement {
  /// `TRACE`.
  public let keyword: Text = "TRACE"
  /// Words that may follow, for completion.
  public let optionNames: [Text] = ["FROM", "TO", "UP TO", "STEPS"] + EvidenceOptions.names

  /// Configurations that a chain may pass if nothing is said.
  public static let usualSteps = 6
  /// Configurations that a chain may pass at most.
  public static let mostSteps = 20

  private let rules: StatementRules

  /// The statement with the rules of the study; without a reader `USING RULES` is refused.
  public init(rules: Rules, readRules: RulesOfFile?) {
    self.rules = StatementRules(own: rules, read: readRules)
  }

  /// Parses what follows `TRACE`.
  public func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    var grammar = StatementGrammar(keyword, cursor: cursor)
    try grammar.expect("FROM", as: "from")
    try grammar.reference("from", "the id of an element")
    try grammar.expect("TO", as: "to")
    try grammar.reference("to", "the id of an element")
    if grammar.accept("UP", as: "steps") {
      try grammar.expect("TO", as: "steps")
      try grammar.reference("steps", "a number of steps")
      if !grammar.accept("STEP", as: "steps") { try grammar.expect("STEPS", as: "steps") }
    }
    try grammar.parseOptions(besides: ["UP"])
    cursor = grammar.cursor
    return grammar.arguments
  }

  /// Checks the arguments and decides on the columns.
  public func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    var options = EvidenceOptions()
    var ends: [Text: Reference] = [:]
    for argument in arguments where !options.take(argument) {
      if let reference = Reference(argument) { ends[argument.name] = reference }
    }
    guard let from = ends["from"], let to = ends["to"] else {
      throw Wording.missingArgument("an end of the chain")
    }
    return BoundTrace(
      from: from, to: to, steps: ends["steps"], options: options, rules: rules,
      isExplained: mode == .explain)
  }
}

/// A TRACE statement ready to run.
struct BoundTrace: BoundExtension {
  let from: Reference
  let to: Reference
  let steps: Reference?
  let options: EvidenceOptions
  let rules: StatementRules
  let isExplained: Bool

  var columns: [ExtensionColumn] {
    isExplained ? StatementColumns.reasoning : TraceTable.columns(options)
  }

  /// What a chain can begin or end with.
  private static let kinds: [Text] = ["Context", "Mechanism", "Outcome", "Configuration"]

  func rows(
    parameters: PropertyMap, watch: StatementWatch,
    run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) throws -> [[Value]] {
    try withoutActuallyEscaping(run) { run in
      let limit = try limit(parameters)
      let selection = try EvidenceSelection(options, parameters, rules: rules, run: run)
      let records = RecordReference(run: run)
      let ends = (
        from: try records.resolve(self.from, kinds: Self.kinds, parameters),
        to: try records.resolve(self.to, kinds: Self.kinds, parameters)
      )
      guard ends.from != ends.to else {
        throw Wording.sameEnds(ends.to.id).at(self.to.span, in: nil)
      }
      let loader = EvidenceLoader(watch: watch, run: run)
      let map = try loader.causalMap()
      let found = PathSearch.find(map, from: ends.from.id, to: ends.to.id, upTo: limit)
      let passed = Set(found.paths.flatMap(\.configurations)).sorted()
      let evidence = try loader.load(.only(configurations: passed, theories: []))
      try selection.checkVoices(options, parameters, in: evidence)
      let (narrowed, undated) = selection.narrow(evidence)
      var rows: [[Value]] = []
      for group in selection.groups(of: narrowed) {
        let judge = try Judge(group.evidence, rules: selection.rules, watch: watch)
        let chains = judge.chains(along: found.paths)
        try watch.check()
        if isExplained {
          let text = ChainText(judge: judge, ends: (ends.from.named, ends.to.named), limit: limit)
          rows += StatementColumns.rows(
            text.render(chains, isComplete: found.isComplete, map: map, by: group.value))
          continue
        }
        var table = TraceTable(
          ends: (ends.from.id, ends.to.id), by: group.value, isComplete: found.isComplete,
          rules: judge.rules)
        if group.value == nil, !undated.isEmpty {
          let including = try Judge(
            selection.narrowIncludingUndated(evidence), rules: selection.rules, watch: watch)
          table.undated = zip(chains, including.chains(along: found.paths)).map { before, after in
            let word = after.weakest?.word
            return EvidenceSelection.undatedRemark(
              undated,
              word == before.weakest?.word ? "the same verdict" : word?.rawValue ?? "no verdict")
          }
        }
        rows += table.rows(chains)
      }
      return rows
    }
  }

  private func limit(_ parameters: PropertyMap) throws(Diagnostic) -> Int {
    guard let steps else { return TraceStatement.usualSteps }
    let most = TraceStatement.mostSteps
    var text = ""
    if case .parameter(let name) = steps.content, case .integer(let number)? = parameters[name] {
      text = String(number)
    } else {
      text = try steps.id(in: parameters).string
    }
    guard let number = Int(text), (1...most).contains(number) else {
      throw Wording.tooManySteps(text, most: most).at(steps.span, in: nil)
    }
    return number
  }
}
