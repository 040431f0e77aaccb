import Diagnostics
import Glibc
import GraphQuery
import PropertyGraph
import StudyFiles
import StudySession

/// The study of this repository.
enum RealStudy {
  /// The folder that holds `Graph/`.
  static let path: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// Where the texts of the documents are; they are not part of the repository.
  static let sources: String? = getenv("REALIST_SOURCES").map { String(cString: $0) }

  /// The study as its files say it, read once for all tests.
  static let contents: Result<StudyContents, Diagnostic> = Result { () throws(Diagnostic) in
    try StudySession.contents(of: path)
  }

  /// Opened once, so that tests that run at the same time do not each build the cache.
  private static let isPrepared: Result<Void, Diagnostic> = Result { () throws(Diagnostic) in
    try StudySession.open(path).close()
  }

  /// The answer to a question, in a session of its own.
  static func answer(
    _ query: Text, parameters: PropertyMap = PropertyMap()
  ) throws -> QueryResult {
    try isPrepared.get()
    let session = try StudySession.open(path)
    defer { session.close() }
    var answer = QueryResult(columns: [], rows: [])
    try session.run(query, parameters: parameters) { result, _ in answer = result }
    return answer
  }

  /// The rows of the answer.
  static func rows(
    _ query: Text, parameters: PropertyMap = PropertyMap()
  ) throws -> [[Value]] {
    try answer(query, parameters: parameters).rows
  }
}

extension Value {
  /// The text, if it is one.
  var asText: String? { if case .text(let text) = self { text.string } else { nil } }
  /// The whole number, if it is one.
  var asInteger: Int64? { if case .integer(let number) = self { number } else { nil } }
  /// The texts, if it is a list of them.
  var asTexts: [String] {
    if case .list(let elements) = self { elements.compactMap(\.asText) } else { [] }
  }
}
