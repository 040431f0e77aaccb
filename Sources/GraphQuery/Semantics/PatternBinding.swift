import Diagnostics
import PropertyGraph

/// A pattern while it is bound. Variables are declared first, in the order written; properties and
/// predicates come after, when every variable of the pattern can be seen.
struct PatternDraft {
  /// A property map or predicate that waits until all variables are declared.
  enum Deferred {
    case properties(Expression, of: Slot, relationshipTypes: [Text]?, labels: [Text])
    case predicate(Expression)
  }

  var pattern = BoundPattern()
  var scope: Scope
  /// Whether variables that are not bound yet may stand in the pattern.
  var declaresVariables: Bool
  var deferred: [Deferred] = []
  /// Relationship variables met in this pattern.
  var relationships: Set<Slot> = []
}

extension Analyzer {
  /// Binds the pattern of a `MATCH` or of a subquery; gives the scope with its variables.
  func bindPattern(
    _ paths: [PathPattern], predicate: Expression?, scope: Scope, declaresVariables: Bool = true,
    context: ExpressionContext? = nil
  ) throws(Diagnostic) -> (pattern: BoundPattern, scope: Scope) {
    var draft = PatternDraft(scope: scope, declaresVariables: declaresVariables)
    for path in paths { try declare(path, &draft) }
    var inner = context ?? ExpressionContext(draft.scope)
    inner.scope = draft.scope
    inner.aggregates = nil
    for item in draft.deferred { try bindDeferred(item, inner, &draft) }
    if let predicate {
      draft.pattern.predicates += try bindPredicate(predicate, inner).conjuncts
    }
    return (draft.pattern, draft.scope)
  }

  private func bindDeferred(
    _ item: PatternDraft.Deferred, _ context: ExpressionContext, _ draft: inout PatternDraft
  ) throws(Diagnostic) {
    switch item {
    case .predicate(let predicate):
      draft.pattern.predicates += try bindPredicate(predicate, context).conjuncts
    case .properties(let properties, let slot, let types, let labels):
      draft.pattern.predicates += try bindProperties(
        properties, of: slot, relationshipTypes: types, labels: labels, context)
    }
  }

  /// `{key: value}` in a pattern as one comparison for each key.
  func bindProperties(
    _ properties: Expression, of slot: Slot, relationshipTypes: [Text]?, labels: [Text],
    _ context: ExpressionContext
  ) throws(Diagnostic) -> [BoundExpression] {
    guard case .map(let entries) = properties.kind else {
      throw problem(SemanticsWording.parameterAsProperties(), at: properties.span)
    }
    var bound: [BoundExpression] = []
    for (key, value) in entries {
      if let relationshipTypes {
        try checkProperty(key, ofRelationship: relationshipTypes)
      } else {
        try checkProperty(key, ofNode: labels)
      }
      let wanted = try bind(value, context.asValue).expression
      let span = key.span.lowerBound..<value.span.upperBound
      let actual = BoundExpression(
        .property(BoundExpression(.slot(slot), key.span), key: key.text), key.span)
      bound.append(BoundExpression(.comparison(.equal, actual, wanted), span))
    }
    return bound
  }

  // MARK: Declaring

  private func declare(_ path: PathPattern, _ draft: inout PatternDraft) throws(Diagnostic) {
    if path.selector != .all { try checkShortest(path) }
    var elements: [Slot] = []
    var left: Slot?
    var pending: PatternElement?
    var start = path.span.lowerBound
    for element in path.elements {
      guard case .node(let node) = element else {
        pending = element
        continue
      }
      let right = try declare(node, &draft)
      if let from = left, let connection = pending {
        elements.append(try connect(from, connection, right, path.selector, &draft))
        if let last = draft.pattern.edges.indices.last {
          draft.pattern.edges[last].span = start..<node.span.upperBound
          draft.pattern.edges[last].searchesWithPredicates = path.searchesWithPredicates
        }
      }
      elements.append(right)
      left = right
      start = node.span.lowerBound
      pending = nil
    }
    guard let variable = path.variable else { return }
    if draft.scope.variables[variable.text] != nil {
      throw problem(
        SemanticsWording.alreadyBound(
          variable.text, help: "a path variable is always new: choose another name"),
        at: variable.span)
    }
    let slot = slots.make(.path, name: variable.text)
    draft.scope.variables[variable.text] = slot
    draft.pattern.paths.append((slot, elements))
  }

