public import Diagnostics
import PropertyGraph

extension StoredGraph {
  /// Checks everything that opening does not: SQLite's own structures, that every row can be read
  /// and no relationship dangles, that snapshot and log lead to the same graph as the rows. Empty
  /// if all is well. O(graph); holds it in memory twice.
  public func check() throws(Diagnostic) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let integrity = try database.prepare("PRAGMA integrity_check(20)")
    while try integrity.step() {
      guard let line = integrity.text(0), line != "ok" else { continue }
      findings.append(Wording.corrupt(path, line.string))
    }
    do throws(Diagnostic) {
      try database.transaction(writes: false) { () throws(Diagnostic) in
        let header = try StateRow.read(database)
        let dictionaries = try Dictionaries(database)
        let rows = try RowReader(database: database, dictionaries: dictionaries).image(header)
        let loader = ViewLoader(
          database: database, dictionaries: dictionaries, snapshots: snapshots)
        let view = try loader.load()
        try view.image.verifyBodies()
        // Both go through the same builder, so equal graphs give equal bytes.
        let other = GraphView(image: rows)
        other.outsideValues = view.outsideValues
        let fromRows = try other.makeImage(isWhole: true)
        let fromSnapshot = try view.makeImage(isWhole: true)
        let isSame = fromRows.withBytes { a in
          fromSnapshot.withBytes { b in a.elementsEqual(b) }
        }
        if !isSame { findings.append(Wording.differentSnapshot(path)) }
      }
    } catch {
      findings.append(error)
    }
    return findings
  }
}
