import PropertyGraph

/// What makes the rows of a plan differ, as far as its form shows.
struct UniqueRows {
  /// Slots whose values together are different in every row; `nil` where that is not known.
  let slots: Set<Slot>?

  /// Looks at a plan.
  init(of node: PlanNode) { slots = Self.slots(of: node) }

  /// Whether every group of a grouping by these expressions is one row.
  func areApart(
    by keys: [(slot: Slot, expression: BoundExpression)]
  ) -> Bool {
    guard let slots else { return false }
    return slots.isSubset(of: keys.compactMap(\.expression.slot))
  }

  private static func slots(of node: PlanNode) -> Set<Slot>? {
    switch node.operator {
    case .scanAll(let slot), .scanLabel(let slot, _):
      if case .unit? = node.inputs.first?.operator { return [slot] }
      return nil
    case .distinct(let slots): return Set(slots)
    case .aggregate(let keys, _), .countEnds(let keys, _):
      return keys.isEmpty ? nil : Set(keys.map(\.slot))
    // Rows are dropped, ordered or given one value more.
    case .filter, .degree, .sort, .top, .skip, .limit:
      return node.inputs.first.flatMap(slots)
    case .project(let items, let keeps):
      guard let below = node.inputs.first.flatMap(slots) else { return nil }
      let written = Set(items.map(\.slot))
      var seen: Set<Slot> = []
      for slot in below {
        if keeps.contains(slot), !written.contains(slot) {
          seen.insert(slot)
        } else if let item = items.first(where: { $0.expression.slot == slot }) {
          seen.insert(item.slot)
        } else {
          return nil
        }
      }
      return seen
    default: return nil
    }
  }
}

extension BoundExpression {
  /// The slot, if the expression is nothing else.
  var slot: Slot? {
    if case .slot(let slot) = kind { slot } else { nil }
  }
}
