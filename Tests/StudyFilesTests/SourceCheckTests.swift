import Diagnostics
import GraphTesting
import StudyFiles
import Testing

/// Locators proved against a document's text.
@Suite("Locators against sources")
struct SourceCheckTests {
  static let document = """
    First line of the report.
    Leaders said that meetings help [AB12, May24].
    "We meet and that is all."
    [CD34]

    """

  static func study(line: Int, anchor: String, by person: String = "ab12") -> String {
    """
    document: report
    title: A report
    kind: research
    text-file: report.txt
    participants:
      ab12: { code: AB12, identity: coded }
      cd34: { code: CD34, identity: coded }
    evidence:
      e1:
        statement: Meetings are useful
        claim: inferred
        given-by: \(person)
        at: { line: \(line), anchor: \(anchor) }

    """
  }

  private func check(_ text: String) throws -> (codes: [String], help: [String?]) {
    let folder = try TemporaryFolder()
    try FileBytes.write(Array(Self.document.utf8), to: folder.path + "/report.txt")
    let contents = StudyReader.read([SourceText(name: "Graph/report.yaml", text: text)])
    #expect(contents.findings.isEmpty, "\(contents.findings.map(\.message))")
    let findings = try SourceChecker.check(contents, sources: folder.path).findings
    return (findings.map(\.code), findings.map(\.help))
  }

  @Test func aProvenLocatorIsSilent() throws {
    #expect(try check(Self.study(line: 2, anchor: "meetings help")).codes == [])
  }

  @Test func aCodeAloneUnderItsQuotationCounts() throws {
    #expect(try check(Self.study(line: 3, anchor: "We meet", by: "cd34")).codes == [])
  }

  @Test func aLinePastTheEnd() throws {
    #expect(try check(Self.study(line: 99, anchor: "meetings help")).codes == ["LocatorPastEnd"])
  }

  @Test func anAnchorOnAnotherLine() throws {
    let result = try check(Self.study(line: 1, anchor: "meetings help"))
    #expect(
      result.codes == ["AnchorNotFound", "CodeNotPrinted"] || result.codes == ["AnchorNotFound"])
    #expect(result.help.first == "it stands at line 2")
  }

  @Test func aCodeThatIsNotPrinted() throws {
    #expect(
      try check(Self.study(line: 1, anchor: "First line", by: "cd34")).codes == ["CodeNotPrinted"])
  }
}
