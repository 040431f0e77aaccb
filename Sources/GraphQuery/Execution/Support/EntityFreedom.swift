import PropertyGraph

/// Which slots can hold no node, relationship or path, by what writes them. An expression over such
/// slots alone does not read the graph, so that a clause which only computes with them need not
/// finish reading before it changes anything: bulk creation from a list takes no extra memory.
struct EntityFreedom {
  private(set) var slots: Set<Slot> = []

  /// What is known of the rows that a plan gives.
  init(below node: PlanNode) {
    for input in node.inputs.prefix(1) { slots = EntityFreedom(below: input).slots }
    switch node.operator {
    case .unwind(let list, let slot):
      if holds(list) { slots.insert(slot) }
    case .project(let items, let keeps):
      let free = items.filter { holds($0.expression) }.map(\.slot)
      slots = slots.intersection(keeps).union(free)
    case .aggregate(let keys, let aggregates):
      let free = keys.filter { holds($0.expression) }.map(\.slot)
      let counted = aggregates.filter { $0.call.arguments.allSatisfy(holds) }.map(\.slot)
      slots = Set(free + counted)
    case .unit, .barrier, .filter, .distinct, .sort, .top, .skip, .limit: break
    case .create(let items): slots.subtract(items.map(\.slot))
    default: slots = []
    }
  }

  /// Whether an expression neither reads the graph nor gives an entity.
  func holds(_ expression: BoundExpression?) -> Bool {
    guard let expression else { return true }
    switch expression.kind {
    case .literal, .parameter: return true
    case .slot(let slot): return slots.contains(slot)
    case .property(let subject, _), .not(let subject), .negate(let subject), .plus(let subject),
      .isNull(let subject, _):
      return holds(subject)
    case .subscripted(let left, let right), .binary(_, let left, let right),
      .comparison(_, let left, let right):
      return holds(left) && holds(right)
    case .slice(let subject, let from, let to):
      return holds(subject) && holds(from) && holds(to)
    case .list(let parts), .all(let parts), .any(let parts): return parts.allSatisfy(holds)
    case .call(_, let parts): return !parts.isEmpty && parts.allSatisfy(holds)
    case .map(let entries): return entries.allSatisfy { holds($0.value) }
    case .conditional(let subject, let branches, let otherwise):
      return holds(subject) && holds(otherwise)
        && branches.allSatisfy { holds($0.condition) && holds($0.result) }
    case .hasLabels, .mapProjection, .listComprehension, .quantifier, .reduce, .path, .subquery:
      return false
    }
  }
}
