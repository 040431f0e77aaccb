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

  /// The nodes reached from one end, numbered in the order in which they were reached.
  private struct Side {
    /// How a node was reached; ways of one node are chained.
    struct Way {
      var from: NodeRow
      var over: RelationshipRow
      var next: Int32
    }

    private var numbers = WordTable(width: 1)
    private(set) var nodes: [NodeRow] = []
    /// First and last way of each node, -1 for none.
    private var firstWay: [Int32] = []
    private var lastWay: [Int32] = []
    private var ways: [Way] = []
    /// Number of the first node at the edge.
    var edgeStart = 0
    var depth = 0
    let direction: TraversalDirection
    /// Whether steps are walked against the direction of the pattern.
    let isBackward: Bool

    init(_ node: NodeRow, _ direction: TraversalDirection, isBackward: Bool) {
      self.direction = direction
      self.isBackward = isBackward
      _ = add(node)
    }

    var edge: ArraySlice<NodeRow> { nodes[edgeStart...] }

    var byteCount: Int {
      numbers.byteCount + MemoryEstimate.growing(nodes.count * 12 + ways.count * 12, 1)
    }

    func contains(_ node: NodeRow) -> Bool { numbers.number(of: UInt64(node.index)) != nil }

    private mutating func add(_ node: NodeRow) -> (number: Int, isNew: Bool) {
      let result = withUnsafePointer(to: UInt64(node.index)) { numbers.insert($0) }
      if result.isNew {
        nodes.append(node)
        firstWay.append(-1)
        lastWay.append(-1)
      }
      return result
    }

    /// Takes a step to a node; further ways only if they are as short as the first, and wanted.
    mutating func reach(
      _ node: NodeRow, from: NodeRow, over: RelationshipRow, since level: Int, keepsAll: Bool
    ) {
      let (number, isNew) = add(node)
      guard isNew || (keepsAll && number >= level) else { return }
      let way = Int32(truncatingIfNeeded: ways.count)
      ways.append(Way(from: from, over: over, next: -1))
      if lastWay[number] >= 0 {
        ways[Int(lastWay[number])].next = way
      } else {
        firstWay[number] = way
      }
      lastWay[number] = way
    }

    /// The ways to a node, in the order in which they were found.
    func ways(to node: NodeRow) -> [Way] {
      guard let number = numbers.number(of: UInt64(node.index)) else { return [] }
      var found: [Way] = []
      var way = firstWay[number]
      while way >= 0 {
        found.append(ways[Int(way)])
        way = ways[Int(way)].next
      }
      return found
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
        try advance(&forward, batch, row, types, isAll: isAll)
        meetings = forward.edge.filter { backward.contains($0) }
      } else {
        try advance(&backward, batch, row, types, isAll: isAll)
        meetings = backward.edge.filter { forward.contains($0) }
      }
      try memory.set(forward.byteCount + backward.byteCount)
      if !meetings.isEmpty { return try join(meetings, forward, backward, isAll: isAll) }
    }
    return []
  }

  private func advance(
    _ side: inout Side, _ batch: Batch, _ row: Int, _ types: [TypeCode]?, isAll: Bool
  ) throws(Diagnostic) {
    var memory = MemoryShare(context.budget, user: "a shortest path")
    defer { memory.releaseAll() }
    let before = side.byteCount
    let edge = Array(side.edge)
    let level = side.nodes.count
    var fanOut = FanOut()
    var position = 0
    var expansion = Expansion()
    while position < edge.count {
      let nodes = Array(edge[position..<position + fanOut.next(of: edge.count - position)])
      expansion.removeAll()
      context.graph.expand(nodes, types: types, direction: side.direction, into: &expansion)
      fanOut.saw(nodes: nodes.count, entries: expansion.sources.count)
      position += nodes.count
      try context.budget.step(expansion.sources.count + 1)
      let allowed = try allowed(expansion, from: nodes, side, batch, row)
      for index in expansion.sources.indices where allowed?[index] ?? true {
        side.reach(
          expansion.neighbors[index], from: nodes[Int(expansion.sources[index])],
          over: expansion.relationships[index], since: level, keepsAll: isAll)
      }
      try memory.set(side.byteCount - before + expansion.sources.capacity * 12)
    }
    side.edgeStart = level
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
  ) throws(Diagnostic) -> [[Side.Way]] {
    var open: [(at: NodeRow, steps: [Side.Way])] = [(node, [])]
    var complete: [[Side.Way]] = []
    while let (at, steps) = open.popLast() {
      try context.budget.step()
      let ways = side.ways(to: at)
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
