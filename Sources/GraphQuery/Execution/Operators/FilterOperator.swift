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
