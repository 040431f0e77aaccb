import PropertyGraph
import Testing

/// One of `Queries/*.cypher`: a header of comments, then the query.
struct SavedQuestion: Sendable, CustomTestStringConvertible {
  var name: String
  /// The lines of the header by their key, in order.
  var header: [(key: String, value: String)]
  /// The query with its header, as a person runs it.
  var text: String
  /// The query alone.
  var query: String

  var testDescription: String { name }

  static let folder = RealStudy.path + "/Queries"

  /// All of them, by name.
  static let all: [SavedQuestion] = TextFile.names(in: folder, ending: ".cypher").map { name in
    let lines = (try? TextFile.lines(of: "\(folder)/\(name).cypher")) ?? []
    let comments = lines.prefix { $0.hasPrefix("//") }
    return SavedQuestion(
      name: name,
      header: comments.map { line in
        let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
        return (
          key: String((parts.first ?? "").trimming { $0 == " " }),
          value: String((parts.dropFirst().first ?? "").trimming { $0 == " " })
        )
      },
      text: lines.joined(separator: "\n"),
      query: lines.dropFirst(comments.count).joined(separator: "\n"))
  }

  /// What the header says under a key; empty if nothing.
  func said(_ key: String) -> String {
    header.first { $0.key == key }?.value ?? ""
  }

  /// Parameters with their defaults, in the order of the header.
  var defaults: [(name: String, value: String)] {
    header.filter { $0.key == "parameter" }.map { entry in
      let parts = entry.value.split(separator: "=", maxSplits: 1)
      return (
        name: String((parts.first ?? "").trimming { $0 == " " }),
        value: String((parts.dropFirst().first ?? "").trimming { $0 == " " })
      )
    }
  }

  /// The defaults as values: whole numbers as such, the rest as text.
  var parameters: PropertyMap {
    var map = PropertyMap()
    for (name, value) in defaults {
      map[Text(name)] = Int64(value).map { .integer($0) } ?? .text(Text(value))
    }
    return map
  }

  /// Names that the query uses with a dollar.
  var usedParameters: Set<String> {
    let pieces = query.split(separator: "$", omittingEmptySubsequences: false).dropFirst()
    return Set(
      pieces.map { piece in String(piece.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) })
  }

  /// Texts in the query and among the defaults that look like ids: small letters with hyphens.
  var idsNamed: [String] {
    let quoted = query.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    return (quoted + defaults.map(\.value)).filter { text in
      text.contains("-")
        && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || "-.".contains($0)) }
    }
  }
}
