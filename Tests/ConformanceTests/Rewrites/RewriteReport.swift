import PropertyGraph

/// What came of scenarios whose queries were written differently.
struct RewriteReport {
  /// How many queries were changed.
  private(set) var count = 0
  /// Scenarios that went differently, with the new query.
  private(set) var failures: [String] = []

  init(_ rewrite: Rewrite, _ scenarios: [Scenario], graphsFolder: String, batchSize: Int) {
    for scenario in scenarios {
      if !rewrite.keepsErrors, scenario.expectsError { continue }
      var runner = ScenarioRunner(graphsFolder: graphsFolder, batchSize: batchSize)
      var changed: String?
      runner.rewrite = { query, parameters in
        guard let new = rewrite.applied(to: query, parameters) else { return (query, parameters) }
        changed = new.query
        return new
      }
      let outcome = runner.run(scenario)
      guard let changed else { continue }
      count += 1
      if outcome != .passed {
        failures.append(
          "\(rewrite.rawValue): \(scenario.feature) \(scenario.name): \(outcome)\n\(changed)")
      }
    }
  }
}

extension Scenario {
  /// Whether its query must fail.
  var expectsError: Bool { steps.contains { $0.text.contains("should be raised at") } }
}

extension Rewrite {
  /// Its place among all.
  var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
