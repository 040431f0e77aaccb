public import Diagnostics
public import PropertyGraph

extension StoredGraph {
  /// Runs `body` as one statement in one transaction: waits for the write lock, brings the view up
  /// to date, and commits what `body` changed, or nothing if anything throws.
  ///
  /// Throws what `body` throws, `Busy`, `ReadOnly`, `DiskFull`, `DuplicateIdentity`,
  /// `DeleteConnectedNode`.
  public func write<Result>(
    _ note: CommitNote = CommitNote(), _ body: (GraphView) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try beginWriting(note)
    do throws(Diagnostic) {
      try view.beginStatement()
      let result = try body(view)
      try view.commitStatement()
      endWriting()
      return result
    } catch {
      view.rollbackStatement()
      endWriting()
      throw error
    }
  }

  /// Takes the write lock and brings the view up to date (rows and codes from before are void), for
  /// a statement that somebody else runs on the view. Call ``endWriting()`` afterwards whatever
  /// happens. Where `poll` throws while a snapshot is made, that waits for the next statement.
  ///
  /// Throws `Busy` and `ReadOnly`.
  public func beginWriting(
    _ note: CommitNote = CommitNote(),
    poll: @escaping () throws(Diagnostic) -> Void = { () throws(Diagnostic) in }
  ) throws(Diagnostic) {
    guard isWritable else { throw Wording.readOnly(path) }
    endReading()
    guard !database.isInTransaction else { return openNote = note }
    // Here and not after a commit, so that rows in results stay good until the next statement. A
    // failure costs time only.
    if hasUnsavedCommits, isWorthSnapshot(onClose: false) { try? writeSnapshot(poll: poll) }
    try database.execute("BEGIN IMMEDIATE")
    do throws(Diagnostic) {
      try catchUp()
      openNote = note
    } catch {
      database.rollback()
      throw error
    }
  }

  /// Gives the write lock back; what was not committed is gone. Rows stay good.
  public func endWriting() {
    openNote = nil
    if database.isInTransaction {
      database.rollback()
      // Codes that were added in the transaction are gone too.
      try? dictionaries.reload()
    }
  }

  /// Brings the view to the newest committed state; nothing while a transaction is open. O(changes
  /// since).
  ///
  /// Throws `Replaced` if another graph has taken the file's place.
  public func refresh() throws(Diagnostic) {
    guard !database.isInTransaction, database.access != .immutable else { return }
    if view.leavesValuesOut { return try beginReading() }
    guard try !StateRow.isCurrent(view.state, in: database) else { return }
    try database.transaction(writes: false) { () throws(Diagnostic) in try catchUp() }
  }

  /// Rows that are read later must be those of the state that the view shows, so the transaction
  /// stays open until ``endReading()``.
  private func beginReading() throws(Diagnostic) {
    try database.beginReading()
    isReading = true
    do throws(Diagnostic) {
      try catchUp()
    } catch {
      endReading()
      throw error
    }
  }

  /// Ends what ``refresh()`` began; results must have been read.
  public func endReading() {
    guard isReading else { return }
    isReading = false
    database.rollback()
  }

  /// Applies what others have committed, in the open transaction.
  private func catchUp() throws(Diagnostic) {
    guard try !StateRow.isCurrent(view.state, in: database) else { return }
    let header = try StateRow.read(database)
    guard header.state != view.state else { return }
    guard header.state.graph == view.state.graph else { throw Wording.replaced(path) }
    try dictionaries.reload()
    let loader = ViewLoader(
      database: database, dictionaries: dictionaries, snapshots: snapshots)
    let isLater = header.state.revision > view.state.revision
    if isLater, try log.stamp(of: view.state.revision) == view.state.stamp,
      try loader.replay(log, onto: view, through: header)
    {
      return
    }
    let image = try RowReader(database: database, dictionaries: dictionaries).image(header)
    view.replaceBase(with: image)
  }

