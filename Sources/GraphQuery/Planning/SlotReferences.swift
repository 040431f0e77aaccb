import PropertyGraph

extension BoundExpression {
  /// Slots that the expression mentions, local ones and those of subqueries included.
  var mentionedSlots: Set<Slot> {
    var slots: Set<Slot> = []
    collectSlots(into: &slots)
    return slots
  }

  func collectSlots(into slots: inout Set<Slot>) {
    switch kind {
    case .slot(let slot): slots.insert(slot)
    case .path(let elements): slots.formUnion(elements)
    case .subquery(_, let plan): plan.collectSlots(into: &slots)
    case .listComprehension(let element, _, _, _), .quantifier(_, let element, _, _):
      slots.insert(element)
    case .reduce(let accumulator, _, let element, _, _):
      slots.insert(accumulator)
      slots.insert(element)
    default: break
    }
    forEachPart { $0.collectSlots(into: &slots) }
  }

  /// Calls `visit` with every expression directly inside this one.
  func forEachPart(_ visit: (BoundExpression) -> Void) {
    switch kind {
    case .literal, .parameter, .slot, .path, .subquery: break
    case .property(let subject, _), .not(let subject), .negate(let subject), .plus(let subject),
      .isNull(let subject, _), .hasLabels(let subject, _):
      visit(subject)
    case .subscripted(let left, let right), .binary(_, let left, let right),
      .comparison(_, let left, let right):
      visit(left)
      visit(right)
    case .slice(let subject, let from, let to):
      visit(subject)
      from.map(visit)
      to.map(visit)
    case .list(let parts), .all(let parts), .any(let parts), .call(_, let parts):
      parts.forEach(visit)
    case .map(let entries): entries.forEach { visit($0.value) }
    case .mapProjection(let subject, let items):
      visit(subject)
      for case .entry(_, let value) in items { visit(value) }
    case .conditional(let subject, let branches, let otherwise):
      subject.map(visit)
      for branch in branches {
        visit(branch.condition)
        visit(branch.result)
      }
      otherwise.map(visit)
    case .listComprehension(_, let list, let predicate, let result):
      visit(list)
      predicate.map(visit)
      result.map(visit)
    case .quantifier(_, _, let list, let predicate):
      visit(list)
      visit(predicate)
    case .reduce(_, let initial, _, let list, let result):
      visit(initial)
      visit(list)
      visit(result)
    }
  }
}

extension PlanNode {
  /// Collects every slot that the plan mentions.
  func collectSlots(into slots: inout Set<Slot>) {
    var open: [PlanNode] = [self]
    while let node = open.popLast() {
      node.operator.collectSlots(into: &slots)
      open += node.inputs
    }
  }
}

extension PlanOperator {
  /// Every expression that the operator evaluates.
  var expressions: [BoundExpression] {
    switch self {
    case .unit, .argument, .empty, .scanAll, .scanLabel, .expand, .distinct, .apply, .union,
      .hashJoin, .extension, .barrier, .meet, .degree:
      return []
    case .seek(_, _, _, let value), .seekID(_, let value): return [value]
    case .expandGroup(let group): return group.predicate.map { [$0] } ?? []
    case .shortestPath(let path): return [path.group.predicate, path.predicate].compactMap(\.self)
    case .filter(let expression), .skip(let expression), .limit(let expression),
      .unwind(let expression, _):
      return [expression]
    case .project(let items, _): return items.map(\.expression)
    case .aggregate(let keys, let aggregates):
      return keys.map(\.expression) + aggregates.flatMap(\.call.arguments)
    case .countEnds(let keys, _): return keys.map(\.expression)
    case .sort(let keys): return keys.map(\.expression)
    case .top(let keys, let limit): return keys.map(\.expression) + [limit]
    case .call(let invocation):
      return invocation.arguments + (invocation.first.map { [$0] } ?? [])
    case .create(let items): return items.compactMap(\.properties)
    case .merge(let items, let onCreate, let onMatch):
      return items.compactMap(\.properties) + (onCreate + onMatch).flatMap(\.expressions)
    case .set(let operations): return operations.flatMap(\.expressions)
    case .remove(let operations): return operations.compactMap(\.owner)
    case .delete(let expressions, _): return expressions
    }
  }

