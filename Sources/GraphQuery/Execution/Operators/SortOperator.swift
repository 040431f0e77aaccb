import Diagnostics
import PropertyGraph

/// Rows with the columns that they are sorted by.
struct SortableRows {
  private let keys: [(expression: CompiledExpression, isAscending: Bool)]
  private let context: ExecutionContext
  private var batches: [Batch] = []
  private var keyColumns: [[Column]]
  private var memory: MemoryShare
  private(set) var count = 0

  init(
    _ keys: [(expression: CompiledExpression, isAscending: Bool)], context: ExecutionContext,
    user: String
  ) {
    self.keys = keys
    self.context = context
    keyColumns = keys.map { _ in [] }
    memory = MemoryShare(context.budget, user: user)
  }

  /// Takes in rows; where a key fails, row by row, so that the first failing row is the one told.
  mutating func append(_ batch: Batch) throws(Diagnostic) {
    var columns: [Column] = []
    do {
      for key in keys { columns.append(try key.expression.evaluate(batch)) }
    } catch {
      if batch.count == 1 || error.isLimit { throw error }
      for row in 0..<batch.count { try append(batch.slice(row..<row + 1)) }
      return
    }
    for (index, column) in columns.enumerated() {
      keyColumns[index].append(column)
      // A key that is a column of the row shares its cells.
      if !(keys[index].expression.evaluator is SlotEvaluator) {
        try memory.charge(MemoryEstimate.bytes(of: column))
      }
    }
    try memory.charge(MemoryEstimate.bytes(of: batch))
    batches.append(batch)
    count += batch.count
  }

  mutating func removeAll() {
    batches = []
    keyColumns = keys.map { _ in [] }
    count = 0
    memory.releaseAll()
  }

  /// The rows in order, at most `limit`; equal ones keep their places. Nothing is left here.
  mutating func sorted(limit: Int) throws(Diagnostic) -> Batch? {
    guard count > 0 else { return nil }
    let columns = keyColumns.map { Column.assemble($0, count: count) }
    keyColumns = keys.map { _ in [] }
    try memory.charge(count * 8)
    let comparators = zip(columns, keys).map { RowComparator($0, isAscending: $1.isAscending) }
    var sorter = StableSort(count: count)
    try sorter.sort(context.budget) { left, right in
      for comparator in comparators {
        switch comparator.compare(Int(left), Int(right)) {
        case .before: return true
        case .after: return false
        case .same: continue
        }
      }
      return true
    }
    return try take(Array(sorter.order.prefix(limit)))
  }

  /// The rows of those numbers. Column by column, so that no more than one stands here twice.
  private mutating func take(_ order: [UInt32]) throws(Diagnostic) -> Batch {
    let width = batches.first?.columns.count ?? 0
    var result = Batch(columns: [], count: order.count)
    result.columns.reserveCapacity(width)
    for index in 0..<width {
      try context.budget.check()
      let column = Column.assemble(batches.map { $0.columns[index] }, count: count)
      for position in batches.indices {
        batches[position].columns[index] = .null(count: batches[position].count)
      }
      result.columns.append(column.gather(order))
    }
    batches = []
    count = 0
    return result
  }

  /// Keeps the first `limit` rows and forgets the others.
  mutating func cut(to limit: Int) throws(Diagnostic) {
    let kept = try sorted(limit: limit)
    removeAll()
    if let kept { try append(kept) }
  }
}

/// Compares two rows by one column, without making values where the column is typed.
private enum RowComparator {
  case integers([Int64], isAscending: Bool)
  case texts([Text], isAscending: Bool)
  case any(Column, isAscending: Bool)

  init(_ column: Column, isAscending: Bool) {
    switch column.storage {
    case .integer(let cells) where column.validity == nil:
      self = .integers(cells, isAscending: isAscending)
    case .text(let cells) where column.validity == nil:
      self = .texts(cells, isAscending: isAscending)
    default: self = .any(column, isAscending: isAscending)
    }
  }

  @inline(__always)
  func compare(_ left: Int, _ right: Int) -> Ordering {
    switch self {
    case .integers(let cells, let isAscending):
      let order = Ordering(cells[left], cells[right])
      return isAscending ? order : order.reversed
    case .texts(let cells, let isAscending):
      let order = Ordering(cells[left], cells[right])
      return isAscending ? order : order.reversed
    case .any(let column, let isAscending):
      let order = column[left].ordered(before: column[right])
      return isAscending ? order : order.reversed
    }
  }
}

/// A merge sort of row numbers: stable, and it looks at the clock on its way.
struct StableSort {
  private(set) var order: [UInt32]

  init(count: Int) { order = (0..<UInt32(count)).map { $0 } }

  /// `precedes` says whether the first row may stand before the second (also when they are equal).
  mutating func sort(
    _ budget: QueryBudget, _ precedes: (UInt32, UInt32) -> Bool
  ) throws(Diagnostic) {
    var other = order
    var width = 1
    while width < order.count {
      var start = 0
      while start < order.count {
        let middle = min(start + width, order.count)
        let end = min(start + 2 * width, order.count)
        var left = start
        var right = middle
        for position in start..<end {
          try budget.step()
          if left < middle, right >= end || precedes(order[left], order[right]) {
            other[position] = order[left]
            left += 1
          } else {
            other[position] = order[right]
            right += 1
          }
        }
        start = end
      }
      swap(&order, &other)
      width *= 2
    }
  }
}

/// Sorts all rows, or gives only the first rows of a sort.
final class SortOperator: BatchOperator {
  private let input: any BatchOperator
  private let limit: RowCount?
  private let context: ExecutionContext
  private var rows: SortableRows
  private var result: Batch?
  private var position = 0
  private var isSorted = false

  init(
    _ keys: [(expression: CompiledExpression, isAscending: Bool)], limit: RowCount?,
    over input: any BatchOperator, context: ExecutionContext
  ) {
    self.input = input
    self.limit = limit
    self.context = context
    rows = SortableRows(keys, context: context, user: "ORDER BY")
  }

  func reset() {
    rows.removeAll()
    result = nil
    position = 0
    isSorted = false
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if !isSorted { try sort() }
    guard let result, position < result.count else { return nil }
    let end = min(result.count, position + context.batchSize)
    defer { position = end }
    return result.slice(position..<end)
  }

  private func sort() throws(Diagnostic) {
    isSorted = true
    var wanted = Int.max
    if let limit { wanted = try limit.value() }
    // With a limit, rows that cannot be among the first are dropped whenever as many again have
    // come in: memory is bounded by the limit, and each row takes part in few sorts.
    let bound = wanted > Int.max / 4 ? Int.max : max(2 * wanted, wanted + 4_096)
    while let batch = try input.next() {
      if wanted == 0 { continue }
      try rows.append(batch)
      if rows.count > bound { try rows.cut(to: wanted) }
    }
    result = try rows.sorted(limit: wanted)
  }
}
