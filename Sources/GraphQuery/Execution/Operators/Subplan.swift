import Diagnostics
import PropertyGraph

/// A plan that is run for rows handed to it. Where its operators handle each row for itself, all
/// rows go in together and a hidden slot carries the number of the row that each result is of.
final class Subplan {
  let context: ExecutionContext
  /// Whether several rows may be handed in together.
  let isBatched: Bool
  /// Slots that the plan fills; all others are those of the row handed in.
  let written: [Slot]
  private let root: any BatchOperator
  private let source = ArgumentSource()
  private let rowSlot: Slot
  private let read: [Slot]

  init(_ plan: PlanNode, alsoReads extra: [Slot], context: ExecutionContext) throws(Diagnostic) {
    let use = SlotUse.of(plan)
    self.context = context
    isBatched = Self.isRowwise(plan)
    written = use.written.sorted()
    read = use.read.union(extra).sorted()
    rowSlot = context.makeHiddenSlot()
    root = try OperatorBuilder(context: context, argument: source).build(plan)
  }

  /// Runs the plan for the rows (one, unless ``isBatched``). The body gets results with, for each,
  /// the number of its row, ascending; it returns whether it wants more.
  func run(
    _ rows: Batch,
    _ body: (_ results: Batch, _ sources: [UInt32]) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) {
    start(rows)
    while let (results, sources) = try next() {
      if try !body(results, sources) { return }
    }
  }

  /// Hands in rows; the results follow from ``next()``.
  func start(_ rows: Batch) {
    var argument = Batch(slotCount: context.slotCount, count: rows.count)
    for slot in read { argument[slot] = rows[slot] }
    if isBatched, rows.count > 1 {
      argument[rowSlot] = Column(
        .integer((0..<rows.count).map(Int64.init)), count: rows.count)
    }
    source.batch = argument
    root.reset()
  }

  /// The next results with the number of the row that each is of, ascending.
  func next() throws(Diagnostic) -> (results: Batch, sources: [UInt32])? {
    try context.budget.step()
    guard let results = try root.next() else { return nil }
    return (results, sources(of: results))
  }

  private func sources(of results: Batch) -> [UInt32] {
    switch results[rowSlot].storage {
    case .integer(let numbers): return numbers.map { UInt32(truncatingIfNeeded: $0) }
    case .constant(.integer(let number)):
      return Array(repeating: UInt32(truncatingIfNeeded: number), count: results.count)
    default: return Array(repeating: 0, count: results.count)
    }
  }

  /// The rows handed in, extended by what the plan wrote.
  func join(_ rows: Batch, _ results: Batch, _ sources: [UInt32]) -> Batch {
    var joined = rows.gatherRuns(sources)
    for slot in written { joined[slot] = results[slot] }
    return joined
  }

  /// Whether each row can be handled without looking at others, from an `argument` leaf on.
  private static func isRowwise(_ node: PlanNode) -> Bool {
    switch node.operator {
    case .argument, .empty: return true
    case .scanAll, .scanLabel, .seek, .seekID, .expand, .expandGroup, .shortestPath, .meet, .degree,
      .filter,
      .project, .unwind:
      return node.inputs.first.map(isRowwise) ?? false
    case .apply:
      guard node.inputs.count == 2, isRowwise(node.inputs[0]) else { return false }
      return !node.inputs[1].changesGraph
    case .call(let invocation):
      return !invocation.procedure.isUpdating && node.inputs.first.map(isRowwise) ?? false
    case .hashJoin:
      guard node.inputs.count == 2, isRowwise(node.inputs[0]) else { return false }
      return !SlotUse.of(node.inputs[1]).hasArgument
    case .unit, .aggregate, .countEnds, .distinct, .sort, .top, .skip, .limit, .union, .extension,
      .barrier,
      .create, .merge, .set, .remove, .delete:
      return false
    }
  }
}

extension PlanNode {
  /// Whether running it may change the graph.
  var changesGraph: Bool {
    switch self.operator {
    case .create, .merge, .set, .remove, .delete: true
    case .call(let invocation):
      invocation.procedure.isUpdating || inputs.contains(where: \.changesGraph)
    default: inputs.contains(where: \.changesGraph)
    }
  }
}
