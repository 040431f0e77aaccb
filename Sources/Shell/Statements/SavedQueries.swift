import Diagnostics
import StudyFiles
import StudySession
import SystemFiles

/// The questions of a study's `Queries/`: files in the query language whose first comment lines say
/// what they are for.
public struct SavedQuery: Sendable {
  /// The file's name without its ending; what `:run` takes.
  public var name: String
  /// The file.
  public var path: String
  /// What it is called: `// title: …`, else the question.
  public var title: String
  /// What it asks: `// question: …`.
  public var question: String
  /// Parameters with a value to try: `// parameter: name = value`.
  public var examples: [(name: String, value: String)]
  /// The whole text.
  public var text: String

  /// The parameters that it uses, in order of appearance.
  public var parameters: [String] {
    var names: [String] = []
    for token in QueryWords.of(text) where token.kind == .parameter {
      let name = String(token.text.dropFirst())
      if !name.isEmpty, name != "_", !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The saved queries of a study's folder, by name. Files that cannot be read are left out.
  public static func all(inStudy folder: String) -> [SavedQuery] {
    let names = Folder.names(in: folder + "/Queries", ending: ".cypher")
    return names.filter { !$0.hasPrefix(".") }.compactMap { file in
      let path = "\(folder)/Queries/\(file)"
      guard let source = try? FileBytes.readText(path, called: path) else { return nil }
      return SavedQuery(
        name: String(file.dropLast(".cypher".count)), path: path,
        text: String(decoding: source.bytes, as: UTF8.self))
    }
  }

  /// A query from its text.
  public init(name: String, path: String, text: String) {
    self.name = name
    self.path = path
    self.text = text
    title = ""
    question = ""
    examples = []
    for line in text.split(separator: "\n") {
      guard line.hasPrefix("//") else { break }
      let words = line.dropFirst(2).drop { $0 == " " }
      guard let colon = words.firstIndex(of: ":") else { continue }
      let value = String(words[words.index(after: colon)...].drop { $0 == " " })
      switch words[..<colon] {
      case "title": title = value
      case "question": question = value
      case "parameter":
        let sides = value.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
        if sides.count == 2 { examples.append((sides[0], sides[1])) }
      default: break
      }
    }
    if title.isEmpty { title = question }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension Shell {
  /// The saved queries of the study's folder, or of the folder that a file study stands in.
  func savedQueries() -> [SavedQuery] {
    switch session.home {
    case .folder(let path): return SavedQuery.all(inStudy: path)
    case .file(let path):
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      return SavedQuery.all(inStudy: folder)
    case .memory: return []
    }
  }
}
