import Diagnostics
import PropertyGraph

/// Walks a repeated part of a path from one start node: partial walks lie in an arena as links to
/// their parents, so that a thousand walks that begin alike share their beginnings. Trails,
/// reachability and shortest paths are ways to drive it.
struct GroupWalker {
  let group: ExpandGroup
  let context: ExecutionContext
  private let predicate: CompiledExpression?
  private let predicateLocals: Set<Slot>
  private let types: [[TypeCode]?]
  private var memory: MemoryShare

  /// One entry per partial walk: where it came from and what its last step was. Entry 0 is the
  /// start.
  private var parents: [Int32] = []
  private var relationships: [RelationshipRow] = []
  private(set) var nodes: [NodeRow] = []

  private var expansion = Expansion()
  /// How many walks to take further at a time.
  private(set) var fanOut = FanOut()
  private var rows = Batch(columns: [], count: 0)
  private var row = 0
  private var exclusion: RelationshipExclusion

  init(_ group: ExpandGroup, context: ExecutionContext) throws(Diagnostic) {
    self.group = group
    self.context = context
    predicate = try ExpressionCompiler(context: context).compile(group.predicate)
    predicateLocals = Set(predicate?.slots ?? [])
    types = group.steps.map { context.typeCodes($0.types) }
    memory = MemoryShare(context.budget, user: "a variable-length pattern")
    exclusion = RelationshipExclusion(rows, [])
  }

  /// Number of entries.
  var count: Int { nodes.count }

  /// Begins at a node of a row.
  mutating func start(_ batch: Batch, row: Int, at node: NodeRow) {
    rows = batch
    self.row = row
    exclusion = RelationshipExclusion(batch, group.distinctFrom)
    // The order of walks must not depend on earlier rows.
    fanOut = FanOut()
    truncate(to: 0)
    parents.append(-1)
    relationships.append(RelationshipRow(0))
    nodes.append(node)
  }

  /// Forgets the entries from a number on.
  mutating func truncate(to count: Int) {
    parents.removeSubrange(count...)
    relationships.removeSubrange(count...)
    nodes.removeSubrange(count...)
  }

  mutating func release() {
    truncate(to: 0)
    memory.releaseAll()
  }

  /// Appends every way to walk the whole repeated part once more from the entries; all must stand
  /// between repetitions. Intermediate entries stay in the arena; the result names the last ones.
  /// `isTrail` says that no relationship may be walked twice since the start, otherwise only not
  /// within the repetition.
  mutating func repetition(
    of entries: Range<Int>, isTrail: Bool
  ) throws(Diagnostic) -> Range<Int> {
    var current = entries
    for position in group.steps.indices {
      current = try step(current, position, isTrail: isTrail)
      if current.isEmpty { return current }
    }
    return try satisfying(current)
  }

  private mutating func step(
    _ entries: Range<Int>, _ index: Int, isTrail: Bool
  ) throws(Diagnostic) -> Range<Int> {
    let first = nodes.count
    if types[index]?.isEmpty == true { return first..<first }
    var position = entries.lowerBound
    while position < entries.upperBound {
      let end = position + fanOut.next(of: entries.upperBound - position)
      try step(position..<end, at: index, isTrail: isTrail)
      position = end
    }
    return first..<nodes.count
  }

  private mutating func step(
    _ entries: Range<Int>, at index: Int, isTrail: Bool
  ) throws(Diagnostic) {
    expansion.removeAll()
    context.graph.expand(
      Array(nodes[entries]), types: types[index], direction: group.steps[index].direction,
      into: &expansion)
    fanOut.saw(nodes: entries.count, entries: expansion.sources.count)
    try context.budget.step(entries.count)
    for found in expansion.sources.indices {
      try context.budget.step()
      let parent = entries.lowerBound + Int(expansion.sources[found])
      let relationship = expansion.relationships[found]
      if uses(parent, relationship, atMost: isTrail ? Int.max : index)
        || exclusion.excludes(relationship, row: row)
      {
        continue
      }
      parents.append(Int32(parent))
      relationships.append(relationship)
      nodes.append(expansion.neighbors[found])
    }
    try memory.set((nodes.capacity + expansion.sources.capacity) * 12)
  }

  /// Whether one of the last steps of a walk goes over the relationship.
  private func uses(
    _ entry: Int, _ relationship: RelationshipRow, atMost steps: Int
  ) -> Bool {
    var entry = entry
    var left = steps
    while parents[entry] >= 0, left > 0 {
      if relationships[entry] == relationship { return true }
      entry = Int(parents[entry])
      left -= 1
    }
    return false
  }

  /// Keeps the entries whose last repetition satisfies the predicate.
  private mutating func satisfying(_ entries: Range<Int>) throws(Diagnostic) -> Range<Int> {
    guard let predicate, !entries.isEmpty else { return entries }
    let source = UInt32(row)
    var batch = rows.gather([source], only: predicate.slots).repeating(row: 0, count: entries.count)
    if batch.columns.count < context.slotCount {
      batch.columns += Array(
        repeating: .null(count: batch.count), count: context.slotCount - batch.columns.count)
    }
    if predicateLocals.contains(group.entry) {
      batch[group.entry] = .nodes(entries.map { nodes[ancestor(of: $0, group.steps.count)] })
    }
    for (position, step) in group.steps.enumerated() {
      let back = group.steps.count - 1 - position
      if predicateLocals.contains(step.node) {
        batch[step.node] = .nodes(entries.map { nodes[ancestor(of: $0, back)] })
      }
      if predicateLocals.contains(step.relationship) {
        batch[step.relationship] = .relationships(
          entries.map { relationships[ancestor(of: $0, back)] })
      }
    }
    let mark = context.budget.heldBytes
    let truths = try predicate.evaluate(batch).truths(predicate.span)
    context.budget.letGo(downTo: mark)
    var kept = entries.lowerBound
    for (position, entry) in entries.enumerated() where truths[position] == .yes {
      parents[kept] = parents[entry]
      relationships[kept] = relationships[entry]
      nodes[kept] = nodes[entry]
      kept += 1
    }
    truncate(to: kept)
    return entries.lowerBound..<kept
  }

