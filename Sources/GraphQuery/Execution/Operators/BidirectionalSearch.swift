import Diagnostics
import PropertyGraph

/// Breadth-first search from both ends of a path of equal steps. The side with fewer nodes at its
/// edge goes on; where the two meet, every combination of their ways is a shortest path.
struct BidirectionalSearch {
  private let group: ExpandGroup
  private let step: ExpandGroup.Step
  private let context: ExecutionContext
  private let predicate: CompiledExpression?

  init(_ group: ExpandGroup, context: ExecutionContext) throws(Diagnostic) {
    self.group = group
    self.context = context
    step = group.steps[0]
    predicate = try ExpressionCompiler(context: context).compile(group.predicate)
  }

  /// The nodes reached from one end.
  private struct Side {
    /// How a node was reached: from which node, over what. All ways of the shortest length.
    var ways: [NodeRow: [(from: NodeRow, over: RelationshipRow)]]
    var edge: [NodeRow]
    var depth = 0
    let direction: TraversalDirection
    /// Whether steps are walked against the direction of the pattern.
    let isBackward: Bool

    init(_ node: NodeRow, _ direction: TraversalDirection, isBackward: Bool) {
      ways = [node: []]
      edge = [node]
      self.direction = direction
      self.isBackward = isBackward
    }
  }

  /// The shortest paths between two different nodes, each as its steps.
  func paths(
    _ batch: Batch, row: Int, from: NodeRow, to: NodeRow, isAll: Bool
  ) throws(Diagnostic) -> [[(RelationshipRow, NodeRow)]] {
    let types = context.typeCodes(step.types)
    if types?.isEmpty == true { return [] }
    var forward = Side(from, step.direction, isBackward: false)
    var backward = Side(to, step.direction.reversed, isBackward: true)
    var memory = MemoryShare(context.budget, user: "a shortest path")
    defer { memory.releaseAll() }
    while !forward.edge.isEmpty, !backward.edge.isEmpty,
      group.maximum.map({ forward.depth + backward.depth < $0 }) ?? true
    {
      let meetings: [NodeRow]
      if forward.edge.count <= backward.edge.count {
        try advance(&forward, batch, row, types)
        meetings = forward.edge.filter { backward.ways[$0] != nil }
      } else {
        try advance(&backward, batch, row, types)
        meetings = backward.edge.filter { forward.ways[$0] != nil }
      }
      try memory.set((forward.ways.count + backward.ways.count) * 96)
      if !meetings.isEmpty { return try join(meetings, forward, backward, isAll: isAll) }
    }
    return []
  }

  private func advance(
    _ side: inout Side, _ batch: Batch, _ row: Int, _ types: [TypeCode]?
  ) throws(Diagnostic) {
    var memory = MemoryShare(context.budget, user: "a shortest path")
    defer { memory.releaseAll() }
    var edge: [NodeRow] = []
    var isNew: Set<NodeRow> = []
    var fanOut = FanOut()
    var position = 0
    while position < side.edge.count {
      let nodes = Array(
        side.edge[position..<position + fanOut.next(of: side.edge.count - position)])
      var expansion = Expansion()
      context.graph.expand(nodes, types: types, direction: side.direction, into: &expansion)
      fanOut.saw(nodes: nodes.count, entries: expansion.sources.count)
      position += nodes.count
      try context.budget.step(expansion.sources.count + 1)
      let allowed = try allowed(expansion, from: nodes, side, batch, row)
      for index in expansion.sources.indices where allowed?[index] ?? true {
        let neighbor = expansion.neighbors[index]
        if side.ways[neighbor] == nil {
          isNew.insert(neighbor)
          edge.append(neighbor)
          side.ways[neighbor] = []
        } else if !isNew.contains(neighbor) {
          continue
        }
        let source = nodes[Int(expansion.sources[index])]
        side.ways[neighbor]?.append((source, expansion.relationships[index]))
      }
      try memory.set((side.ways.count + isNew.count) * 128)
    }
    side.edge = edge
    side.depth += 1
  }

  /// Which of the steps may be taken; `nil` for all.
  private func allowed(
    _ expansion: Expansion, from nodes: [NodeRow], _ side: Side, _ batch: Batch, _ row: Int
  ) throws(Diagnostic) -> [Bool]? {
    let exclusion = RelationshipExclusion(batch, group.distinctFrom)
    guard predicate != nil || !exclusion.isEmpty, !expansion.sources.isEmpty else { return nil }
    var flags = expansion.relationships.map { !exclusion.excludes($0, row: row) }
    guard let predicate else { return flags }
    let count = expansion.sources.count
    var steps = batch.gather([UInt32(row)], only: predicate.slots).repeating(row: 0, count: count)
    let near = expansion.sources.map { nodes[Int($0)] }
    steps[group.entry] = .nodes(side.isBackward ? expansion.neighbors : near)
    steps[step.node] = .nodes(side.isBackward ? near : expansion.neighbors)
    steps[step.relationship] = .relationships(expansion.relationships)
    let mark = context.budget.heldBytes
    let truths = try predicate.evaluate(steps).truths(predicate.span)
    context.budget.letGo(downTo: mark)
    for index in flags.indices where truths[index] != .yes { flags[index] = false }
    return flags
  }

  private func join(
    _ meetings: [NodeRow], _ forward: Side, _ backward: Side, isAll: Bool
  ) throws(Diagnostic) -> [[(RelationshipRow, NodeRow)]] {
    var paths: [[(RelationshipRow, NodeRow)]] = []
    for meeting in meetings {
      // The way from the start is collected backwards, the way to the end forwards.
      for head in try ways(to: meeting, forward, isAll: isAll) {
        for tail in try ways(to: meeting, backward, isAll: isAll) {
          var steps: [(RelationshipRow, NodeRow)] = []
          var at = meeting
          for way in head {
            steps.append((way.over, at))
            at = way.from
          }
          steps.reverse()
          steps += tail.map { ($0.over, $0.from) }
          paths.append(steps)
          try context.budget.step(steps.count)
          try context.budget.foresee(
            paths.count * (steps.count * 8 + MemoryEstimate.allocation), for: "a shortest path")
          if !isAll { return paths }
        }
      }
    }
    return paths
  }

  /// All ways from a node back to the end that the side started from.
  private func ways(
    to node: NodeRow, _ side: Side, isAll: Bool
  ) throws(Diagnostic) -> [[(from: NodeRow, over: RelationshipRow)]] {
    var open: [(at: NodeRow, steps: [(from: NodeRow, over: RelationshipRow)])] = [(node, [])]
    var complete: [[(from: NodeRow, over: RelationshipRow)]] = []
    while let (at, steps) = open.popLast() {
      try context.budget.step()
      let ways = side.ways[at] ?? []
      if ways.isEmpty {
        complete.append(steps)
        if !isAll { return complete }
        continue
      }
      try context.budget.foresee(
        (open.count + complete.count) * (steps.count * 8 + MemoryEstimate.allocation),
        for: "a shortest path")
      for way in ways.reversed() { open.append((way.from, steps + [way])) }
    }
    return complete
  }
}
