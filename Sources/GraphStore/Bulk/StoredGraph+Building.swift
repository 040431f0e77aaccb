public import Diagnostics
import Glibc
import PropertyGraph

/// Whether a graph has the closed vocabulary of a study or any labels and properties.
public enum GraphMode: String, Sendable, Hashable {
  case study, plain
}

/// What kind of file is made.
public struct GraphFileKind: Sendable, Hashable {
  /// The mode, kept in the file.
  public var mode: GraphMode
  /// Whether the file is a finished product that is only ever read, without a log of its own. One
  /// that stands in its place is replaced.
  public var isCache: Bool

  /// A kind of file.
  public init(_ mode: GraphMode, isCache: Bool = false) {
    self.mode = mode
    self.isCache = isCache
  }
}

extension StoredGraph {
  /// The key of ``meta(_:)`` that holds the mode.
  static let modeKey: Text = "mode"

  /// Whether the graph has the closed vocabulary of a study.
  public var mode: GraphMode {
    let text = (try? meta(Self.modeKey)) ?? nil
    return text.flatMap { GraphMode(rawValue: $0.string) } ?? .plain
  }

  /// Makes a file with an empty graph and opens it.
  ///
  /// Throws `FileExists`, `CannotOpen`, `DiskFull`.
  public static func create(
    at path: String, _ kind: GraphFileKind
  ) throws(Diagnostic) -> StoredGraph {
    try build(at: path, kind) { _ throws(Diagnostic) in }
  }

  /// Makes a file with the graph that `fill` writes and opens it. The file appears under its name
  /// only when it is whole and safe on disk; the log has the graph as one revision. O(graph).
  ///
  /// Throws what `fill` throws, `FileExists`, `CannotOpen`, `DiskFull`, `DuplicateIdentity` (two
  /// nodes of a study with one `id`), `DanglingRelationship`.
  public static func build(
    at path: String, _ kind: GraphFileKind, note: CommitNote = CommitNote(),
    _ fill: (BulkGraphWriter) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> StoredGraph {
    if !kind.isCache, FileSystem.exists(path) { throw Wording.fileExists(path) }
    let folder = FileSystem.folder(of: path)
    guard FileSystem.exists(folder) else {
      throw Wording.cannotOpen(path, "its folder does not exist")
    }
    guard access(folder, W_OK) == 0 else { throw Wording.cannotWrite(path, code: errno) }
    let temporary = "\(path).building-\(getpid())"
    removeAll(temporary)
    do throws(Diagnostic) {
      let image = try fillFile(temporary, kind, note, fill)
      try FileSystem.synchronise(temporary)
      // A reader that comes before the snapshot reads the rows; a failure here is no loss.
      _ = try? SnapshotFiles(database: path).write(image)
      if kind.isCache {
        try FileSystem.replace(path, with: temporary)
      } else {
        try FileSystem.place(temporary, as: path)
      }
    } catch {
      removeAll(temporary)
      throw error
    }
    return try StoredGraph(opening: path, kind.isCache ? .immutable : .readWrite)
  }

  private static func removeAll(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { FileSystem.remove(path + suffix) }
  }

  private static func fillFile(
    _ path: String, _ kind: GraphFileKind, _ note: CommitNote,
    _ fill: (BulkGraphWriter) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> GraphImage {
    let database = try Database(path, access: .readWrite, creates: true)
    defer { database.close() }
    // Nobody sees the file before it is whole, so a crash may leave it in any state.
    try database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    try configureFormat(database)
    try database.register(function: Schema.guardFunction)
    let state = GraphState(
      graph: .random(), revision: 1, stamp: .random(in: .min ... .max))
    let image = try database.transaction(writes: true) { () throws(Diagnostic) in
      try makeTables(database, state.graph)
      try setMeta(modeKey, Text(kind.mode.rawValue), in: database)
      let bulk = try BulkGraphWriter(database, state: state)
      try fill(bulk)
      let image = try finish(bulk, database, state, note)
      try makeIndexes(database, kind)
      return image
    }
    if !kind.isCache { try database.execute("PRAGMA journal_mode = WAL") }
    return image
  }

  private static func configureFormat(_ database: Database) throws(Diagnostic) {
    try database.execute(
      """
      PRAGMA application_id = \(Schema.applicationID);
      PRAGMA user_version = \(Schema.current.version)
      """)
  }

  private static func makeTables(_ database: Database, _ graph: GraphID) throws(Diagnostic) {
    for sql in Schema.tables { try database.execute(sql) }
    try database.execute("INSERT INTO state VALUES (1, '\(graph)', 0, 0, 0, 0)")
  }

  /// Writes state and log. A graph without anything stays at revision 0.
  private static func finish(
    _ bulk: BulkGraphWriter, _ database: Database, _ state: GraphState, _ note: CommitNote
  ) throws(Diagnostic) -> GraphImage {
    guard bulk.nodeCount > 0 else {
      return try GraphImageBuilder(GraphState(graph: state.graph)).build()
    }
    let header = StateRow(
      state: state, nextNodeID: bulk.nodeCount, nextRelationshipID: bulk.relationshipCount)
    try header.write(database)
    try ChangeLog(database: database).append(state, note, changes: nil)
    return try bulk.builder.build()
  }

  private static func makeIndexes(
    _ database: Database, _ kind: GraphFileKind
  ) throws(Diagnostic) {
    if kind.mode == .study {
      do throws(Diagnostic) {
        for sql in Schema.studyIndexes { try database.execute(sql) }
      } catch  where error.message.contains("UNIQUE") {
        throw Wording.takenID(error.message)
      }
    }
    for sql in Schema.guardTriggers { try database.execute(sql) }
  }
}
