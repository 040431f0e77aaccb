import Diagnostics
import PropertyGraph

/// What a scenario is played on: an empty graph, in this process or behind the protocol.
protocol ScenarioBackend {
  /// Makes a procedure known until the end of the scenario.
  func declare(_ procedure: DeclaredProcedure) throws
  /// Runs a query.
  func answer(
    _ query: String, _ parameters: PropertyMap
  ) throws -> Result<ScenarioAnswer, Diagnostic>
  /// The whole graph, for counting side effects.
  func snapshot() throws -> GraphSnapshot
}

/// A result with its entities read while they could be.
struct ScenarioAnswer {
  var columns: [String]
  var rows: [[CanonicalValue]]
}
