import Testing

/// Runs the openCypher technology compatibility kit from the folder that `OPENCYPHER_TCK` names.
/// Scenarios that do not pass yet are listed by name; one that starts to pass must leave the list.
@Suite("openCypher kit")
struct ConformanceTests {
  static let kit = TestFiles.folder("OPENCYPHER_TCK")

  @Test("no feature of the kit is passed over in silence")
  func noFeatureIsEmpty() throws {
    guard let kit = Self.kit else { return }
    for path in TestFiles.features(below: "\(kit)/features") {
      let text = try TestFiles.text(path)
      // Some features of the kit are titles only.
      guard text.contains("Scenario") else { continue }
      #expect(!FeatureFile(text: text, feature: "").scenarios.isEmpty, "\(path)")
    }
  }

  @Test("every scenario that is not excluded passes", arguments: [2048, 3, 2, 1])
  func kitPasses(batchSize: Int) throws {
    guard let kit = Self.kit else {
      print("openCypher kit: skipped, OPENCYPHER_TCK names no folder")
      return
    }
    let runner = ScenarioRunner(graphsFolder: "\(kit)/graphs", batchSize: batchSize)
    var report = ConformanceReport()
    for scenario in try TestFiles.scenarios(below: "\(kit)/features") {
      report.add(runner.run(scenario), of: scenario)
    }
    print("batch size \(batchSize)\n\(report.table)")
    let unexpected = report.failures.filter { !KnownExclusions.names.contains($0.name) }
    let surprising = KnownExclusions.names.subtracting(report.failures.map(\.name))
      .intersection(report.names)
    #expect(unexpected.isEmpty, "\(unexpected.map(\.description).joined(separator: "\n"))")
    #expect(surprising.isEmpty, "these pass now, take them off the list: \(surprising.sorted())")
  }
}

/// Passed, wrong and failed scenarios by folder.
struct ConformanceReport {
  struct Failure: CustomStringConvertible {
    var name: String
    var reason: String
    var description: String { "\(name): \(reason)" }
  }

  private(set) var failures: [Failure] = []
  private(set) var names: Set<String> = []
  private var counts: [String: (passed: Int, wrong: Int, failed: Int)] = [:]

  mutating func add(_ outcome: ScenarioRunner.Outcome, of scenario: Scenario) {
    let name = "\(scenario.feature) \(scenario.name)"
    names.insert(name)
    let folder = scenario.feature.split(separator: "/").dropLast().joined(separator: "/")
    var count = counts[folder] ?? (0, 0, 0)
    switch outcome {
    case .passed: count.passed += 1
    case .wrong(let reason):
      count.wrong += 1
      failures.append(Failure(name: name, reason: "wrong: \(reason)"))
    case .failed(let reason):
      count.failed += 1
      failures.append(Failure(name: name, reason: reason))
    }
    counts[folder] = count
  }

  var table: String {
    var total = (passed: 0, wrong: 0, failed: 0)
    var lines: [String] = []
    for folder in counts.keys.sorted() {
      let count = counts[folder] ?? (0, 0, 0)
      lines.append(
        "\(folder): \(count.passed) passed, \(count.wrong) wrong, \(count.failed) failed")
      total = (total.passed + count.passed, total.wrong + count.wrong, total.failed + count.failed)
    }
    // The words "passed" and "failed" with a number alone on a line would be read as the result of
    // the test run.
    lines.append(
      "all folders: \(total.passed) passed, \(total.wrong) wrong, \(total.failed) failed")
    return lines.joined(separator: "\n")
  }
}
