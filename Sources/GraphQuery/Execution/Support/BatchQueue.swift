import Diagnostics
import PropertyGraph

/// Batches that wait their turn. What has been taken is not charged any more: whoever takes rows
/// keeps what is needed of them.
struct BatchQueue {
  private var entries: [(batch: Batch, bytes: Int)] = []
  private var position = 0
  private var memory: MemoryShare

  init(_ budget: QueryBudget, user: String) { memory = MemoryShare(budget, user: user) }

  /// - Parameter more: Bytes that belong to the batch without being in it.
  mutating func add(_ batch: Batch, besides more: Int = 0) throws(Diagnostic) {
    guard batch.count > 0 else { return }
    let bytes = MemoryEstimate.bytes(of: batch) + more
    entries.append((batch, bytes))
    try memory.charge(bytes)
  }

  mutating func take() -> Batch? {
    guard position < entries.count else { return nil }
    let (batch, bytes) = entries[position]
    entries[position].batch = Batch(columns: [], count: 0)
    position += 1
    memory.release(bytes)
    if position == entries.count { removeAll() }
    return batch
  }

  mutating func removeAll() {
    entries = []
    position = 0
    memory.releaseAll()
  }
}
