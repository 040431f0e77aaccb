public import Diagnostics
import PropertyGraph
import RealistEvaluation

/// Reads study files into records and links. What is wrong becomes a finding and is left out; what
/// is sound is kept, so that one bad line never hides the rest.
public enum StudyReader {
  /// Where a study keeps its rules.
  public static let rulesPath = "Graph/rules.yaml"

  /// Reads the files of a study, `study.yaml` first, then the others in the order given, and checks
  /// them as a whole. O(bytes).
  public static func read(_ files: [SourceText]) -> StudyContents {
    var contents = StudyContents()
    contents.files = files
    contents.headers = files.map { StudyFileHeader(path: Text($0.name)) }
    let isRulesFile = { (source: SourceText) in source.name == rulesPath }
    contents.rules = files.first(where: isRulesFile)
    let isStudyFile = { (source: SourceText) in source.name.hasSuffix("study.yaml") }
    let order =
      files.indices.filter { isStudyFile(files[$0]) }
      + files.indices.filter { !isStudyFile(files[$0]) && !isRulesFile(files[$0]) }
    for index in order {
      do {
        try read(files[index], at: index, into: &contents)
      } catch {
        contents.findings.append(error)
      }
    }
    if let rules = contents.rules {
      do {
        _ = try RulesReader.read(rules)
      } catch {
        contents.findings.append(error)
      }
    }
    StudyChecker.check(&contents)
    return contents
  }

  private static func read(
    _ source: SourceText, at index: Int, into contents: inout StudyContents
  ) throws(Diagnostic) {
    guard let tree = try YAMLParser.parse(source) else { throw Wording.emptyFile(source) }
    guard case .mapping(let entries) = tree.content else {
      throw Wording.unexpectedShape("a study file", expected: "a map", found: tree.shape)
        .at(tree.span, in: source)
    }
    if entries.isEmpty { throw Wording.emptyFile(source) }
    if entries.contains(where: { $0.key.scalar == "realist" }) {
      try StudySettingsReader.read(entries, in: source, into: &contents)
      return
    }
    var reader = FileReader(source: source, fileIndex: index, vocabulary: contents.vocabulary)
    reader.read(entries)
    contents.headers[index] = reader.header
    contents.records += reader.records
    contents.links += reader.links
    contents.findings += reader.findings
  }
}

/// Reads one file: the header's record, then the sections.
struct FileReader {
  let source: SourceText
  let fileIndex: Int
  let vocabulary: Vocabulary
  var header: StudyFileHeader
  var records: [StudyRecord] = []
  var links: [StudyLink] = []
  var findings: [Diagnostic] = []

  init(source: SourceText, fileIndex: Int, vocabulary: Vocabulary) {
    self.source = source
    self.fileIndex = fileIndex
    self.vocabulary = vocabulary
    header = StudyFileHeader(path: Text(source.name))
  }

  mutating func read(_ entries: [YAMLTree.Entry]) {
    var own: [YAMLTree.Entry] = []
    var sections: [(Kind, YAMLTree)] = []
    var headerKind: Kind?
    var headerID: YAMLTree?
    for entry in entries {
      guard let key = entry.key.scalar else { continue }
      if headerKind == nil, headerID == nil, key == "theory" || key == "document",
        let kind = vocabulary.kind(key: Text(key))
      {
        headerKind = kind
        headerID = entry.value
      } else if let kind = vocabulary.kind(section: Text(key)), !isOwnKey(key, of: headerKind) {
        sections.append((kind, entry.value))
      } else {
        own.append(entry)
      }
    }
    if let headerKind, let headerID {
      readHeader(headerKind, id: headerID, entries: own)
    } else {
      for entry in own {
        let key = entry.key.scalar ?? ""
        report(Wording.unknownSection(key, help: vocabulary.helpForSection(Text(key))), entry.key)
      }
    }
    for (kind, tree) in sections { readSection(kind, tree) }
  }

  /// A theory file's own `theories:` would be read as a section; only a record's keys win.
  private func isOwnKey(_ key: String, of kind: Kind?) -> Bool {
    guard let kind else { return false }
    return kind.property(key: Text(key)) != nil
      || !vocabulary.linkTypes(ownedBy: kind.name, key: Text(key)).isEmpty
  }

  private mutating func readHeader(_ kind: Kind, id: YAMLTree, entries: [YAMLTree.Entry]) {
    guard let name = identifier(id) else { return }
    header.kind = kind.name
    header.id = name
    // A file that only adds sections to a document described elsewhere has no record of its own.
    if kind.name == "Document", entries.isEmpty { return }
    readRecord(kind, id: name, at: id.span, entries: entries)
  }

  private mutating func readSection(_ kind: Kind, _ tree: YAMLTree) {
    if tree.isNull { return }
    guard case .mapping(let entries) = tree.content else {
      report(
        Wording.unexpectedShape(
          "`\(kind.section)`", expected: "a map from ids to records", found: tree.shape), tree)
      return
    }
    for entry in entries {
      guard let id = identifier(entry.key) else { continue }
      switch entry.value.content {
      case .mapping(let fields):
        readRecord(kind, id: id, at: entry.key.span, entries: fields)
      default:
        report(
          Wording.unexpectedShape(
            "\(kind.name) `\(id)`", expected: "a map of its properties", found: entry.value.shape),
          entry.value)
      }
    }
  }

  private mutating func readRecord(
    _ kind: Kind, id: Text, at span: Range<Int>, entries: [YAMLTree.Entry]
  ) {
    var record = StudyRecord(
      id: id, kind: kind, properties: PropertyMap(), home: header.path,
      place: StudyPlace(file: fileIndex, span: span))
    var namesTheory = false
    for entry in entries {
      let key = Text(entry.key.scalar ?? "")
      if let property = kind.property(key: key) {
        if let value = value(of: entry.value, for: property) {
          record.properties[property.name] = value
        }
      } else {
        let types = vocabulary.linkTypes(ownedBy: kind.name, key: key)
        if types.isEmpty {
          report(
            Wording.unknownKey(
              key.string, of: "\(kind.key) records",
              help: vocabulary.helpForRecordKey(key, of: kind)),
            entry.key)
        } else {
          namesTheory = namesTheory || types[0].name == "HAS_CONFIGURATION"
          readLinks(types, key: key, owner: record, tree: entry.value)
        }
      }
    }
    if kind.name == "Configuration", !namesTheory, header.kind == "Theory", let theory = header.id,
      let type = vocabulary.linkType(named: "HAS_CONFIGURATION")
    {
      links.append(
        StudyLink(
          type: type, from: theory, to: id, properties: PropertyMap(), place: record.place))
    }
    records.append(record)
  }

  /// A legal id, or a finding.
  mutating func identifier(_ tree: YAMLTree) -> Text? {
    guard let text = tree.scalar else {
      report(Wording.unexpectedShape("an id", expected: "one word", found: tree.shape), tree)
      return nil
    }
    guard RecordID.isLegal(Text(text)) else {
      report(Wording.malformedID(text), tree)
      return nil
    }
    return Text(text)
  }

  mutating func report(_ diagnostic: Diagnostic, _ tree: YAMLTree) {
    findings.append(diagnostic.at(tree.span, in: source))
  }
}
