import Diagnostics
import PropertyGraph

/// Groups rows by the keys and counts, for each group, the distinct nodes that steps from its rows
/// lead to. Groups come in the order of their first row; without keys there is one group, also over
/// no rows.
final class CountEndsOperator: BatchOperator {
  private let keys: [(slot: Slot, expression: CompiledExpression)]
  private let ends: CountedEnds
  private let input: any BatchOperator
  private let context: ExecutionContext
  private var table: GroupTable
  private var walk: EndWalk
  /// Groups that have a row with all that is demanded, in the order of the first.
  private var met: [UInt32] = []
  private var isMet: [Bool] = []
  private var keyColumns: [Column] = []
  private var memory: MemoryShare
  private var isComplete = false
  private var position = 0

  init(
    keys: [(slot: Slot, expression: CompiledExpression)], _ ends: CountedEnds,
    over input: any BatchOperator, context: ExecutionContext
  ) {
    self.keys = keys
    self.ends = ends
    self.input = input
    self.context = context
    table = GroupTable(width: keys.count, keepsValues: true)
    walk = EndWalk(ends, context: context)
    memory = MemoryShare(context.budget, user: "grouping")
  }

  func reset() {
    table = GroupTable(width: keys.count, keepsValues: true)
    walk = EndWalk(ends, context: context)
    met = []
    isMet = []
    keyColumns = []
    memory.releaseAll()
    isComplete = false
    position = 0
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if !isComplete { try group() }
    try context.budget.check()
    guard position < met.count else { return nil }
    let range = position..<min(met.count, position + context.batchSize)
    position = range.upperBound
    let groups = Array(met[range])
    var batch = Batch(slotCount: context.slotCount, count: groups.count)
    for (key, column) in zip(keys, keyColumns) {
      batch[key.slot] = column.gather(groups)
    }
    for (number, count) in ends.counts.enumerated() {
      let counts = groups.map { walk.count(number, of: Int($0)) }
      batch[count.slot] = Column(.integer(counts), count: groups.count)
    }
    return batch
  }

  private func group() throws(Diagnostic) {
    isComplete = true
    if keys.isEmpty {
      walk.begin(groups: 1)
      isMet = [false]
      meet(0)
    }
    while let batch = try input.next() { try add(batch) }
    keyColumns = table.keys(0..<table.count)
  }

  /// Takes in a batch; where a key fails, row by row, so that the first failing row is the one told.
  private func add(_ batch: Batch) throws(Diagnostic) {
    let mark = context.budget.heldBytes
    defer { context.budget.letGo(downTo: mark) }
    let groups: [UInt32]
    var roots: [Slot: BoundNodes] = [:]
    do {
      for chain in ends.chains {
        guard let first = chain.steps.first, ends.roots.contains(first.from) else { continue }
        roots[first.from] = try BoundNodes(
          batch[first.from], variable: context.name(of: first.from), first.span)
      }
      groups = try number(batch)
    } catch {
      if batch.count == 1 || error.isFinal { throw error }
      context.budget.letGo(downTo: mark)
      for row in 0..<batch.count { try add(batch.slice(row..<row + 1)) }
      return
    }
    walk.begin(groups: max(1, table.count))
    isMet.append(contentsOf: repeatElement(false, count: max(1, table.count) - isMet.count))
    var stays: [Bool]?
    for (number, chain) in ends.chains.enumerated() {
      guard let first = chain.steps.first, let nodes = roots[first.from] else { continue }
      let found = try walk.follow(chain: number, from: nodes, groups, where: stays)
      if !chain.isOptional { stays = found }
    }
    for (row, group) in groups.enumerated() where stays?[row] ?? true { meet(group) }
    try memory.set(table.byteCount + met.count * 5 + walk.byteCount)
  }

  private func meet(_ group: UInt32) {
    if isMet[Int(group)] { return }
    isMet[Int(group)] = true
    met.append(group)
  }

  private func number(_ batch: Batch) throws(Diagnostic) -> [UInt32] {
    if keys.isEmpty { return Array(repeating: 0, count: batch.count) }
    var columns: [Column] = []
    for key in keys { columns.append(try key.expression.evaluate(batch)) }
    let numbers = try table.number(columns, count: batch.count, context.budget).numbers
    return numbers.map { UInt32(truncatingIfNeeded: $0) }
  }
}
