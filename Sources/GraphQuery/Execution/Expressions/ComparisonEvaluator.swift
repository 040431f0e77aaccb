import Diagnostics
import PropertyGraph

/// `= <> < <= > >=` over columns.
struct ComparisonEvaluator: Evaluator {
  let operation: ComparisonOperator
  let left: CompiledExpression
  let right: CompiledExpression
  let budget: QueryBudget

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let a = try left.evaluate(batch)
    let b = try right.evaluate(batch)
    if case .constant(let x) = a.storage, case .constant(let y) = b.storage {
      return .constant(try compare(x, y).value, count: batch.count)
    }
    if let x = Cells<Int64>(a), let y = Cells<Int64>(b) { return ordered(x, y, a, b) }
    if let x = Cells<Double>(a), let y = Cells<Double>(b) { return ordered(x, y, a, b) }
    if let x = Cells<Text>(a), let y = Cells<Text>(b) {
      return isEquality ? equal(x, y, a, b) : ordered(x, y, a, b)
    }
    if isEquality, let x = Cells<NodeRow>(a), let y = Cells<NodeRow>(b) {
      return equal(x, y, a, b)
    }
    var truths: [Truth] = []
    truths.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      truths.append(try compare(a[row], b[row]))
    }
    return Column(truths: truths)
  }

  private func compare(_ left: Value, _ right: Value) throws(Diagnostic) -> Truth {
    // Lists are compared element by element.
    try budget.step(over: min(left.weight, right.weight))
    guard isEquality, case .list(let a) = left, case .list(let b) = right else {
      return Self.compare(left, operation, right)
    }
    let isEqual = try LongLists.equal(a, b) { () throws(Diagnostic) in try budget.check() }
    return Truth(isEqual.map { $0 == (operation == .equal) })
  }

  private var isEquality: Bool { operation == .equal || operation == .notEqual }

  @inline(__always)
  private func ordered<Cell: Comparable>(
    _ x: Cells<Cell>, _ y: Cells<Cell>, _ a: Column, _ b: Column
  ) -> Column {
    let count = a.count
    var cells = [Bool](repeating: false, count: count)
    switch operation {
    case .equal: for row in 0..<count { cells[row] = x[row] == y[row] }
    case .notEqual: for row in 0..<count { cells[row] = x[row] != y[row] }
    case .less: for row in 0..<count { cells[row] = x[row] < y[row] }
    case .lessOrEqual: for row in 0..<count { cells[row] = x[row] <= y[row] }
    case .greater: for row in 0..<count { cells[row] = x[row] > y[row] }
    case .greaterOrEqual: for row in 0..<count { cells[row] = x[row] >= y[row] }
    }
    return Column(.boolean(cells), validity: Cells<Cell>.jointValidity(a, b), count: count)
  }

  @inline(__always)
  private func equal<Cell: Equatable>(
    _ x: Cells<Cell>, _ y: Cells<Cell>, _ a: Column, _ b: Column
  ) -> Column {
    let wanted = operation == .equal
    let cells = (0..<a.count).map { (x[$0] == y[$0]) == wanted }
    return Column(.boolean(cells), validity: Cells<Cell>.jointValidity(a, b), count: a.count)
  }

  /// One comparison of single values.
  static func compare(_ left: Value, _ operation: ComparisonOperator, _ right: Value) -> Truth {
    switch operation {
    case .equal: return Truth(left.equals(right))
    case .notEqual: return Truth(left.equals(right).map { !$0 })
    default: break
    }
    guard let order = left.compared(to: right) else {
      // A comparison of numbers always has an answer: NaN is on no side of anything.
      return left.isNumber && right.isNumber ? .no : .unknown
    }
    switch operation {
    case .less: return order == .before ? .yes : .no
    case .lessOrEqual: return order != .after ? .yes : .no
    case .greater: return order == .after ? .yes : .no
    default: return order != .before ? .yes : .no
    }
  }
}

extension Value {
  /// Bytes that an operation on the value may have to walk over: O(1).
  @inline(__always)
  var weight: Int {
    switch self {
    case .list, .map, .text: MemoryEstimate.shallowBytes(of: self)
    default: 0
    }
  }

  /// Whether this is an integer or a float.
  var isNumber: Bool {
    switch self {
    case .integer, .float: true
    default: false
    }
  }
}

/// `IS NULL` and `IS NOT NULL`.
struct NullTestEvaluator: Evaluator {
  let operand: CompiledExpression
  let isNegated: Bool

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let column = try operand.evaluate(batch)
    if case .constant(let value) = column.storage {
      return .constant(.boolean(value.isNull != isNegated), count: batch.count)
    }
    return Column(
      .boolean((0..<batch.count).map { column.isNull($0) != isNegated }), count: batch.count)
  }
}
