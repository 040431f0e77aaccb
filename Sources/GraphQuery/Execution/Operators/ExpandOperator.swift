import Diagnostics
import PropertyGraph

/// One step from a bound node.
struct ExpandKernel: RowwiseKernel {
  private let step: Expand
  private let context: ExecutionContext
  private var expansion = Expansion()
  private var pending: PendingRows?

  init(_ step: Expand, context: ExecutionContext) {
    self.step = step
    self.context = context
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    let from = try BoundNodes(batch[step.from], variable: context.name(of: step.from))
    expansion.removeAll()
    let types = context.typeCodes(step.types)
    if types?.isEmpty != true, !from.nodes.isEmpty {
      if step.isRelationshipBound {
        followBound(batch, from, types)
      } else {
        context.graph.expand(
          from.nodes, types: types, direction: step.direction, into: &expansion)
        if from.rows.count < batch.count {
          for index in expansion.sources.indices {
            expansion.sources[index] = from.rows[Int(expansion.sources[index])]
          }
        }
      }
    }
    try context.budget.step(expansion.sources.count + 1)
    try filter(batch)
    var columns: [(slot: Slot, column: Column)] = []
    if !step.isRelationshipBound {
      columns.append((step.relationship, .relationships(expansion.relationships)))
    }
    if !step.isInto { columns.append((step.to, .nodes(expansion.neighbors))) }
    pending = PendingRows(of: batch, sources: expansion.sources, columns: columns)
  }

  mutating func more() -> Batch? {
    let limit = context.batchSize
    return pending?.next(limit: limit)
  }

  /// Drops entries that end at another node than `to`, or use a relationship twice.
  private mutating func filter(_ batch: Batch) throws(Diagnostic) {
    let exclusion = RelationshipExclusion(batch, step.distinctFrom)
    guard step.isInto || !exclusion.isEmpty else { return }
    let targets = step.isInto ? batch[step.to] : nil
    var kept = 0
    for index in 0..<expansion.sources.count {
      let row = Int(expansion.sources[index])
      let relationship = expansion.relationships[index]
      let neighbor = expansion.neighbors[index]
      if let targets, !targets.holds(neighbor, row: row) { continue }
      if exclusion.excludes(relationship, row: row) { continue }
      expansion.sources[kept] = expansion.sources[index]
      expansion.relationships[kept] = relationship
      expansion.neighbors[kept] = neighbor
      kept += 1
    }
    expansion.sources.removeSubrange(kept...)
    expansion.relationships.removeSubrange(kept...)
    expansion.neighbors.removeSubrange(kept...)
  }

  /// Meets a relationship that is bound already.
  private mutating func followBound(_ batch: Batch, _ from: BoundNodes, _ types: [TypeCode]?) {
    let column = batch[step.relationship]
    let graph = context.graph
    for (node, row) in zip(from.nodes, from.rows) {
      guard case .relationship(let relationship) = column[Int(row)],
        !graph.isDeleted(relationship),
        types?.contains(graph.type(of: relationship)) ?? true,
        let neighbor = graph.neighbor(of: node, over: relationship, step.direction)
      else { continue }
      expansion.sources.append(row)
      expansion.relationships.append(relationship)
      expansion.neighbors.append(neighbor)
    }
  }
}

extension GraphAccess {
  /// The node at the other end of a relationship that is walked from `node` in a direction; `nil`
  /// if it cannot be walked so.
  func neighbor(
    of node: NodeRow, over relationship: RelationshipRow, _ direction: TraversalDirection
  ) -> NodeRow? {
    let start = start(of: relationship)
    let end = end(of: relationship)
    if direction != .incoming, start == node { return end }
    if direction != .outgoing, end == node { return start }
    return nil
  }
}

extension Column {
  /// Whether the cell is that node.
  @inline(__always)
  func holds(_ node: NodeRow, row: Int) -> Bool {
    if case .node(let cells) = storage { return cells[row] == node && (validity?[row] ?? true) }
    if case .node(let own) = self[row] { return own == node }
    return false
  }
}
