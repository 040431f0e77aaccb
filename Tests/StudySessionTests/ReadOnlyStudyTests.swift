import Diagnostics
import Glibc
import PropertyGraph
import StudyFiles
import StudySession
import Testing

/// A folder study is read-only to the query language.
@Suite("Folder study, writing")
struct ReadOnlyStudyTests {
  static let statements: [Text] = [
    "CREATE (:Site {id: 'leeds', title: 'Leeds'})",
    "MERGE (:Site {id: 'leeds'})",
    "MATCH (m:Mechanism) SET m.title = 'Other'",
    "MATCH (m:Mechanism) SET m += {title: 'Other'}",
    "MATCH (m:Mechanism) SET m:Outcome",
    "MATCH (m:Mechanism) REMOVE m.title",
    "MATCH (m:Mechanism) DETACH DELETE m",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (m:Mechanism) WITH m CREATE (:Site {id: 'leeds'}) RETURN m",
    "UNWIND [] AS x CREATE (:Site {id: 'leeds'})",
  ]

  @Test("every writing clause is refused and nothing on disk changes", arguments: statements)
  func refused(_ statement: Text) throws {
    let study = try SmallStudy()
    let session = try StudySession.open(study.path)
    let before = try state(of: study)
    let error = #expect(throws: Diagnostic.self) { try session.rows(statement) }
    #expect(error?.code == "ReadOnlyStudy")
    #expect(error?.phase == .compile)
    #expect(error?.position != nil)
    #expect(error?.help?.contains("realist load") == true, "\(error?.help ?? "")")
    #expect(try session.rows("MATCH (n) RETURN n.id").count == 5)
    session.close()
    #expect(try state(of: study) == before)
  }

  /// Every file with its bytes, its number and its time.
  private func state(of study: SmallStudy) throws -> [String] {
    var lines: [String] = []
    for folder in [study.path + "/Graph", study.cache] {
      for name in study.names(in: folder) {
        let file = "\(folder)/\(name)"
        let status = study.status(file)
        let hash = SHA256.hexadecimal(of: try FileBytes.read(file))
        lines.append("\(name) \(status.st_ino) \(status.st_mtim.tv_nsec) \(hash)")
      }
    }
    return lines
  }

  @Test("an older revision is refused with the way to git")
  func noHistory() throws {
    let study = try SmallStudy()
    let session = try StudySession.open(study.path)
    defer { session.close() }
    let error = #expect(throws: Diagnostic.self) {
      try session.rows("AT REVISION 1 MATCH (n) RETURN n")
    }
    #expect(error?.code == "NoHistory")
    #expect(error?.help?.contains("git") == true)
  }
}
