public import Diagnostics
public import PropertyGraph

/// A graph in a SQLite file: rows that are the truth, a log of all changes, and a ``GraphView`` of
/// the newest state that commits through SQLite.
///
/// ```swift
/// let graph = try StoredGraph(opening: "study.realist")
/// try graph.write(CommitNote(author: "anna", reason: "first sketch")) { view in
///   _ = try view.createNode(labels: ["Theory"], properties: ["id": "t1"])
/// }
/// ```
public final class StoredGraph {
  /// How a file is used.
  public enum Access: Sendable, Hashable {
    /// Reads and writes. Where nothing can be written it becomes ``immutable`` by itself.
    case readWrite
    /// Reads.
    case readOnly
    /// Reads a file that nobody changes, such as a finished cache: no locks, no log.
    case immutable
  }

  /// The file.
  public let path: String
  /// The newest state that was seen, changed by statements.
  public let view: GraphView
  /// Whether the file can be written.
  public var isWritable: Bool { database.access == .readWrite }

  let database: Database
  let dictionaries: Dictionaries
  let snapshots: SnapshotFiles
  var log: ChangeLog { ChangeLog(database: database) }
  var writer: RowWriter?
  /// The note of the open write transaction; `nil` when none is open.
  var openNote: CommitNote?
  /// Whether a read transaction is open for the running statement.
  var isReading = false
  /// Whether commits of this process are not in a snapshot yet.
  var hasUnsavedCommits = false

  /// Opens a file.
  ///
  /// Throws `CannotOpen`, `NotAGraph`, `NewerFormat` (the file stays untouched), `OlderFormat`,
  /// `ReadOnly` (changes in a log that cannot be merged), `Corrupt`, `Busy`.
  public convenience init(
    opening path: String, _ access: Access = .readWrite
  ) throws(Diagnostic) {
    try self.init(opening: path, access, schema: .current)
  }

  init(opening path: String, _ access: Access, schema: Schema) throws(Diagnostic) {
    try FormatCheck.check(path, schema: schema)
    let database = try Self.connect(path, access)
    try Migrator(schema: schema).migrate(database)
    self.path = path
    self.database = database
    snapshots = SnapshotFiles(database: path)
    // Codes, state and log belong to one moment.
    try database.execute("BEGIN")
    let opened: (dictionaries: Dictionaries, view: GraphView)
    do throws(Diagnostic) {
      let dictionaries = try Dictionaries(database)
      let loader = ViewLoader(
        database: database, dictionaries: dictionaries, snapshots: snapshots)
      opened = (dictionaries, try loader.load())
      try database.execute("COMMIT")
    } catch {
      database.rollback()
      throw error
    }
    dictionaries = opened.dictionaries
    view = opened.view
    connectView()
  }

  private static func connect(_ path: String, _ access: Access) throws(Diagnostic) -> Database {
    let isWritable = FileSystem.isWritable(path)
    let hasLog = FileSystem.size(path + "-wal") > 0
    let database: Database
    switch access {
    case .immutable:
      guard !hasLog else { throw Wording.unmergedLog(path) }
      database = try Database(path, access: .immutable)
    case .readWrite, .readOnly:
      guard isWritable || !hasLog else { throw Wording.unmergedLog(path) }
      database = try Database(
        path,
        access: !isWritable ? .immutable : access == .readOnly ? .readOnly : .readWrite)
    }
    try configure(database)
    return database
  }

  static func configure(_ database: Database) throws(Diagnostic) {
    // Room for the pages of a full-text index that searches come back to.
    try database.execute("PRAGMA cache_size = -32768")
    if database.access == .readWrite {
      try database.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF")
    }
    try database.register(function: Schema.guardFunction)
  }

  private func connectView() {
    view.commitHandler = { [unowned self] changes throws(Diagnostic) in
      try commit(changes)
    }
  }

  /// How long a writer waits for another before `Busy`.
  public func setBusyTimeout(milliseconds: Int) {
    database.setBusyTimeout(milliseconds: milliseconds)
  }

  /// Ends what SQLite is doing for this graph with `Cancelled`; may be called from any thread.
  public func interrupt() { database.interrupt() }

  /// Runs `body` on the connection, for what this room does not know: full text, views, `PRAGMA`s.
  public func withDatabase<Result>(
    _ body: (Database) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try body(database)
  }

  /// Writes a snapshot if there are commits worth one, and closes the file. The graph must not be
  /// used again.
  public func close() {
    endReading()
    endWriting()
    if hasUnsavedCommits, isWorthSnapshot(onClose: true) {
      // Nobody needs it: a reader without a snapshot reads the rows.
      try? writeSnapshot()
    }
    writer = nil
    database.close()
  }
}
