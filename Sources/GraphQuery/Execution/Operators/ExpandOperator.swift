import Diagnostics
import PropertyGraph

/// One step from a bound node.
struct ExpandKernel: RowwiseKernel {
  private let step: Expand
  private let context: ExecutionContext
  private var expansion = Expansion()
  private var memory: MemoryShare
  private var batch: Batch?
  private var from: BoundNodes?
  private var types: [TypeCode]?
  /// The node of `from` that is expanded next.
  private var position = 0
  private var fanOut = FanOut()
  private var pending: PendingRows?

  init(_ step: Expand, context: ExecutionContext) {
    self.step = step
    self.context = context
    memory = MemoryShare(context.budget, user: "a step of a pattern")
  }

  mutating func reset() {
    expansion = Expansion()
    pending = nil
    batch = nil
    memory.releaseAll()
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    self.batch = batch
    let from = try BoundNodes(
      batch[step.from], variable: context.name(of: step.from), step.span)
    types = context.typeCodes(step.types)
    position = types?.isEmpty == true ? from.nodes.count : 0
    self.from = from
    pending = nil
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    let limit = context.batchSize
    while true {
      if let result = pending?.next(limit: limit) { return result }
      guard let batch, let from, position < from.nodes.count else { return nil }
      try expandSome(of: batch, from)
    }
  }

  /// Expands some more nodes into `pending`.
  private mutating func expandSome(of batch: Batch, _ from: BoundNodes) throws(Diagnostic) {
    let end = position + fanOut.next(of: from.nodes.count - position)
    expansion.removeAll()
    if step.isRelationshipBound {
      followBound(batch, from, position..<end)
    } else {
      context.graph.expand(
        Array(from.nodes[position..<end]), types: types, direction: step.direction,
        into: &expansion)
      for index in expansion.sources.indices {
        expansion.sources[index] = from.rows[position + Int(expansion.sources[index])]
      }
    }
    fanOut.saw(nodes: end - position, entries: expansion.sources.count)
    position = end
    try memory.set(expansion.sources.capacity * 12)
    try context.budget.step(expansion.sources.count + 1)
    try filter(batch)
    var columns: [(slot: Slot, column: Column)] = []
    if !step.isRelationshipBound {
      columns.append((step.relationship, .relationships(expansion.relationships)))
    }
    if !step.isInto { columns.append((step.to, .nodes(expansion.neighbors))) }
    pending = PendingRows(of: batch, sources: expansion.sources, columns: columns)
  }

  /// Drops entries that end at another node than `to`, or use a relationship twice.
  private mutating func filter(_ batch: Batch) throws(Diagnostic) {
    let exclusion = RelationshipExclusion(batch, step.distinctFrom)
    guard step.isInto || !exclusion.isEmpty else { return }
    let targets = step.isInto ? batch[step.to] : nil
    var kept = 0
    for index in 0..<expansion.sources.count {
      try context.budget.step()
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
  private mutating func followBound(_ batch: Batch, _ from: BoundNodes, _ range: Range<Int>) {
    let column = batch[step.relationship]
    let graph = context.graph
    for (node, row) in zip(from.nodes[range], from.rows[range]) {
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
