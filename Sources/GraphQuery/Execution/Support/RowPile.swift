import Diagnostics
import PropertyGraph

/// Rows that wait, batch by batch, until they are looked at as one.
struct RowPile {
  /// Rows that are put together when there are so many: small arrays that stay among large ones that
  /// come and go leave gaps which nothing fits into.
  private static let blockSize = 65_536

  private let budget: QueryBudget
  private var batches: [Batch] = []
  private var recent: [Batch] = []
  private var recentCount = 0
  private var memory: MemoryShare
  private(set) var count = 0

  init(_ budget: QueryBudget, user: String) {
    self.budget = budget
    memory = MemoryShare(budget, user: user)
  }

  mutating func append(_ batch: Batch) throws(Diagnostic) {
    recent.append(batch)
    recentCount += batch.count
    count += batch.count
    try memory.charge(MemoryEstimate.kept(MemoryEstimate.bytes(of: batch)))
    if recentCount >= Self.blockSize { try closeBlock() }
  }

  private mutating func closeBlock() throws(Diagnostic) {
    if recent.isEmpty { return }
    let block = try Batch.concatenate(recent, budget)
    if recent.count > 1 {
      memory.release(
        recent.reduce(0) { total, batch in
          batch.columns.reduce(total) {
            $0 + MemoryEstimate.kept(MemoryEstimate.cellBytes(of: $1))
          }
        })
      try memory.charge(
        block.columns.reduce(0) { $0 + MemoryEstimate.kept(MemoryEstimate.cellBytes(of: $1)) })
    }
    batches.append(block)
    recent.removeAll(keepingCapacity: true)
    recentCount = 0
  }

  mutating func removeAll() {
    batches = []
    recent = []
    recentCount = 0
    count = 0
    memory.releaseAll()
  }

  /// All rows in one batch. Column by column, so that no more than one stands here twice.
  mutating func assembled() throws(Diagnostic) -> Batch {
    try closeBlock()
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
