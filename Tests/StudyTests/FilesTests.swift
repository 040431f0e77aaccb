import Diagnostics
import Glibc
import StudyFiles
import StudySession
import Testing

/// The study's files are sound, and stand on the documents.
@Suite("Files of the study")
struct FilesTests {
  /// Where the texts of the documents are; they are not part of the repository.
  static let sources: String? = getenv("REALIST_SOURCES").map { String(cString: $0) }

  @Test("nothing is wrong with the files")
  func sound() throws {
    let contents = try StudySession.contents(of: RealStudy.path)
    let renderer = DiagnosticRenderer()
    let errors = contents.findings.filter { $0.severity == .error }.map { renderer.render($0) }
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    #expect(contents.records.count > 500)
  }

  @Test(
    "every locator, anchor and respondent code holds in the documents",
    .enabled(if: sources != nil, "set REALIST_SOURCES to the folder of the documents' texts"))
  func located() throws {
    let folder = try #require(Self.sources)
    let contents = try StudySession.contents(of: RealStudy.path)
    let proof = try SourceChecker.check(contents, sources: folder)
    let renderer = DiagnosticRenderer()
    let errors = proof.findings.filter { $0.severity == .error }.map { renderer.render($0) }
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    #expect(proof.summary.locators > 400)
    #expect(proof.summary.anchors > 400)
    #expect(proof.summary.codes > 100)
  }
}
