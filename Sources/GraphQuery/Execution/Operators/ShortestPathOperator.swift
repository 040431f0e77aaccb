import Diagnostics
import PropertyGraph

/// Shortest paths between two bound nodes: by search from both ends where the path is a chain of
/// one step between different nodes, otherwise by walking trails level by level.
struct ShortestPathKernel: RowwiseKernel {
  private let search: ShortestPath
  private let context: ExecutionContext
  private var walker: GroupWalker
  private var bidirectional: BidirectionalSearch?
  private let predicate: CompiledExpression?
  private let paths: [(slot: Slot, path: CompiledExpression)]
  private var results: WalkResults
  private var batch: Batch?
  private var row = 0

  init(_ search: ShortestPath, context: ExecutionContext) throws(Diagnostic) {
    self.search = search
    self.context = context
    walker = try GroupWalker(search.group, context: context)
    results = WalkResults(lists: walker.outputSlots, end: nil)
    let compiler = ExpressionCompiler(context: context)
    predicate = try compiler.compile(search.predicate)
    var paths: [(slot: Slot, path: CompiledExpression)] = []
    for path in search.paths {
      let made = BoundExpression(.path(path.elements), search.group.span)
      paths.append((path.slot, try compiler.compile(made)))
    }
    self.paths = paths
    if search.group.steps.count == 1, search.group.minimum <= 1, predicate == nil {
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
    if from == to, search.group.minimum == 0, predicate == nil {
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

  /// Every trail of one length before any of the next: right for repeated groups, minimum lengths
  /// and predicates over the whole path too, at the price of walking what a search from both ends
  /// need not.
  private mutating func findByLevels(
    _ batch: Batch, _ from: NodeRow, _ to: NodeRow
  ) throws(Diagnostic) {
    walker.start(batch, row: row, at: from)
    defer { walker.truncate(to: 0) }
    var level = 0..<1
    var repetitions = 0
    while true {
      if repetitions >= search.group.minimum {
        let found = try satisfying(level.filter { walker.nodes[$0] == to }, batch)
        for entry in found {
          append(end: to, walker.hasOutputs ? walker.outputs(of: entry) : [])
        }
        if !found.isEmpty { return }
      }
      guard search.group.maximum.map({ repetitions < $0 }) ?? true else { return }
      level = try walker.repetition(of: level, isTrail: true)
      repetitions += 1
      if level.isEmpty { return }
    }
  }

  /// Those of the walks that are wanted: all that satisfy the predicate, or the first.
  private func satisfying(_ entries: [Int], _ batch: Batch) throws(Diagnostic) -> [Int] {
    guard let predicate else { return search.isAll ? entries : Array(entries.prefix(1)) }
    var wanted: [Int] = []
    var position = 0
    while position < entries.count {
      let some = entries[position..<min(position + context.batchSize, entries.count)]
      position = some.endIndex
      var rows = batch.repeating(row: row, count: some.count)
      var lists = walker.outputSlots.map { _ in [Value]() }
      for entry in some {
        for (index, list) in walker.outputs(of: entry).enumerated() { lists[index].append(list) }
      }
      for (slot, values) in zip(walker.outputSlots, lists) {
        rows[slot] = Column(.any(values), count: some.count)
      }
      for (slot, path) in paths { rows[slot] = try path.evaluate(rows) }
      let mark = context.budget.heldBytes
      let truths = try predicate.evaluate(rows).truths(predicate.span)
      context.budget.letGo(downTo: mark)
      for (entry, truth) in zip(some, truths) where truth == .yes {
        wanted.append(entry)
        if !search.isAll { return wanted }
      }
    }
    return wanted
  }
}
