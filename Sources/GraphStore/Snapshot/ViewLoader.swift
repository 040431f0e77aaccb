import Diagnostics
import PropertyGraph

/// Makes a view of the state that the open transaction sees: a snapshot and the changes since, or
/// the rows.
struct ViewLoader {
  let database: Database
  let dictionaries: Dictionaries
  let snapshots: SnapshotFiles

  func load() throws(Diagnostic) -> GraphView {
    let header = try StateRow.read(database)
    let log = ChangeLog(database: database)
    if let image = try snapshots.open(
      upTo: header.state, stamp: { revision throws(Diagnostic) in try log.stamp(of: revision) })
    {
      let view = self.view(of: image)
      if try replay(log, onto: view, through: header) { return view }
    }
    let image = try RowReader(database: database, dictionaries: dictionaries).image(header)
    // A reader never fails for want of a snapshot, nor for being unable to leave one.
    _ = try? snapshots.write(image)
    return view(of: image)
  }

  private func view(of image: GraphImage) -> GraphView {
    let view = GraphView(image: image)
    view.outsideValues = RowValues(database, dictionaries)
    return view
  }

  /// Applies the changes after the base; `false` where the log does not list them.
  func replay(
    _ log: ChangeLog, onto view: GraphView, through header: StateRow
  ) throws(Diagnostic) -> Bool {
    var isComplete = true
    var next = Int64(bitPattern: view.state.revision) + 1
    try log.read(after: next - 1, through: header.revision) {
      revision, changes throws(Diagnostic) in
      guard let changes, revision == next else {
        isComplete = false
        return
      }
      next += 1
      if isComplete { view.apply(changes) }
    }
    guard isComplete, next == header.revision + 1 else { return false }
    view.state = header.state
    view.raiseNextIDs(node: header.nextNodeID, relationship: header.nextRelationshipID)
    return true
  }
}
