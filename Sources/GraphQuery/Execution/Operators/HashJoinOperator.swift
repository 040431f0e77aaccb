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
  private var partners: [[UInt32]] = []
  private var built: Batch?
  private var batch: Batch?
  /// The row of the batch, and its partner, that is next.
  private var row = 0
  private var partner = 0

  init(_ keys: [Slot], build: any BatchOperator, taken: [Slot], context: ExecutionContext) {
    self.keys = keys
    self.build = build
    self.taken = taken
    self.context = context
    memory = MemoryShare(context.budget, user: "a hash join")
  }

  mutating func reset() {
    table = KeyTable()
    partners = []
    built = nil
    batch = nil
    memory.releaseAll()
    build.reset()
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    if built == nil { try buildTable() }
    self.batch = batch
    row = 0
    partner = 0
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch, let built, row < batch.count else { return nil }
    var encoder = KeyEncoder()
    var sources: [UInt32] = []
    var matches: [UInt32] = []
    while row < batch.count, sources.count < context.batchSize {
      guard encode(batch, row, &encoder), let number = table.number(of: encoder.bytes) else {
        row += 1
        continue
      }
      let end = min(partners[number].count, partner + context.batchSize - sources.count)
      matches.append(contentsOf: partners[number][partner..<end])
      sources.append(contentsOf: repeatElement(UInt32(row), count: end - partner))
      try context.budget.step(end - partner + 1)
      partner = end
      if end == partners[number].count {
        row += 1
        partner = 0
      }
    }
    var result = batch.gatherRuns(sources)
    for slot in taken { result[slot] = built[slot].gather(matches) }
    return result
  }

  private mutating func buildTable() throws(Diagnostic) {
    var batches: [Batch] = []
    while let batch = try build.next() {
      try memory.charge(MemoryEstimate.bytes(of: batch))
      batches.append(batch)
    }
    let all = Batch.concatenate(batches)
    var encoder = KeyEncoder()
    for row in 0..<all.count where encode(all, row, &encoder) {
      try context.budget.step()
      let (number, isNew) = table.insert(encoder.bytes)
      if isNew { partners.append([]) }
      partners[number].append(UInt32(row))
    }
    try memory.charge(table.byteCount + partners.count * MemoryEstimate.allocation)
    built = all.count == 0 ? Batch(slotCount: context.slotCount, count: 0) : all
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
