import Diagnostics
import GraphStore
import GraphTesting
import PropertyGraph

@testable import GraphQuery

/// How the engine in this process stands when a scenario is played on it. None of it may show in
/// an answer.
enum EngineSetting: String, CaseIterable {
  /// Everything that statements have written is laid over an empty base.
  case overlaid
  /// Every statement finds one base and nothing over it.
  case compacted
  /// Every statement finds a base, and half of its records written once more over it.
  case mixed
  /// The graph is in a file, which is closed and opened again before every statement.
  case reopened
  /// No rule of the planner is in force: each clause as it stands, a barrier at each change.
  case withoutRules
  /// Every rule but the one that leaves barriers out.
  case withBarriers
  /// Statements of somebody else are registered.
  case extended
}

/// The engine in this process, on a graph in memory or in a file.
final class EngineBackend: ScenarioBackend {
  private let memory = GraphView()
  private var file: (folder: TemporaryFolder, graph: StoredGraph)?
  private let batchSize: Int
  private let setting: EngineSetting
  private var procedures = Procedure.standard

  init(batchSize: Int, setting: EngineSetting = .overlaid) {
    self.batchSize = batchSize
    self.setting = setting
  }

  func declare(_ procedure: DeclaredProcedure) { procedures.append(procedure.table) }

  private var graph: GraphView { file?.graph.view ?? memory }

  func snapshot() throws -> GraphSnapshot {
    try file?.graph.refresh()
    defer { file?.graph.endReading() }
    return try GraphSnapshot(graph)
  }

  func answer(
    _ query: String, _ parameters: PropertyMap
  ) throws -> Result<ScenarioAnswer, Diagnostic> {
    try prepare()
    let options = QueryEngine.Options(
      parameters: parameters, limits: QueryLimits(seconds: 20), batchSize: batchSize)
    do throws(Diagnostic) {
      let source = SourceText(name: "query", text: query)
      let engine = engine()
      if let stored = file?.graph {
        if try engine.plan(source).isUpdating {
          try stored.beginWriting()
        } else {
          try stored.refresh()
        }
      }
      defer {
        file?.graph.endReading()
        file?.graph.endWriting()
      }
      return .success(
        try engine.run(source, options: options) { result, graph in
          ScenarioAnswer(
            columns: result.columns.map(\.string),
            rows: result.rows.map { row in row.map { CanonicalValue($0, graph: graph) } })
        })
    } catch {
      return .failure(error)
    }
  }

  private func engine() -> QueryEngine {
    let engine = QueryEngine(
      graph: graph, catalogue: Catalogue(functions: .standard, procedures: procedures),
      extensions: setting == .extended ? [AnyWord(keyword: "TEST"), AnyWord(keyword: "GAPS")] : [])
    switch setting {
    case .withoutRules: engine.rules = []
    case .withBarriers: engine.rules.remove(.provenBarriers)
    default: break
    }
    return engine
  }

  private func prepare() throws {
    if setting == .reopened { try reopen() }
    guard setting == .compacted || setting == .mixed else { return }
    try graph.compact()
    guard setting == .mixed else { return }
    for script in [
      "MATCH (n) WHERE id(n) % 2 = 0 SET n.`laid over` = 1 REMOVE n.`laid over`",
      "MATCH ()-[r]->() WHERE id(r) % 2 = 0 SET r.`laid over` = 1 REMOVE r.`laid over`",
    ] {
      _ = try engine().run(script)
    }
  }
}

extension EngineBackend {
  private func reopen() throws {
    let folder = try file?.folder ?? TemporaryFolder()
    let path = folder.file("graph.realist")
    if let graph = file?.graph {
      graph.close()
      file = (folder, try StoredGraph(opening: path))
    } else {
      file = (folder, try StoredGraph.create(at: path, GraphFileKind(.plain)))
    }
  }
}

/// A statement of one word, as somebody else might add it.
private struct AnyWord: StatementExtension {
  struct Bound: BoundExtension {
    let columns = [ExtensionColumn(name: "word", meaning: "what was said")]

    func rows(
      parameters: PropertyMap, watch: StatementWatch,
      run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
    ) throws -> [[Value]] { [] }
  }

  let keyword: Text
  let optionNames: [Text] = []

  func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    let (content, span) = try cursor.parseReference()
    return [Clause.ExtensionArgument(name: "word", content: content, span: span)]
  }

  func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension { Bound() }
}
