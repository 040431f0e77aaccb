import Diagnostics
import PropertyGraph

/// Clauses that change the graph.
extension Analyzer {
  // MARK: CREATE

  func bindCreate(
    _ create: Clause.Create, _ scope: inout Scope, _ clauses: inout [BoundClause]
  ) throws(Diagnostic) {
    var items: [CreateItem] = []
    var paths: [(slot: Slot, expression: BoundExpression)] = []
    for path in create.pattern {
      if path.selector != .all {
        throw problem(SemanticsWording.selectorNotAllowed(), at: path.span)
      }
      let elements = try bindCreatedPath(path, &scope, &items)
      if let variable = path.variable {
        try checkIsNew(variable, scope)
        let slot = slots.make(.path, name: variable.text)
        scope.variables[variable.text] = slot
        paths.append((slot, BoundExpression(.path(elements), path.span)))
      }
    }
    clauses.append(.create(items))
    if !paths.isEmpty { clauses.append(.compute(paths)) }
  }

  private func bindCreatedPath(
    _ path: PathPattern, _ scope: inout Scope, _ items: inout [CreateItem]
  ) throws(Diagnostic) -> [Slot] {
    var elements: [Slot] = []
    var left: Slot?
    var pending: StepPattern?
    var start = path.span.lowerBound
    for element in path.elements {
      switch element {
      case .group(let group):
        throw problem(SemanticsWording.creatingRepetition(), at: group.span)
      case .step(let step):
        if let name = step.variable { try checkIsNew(name, scope) }
        try checkCreated(step, requiresDirection: true)
        pending = step
      case .node(let node):
        let right = try bindCreatedNode(
          node, isAlone: path.elements.count == 1, &scope, &items)
        if let from = left, let step = pending {
          elements.append(
            try bindCreatedStep(
              step, from, right, start..<node.span.upperBound, &scope, &items))
        }
        elements.append(right)
        left = right
        start = node.span.lowerBound
        pending = nil
      }
    }
    return elements
  }

  private func bindCreatedNode(
    _ node: NodePattern, isAlone: Bool, _ scope: inout Scope, _ items: inout [CreateItem]
  ) throws(Diagnostic) -> Slot {
    if let name = node.variable, let known = scope.variables[name.text] {
      try require(known, name, "a node", at: name.span) { $0 == .node }
      guard !isAlone, node.labels.isEmpty, node.properties == nil else {
        throw problem(
          SemanticsWording.alreadyBound(
            name.text, help: "use the bound node without labels and properties, or a new name"),
          at: name.span)
      }
      slots[known].isRead = true
      return known
    }
    if let predicate = node.predicate {
      throw problem(SemanticsWording.creatingPredicate(), at: predicate.span)
    }
    try checkLabels(node.labels)
    let labels = node.labels.map(\.text).withoutRepeats
    try checkProperties(node.properties, ofNode: labels)
    let properties = try bindCreatedProperties(node.properties, scope)
    let slot = slots.make(.node, name: node.variable?.text, names: labels)
    if let name = node.variable { scope.variables[name.text] = slot }
    items.append(.node(slot, labels: labels, properties: properties))
    return slot
  }

  private func bindCreatedStep(
    _ step: StepPattern, _ left: Slot, _ right: Slot, _ span: Span, _ scope: inout Scope,
    _ items: inout [CreateItem]
  ) throws(Diagnostic) -> Slot {
    let types = step.types.map(\.text)
    try checkTypes(step.types)
    try checkProperties(step.properties, ofRelationship: types)
    let properties = try bindCreatedProperties(step.properties, scope)
    if let name = step.variable { try checkIsNew(name, scope) }
    let slot = slots.make(.relationship, name: step.variable?.text, names: types)
    if let name = step.variable { scope.variables[name.text] = slot }
    let isIncoming = step.direction == .incoming
    items.append(
      .relationship(
        slot, type: types.first ?? "", from: isIncoming ? right : left,
        to: isIncoming ? left : right, properties: properties, span: span))
    return slot
  }

  private func checkCreated(_ step: StepPattern, requiresDirection: Bool) throws(Diagnostic) {
    guard step.types.count == 1 else {
      throw problem(SemanticsWording.singleType(step.types.count), at: step.span)
    }
    if requiresDirection, step.direction == .either {
      throw problem(SemanticsWording.requiresDirection(), at: step.span)
    }
    if let predicate = step.predicate {
      throw problem(SemanticsWording.creatingPredicate(), at: predicate.span)
    }
  }

