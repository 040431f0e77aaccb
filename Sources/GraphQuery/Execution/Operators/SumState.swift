import Diagnostics
import PropertyGraph

/// `sum` in arrays as long as all values are integers and no sum leaves 64 bits; then in
/// accumulators as any other aggregate.
struct SumState: AggregateState {
  private var sums: [Int64] = []
  /// Whether the group has had a value: of what type the first was decides about later ones.
  private var isBegun: [Bool] = []
  private var general: AccumulatorState
  private var isGeneral = false
  private var memory: MemoryShare

  init(_ function: AggregateFunction, span: Span?, context: ExecutionContext) {
    general = AccumulatorState(function, span: span, context: context)
    memory = MemoryShare(context.budget, user: "`\(function.name)`")
  }

  mutating func reserve(groups: Int) throws(Diagnostic) {
    if isGeneral { return try general.reserve(groups: groups) }
    guard groups > sums.count else { return }
    sums.append(contentsOf: repeatElement(0, count: groups - sums.count))
    isBegun.append(contentsOf: repeatElement(false, count: groups - isBegun.count))
    try memory.set(MemoryEstimate.growing(sums.count, 9))
  }

  mutating func add(_ columns: [Column], groups: [Int]) throws(Diagnostic) {
    if !isGeneral {
      if let column = columns.first, addIntegers(column, groups) { return }
      try generalise()
    }
    try general.add(columns, groups: groups)
  }

  /// Adds a column of integers, all of it or nothing.
  private mutating func addIntegers(_ column: Column, _ groups: [Int]) -> Bool {
    guard let cells = Cells<Int64>(column) else {
      if case .constant(let value) = column.storage { return value.isNull }
      return false
    }
    let validity = column.validity
    var row = 0
    while row < groups.count {
      if validity?[row] ?? true {
        let (sum, overflow) = sums[groups[row]].addingReportingOverflow(cells[row])
        if overflow { break }
        sums[groups[row]] = sum
        isBegun[groups[row]] = true
      }
      row += 1
    }
    if row == groups.count { return true }
    while row > 0 {
      row -= 1
      if validity?[row] ?? true { sums[groups[row]] &-= cells[row] }
    }
    return false
  }

  private mutating func generalise() throws(Diagnostic) {
    isGeneral = true
    try general.reserve(groups: sums.count)
    let begun = isBegun.indices.filter { isBegun[$0] }
    try general.add([Column(.integer(begun.map { sums[$0] }), count: begun.count)], groups: begun)
    sums = []
    isBegun = []
    memory.releaseAll()
  }

  func finish(_ group: Int) throws(Diagnostic) -> Value {
    isGeneral ? try general.finish(group) : .integer(sums[group])
  }

  func results(_ groups: Range<Int>) -> Column? {
    isGeneral ? nil : Column(.integer(Array(sums[groups])), count: groups.count)
  }

  func release() {
    var memory = memory
    memory.releaseAll()
    general.release()
  }
}
