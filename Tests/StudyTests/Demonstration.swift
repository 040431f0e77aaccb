import GraphQuery
import PropertyGraph
import StudySession

/// The made-up study in `Demonstration/`: one of each thing that the method tells apart.
enum Demonstration {
  /// The folder that holds its `Graph/`.
  static let path: String = {
    let parts = #filePath.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/") + "/Demonstration"
  }()

  /// The rows of a question, each cell as a table prints it.
  static func rows(_ query: Text) throws -> [[String]] {
    let session = try StudySession.open(path)
    defer { session.close() }
    var rows: [[Value]] = []
    try session.run(query) { result, _ in rows = result.rows }
    return rows.map { row in
      row.map { value in
        switch value {
        case .text(let text): text.string
        case .integer(let number): String(number)
        case .boolean(let flag): String(flag)
        case .list(let elements):
          elements.map { element in
            if case .text(let text) = element { text.string } else { "?" }
          }.joined(separator: "; ")
        case .null: "-"
        default: "?"
        }
      }
    }
  }

  /// The reasoning of a test, line by line.
  static func reasoning(_ query: Text) throws -> [String] {
    try rows(Text("EXPLAIN \(query)")).map { $0[0] }
  }
}
