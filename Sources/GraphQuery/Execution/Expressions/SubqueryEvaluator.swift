import Diagnostics
import PropertyGraph

/// A subquery inside an expression: its plan is run with the rows as argument, all together where
/// the plan handles each row for itself, one by one otherwise.
struct SubqueryEvaluator: Evaluator {
  /// Rows handed in together.
  private static let rowsAtATime = 256

  let kind: SubqueryKind
  let subplan: Subplan
  let span: Span

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    var results: [Value] = []
    results.reserveCapacity(batch.count)
    var start = 0
    while start < batch.count {
      let end = min(batch.count, start + (subplan.isBatched ? Self.rowsAtATime : 1))
      results += try evaluate(batch.slice(start..<end), count: end - start)
      start = end
    }
    return Column(values: results)
  }

  private func evaluate(_ rows: Batch, count: Int) throws(Diagnostic) -> [Value] {
    switch kind {
    case .exists:
      var found = [Bool](repeating: false, count: count)
      var missing = count
      try subplan.run(rows) { (_, sources) throws(Diagnostic) in
        for source in sources where !found[Int(source)] {
          found[Int(source)] = true
          missing -= 1
        }
        return missing > 0
      }
      return found.map(Value.boolean)
    case .count:
      var counts = [Int64](repeating: 0, count: count)
      try subplan.run(rows) { (_, sources) throws(Diagnostic) in
        for source in sources { counts[Int(source)] += 1 }
        return true
      }
      return counts.map(Value.integer)
    case .collect(let slot):
      let budget = subplan.context.budget
      var lists = [[Value]](repeating: [], count: count)
      defer { budget.leaveIfStopped(lists) }
      try subplan.run(rows) { (batch, sources) throws(Diagnostic) in
        let column = batch[slot]
        try budget.hold(
          MemoryEstimate.growing(sources.count, MemoryLayout<Value>.stride)
            + MemoryEstimate.bytes(of: column) - MemoryEstimate.cellBytes(of: column),
          for: "a list of a subquery")
        for (position, source) in sources.enumerated() {
          lists[Int(source)].append(column[position])
        }
        return true
      }
      return lists.map(Value.list)
    case .first(let slot):
      var values = [Value?](repeating: nil, count: count)
      var missing = count
      try subplan.run(rows) { (batch, sources) throws(Diagnostic) in
        let column = batch[slot]
        for (position, source) in sources.enumerated() where values[Int(source)] == nil {
          values[Int(source)] = column[position]
          missing -= 1
        }
        return missing > 0
      }
      return values.map { $0 ?? .null }
    }
  }
}
