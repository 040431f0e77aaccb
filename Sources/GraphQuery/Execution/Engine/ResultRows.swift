public import Diagnostics
import PropertyGraph

/// The account of a running statement, for whoever takes its rows and turns them into something.
public struct ResultAccount {
  private let budget: QueryBudget

  init(_ budget: QueryBudget) { self.budget = budget }

  /// Says that the rows have become so many bytes more, which stay in memory until the statement
  /// ends, and asks whether to go on.
  /// - Throws: `Cancelled`, `TimeLimit` or `ResultTooLarge`.
  public func take(bytes: Int) throws(Diagnostic) {
    try budget.check()
    try budget.chargeResult(bytes)
  }
}

/// Rows of a result that are kept until the statement ends.
final class KeptRows {
  private(set) var rows: [[Value]] = []

  func take(_ batch: Batch, of run: StatementRun) throws(Diagnostic) {
    let more = try run.rows(of: batch)
    if more.isEmpty { return }
    let budget = run.context.budget
    // If the statement is stopped, they go with what it leaves.
    if rows.isEmpty { budget.leave(self) }
    let row =
      MemoryEstimate.allocation + MemoryEstimate.growing(1, MemoryLayout<[Value]>.stride)
    try budget.chargeResult(
      run.plan.columns.reduce(more.count * row) {
        $0 + MemoryEstimate.valueBytes(of: batch[$1.slot])
      })
    rows += more
  }
}
