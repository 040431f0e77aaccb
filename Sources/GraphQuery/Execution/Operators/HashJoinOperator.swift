import Diagnostics
import PropertyGraph

/// Joins rows with those of a second input that have equal values in the key slots. The second
/// input is built into a table when the first row comes.
struct HashJoinKernel: RowwiseKernel {
  private let keys: [Slot]
  private let build: any BatchOperator
  /// Slots that are taken from the second input.
  private let taken: [Slot]
  private let context: ExecutionContext
  private var memory: MemoryShare
  private var table = KeyTable()
  /// For each key, the rows of `built` that have it.
  private var chains = RowChains()
  private var pile: RowPile
  private var built: Batch?
  private var batch: Batch?
  /// The row of the batch, and its partner, that is next.
  private var row = 0
  private var partner = RowChains.end

  init(_ keys: [Slot], build: any BatchOperator, taken: [Slot], context: ExecutionContext) {
    self.keys = keys
    self.build = build
    self.taken = taken
    self.context = context
    memory = MemoryShare(context.budget, user: "a hash join")
    pile = RowPile(context.budget, user: "a hash join")
  }

  mutating func reset() {
    table = KeyTable()
    chains = RowChains()
    pile.removeAll()
    built = nil
    batch = nil
    memory.releaseAll()
    build.reset()
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    if built == nil { try buildTable() }
    self.batch = batch
    row = 0
    partner = RowChains.end
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch, let built, row < batch.count else { return nil }
    var encoder = KeyEncoder()
    var sources: [UInt32] = []
    var matches: [UInt32] = []
    while row < batch.count, sources.count < context.batchSize {
      if partner == RowChains.end {
        try context.budget.step()
        guard encode(batch, row, &encoder), let number = table.number(of: encoder.bytes) else {
          row += 1
          continue
        }
        partner = chains.start(ofKey: number)
      }
      while partner != RowChains.end, sources.count < context.batchSize {
        sources.append(UInt32(row))
        matches.append(partner)
        partner = chains.next(after: partner)
      }
      if partner == RowChains.end { row += 1 }
    }
    var result = batch.gatherRuns(sources)
    for slot in taken { result[slot] = built[slot].gather(matches) }
    return result
  }

  private mutating func buildTable() throws(Diagnostic) {
    while let batch = try build.next() { try pile.append(batch) }
    let all = try pile.assembled()
    built = all.count == 0 ? Batch(slotCount: context.slotCount, count: 0) : all
    var encoder = KeyEncoder()
    for row in 0..<all.count {
      guard encode(all, row, &encoder) else {
        chains.appendWithoutKey()
        continue
      }
      try context.budget.step(over: encoder.bytes.count)
      chains.append(key: try table.insert(encoder.bytes, context.budget).number)
      if row % 4_096 == 0 { try memory.set(table.byteCount + chains.byteCount) }
    }
    try memory.set(table.byteCount + chains.byteCount)
  }

  /// Encodes the key of a row; false where a part is null, which equals nothing.
  private func encode(_ batch: Batch, _ row: Int, _ encoder: inout KeyEncoder) -> Bool {
    encoder.removeAll()
    for slot in keys {
      let column = batch[slot]
      if column.isNull(row) { return false }
      encoder.append(column, row: row)
    }
    return true
  }
}
