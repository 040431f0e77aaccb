public import Diagnostics
import GraphStore
public import PropertyGraph

extension StudySession {
  /// The columns of ``revisions(limit:)``.
  public static let revisionColumns: [Text] = ["revision", "time", "who", "why", "what"]
  /// The columns of ``changes(_:)``.
  public static let changeColumns: [Text] = ["revision", "change", "record", "before", "after"]

  /// The revisions of a study file, newest first, as rows of ``revisionColumns``.
  ///
  /// Throws `NoHistory` for a folder, whose history is git's.
  public func revisions(limit: Int = .max) throws(Diagnostic) -> [[Value]] {
    try history().commits(limit: limit).map { commit in
      let note = commit.note
      let what = note.statement ?? (commit.isWholeGraph ? "loaded the whole graph" : nil)
      return [
        .integer(commit.revision), .text(commit.time), Self.value(note.author),
        Self.value(note.reason), Self.value(what),
      ]
    }
  }

  /// The newest revision.
  public func lastRevision() throws(Diagnostic) -> Int64 {
    try history().commits(limit: 1).first?.revision ?? 0
  }

  /// What some revisions changed, as rows of ``changeColumns``. O(changes).
  ///
  /// Throws `NoHistory` or `UnknownRevision`.
  public func changes(_ revisions: ClosedRange<Int64>) throws(Diagnostic) -> [[Value]] {
    let store = try history()
    var rows: [[Value]] = []
    for revision in revisions {
      guard let changes = try store.changes(of: revision) else {
        rows.append([.integer(revision), "loaded the whole graph", .null, .null, .null])
        continue
      }
      rows += changes.map { [.integer(revision)] + row(of: $0) }
    }
    return rows
  }

  private func row(of change: GraphChange) -> [Value] {
    switch change {
    case .createdNode(let image):
      ["created", .text(Self.name(image)), .null, .map(image.properties)]
    case .deletedNode(let image):
      ["deleted", .text(Self.name(image)), .map(image.properties), .null]
    case .createdRelationship(let image):
      ["linked", .text(name(image)), .null, .map(image.properties)]
    case .deletedRelationship(let image):
      ["unlinked", .text(name(image)), .map(image.properties), .null]
    case .nodeProperty(let id, let key, let before, let after):
      [Value("set \(key)"), .text(name(id)), before, after]
    case .relationshipProperty(let id, let key, let before, let after):
      [Value("set \(key)"), .text(link(id)), before, after]
    case .addedLabel(let id, let label): ["labelled", .text(name(id)), .null, .text(label)]
    case .removedLabel(let id, let label): ["unlabelled", .text(name(id)), .text(label), .null]
    }
  }

  private static func name(_ image: GraphChange.NodeImage) -> Text {
    if case .text(let id)? = image.properties["id"] { return id }
    return Text("(:\(image.labels.map(\.string).joined(separator: ":")))")
  }

  private func name(_ image: GraphChange.RelationshipImage) -> Text {
    Text("\(name(image.start)) -[:\(image.type)]-> \(name(image.end))")
  }

  private func name(_ id: NodeID) -> Text {
    guard let row = graph.node(withID: id), case .text(let text)? = graph.properties(of: row)["id"]
    else { return Text("#\(id)") }
    return text
  }

  private func link(_ id: RelationshipID) -> Text {
    guard let row = graph.relationship(withID: id) else { return Text("#\(id)") }
    let type = graph.name(of: graph.type(of: row))
    return Text(
      "\(name(graph.id(of: graph.start(of: row)))) -[:\(type)]-> "
        + "\(name(graph.id(of: graph.end(of: row))))")
  }

  private static func value(_ text: Text?) -> Value { text.map { .text($0) } ?? .null }

  private func history() throws(Diagnostic) -> StoredGraph {
    guard case .file = home, let store else { throw Wording.noHistory() }
    return store
  }
}
