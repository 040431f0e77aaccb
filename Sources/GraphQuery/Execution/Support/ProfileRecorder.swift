/// Rows and times of operators, for `PROFILE`.
final class ProfileRecorder {
  private struct Totals {
    var rows = 0
    /// Time in the operator and everything below it.
    var nanoseconds: Int64 = 0
    /// Queries that a statement of an extension ran.
    var queries = 0
  }

  private var totals: [ObjectIdentifier: Totals] = [:]

  func record(_ node: PlanNode, rows: Int, nanoseconds: UInt64) {
    totals[ObjectIdentifier(node), default: Totals()].rows += rows
    totals[ObjectIdentifier(node), default: Totals()].nanoseconds += Int64(nanoseconds)
  }

  /// Counts a query that a statement of an extension runs.
  func recordQuery(of node: PlanNode) {
    totals[ObjectIdentifier(node), default: Totals()].queries += 1
  }

  /// What was measured, each operator's time without its inputs.
  func measurements(of root: PlanNode) -> [ObjectIdentifier: PlanPrinter.Measurement] {
    var result: [ObjectIdentifier: PlanPrinter.Measurement] = [:]
    var below: [ObjectIdentifier: Int64] = [:]
    var open = [root]
    while let node = open.popLast() {
      open += node.inputs
      below[ObjectIdentifier(node)] = node.inputs.reduce(0) {
        $0 + (totals[ObjectIdentifier($1)]?.nanoseconds ?? 0)
      }
    }
    for (node, total) in totals {
      result[node] = PlanPrinter.Measurement(
        rows: total.rows, nanoseconds: max(0, total.nanoseconds - (below[node] ?? 0)),
        queries: total.queries)
    }
    return result
  }
}