  /// Writes the changes of a statement; called by the view.
  func commit(_ changes: [GraphChange]) throws(Diagnostic) {
    let isOwnTransaction = openNote == nil
    if isOwnTransaction {
      guard isWritable else { throw Wording.readOnly(path) }
      try database.execute("BEGIN IMMEDIATE")
    }
    do throws(Diagnostic) {
      var header = try StateRow.read(database)
      guard header.state == view.state else { throw Wording.overtaken(path) }
      header.state.revision += 1
      header.state.stamp = .random(in: .min ... .max)
      header.nextNodeID = view.nextNodeID
      header.nextRelationshipID = view.nextRelationshipID
      try writeRows(changes)
      try updateSearchIndexes(changes)
      try view.throwOutsideFailure()
      try log.append(
        header.state, openNote ?? CommitNote(),
        changes: try ChangeCodec.encode(changes, poll: view.pollStatement))
      try header.write(database)
      try database.execute("COMMIT")
      view.state = header.state
      hasUnsavedCommits = true
    } catch {
      database.rollback()
      // What was added to the codes is gone with the transaction; the cause matters more than a
      // failure to read them again.
      try? dictionaries.reload()
      throw error.code == "StoreFailure" && error.message.contains("UNIQUE")
        ? Wording.takenID(error.message) : error
    }
  }

  /// Writes the final row of every record that the changes touch.
  private func writeRows(_ changes: [GraphChange]) throws(Diagnostic) {
    let writer = try rowWriter()
    var nodes = TouchedRecords()
    var relationships = TouchedRecords()
    for (step, change) in changes.enumerated() {
      try view.pollStatement(atStep: step)
      switch change {
      case .createdNode(let node), .deletedNode(let node): nodes.insert(node.id)
      case .nodeProperty(let id, let key, let before, _):
        if key == "id", !before.isNull { try writer.freeKey(of: id) }
        nodes.insert(id)
      case .addedLabel(let id, _), .removedLabel(let id, _): nodes.insert(id)
      case .createdRelationship(let image), .deletedRelationship(let image):
        relationships.insert(image.id)
      case .relationshipProperty(let id, _, _, _): relationships.insert(id)
      }
    }
    // Deleted nodes first: their ids are free for others.
    for (step, id) in nodes.ids.enumerated() where view.node(withID: id) == nil {
      try view.pollStatement(atStep: step)
      try writer.removeNode(id)
    }
    for (step, id) in nodes.ids.enumerated() {
      try view.pollStatement(atStep: step)
      guard let row = view.node(withID: id) else { continue }
      try writer.put(id, labels: view.labels(of: row), properties: view.properties(of: row))
    }
    for (step, id) in relationships.ids.enumerated() {
      try view.pollStatement(atStep: step)
      guard let row = view.relationship(withID: id) else {
        try writer.removeRelationship(id)
        continue
      }
      try writer.put(
        id, type: view.name(of: view.type(of: row)), start: view.id(of: view.start(of: row)),
        end: view.id(of: view.end(of: row)), properties: view.properties(of: row))
    }
  }

  private func rowWriter() throws(Diagnostic) -> RowWriter {
    if let writer { return writer }
    let made = try RowWriter(database, dictionaries)
    writer = made
    return made
  }

  // MARK: Snapshots

  /// Whether the delta is large against the base: an eighth while the file is in use, 1/64 (or a
  /// graph so small that it costs nothing) on closing.
  func isWorthSnapshot(onClose: Bool) -> Bool {
    let base = view.image.nodeCount + view.image.relationshipCount
    if onClose { return base + view.overlaySize < 20_000 || view.overlaySize > base / 64 }
    return view.overlaySize > max(8_192, base / 8)
  }

  /// Writes the newest committed state as a snapshot beside the file and goes over to it. Not while
  /// a statement runs.
  public func writeSnapshot(
    poll: @escaping () throws(Diagnostic) -> Void = { () throws(Diagnostic) in }
  ) throws(Diagnostic) {
    guard !database.isInTransaction else { return }
    try view.compact(poll: poll)
    guard view.image.state == view.state else { return }
    if try snapshots.write(view.image) { hasUnsavedCommits = false }
  }
}

/// Ids in the order of first mention.
private struct TouchedRecords {
  private(set) var ids: [Int64] = []
  private var known: Set<Int64> = []

  mutating func insert(_ id: Int64) {
    if known.insert(id).inserted { ids.append(id) }
  }
}
