import Diagnostics
import PropertyGraph

/// One aggregate of the operator, compiled.
struct CompiledAggregate {
  let slot: Slot
  let function: AggregateFunction?
  let arguments: [CompiledExpression]
  let isDistinct: Bool

  func makeState(_ context: ExecutionContext) -> any AggregateState {
    var state: any AggregateState = CountState(context.budget)
    if let function, function.name != "count" {
      let span = arguments.first?.span
      state =
        function.name == "sum"
        ? SumState(function, span: span, context: context)
        : AccumulatorState(function, span: span, context: context)
    }
    return isDistinct && !arguments.isEmpty ? DistinctState(state, budget: context.budget) : state
  }
}

/// Groups rows by the keys and aggregates each group; groups come in the order of their first row.
/// Without keys there is one group, also over no rows.
final class AggregateOperator: BatchOperator {
  private let keys: [(slot: Slot, expression: CompiledExpression)]
  private let aggregates: [CompiledAggregate]
  private let input: any BatchOperator
  private let context: ExecutionContext
  private var memory: MemoryShare
  private var table: GroupTable
  private var states: [any AggregateState] = []
  private var isComplete = false
  private var position = 0

  init(
    keys: [(slot: Slot, expression: CompiledExpression)], aggregates: [CompiledAggregate],
    over input: any BatchOperator, context: ExecutionContext
  ) {
    self.keys = keys
    self.aggregates = aggregates
    self.input = input
    self.context = context
    memory = MemoryShare(context.budget, user: "grouping")
    table = GroupTable(width: keys.count, keepsValues: true)
  }

  func reset() {
    isComplete = false
    position = 0
    table = GroupTable(width: keys.count, keepsValues: true)
    for state in states { state.release() }
    states = []
    memory.releaseAll()
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if !isComplete { try aggregate() }
    try context.budget.check()
    let groups = keys.isEmpty ? 1 : table.count
    guard position < groups else { return nil }
    let range = position..<min(groups, position + context.batchSize)
    // The groups before one that fails come out first.
    let (columns, count) = try results(range)
    position += count
    var batch = Batch(slotCount: context.slotCount, count: count)
    for (key, column) in zip(keys, table.keys(range.lowerBound..<range.lowerBound + count)) {
      batch[key.slot] = column
    }
    for (aggregate, column) in zip(aggregates, columns) { batch[aggregate.slot] = column }
    return batch
  }

  /// The results of groups, up to the first that has none; it fails if that is the very first.
  private func results(
    _ range: Range<Int>
  ) throws(Diagnostic) -> (columns: [Column], count: Int) {
    let sure = states.compactMap { $0.results(range) }
    if sure.count == states.count { return (sure, range.count) }
    var columns = states.map { _ in [Value]() }
    var complete = 0
    for group in range {
      try context.budget.step()
      var row: [Value] = []
      do {
        for state in states { row.append(try state.finish(group)) }
      } catch {
        if complete == 0 || error.isFinal { throw error }
        break
      }
      for (index, value) in row.enumerated() { columns[index].append(value) }
      complete += 1
    }
    return (columns.map { Column(values: $0) }, complete)
  }

  private func aggregate() throws(Diagnostic) {
    isComplete = true
    states = aggregates.map { $0.makeState(context) }
    if keys.isEmpty { try reserve(groups: 1) }
    while let batch = try input.next() { try add(batch) }
  }

  /// Takes in a batch; where an expression fails, row by row, so that the first failing row is the
  /// one told.
  private func add(_ batch: Batch) throws(Diagnostic) {
    var keyColumns: [Column] = []
    var arguments: [[Column]] = []
    let mark = context.budget.heldBytes
    defer { context.budget.letGo(downTo: mark) }
    do {
      for key in keys { keyColumns.append(try key.expression.evaluate(batch)) }
      for aggregate in aggregates {
        var columns: [Column] = []
        for argument in aggregate.arguments { columns.append(try argument.evaluate(batch)) }
        arguments.append(columns)
      }
    } catch {
      if batch.count == 1 || error.isFinal { throw error }
      context.budget.letGo(downTo: mark)
      for row in 0..<batch.count { try add(batch.slice(row..<row + 1)) }
      return
    }
    let groups = try groups(keyColumns, count: batch.count)
    for index in states.indices { try states[index].add(arguments[index], groups: groups) }
  }

  private func groups(_ columns: [Column], count: Int) throws(Diagnostic) -> [Int] {
    if columns.isEmpty { return Array(repeating: 0, count: count) }
    let known = table.count
    let groups = try table.number(columns, count: count, context.budget).numbers
    if table.count > known {
      try memory.set(table.byteCount)
      try reserve(groups: table.count)
    }
    return groups
  }

  private func reserve(groups: Int) throws(Diagnostic) {
    for index in states.indices { try states[index].reserve(groups: groups) }
  }
}
