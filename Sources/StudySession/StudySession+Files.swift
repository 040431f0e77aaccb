public import Diagnostics
import GraphStore
public import StudyFiles

extension StudySession {
  /// Records, links and findings of a folder or a file.
  public static func contents(of path: String) throws(Diagnostic) -> StudyContents {
    if FileBytes.isFile(path) {
      let store = try StoredGraph(opening: path, .readOnly)
      defer { store.close() }
      return try StudyDatabase.contents(of: store)
    }
    let folder = StudyFolder(path: path)
    var sources: [SourceText] = []
    for state in try folder.list() { sources.append(try folder.read(state.name)) }
    return StudyReader.read(sources)
  }

  /// Turns a folder study into one file; returns what it holds, in words. Refuses a study with
  /// errors: a file must not lack silently what the folder says.
  public static func load(folder: String, into file: String) throws(Diagnostic) -> String {
    let contents = try contents(of: folder)
    if let error = contents.findings.first(where: { $0.severity == .error }) { throw error }
    try StudyDatabase.build(contents, at: file).close()
    return "\(contents.records.count) records, \(contents.links.count) links"
  }

  /// Turns a study into canonical files in a new folder; returns how many.
  public static func dump(_ path: String, into folder: String) throws(Diagnostic) -> Int {
    let contents = try contents(of: path)
    if let error = contents.findings.first(where: { $0.severity == .error }) { throw error }
    try StudyWriter.write(contents, toNewFolder: folder)
    return try StudyWriter.files(of: contents).count
  }

  /// Brings the files of a folder into canonical form, or only finds those that are not; gives their
  /// paths. All of them are ready before the first is replaced, each in one step.
  public static func format(_ path: String, onlyLists: Bool) throws(Diagnostic) -> [String] {
    if FileBytes.isFile(path) { throw Wording.nothingToFormat(path) }
    let folder = StudyFolder(path: path)
    let changes = try StudyFormatter.changes(to: try contents(of: path))
    if !onlyLists {
      for file in changes { try FileBytes.write(file.bytes, to: "\(folder.path)/\(file.name)") }
    }
    return changes.map(\.name)
  }
}