  private func bindCreatedProperties(
    _ properties: Expression?, _ scope: Scope
  ) throws(Diagnostic) -> BoundExpression? {
    guard let properties else { return nil }
    let typed = try bind(properties, ExpressionContext(scope))
    guard typed.type.isOpen || typed.type == .map else {
      throw problem(
        SemanticsWording.argumentType("the properties", wanted: "a map", got: typed.type),
        at: properties.span)
    }
    return typed.expression
  }

  // MARK: MERGE

  func bindMerge(
    _ merge: Clause.Merge, _ scope: inout Scope, _ clauses: inout [BoundClause]
  ) throws(Diagnostic) {
    let path = merge.pattern
    if path.selector != .all {
      throw problem(SemanticsWording.selectorNotAllowed(), at: path.span)
    }
    let properties = try checkMerged(path, scope)
    let (pattern, inner) = try bindPattern([path], predicate: nil, scope: scope)
    let items = createItems(for: path, pattern, properties, boundBefore: scope)
    scope = inner
    let onCreate = try bindSet(merge.onCreate, scope)
    let onMatch = try bindSet(merge.onMatch, scope)
    var matched = pattern
    matched.paths = []
    clauses.append(.merge(matched, items, onCreate: onCreate, onMatch: onMatch))
    if !pattern.paths.isEmpty {
      clauses.append(
        .compute(
          pattern.paths.map { ($0.slot, BoundExpression(.path($0.elements), path.span)) }))
    }
  }

  /// Checks what `MERGE` may create, and binds properties where its own variables are not yet
  /// visible. By position in the path.
  private func checkMerged(
    _ path: PathPattern, _ scope: Scope
  ) throws(Diagnostic) -> [BoundExpression?] {
    var bound: [BoundExpression?] = []
    var declared: Set<Text> = []
    for element in path.elements {
      switch element {
      case .group(let group):
        throw problem(SemanticsWording.creatingRepetition(), at: group.span)
      case .step(let step):
        if let name = step.variable { try checkIsNew(name, scope) }
        try checkCreated(step, requiresDirection: false)
        try checkIsMap(step.properties)
        bound.append(try bindCreatedProperties(step.properties, scope))
      case .node(let node):
        if let name = node.variable {
          let isKnown = scope.variables[name.text] != nil || declared.contains(name.text)
          if let known = scope.variables[name.text] {
            try require(known, name, "a node", at: name.span) { $0 == .node }
          }
          let addsNothing = node.labels.isEmpty && node.properties == nil
          if isKnown, path.elements.count == 1 || !addsNothing {
            throw problem(
              SemanticsWording.alreadyBound(
                name.text,
                help: "use the bound node without labels and properties, or a new name"),
              at: name.span)
          }
          declared.insert(name.text)
        }
        if let predicate = node.predicate {
          throw problem(SemanticsWording.creatingPredicate(), at: predicate.span)
        }
        try checkIsMap(node.properties)
        bound.append(try bindCreatedProperties(node.properties, scope))
      }
    }
    return bound
  }

  private func checkIsMap(_ properties: Expression?) throws(Diagnostic) {
    guard let properties else { return }
    guard case .map = properties.kind else {
      throw problem(SemanticsWording.parameterAsProperties(), at: properties.span)
    }
  }

  private func createItems(
    for path: PathPattern, _ pattern: BoundPattern, _ properties: [BoundExpression?],
    boundBefore scope: Scope
  ) -> [CreateItem] {
    var items: [CreateItem] = []
    var created: Set<Slot> = pattern.boundBefore
    var edges = pattern.edges[...]
    var steps: [CreateItem] = []
    for (index, element) in path.elements.enumerated() {
      switch element {
      case .group: break
      case .node(let node):
        let slot: Slot
        if index == 0 {
          slot = pattern.edges.first?.left ?? pattern.nodes.first ?? Slot(0)
        } else {
          slot = pattern.edges[(index - 1) / 2].right
        }
        if created.insert(slot).inserted {
          items.append(
            .node(
              slot, labels: node.labels.map(\.text).withoutRepeats,
              properties: properties[index]))
        }
      case .step(let step):
        guard let edge = edges.popFirst() else { break }
        // Either direction matches; what is created points from left to right.
        let isIncoming = step.direction == .incoming
        steps.append(
          .relationship(
            edge.relationship, type: edge.types.first ?? "",
            from: isIncoming ? edge.right : edge.left,
            to: isIncoming ? edge.left : edge.right, properties: properties[index],
            span: edge.span))
      }
    }
    return items + steps
  }
}
