import Diagnostics
import StudyFiles
import StudySession
import Testing

/// The study's files are sound, and stand on the documents.
@Suite("Files of the study")
struct FilesTests {
  @Test("nothing is wrong with the files")
  func sound() throws {
    let contents = try RealStudy.contents.get()
    let renderer = DiagnosticRenderer()
    let errors = contents.findings.filter { $0.severity == .error }.map { renderer.render($0) }
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    #expect(contents.records.count > 3_000)
  }

  @Test(
    "every locator, anchor and respondent code holds in the documents",
    .enabled(
      if: RealStudy.sources != nil, "set REALIST_SOURCES to the folder of the documents' texts"))
  func located() throws {
    let folder = try #require(RealStudy.sources)
    let proof = try SourceChecker.check(try RealStudy.contents.get(), sources: folder)
    let renderer = DiagnosticRenderer()
    let errors = proof.findings.filter { $0.severity == .error }.map { renderer.render($0) }
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    #expect(proof.summary.locators > 3_000)
    #expect(proof.summary.anchors > 3_000)
    #expect(proof.summary.codes > 300)
  }
}
