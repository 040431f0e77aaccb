import PropertyGraph

/// Orders the work of one `MATCH`: where to start, which edge to walk next, where each predicate
/// goes. Greedy over estimates, trying every start; a value, so that a trial is a copy.
struct MatchPlanner {
  /// A predicate that has not been placed.
  struct Pending {
    var expression: BoundExpression
    /// Slots of the pattern and of rows coming in that it reads.
    var needs: Set<Slot>
  }

  let context: PlanningContext
  let pattern: BoundPattern
  let estimates: Cardinality
  /// Labels that predicates of the pattern demand of a node.
  let labels: [Slot: [Text]]
  /// Whether repeated rows can be told from single ones later.
  let duplicatesMatter: Bool
  /// Rows so far.
  var builder: PlanBuilder
  /// Edges not walked yet, by position in the pattern.
  var edges: [Int]
  /// Nodes not bound yet.
  var nodes: [Slot]
  /// Predicates not placed yet.
  var predicates: [Pending]
  /// Slots for values that the plan itself needs. Trials share them, so that those not chosen leave
  /// none behind.
  private let ownSlots = OwnSlots()
  private var takenSlots = 0
  /// Path variables not built yet; only those that something reads.
  var paths: [(slot: Slot, elements: [Slot])]

  /// With more nodes than this, only the cheapest starts are tried.
  private static let mostStarts = 8

  init(
    _ context: PlanningContext, _ pattern: BoundPattern, from start: PlanBuilder,
    duplicatesMatter: Bool
  ) {
    self.context = context
    self.pattern = pattern
    self.duplicatesMatter = duplicatesMatter
    estimates = Cardinality(statistics: context.statistics)
    builder = start
    builder.bound.formUnion(pattern.boundBefore)
    edges = Array(pattern.edges.indices)
    nodes = pattern.nodes.filter { !pattern.boundBefore.contains($0) }
    paths = pattern.paths.filter { context.slots[$0.slot].isRead }

    var demanded: [Slot: [Text]] = [:]
    for slot in pattern.boundBefore { demanded[slot] = context.slots[slot].names }
    for predicate in pattern.predicates {
      if case .hasLabels(let subject, let names) = predicate.kind,
        case .slot(let slot) = subject.kind
      {
        demanded[slot, default: []] += names
      }
    }
    labels = demanded

    // What a predicate has to wait for: everything else it mentions is local to it.
    var known = builder.bound.union(pattern.nodes).union(pattern.paths.map(\.slot))
    for edge in pattern.edges {
      known.insert(edge.relationship)
      if case .group(let group) = edge.form { known.formUnion(group.lists.map(\.list)) }
      if case .shortest(let group, _) = edge.form { known.formUnion(group.lists.map(\.list)) }
    }
    predicates = pattern.predicates.map {
      Pending(expression: $0, needs: $0.mentionedSlots.intersection(known))
    }
    predicates += Self.nullChecks(pattern, context).map {
      Pending(expression: $0, needs: $0.mentionedSlots)
    }
  }

  /// A node that is null matches nothing. Edges and label tests drop it anyway; a lone bound node
  /// needs a test of its own.
  private static func nullChecks(
    _ pattern: BoundPattern, _ context: PlanningContext
  ) -> [BoundExpression] {
    pattern.nodes.filter { node in
      pattern.boundBefore.contains(node)
        && (context.slots[node].mayBeNull || context.slots[node].type != .node)
        && !pattern.edges.contains { $0.left == node || $0.right == node }
    }.map { node in
      BoundExpression(.isNull(BoundExpression(.slot(node), 0..<0), negated: true), 0..<0)
    }
  }

  /// A slot for a value that the plan itself needs.
  mutating func takeSlot() -> Slot {
    if takenSlots == ownSlots.slots.count {
      ownSlots.slots.append(context.slots.make(.any, mayBeNull: true))
    }
    takenSlots += 1
    return ownSlots.slots[takenSlots - 1]
  }

  // MARK: Running

  /// Places everything.
  mutating func run() {
    placePredicates()
    while true {
      walkAll()
      guard !nodes.isEmpty || !edges.isEmpty else { break }
      if startAtBoundRelationship() { continue }
      guard let next = bestStart() else { break }
      self = next
    }
    for path in paths { build(path) }
    paths = []
    placePredicates(all: true)
  }

  /// Walks edges, the cheapest first, until none touches a bound node.
  mutating func walkAll() {
    while let move = cheapestMove() {
      switch move {
      case .walk(let edge): walk(edge)
      case .meet(let middle): meet(middle)
      }
      placePredicates()
    }
  }

