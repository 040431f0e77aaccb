import Diagnostics
import PropertyGraph

/// Every node that repetitions of a part lead to, once for each start: breadth first, with a visited
/// set for each position of the part and nothing kept of the ways. Only for groups whose repetitions
/// demand no more than labels.
struct ReachKernel: RowwiseKernel {
  /// Nodes walked from at a time, between looks at the clock.
  private static let nodesAtATime = 1_024

  private let group: ExpandGroup
  private let conditions: RepetitionLabels
  private let context: ExecutionContext
  private let types: [[TypeCode]?]
  private var filters: [LabelFilter] = []
  private var memory: MemoryShare
  /// For each position of the part, the nodes met there; the last are the ends.
  private var met: [NodeSet]
  private var batch: Batch?
  private var from: BoundNodes?
  private var next = 0
  private var sources: [UInt32] = []
  private var ends: [NodeRow] = []
  /// The start walked from last, and where its ends stand in `ends`.
  private var last: (start: NodeRow, ends: Range<Int>)?
  private var pending: PendingRows?

  /// `nil` if repetitions demand more than labels.
  init?(_ group: ExpandGroup, context: ExecutionContext) {
    guard group.mode == .reachability, group.distinctFrom.isEmpty, group.lists.isEmpty,
      group.relationships == nil, group.boundRelationships == nil,
      let conditions = RepetitionLabels(group)
    else { return nil }
    self.group = group
    self.conditions = conditions
    self.context = context
    types = group.steps.map { context.typeCodes($0.types) }
    met = group.steps.map { _ in NodeSet() }
    memory = MemoryShare(context.budget, user: "a variable-length pattern")
  }

  mutating func reset() {
    batch = nil
    pending = nil
    last = nil
    memory.releaseAll()
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    self.batch = batch
    pending = nil
    last = nil
    next = 0
    from = try BoundNodes(
      batch[group.from], variable: context.name(of: group.from), group.span)
    filters = conditions.steps.map { context.labelFilter($0) }
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    let limit = context.batchSize
    if let result = pending?.next(limit: limit) { return result }
    guard let batch, let from, next < from.nodes.count else { return nil }
    sources.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    last = nil
    while next < from.nodes.count, ends.count < limit {
      try walk(from.nodes[next], row: from.row(next), batch)
      next += 1
    }
    try memory.set(met.reduce(ends.capacity * 8) { $0 + $1.byteCount })
    pending = PendingRows(
      of: batch, sources: sources, columns: group.isInto ? [] : [(group.to, .nodes(ends))])
    return pending?.next(limit: limit)
  }

  /// Appends the ends for one row.
  private mutating func walk(
    _ start: NodeRow, row: UInt32, _ batch: Batch
  ) throws(Diagnostic) {
    var target: NodeRow?
    if group.isInto {
      guard let node = batch[group.to].node(Int(row)) else { return }
      target = node
    } else if let last, last.start == start {
      // Rows that stand at one node come together.
      sources.append(contentsOf: repeatElement(row, count: last.ends.count))
      ends.append(contentsOf: ends[last.ends])
      return
    }
    try search(from: start, to: target)
    let found = met[met.count - 1]
    if let target {
      if found.contains(target) {
        sources.append(row)
        ends.append(target)
      }
      return
    }
    last = (start, ends.count..<ends.count + found.count)
    sources.append(contentsOf: repeatElement(row, count: found.count))
    ends.append(contentsOf: found.members)
  }

  /// Fills `met`; stops early at the target.
  private mutating func search(from start: NodeRow, to target: NodeRow?) throws(Diagnostic) {
    for position in met.indices { met[position].removeAll() }
    let final = met.count - 1
    if group.minimum == 0 { met[final].insert(start) }
    var frontier = [start]
    var repetitions = 0
    while !frontier.isEmpty, group.maximum.map({ repetitions < $0 }) ?? true {
      if let target, met[final].contains(target) { return }
      if !conditions.entry.isEmpty { try keepEntries(&frontier) }
      for position in group.steps.indices {
        frontier = try step(frontier, at: position)
        if frontier.isEmpty { break }
      }
      repetitions += 1
    }
  }

  /// The nodes met for the first time at a position.
  private mutating func step(_ nodes: [NodeRow], at position: Int) throws(Diagnostic) -> [NodeRow] {
    if types[position]?.isEmpty == true { return [] }
    let known = met[position].count
    var first = 0
    while first < nodes.count {
      let end = min(nodes.count, first + Self.nodesAtATime)
      let before = met[position].count
      context.graph.reach(
        from: end - first == nodes.count ? nodes : Array(nodes[first..<end]),
        types: types[position], direction: group.steps[position].direction,
        filter: filters[position], into: &met[position])
      try context.budget.step(end - first + met[position].count - before)
      first = end
    }
    return Array(met[position].members[known...])
  }

  /// Drops the nodes that no repetition may begin at.
  private func keepEntries(_ nodes: inout [NodeRow]) throws(Diagnostic) {
    let codes = conditions.entry.compactMap { context.graph.labelCode($0) }
    guard codes.count == conditions.entry.count else {
      nodes = []
      return
    }
    try context.budget.step(nodes.count)
    let flags = context.graph.hasLabels(nodes, all: codes)
    nodes = nodes.indices.filter { flags[$0] }.map { nodes[$0] }
  }
}

/// What a repetition demands, if that is labels of its nodes alone.
struct RepetitionLabels {
  /// Labels of the node that it begins at.
  private(set) var entry: [Text] = []
  /// Labels of the node that each step arrives at.
  private(set) var steps: [[Text]]

  init?(_ group: ExpandGroup) {
    steps = group.steps.map { _ in [] }
    for part in group.predicate?.conjuncts ?? [] {
      guard case .hasLabels(let subject, let names) = part.kind, case .slot(let slot) = subject.kind
      else { return nil }
      if slot == group.entry {
        entry += names
      } else if let index = group.steps.firstIndex(where: { $0.node == slot }) {
        steps[index] += names
      } else {
        return nil
      }
    }
  }
}
