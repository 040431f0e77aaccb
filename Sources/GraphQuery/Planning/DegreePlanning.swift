import PropertyGraph

/// Steps whose rows are only counted: the number of relationships is read off, no rows are made.
extension PlanningContext {
  /// The aggregates over rows that a step has not multiplied; `nil` where the step is needed.
  ///
  /// The operator on top must be one step (or an optional one), with no more than labels demanded of
  /// the node that it arrives at, and every aggregate must count something that the step writes.
  func countedSteps(
    _ aggregation: BoundAggregation, _ builder: inout PlanBuilder
  ) -> BoundAggregation? {
    guard rules.contains(.degrees), !aggregation.aggregates.isEmpty,
      let sum = SummingAggregates.all.first(where: { $0.name == "sum" }),
      let counted = countedStep(builder.node)
    else { return nil }
    let step = counted.step
    let written: Set<Slot> = [step.to, step.relationship]
    guard
      aggregation.keys.allSatisfy({
        $0.expression.mentionedSlots.isDisjoint(with: written)
          && !$0.expression.containsSubquery
      }),
      aggregation.aggregates.allSatisfy({
        $0.call.isCount(ofAny: written, orRows: !counted.isOptional)
      })
    else { return nil }
    let count = slots.make(.integer)
    builder.replace(with: counted.input)
    builder.bound.subtract(written)
    builder.add(
      .degree(
        Degree(
          from: step.from, types: step.types, direction: step.direction, labels: counted.labels,
          count: count, keepsRowsWithout: counted.isOptional, span: step.span)),
      rows: counted.input.estimatedRows, writes: [count])
    var result = aggregation
    for index in result.aggregates.indices {
      let span = result.aggregates[index].call.arguments.first?.span ?? step.span
      result.aggregates[index].call = AggregateCall(
        function: sum, arguments: [BoundExpression(.slot(count), span)], isDistinct: false)
    }
    return result
  }

  private struct CountedStep {
    var step: Expand
    var labels: [Text]
    var input: PlanNode
    var isOptional: Bool
  }

  private func countedStep(_ node: PlanNode) -> CountedStep? {
    if case .apply(.optional) = node.operator, node.inputs.count == 2 {
      guard var counted = countedStep(node.inputs[1]),
        case .argument = counted.input.operator
      else { return nil }
      counted.input = node.inputs[0]
      counted.isOptional = true
      return counted
    }
    var labels: [Text] = []
    var current = node
    while case .filter(let predicate) = current.operator, let input = current.inputs.first {
      for part in predicate.conjuncts {
        guard case .hasLabels(let subject, let names) = part.kind,
          case .slot(let slot) = subject.kind, Self.arrival(of: input) == slot
        else { return nil }
        labels += names
      }
      current = input
    }
    guard case .expand(let step) = current.operator, !step.isInto, !step.isRelationshipBound,
      step.distinctFrom.isEmpty, step.to != step.from, let input = current.inputs.first
    else { return nil }
    return CountedStep(step: step, labels: labels, input: input, isOptional: false)
  }

  /// The node that the step below filters arrives at.
  private static func arrival(of node: PlanNode) -> Slot? {
    var current = node
    while case .filter = current.operator, let input = current.inputs.first { current = input }
    if case .expand(let step) = current.operator { return step.to }
    return nil
  }
}

extension AggregateCall {
  /// Whether it counts rows, or values of slots that are never null.
  fileprivate func isCount(ofAny counted: Set<Slot>, orRows: Bool) -> Bool {
    guard !isDistinct else { return false }
    guard let function else { return orRows }
    guard function.name == "count", arguments.count == 1, case .slot(let slot) = arguments[0].kind
    else { return false }
    return counted.contains(slot)
  }
}
