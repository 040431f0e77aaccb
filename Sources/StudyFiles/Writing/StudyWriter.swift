public import Diagnostics
public import PropertyGraph
import RealistEvaluation

/// Writes a study as canonical files: sections and keys in the order of the vocabulary, records by
/// id, links in the order they were made, fixed folding. Writing what was read from canonical files
/// gives the same bytes.
public enum StudyWriter {
  /// The files of a study with their bytes, by path. O(records + links).
  public static func files(of contents: StudyContents) throws(Diagnostic) -> [SourceText] {
    var links: [Text: [StudyLink]] = [:]
    for link in contents.links { links[link.owner, default: []].append(link) }
    var kindOfID: [Text: Text] = [:]
    for record in contents.records { kindOfID[record.id] = record.kind.name }
    var records: [Text: [StudyRecord]] = [:]
    for record in contents.records {
      records[home(of: record, in: contents), default: []].append(record)
    }
    var headers: [Text: StudyFileHeader] = [:]
    for header in contents.headers { headers[header.path] = header }
    var files = [try settings(of: contents)]
    if let rules = contents.rules {
      files.append(SourceText(name: StudyReader.rulesPath, bytes: rules.bytes))
    }
    for path in records.keys.sorted() where path != settingsPath {
      let writer = FileWriter(
        header: headers[path] ?? StudyFileHeader(path: path), vocabulary: contents.vocabulary,
        links: links, kindOfID: kindOfID)
      files.append(
        SourceText(name: path.string, bytes: try writer.bytes(of: records[path] ?? [])))
    }
    return files
  }

  /// Writes the files into a new or empty folder. Nothing is left behind when it fails.
  public static func write(_ contents: StudyContents, toNewFolder path: String) throws(Diagnostic) {
    let files = try files(of: contents)
    let writer = try NewFolderWriter(path: path)
    do {
      for file in files { try writer.write(file) }
    } catch {
      writer.removeAll()
      throw error
    }
  }

  /// Where a study says what it is.
  public static let settingsPath: Text = "Graph/study.yaml"

  /// A record that no file claims goes to the file for such.
  private static func home(of record: StudyRecord, in contents: StudyContents) -> Text {
    let path = record.home
    let isPlausible =
      path.string.hasPrefix("Graph/") && path.string.hasSuffix(".yaml")
      && !path.string.dropFirst(6).contains("/") && path != settingsPath
      && path.string != StudyReader.rulesPath
      && !path.string.unicodeScalars.contains { $0.value < 0x20 }
    return isPlausible ? path : "Graph/other.yaml"
  }

  private static func settings(of contents: StudyContents) throws(Diagnostic) -> SourceText {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = [
      (.word("realist"), .word(String(Vocabulary.version)))
    ]
    if !contents.title.isEmpty { pairs.append((.word("title"), YAMLForm.text(contents.title))) }
    if !contents.about.isEmpty {
      pairs.append((.word("description"), YAMLForm.text(contents.about)))
    }
    let added = VocabularyForm.pairs(of: contents.vocabulary)
    return SourceText(
      name: settingsPath.string,
      bytes: try YAMLForm.bytes(of: pairs + added))
  }
}
