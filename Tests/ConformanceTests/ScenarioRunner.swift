import Diagnostics
import GraphQuery
import PropertyGraph

/// Plays one scenario on an empty in-memory graph and says how it ended.
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
  let batchSize: Int
  /// Changes the query before it is run; the answer must not change.
  var rewrite: (String, PropertyMap) -> (query: String, parameters: PropertyMap) = { ($0, $1) }

  func run(_ scenario: Scenario) -> Outcome {
    let graph = GraphView()
    var procedures = Procedure.standard
    var parameters = PropertyMap()
    var result: Result<Answer, Diagnostic>?
    var before: GraphSnapshot?
    do {
      for step in scenario.steps {
        switch true {
        case step.text == "an empty graph", step.text == "any graph": break
        case step.text.hasSuffix("graph") && step.text.hasPrefix("the "):
          let name = step.text.dropFirst(4).dropLast(6)
          let script = try TestFiles.text("\(graphsFolder)/\(name)/\(name).cypher")
          try execute(script, on: graph, procedures: procedures)
        case step.text.hasPrefix("having executed"):
          try execute(step.block ?? "", on: graph, procedures: procedures)
        case step.text.hasPrefix("parameters are"):
          for row in step.table { parameters[Text(row[0])] = try ExpectedValue.plain(row[1]) }
        case step.text.hasPrefix("there exists a procedure"):
          procedures.append(try DeclaredProcedure.procedure(step))
        case step.text.hasPrefix("executing"):
          before = try GraphSnapshot(graph)
          result = answer(step.block ?? "", parameters, on: graph, procedures: procedures)
        default:
          guard let result, let before else { return .failed("no query before: \(step.text)") }
          let outcome = try check(step, result, before: before, graph: graph)
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

  private func engine(_ graph: GraphView, _ procedures: [Procedure]) -> QueryEngine {
    QueryEngine(
      graph: graph, catalogue: Catalogue(functions: .standard, procedures: procedures))
  }

  private func execute(_ script: String, on graph: GraphView, procedures: [Procedure]) throws {
    _ = try engine(graph, procedures).run(script)
  }

  /// A result with its entities read while they could be.
  private struct Answer {
    var columns: [String]
    var rows: [[CanonicalValue]]
  }

  private func answer(
    _ query: String, _ parameters: PropertyMap, on graph: GraphView, procedures: [Procedure]
  ) -> Result<Answer, Diagnostic> {
    let rewritten = rewrite(query, parameters)
    let options = QueryEngine.Options(
      parameters: rewritten.parameters, limits: QueryLimits(seconds: 20), batchSize: batchSize)
    do throws(Diagnostic) {
      let source = SourceText(name: "query", text: rewritten.query)
      return .success(
        try engine(graph, procedures).run(source, options: options) { result, graph in
          Answer(
            columns: result.columns.map(\.string),
            rows: result.rows.map { row in row.map { CanonicalValue($0, graph: graph) } })
        })
    } catch {
      return .failure(error)
    }
  }

  private func check(
    _ step: Scenario.Step, _ result: Result<Answer, Diagnostic>, before: GraphSnapshot,
    graph: GraphView
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
      let effects = before.effects(to: try GraphSnapshot(graph))
      let pairs = step.table.map { ($0[0], Int($0[1]) ?? 0) }
      let expected = Dictionary(uniqueKeysWithValues: pairs).filter { $0.value != 0 }
      return effects == expected ? .passed : .wrong("side effects \(effects), expected \(expected)")
    }
  }

  private func checkError(
    _ expected: String, _ result: Result<Answer, Diagnostic>
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
    _ step: Scenario.Step, _ answer: Answer
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
