public import Diagnostics
public import PropertyGraph

extension StoredGraph {
  /// The committed revisions, newest first.
  public func commits(limit: Int = .max) throws(Diagnostic) -> [Commit] {
    try log.commits(limit: limit)
  }

  /// What a revision changed; `nil` if it loaded a whole graph.
  ///
  /// Throws `UnknownRevision`.
  public func changes(of revision: Int64) throws(Diagnostic) -> [GraphChange]? {
    var found: [GraphChange]??
    try log.read(after: revision - 1, through: revision) { _, changes throws(Diagnostic) in
      found = .some(changes)
    }
    guard let found else { throw try unknown(revision) }
    return found
  }

  /// The graph as it was after a revision, in a view of its own that cannot be written: the newest
  /// state with the later changes taken back. O(graph if this process has changed it, else changes
  /// since).
  ///
  /// Throws `UnknownRevision`; revisions before a whole graph was loaded are not remembered.
  public func view(atRevision revision: Int64) throws(Diagnostic) -> GraphView {
    guard !database.isInTransaction else { return try pastView(revision) }
    return try database.transaction(writes: false) { () throws(Diagnostic) in
      try pastView(revision)
    }
  }

  private func pastView(_ revision: Int64) throws(Diagnostic) -> GraphView {
    let header = try StateRow.read(database)
    guard revision >= 0, revision <= header.revision else { throw try unknown(revision) }
    let loader = ViewLoader(
      database: database, dictionaries: try Dictionaries(database), snapshots: snapshots)
    let past = try loader.load()
    var isRemembered = true
    try log.read(after: revision, through: header.revision, lastFirst: true) {
      _, changes throws(Diagnostic) in
      guard let changes else {
        isRemembered = false
        return
      }
      past.apply(changes.reversed().map(\.inverse))
    }
    guard isRemembered else { throw try unknown(revision) }
    past.state = GraphState(
      graph: header.state.graph, revision: UInt64(bitPattern: revision),
      stamp: try log.stamp(of: UInt64(bitPattern: revision)) ?? 0)
    let path = self.path
    past.commitHandler = { _ throws(Diagnostic) in throw Wording.readOnly(path) }
    return past
  }

  private func unknown(_ revision: Int64) throws(Diagnostic) -> Diagnostic {
    let wholes = try database.integer("SELECT max(revision) FROM change WHERE changes IS NULL")
    return Wording.noSuchRevision(
      revision, first: wholes ?? 0, last: try StateRow.read(database).revision)
  }
}
