import PropertyGraph

/// Whether repeated rows can be told from single ones further on.
extension PlanningContext {
  /// For each clause: whether it matters how often it gives a row. `atEnd` says whether it matters
  /// for the rows of the whole query.
  func duplicateSensitivity(of clauses: [BoundClause], atEnd: Bool) -> [Bool] {
    var matters = [Bool](repeating: true, count: clauses.count)
    guard !slots.isNondeterministic else { return matters }
    var isSensitive = atEnd
    for index in clauses.indices.reversed() {
      matters[index] = isSensitive
      switch clauses[index] {
      case .match, .unwind, .filter, .compute: break
      case .project(let projection):
        let hasCount = projection.skip != nil || projection.limit != nil
        if let aggregation = projection.aggregation {
          isSensitive = !aggregation.aggregates.allSatisfy { $0.call.ignoresDuplicates }
        } else if projection.isDistinct {
          isSensitive = false
        } else {
          isSensitive = isSensitive || hasCount
        }
      case .call, .extension, .subquery, .create, .merge, .set, .remove, .delete:
        isSensitive = true
      }
    }
    return matters
  }
}

extension AggregateCall {
  /// Whether repeated rows leave the result as it is.
  fileprivate var ignoresDuplicates: Bool {
    guard let function else { return false }
    if isDistinct { return true }
    let name = function.name.string.lowercased()
    return name == "min" || name == "max"
  }
}
