import Diagnostics
import PropertyGraph

/// `+ - * / % ^` over columns: loops over typed cells where both sides are numbers, row by row
/// otherwise.
struct ArithmeticEvaluator: Evaluator {
  let operation: BinaryOperator
  let left: CompiledExpression
  let right: CompiledExpression
  let span: Span
  private let context: ExecutionContext
  private let functions: FunctionContext

  init(
    operation: BinaryOperator, left: CompiledExpression, right: CompiledExpression, span: Span,
    context: ExecutionContext
  ) {
    self.operation = operation
    self.left = left
    self.right = right
    self.span = span
    self.context = context
    functions = context.functions(for: "`\(operation.symbol)`")
  }

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let a = try left.evaluate(batch)
    let b = try right.evaluate(batch)
    if case .constant(let x) = a.storage, case .constant(let y) = b.storage {
      let value = try single(x, y)
      var holding = 0
      try context.budget.hold(value, &holding, for: "`+`")
      try context.budget.holdAll(&holding, for: "`+`")
      return .constant(value, count: batch.count)
    }
    if let column = try integers(a, b) { return column }
    if let column = floats(a, b) { return column }
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    var holding = 0
    for row in 0..<batch.count {
      let value = try single(a[row], b[row])
      try context.budget.hold(value, &holding, for: "`+`")
      values.append(value)
    }
    try context.budget.holdAll(&holding, for: "`+`")
    return Column(values: values)
  }

  private func single(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
    let work: Int
    do {
      work = try foresee(left, right)
    } catch {
      throw ExecutionWording.failed(error, span)
    }
    try context.budget.step(over: work)
    if operation == .add, let list = try concatenation(left, right) { return .list(list) }
    do {
      return try Arithmetic.apply(operation, left, right, context.operators)
    } catch {
      throw ExecutionWording.failed(error, span)
    }
  }

  /// A list and what comes after or before it.
  private func concatenation(_ left: Value, _ right: Value) throws(Diagnostic) -> [Value]? {
    let budget = context.budget
    let poll = { () throws(Diagnostic) in try budget.check() }
    switch (left, right) {
    case (.null, _), (_, .null): return nil
    case (.list(let a), .list(let b)):
      return try LongLists.joined(a, b, poll: poll, leave: budget.leave)
    case (.list(let a), _):
      return try LongLists.joined(a, CollectionOfOne(right), poll: poll, leave: budget.leave)
    case (_, .list(let b)):
      return try LongLists.joined(CollectionOfOne(left), b, poll: poll, leave: budget.leave)
    default: return nil
    }
  }

  /// Repeated concatenation doubles: ask before building something large.
  /// Returns how many bytes are about to be copied.
  private func foresee(_ left: Value, _ right: Value) throws(EvaluationError) -> Int {
    var work = 0
    guard operation == .add else { return work }
    switch (left, right) {
    case (.text, _), (.list, _), (_, .list):
      let bytes = MemoryEstimate.shallowBytes(of: left) + MemoryEstimate.shallowBytes(of: right)
      work = bytes
      if bytes > 65_536 { try functions.foresee(bytes) }
    default: break
    }
    return work
  }

  private func integers(_ a: Column, _ b: Column) throws(Diagnostic) -> Column? {
    guard operation == .add || operation == .subtract || operation == .multiply,
      let x = Cells<Int64>(a), let y = Cells<Int64>(b)
    else { return nil }
    var cells = [Int64](repeating: 0, count: a.count)
    let validity = Cells<Int64>.jointValidity(a, b)
    for row in 0..<a.count {
      if let validity, !validity[row] { continue }
      let result =
        switch operation {
        case .add: x[row].addingReportingOverflow(y[row])
        case .subtract: x[row].subtractingReportingOverflow(y[row])
        default: x[row].multipliedReportingOverflow(by: y[row])
        }
      if result.overflow {
        throw ExecutionWording.failed(Arithmetic.overflow(operation, x[row], y[row]), span)
      }
      cells[row] = result.partialValue
    }
    return Column(.integer(cells), validity: validity, count: a.count)
  }

  private func floats(_ a: Column, _ b: Column) -> Column? {
    guard let x = Cells<Double>(widening: a), let y = Cells<Double>(widening: b),
      !(a.isIntegral && b.isIntegral) || operation == .power
    else { return nil }
    let cells = (0..<a.count).map { Arithmetic.floats(operation, x[$0], y[$0]) }
    return Column(.float(cells), validity: Cells<Double>.jointValidity(a, b), count: a.count)
  }
}

/// `-value`.
struct NegationEvaluator: Evaluator {
  let operand: CompiledExpression
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let column = try operand.evaluate(batch)
    switch column.storage {
    case .integer(let cells) where !cells.contains(.min):
      return Column(.integer(cells.map { -$0 }), validity: column.validity, count: column.count)
    case .float(let cells):
      return Column(.float(cells.map { -$0 }), validity: column.validity, count: column.count)
    default: break
    }
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      do {
        values.append(try Arithmetic.negate(column[row], context.operators))
      } catch {
        throw ExecutionWording.failed(error, span)
      }
    }
    return Column(values: values)
  }
}

/// `+value`: the number itself.
struct PlusEvaluator: Evaluator {
  let operand: CompiledExpression
  let span: Span

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let column = try operand.evaluate(batch)
    switch column.storage {
    case .integer, .float: return column
    default:
      for row in 0..<column.count {
        switch column[row] {
        case .null, .integer, .float: break
        case let value: throw ExecutionWording.expected("a number", found: value, in: "`+`", span)
        }
      }
      return column
    }
  }
}
