import PropertyGraph

/// Drops columns that nobody reads any more below operators that copy or keep rows: what is
/// forgotten is not copied hop after hop.
struct Forgetting {
  /// The plan with columns dropped; `live` are the slots read from its rows.
  func apply(to root: PlanNode, live: Set<Slot>) -> PlanNode {
    // The operators from the leaf up; second inputs are plans of their own.
    var chain: [PlanNode] = []
    var current: PlanNode? = root
    while let node = current {
      chain.append(node)
      current = node.inputs.first
    }
    chain.reverse()
    guard let leaf = chain.first, leaf.inputs.isEmpty else { return root }
    if case .argument = leaf.operator { return root }

    // What is read above each operator, from the top down.
    var needs = [Set<Slot>](repeating: live, count: chain.count)
    for index in chain.indices.reversed().dropLast() {
      needs[index - 1] = slotsRead(below: chain[index], live: needs[index])
    }
    // Rebuilt from the leaf up, with what rows hold.
    var node = leaf
    var bound = leaf.operator.writtenSlots
    for index in chain.indices.dropFirst() {
      let next = chain[index]
      if next.operator.copiesRows, !bound.isSubset(of: needs[index - 1]) {
        bound.formIntersection(needs[index - 1])
        node = PlanNode(
          .project([], keeps: bound.sorted()), inputs: [node],
          estimatedRows: node.estimatedRows)
      }
      node = rebuilt(next, over: node, live: needs[index], &bound)
    }
    return node
  }

  /// Slots that must be in the rows below an operator.
  private func slotsRead(below node: PlanNode, live: Set<Slot>) -> Set<Slot> {
    var read: Set<Slot> = []
    switch node.operator {
    case .project(let items, let keeps):
      for item in items { item.expression.collectSlots(into: &read) }
      return read.union(live.intersection(keeps))
    case .aggregate(let keys, let aggregates):
      for key in keys { key.expression.collectSlots(into: &read) }
      for aggregate in aggregates {
        for argument in aggregate.call.arguments { argument.collectSlots(into: &read) }
      }
      return read
    case .countEnds(let keys, let ends):
      for key in keys { key.expression.collectSlots(into: &read) }
      return read.union(ends.roots)
    default:
      node.operator.collectSlots(into: &read)
      for input in node.inputs.dropFirst() { input.collectSlots(into: &read) }
      if case .shortestPath(let path) = node.operator { read.subtract(path.paths.map(\.slot)) }
      let written = node.operator.writtenSlots
      return live.subtracting(written).union(read.subtracting(written))
    }
  }

  private func rebuilt(
    _ node: PlanNode, over input: PlanNode, live: Set<Slot>, _ bound: inout Set<Slot>
  ) -> PlanNode {
    var operation = node.operator
    var inputs = [input] + node.inputs.dropFirst()
    switch operation {
    case .project(let items, let keeps):
      let kept = keeps.filter { bound.contains($0) && live.contains($0) }
      operation = .project(items, keeps: kept)
      bound = Set(items.map(\.slot)).union(kept)
    case .aggregate(let keys, let aggregates):
      bound = Set(keys.map(\.slot) + aggregates.map(\.slot))
    case .countEnds(let keys, let ends):
      bound = Set(keys.map(\.slot) + ends.counts.map(\.slot))
    case .hashJoin(let keys):
      let right = node.inputs[1]
      let held = boundSlots(of: right)
      inputs[1] = apply(to: right, live: live.union(keys).intersection(held))
      bound.formUnion(boundSlots(of: inputs[1]))
    case .union:
      inputs = node.inputs.map { apply(to: $0, live: live) }
      bound = live
    case .apply:
      bound.formUnion(operation.writtenSlots)
      if let second = node.inputs.dropFirst().first { bound.formUnion(boundSlots(of: second)) }
    default: bound.formUnion(operation.writtenSlots)
    }
    return PlanNode(operation, inputs: inputs, estimatedRows: node.estimatedRows)
  }

  /// Slots that the rows of a plan hold, besides those that come in through its leaf.
  private func boundSlots(of root: PlanNode) -> Set<Slot> {
    var chain: [PlanNode] = []
    var current: PlanNode? = root
    while let node = current {
      chain.append(node)
      current = node.inputs.first
    }
    var bound: Set<Slot> = []
    for node in chain.reversed() {
      switch node.operator {
      case .project(let items, let keeps):
        bound.formIntersection(keeps)
        bound.formUnion(items.map(\.slot))
      case .aggregate(let keys, let aggregates):
        bound = Set(keys.map(\.slot) + aggregates.map(\.slot))
      case .countEnds(let keys, let ends):
        bound = Set(keys.map(\.slot) + ends.counts.map(\.slot))
      default: bound.formUnion(node.operator.writtenSlots)
      }
      for input in node.inputs.dropFirst() { bound.formUnion(boundSlots(of: input)) }
    }
    return bound
  }
}

extension PlanOperator {
  /// Whether the operator copies or keeps the rows it takes in.
  fileprivate var copiesRows: Bool {
    switch self {
    case .expand(let expand): !expand.isInto
    case .expandGroup(let group): !group.isInto
    case .meet(let meet): !meet.isOnce
    case .unwind, .hashJoin, .sort, .barrier, .apply(.inner), .apply(.optional): true
    default: false
    }
  }

  /// Slots that the operator fills.
  fileprivate var writtenSlots: Set<Slot> {
    switch self {
    case .scanAll(let slot), .scanLabel(let slot, _), .seek(let slot, _, _, _),
      .seekID(let slot, _), .unwind(_, let slot):
      return [slot]
    case .expand(let expand):
      var slots: Set<Slot> = []
      if !expand.isInto { slots.insert(expand.to) }
      if !expand.isRelationshipBound { slots.insert(expand.relationship) }
      return slots
    case .expandGroup(let group): return group.writtenSlots
    case .shortestPath(let path):
      return path.group.writtenSlots.subtracting([path.from, path.to])
    case .meet(let meet):
      return meet.isOnce ? [] : [meet.node, meet.leftRelationship, meet.rightRelationship]
    case .degree(let degree): return [degree.count]
    case .project(let items, _): return Set(items.map(\.slot))
    case .apply(.optional(let nulls)): return Set(nulls)
    case .call(let invocation): return Set(invocation.yields.map(\.slot))
    case .extension(_, let yields): return Set(yields.map(\.slot))
    case .create(let items), .merge(let items, _, _): return Set(items.map(\.slot))
    default: return []
    }
  }
}

extension ExpandGroup {
  fileprivate var writtenSlots: Set<Slot> {
    var slots = Set(lists.map(\.list))
    if !isInto { slots.insert(to) }
    if let relationships { slots.insert(relationships) }
    return slots
  }
}
