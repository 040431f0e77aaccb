import Diagnostics
import PropertyGraph
import RealistEvaluation

/// Reads `study.yaml`: the version of the format, title and description, and the kinds and link
/// types that the study adds.
enum StudySettingsReader {
  static func read(
    _ entries: [YAMLTree.Entry], in source: SourceText, into contents: inout StudyContents
  ) throws(Diagnostic) {
    var kinds: [Kind] = []
    var links: [LinkType] = []
    for entry in entries {
      switch entry.key.scalar {
      case "realist":
        guard let version = entry.value.scalar.flatMap(Int.init) else {
          throw Wording.wrongType("realist", expected: "a whole number", found: entry.value.shape)
            .at(entry.value.span, in: source)
        }
        guard version <= Vocabulary.version else {
          throw Wording.newerFormat(version, known: Vocabulary.version)
            .at(entry.value.span, in: source)
        }
      case "title": contents.title = FileReader.normalized(entry.value.scalar ?? "")
      case "description": contents.about = FileReader.normalized(entry.value.scalar ?? "")
      case "kinds": kinds = try readKinds(entry.value, in: source)
      case "links": links = try readLinkTypes(entry.value, in: source)
      default:
        let key = entry.key.scalar ?? entry.key.shape
        throw Wording.unknownKey(
          key, of: "study.yaml",
          help: NearestKey.help(
            Text(key), among: ["realist", "title", "description", "kinds", "links"])
        ).at(entry.key.span, in: source)
      }
    }
    do {
      contents.vocabulary = try contents.vocabulary.extended(with: kinds, linkTypes: links)
    } catch {
      throw error.source == nil ? error.at(0..<0, in: source) : error
    }
  }

  /// `kinds: { Programme: { key: programme, section: programmes, properties: [budget] } }`.
  private static func readKinds(
    _ tree: YAMLTree, in source: SourceText
  ) throws(Diagnostic) -> [Kind] {
    var kinds: [Kind] = []
    for (name, fields) in try declarations(tree, in: source) {
      let key = fields["key"]?.scalar ?? name.string.lowercased()
      kinds.append(
        Kind(
          name, key: Text(key), section: Text(fields["section"]?.scalar ?? key + "s"),
          meaning: Text(fields["meaning"]?.scalar ?? ""),
          properties: names(fields["properties"]).map {
            Property(Vocabulary.name(ofFileKey: $0), "")
          }
        ))
    }
    return kinds
  }

  /// `links: { FUNDS: { from: [Actor], to: [Programme], key: funds, properties: [amount] } }`.
  private static func readLinkTypes(
    _ tree: YAMLTree, in source: SourceText
  ) throws(Diagnostic) -> [LinkType] {
    var links: [LinkType] = []
    for (name, fields) in try declarations(tree, in: source) {
      let key =
        fields["key"]?.scalar.map { Text($0) }
        ?? Vocabulary.fileKey(ofName: Text(name.string.lowercased()))
      links.append(
        LinkType(
          name, from: names(fields["from"]), to: names(fields["to"]), key: key,
          meaning: Text(fields["meaning"]?.scalar ?? ""),
          properties: names(fields["properties"]).map {
            Property(Vocabulary.name(ofFileKey: $0), "")
          }
        ))
    }
    return links
  }

  private static func declarations(
    _ tree: YAMLTree, in source: SourceText
  ) throws(Diagnostic) -> [(Text, [String: YAMLTree])] {
    guard case .mapping(let entries) = tree.content else {
      throw Wording.unexpectedShape("declarations", expected: "a map", found: tree.shape)
        .at(tree.span, in: source)
    }
    var result: [(Text, [String: YAMLTree])] = []
    for entry in entries {
      guard case .mapping(let fields) = entry.value.content else {
        throw Wording.unexpectedShape("a declaration", expected: "a map", found: entry.value.shape)
          .at(entry.value.span, in: source)
      }
      let pairs = fields.map { ($0.key.scalar ?? "", $0.value) }
      result.append(
        (Text(entry.key.scalar ?? ""), Dictionary(pairs, uniquingKeysWith: { first, _ in first })))
    }
    return result
  }

  private static func names(_ tree: YAMLTree?) -> [Text] {
    guard let tree else { return [] }
    if case .sequence(let elements) = tree.content {
      return elements.compactMap { $0.scalar.map { Text($0) } }
    }
    return tree.scalar.map { [Text($0)] } ?? []
  }
}
