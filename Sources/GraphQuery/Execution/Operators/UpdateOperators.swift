import Diagnostics
import PropertyGraph

/// What an updating clause does with its rows, in two halves: first everything that it reads, for
/// all rows, then the changes.
protocol UpdateKernel {
  /// What was read for one batch.
  associatedtype Prepared
  /// Reads; changes nothing.
  func prepare(_ batch: Batch) throws(Diagnostic) -> Prepared
  /// Changes; gives the rows as later clauses see them.
  func apply(_ batch: Batch, _ prepared: Prepared) throws(Diagnostic) -> Batch
  /// Bytes of what was read.
  func bytes(of prepared: Prepared) -> Int
}

/// An updating clause: takes in all rows, reads, changes, and then gives the rows on.
final class UpdateOperator<Kernel: UpdateKernel>: BatchOperator {
  private let kernel: Kernel
  private let input: any BatchOperator
  private let readsGraph: Bool
  private let budget: QueryBudget
  private var pending: BatchQueue
  private var prepared: [Kernel.Prepared] = []
  private var results: BatchQueue
  private var isDone = false

  /// `readsGraph` says whether what the clause reads could be what it changes.
  init(
    _ kernel: Kernel, over input: any BatchOperator, readsGraph: Bool,
    context: ExecutionContext
  ) {
    self.kernel = kernel
    self.input = input
    self.readsGraph = readsGraph
    budget = context.budget
    pending = BatchQueue(context.budget, user: Self.user)
    results = BatchQueue(context.budget, user: Self.user)
  }

  private static var user: String { "the rows of an updating clause" }

  func reset() {
    pending.removeAll()
    prepared = []
    results.removeAll()
    isDone = false
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if !isDone {
      isDone = true
      try takeIn()
      for read in prepared {
        guard let batch = pending.take() else { break }
        try results.add(try kernel.apply(batch, read))
      }
      prepared = []
    }
    return results.take()
  }

  private func takeIn() throws(Diagnostic) {
    while let batch = try input.next() {
      let mark = budget.heldBytes
      defer { budget.letGo(downTo: mark) }
      let read = try kernel.prepare(batch)
      if readsGraph {
        prepared.append(read)
        try pending.add(batch, besides: kernel.bytes(of: read))
      } else {
        try results.add(try kernel.apply(batch, read))
      }
    }
  }
}

/// CREATE.
struct CreateKernel: UpdateKernel {
  let creation: EntityCreation

  func prepare(_ batch: Batch) throws(Diagnostic) -> [Column?] { try creation.prepare(batch) }

  func apply(_ batch: Batch, _ prepared: [Column?]) throws(Diagnostic) -> Batch {
    try creation.create(batch, prepared)
  }

  func bytes(of prepared: [Column?]) -> Int {
    prepared.reduce(0) { $0 + ($1.map { MemoryEstimate.bytes(of: $0) } ?? 0) }
  }
}

/// SET and REMOVE.
struct ChangeKernel: UpdateKernel {
  let change: EntityChange

  func prepare(_ batch: Batch) throws(Diagnostic) -> [EntityChange.Prepared] {
    try change.prepare(batch)
  }

  func apply(_ batch: Batch, _ prepared: [EntityChange.Prepared]) throws(Diagnostic) -> Batch {
    try change.apply(prepared, count: batch.count)
    return batch
  }

  func bytes(of prepared: [EntityChange.Prepared]) -> Int {
    prepared.reduce(0) { $0 + $1.byteCount }
  }
}

/// DELETE and DETACH DELETE. Relationships that a deleted node still has are judged at the end of
/// the statement.
struct DeleteKernel: UpdateKernel {
  let expressions: [CompiledExpression]
  let isDetaching: Bool
  let context: ExecutionContext

  func prepare(_ batch: Batch) throws(Diagnostic) -> [Column] {
    var columns: [Column] = []
    for expression in expressions { columns.append(try expression.evaluate(batch)) }
    return columns
  }

