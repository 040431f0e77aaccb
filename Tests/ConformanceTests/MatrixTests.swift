import Glibc
import Testing

/// The same scenarios whatever the engine stands on: base, changes over it or both, with and
/// without the planner's rules, with a statement of somebody else registered. Of the kit a sample,
/// or with `MATRIX_ALL=1` all of it.
@Suite("However the engine stands")
struct MatrixTests {
  private static let sampling = getenv("MATRIX_ALL") == nil ? 10 : 1

  @Test("our scenarios pass", arguments: EngineSetting.allCases)
  func ownScenarios(setting: EngineSetting) throws {
    let scenarios = try TestFiles.scenarios(below: ScenarioTests.folder)
    try check(setting, scenarios, graphsFolder: "")
  }

  @Test("the kit's scenarios pass", arguments: EngineSetting.allCases)
  func kit(setting: EngineSetting) throws {
    guard let kit = ConformanceTests.kit else { return }
    let scenarios = try TestFiles.scenarios(below: "\(kit)/features").enumerated()
    // What changes the graph is what bases and barriers are about: all of that.
    let sample = scenarios.filter { number, scenario in
      number % Self.sampling == 0
        || scenario.steps.contains { $0.text.hasPrefix("the side effects should be") }
    }
    try check(setting, sample.map(\.element), graphsFolder: "\(kit)/graphs")
  }

  private func check(
    _ setting: EngineSetting, _ scenarios: [Scenario], graphsFolder: String
  ) throws {
    #expect(scenarios.count > 300)
    let runner = ScenarioRunner(graphsFolder: graphsFolder) {
      EngineBackend(batchSize: 2_048, setting: setting)
    }
    var report = ConformanceReport()
    for scenario in scenarios { report.add(runner.run(scenario), of: scenario) }
    print("\(setting.rawValue): \(scenarios.count) scenarios")
    let unexpected = report.failures.filter { !KnownExclusions.names.contains($0.name) }
    #expect(unexpected.isEmpty, "\(unexpected.map(\.description).joined(separator: "\n"))")
  }
}
