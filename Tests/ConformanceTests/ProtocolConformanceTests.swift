import Glibc
import Testing

/// The same scenarios through the built program and JSON lines. A sample, or with
/// `PROTOCOL_ALL=1` all of them.
@Suite("Through the protocol")
struct ProtocolConformanceTests {
  private static let sampling = getenv("PROTOCOL_ALL") == nil ? 10 : 1

  @Test("our scenarios pass")
  func ownScenarios() throws {
    let scenarios = sample(try TestFiles.scenarios(below: ScenarioTests.folder))
    let report = try play(scenarios, graphsFolder: "")
    #expect(report.names.count > 580 / Self.sampling)
  }

  @Test("the kit's scenarios pass")
  func kit() throws {
    guard let kit = ConformanceTests.kit else { return }
    let scenarios = sample(try TestFiles.scenarios(below: "\(kit)/features"))
    let report = try play(scenarios, graphsFolder: "\(kit)/graphs")
    print("through the protocol\n\(report.table)")
  }

  private func sample(_ scenarios: [Scenario]) -> [Scenario] {
    scenarios.enumerated().filter { $0.offset % Self.sampling == 0 }.map(\.element)
  }

  private func play(
    _ scenarios: [Scenario], graphsFolder: String
  ) throws -> ConformanceReport {
    let service = try Service()
    let runner = ScenarioRunner(graphsFolder: graphsFolder) { try ProtocolBackend(service) }
    var report = ConformanceReport()
    for scenario in scenarios { report.add(runner.run(scenario), of: scenario) }
    let unexpected = report.failures.filter { !KnownExclusions.names.contains($0.name) }
    #expect(unexpected.isEmpty, "\(unexpected.map(\.description).joined(separator: "\n"))")
    return report
  }
}
