import Diagnostics
import PropertyGraph

/// One step from a bound node.
struct ExpandKernel: RowwiseKernel {
  private let step: Expand
  /// Labels that the node arrived at must have.
  private let labels: [Text]
  private let context: ExecutionContext
  private let writesRelationship: Bool
  private let writesNode: Bool
  private var memory: MemoryShare
  private var batch: Batch?
  private var from: BoundNodes?
  private var types: [TypeCode]?
  private var filter = LabelFilter.everything
  /// The node of `from` that is expanded next.
  private var position = 0
  private var fanOut = FanOut()
  private var pending: PendingRows?

  init(_ step: Expand, labels: [Text] = [], context: ExecutionContext) {
    self.step = step
    self.labels = labels
    self.context = context
    writesRelationship = !step.isRelationshipBound && context.isRead(step.relationship)
    writesNode = !step.isInto && context.isRead(step.to)
    memory = MemoryShare(context.budget, user: "a step of a pattern")
  }

  mutating func reset() {
    pending = nil
    batch = nil
    memory.releaseAll()
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    self.batch = batch
    let from = try BoundNodes(
      batch[step.from], variable: context.name(of: step.from), step.span)
    types = context.typeCodes(step.types)
    filter = context.labelFilter(labels)
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
    var expansion = Expansion()
    if step.isRelationshipBound {
      followBound(batch, from, position..<end, into: &expansion)
    } else if step.isInto {
      connect(batch, from, position..<end, into: &expansion)
    } else {
      let isWhole = position == 0 && end == from.nodes.count
      context.graph.expand(
        isWhole ? from.nodes : Array(from.nodes[position..<end]), types: types,
        direction: step.direction, filter: filter, into: &expansion)
      from.toRows(&expansion.sources, from: position)
    }
    fanOut.saw(nodes: end - position, entries: expansion.sources.count)
    position = end
    try memory.set(expansion.sources.capacity * 12)
    try context.budget.step(expansion.sources.count + 1)
    try exclude(batch, from: &expansion)
    var columns: [(slot: Slot, column: Column)] = []
    if writesRelationship {
      columns.append((step.relationship, .relationships(expansion.relationships)))
    }
    if writesNode { columns.append((step.to, .nodes(expansion.neighbors))) }
    pending = PendingRows(of: batch, sources: expansion.sources, columns: columns)
  }

  /// Drops entries that use a relationship twice, and those that end at another node than the one
  /// that is bound.
  private func exclude(
    _ batch: Batch, from expansion: inout Expansion
  ) throws(Diagnostic) {
    let exclusion = RelationshipExclusion(batch, step.distinctFrom)
    let targets = step.isInto && step.isRelationshipBound ? batch[step.to] : nil
    guard targets != nil || !exclusion.isEmpty else { return }
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

  /// Looks for relationships between two nodes that are both bound.
  private func connect(
    _ batch: Batch, _ from: BoundNodes, _ range: Range<Int>, into expansion: inout Expansion
  ) {
    let targets = batch[step.to]
    var nodes: [NodeRow] = []
    var others: [NodeRow] = []
    var rows: [UInt32] = []
    nodes.reserveCapacity(range.count)
    others.reserveCapacity(range.count)
    rows.reserveCapacity(range.count)
    for position in range {
      let row = from.row(position)
      guard let other = targets.node(Int(row)) else { continue }
      nodes.append(from.nodes[position])
      others.append(other)
      rows.append(row)
    }
    context.graph.connect(
      nodes, with: others, types: types, direction: step.direction, into: &expansion)
    for index in expansion.sources.indices {
      expansion.sources[index] = rows[Int(expansion.sources[index])]
    }
  }

  /// Meets a relationship that is bound already.
  private func followBound(
    _ batch: Batch, _ from: BoundNodes, _ range: Range<Int>, into expansion: inout Expansion
  ) {
    let column = batch[step.relationship]
    let graph = context.graph
    for position in range {
      let row = from.row(position)
      let node = from.nodes[position]
      guard case .relationship(let relationship) = column[Int(row)],
        !graph.isDeleted(relationship),
        types?.contains(graph.type(of: relationship)) ?? true,
        let neighbor = graph.neighbor(of: node, over: relationship, step.direction)
      else { continue }
      expansion.sources.append(row)
      expansion.relationships.append(relationship)
      expansion.neighbors.append(neighbor)
    }
    if !labels.isEmpty {
      let codes = labels.compactMap { graph.labelCode($0) }
      let flags =
        codes.count == labels.count
        ? graph.hasLabels(expansion.neighbors, all: codes)
        : Array(repeating: false, count: expansion.neighbors.count)
      let kept = flags.indices.filter { flags[$0] }
      expansion.sources = kept.map { expansion.sources[$0] }
      expansion.relationships = kept.map { expansion.relationships[$0] }
      expansion.neighbors = kept.map { expansion.neighbors[$0] }
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
  /// The node of a row, `nil` for anything else.
  @inline(__always)
  func node(_ row: Int) -> NodeRow? {
    if case .node(let cells) = storage { return validity?[row] ?? true ? cells[row] : nil }
    if case .node(let node) = self[row] { return node }
    return nil
  }

  /// Whether the cell is that node.
  @inline(__always)
  func holds(_ node: NodeRow, row: Int) -> Bool {
    if case .node(let cells) = storage { return cells[row] == node && (validity?[row] ?? true) }
    if case .node(let own) = self[row] { return own == node }
    return false
  }
}
