import Testing

/// Plays our own scenarios, which need no kit: `Tests/Scenarios` holds them in the kit's notation.
@Suite("Our scenarios")
struct ScenarioTests {
  static let folder = TestFiles.folder(beside: #filePath, named: "Scenarios")

  @Test("every scenario passes at every batch size", arguments: [2048, 3, 2, 1])
  func scenariosPass(batchSize: Int) throws {
    let runner = ScenarioRunner(graphsFolder: "", batchSize: batchSize)
    var report = ConformanceReport()
    for scenario in try TestFiles.scenarios(below: Self.folder) {
      report.add(runner.run(scenario), of: scenario)
    }
    #expect(report.names.count > 820)
    let failures = report.failures.map(\.description).joined(separator: "\n")
    #expect(report.failures.isEmpty, "\(failures)")
  }
}
