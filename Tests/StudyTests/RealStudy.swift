import Diagnostics
import GraphQuery
import PropertyGraph
import StudyFiles
import StudySession

/// The study of this repository, opened by each test for itself.
enum RealStudy {
  /// The folder that holds `Graph/`.
  static let path: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The rows of a question.
  static func rows(
    _ query: Text, parameters: PropertyMap = PropertyMap()
  ) throws -> [[Value]] {
    let session = try StudySession.open(path)
    defer { session.close() }
    var rows: [[Value]] = []
    try session.run(query, parameters: parameters) { result, _ in rows = result.rows }
    return rows
  }
}

extension Value {
  /// The text, if it is one.
  var asText: String? { if case .text(let text) = self { text.string } else { nil } }
  /// The whole number, if it is one.
  var asInteger: Int64? { if case .integer(let number) = self { number } else { nil } }
}
