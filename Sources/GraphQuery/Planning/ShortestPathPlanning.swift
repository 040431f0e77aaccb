import PropertyGraph

/// What belongs to the search of `shortestPath(...)`.
extension MatchPlanner {
  /// Moves the predicates that speak of the path, and of nothing that is still to be bound, into
  /// the search. Such that look at one step at a time become part of the step: then the search can
  /// still go from both ends.
  mutating func takePredicates(of edge: BoundEdge, into path: inout ShortestPath) {
    guard edge.searchesWithPredicates, case .shortest(let group, _) = edge.form else { return }
    let ownPaths = pattern.paths.filter { $0.elements.contains(edge.relationship) }
    let own = Set(ownPaths.map(\.slot) + group.lists.map(\.list) + [edge.relationship])
    var waiting: [Pending] = []
    var whole: [BoundExpression] = []
    for pending in predicates {
      guard !pending.needs.isDisjoint(with: own),
        pending.needs.subtracting(own).isSubset(of: builder.bound)
      else {
        waiting.append(pending)
        continue
      }
      if let step = predicate(
        ofEachStep: pending.expression, path.group, edge.relationship, own)
      {
        path.group.predicate = Self.conjunction([path.group.predicate, step].compactMap(\.self))
      } else {
        whole.append(pending.expression)
      }
    }
    predicates = waiting
    guard !whole.isEmpty else { return }
    path.predicate = Self.conjunction(whole)
    let read = Set(whole.flatMap(\.mentionedSlots))
    path.paths = ownPaths.filter { read.contains($0.slot) }
  }

  /// `all` or `none` over the relationships or nodes of the path, asked of one step instead.
  private func predicate(
    ofEachStep expression: BoundExpression, _ group: ExpandGroup, _ relationships: Slot,
    _ own: Set<Slot>
  ) -> BoundExpression? {
    guard group.steps.count == 1,
      case .quantifier(let quantifier, let element, let list, let predicate) = expression.kind,
      quantifier == .all || quantifier == .none,
      predicate.mentionedSlots.isDisjoint(with: own)
    else { return nil }
    let elements: [Slot]
    switch list.kind {
    case .slot(relationships):
      elements = [group.steps[0].relationship]
    case .call(let function, let arguments):
      guard case .slot(let slot)? = arguments.first?.kind, own.contains(slot) else { return nil }
      if function.name == "relationships" {
        elements = [group.steps[0].relationship]
      } else if function.name == "nodes", group.minimum > 0 {
        elements = [group.entry, group.steps[0].node]
      } else {
        return nil
      }
    default: return nil
    }
    let one = BoundExpression(
      .list(elements.map { BoundExpression(.slot($0), list.span) }), list.span)
    return BoundExpression(
      .quantifier(quantifier, element: element, list: one, predicate: predicate), expression.span)
  }

  private static func conjunction(_ parts: [BoundExpression]) -> BoundExpression {
    parts.count == 1
      ? parts[0] : BoundExpression(.all(parts), parts.first?.span ?? 0..<0)
  }
}
