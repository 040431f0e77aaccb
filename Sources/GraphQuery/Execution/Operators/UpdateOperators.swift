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
}

/// An updating clause: takes in all rows, reads, changes, and then gives the rows on.
final class UpdateOperator<Kernel: UpdateKernel>: BatchOperator {
  private let kernel: Kernel
  private let input: any BatchOperator
  private let readsGraph: Bool
  private var memory: MemoryShare
  private var results: [Batch]?
  private var position = 0

  /// `readsGraph` says whether what the clause reads could be what it changes.
  init(
    _ kernel: Kernel, over input: any BatchOperator, readsGraph: Bool,
    context: ExecutionContext
  ) {
    self.kernel = kernel
    self.input = input
    self.readsGraph = readsGraph
    memory = MemoryShare(context.budget, user: "the rows of an updating clause")
  }

  func reset() {
    results = nil
    position = 0
    memory.releaseAll()
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if results == nil {
      var pending: [(batch: Batch, prepared: Kernel.Prepared)] = []
      var all: [Batch] = []
      while let batch = try input.next() {
        let prepared = try kernel.prepare(batch)
        try memory.charge(MemoryEstimate.bytes(of: batch))
        if readsGraph {
          try memory.charge(MemoryEstimate.bytes(of: batch))
          pending.append((batch, prepared))
        } else {
          all.append(try kernel.apply(batch, prepared))
        }
      }
      for (batch, prepared) in pending { all.append(try kernel.apply(batch, prepared)) }
      results = all
    }
    guard let results, position < results.count else { return nil }
    defer { position += 1 }
    return results[position]
  }
}

/// CREATE.
struct CreateKernel: UpdateKernel {
  let creation: EntityCreation

  func prepare(_ batch: Batch) throws(Diagnostic) -> [Column?] { try creation.prepare(batch) }

  func apply(_ batch: Batch, _ prepared: [Column?]) throws(Diagnostic) -> Batch {
    try creation.create(batch, prepared)
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
    if try context.graph.delete(relationship) { context.changes.didDelete(relationship) }
  }

  private func delete(_ node: NodeRow, _ span: Span) throws(Diagnostic) {
    if context.graph.isDeleted(node) { return }
    if isDetaching {
      var expansion = Expansion()
      context.graph.expand([node], types: nil, direction: .either, into: &expansion)
      for relationship in expansion.relationships { try delete(relationship) }
    }
    for label in context.graph.labels(of: node) { context.changes.willTouch(label: label) }
    if try context.graph.delete(node) {
      context.changes.didDelete(
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
  private var memory: MemoryShare
  private var results: [Batch]?
  private var position = 0

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
    memory = MemoryShare(context.budget, user: "MERGE")
  }

  func reset() {
    results = nil
    position = 0
    memory.releaseAll()
    input.reset()
  }

  func next() throws(Diagnostic) -> Batch? {
    if results == nil { results = try mergeAll() }
    guard let results, position < results.count else { return nil }
    defer { position += 1 }
    return results[position]
  }

  private func mergeAll() throws(Diagnostic) -> [Batch] {
    var pending: [Batch] = []
    while let batch = try input.next() {
      try memory.charge(2 * MemoryEstimate.bytes(of: batch))
      pending.append(batch)
    }
    var all: [Batch] = []
    for batch in pending {
      var merged: [Batch] = []
      for row in 0..<batch.count {
        try context.budget.check()
        merged += try merge(batch.slice(row..<row + 1))
      }
      if !merged.isEmpty { all.append(Batch.concatenate(merged)) }
    }
    return all
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
