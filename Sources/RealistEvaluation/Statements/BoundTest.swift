import Diagnostics
import GraphQuery
import PropertyGraph

/// A TEST statement ready to run.
struct BoundTest: BoundExtension {
  let request: TestRequest
  let rules: Rules
  let readRules: TestStatement.RulesReader?
  let isExplained: Bool

  var columns: [ExtensionColumn] {
    isExplained
      ? [ExtensionColumn(name: "reasoning", meaning: "the argument for the verdict, line by line")]
      : TestTable.columns(for: request)
  }

  func rows(
    parameters: PropertyMap, run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) throws -> [[Value]] {
    let rules = try self.rules(parameters)
    return try withoutActuallyEscaping(run) { run in
      try checkNames(parameters, run)
      let scope = try scope(parameters, run)
      let evidence = try load(scope, run)
      let narrowing = try narrowing(parameters)
      let (narrowed, undated) = narrowing.narrow(
        evidence, certainty: rules.independence.aliasCertainty)
      let judge = try Judge(narrowed, rules: rules)
      if isExplained { return try reasoning(judge, parameters) }
      var table = TestTable(request: request)
      table.theory = try theory(parameters).flatMap { judge.verdict(onTheory: $0) }
      guard let field = request.by else {
        table.undated = try undatedRemarks(undated, narrowing, evidence, rules)
        return table.rows(judge.verdicts(), rules: rules)
      }
      var rows: [[Value]] = []
      for value in Narrowing.values(of: field, in: narrowed) {
        var only = Narrowing()
        only.only = [field: [value]]
        let (part, _) = only.narrow(narrowed, certainty: rules.independence.aliasCertainty)
        let verdicts = try Judge(part, rules: rules).verdicts()
        table.by = value
        rows += table.rows(verdicts, rules: rules)
      }
      return rows
    }
  }

  /// Errors about the target point at it.
  private func load(
    _ scope: EvidenceLoader.Scope, _ run: @escaping EvidenceLoader.Run
  ) throws -> RecordedEvidence {
    do {
      return try EvidenceLoader(run: run).load(scope)
    } catch let error as Diagnostic where error.code == "UnknownReference" {
      switch request.target {
      case .theory(let reference), .configuration(let reference):
        throw error.at(reference.span, in: nil)
      case .all, .match: throw error
      }
    }
  }

  // MARK: Arguments

  private func rules(_ parameters: PropertyMap) throws -> Rules {
    guard let reference = request.rules else { return rules }
    let file = try reference.id(in: parameters)
    guard let readRules else {
      throw Wording.rulesCannotBeRead(file).at(reference.span, in: nil)
    }
    return try readRules(file)
  }

  private func theory(_ parameters: PropertyMap) throws -> Text? {
    guard case .theory(let reference) = request.target else { return nil }
    return try reference.id(in: parameters)
  }

  private func scope(
    _ parameters: PropertyMap, _ run: EvidenceLoader.Run
  ) throws -> EvidenceLoader.Scope {
    switch request.target {
    case .all: return .all
    case .theory(let reference):
      return .only(configurations: [], theories: [try reference.id(in: parameters)])
    case .configuration(let reference):
      return .only(configurations: [try reference.id(in: parameters)], theories: [])
    case .match(let configurations, let theories):
      func ids(_ queries: [String]) throws -> [Text] {
        var ids: Set<Text> = []
        for query in queries {
          for row in try run(query, parameters).rows.map(ResultRow.init(values:)) {
            if let id = row.text(0) { ids.insert(id) }
          }
        }
        return ids.sorted()
      }
      return .only(configurations: try ids(configurations), theories: try ids(theories))
    }
  }

  private func narrowing(_ parameters: PropertyMap) throws -> Narrowing {
    var narrowing = Narrowing()
    narrowing.scales = Set(try request.scales.map { try $0.id(in: parameters) })
    if let reference = request.asOf {
      let date = try reference.id(in: parameters)
      guard let asOf = PartialDate(date) else {
        throw Wording.malformedDate(date).at(reference.span, in: nil)
      }
      narrowing.asOf = asOf
    }
    for field in Narrowing.Field.allCases {
      if let only = request.only[field] {
        narrowing.only[field] = Set(try only.map { try $0.id(in: parameters) })
      }
      if let without = request.without[field] {
        narrowing.without[field] = Set(try without.map { try $0.id(in: parameters) })
      }
    }
    return narrowing
  }

  /// A misspelt name would leave everything as it is and say nothing.
  private func checkNames(_ parameters: PropertyMap, _ run: EvidenceLoader.Run) throws {
    for field in Narrowing.Field.allCases {
      let references = (request.only[field] ?? []) + (request.without[field] ?? [])
      guard !references.isEmpty, let query = field.knownNames else { continue }
      let known = try run(query, PropertyMap()).rows.map(ResultRow.init(values:))
        .compactMap { $0.text(0) }
      for reference in references {
        let id = try reference.id(in: parameters)
        guard !known.contains(id) else { continue }
        throw Wording.unknownReference(field.rawValue, id, known: known).at(reference.span, in: nil)
      }
    }
  }

  // MARK: Output

  private func reasoning(_ judge: Judge, _ parameters: PropertyMap) throws -> [[Value]] {
    let text = ReasoningText()
    let written: String
    if let theory = try theory(parameters), let verdict = judge.verdict(onTheory: theory) {
      written = text.render(
        verdict, configurations: verdict.configurations.map(judge.reasoning(for:)),
        rules: judge.rules)
    } else {
      written = text.render(judge.verdicts().map(judge.reasoning(for:)), rules: judge.rules)
    }
    return written.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { [Value(String($0))] }
  }

  /// What AS OF left out for want of a date, and whether it would change a verdict.
  private func undatedRemarks(
    _ undated: [Text], _ narrowing: Narrowing, _ evidence: RecordedEvidence, _ rules: Rules
  ) throws -> [Text: Text] {
    guard !undated.isEmpty else { return [:] }
    var including = narrowing
    including.includesUndated = true
    let (all, _) = including.narrow(evidence, certainty: rules.independence.aliasCertainty)
    let judge = try Judge(all, rules: rules)
    let without = try Judge(
      narrowing.narrow(evidence, certainty: rules.independence.aliasCertainty).evidence,
      rules: rules)
    let list = undated.map(\.string).joined(separator: ", ")
    var remarks: [Text: Text] = [:]
    for verdict in judge.verdicts() {
      let before = without.verdict(onConfiguration: verdict.configuration.id)?.word
      let change = before == verdict.word ? "the same verdict" : verdict.word.rawValue
      remarks[verdict.configuration.id] = Text("left out \(list); with them: \(change)")
    }
    return remarks
  }
}
