import PropertyGraph

/// How a pattern, or a part of it that hangs together, gets its first node.
extension MatchPlanner {
  /// A way to find a node without walking to it.
  enum Access {
    case id(BoundExpression)
    case index(label: Text?, key: Text, value: BoundExpression)
    /// Each value of a list by an index.
    case indexes(label: Text?, key: Text, list: BoundExpression)
    /// Each id of a list.
    case ids(BoundExpression)
    case label(Text)
    case all
  }

  /// Adds the first node of a part, then its predicates.
  mutating func start(at node: Slot) {
    let (access, used) = access(to: node)
    if let used { predicates.remove(at: used) }
    let rows = builder.rows * rowsFound(access)
    switch access {
    case .id(let value): builder.add(.seekID(node, value: value), rows: rows, writes: [node])
    case .index(let label, let key, let value):
      builder.add(
        .seek(node, label: label, key: key, value: value), rows: rows, writes: [node])
      if let label { drop(label, of: node) }
    case .indexes(let label, let key, let list):
      let value = unwindValues(list, rows: rows)
      builder.add(
        .seek(node, label: label, key: key, value: value), rows: rows, writes: [node])
      if let label { drop(label, of: node) }
    case .ids(let list):
      let value = unwindValues(list, rows: rows)
      builder.add(.seekID(node, value: value), rows: rows, writes: [node])
    case .label(let label):
      builder.add(.scanLabel(node, label), rows: rows, writes: [node])
      drop(label, of: node)
    case .all: builder.add(.scanAll(node), rows: rows, writes: [node])
    }
    nodes.removeAll { $0 == node }
    placePredicates()
  }

  /// A row for each different value of a list; gives the value.
  private mutating func unwindValues(_ list: BoundExpression, rows: Double) -> BoundExpression {
    let slot = takeSlot()
    let values = BoundExpression(.call(ValueFunctions.differentValues, [list]), list.span)
    builder.add(.unwind(values, slot), rows: rows, writes: [slot])
    return BoundExpression(.slot(slot), list.span)
  }

  /// Rows that a scan for the node gives, with its predicates.
  func scanRows(_ node: Slot) -> Double {
    rowsFound(access(to: node).access) * selectivity(at: node)
  }

  /// Rows that finding the node gives, before its predicates.
  func rowsFound(at node: Slot) -> Double { rowsFound(access(to: node).access) }

  private func rowsFound(_ access: Access) -> Double {
    switch access {
    case .id, .index: 1
    case .indexes(_, _, let list), .ids(let list):
      if case .list(let values) = list.kind { Double(values.count) } else { 10 }
    case .label(let label): context.statistics.nodeCount(label: label)
    case .all: context.statistics.nodeCount(label: nil)
    }
  }

  /// The best access path, and the position of the predicate that it makes superfluous.
  private func access(to node: Slot) -> (access: Access, used: Int?) {
    let labels = ownLabels(of: node)
    var found: (access: Access, used: Int?)?
    for (index, predicate) in predicates.enumerated()
    where predicate.needs.contains(node)
      && predicate.needs.subtracting([node]).isSubset(of: builder.bound)
    {
      guard let access = access(to: node, by: predicate.expression, labels) else { continue }
      if let current = found, rowsFound(current.access) <= rowsFound(access) { continue }
      found = (access, index)
    }
    if let found { return found }
    let rarest = labels.enumerated().min {
      (context.statistics.nodeCount(label: $0.element), $0.offset)
        < (context.statistics.nodeCount(label: $1.element), $1.offset)
    }
    return rarest.map { (.label($0.element), nil) } ?? (.all, nil)
  }

  /// The access path that a predicate opens: `id(n)` or an indexed property equal to a value, or
  /// among the values of a list.
  private func access(
    to node: Slot, by predicate: BoundExpression, _ labels: [Text]
  ) -> Access? {
    let sides: [(subject: BoundExpression, value: BoundExpression)]
    var isList = false
    switch predicate.kind {
    case .comparison(.equal, let left, let right): sides = [(left, right), (right, left)]
    case .binary(.in, let subject, let list):
      sides = [(subject, list)]
      isList = true
    default: return nil
    }
    for (subject, value) in sides {
      guard !value.mentionedSlots.contains(node), !value.containsSubquery else { continue }
      if subject.isIdentity(of: node) { return isList ? .ids(value) : .id(value) }
      guard case .property(let owner, let key) = subject.kind, case .slot(node) = owner.kind
      else { continue }
      let label = labels.first { context.statistics.hasIndex(label: $0, key: key) }
      guard label != nil || context.statistics.hasIndex(label: nil, key: key) else { continue }
      return isList
        ? .indexes(label: label, key: key, list: value)
        : .index(label: label, key: key, value: value)
    }
    return nil
  }

  /// Labels that predicates of this pattern demand of the node.
  private func ownLabels(of node: Slot) -> [Text] {
    predicates.flatMap { predicate -> [Text] in
      guard case .hasLabels(let subject, let names) = predicate.expression.kind,
        case .slot(node) = subject.kind
      else { return [] }
      return names
    }.withoutRepeats
  }

  /// Takes a label that is found already out of the predicates.
  private mutating func drop(_ label: Text, of node: Slot) {
    predicates = predicates.compactMap { predicate in
      guard case .hasLabels(let subject, let names) = predicate.expression.kind,
        case .slot(node) = subject.kind
      else { return predicate }
      let rest = names.filter { $0 != label }
      guard !rest.isEmpty else { return nil }
      var copy = predicate
      copy.expression.kind = .hasLabels(subject, rest)
      return copy
    }
  }

  // MARK: From a bound relationship

  /// Begins at an end of a relationship that is bound already, if a part has one.
  mutating func startAtBoundRelationship() -> Bool {
    guard
      let position = edges.first(where: {
        let edge = pattern.edges[$0]
        guard case .step = edge.form else { return false }
        return edge.isRelationshipBound && !builder.bound.contains(edge.left)
          && !builder.bound.contains(edge.right)
      })
    else { return false }
    let edge = pattern.edges[position]
    let relationship = BoundExpression(.slot(edge.relationship), 0..<0)
    switch edge.direction {
    case .outgoing:
      context.addCompute([(edge.left, .start(of: relationship))], to: &builder)
    case .incoming:
      context.addCompute([(edge.left, .end(of: relationship))], to: &builder)
    case .either:
      builder.add(
        .unwind(.ends(of: relationship), edge.left), rows: builder.rows * 2,
        writes: [edge.left])
    }
    nodes.removeAll { $0 == edge.left }
    placePredicates()
    return true
  }
}

extension BoundExpression {
  /// Whether this is `id(node)`.
  fileprivate func isIdentity(of node: Slot) -> Bool {
    guard case .call(let function, let arguments) = kind, arguments.count == 1,
      case .slot(node) = arguments[0].kind
    else { return false }
    return function.name.isSameFunctionName(as: "id")
  }

  fileprivate static func start(of relationship: BoundExpression) -> BoundExpression {
    BoundExpression(.call(EndFunctions.start, [relationship]), relationship.span)
  }

  fileprivate static func end(of relationship: BoundExpression) -> BoundExpression {
    BoundExpression(.call(EndFunctions.end, [relationship]), relationship.span)
  }

  fileprivate static func ends(of relationship: BoundExpression) -> BoundExpression {
    BoundExpression(.call(EndFunctions.both, [relationship]), relationship.span)
  }
}
