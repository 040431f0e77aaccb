import Diagnostics
import PropertyGraph

/// For each row the number of relationships of a node.
struct DegreeKernel: RowwiseKernel {
  private let degree: Degree
  private let context: ExecutionContext
  private var batch: Batch?

  init(_ degree: Degree, context: ExecutionContext) {
    self.degree = degree
    self.context = context
  }

  mutating func begin(_ batch: Batch) { self.batch = batch }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch else { return nil }
    self.batch = nil
    let from = try BoundNodes(
      batch[degree.from], variable: context.name(of: degree.from), degree.span)
    let types = context.typeCodes(degree.types)
    var degrees: [Int64]
    if types?.isEmpty == true {
      degrees = Array(repeating: 0, count: from.nodes.count)
    } else {
      degrees = context.graph.degrees(
        of: from.nodes, types: types, direction: degree.direction,
        filter: context.labelFilter(degree.labels))
    }
    try context.budget.step(batch.count)
    if from.nodes.count < batch.count {
      // A node that is null has none.
      var all = [Int64](repeating: 0, count: batch.count)
      for (position, number) in degrees.enumerated() { all[Int(from.row(position))] = number }
      degrees = all
    }
    var result = batch
    result[degree.count] = Column(.integer(degrees), count: batch.count)
    if degree.keepsRowsWithout { return result }
    let kept = degrees.indices.filter { degrees[$0] > 0 }.map { UInt32(truncatingIfNeeded: $0) }
    return kept.count == batch.count ? result : result.gather(kept)
  }
}
