import Diagnostics
import PropertyGraph

/// Repetitions in patterns: `-[r:TYPE*1..4]->` and `((a)-[:TYPE]->(b) WHERE ...){1,4}`.
extension Analyzer {
  func declareGroup(
    _ group: GroupPattern, _ left: Slot, _ right: Slot, _ draft: inout PatternDraft
  ) throws(Diagnostic) -> BoundEdge {
    if group.elements.count == 1, case .step(let step)? = group.elements.first {
      return try declareVariableLength(step, group, left, right, &draft)
    }
    return try declareQuantified(group, left, right, &draft)
  }

  private func declareVariableLength(
    _ step: StepPattern, _ group: GroupPattern, _ left: Slot, _ right: Slot,
    _ draft: inout PatternDraft
  ) throws(Diagnostic) -> BoundEdge {
    try checkTypes(step.types)
    let types = step.types.map(\.text).withoutRepeats
    let list: Slot
    var isBound = false
    if let name = step.variable, let known = draft.scope.variables[name.text] {
      try require(known, name, "a list of relationships", at: name.span) { type in
        if case .list(let element) = type { return element.isOpen || element == .relationship }
        return false
      }
      if draft.relationships.contains(known) {
        throw problem(SemanticsWording.relationshipTwice(name.text), at: name.span)
      }
      slots[known].isRead = true
      list = known
      isBound = true
      draft.pattern.boundBefore.insert(known)
    } else {
      if let name = step.variable { try checkMayDeclare(name, draft) }
      list = slots.make(.list(.relationship), name: step.variable?.text, names: types)
      if let name = step.variable { draft.scope.variables[name.text] = list }
    }
    draft.relationships.insert(list)

    let entry = slots.make(.node)
    let relationship = slots.make(.relationship, names: types)
    let node = slots.make(.node)
    var conjuncts: [BoundExpression] = []
    // The predicates of a repetition see the variables declared so far, and the relationship of
    // one repetition under its own name.
    var context = ExpressionContext(draft.scope)
    if let name = step.variable {
      slots[relationship].name = name.text
      context = context.inside(name.text, relationship)
    }
    if let properties = step.properties {
      conjuncts += try bindProperties(
        properties, of: relationship, relationshipTypes: types, labels: [],
        ExpressionContext(draft.scope))
    }
    if let predicate = step.predicate {
      conjuncts += try bindPredicate(predicate, context).conjuncts
    }
    let direction = TraversalDirection(step.direction)
    let bound = BoundGroup(
      minimum: group.minimum, maximum: group.maximum, entry: entry,
      steps: [
        ExpandGroup.Step(
          types: types, direction: direction, relationship: relationship, node: node)
      ],
      predicate: BoundExpression(conjunction: conjuncts, group.span), lists: [])
    return BoundEdge(
      form: .group(bound), left: left, right: right, relationship: list,
      isRelationshipBound: isBound, types: types, direction: direction)
  }

