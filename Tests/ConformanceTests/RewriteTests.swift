import Glibc
import PropertyGraph
import Testing

/// Plays scenarios with their queries written differently: the answers must not change.
@Suite("Rewrites")
struct RewriteTests {
  /// One in how many scenarios of the kit is rewritten; `REWRITE_ALL=1` takes every one.
  private static let sampling = getenv("REWRITE_ALL") == nil ? 12 : 1

  @Test("our scenarios give the same answers", arguments: Rewrite.allCases)
  func ownScenarios(rewrite: Rewrite) throws {
    let scenarios = try TestFiles.scenarios(below: ScenarioTests.folder)
    let count = try check(rewrite, scenarios, graphsFolder: "")
    #expect(count > 30, "the rewrite hardly ever applies")
  }

  @Test("the kit's scenarios give the same answers", arguments: Rewrite.allCases)
  func kit(rewrite: Rewrite) throws {
    guard let kit = ConformanceTests.kit else { return }
    let scenarios = try TestFiles.scenarios(below: "\(kit)/features").enumerated()
      .filter { $0.offset % Self.sampling == rewrite.position % Self.sampling }
      .map(\.element)
    let count = try check(rewrite, scenarios, graphsFolder: "\(kit)/graphs")
    #expect(count > 0)
  }

  /// Runs the scenarios rewritten and gives the number of those that changed.
  private func check(
    _ rewrite: Rewrite, _ scenarios: [Scenario], graphsFolder: String
  ) throws -> Int {
    let report = RewriteReport(rewrite, scenarios, graphsFolder: graphsFolder, batchSize: 2048)
    print("rewrite \(rewrite.rawValue): \(report.count) queries")
    let failures = report.failures.joined(separator: "\n")
    #expect(report.failures.isEmpty, "\(failures)")
    return report.count
  }
}
