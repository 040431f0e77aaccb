import Diagnostics
import PropertyGraph

/// One row without values.
final class UnitOperator: BatchOperator {
  private let context: ExecutionContext
  private var isDone = false

  init(_ context: ExecutionContext) { self.context = context }

  func next() -> Batch? {
    if isDone { return nil }
    isDone = true
    return Batch(slotCount: context.slotCount, count: 1)
  }

  func reset() { isDone = false }
}

/// No rows.
final class EmptyOperator: BatchOperator {
  func next() -> Batch? { nil }
  func reset() {}
}

/// Where a subplan finds the rows handed to it.
final class ArgumentSource {
  var batch: Batch?
}

/// The rows handed to a subplan.
final class ArgumentOperator: BatchOperator {
  private let source: ArgumentSource
  private var isDone = false

  init(_ source: ArgumentSource) { self.source = source }

  func next() -> Batch? {
    if isDone { return nil }
    isDone = true
    return source.batch
  }

  func reset() { isDone = false }
}
