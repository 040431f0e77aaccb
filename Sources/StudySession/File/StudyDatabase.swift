import Diagnostics
import GraphStore
import PropertyGraph
import RealistEvaluation
import StudyFiles

/// A study in a SQLite file: the graph, and beside it what only files say (settings, rules, which
/// record lives in which file), so that it can become files again.
enum StudyDatabase {
  private static let settingsKey: Text = "study.yaml"
  private static let rulesKey: Text = "rules.yaml"
  private static let headersKey: Text = "files"

  /// The texts of a study that full-text search looks at.
  private static let searchedProperties: [Text] = [
    "title", "statement", "because", "resource", "reasoning", "done", "seen", "note",
  ]

  /// Makes a file of the contents. Throws `FileExists`, `DiskFull` and the like; nothing
  /// half-written stays.
  static func build(
    _ contents: StudyContents, at path: String, isCache: Bool = false
  ) throws(Diagnostic) -> StoredGraph {
    let settings = try StudyWriter.files(of: StudyContents(settingsOf: contents)).first
    let kind = GraphFileKind(.study, isCache: isCache)
    let note = CommitNote(reason: "loaded from files")
    return try StoredGraph.build(at: path, kind, note: note) { writer throws(Diagnostic) in
      var ids: [Text: NodeID] = [:]
      for record in contents.records {
        var properties = record.properties
        properties["id"] = .text(record.id)
        properties[StudyContents.homeProperty] = .text(record.home)
        ids[record.id] = try writer.addNode(
          labels: [record.kind.name], properties: properties)
      }
      for link in contents.links {
        guard let start = ids[link.from], let end = ids[link.to] else { continue }
        _ = try writer.addRelationship(
          type: link.type.name, start: start, end: end, properties: link.properties)
      }
      if let settings { try writer.setMeta(settingsKey, Text(utf8: settings.bytes)) }
      if let rules = contents.rules { try writer.setMeta(rulesKey, Text(utf8: rules.bytes)) }
      try writer.setMeta(headersKey, encode(contents.headers))
      try writer.createSearchIndex(label: nil, properties: searchedProperties)
      try StudyViews.create(with: writer.viewBuilder, vocabulary: contents.vocabulary)
    }
  }

  /// The vocabulary of a study file.
  static func vocabulary(of store: StoredGraph) throws(Diagnostic) -> Vocabulary {
    guard let settings = try store.meta(settingsKey) else { return .standard }
    // Most studies add nothing, and reading YAML at every start would cost more than the query.
    let addsNames = ["\nkinds:", "\nlinks:"].contains { settings.string.contains($0) }
    return addsNames ? read(settings).vocabulary : .standard
  }

  /// Title and description of a study file.
  static func settings(of store: StoredGraph) throws(Diagnostic) -> StudyContents {
    guard let settings = try store.meta(settingsKey) else { return StudyContents() }
    return read(settings)
  }

  /// The rules file that a study file keeps.
  static func rules(of store: StoredGraph) throws(Diagnostic) -> SourceText? {
    try store.meta(rulesKey).map { SourceText(name: StudyReader.rulesPath, text: $0.string) }
  }

  /// Everything that files of the study would say.
  static func contents(of store: StoredGraph) throws(Diagnostic) -> StudyContents {
    let settings = try settings(of: store)
    var contents = StudyContents(
      graph: store.view, vocabulary: settings.vocabulary,
      headers: decode(try store.meta(headersKey) ?? ""))
    contents.title = settings.title
    contents.about = settings.about
    contents.rules = try rules(of: store)
    return contents
  }

  private static func read(_ settings: Text) -> StudyContents {
    StudyReader.read([
      SourceText(name: StudyWriter.settingsPath.string, text: settings.string)
    ])
  }

  // MARK: Headers, one a line: path, kind, id

  private static func encode(_ headers: [StudyFileHeader]) -> Text {
    Text(
      headers.map { "\($0.path)\t\($0.kind ?? "")\t\($0.id ?? "")" }.joined(separator: "\n"))
  }

  private static func decode(_ text: Text) -> [StudyFileHeader] {
    text.string.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let field = { (index: Int) -> Text? in
        index < fields.count && !fields[index].isEmpty ? Text(String(fields[index])) : nil
      }
      return StudyFileHeader(path: field(0) ?? "", kind: field(1), id: field(2))
    }
  }
}

extension StudyContents {
  /// Only what `study.yaml` says.
  fileprivate init(settingsOf contents: StudyContents) {
    self.init()
    title = contents.title
    about = contents.about
    vocabulary = contents.vocabulary
  }
}