  /// The planner after the best next start and everything that can be walked from there.
  private func bestStart() -> MatchPlanner? {
    var candidates = nodes
    if candidates.count > Self.mostStarts {
      let ranked = candidates.enumerated().sorted {
        (scanRows($0.element), $0.offset) < (scanRows($1.element), $1.offset)
      }
      candidates = ranked.prefix(Self.mostStarts).map(\.element)
    }
    var best: MatchPlanner?
    for candidate in candidates {
      var trial = self
      trial.start(at: candidate)
      trial.walkAll()
      if let current = best, current.foreseenCost <= trial.foreseenCost { continue }
      best = trial
    }
    guard let chained = best else { return nil }
    guard let joined = joinedStart(candidates), joined.foreseenCost < chained.foreseenCost else {
      return chained
    }
    return joined
  }

  /// What was spent, and what the next start will cost at least: each row so far repeats it. So a
  /// part that leaves few rows comes before one that is merely cheap to begin with.
  private var foreseenCost: Double {
    guard let next = nodes.map({ rowsFound(at: $0) }).min() else { return builder.cost }
    return builder.cost + builder.rows * next
  }

  // MARK: Predicates

  /// Adds every predicate whose slots are bound; path variables it reads are built first.
  mutating func placePredicates(all: Bool = false) {
    for path in paths
    where path.elements.allSatisfy(builder.bound.contains)
      && predicates.contains(where: {
        $0.needs.contains(path.slot)
          && $0.needs.subtracting(paths.map(\.slot)).isSubset(of: builder.bound)
      })
    {
      build(path)
      paths.removeAll { $0.slot == path.slot }
    }
    var ready: [BoundExpression] = []
    var waiting: [Pending] = []
    for predicate in predicates {
      if all || predicate.needs.isSubset(of: builder.bound) {
        ready.append(predicate.expression)
      } else {
        waiting.append(predicate)
      }
    }
    guard !ready.isEmpty else { return }
    predicates = waiting
    context.addFilters(ready, to: &builder)
  }

  private mutating func build(_ path: (slot: Slot, elements: [Slot])) {
    context.addCompute(
      [(path.slot, BoundExpression(.path(path.elements), 0..<0))], to: &builder)
  }

  // MARK: Choosing

  /// The edge that gives the fewest rows next.
  func cheapestEdge(among candidates: [Int]) -> Int? {
    var best: (edge: Int, rows: Double)?
    for edge in candidates {
      guard let rows = rowsAfterWalking(pattern.edges[edge]) else { continue }
      if let current = best, current.rows <= rows { continue }
      best = (edge, rows)
    }
    return best?.edge
  }

  /// Rows for each row if the edge is walked now; `nil` if it cannot be.
  func rowsAfterWalking(_ edge: BoundEdge) -> Double? {
    let hasLeft = builder.bound.contains(edge.left)
    let hasRight = builder.bound.contains(edge.right)
    if case .shortest = edge.form { return hasLeft && hasRight ? 1 : nil }
    guard hasLeft || hasRight else { return nil }
    let target = hasLeft ? edge.right : edge.left
    var rows = fanOut(edge, fromLeft: hasLeft)
    if hasLeft, hasRight {
      rows /= max(estimates.nodes(labels: labels[target] ?? []), 1)
    } else {
      rows *= selectivity(at: target)
    }
    return edge.isRelationshipBound ? min(rows, 1) : rows
  }

  /// Rows for each row that walking the edge gives before predicates.
  func fanOut(_ edge: BoundEdge, fromLeft: Bool) -> Double {
    let source = labels[fromLeft ? edge.left : edge.right] ?? []
    switch edge.form {
    case .step:
      return estimates.degree(
        types: edge.types, direction: fromLeft ? edge.direction : edge.direction.reversed,
        from: source)
    case .group(let group):
      let reach = estimates.reach(
        of: fromLeft ? group : group.reversed, from: source)
      return canReach(edge) ? min(reach, estimates.allNodes) : reach
    case .shortest: return 1
    }
  }

  /// The part of nodes that the predicates about this node alone let through.
  func selectivity(at node: Slot) -> Double {
    predicates.filter { $0.needs.contains(node) }
      .filter { $0.needs.subtracting([node]).isSubset(of: builder.bound) }
      .reduce(1) { $0 * estimates.selectivity(of: $1.expression) }
  }
}

/// See ``MatchPlanner/takeSlot()``.
private final class OwnSlots {
  var slots: [Slot] = []
}
