import Diagnostics
import PropertyGraph

/// Drops rows where the predicate is not true.
struct FilterKernel: RowwiseKernel {
  private let predicate: CompiledExpression
  private var batch: Batch?

  init(_ predicate: CompiledExpression) { self.predicate = predicate }

  mutating func begin(_ batch: Batch) { self.batch = batch }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch else { return nil }
    self.batch = nil
    let truths = try predicate.evaluate(batch).truths(predicate.span)
    var kept: [UInt32] = []
    kept.reserveCapacity(batch.count)
    for row in 0..<batch.count where truths[row] == .yes { kept.append(UInt32(row)) }
    return kept.count == batch.count ? batch : batch.gather(kept)
  }
}

/// Computes slots and forgets the others.
struct ProjectKernel: RowwiseKernel {
  private let items: [(slot: Slot, expression: CompiledExpression)]
  private let keeps: [Slot]
  private let context: ExecutionContext
  private var batch: Batch?

  init(
    _ items: [(slot: Slot, expression: CompiledExpression)], keeps: [Slot],
    context: ExecutionContext
  ) {
    self.items = items
    self.keeps = keeps
    self.context = context
  }

  mutating func begin(_ batch: Batch) { self.batch = batch }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch else { return nil }
    self.batch = nil
    var result = Batch(slotCount: context.slotCount, count: batch.count)
    for slot in keeps { result[slot] = batch[slot] }
    for index in context.hiddenSlots { result.columns[index] = batch.columns[index] }
    for item in items { result[item.slot] = try item.expression.evaluate(batch) }
    return result
  }
}

/// One row for each element of a list; none for null; a value that is no list is one element.
struct UnwindKernel: RowwiseKernel {
  private let list: CompiledExpression
  private let slot: Slot
  private let context: ExecutionContext
  private var batch: Batch?
  private var lists: Column = .null(count: 0)
  private var row = 0
  private var offset = 0

  init(_ list: CompiledExpression, _ slot: Slot, context: ExecutionContext) {
    self.list = list
    self.slot = slot
    self.context = context
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    lists = try list.evaluate(batch)
    self.batch = batch
    row = 0
    offset = 0
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch, row < batch.count else { return nil }
    var sources: [UInt32] = []
    var values: [Value] = []
    while row < batch.count, values.count < context.batchSize {
      let elements: [Value] =
        switch lists[row] {
        case .null: []
        case .list(let elements): elements
        case let value: [value]
        }
      let end = min(elements.count, offset + context.batchSize - values.count)
      if offset < end {
        sources.append(contentsOf: repeatElement(UInt32(row), count: end - offset))
        values.append(contentsOf: elements[offset..<end])
      }
      if end == elements.count {
        row += 1
        offset = 0
      } else {
        offset = end
      }
    }
    var result = batch.gatherRuns(sources)
    result[slot] = Column(values: values)
    return result
  }
}
