import Diagnostics
import PropertyGraph

/// Rows that wait, batch by batch, until they are looked at as one.
struct RowPile {
  private let budget: QueryBudget
  private var batches: [Batch] = []
  private var memory: MemoryShare
  private(set) var count = 0

  init(_ budget: QueryBudget, user: String) {
    self.budget = budget
    memory = MemoryShare(budget, user: user)
  }

  mutating func append(_ batch: Batch) throws(Diagnostic) {
    batches.append(batch)
    count += batch.count
    try memory.charge(MemoryEstimate.kept(MemoryEstimate.bytes(of: batch)))
  }

  mutating func removeAll() {
    batches = []
    count = 0
    memory.releaseAll()
  }

  /// All rows in one batch. Column by column, so that no more than one stands here twice.
  mutating func assembled() throws(Diagnostic) -> Batch {
    if batches.count == 1 { return batches[0] }
    var whole = Batch(columns: [], count: count)
    for index in 0..<(batches.first?.columns.count ?? 0) {
      try budget.check()
      let parts = batches.map { $0.columns[index] }
      let column = try Column.assemble(parts, count: count, budget)
      try memory.charge(MemoryEstimate.cellBytes(of: column))
      for position in batches.indices {
        batches[position].columns[index] = .null(count: batches[position].count)
      }
      memory.release(
        parts.reduce(0) { $0 + MemoryEstimate.kept(MemoryEstimate.cellBytes(of: $1)) })
      whole.columns.append(column)
    }
    batches = [whole]
    return whole
  }
}
