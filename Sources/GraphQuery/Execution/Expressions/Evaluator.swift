import Diagnostics
import PropertyGraph

/// One node of a compiled expression. It is given rows and gives a column of as many cells. Where
/// an expression is to be evaluated for some rows only (a later arm of CASE, of AND), the caller
/// gathers those rows first: an evaluator never sees a row that it must not touch.
protocol Evaluator {
  /// The values for every row of the batch, which has at least one.
  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column
}

/// A compiled expression together with the slots that it reads.
struct CompiledExpression {
  let evaluator: any Evaluator
  /// Slots read, ascending.
  let slots: [Slot]
  let span: Span

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    batch.count == 0 ? .null(count: 0) : try evaluator.evaluate(batch)
  }

  /// The values for the rows named by `indices` alone, which ascend without repetition.
  func evaluate(_ batch: Batch, at indices: [UInt32]) throws(Diagnostic) -> Column {
    if indices.isEmpty { return .null(count: 0) }
    return indices.count == batch.count
      ? try evaluator.evaluate(batch)
      : try evaluator.evaluate(batch.gather(indices, only: slots))
  }

  /// The value of one row.
  func value(_ batch: Batch, row: Int) throws(Diagnostic) -> Value {
    try evaluate(batch, at: [UInt32(row)])[0]
  }

  /// The value if it is the same for all rows and was known when the statement opened.
  var constant: Value? { (evaluator as? ConstantEvaluator)?.value }
}

/// A literal or parameter.
struct ConstantEvaluator: Evaluator {
  let value: Value

  func evaluate(_ batch: Batch) -> Column { .constant(value, count: batch.count) }
}

/// A variable.
struct SlotEvaluator: Evaluator {
  let slot: Slot

  func evaluate(_ batch: Batch) -> Column { batch[slot] }
}
