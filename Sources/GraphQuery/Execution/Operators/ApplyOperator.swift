import Diagnostics
import PropertyGraph

/// `apply`: the second input for each row of the first.
struct ApplyKernel: RowwiseKernel {
  private let kind: ApplyKind
  private let subplan: Subplan
  private var batch: Batch?
  /// The rows handed in together; one at a time where the subplan needs that.
  private var window = 0..<0
  private var isRunning = false
  /// The first row of the window that nothing has been given for yet.
  private var unmatched = 0

  init(_ kind: ApplyKind, _ subplan: Subplan) {
    self.kind = kind
    self.subplan = subplan
  }

  mutating func reset() {
    batch = nil
    isRunning = false
  }

  mutating func begin(_ batch: Batch) {
    self.batch = batch
    window = 0..<0
    isRunning = false
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch else { return nil }
    if !isRunning {
      guard window.upperBound < batch.count else { return nil }
      let start = window.upperBound
      window = start..<(subplan.isBatched ? batch.count : start + 1)
      if case .exists(let isNegated) = kind { return try semiJoin(batch, isNegated) }
      subplan.start(batch.slice(window))
      isRunning = true
      unmatched = 0
    }
    let rows = batch.slice(window)
    if let (results, sources) = try subplan.next() {
      guard case .optional = kind else {
        return subplan.join(rows, results, sources)
      }
      return try optional(rows, results, sources)
    }
    isRunning = false
    guard case .optional(let nulls) = kind, unmatched < window.count else {
      return rows.slice(0..<0)
    }
    return withNulls(rows.slice(unmatched..<window.count), nulls)
  }

  /// Joined rows, with rows that had no partner in their places.
  private mutating func optional(
    _ rows: Batch, _ results: Batch, _ sources: [UInt32]
  ) throws(Diagnostic) -> Batch {
    var rowsTaken: [UInt32] = []
    var resultsTaken: [UInt32] = []
    rowsTaken.reserveCapacity(sources.count)
    resultsTaken.reserveCapacity(sources.count)
    for (position, source) in sources.enumerated() {
      while unmatched < Int(source) {
        rowsTaken.append(UInt32(truncatingIfNeeded: unmatched))
        resultsTaken.append(Column.noRow)
        unmatched += 1
      }
      rowsTaken.append(source)
      resultsTaken.append(UInt32(truncatingIfNeeded: position))
      unmatched = Int(source) + 1
    }
    if rowsTaken.count == sources.count { return subplan.join(rows, results, sources) }
    try subplan.context.budget.step(rowsTaken.count)
    var joined = rows.gatherRuns(rowsTaken)
    for slot in subplan.written { joined[slot] = results[slot].gather(orNull: resultsTaken) }
    return joined
  }

  private func withNulls(_ rows: Batch, _ nulls: [Slot]) -> Batch {
    var rows = rows
    for slot in nulls { rows[slot] = .null(count: rows.count) }
    return rows
  }

  private func semiJoin(_ batch: Batch, _ isNegated: Bool) throws(Diagnostic) -> Batch {
    let rows = batch.slice(window)
    var found = [Bool](repeating: false, count: rows.count)
    var missing = rows.count
    try subplan.run(rows) { (_, sources) throws(Diagnostic) in
      for source in sources where !found[Int(source)] {
        found[Int(source)] = true
        missing -= 1
      }
      return missing > 0
    }
    let kept = (0..<UInt32(rows.count)).filter { found[Int($0)] != isNegated }
    return kept.count == rows.count ? rows : rows.gather(kept)
  }
}
