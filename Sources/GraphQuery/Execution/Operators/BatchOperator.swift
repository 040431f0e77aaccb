import Diagnostics
import PropertyGraph

/// One operator of a running plan. Rows are pulled from it in batches, none of them empty.
protocol BatchOperator: AnyObject {
  /// The next rows, `nil` at the end. An error leaves out no row before the one that failed: they
  /// were given by earlier calls.
  func next() throws(Diagnostic) -> Batch?
  /// Starts again, with whatever its argument now holds.
  func reset()
}

/// An operator that handles each row for itself, keeping their order.
protocol RowwiseKernel {
  /// Takes the next rows.
  mutating func begin(_ batch: Batch) throws(Diagnostic)
  /// Some of what becomes of them, `nil` at the end; may be empty.
  mutating func more() throws(Diagnostic) -> Batch?
  /// Forgets everything that belongs to one run.
  mutating func reset()
}

extension RowwiseKernel {
  mutating func reset() {}
}

/// Drives a kernel. When a batch fails it is done again row by row, so that the rows before the
/// failing one come out before the error: batch size never changes an answer.
final class RowwiseOperator<Kernel: RowwiseKernel>: BatchOperator {
  private let input: any BatchOperator
  private let budget: QueryBudget
  /// Whether doing a batch again is harmless; not so where it changes the graph.
  private let isRepeatable: Bool
  private var kernel: Kernel
  private var current: Batch?
  /// Rows already given for `current`.
  private var given = 0
  /// After a failure: the row of `current` that is next, and how many rows to leave out because
  /// they were given before the failure.
  private var retry: (row: Int, toSkip: Int)?
  private var isKernelOpen = false
  /// What expressions built for `current`, and for the rows given last.
  private var heldForBatch = HeldValues()
  private var heldForRows = HeldValues()

  init(
    _ kernel: Kernel, over input: any BatchOperator, budget: QueryBudget,
    isRepeatable: Bool = true
  ) {
    self.kernel = kernel
    self.input = input
    self.budget = budget
    self.isRepeatable = isRepeatable
  }

  func reset() {
    current = nil
    retry = nil
    isKernelOpen = false
    releaseRows()
    releaseBatch()
    kernel.reset()
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    releaseRows()
    while true {
      try budget.check()
      if retry != nil {
        if let batch = try nextOfRetry() { return batch }
        continue
      }
      if current == nil {
        releaseBatch()
        guard let batch = try input.next() else { return nil }
        if batch.count == 0 { continue }
        current = batch
        given = 0
        isKernelOpen = false
      }
      guard let batch = current else { continue }
      let mark = budget.heldBytes
      do {
        guard let result = try more(of: batch) else {
          current = nil
          continue
        }
        if result.count == 0 { continue }
        given += result.count
        return result
      } catch {
        if batch.count == 1 || error.isFinal || !isRepeatable { throw error }
        budget.letGo(downTo: mark)
        retry = (0, given)
        isKernelOpen = false
      }
    }
  }

  /// More of what becomes of a batch; what expressions built for it is held meanwhile.
  private func more(of batch: Batch) throws(Diagnostic) -> Batch? {
    let mark = budget.heldBytes
    if !isKernelOpen {
      try kernel.begin(batch)
      isKernelOpen = true
      heldForBatch += budget.takeOver(downTo: mark)
    }
    let result = try kernel.more()
    heldForRows += budget.takeOver(downTo: mark)
    return result
  }

  private func releaseRows() { budget.letGo(&heldForRows) }

  private func releaseBatch() { budget.letGo(&heldForBatch) }

  /// The next rows of a batch that is done again; `nil` when there is nothing yet.
  private func nextOfRetry() throws(Diagnostic) -> Batch? {
    guard var (row, toSkip) = retry, let batch = current else {
      retry = nil
      return nil
    }
    if !isKernelOpen {
      releaseRows()
      releaseBatch()
    }
    guard let result = try more(of: batch.slice(row..<row + 1)) else {
      isKernelOpen = false
      row += 1
      retry = row < batch.count ? (row, toSkip) : nil
      if row == batch.count { current = nil }
      return nil
    }
    let skipped = min(toSkip, result.count)
    toSkip -= skipped
    retry = (row, toSkip)
    return skipped == result.count ? nil : result.slice(skipped..<result.count)
  }
}

/// Rows of an input batch extended by columns, given out a batch at a time.
struct PendingRows {
  private let input: Batch
  private let sources: [UInt32]
  private let columns: [(slot: Slot, column: Column)]
  private var position = 0

  /// Row `i` of the result is row `sources[i]` of the input with the cells `i` of the columns.
  init(of input: Batch, sources: [UInt32], columns: [(slot: Slot, column: Column)]) {
    self.input = input
    self.sources = sources
    self.columns = columns
  }

  mutating func next(limit: Int) -> Batch? {
    guard position < sources.count else { return nil }
    let range = position..<min(sources.count, position + limit)
    position = range.upperBound
    var batch = input.gatherRuns(Array(sources[range]))
    for (slot, column) in columns { batch[slot] = column.slice(range) }
    return batch
  }
}

extension Diagnostic {
  /// Whether doing the rows one by one cannot help: where memory is short it can.
  var isFinal: Bool { ExecutionWording.isFinal(code) }
}