  func bytes(of prepared: [Column]) -> Int {
    prepared.reduce(0) { $0 + MemoryEstimate.bytes(of: $1) }
  }

  func apply(_ batch: Batch, _ prepared: [Column]) throws(Diagnostic) -> Batch {
    for row in 0..<batch.count {
      try context.budget.step()
      for (expression, column) in zip(expressions, prepared) {
        try delete(column[row], expression.span)
      }
    }
    return batch
  }

  private func delete(_ value: Value, _ span: Span) throws(Diagnostic) {
    switch value {
    case .null: break
    case .node(let node): try delete(node, span)
    case .relationship(let relationship): try delete(relationship)
    case .path(let path):
      for relationship in path.relationships { try delete(relationship) }
      for node in path.nodes { try delete(node, span) }
    default: throw ExecutionWording.notDeletable(value, span)
    }
  }

  private func delete(_ relationship: RelationshipRow) throws(Diagnostic) {
    if try context.graph.delete(relationship) { try context.changes.didDelete(relationship) }
  }

  private func delete(_ node: NodeRow, _ span: Span) throws(Diagnostic) {
    if context.graph.isDeleted(node) { return }
    if isDetaching {
      var expansion = Expansion()
      context.graph.expand([node], types: nil, direction: .either, into: &expansion)
      for relationship in expansion.relationships {
        try context.budget.step()
        try delete(relationship)
      }
    }
    for label in context.graph.labels(of: node) { context.changes.willTouch(label: label) }
    if try context.graph.delete(node) {
      try context.changes.didDelete(
        node, leavingRelationshipsAt: isDetaching ? Span?.none : span)
    }
  }
}

/// MERGE: row by row, so that it sees what its earlier rows created.
final class MergeOperator: BatchOperator {
  private let input: any BatchOperator
  private let pattern: Subplan
  private let creation: EntityCreation
  private let onCreate: EntityChange
  private let onMatch: EntityChange
  private let context: ExecutionContext
  private var pending: BatchQueue
  private var results: BatchQueue
  private var isDone = false

  init(
    _ pattern: Subplan, _ creation: EntityCreation, onCreate: EntityChange,
    onMatch: EntityChange, over input: any BatchOperator, context: ExecutionContext
  ) {
    self.input = input
    self.pattern = pattern
    self.creation = creation
    self.onCreate = onCreate
    self.onMatch = onMatch
    self.context = context
    pending = BatchQueue(context.budget, user: "MERGE")
    results = BatchQueue(context.budget, user: "MERGE")
  }

  func reset() {
    pending.removeAll()
    results.removeAll()
    isDone = false
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if !isDone {
      isDone = true
      while let batch = try input.next() { try pending.add(batch) }
      while let batch = pending.take() { try merge(all: batch) }
    }
    return results.take()
  }

  private func merge(all batch: Batch) throws(Diagnostic) {
    var merged: [Batch] = []
    var count = 0
    func flush() throws(Diagnostic) {
      if !merged.isEmpty { try results.add(try Batch.concatenate(merged, context.budget)) }
      merged = []
      count = 0
    }
    for row in 0..<batch.count {
      try context.budget.check()
      let mark = context.budget.heldBytes
      defer { context.budget.letGo(downTo: mark) }
      for rows in try merge(batch.slice(row..<row + 1)) {
        merged.append(rows)
        count += rows.count
      }
      if count >= 2_048 { try flush() }
    }
    try flush()
  }

  private func merge(_ row: Batch) throws(Diagnostic) -> [Batch] {
    var matches: [Batch] = []
    try pattern.run(row) { (results, sources) throws(Diagnostic) in
      matches.append(pattern.join(row, results, sources))
      return true
    }
    guard matches.isEmpty else {
      if !onMatch.isEmpty {
        for match in matches { try onMatch.apply(try onMatch.prepare(match), count: match.count) }
      }
      return matches
    }
    let created = try creation.create(row, try creation.prepare(row))
    if !onCreate.isEmpty { try onCreate.apply(try onCreate.prepare(created), count: 1) }
    return [created]
  }
}
