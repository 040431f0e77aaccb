public import PropertyGraph

/// Rows in columns: one column for each slot of the statement. Slots that hold nothing yet are
/// constant nulls, which cost nothing to carry.
public struct Batch: Sendable {
  /// Columns by slot index; all have `count` rows.
  public var columns: [Column]
  /// Number of rows.
  public var count: Int

  /// Rows without values.
  public init(slotCount: Int, count: Int) {
    columns = Array(repeating: .null(count: count), count: slotCount)
    self.count = count
  }

  /// A batch of the given columns.
  public init(columns: [Column], count: Int) {
    self.columns = columns
    self.count = count
  }

  /// The column of a slot.
  public subscript(slot: Slot) -> Column {
    get { columns[slot.index] }
    set { columns[slot.index] = newValue }
  }

  /// The rows named by `indices`; an index may occur more than once.
  public func gather(_ indices: [UInt32]) -> Batch {
    Batch(columns: columns.map { $0.gather(indices) }, count: indices.count)
  }

  /// Rows `range`.
  public func slice(_ range: Range<Int>) -> Batch {
    range == 0..<count
      ? self : Batch(columns: columns.map { $0.slice(range) }, count: range.count)
  }
}
