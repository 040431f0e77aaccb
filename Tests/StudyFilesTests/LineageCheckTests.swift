import Diagnostics
import StudyFiles
import Testing

/// Items that derive from one another in a circle: no theory can be tested, so that `check` says so.
@Suite("Lineage in a circle")
struct LineageCheckTests {
  /// A document whose items derive from others as given.
  private static func contents(_ origins: [(id: String, from: String)]) -> StudyContents {
    var text = """
      document: report
      title: A report
      kind: research
      date: 2025-03
      evidence:

      """
    for (id, from) in origins {
      text += """
          \(id):
            statement: What was said
            claim: observed
            derives-from: [\(from)]
            at: { line: 1 }

        """
    }
    return StudyReader.read([SourceText(name: "Graph/report.yaml", text: text)])
  }

  @Test("a circle is reported once, where it closes, word for word")
  func circle() {
    let findings = Self.contents([("e1", "e3"), ("e2", "e1"), ("e3", "e2")]).findings
    #expect(
      findings.map { DiagnosticRenderer().render($0) } == [
        """
        error[LineageCycle]: items derive from one another in a circle: `e1`, `e3`, `e2`, `e1`
          --> Graph/report.yaml:14:20
            |
         14 |     derives-from: [e1]
            |                    ^^
          help: decide which of them came first and take its `derives-from` out
        """
      ])
  }

  @Test("an item that derives from itself is a circle")
  func itself() {
    let findings = Self.contents([("e1", "e1")]).findings
    #expect(findings.map(\.code) == ["LineageCycle"])
  }

  @Test("two ways to one origin are none, and a long lineage does not exhaust the stack")
  func noCircle() {
    let fork = [("e1", "e2, e3"), ("e2", "e4"), ("e3", "e4"), ("e4", "report")]
    #expect(Self.contents(fork.map { (id: $0.0, from: $0.1) }).findings.isEmpty)
    let long = (1...3_000).map { (id: "e\($0)", from: $0 == 3_000 ? "report" : "e\($0 + 1)") }
    #expect(Self.contents(long).findings.isEmpty)
  }
}
