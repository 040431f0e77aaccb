import Diagnostics
import PropertyGraph

/// Calls a procedure for each row. A procedure without outputs leaves the rows as they are.
struct ProcedureKernel: RowwiseKernel {
  private let procedure: Procedure
  private let arguments: [CompiledExpression]
  private let first: RowCount?
  private let yields: [(column: Int, slot: Slot)]
  private let context: ExecutionContext
  private var pending: PendingRows?

  init(
    _ procedure: Procedure, _ arguments: [CompiledExpression], first: RowCount?,
    yields: [(column: Int, slot: Slot)], context: ExecutionContext
  ) {
    self.procedure = procedure
    self.arguments = arguments
    self.first = first
    self.yields = yields
    self.context = context
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    var columns: [Column] = []
    for argument in arguments { columns.append(try argument.evaluate(batch)) }
    var collected = YieldedRows(yields)
    for row in 0..<batch.count {
      try context.budget.check()
      let rows: [[Value]]
      do {
        rows = try call(columns.map { $0[row] })
      } catch {
        throw ExecutionWording.calling(procedure.name, failed: error)
      }
      if procedure.outputs.isEmpty {
        collected.append(row: row, values: [])
      } else {
        for values in rows { collected.append(row: row, values: values) }
      }
    }
    pending = collected.pending(of: batch)
  }

  private func call(_ arguments: [Value]) throws -> [[Value]] {
    // A limit that is none is the limit's to complain about.
    if let first, let ranking = procedure.ranking, let count = try? first.value() {
      return try ranking.first(count, arguments, context.functions)
    }
    return try procedure.call(arguments, context.functions)
  }

  mutating func more() -> Batch? {
    let limit = context.batchSize
    return pending?.next(limit: limit)
  }
}

/// Gives the rows of a statement of an extension for each row. Its arguments cannot refer to the row,
/// so it runs once, however many rows there are.
struct ExtensionKernel: RowwiseKernel {
  private let statement: any BoundExtension
  private let yields: [(column: Int, slot: Slot)]
  private let context: ExecutionContext
  private let node: PlanNode
  private var answer: [[Value]]?
  private var pending: PendingRows?

  init(
    _ statement: any BoundExtension, yields: [(column: Int, slot: Slot)], node: PlanNode,
    context: ExecutionContext
  ) {
    self.statement = statement
    self.yields = yields
    self.node = node
    self.context = context
  }

  mutating func reset() { answer = nil }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    let rows: [[Value]]
    if let answer { rows = answer } else { rows = try run() }
    answer = rows
    var collected = YieldedRows(yields)
    for row in 0..<batch.count {
      try context.budget.check()
      for values in rows { collected.append(row: row, values: values) }
    }
    pending = collected.pending(of: batch)
  }

  private func run() throws(Diagnostic) -> [[Value]] {
    do {
      let watch = context.budget.watch
      return try statement.rows(parameters: context.parameters, watch: watch) { query, parameters in
        context.profile?.recordQuery(of: node)
        return try context.runNested(query, parameters)
      }
    } catch {
      throw ExecutionWording.calling("the statement", failed: error)
    }
  }

  mutating func more() -> Batch? {
    let limit = context.batchSize
    return pending?.next(limit: limit)
  }
}

/// Rows that calls gave, with the input row that each belongs to.
private struct YieldedRows {
  private let yields: [(column: Int, slot: Slot)]
  private var sources: [UInt32] = []
  private var columns: [[Value]]

  init(_ yields: [(column: Int, slot: Slot)]) {
    self.yields = yields
    columns = yields.map { _ in [] }
  }

  mutating func append(row: Int, values: [Value]) {
    sources.append(UInt32(row))
    for (index, yield) in yields.enumerated() {
      columns[index].append(yield.column < values.count ? values[yield.column] : .null)
    }
  }

  func pending(of batch: Batch) -> PendingRows {
    PendingRows(
      of: batch, sources: sources,
      columns: zip(yields, columns).map { ($0.slot, Column(values: $1)) })
  }
}
