import PropertyGraph

/// Counts of distinct nodes: how many rows lead to a node does not matter then, so the steps are
/// walked from the rows of a group and only the nodes are marked.
extension PlanningContext {
  /// What an aggregation counts at the ends of the steps on top, which are then taken off the plan;
  /// `nil` where rows are needed.
  ///
  /// Legal where every aggregate is `count(DISTINCT node)` of a node that such a step arrives at,
  /// the keys read nothing that the steps write, and nothing but labels is demanded of the nodes.
  func countedEnds(
    _ aggregation: BoundAggregation, _ builder: inout PlanBuilder
  ) -> CountedEnds? {
    guard rules.contains(.ends), !slots.isNondeterministic, !aggregation.aggregates.isEmpty else {
      return nil
    }
    var counts: [(slot: Slot, node: Slot)] = []
    for (slot, call) in aggregation.aggregates {
      guard let node = call.distinctNode else { return nil }
      counts.append((slot, node))
    }
    var peeling = Peeling(
      node: builder.node,
      keeps: aggregation.keys.reduce(into: []) { slots, key in
        key.expression.collectSlots(into: &slots)
      })
    while peeling.takeOptional() {}
    if aggregation.keys.allSatisfy({ isHarmless($0.expression) }) { peeling.takeDemanded() }
    guard !peeling.chains.isEmpty, peeling.arrivals.isSuperset(of: counts.map(\.node)),
      !aggregation.keys.contains(where: \.expression.containsSubquery)
    else { return nil }
    builder.replace(with: peeling.node)
    return CountedEnds(chains: peeling.chains, counts: counts)
  }

  /// Whether the expression may be evaluated for rows that have no match: it cannot fail.
  private func isHarmless(_ expression: BoundExpression) -> Bool {
    switch expression.kind {
    case .literal, .parameter, .slot: return true
    case .property(let subject, _):
      guard case .slot(let slot) = subject.kind else { return false }
      switch slots[slot].type {
      case .node, .relationship: return true
      default: return false
      }
    default: return false
    }
  }
}

/// Takes chains of steps off a plan, from the top down.
private struct Peeling {
  /// What is left.
  private(set) var node: PlanNode
  /// Slots that must stay.
  let keeps: Set<Slot>
  /// What was taken, in walking order.
  private(set) var chains: [CountedEnds.Chain] = []
  /// Where the steps taken arrive.
  private(set) var arrivals: Set<Slot> = []

  init(node: PlanNode, keeps: Set<Slot>) {
    self.node = node
    self.keeps = keeps
  }

  /// Takes an optional chain.
  mutating func takeOptional() -> Bool {
    guard case .apply(.optional) = node.operator, node.inputs.count == 2,
      let (steps, rest) = steps(from: node.inputs[1]), case .argument = rest.operator
    else { return false }
    take(CountedEnds.Chain(steps: steps, isOptional: true), leaving: node.inputs[0])
    return true
  }

  /// Takes a chain that rows must have.
  mutating func takeDemanded() {
    guard let (steps, rest) = steps(from: node) else { return }
    take(CountedEnds.Chain(steps: steps, isOptional: false), leaving: rest)
  }

  private mutating func take(_ chain: CountedEnds.Chain, leaving rest: PlanNode) {
    chains.insert(chain, at: 0)
    arrivals.formUnion(chain.steps.map(\.to))
    node = rest
  }

  /// The longest chain on top of a plan, and what is below it.
  private func steps(from top: PlanNode) -> (steps: [CountedEnds.Step], rest: PlanNode)? {
    var steps: [CountedEnds.Step] = []
    var best: (steps: [CountedEnds.Step], rest: PlanNode)?
    // Tests of labels wait for the step that arrives there.
    var labels: [Slot: [Text]] = [:]
    var current = top
    while let input = current.inputs.first {
      switch current.operator {
      case .filter(let predicate):
        for part in predicate.conjuncts {
          guard case .hasLabels(let subject, let names) = part.kind,
            case .slot(let slot) = subject.kind
          else { return best }
          labels[slot, default: []] += names
        }
      case .expand(let step):
        guard isFree(step), steps.first.map({ $0.from == step.to }) ?? true else { return best }
        steps.insert(
          CountedEnds.Step(
            from: step.from, to: step.to, types: step.types, direction: step.direction,
            labels: labels.removeValue(forKey: step.to) ?? [], span: step.span),
          at: 0)
        if labels.isEmpty { best = (steps, input) }
      default: return best
      }
      current = input
    }
    return best
  }

  private func isFree(_ step: Expand) -> Bool {
    !step.isInto && !step.isRelationshipBound && step.distinctFrom.isEmpty && step.to != step.from
      && keeps.isDisjoint(with: [step.to, step.relationship])
  }
}

extension AggregateCall {
  /// The node of `count(DISTINCT node)`.
  fileprivate var distinctNode: Slot? {
    guard isDistinct, let function, function.name == "count", arguments.count == 1,
      case .slot(let slot) = arguments[0].kind
    else { return nil }
    return slot
  }
}
