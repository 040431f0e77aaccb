import Diagnostics
import PropertyGraph

/// The running state of one aggregate over all groups.
protocol AggregateState {
  /// Makes room for groups up to a number.
  mutating func reserve(groups: Int) throws(Diagnostic)
  /// Takes in rows: for each the number of its group, and the arguments' columns.
  mutating func add(_ columns: [Column], groups: [Int]) throws(Diagnostic)
  /// The result of a group.
  func finish(_ group: Int) throws(Diagnostic) -> Value
  /// The results of groups, where none of them can fail.
  func results(_ groups: Range<Int>) -> Column?
  /// Gives back the memory that was charged.
  func release()
}

extension AggregateState {
  func results(_ groups: Range<Int>) -> Column? { nil }
}

/// `count(*)` and `count(x)`.
struct CountState: AggregateState {
  private var counts: [Int64] = []
  private var memory: MemoryShare

  init(_ budget: QueryBudget) { memory = MemoryShare(budget, user: "`count`") }

  mutating func reserve(groups: Int) throws(Diagnostic) {
    counts.append(contentsOf: repeatElement(0, count: groups - counts.count))
    try memory.set(MemoryEstimate.growing(counts.count, 8))
  }

  mutating func add(_ columns: [Column], groups: [Int]) {
    guard let column = columns.first else {
      for group in groups { counts[group] += 1 }
      return
    }
    if let validity = column.validity {
      for (row, group) in groups.enumerated() where validity[row] { counts[group] += 1 }
    } else {
      for (row, group) in groups.enumerated() where !column.isNull(row) { counts[group] += 1 }
    }
  }

  /// Takes in rows that each stand for several.
  mutating func add(weights: [Int64], groups: [Int]) {
    for (row, group) in groups.enumerated() { counts[group] += weights[row] }
  }

  /// Takes in the rows named by `rows`.
  mutating func add(rows: [UInt32], groups: [Int]) {
    for row in rows { counts[groups[Int(row)]] += 1 }
  }

  func finish(_ group: Int) -> Value { .integer(counts[group]) }

  func results(_ groups: Range<Int>) -> Column? {
    Column(.integer(Array(counts[groups])), count: groups.count)
  }

  func release() {
    var memory = memory
    memory.releaseAll()
  }
}

/// Any other aggregate: an accumulator for each group.
struct AccumulatorState: AggregateState {
  private let function: AggregateFunction
  private let functions: FunctionContext
  private let budget: QueryBudget
  private let span: Span?
  private var accumulators: [any Accumulator] = []
  private var memory: MemoryShare
  /// Whether the accumulator keeps every value it is given.
  private let keepsValues: Bool

  init(_ function: AggregateFunction, span: Span?, context: ExecutionContext) {
    self.function = function
    self.span = span
    budget = context.budget
    functions = context.functions(for: "`\(function.name)`")
    memory = MemoryShare(budget, user: "`\(function.name)`")
    keepsValues = function.result == .list || function.name.string.hasPrefix("percentile")
  }

  mutating func reserve(groups: Int) throws(Diagnostic) {
    guard groups > accumulators.count else { return }
    let first = function.makeAccumulator()
    let each =
      MemoryEstimate.growing(1, MemoryLayout<any Accumulator>.stride)
      + MemoryEstimate.boxBytes(of: first) + (keepsValues ? MemoryEstimate.allocation : 0)
    try memory.charge((groups - accumulators.count) * each)
    accumulators.append(first)
    while accumulators.count < groups { accumulators.append(function.makeAccumulator()) }
  }

  mutating func add(_ columns: [Column], groups: [Int]) throws(Diagnostic) {
    guard let first = columns.first else { return }
    var arguments = [Value](repeating: .null, count: columns.count)
    for (row, group) in groups.enumerated() where !first.isNull(row) {
      for position in columns.indices { arguments[position] = columns[position][row] }
      try budget.step(over: keepsValues ? 0 : MemoryEstimate.shallowBytes(of: arguments[0]))
      if keepsValues {
        try memory.charge(
          MemoryEstimate.growing(1, MemoryLayout<Value>.stride)
            + MemoryEstimate.heapBytes(of: arguments[0]))
      }
      do {
        try accumulators[group].add(arguments)
      } catch {
        throw ExecutionWording.failed(error, span)
      }
    }
  }

  func finish(_ group: Int) throws(Diagnostic) -> Value {
    do {
      return try accumulators[group].finish(functions)
    } catch {
      throw ExecutionWording.failed(error, span)
    }
  }

  func release() {
    var memory = memory
    memory.releaseAll()
  }
}
