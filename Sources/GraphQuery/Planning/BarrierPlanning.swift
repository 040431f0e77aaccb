import PropertyGraph

/// Which clause sees which state of the graph (DESIGN 27): an updating clause takes in all its rows
/// before it begins, and ends before the next clause reads. A barrier is left out only where what is
/// read and what is written cannot meet.
extension PlanningContext {
  /// Puts a barrier below an updating clause, unless nothing below it, down to the last barrier,
  /// reads what it writes, and it reads nothing that an update below may still be writing.
  func protectInput(of clause: BoundClause, _ builder: inout PlanBuilder) {
    var below = GraphReads()
    below.add(builder.node, slots)
    if builder.isCorrelated { below = .all }
    let writes = GraphWrites(of: clause)
    let disturbs = rules.contains(.provenBarriers) ? writes.meets(below) : true
    let isDisturbed =
      builder.isUpdateOpen
      && (!rules.contains(.provenBarriers) || writes.isAnything || !reads(of: clause).isEmpty
        || ownPlanReads(clause))
    if disturbs || isDisturbed { builder.add(.barrier, rows: builder.rows) }
    builder.isUpdateOpen = false
  }

  /// Whether a clause has to wait until the update below it has ended.
  func mustWaitForUpdates(_ clause: BoundClause) -> Bool {
    if case .project(let projection) = clause {
      // A limit would stop the update, an aggregation takes in everything anyway.
      if projection.limit != nil || projection.skip != nil { return true }
    }
    guard rules.contains(.provenBarriers) else { return true }
    return !reads(of: clause).isEmpty || ownPlanReads(clause)
  }

  /// What the expressions of a clause read.
  private func reads(of clause: BoundClause) -> GraphReads {
    var reads = GraphReads()
    for expression in clause.expressions { reads.add(expression, slots) }
    return reads
  }

  /// Whether the clause finds things in the graph on its own.
  private func ownPlanReads(_ clause: BoundClause) -> Bool {
    switch clause {
    case .match, .merge, .call, .extension, .subquery: true
    case .unwind, .project, .filter, .compute, .create, .set, .remove, .delete: false
    }
  }
}

extension BoundClause {
  /// Expressions that the clause evaluates itself.
  var expressions: [BoundExpression] {
    switch self {
    case .match(let pattern, _): return pattern.predicates
    case .unwind(let list, _): return [list]
    case .project(let projection):
      var all = projection.computed.map(\.expression) + projection.order.map(\.expression)
      if let aggregation = projection.aggregation {
        all += aggregation.keys.map(\.expression)
        all += aggregation.aggregates.flatMap(\.call.arguments)
      }
      if let predicate = projection.predicate { all.append(predicate) }
      return all
    case .filter(let predicates): return predicates
    case .compute(let items): return items.map(\.expression)
    case .call(let invocation, _): return invocation.arguments
    case .extension, .subquery: return []
    case .create(let items): return items.compactMap(\.properties)
    case .merge(_, let items, let onCreate, let onMatch):
      return items.compactMap(\.properties) + (onCreate + onMatch).flatMap(\.expressions)
    case .set(let operations): return operations.flatMap(\.expressions)
    case .remove(let operations): return operations.compactMap(\.owner)
    case .delete(let expressions, _): return expressions
    }
  }
}
