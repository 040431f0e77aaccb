import Diagnostics
import PropertyGraph

/// Common neighbours of two bound nodes, from adjacency in order: a cycle of a pattern is closed
/// without making the rows that do not close.
struct MeetKernel: RowwiseKernel {
  private let meet: Meet
  private let context: ExecutionContext
  private var memory: MemoryShare
  private var batch: Batch?
  private var pairs: MeetingPairs
  /// For each pair, its row.
  private var rows: [UInt32] = []
  private var hasTypes = true
  private var position = 0
  private var fanOut = FanOut()
  private var pending: PendingRows?

  init(_ meet: Meet, context: ExecutionContext) {
    self.meet = meet
    self.context = context
    memory = MemoryShare(context.budget, user: "a step of a pattern")
    pairs = MeetingPairs(
      left: [], right: [], leftTypes: nil, rightTypes: nil, leftDirection: meet.leftDirection,
      rightDirection: meet.rightDirection, filter: .everything, areApart: meet.areApart,
      isOnce: meet.isOnce)
  }

  mutating func reset() {
    batch = nil
    pending = nil
    memory.releaseAll()
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    self.batch = batch
    pending = nil
    position = 0
    let from = try BoundNodes(batch[meet.left], variable: context.name(of: meet.left), meet.span)
    let targets = batch[meet.right]
    pairs.left = []
    pairs.right = []
    rows = []
    for (place, node) in from.nodes.enumerated() {
      let row = from.row(place)
      guard let other = targets.node(Int(row)) else { continue }
      pairs.left.append(node)
      pairs.right.append(other)
      rows.append(row)
    }
    pairs.leftTypes = context.typeCodes(meet.leftTypes)
    pairs.rightTypes = context.typeCodes(meet.rightTypes)
    hasTypes = pairs.leftTypes?.isEmpty != true && pairs.rightTypes?.isEmpty != true
    pairs.filter = context.labelFilter(meet.labels)
    // Who excludes relationships has to see all that meet.
    pairs.isOnce =
      meet.isOnce && meet.leftDistinctFrom.isEmpty && meet.rightDistinctFrom.isEmpty
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    let limit = context.batchSize
    while true {
      if let result = pending?.next(limit: limit) { return result }
      guard let batch, hasTypes, position < rows.count else { return nil }
      try meetSome(batch)
    }
  }

  private mutating func meetSome(_ batch: Batch) throws(Diagnostic) {
    let end = position + fanOut.next(of: rows.count - position)
    var some = pairs
    if end - position < rows.count {
      some.left = Array(pairs.left[position..<end])
      some.right = Array(pairs.right[position..<end])
    }
    var meetings = Meetings()
    context.graph.meet(some, into: &meetings)
    fanOut.saw(nodes: end - position, entries: meetings.sources.count)
    try memory.set(meetings.sources.capacity * 16)
    try context.budget.step(end - position + meetings.sources.count)
    for index in meetings.sources.indices {
      meetings.sources[index] = rows[position + Int(meetings.sources[index])]
    }
    position = end
    try exclude(batch, from: &meetings)
    var columns: [(slot: Slot, column: Column)] = []
    if !meet.isOnce {
      columns = [
        (meet.node, .nodes(meetings.nodes)),
        (meet.leftRelationship, .relationships(meetings.leftRelationships)),
        (meet.rightRelationship, .relationships(meetings.rightRelationships)),
      ]
    }
    pending = PendingRows(of: batch, sources: meetings.sources, columns: columns)
  }

  /// Drops what uses a relationship that another step of the pattern uses, and what repeats a row
  /// that is wanted once.
  private func exclude(_ batch: Batch, from meetings: inout Meetings) throws(Diagnostic) {
    let left = RelationshipExclusion(batch, meet.leftDistinctFrom)
    let right = RelationshipExclusion(batch, meet.rightDistinctFrom)
    guard !left.isEmpty || !right.isEmpty else { return }
    var kept = Meetings()
    for index in meetings.sources.indices {
      try context.budget.step()
      let source = meetings.sources[index]
      if meet.isOnce, kept.sources.last == source { continue }
      let row = Int(source)
      if left.excludes(meetings.leftRelationships[index], row: row)
        || right.excludes(meetings.rightRelationships[index], row: row)
      {
        continue
      }
      kept.append(
        source, meetings.nodes[index], meetings.leftRelationships[index],
        meetings.rightRelationships[index])
    }
    meetings = kept
  }
}
