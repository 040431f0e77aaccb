import GraphQuery
import PropertyGraph
import RealistEvaluation
import StudySession

/// The names that a study offers to somebody who types, with a word on each. What costs a look at
/// the graph is looked up when it is first asked for.
final class StudyNames {
  /// A name with what to say about it.
  struct Entry: Hashable {
    var name: String
    var note: String = ""
  }

  /// Records looked at for completion; a plain graph may have millions.
  private static let mostRecords = 50_000

  private let session: StudySession
  private var idsByKind: [Text: [Entry]] = [:]

  init(_ session: StudySession) { self.session = session }

  /// Forgets what a change of the graph may have changed.
  func forget() { idsByKind = [:] }

  var vocabulary: Vocabulary? { session.vocabulary }
  var graph: any GraphAccess { session.graph }

  /// Whether statements may change the graph.
  var isWritable: Bool {
    if case .folder = session.home { false } else { true }
  }

  lazy var functions: [String] = FunctionCatalogue.standard.names.map(\.string)

  lazy var procedures: [Procedure] = {
    var all = Procedure.standard
    if session.home != .memory {
      all.append(
        Procedure(
          name: "search", inputs: [Procedure.Field(name: "text", type: "STRING")],
          outputs: [
            Procedure.Field(name: "node", type: "NODE"),
            Procedure.Field(name: "score", type: "FLOAT"),
          ], summary: "Full-text search."
        ) { _, _ in [] })
    }
    return all
  }()

  lazy var statements: [any StatementExtension] =
    vocabulary == nil ? [] : RealistStatements.all.map { $0.init() }

  /// Kinds of record, or the labels of a plain graph.
  var kinds: [Entry] {
    guard let vocabulary else { return graph.labelNames().map { Entry(name: $0.string) } }
    return vocabulary.kinds.map { Entry(name: $0.name.string, note: $0.meaning.string) }
  }

  /// Types of link, or the relationship types of a plain graph; with a kind, those that one of its
  /// records may have at that end.
  func linkTypes(at end: LinkType.End? = nil, of kind: Text? = nil) -> [Entry] {
    guard let vocabulary else { return graph.typeNames().map { Entry(name: $0.string) } }
    return vocabulary.linkTypes.filter { type in
      guard let kind else { return true }
      let from = type.from.isEmpty || type.from.contains(kind)
      let to = type.to.isEmpty || type.to.contains(kind)
      switch end {
      case .from: return from
      case .to: return to
      case nil: return from || to
      }
    }.map { Entry(name: $0.name.string, note: $0.meaning.string) }
  }

  /// Kinds that may stand at an end of one of the types.
  func kinds(at end: LinkType.End, of types: [Text]) -> [Entry] {
    guard let vocabulary, !types.isEmpty else { return kinds }
    let allowed = types.compactMap { vocabulary.linkType(named: $0) }.map {
      end == .from ? $0.from : $0.to
    }
    if allowed.isEmpty || allowed.contains([]) { return kinds }
    return kinds.filter { entry in allowed.contains { $0.contains(Text(entry.name)) } }
  }

  /// Properties of the kinds, or of any.
  func properties(ofKinds names: [Text]) -> [Entry] {
    guard let vocabulary else { return graph.keyNames().map { Entry(name: $0.string) } }
    let kinds = names.isEmpty ? vocabulary.kinds : names.compactMap { vocabulary.kind(named: $0) }
    return Self.entries([Entry(name: "id", note: "its name in the study")], kinds.map(\.properties))
  }

  /// Properties of the link types, or of any.
  func properties(ofTypes names: [Text]) -> [Entry] {
    guard let vocabulary else { return graph.keyNames().map { Entry(name: $0.string) } }
    let types =
      names.isEmpty ? vocabulary.linkTypes : names.compactMap { vocabulary.linkType(named: $0) }
    return Self.entries([], types.map(\.properties))
  }

  /// The words that a property may hold, if its list is closed.
  func words(of property: Text, kinds: [Text], types: [Text]) -> [Entry] {
    guard let vocabulary else { return [] }
    let owners =
      kinds.compactMap { vocabulary.kind(named: $0) }.map(\.properties)
      + types.compactMap { vocabulary.linkType(named: $0) }.map(\.properties)
    let all =
      owners.isEmpty
      ? vocabulary.kinds.map(\.properties) + vocabulary.linkTypes.map(\.properties) : owners
    var found: [Entry] = []
    for case .oneOf(let words)? in all.map({ $0.first { $0.name == property }?.type }) {
      for word in words where !found.contains(where: { $0.name == word.string }) {
        found.append(Entry(name: word.string))
      }
    }
    return found
  }

  private static func entries(_ first: [Entry], _ lists: [[Property]]) -> [Entry] {
    var entries = first
    var seen = Set(first.map { Text($0.name) })
    for property in lists.joined() where seen.insert(property.name).inserted {
      entries.append(Entry(name: property.name.string, note: property.meaning.string))
    }
    return entries
  }

  /// Ids of the records of some kinds (none given: of all) with their titles, sorted.
  func ids(ofKinds kinds: [Text]) -> [Entry] {
    let kinds = kinds.isEmpty ? graph.labelNames() : kinds
    return kinds.flatMap(ids(ofKind:)).sorted { Text($0.name) < Text($1.name) }
  }

  private func ids(ofKind kind: Text) -> [Entry] {
    if let known = idsByKind[kind] { return known }
    guard let code = graph.labelCode(kind) else { return [] }
    var cursor = ScanCursor()
    var rows: [NodeRow] = []
    while !cursor.isAtEnd, rows.count < Self.mostRecords {
      graph.scan(code, cursor: &cursor, limit: 2_048, into: &rows)
    }
    let entries: [Entry] = rows.compactMap { row in
      let properties = graph.properties(of: row)
      guard case .text(let id)? = properties["id"] else { return nil }
      return Entry(name: id.string, note: RecordTitle.of(properties) ?? kind.string)
    }
    idsByKind[kind] = entries
    return entries
  }

  /// The record of that id.
  func record(_ id: Text) -> NodeRow? {
    guard let key = graph.keyCode("id") else { return nil }
    return graph.seek(label: nil, key: key, equals: .text(id))?.first
  }
}

/// What a record is called where its id alone says too little.
enum RecordTitle {
  private static let names: [Text] = ["title", "name", "statement", "text", "code"]

  static func of(_ properties: PropertyMap) -> String? {
    for name in names {
      if case .text(let text)? = properties[name], !text.isEmpty { return text.string }
    }
    return nil
  }
}
