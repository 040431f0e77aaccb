import Glibc
import SystemFiles

/// The queries of an openCypher kit, with the values of their examples put in.
enum KitQueries {
  /// The folder named by `OPENCYPHER_TCK`, `nil` if there is none.
  static var folder: String? {
    guard let value = getenv("OPENCYPHER_TCK") else { return nil }
    return String(cString: value)
  }

  /// A query and the error at compile time that the kit expects of it.
  struct Query {
    var file: String
    var text: String
    var expectedError: String?
  }

  /// All queries below a folder, in order of path.
  static func all(in folder: String) -> [Query] {
    features(in: folder).flatMap { path in
      queries(of: read(path).split(separator: "\n", omittingEmptySubsequences: false), file: path)
    }
  }

  private static func features(in folder: String) -> [String] {
    let names = ((try? Folder.names(in: folder)) ?? []).filter { !$0.hasPrefix(".") }
    return names.flatMap { name in
      let path = "\(folder)/\(name)"
      return name.hasSuffix(".feature") ? [path] : features(in: path)
    }.sorted()
  }

  private static func read(_ path: String) -> String {
    String(decoding: (try? WholeFile.read(path)) ?? [], as: UTF8.self)
  }

  private static func queries(of lines: [Substring], file: String) -> [Query] {
    var found: [Query] = []
    var scenario: [Query] = []
    var header: [String]?
    var rows: [[String: String]] = []
    func closeScenario() {
      for row in rows.isEmpty ? [[:]] : rows {
        found += scenario.map { query in
          var query = query
          for (name, value) in row.sorted(by: { $0.key < $1.key }) {
            query.text = query.text.replacing("<\(name)>", with: value)
          }
          return query
        }
      }
      scenario = []
      rows = []
      header = nil
    }
    var index = 0
    while index < lines.count {
      let line = trimmed(lines[index])
      if line.hasPrefix("Scenario") || line.hasPrefix("Background") {
        closeScenario()
      } else if line == "\"\"\"" {
        let end = lines[(index + 1)...].firstIndex { trimmed($0) == "\"\"\"" } ?? lines.count - 1
        scenario.append(
          Query(file: file, text: lines[(index + 1)..<end].joined(separator: "\n")))
        index = end
      } else if let range = line.firstRange(of: "should be raised at compile time: "),
        !scenario.isEmpty
      {
        scenario[scenario.count - 1].expectedError = String(line[range.upperBound...])
      } else if line == "Examples:" {
        header = []
      } else if line.hasPrefix("|"), let names = header {
        let cells = cells(of: line)
        if names.isEmpty {
          header = cells
        } else {
          rows.append(Dictionary(zip(names, cells)) { first, _ in first })
        }
      }
      index += 1
    }
    closeScenario()
    return found
  }

  private static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(String(trimmed(cell[...])))
        cell = ""
      } else {
        if isEscaped, character != "|" { cell.append("\\") }
        if character != "\\" || isEscaped { cell.append(character) }
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  private static func trimmed(_ line: Substring) -> Substring {
    let space: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let first = line.firstIndex(where: { !space($0) }),
      let last = line.lastIndex(where: { !space($0) })
    else { return "" }
    return line[first...last]
  }
}
