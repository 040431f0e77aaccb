import Diagnostics
import PropertyGraph

/// A row for each element of a list; null gives none, any other value itself.
struct UnwindKernel: RowwiseKernel {
  private let list: CompiledExpression
  private let slot: Slot
  private let context: ExecutionContext
  private var batch: Batch?
  private var lists: Column = .null(count: 0)
  private var row = 0
  private var offset = 0

  init(_ list: CompiledExpression, _ slot: Slot, context: ExecutionContext) {
    self.list = list
    self.slot = slot
    self.context = context
  }

  mutating func reset() {
    batch = nil
    lists = .null(count: 0)
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    lists = try list.evaluate(batch)
    self.batch = batch
    row = 0
    offset = 0
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch, row < batch.count else { return nil }
    var sources: [UInt32] = []
    var values: [Value] = []
    while row < batch.count, values.count < context.batchSize {
      try context.budget.step()
      let elements: [Value] =
        switch lists[row] {
        case .null: []
        case .list(let elements): elements
        case let value: [value]
        }
      let end = min(elements.count, offset + context.batchSize - values.count)
      if offset < end {
        sources.append(contentsOf: repeatElement(UInt32(row), count: end - offset))
        values.append(contentsOf: elements[offset..<end])
      }
      if end == elements.count {
        row += 1
        offset = 0
      } else {
        offset = end
      }
    }
    var result = batch.gatherRuns(sources)
    result[slot] = Column(values: values)
    return result
  }
}

/// `UNWIND range(...)`: the same rows, without the list.
struct UnwindRangeKernel: RowwiseKernel {
  private let arguments: [CompiledExpression]
  private let slot: Slot
  private let span: Span
  private let context: ExecutionContext
  private var batch: Batch?
  private var columns: [Column] = []
  private var range: IntegerRange?
  private var row = 0
  private var offset = 0

  init(
    _ arguments: [CompiledExpression], _ slot: Slot, _ span: Span, context: ExecutionContext
  ) {
    self.arguments = arguments
    self.slot = slot
    self.span = span
    self.context = context
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    columns = []
    for argument in arguments { columns.append(try argument.evaluate(batch)) }
    self.batch = batch
    row = 0
    range = nil
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch, row < batch.count else { return nil }
    var sources: [UInt32] = []
    var values: [Int64] = []
    while row < batch.count, values.count < context.batchSize {
      try context.budget.step()
      if range == nil { range = try integers(ofRow: row) }
      guard let range else { break }
      let end = min(range.count, offset + context.batchSize - values.count)
      // All at once, so that the array takes no more room than it needs.
      values.append(contentsOf: (offset..<end).lazy.map { range[$0] })
      sources.append(contentsOf: repeatElement(UInt32(row), count: end - offset))
      offset = end
      if end == range.count {
        row += 1
        self.range = nil
      }
    }
    var result = batch.gatherRuns(sources)
    result[slot] = Column(.integer(values), count: values.count)
    return result
  }

  private mutating func integers(ofRow row: Int) throws(Diagnostic) -> IntegerRange {
    offset = 0
    let values = columns.map { $0[row] }
    if values.contains(where: \.isNull) { return .none }
    do {
      return try IntegerRange(values)
    } catch {
      throw ExecutionWording.failed(error, span)
    }
  }
}
