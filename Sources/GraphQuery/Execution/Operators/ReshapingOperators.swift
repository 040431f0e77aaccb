import Diagnostics
import PropertyGraph

/// Drops rows equal to an earlier one.
final class DistinctOperator: BatchOperator {
  private let input: any BatchOperator
  private let slots: [Slot]
  private let budget: QueryBudget
  private var table: GroupTable
  private var memory: MemoryShare

  init(_ slots: [Slot], over input: any BatchOperator, context: ExecutionContext) {
    self.input = input
    self.slots = slots
    budget = context.budget
    table = GroupTable(width: slots.count)
    memory = MemoryShare(context.budget, user: "DISTINCT")
  }

  func reset() {
    table = GroupTable(width: slots.count)
    memory.releaseAll()
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    while let batch = try input.next() {
      let kept = try table.number(slots.map { batch[$0] }, count: batch.count, budget).new
      try memory.set(table.byteCount)
      if !kept.isEmpty { return kept.count == batch.count ? batch : batch.gather(kept) }
    }
    return nil
  }
}

/// The rows of all inputs, one after the other.
final class UnionOperator: BatchOperator {
  private let inputs: [any BatchOperator]
  private var current = 0

  init(_ inputs: [any BatchOperator]) { self.inputs = inputs }

  func reset() {
    current = 0
    for input in inputs { input.reset() }
  }

  func next() throws(Diagnostic) -> Batch? {
    while current < inputs.count {
      if let batch = try inputs[current].next() { return batch }
      current += 1
    }
    return nil
  }
}

/// Takes in all rows before it gives one.
final class BarrierOperator: BatchOperator {
  private let input: any BatchOperator
  private var rows: BatchQueue
  private var isFilled = false

  init(over input: any BatchOperator, context: ExecutionContext) {
    self.input = input
    rows = BatchQueue(context.budget, user: "the rows between two clauses")
  }

  func reset() {
    rows.removeAll()
    isFilled = false
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if !isFilled {
      isFilled = true
      while let batch = try input.next() { try rows.add(batch) }
    }
    return rows.take()
  }
}

/// Reads a number of rows for SKIP and LIMIT.
struct RowCount {
  let expression: CompiledExpression
  let clause: String
  let context: ExecutionContext

  func value() throws(Diagnostic) -> Int {
    let value = try expression.value(Batch(slotCount: context.slotCount, count: 1), row: 0)
    guard case .integer(let count) = value else {
      throw ExecutionWording.notACount(value, clause: clause, expression.span)
    }
    if count < 0 { throw ExecutionWording.negativeCount(count, clause: clause, expression.span) }
    return Int(count)
  }
}

/// Drops the first rows.
final class SkipOperator: BatchOperator {
  private let input: any BatchOperator
  private let count: RowCount
  private var left: Int?

  init(_ count: RowCount, over input: any BatchOperator) {
    self.count = count
    self.input = input
  }

  func reset() {
    left = nil
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if left == nil { left = try count.value() }
    var toSkip = left ?? 0
    defer { left = toSkip }
    while let batch = try input.next() {
      let skipped = min(toSkip, batch.count)
      toSkip -= skipped
      if skipped < batch.count { return batch.slice(skipped..<batch.count) }
    }
    return nil
  }
}

/// Stops after a number of rows. Where something below changes the graph, the rest of the rows is
/// still taken in: LIMIT bounds the result, not the effects.
final class LimitOperator: BatchOperator {
  private let input: any BatchOperator
  private let count: RowCount
  private let mustDrain: Bool
  private var left: Int?

  init(_ count: RowCount, over input: any BatchOperator, mustDrain: Bool) {
    self.count = count
    self.input = input
    self.mustDrain = mustDrain
  }

  func reset() {
    left = nil
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if left == nil { left = try count.value() }
    let wanted = left ?? 0
    if wanted == 0 {
      left = 0
      if mustDrain { while try input.next() != nil {} }
      return nil
    }
    guard let batch = try input.next() else {
      left = 0
      return nil
    }
    let taken = min(wanted, batch.count)
    left = wanted - taken
    return batch.slice(0..<taken)
  }
}
