import Diagnostics
import PropertyGraph

/// Plays one scenario on an empty graph and says how it ended.
struct ScenarioRunner {
  /// How a scenario ended.
  enum Outcome: Equatable {
    case passed
    /// An answer that differs from the kit's: worse than an error.
    case wrong(String)
    /// An error where an answer was due, or none where one was due.
    case failed(String)
  }

  let graphsFolder: String
  /// Makes the empty graph that a scenario is played on.
  let backend: () throws -> any ScenarioBackend
  /// Changes the query before it is run; the answer must not change.
  var rewrite: (String, PropertyMap) -> (query: String, parameters: PropertyMap) = { ($0, $1) }

  init(graphsFolder: String, backend: @escaping () throws -> any ScenarioBackend) {
    self.graphsFolder = graphsFolder
    self.backend = backend
  }

  /// On the engine in this process.
  init(graphsFolder: String, batchSize: Int) {
    self.init(graphsFolder: graphsFolder) { EngineBackend(batchSize: batchSize) }
  }

  func run(_ scenario: Scenario) -> Outcome {
    var parameters = PropertyMap()
    var result: Result<ScenarioAnswer, Diagnostic>?
    var before: GraphSnapshot?
    do {
      let backend = try backend()
      for step in scenario.steps {
        switch true {
        case step.text == "an empty graph", step.text == "any graph": break
        case step.text.hasSuffix("graph") && step.text.hasPrefix("the "):
          let name = step.text.dropFirst(4).dropLast(6)
          let script = try TestFiles.text("\(graphsFolder)/\(name)/\(name).cypher")
          _ = try backend.answer(script, PropertyMap()).get()
        case step.text.hasPrefix("having executed"):
          _ = try backend.answer(step.block ?? "", PropertyMap()).get()
        case step.text.hasPrefix("parameters are"):
          for row in step.table { parameters[Text(row[0])] = try ExpectedValue.plain(row[1]) }
        case step.text.hasPrefix("there exists a procedure"):
          try backend.declare(DeclaredProcedure(step))
        case step.text.hasPrefix("executing"):
          before = try backend.snapshot()
          let rewritten = rewrite(step.block ?? "", parameters)
          result = try backend.answer(rewritten.query, rewritten.parameters)
        default:
          guard let result, let before else { return .failed("no query before: \(step.text)") }
          let outcome = try check(step, result, before: before, backend)
          if outcome != .passed { return outcome }
        }
      }
    } catch let error as Diagnostic {
      return .failed("set-up: \(error.code): \(error.message)")
    } catch {
      return .failed("runner: \(error)")
    }
    return .passed
  }

  private func check(
    _ step: Scenario.Step, _ result: Result<ScenarioAnswer, Diagnostic>, before: GraphSnapshot,
    _ backend: any ScenarioBackend
  ) throws -> Outcome {
    if let error = step.text.range(of: "should be raised at ") {
      return checkError(String(step.text[error.upperBound...]), result)
    }
    switch result {
    case .failure(let error):
      return .failed("\(error.phase) \(error.code): \(error.message)")
    case .success(let answer):
      if step.text.hasPrefix("the result should be") {
        return try checkRows(step, answer)
      }
      let effects = before.effects(to: try backend.snapshot())
      let pairs = step.table.map { ($0[0], Int($0[1]) ?? 0) }
      let expected = Dictionary(uniqueKeysWithValues: pairs).filter { $0.value != 0 }
      return effects == expected ? .passed : .wrong("side effects \(effects), expected \(expected)")
    }
  }

  private func checkError(
    _ expected: String, _ result: Result<ScenarioAnswer, Diagnostic>
  ) -> Outcome {
    let parts = expected.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2 else { return .failed("malformed step: \(expected)") }
    guard case .failure(let error) = result else {
      return .failed("no error, expected \(expected)")
    }
    let phase = error.phase == .compile ? "compile time" : "runtime"
    let isRightTime = parts[0] == "any time" || parts[0] == phase
    let isRightCode = parts[1] == "*" || parts[1] == error.code
    return isRightTime && isRightCode
      ? .passed : .failed("\(phase) \(error.code) (\(error.message)), expected \(expected)")
  }

  private func checkRows(
    _ step: Scenario.Step, _ answer: ScenarioAnswer
  ) throws -> Outcome {
    let ignoringListOrder = step.text.contains("ignoring element order")
    if step.text.hasSuffix("empty") {
      return answer.rows.isEmpty ? .passed : .wrong("\(answer.rows.count) rows, expected none")
    }
    guard let header = step.table.first else { return .failed("no table") }
    let columns = answer.columns
    // The order of columns is the table's; names must agree as a set.
    guard columns.sorted() == header.sorted() else {
      return .wrong("columns \(columns), expected \(header)")
    }
    let positions = header.compactMap { columns.firstIndex(of: $0) }
    var actual = answer.rows.map { row in
      positions.map {
        CanonicalValue.text(row[$0], ignoringListOrder: ignoringListOrder)
      }.joined(separator: " | ")
    }
    var expected = try step.table.dropFirst().map { row in
      try row.map { try ExpectedValue.canonical($0, ignoringListOrder: ignoringListOrder) }
        .joined(separator: " | ")
    }
    if !step.text.contains("in order") {
      actual.sort()
      expected.sort()
    }
    return actual == expected ? .passed : .wrong("rows \(actual), expected \(expected)")
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }
}
