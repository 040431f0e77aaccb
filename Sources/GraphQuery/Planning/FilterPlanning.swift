import PropertyGraph

/// Predicates: plain ones as one filter, cheap ones first; subqueries as semi-joins after them.
extension PlanningContext {
  func addFilters(_ predicates: [BoundExpression], to builder: inout PlanBuilder) {
    let estimates = Cardinality(statistics: statistics)
    let plain = predicates.filter { !$0.containsSubquery }
      .enumerated()
      .sorted { ($0.element.filterRank, $0.offset) < ($1.element.filterRank, $1.offset) }
      .map(\.element)
    if let first = plain.first {
      let predicate = plain.count == 1 ? first : BoundExpression(.all(plain), first.span)
      builder.add(
        .filter(predicate), rows: builder.rows * estimates.selectivity(of: predicate))
    }
    for predicate in predicates where predicate.containsSubquery {
      add(predicate, to: &builder, estimates)
    }
  }

  private func add(
    _ predicate: BoundExpression, to builder: inout PlanBuilder, _ estimates: Cardinality
  ) {
    let rows = builder.rows * estimates.selectivity(of: predicate)
    switch predicate.kind {
    case .subquery(.exists, let plan):
      builder.add(.apply(.exists(negated: false)), rows: rows, second: plan)
    case .not(let operand):
      if case .subquery(.exists, let plan) = operand.kind {
        builder.add(.apply(.exists(negated: true)), rows: rows, second: plan)
      } else {
        builder.add(.filter(predicate), rows: rows)
      }
    default:
      builder.add(.filter(predicate), rows: rows)
    }
  }
}

extension BoundExpression {
  /// What a predicate costs for a row: labels before comparisons before anything else.
  fileprivate var filterRank: Int {
    switch kind {
    case .literal: 0
    case .hasLabels, .isNull: 1
    case .comparison, .binary(.in, _, _): 2
    default: 3
    }
  }
}
