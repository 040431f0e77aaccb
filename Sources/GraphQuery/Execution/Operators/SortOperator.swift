import Diagnostics
import PropertyGraph

/// Rows with the columns that they are sorted by.
struct SortableRows {
  private let keys: [(expression: CompiledExpression, isAscending: Bool)]
  private let context: ExecutionContext
  private var pile: RowPile
  private var orderMemory: MemoryShare
  private var rows: Batch?
  /// The numbers of the rows in order.
  private(set) var order: [UInt32] = []

  init(
    _ keys: [(expression: CompiledExpression, isAscending: Bool)], context: ExecutionContext,
    user: String
  ) {
    self.keys = keys
    self.context = context
    pile = RowPile(context.budget, user: user)
    orderMemory = MemoryShare(context.budget, user: user)
  }

  var count: Int { pile.count }

  /// Takes in rows; where a key fails, row by row, so that the first failing row is the one told.
  mutating func append(_ batch: Batch) throws(Diagnostic) {
    var columns: [Column] = []
    let mark = context.budget.heldBytes
    defer { context.budget.letGo(downTo: mark) }
    do {
      for key in keys { columns.append(try key.expression.evaluate(batch)) }
    } catch {
      if batch.count == 1 || error.isFinal { throw error }
      context.budget.letGo(downTo: mark)
      for row in 0..<batch.count { try append(batch.slice(row..<row + 1)) }
      return
    }
    // A key that is a column of the row is read there, others stand behind it.
    var rows = batch
    for (index, column) in columns.enumerated() where slot(ofKey: index) == nil {
      rows.columns.append(column)
    }
    try pile.append(rows)
  }

  mutating func removeAll() {
    pile.removeAll()
    rows = nil
    order = []
    orderMemory.releaseAll()
  }

  /// Finds the order; equal rows keep their places.
  mutating func sort() throws(Diagnostic) {
    guard count > 0 else { return }
    let count = count
    try orderMemory.charge(count * 2 * MemoryLayout<UInt32>.stride)
    var rows = try pile.assembled()
    var comparators: [RowComparator] = []
    let computed = keys.indices.filter { slot(ofKey: $0) == nil }.count
    var behind = rows.columns.count - computed
    for (index, key) in keys.enumerated() {
      let column: Column
      if let slot = slot(ofKey: index) {
        column = rows[slot]
      } else {
        column = rows.columns[behind]
        behind += 1
      }
      comparators.append(RowComparator(column, isAscending: key.isAscending))
    }
    rows.columns.removeLast(computed)
    self.rows = rows
    var sorter = StableSort(count: count)
    // Long texts and lists take longer to compare than one step.
    let work = comparators.reduce(0) { $0 + $1.usualBytes }
    try sorter.sort(context.budget, bytesCompared: work) { left, right in
      for comparator in comparators {
        switch comparator.compare(Int(left), Int(right)) {
        case .before: return true
        case .after: return false
        case .same: continue
        }
      }
      return true
    }
    order = sorter.order
  }

  /// Rows of the sorted order.
  func batch(_ range: Range<Int>) -> Batch? {
    range.isEmpty ? nil : rows?.gather(Array(order[range]))
  }

  /// Keeps the first `limit` rows and forgets the others.
  mutating func cut(to limit: Int) throws(Diagnostic) {
    try sort()
    let kept = batch(0..<min(limit, order.count))
    removeAll()
    if let kept { try append(kept) }
  }

  private func slot(ofKey index: Int) -> Slot? {
    (keys[index].expression.evaluator as? SlotEvaluator)?.slot
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

  /// How large a cell is, as far as the first ones tell.
  var usualBytes: Int {
    switch self {
    case .integers: 0
    case .texts(let cells, _): cells.prefix(64).reduce(0) { max($0, $1.utf8.count) }
    case .any(let column, _):
      (0..<min(64, column.count)).reduce(0) {
        max($0, MemoryEstimate.shallowBytes(of: column[$1]))
      }
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
    _ budget: QueryBudget, bytesCompared: Int = 0, _ precedes: (UInt32, UInt32) -> Bool
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
          try budget.step(over: bytesCompared)
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
  private var wanted = Int.max
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
    position = 0
    isSorted = false
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if !isSorted { try sort() }
    try context.budget.check()
    let end = min(rows.order.count, wanted, position + context.batchSize)
    defer { position = end }
    return rows.batch(position..<max(position, end))
  }

  private func sort() throws(Diagnostic) {
    isSorted = true
    if let limit { wanted = try limit.value() }
    // With a limit, rows that cannot be among the first are dropped whenever as many again have
    // come in: memory is bounded by the limit, and each row takes part in few sorts.
    let bound = wanted > Int.max / 4 ? Int.max : max(2 * wanted, wanted + 4_096)
    while let batch = try input.next() {
      if wanted == 0 { continue }
      try rows.append(batch)
      if rows.count > bound { try rows.cut(to: wanted) }
    }
    try rows.sort()
  }
}
