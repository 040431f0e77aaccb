import PropertyGraph

/// A limit that is left to a procedure whose rows come best first, such as a search.
extension PlanningContext {
  /// Asks the call on top for no more rows than `LIMIT` keeps. Legal where nothing stands between
  /// the two, the order is the one that the procedure keeps anyway (sorting is stable, so equal rows
  /// stay in its order) and the limit is the same whenever it is asked. Each input row has its first
  /// rows, and the first of all are among them.
  func askForFirst(
    _ count: BoundExpression, by order: [SortKey], _ builder: inout PlanBuilder
  ) {
    guard rules.contains(.rankings), count.isFixed, order.count <= 1,
      case .call(var invocation) = builder.node.operator, !invocation.procedure.isUpdating,
      let ranking = invocation.procedure.ranking
    else { return }
    if let key = order.first {
      guard !key.isAscending, case .slot(let slot) = key.expression.kind,
        invocation.yields.contains(where: { $0.slot == slot && $0.column == ranking.column })
      else { return }
    }
    invocation.first = count
    builder.replace(
      with: PlanNode(
        .call(invocation), inputs: builder.node.inputs,
        estimatedRows: builder.node.estimatedRows))
  }
}

extension BoundExpression {
  /// Whether the value is the same all through a statement.
  fileprivate var isFixed: Bool {
    switch kind {
    case .literal, .parameter: true
    default: false
    }
  }
}
