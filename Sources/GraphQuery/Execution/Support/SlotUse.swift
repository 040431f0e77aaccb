import PropertyGraph

/// Which slots expressions and plans read and write, so that rows carry no more than is needed.
struct SlotUse {
  private(set) var read: Set<Slot> = []
  private(set) var written: Set<Slot> = []
  /// Whether rows are handed in from outside somewhere below.
  private(set) var hasArgument = false

  /// Slots that an expression reads, ascending.
  static func read(by expression: BoundExpression) -> [Slot] {
    var use = SlotUse()
    use.visit(expression)
    return use.read.sorted()
  }

  /// What a plan reads and writes, subplans included.
  static func of(_ node: PlanNode) -> SlotUse {
    var use = SlotUse()
    use.visit(node)
    return use
  }

  // MARK: Expressions

  private mutating func visit(_ expressions: [BoundExpression]) {
    for expression in expressions { visit(expression) }
  }

  private mutating func visit(_ expression: BoundExpression?) {
    guard let expression else { return }
    switch expression.kind {
    case .slot(let slot): read.insert(slot)
    case .path(let slots): read.formUnion(slots)
    case .subquery(let kind, let plan):
      // What a subquery writes is its own; it must not count as written by the plan around it.
      let outer = written
      let hadArgument = hasArgument
      visit(plan)
      written = outer
      hasArgument = hadArgument
      switch kind {
      case .exists, .count: break
      case .collect(let slot), .first(let slot): read.insert(slot)
      }
    default: expression.forEachPart { visit($0) }
    }
  }

  // MARK: Plans

  private mutating func visit(_ node: PlanNode) {
    for (position, input) in node.inputs.enumerated() {
      let hadArgument = hasArgument
      visit(input)
      if position > 0, node.hasSubplan { hasArgument = hadArgument }
    }
    switch node.operator {
    case .unit, .empty, .union, .barrier: break
    case .argument: hasArgument = true
    case .scanAll(let slot), .scanLabel(let slot, _): written.insert(slot)
    case .seek(let slot, _, _, let value), .seekID(let slot, let value):
      written.insert(slot)
      visit(value)
    case .expand(let step): visit(step)
    case .expandGroup(let group): visit(group)
    case .shortestPath(let search):
      visit(search.group)
      read.formUnion([search.from, search.to])
    case .meet(let meet):
      read.formUnion([meet.left, meet.right] + meet.leftDistinctFrom + meet.rightDistinctFrom)
      if !meet.isOnce {
        written.formUnion([meet.node, meet.leftRelationship, meet.rightRelationship])
      }
    case .degree(let degree):
      read.insert(degree.from)
      written.insert(degree.count)
    case .filter(let expression), .skip(let expression), .limit(let expression):
      visit(expression)
    case .project(let items, _):
      for item in items {
        visit(item.expression)
        written.insert(item.slot)
      }
    case .aggregate(let keys, let aggregates):
      for key in keys {
        visit(key.expression)
        written.insert(key.slot)
      }
      for aggregate in aggregates {
        visit(aggregate.call.arguments)
        written.insert(aggregate.slot)
      }
    case .countEnds(let keys, let ends):
      for key in keys {
        visit(key.expression)
        written.insert(key.slot)
      }
      read.formUnion(ends.roots)
      written.formUnion(ends.counts.map(\.slot))
    case .distinct(let slots), .hashJoin(let slots): read.formUnion(slots)
    case .sort(let keys): visit(keys.map(\.expression))
    case .top(let keys, let limit):
      visit(keys.map(\.expression))
      visit(limit)
    case .unwind(let list, let slot):
      visit(list)
      written.insert(slot)
    case .apply(let kind):
      if case .optional(let nulls) = kind { written.formUnion(nulls) }
    case .call(let invocation):
      visit(invocation.arguments)
      written.formUnion(invocation.yields.map(\.slot))
    case .extension(_, let yields): written.formUnion(yields.map(\.slot))
    case .create(let items): visit(items)
    case .merge(let items, let onCreate, let onMatch):
      visit(items)
      visit(onCreate)
      visit(onMatch)
    case .set(let operations): visit(operations)
    case .remove(let operations):
      for operation in operations {
        switch operation {
        case .property(let subject, _): visit(subject)
        case .labels(let slot, _, _): read.insert(slot)
        }
      }
    case .delete(let expressions, _): visit(expressions)
    }
  }

  private mutating func visit(_ step: Expand) {
    read.insert(step.from)
    read.formUnion(step.distinctFrom)
    if step.isInto { read.insert(step.to) } else { written.insert(step.to) }
    if step.isRelationshipBound {
      read.insert(step.relationship)
    } else {
      written.insert(step.relationship)
    }
  }

  private mutating func visit(_ group: ExpandGroup) {
    read.insert(group.from)
    read.formUnion(group.distinctFrom)
    if group.isInto { read.insert(group.to) } else { written.insert(group.to) }
    if let bound = group.boundRelationships { read.insert(bound) }
    if let relationships = group.relationships { written.insert(relationships) }
    written.formUnion(group.lists.map(\.list))
    visit(group.predicate)
  }

  private mutating func visit(_ items: [CreateItem]) {
    for item in items {
      switch item {
      case .node(let slot, _, let properties):
        written.insert(slot)
        visit(properties)
      case .relationship(let slot, _, let from, let to, let properties, _):
        written.insert(slot)
        read.formUnion([from, to])
        visit(properties)
      }
    }
  }

  private mutating func visit(_ operations: [SetOperation]) {
    for operation in operations {
      switch operation {
      case .property(let subject, _, let value):
        visit(subject)
        visit(value)
      case .replace(let slot, let value), .merge(let slot, let value):
        read.insert(slot)
        visit(value)
      case .labels(let slot, _, _): read.insert(slot)
      }
    }
  }
}

extension PlanNode {
  /// Whether the second input is a plan that rows of the first are handed to.
  var hasSubplan: Bool {
    switch self.operator {
    case .apply, .merge: true
    default: false
    }
  }
}
