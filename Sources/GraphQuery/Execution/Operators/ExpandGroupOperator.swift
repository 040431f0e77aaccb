import Diagnostics
import PropertyGraph

/// A repeated part of a path from a bound node: every trail, or every node that can be reached.
struct ExpandGroupKernel: RowwiseKernel {
  private let group: ExpandGroup
  private let context: ExecutionContext
  private var walker: GroupWalker
  private var results: WalkResults
  private var visited = NodeSet()

  private var batch: Batch?
  private var from: BoundNodes?
  /// Position in `from` of the start that is next.
  private var next = 0
  private var row = 0
  /// Walks to be taken further: ranges of entries, each of one number of repetitions. The last is
  /// worked on first, so that the arena behind it can be forgotten.
  private var open: [(entries: Range<Int>, repetitions: Int)] = []
  /// Walks that are rows of the result but not yet given; their entries are still in the arena.
  private var found = 0..<0

  init(_ group: ExpandGroup, context: ExecutionContext) throws(Diagnostic) {
    self.group = group
    self.context = context
    walker = try GroupWalker(group, context: context)
    results = WalkResults(lists: walker.outputSlots, end: group.isInto ? nil : group.to)
  }

  mutating func reset() {
    batch = nil
    clear()
  }

  private mutating func clear() {
    open.removeAll()
    found = 0..<0
    walker.release()
    results = WalkResults(lists: walker.outputSlots, end: group.isInto ? nil : group.to)
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    clear()
    self.batch = batch
    from = try BoundNodes(
      batch[group.from], variable: context.name(of: group.from), group.span)
    next = 0
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch, let from else { return nil }
    while !results.isFull(context.batchSize) {
      if !found.isEmpty {
        emit(batch)
      } else if open.isEmpty {
        guard next < from.nodes.count else { break }
        row = Int(from.row(next))
        try start(batch, at: from.nodes[next])
        next += 1
      } else {
        try advance()
      }
    }
    return results.take(context.batchSize, of: batch)
  }

  private mutating func start(_ batch: Batch, at node: NodeRow) throws(Diagnostic) {
    try context.budget.step()
    walker.start(batch, row: row, at: node)
    if let bound = group.boundRelationships {
      try followBound(batch[bound][row], batch, node)
      return
    }
    if group.mode == .reachability { visited.removeAll() }
    if group.minimum == 0 {
      if group.mode == .reachability { _ = visited.insert(node) }
      found = 0..<1
    }
    if group.maximum != 0 { open.append((0..<1, 0)) }
  }

  /// Takes some of the newest open walks one repetition further.
  private mutating func advance() throws(Diagnostic) {
    let top = open.removeLast()
    let split = top.entries.upperBound - walker.fanOut.next(of: top.entries.count)
    if group.mode == .trails { walker.truncate(to: top.entries.upperBound) }
    // Reachability goes breadth first, so that a bound on repetitions cuts off no node that a
    // shorter way reaches: all walks of one length go together.
    let working = group.mode == .trails ? split..<top.entries.upperBound : top.entries
    if working.lowerBound > top.entries.lowerBound {
      open.append((top.entries.lowerBound..<split, top.repetitions))
    }
    let isTrail = group.mode == .trails
    var reached = try walker.repetition(of: working, isTrail: isTrail)
    if !isTrail { reached = walker.keepUnmet(reached, met: &visited) }
    if reached.isEmpty { return }
    let repetitions = top.repetitions + 1
    if repetitions >= group.minimum { found = reached }
    if group.maximum.map({ repetitions < $0 }) ?? true { open.append((reached, repetitions)) }
  }

  /// Makes rows of the walks found, as many as there is room for.
  private mutating func emit(_ batch: Batch) {
    let targets = group.isInto ? batch[group.to] : nil
    while let entry = found.first, !results.isFull(context.batchSize) {
      found = entry + 1..<found.upperBound
      let end = walker.nodes[entry]
      if let targets, !targets.holds(end, row: row) { continue }
      results.append(
        row: row, end: end, lists: walker.hasOutputs ? walker.outputs(of: entry) : [])
    }
  }

  /// Meets a list of relationships that is bound already, walking it as written.
  private mutating func followBound(
    _ value: Value, _ batch: Batch, _ start: NodeRow
  ) throws(Diagnostic) {
    guard case .list(let written) = value,
      written.count >= group.minimum * group.steps.count,
      group.maximum.map({ written.count <= $0 * group.steps.count }) ?? true,
      written.count % max(group.steps.count, 1) == 0
    else { return }
    let exclusion = RelationshipExclusion(batch, group.distinctFrom)
    var steps: [(RelationshipRow, NodeRow)] = []
    var node = start
    for (position, element) in (group.isReversed ? written.reversed() : written).enumerated() {
      let step = group.steps[position % group.steps.count]
      guard case .relationship(let relationship) = element,
        !context.graph.isDeleted(relationship),
        !exclusion.excludes(relationship, row: row),
        !steps.contains(where: { $0.0 == relationship }),
        context.typeCodes(step.types)?.contains(context.graph.type(of: relationship)) ?? true,
        let neighbor = context.graph.neighbor(of: node, over: relationship, step.direction)
      else { return }
      steps.append((relationship, neighbor))
      node = neighbor
    }
    if group.isInto, !batch[group.to].holds(node, row: row) { return }
    results.append(
      row: row, end: node,
      lists: walker.hasOutputs ? GroupOutputs(group).lists(start: start, steps: steps) : [])
  }
}
