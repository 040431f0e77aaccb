import PropertyGraph

/// Estimates of rows. Rough on purpose: they only have to rank alternatives.
struct Cardinality {
  /// Counts of the graph.
  let statistics: any GraphStatistics

  private static let equality = 0.1
  private static let range = 0.3
  private static let other = 0.5
  /// How many repetitions of an unbounded group are reckoned with.
  private static let reckonedRepetitions = 5

  /// All nodes, at least one so that it may divide.
  var allNodes: Double { max(statistics.nodeCount(label: nil), 1) }

  /// Nodes that have all the labels, by the rarest.
  func nodes(labels: [Text]) -> Double {
    labels.map { statistics.nodeCount(label: $0) }.min() ?? statistics.nodeCount(label: nil)
  }

  /// The part of all nodes that has the labels.
  func selectivity(labels: [Text]) -> Double {
    labels.isEmpty ? 1 : min(1, nodes(labels: labels) / allNodes)
  }

  /// The part of rows that a predicate lets through.
  func selectivity(of predicate: BoundExpression) -> Double {
    switch predicate.kind {
    case .hasLabels(_, let labels):
      // Relationships of a type mostly lead to the same labels, so a label tested after a step
      // drops fewer rows than its share of all nodes says.
      return selectivity(labels: labels).squareRoot()
    case .comparison(.equal, _, _): return Self.equality
    case .comparison(.notEqual, _, _): return 1 - Self.equality
    case .comparison: return Self.range
    case .binary(.in, _, _), .binary(.startsWith, _, _), .binary(.endsWith, _, _),
      .binary(.contains, _, _), .binary(.matches, _, _):
      return Self.range
    case .all(let parts): return parts.reduce(1) { $0 * selectivity(of: $1) }
    case .any(let parts): return min(1, parts.reduce(0) { $0 + selectivity(of: $1) })
    case .not(let operand): return max(0.05, 1 - selectivity(of: operand))
    case .literal(.boolean(let value)): return value ? 1 : 0
    default: return Self.other
    }
  }

  /// Relationships that one node of the labels has, of the types and in the direction.
  func degree(types: [Text], direction: TraversalDirection, from labels: [Text]) -> Double {
    let relationships =
      types.isEmpty
      ? statistics.relationshipCount(type: nil)
      : types.reduce(0) { $0 + statistics.relationshipCount(type: $1) }
    // Between the two guesses that the label has all of them, and its share of them.
    let each =
      relationships / max(nodes(labels: labels), 1) * selectivity(labels: labels).squareRoot()
    return direction == .either ? each * 2 : each
  }

  /// Ends that the repetitions of a group reach from one node.
  func reach(of group: BoundGroup, from labels: [Text]) -> Double {
    let first = fanOut(of: group, from: labels)
    let each = fanOut(of: group, from: [])
    let last = group.maximum ?? max(group.minimum, 1) + Self.reckonedRepetitions
    let most = min(last, group.minimum + 16)
    var total = 0.0
    var level = 1.0
    for repetition in 0...max(most, 0) {
      if repetition >= group.minimum { total += level }
      level = min(level * (repetition == 0 ? first : each), 1e12)
    }
    return min(total, 1e12)
  }

  /// Ends of one repetition.
  private func fanOut(of group: BoundGroup, from labels: [Text]) -> Double {
    var rows = 1.0
    for (index, step) in group.steps.enumerated() {
      rows *= degree(
        types: step.types, direction: step.direction, from: index == 0 ? labels : [])
    }
    return group.predicate.map { rows * selectivity(of: $0) } ?? rows
  }
}