  private func declare(
    _ node: NodePattern, _ draft: inout PatternDraft
  ) throws(Diagnostic) -> Slot {
    try checkLabels(node.labels)
    let labels = node.labels.map(\.text)
    let slot: Slot
    if let name = node.variable, let known = draft.scope.variables[name.text] {
      try require(known, name, "a node", at: name.span) { $0 == .node }
      slots[known].isRead = true
      slot = known
      if !draft.pattern.nodes.contains(slot) { draft.pattern.boundBefore.insert(slot) }
    } else {
      if let name = node.variable { try checkMayDeclare(name, draft) }
      slot = slots.make(.node, name: node.variable?.text, names: labels)
      if let name = node.variable { draft.scope.variables[name.text] = slot }
    }
    if !draft.pattern.nodes.contains(slot) { draft.pattern.nodes.append(slot) }
    if !labels.isEmpty {
      draft.pattern.predicates.append(
        BoundExpression(.hasLabels(BoundExpression(.slot(slot), node.span), labels), node.span))
    }
    if let properties = node.properties {
      draft.deferred.append(
        .properties(properties, of: slot, relationshipTypes: nil, labels: labels))
    }
    if let predicate = node.predicate { draft.deferred.append(.predicate(predicate)) }
    return slot
  }

  private func connect(
    _ left: Slot, _ connection: PatternElement, _ right: Slot, _ selector: PathPattern.Selector,
    _ draft: inout PatternDraft
  ) throws(Diagnostic) -> Slot {
    var edge: BoundEdge
    switch connection {
    case .node: return left
    case .step(let step):
      edge =
        selector == .all
        ? try declare(step, left, right, &draft)
        : try declareGroup(Self.once(step), left, right, &draft)
    case .group(let group):
      edge = try declareGroup(group, left, right, &draft)
    }
    if selector != .all, case .group(let group) = edge.form {
      edge.form = .shortest(group, isAll: selector == .allShortest)
    }
    draft.pattern.edges.append(edge)
    return edge.relationship
  }

  private func declare(
    _ step: StepPattern, _ left: Slot, _ right: Slot, _ draft: inout PatternDraft
  ) throws(Diagnostic) -> BoundEdge {
    try checkTypes(step.types)
    let types = step.types.map(\.text).withoutRepeats
    let slot: Slot
    var isBound = false
    if let name = step.variable, let known = draft.scope.variables[name.text] {
      try require(known, name, "a relationship", at: name.span) { $0 == .relationship }
      if draft.relationships.contains(known) {
        throw problem(SemanticsWording.relationshipTwice(name.text), at: name.span)
      }
      slots[known].isRead = true
      slot = known
      isBound = true
      draft.pattern.boundBefore.insert(known)
    } else {
      if let name = step.variable { try checkMayDeclare(name, draft) }
      slot = slots.make(.relationship, name: step.variable?.text, names: types)
      if let name = step.variable { draft.scope.variables[name.text] = slot }
    }
    draft.relationships.insert(slot)
    if let properties = step.properties {
      draft.deferred.append(
        .properties(properties, of: slot, relationshipTypes: types, labels: []))
    }
    if let predicate = step.predicate { draft.deferred.append(.predicate(predicate)) }
    return BoundEdge(
      form: .step, left: left, right: right, relationship: slot, isRelationshipBound: isBound,
      types: types, direction: TraversalDirection(step.direction))
  }

  // MARK: Checks

  /// Checks that a variable bound before can be what the pattern wants.
  func require(
    _ slot: Slot, _ name: Name, _ wanted: String, at span: Span,
    _ fits: (InferredType) -> Bool
  ) throws(Diagnostic) {
    let type = slots[slot].type
    guard type.isOpen || fits(type) else {
      throw problem(
        SemanticsWording.typeConflict(name.text, is: type.phrase, wanted: wanted), at: span)
    }
  }

  func checkMayDeclare(_ name: Name, _ draft: PatternDraft) throws(Diagnostic) {
    if draft.scope.hidden[name.text] != nil {
      _ = try resolve(name.text, at: name.span, in: draft.scope)
    }
    guard !draft.declaresVariables else { return }
    throw problem(
      SemanticsWording.undefinedVariable(name.text, visible: draft.scope.names), at: name.span)
  }

  private func checkShortest(_ path: PathPattern) throws(Diagnostic) {
    guard path.elements.count == 3 else {
      throw UnsupportedConstruct.shortestSequence.at(path.span, in: source)
    }
  }

  /// A single step as a repetition of exactly one.
  private static func once(_ step: StepPattern) -> GroupPattern {
    GroupPattern(
      minimum: 1, maximum: 1, elements: [.step(step)], predicate: nil, span: step.span)
  }
}

extension TraversalDirection {
  /// The direction in which an arrow points, seen from the node written first.
  init(_ direction: StepPattern.Direction) {
    switch direction {
    case .outgoing: self = .outgoing
    case .incoming: self = .incoming
    case .either: self = .either
    }
  }

  /// The same step seen from its other end.
  var reversed: TraversalDirection {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}

extension BoundExpression {
  /// The parts of a conjunction, or the expression itself.
  var conjuncts: [BoundExpression] {
    if case .all(let parts) = kind { return parts.flatMap(\.conjuncts) }
    return [self]
  }
}

extension Array where Element == Text {
  /// The names in order, each once.
  var withoutRepeats: [Text] {
    var seen: Set<Text> = []
    return filter { seen.insert($0).inserted }
  }
}
