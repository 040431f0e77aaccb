import Diagnostics
import PropertyGraph

/// One aggregate of the operator, compiled.
struct CompiledAggregate {
  let slot: Slot
  let function: AggregateFunction?
  let arguments: [CompiledExpression]
  let isDistinct: Bool

  func makeState(_ budget: QueryBudget) -> any AggregateState {
    var state: any AggregateState = CountState()
    if let function, function.name != "count" {
      state = AccumulatorState(function, span: arguments.first?.span, budget: budget)
    }
    return isDistinct && !arguments.isEmpty ? DistinctState(state, budget: budget) : state
  }
}

/// Groups rows by the keys and aggregates each group; groups come in the order of their first row.
final class AggregateOperator: BatchOperator {
  private let keys: [(slot: Slot, expression: CompiledExpression)]
  private let aggregates: [CompiledAggregate]
  private let input: any BatchOperator
  private let context: ExecutionContext
  private var memory: MemoryShare
  private var table = KeyTable()
  private var keyValues: [ColumnBuilder] = []
  private var states: [any AggregateState] = []
  private var result: Batch?
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
  }

  func reset() {
    result = nil
    position = 0
    memory.releaseAll()
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if result == nil { result = try aggregate() }
    guard let result, position < result.count else { return nil }
    let end = min(result.count, position + context.batchSize)
    defer { position = end }
    return result.slice(position..<end)
  }

  private func aggregate() throws(Diagnostic) -> Batch {
    table = KeyTable()
    keyValues = keys.map { _ in ColumnBuilder() }
    states = aggregates.map { $0.makeState(context.budget) }
    if keys.isEmpty { reserve(groups: 1) }
    while let batch = try input.next() { try add(batch) }
    let count = keys.isEmpty ? 1 : table.count
    var result = Batch(slotCount: context.slotCount, count: count)
    for (key, builder) in zip(keys, keyValues) { result[key.slot] = builder.finish() }
    for (aggregate, state) in zip(aggregates, states) {
      result[aggregate.slot] = Column(values: try state.finish())
    }
    keyValues = []
    states = []
    return result
  }

  /// Takes in a batch; where an expression fails, row by row, so that the first failing row is the
  /// one told.
  private func add(_ batch: Batch) throws(Diagnostic) {
    var keyColumns: [Column] = []
    var arguments: [[Column]] = []
    do {
      for key in keys { keyColumns.append(try key.expression.evaluate(batch)) }
      for aggregate in aggregates {
        var columns: [Column] = []
        for argument in aggregate.arguments { columns.append(try argument.evaluate(batch)) }
        arguments.append(columns)
      }
    } catch {
      if batch.count == 1 || error.isLimit { throw error }
      for row in 0..<batch.count { try add(batch.slice(row..<row + 1)) }
      return
    }
    let groups = try groups(keyColumns, count: batch.count)
    for index in states.indices { try states[index].add(arguments[index], groups: groups) }
  }

  private func groups(_ columns: [Column], count: Int) throws(Diagnostic) -> [Int] {
    if columns.isEmpty { return Array(repeating: 0, count: count) }
    var encoder = KeyEncoder()
    var groups: [Int] = []
    groups.reserveCapacity(count)
    var newBytes = 0
    for row in 0..<count {
      encoder.removeAll()
      for column in columns { encoder.append(column, row: row) }
      let (number, isNew) = table.insert(encoder.bytes)
      if isNew {
        for (index, column) in columns.enumerated() {
          let value = column[row]
          newBytes += MemoryEstimate.bytes(of: value)
          keyValues[index].append(value)
        }
        newBytes += encoder.bytes.count + 24 + aggregates.count * 64
      }
      groups.append(number)
    }
    if newBytes > 0 {
      try memory.charge(newBytes)
      reserve(groups: table.count)
    }
    return groups
  }

  private func reserve(groups: Int) {
    for index in states.indices { states[index].reserve(groups: groups) }
  }
}
