import Diagnostics
import GraphQuery
import PropertyGraph

/// The engine in this process, on a graph in memory.
final class EngineBackend: ScenarioBackend {
  private let graph = GraphView()
  private let batchSize: Int
  private var procedures = Procedure.standard

  init(batchSize: Int) { self.batchSize = batchSize }

  func declare(_ procedure: DeclaredProcedure) { procedures.append(procedure.table) }

  func snapshot() throws -> GraphSnapshot { try GraphSnapshot(graph) }

  func answer(
    _ query: String, _ parameters: PropertyMap
  ) -> Result<ScenarioAnswer, Diagnostic> {
    let engine = QueryEngine(
      graph: graph, catalogue: Catalogue(functions: .standard, procedures: procedures))
    let options = QueryEngine.Options(
      parameters: parameters, limits: QueryLimits(seconds: 20), batchSize: batchSize)
    do throws(Diagnostic) {
      let source = SourceText(name: "query", text: query)
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
}
