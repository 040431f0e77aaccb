import Diagnostics
import PropertyGraph

/// The running state of one aggregate over all groups.
protocol AggregateState {
  /// Makes room for groups up to a number.
  mutating func reserve(groups: Int)
  /// Takes in rows: for each the number of its group, and the arguments' columns.
  mutating func add(_ columns: [Column], groups: [Int]) throws(Diagnostic)
  /// The results of the groups.
  func finish() throws(Diagnostic) -> [Value]
}

/// `count(*)` and `count(x)`.
struct CountState: AggregateState {
  private var counts: [Int64] = []

  mutating func reserve(groups: Int) {
    counts.append(contentsOf: repeatElement(0, count: groups - counts.count))
  }

  mutating func add(_ columns: [Column], groups: [Int]) {
    guard let column = columns.first else {
      for group in groups { counts[group] += 1 }
      return
    }
    for (row, group) in groups.enumerated() where !column.isNull(row) { counts[group] += 1 }
  }

  func finish() -> [Value] { counts.map(Value.integer) }
}

/// Any other aggregate: an accumulator for each group.
struct AccumulatorState: AggregateState {
  private let function: AggregateFunction
  private let span: Span?
  private var accumulators: [any Accumulator] = []
  private var memory: MemoryShare
  /// Whether the accumulator keeps every value it is given.
  private let keepsValues: Bool

  init(_ function: AggregateFunction, span: Span?, budget: QueryBudget) {
    self.function = function
    self.span = span
    memory = MemoryShare(budget, user: "`\(function.name)`")
    keepsValues = function.result == .list || function.name.string.hasPrefix("percentile")
  }

  mutating func reserve(groups: Int) {
    while accumulators.count < groups { accumulators.append(function.makeAccumulator()) }
  }

  mutating func add(_ columns: [Column], groups: [Int]) throws(Diagnostic) {
    guard let first = columns.first else { return }
    var arguments = [Value](repeating: .null, count: columns.count)
    for (row, group) in groups.enumerated() where !first.isNull(row) {
      for position in columns.indices { arguments[position] = columns[position][row] }
      if keepsValues {
        // Half as much again for the room that a growing array keeps.
        let cell = MemoryLayout<Value>.stride * 3 / 2
        try memory.charge(cell + MemoryEstimate.heapBytes(of: arguments[0]))
      }
      do {
        try accumulators[group].add(arguments)
      } catch {
        throw ExecutionWording.failed(error, span)
      }
    }
  }

  func finish() throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for accumulator in accumulators {
      do {
        values.append(try accumulator.finish())
      } catch {
        throw ExecutionWording.failed(error, span)
      }
    }
    return values
  }
}

/// An aggregate over each distinct value once.
struct DistinctState: AggregateState {
  private var inner: any AggregateState
  private var table = KeyTable()
  private var memory: MemoryShare

  init(_ inner: any AggregateState, budget: QueryBudget) {
    self.inner = inner
    memory = MemoryShare(budget, user: "DISTINCT in an aggregate")
  }

  mutating func reserve(groups: Int) { inner.reserve(groups: groups) }

  mutating func add(_ columns: [Column], groups: [Int]) throws(Diagnostic) {
    guard let column = columns.first else { return }
    var encoder = KeyEncoder()
    var kept: [UInt32] = []
    for (row, group) in groups.enumerated() where !column.isNull(row) {
      encoder.removeAll()
      encoder.append(.integer(Int64(group)))
      encoder.append(column, row: row)
      if table.insert(encoder.bytes).isNew { kept.append(UInt32(row)) }
    }
    try memory.set(table.byteCount)
    try inner.add(columns.map { $0.gather(kept) }, groups: kept.map { groups[Int($0)] })
  }

  func finish() throws(Diagnostic) -> [Value] { try inner.finish() }
}