  func collectSlots(into slots: inout Set<Slot>) {
    for expression in expressions { expression.collectSlots(into: &slots) }
    switch self {
    case .scanAll(let slot), .scanLabel(let slot, _), .seek(let slot, _, _, _),
      .seekID(let slot, _), .unwind(_, let slot):
      slots.insert(slot)
    case .expand(let expand):
      slots.formUnion([expand.from, expand.relationship, expand.to])
      slots.formUnion(expand.distinctFrom)
    case .expandGroup(let group): group.collectSlots(into: &slots)
    case .shortestPath(let path):
      slots.formUnion([path.from, path.to])
      path.group.collectSlots(into: &slots)
    case .meet(let meet):
      slots.formUnion([
        meet.left, meet.right, meet.node, meet.leftRelationship, meet.rightRelationship,
      ])
      slots.formUnion(meet.leftDistinctFrom)
      slots.formUnion(meet.rightDistinctFrom)
    case .degree(let degree): slots.formUnion([degree.from, degree.count])
    case .project(let items, let keeps):
      slots.formUnion(items.map(\.slot))
      slots.formUnion(keeps)
    case .aggregate(let keys, let aggregates):
      slots.formUnion(keys.map(\.slot))
      slots.formUnion(aggregates.map(\.slot))
    case .countEnds(let keys, let ends):
      slots.formUnion(keys.map(\.slot))
      slots.formUnion(ends.counts.map(\.slot))
      for step in ends.chains.flatMap(\.steps) { slots.formUnion([step.from, step.to]) }
    case .distinct(let all), .hashJoin(let all), .apply(.optional(let all)):
      slots.formUnion(all)
    case .call(let invocation): slots.formUnion(invocation.yields.map(\.slot))
    case .extension(_, let yields): slots.formUnion(yields.map(\.slot))
    case .create(let items), .merge(let items, _, _):
      for item in items {
        switch item {
        case .node(let slot, _, _): slots.insert(slot)
        case .relationship(let slot, _, let from, let to, _, _): slots.formUnion([slot, from, to])
        }
      }
    default: break
    }
    if case .merge(_, let onCreate, let onMatch) = self {
      for operation in onCreate + onMatch { operation.collectOwner(into: &slots) }
    }
    if case .set(let operations) = self {
      for operation in operations { operation.collectOwner(into: &slots) }
    }
    if case .remove(let operations) = self {
      for case .labels(let slot, _, _) in operations { slots.insert(slot) }
    }
  }
}

extension ExpandGroup {
  fileprivate func collectSlots(into slots: inout Set<Slot>) {
    slots.formUnion([from, to, entry])
    for step in steps { slots.formUnion([step.relationship, step.node]) }
    slots.formUnion(lists.map(\.list))
    slots.formUnion(distinctFrom)
    if let relationships { slots.insert(relationships) }
    if let boundRelationships { slots.insert(boundRelationships) }
  }
}

extension CreateItem {
  /// The properties of what is created.
  var properties: BoundExpression? {
    switch self {
    case .node(_, _, let properties), .relationship(_, _, _, _, let properties, _): properties
    }
  }
}

extension RemoveOperation {
  /// What loses a property.
  var owner: BoundExpression? {
    if case .property(let owner, _) = self { owner } else { nil }
  }
}

extension SetOperation {
  /// Expressions that it evaluates.
  var expressions: [BoundExpression] {
    switch self {
    case .property(let owner, _, let value): [owner, value]
    case .replace(_, let value), .merge(_, let value): [value]
    case .labels: []
    }
  }

  fileprivate func collectOwner(into slots: inout Set<Slot>) {
    switch self {
    case .replace(let slot, _), .merge(let slot, _), .labels(let slot, _, _): slots.insert(slot)
    case .property: break
    }
  }
}
