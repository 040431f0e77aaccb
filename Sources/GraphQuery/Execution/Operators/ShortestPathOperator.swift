import Diagnostics
import PropertyGraph

/// Shortest paths between two bound nodes: by search from both ends where the path is a chain of
/// one step between different nodes, otherwise by walking trails level by level.
struct ShortestPathKernel: RowwiseKernel {
  private let search: ShortestPath
  private let context: ExecutionContext
  private var walker: GroupWalker
  private var bidirectional: BidirectionalSearch?
  private var results: WalkResults
  private var batch: Batch?
  private var row = 0

  init(_ search: ShortestPath, context: ExecutionContext) throws(Diagnostic) {
    self.search = search
    self.context = context
    walker = try GroupWalker(search.group, context: context)
    results = WalkResults(lists: walker.outputSlots, end: nil)
    if search.group.steps.count == 1, search.group.minimum <= 1 {
      bidirectional = try BidirectionalSearch(search.group, context: context)
    }
  }

  mutating func reset() {
    batch = nil
    walker.release()
    results = WalkResults(lists: walker.outputSlots, end: nil)
  }

  mutating func begin(_ batch: Batch) {
    reset()
    self.batch = batch
    row = 0
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch else { return nil }
    while !results.isFull(context.batchSize), row < batch.count {
      try find(batch)
      row += 1
    }
    return results.take(context.batchSize, of: batch)
  }

  private mutating func find(_ batch: Batch) throws(Diagnostic) {
    try context.budget.check()
    guard let from = try node(batch, search.from), let to = try node(batch, search.to) else {
      return
    }
    if from == to, search.group.minimum == 0 {
      append(end: to, GroupOutputs(search.group).lists(start: from, steps: []))
    } else if from != to, bidirectional != nil {
      try findFromBothEnds(batch, from, to)
    } else {
      try findByLevels(batch, from, to)
    }
  }

  private func node(_ batch: Batch, _ slot: Slot) throws(Diagnostic) -> NodeRow? {
    switch batch[slot][row] {
    case .null: nil
    case .node(let node): node
    case let value:
      throw ExecutionWording.notANode(
        value, variable: context.name(of: slot), search.group.span)
    }
  }

  private mutating func append(end: NodeRow, _ lists: [Value]) {
    results.append(row: row, end: end, lists: lists)
  }

  private mutating func findFromBothEnds(
    _ batch: Batch, _ from: NodeRow, _ to: NodeRow
  ) throws(Diagnostic) {
    guard
      let paths = try bidirectional?.paths(
        batch, row: row, from: from, to: to, isAll: search.isAll)
    else { return }
    for steps in paths {
      append(end: to, GroupOutputs(search.group).lists(start: from, steps: steps))
    }
  }

  /// Every trail of one length before any of the next: right for repeated groups and minimum
  /// lengths too, at the price of walking what a search from both ends need not.
  private mutating func findByLevels(
    _ batch: Batch, _ from: NodeRow, _ to: NodeRow
  ) throws(Diagnostic) {
    walker.start(batch, row: row, at: from)
    defer { walker.truncate(to: 0) }
    var level = 0..<1
    var repetitions = 0
    while !level.isEmpty, search.group.maximum.map({ repetitions < $0 }) ?? true {
      level = try walker.repetition(of: level, isTrail: true)
      repetitions += 1
      guard repetitions >= search.group.minimum else { continue }
      let found = level.filter { walker.nodes[$0] == to }
      if found.isEmpty { continue }
      for entry in search.isAll ? found[...] : found.prefix(1) {
        append(end: to, walker.hasOutputs ? walker.outputs(of: entry) : [])
      }
      return
    }
  }
}
