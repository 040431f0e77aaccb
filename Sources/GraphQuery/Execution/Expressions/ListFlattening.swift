import Diagnostics
import PropertyGraph

/// Elements of lists laid out as rows: what comprehensions and quantifiers evaluate their inner
/// expressions on. Long lists come in pieces, so that memory is bounded by what is kept.
struct ListFlattening {
  /// Some elements with the rows they come from.
  struct Piece {
    /// For each element, its row.
    var rows: [UInt32]
    /// The elements with the slots that the inner expressions read.
    var batch: Batch
  }

  /// Elements in one piece, at least.
  private static let pieceSize = 4_096

  /// The elements of the list in each row, `nil` where the list is null.
  let lists: [[Value]?]

  init(
    _ column: Column, in place: String, _ span: Span
  ) throws(Diagnostic) {
    var lists: [[Value]?] = []
    lists.reserveCapacity(column.count)
    for row in 0..<column.count {
      switch column[row] {
      case .null: lists.append(nil)
      case .list(let elements): lists.append(elements)
      case let value: throw ExecutionWording.expected("a LIST", found: value, in: place, span)
      }
    }
    self.lists = lists
  }

  /// Hands the elements to `body` piece by piece, in order.
  func forEachPiece(
    of batch: Batch, element: Slot, slots: [Slot], context: ExecutionContext,
    _ body: (Piece) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var rows: [UInt32] = []
    var values: [Value] = []
    for (row, list) in lists.enumerated() {
      guard let list else { continue }
      var start = 0
      while start < list.count {
        let end = min(list.count, start + Self.pieceSize - values.count)
        values.append(contentsOf: list[start..<end])
        rows.append(contentsOf: repeatElement(UInt32(row), count: end - start))
        start = end
        if values.count == Self.pieceSize {
          try context.budget.check()
          try body(Self.piece(rows, values, batch, element, slots))
          rows.removeAll(keepingCapacity: true)
          values.removeAll(keepingCapacity: true)
        }
      }
    }
    if !values.isEmpty { try body(Self.piece(rows, values, batch, element, slots)) }
  }

  private static func piece(
    _ rows: [UInt32], _ values: [Value], _ batch: Batch, _ element: Slot, _ slots: [Slot]
  ) -> Piece {
    var flat = batch.gather(rows, only: slots.filter { $0 != element })
    flat[element] = Column(values: values)
    return Piece(rows: rows, batch: flat)
  }
}