  private func declareQuantified(
    _ group: GroupPattern, _ left: Slot, _ right: Slot, _ draft: inout PatternDraft
  ) throws(Diagnostic) -> BoundEdge {
    var locals = GroupLocals()
    var entry: Slot?
    var steps: [ExpandGroup.Step] = []
    var pending: (relationship: Slot, step: StepPattern)?
    for element in group.elements {
      switch element {
      case .group(let inner):
        throw UnsupportedConstruct.nestedRepetition.at(inner.span, in: source)
      case .step(let step):
        try checkTypes(step.types)
        let types = step.types.map(\.text).withoutRepeats
        let slot = slots.make(.relationship, names: types)
        if let name = step.variable {
          if locals.slots[name.text] != nil {
            throw problem(SemanticsWording.relationshipTwice(name.text), at: name.span)
          }
          try declareLocal(name, slot, .relationship, &locals, &draft)
        }
        if let properties = step.properties {
          locals.properties.append((properties, slot, types, []))
        }
        if let predicate = step.predicate { locals.predicates.append(predicate) }
        pending = (slot, step)
      case .node(let node):
        let slot = try declareGroupNode(node, &locals, &draft)
        if let connection = pending {
          steps.append(
            ExpandGroup.Step(
              types: connection.step.types.map(\.text).withoutRepeats,
              direction: TraversalDirection(connection.step.direction),
              relationship: connection.relationship, node: slot))
          pending = nil
        } else {
          entry = slot
        }
      }
    }
    if let predicate = group.predicate { locals.predicates.append(predicate) }
    var context = ExpressionContext(draft.scope)
    for (name, slot) in locals.slots {
      context.scope = context.scope.binding(name, to: slot)
    }
    var conjuncts = locals.conjuncts
    for (properties, slot, types, labels) in locals.properties {
      conjuncts += try bindProperties(
        properties, of: slot, relationshipTypes: types, labels: labels, context)
    }
    for predicate in locals.predicates {
      conjuncts += try bindPredicate(predicate, context).conjuncts
    }
    // Outside the group its variables are lists.
    for (name, list) in locals.lists { draft.scope.variables[name] = list }
    let list = slots.make(.list(.relationship))
    draft.relationships.insert(list)
    let bound = BoundGroup(
      minimum: group.minimum, maximum: group.maximum, entry: entry ?? slots.make(.node),
      steps: steps, predicate: BoundExpression(conjunction: conjuncts, group.span),
      lists: locals.pairs)
    return BoundEdge(
      form: .group(bound), left: left, right: right, relationship: list,
      isRelationshipBound: false, types: [], direction: .outgoing)
  }

  private func declareGroupNode(
    _ node: NodePattern, _ locals: inout GroupLocals, _ draft: inout PatternDraft
  ) throws(Diagnostic) -> Slot {
    try checkLabels(node.labels)
    let labels = node.labels.map(\.text)
    let slot = slots.make(.node, names: labels)
    let here = BoundExpression(.slot(slot), node.span)
    if let name = node.variable {
      if let first = locals.slots[name.text] {
        guard slots[first].type == .node else {
          throw problem(
            SemanticsWording.typeConflict(
              name.text, is: slots[first].type.phrase, wanted: "a node"),
            at: name.span)
        }
        let earlier = BoundExpression(.slot(first), name.span)
        locals.conjuncts.append(BoundExpression(.comparison(.equal, earlier, here), name.span))
      } else {
        try declareLocal(name, slot, .node, &locals, &draft)
      }
    }
    if !labels.isEmpty {
      locals.conjuncts.append(BoundExpression(.hasLabels(here, labels), node.span))
    }
    if let properties = node.properties {
      locals.properties.append((properties, slot, nil, labels))
    }
    if let predicate = node.predicate { locals.predicates.append(predicate) }
    return slot
  }

  private func declareLocal(
    _ name: Name, _ slot: Slot, _ type: InferredType, _ locals: inout GroupLocals,
    _ draft: inout PatternDraft
  ) throws(Diagnostic) {
    if draft.scope.variables[name.text] != nil {
      throw problem(
        SemanticsWording.alreadyBound(
          name.text, help: "variables inside a repetition are new: choose another name"),
        at: name.span)
    }
    try checkMayDeclare(name, draft)
    let list = slots.make(.list(type), name: name.text)
    slots[slot].name = name.text
    locals.slots[name.text] = slot
    locals.lists.append((name.text, list))
    locals.pairs.append((slot, list))
  }
}

/// What a quantified group declares.
private struct GroupLocals {
  /// Slots of one repetition by name.
  var slots: [Text: Slot] = [:]
  /// The lists that the names stand for outside.
  var lists: [(name: Text, list: Slot)] = []
  var pairs: [(local: Slot, list: Slot)] = []
  var conjuncts: [BoundExpression] = []
  var properties: [(Expression, Slot, [Text]?, [Text])] = []
  var predicates: [Expression] = []
}

extension BoundExpression {
  /// The conjunction of the parts; `nil` of none.
  init?(conjunction parts: [BoundExpression], _ span: Span) {
    guard let first = parts.first else { return nil }
    self = parts.count == 1 ? first : BoundExpression(.all(parts), span)
  }
}