  /// Keeps those of the newest entries whose node is met for the first time.
  mutating func keepUnmet(_ entries: Range<Int>, met: inout NodeSet) -> Range<Int> {
    var kept = entries.lowerBound
    for entry in entries where met.insert(nodes[entry]) {
      parents[kept] = parents[entry]
      relationships[kept] = relationships[entry]
      nodes[kept] = nodes[entry]
      kept += 1
    }
    truncate(to: kept)
    return entries.lowerBound..<kept
  }

  private func ancestor(of entry: Int, _ steps: Int) -> Int {
    var entry = entry
    for _ in 0..<steps { entry = Int(parents[entry]) }
    return entry
  }

  // MARK: What a walk becomes

  /// Whether anybody reads more of a walk than its end.
  var hasOutputs: Bool { group.relationships != nil || !group.lists.isEmpty }

  /// The list slots that a walk fills, in the order of ``outputs(of:)``.
  var outputSlots: [Slot] {
    (group.relationships.map { [$0] } ?? []) + group.lists.map(\.list)
  }

  /// The lists of a walk: its relationships if wanted, then the lists of local slots.
  func outputs(of entry: Int) -> [Value] {
    var steps: [Int] = []
    var current = entry
    while parents[current] >= 0 {
      steps.append(current)
      current = Int(parents[current])
    }
    steps.reverse()
    return outputs(start: current, steps.map { (relationships[$0], nodes[$0]) })
  }

  /// The lists of a walk given as its steps.
  private func outputs(start: Int, _ steps: [(RelationshipRow, NodeRow)]) -> [Value] {
    GroupOutputs(group).lists(start: nodes[start], steps: steps)
  }
}

/// Makes the lists that variables of a repeated part become.
struct GroupOutputs {
  private let group: ExpandGroup

  init(_ group: ExpandGroup) { self.group = group }

  /// The lists of a walk: its relationships if wanted, then the lists of local slots.
  func lists(start: NodeRow, steps: [(RelationshipRow, NodeRow)]) -> [Value] {
    var lists: [[Value]] = []
    if group.relationships != nil { lists.append(steps.map { .relationship($0.0) }) }
    let width = group.steps.count
    for (local, _) in group.lists {
      var list: [Value] = []
      for repetition in 0..<(steps.count / max(width, 1)) {
        let base = repetition * width
        if local == group.entry {
          list.append(.node(base == 0 ? start : steps[base - 1].1))
        }
        for (position, step) in group.steps.enumerated() {
          if step.node == local { list.append(.node(steps[base + position].1)) }
          if step.relationship == local {
            list.append(.relationship(steps[base + position].0))
          }
        }
      }
      lists.append(list)
    }
    return lists.map { .list(group.isReversed ? $0.reversed() : $0) }
  }
}

/// Rows found by walking: for each, its input row, its end node and the lists of the walk.
struct WalkResults {
  private var sources: [UInt32] = []
  private var ends: [NodeRow] = []
  private var lists: [[Value]]
  private let slots: [Slot]
  private let end: Slot?
  private var position = 0
  /// Elements in the lists not yet taken.
  private var elements = 0

  /// Elements of lists that fill a batch before its rows do: long paths come in small batches.
  private static let mostElements = 262_144

  /// `end` is the slot that the end node is written to, `nil` where it is bound already.
  init(lists slots: [Slot], end: Slot?) {
    self.slots = slots
    self.end = end
    lists = slots.map { _ in [] }
  }

  /// Rows not yet taken.
  var count: Int { sources.count - position }

  /// Whether there is a batch of that many rows, or one of fewer with long lists.
  func isFull(_ rows: Int) -> Bool { count >= rows || elements >= Self.mostElements }

  mutating func append(row: Int, end: NodeRow, lists values: [Value]) {
    sources.append(UInt32(row))
    ends.append(end)
    for (index, value) in values.enumerated() {
      lists[index].append(value)
      if case .list(let members) = value { elements += members.count }
    }
  }

  /// Up to `limit` rows.
  mutating func take(_ limit: Int, of batch: Batch) -> Batch? {
    guard count > 0 else { return nil }
    let range = position..<min(sources.count, position + limit)
    var result = batch.gatherRuns(Array(sources[range]))
    if let end { result[end] = .nodes(Array(ends[range])) }
    for (slot, values) in zip(slots, lists) {
      result[slot] = Column(.any(Array(values[range])), count: range.count)
    }
    position = range.upperBound
    if position == sources.count {
      elements = 0
      sources.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      for index in lists.indices { lists[index].removeAll(keepingCapacity: true) }
      position = 0
    }
    return result
  }
}
