/// The relationships of one type in one direction, as arrays of an image.
struct Adjacency {
  /// The first node row that can have such relationships.
  let firstRow: UInt32
  /// How many rows from there on can.
  let rowCount: UInt32
  /// Where the relationships of each of these rows begin, and where the last end.
  let offsets: UnsafePointer<UInt32>
  /// The node at the other end, by position.
  let neighbors: UnsafePointer<UInt32>
  /// The relationship row, by position; `nil` where the position is the row.
  let relationships: UnsafePointer<UInt32>?

  /// Whether any of the rows from `low` to `high` can have such relationships. Nodes of one label
  /// lie together, so most types of a graph fall out here.
  @inline(__always)
  func meets(_ rows: (low: UInt32, high: UInt32)) -> Bool {
    rowCount > 0 && rows.low <= rows.high && rows.high >= firstRow
      && rows.low < UInt64(firstRow) + UInt64(rowCount)
  }

  /// The positions of a node's relationships.
  @inline(__always)
  func range(of row: UInt32) -> (low: Int, high: Int) {
    let local = row &- firstRow
    guard local < rowCount else { return (0, 0) }
    return (Int(offsets[Int(local)]), Int(offsets[Int(local) &+ 1]))
  }
}
