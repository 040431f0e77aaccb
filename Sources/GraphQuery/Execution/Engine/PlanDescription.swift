import PropertyGraph

/// A plan as text for `EXPLAIN` and `PROFILE`.
enum PlanDescription {
  static func text(
    of plan: QueryPlan, profiles: [ObjectIdentifier: OperatorProfile]?
  ) -> String {
    var lines: [String] = []
    describe(plan.root, depth: 0, profiles, into: &lines)
    return lines.joined(separator: "\n")
  }

  private static func describe(
    _ node: PlanNode, depth: Int, _ profiles: [ObjectIdentifier: OperatorProfile]?,
    into lines: inout [String]
  ) {
    let name = String(describing: node.operator).prefix { $0 != "(" }
    var line = String(repeating: "  ", count: depth) + name
    if let profile = profiles?[ObjectIdentifier(node)] {
      line += "  rows \(profile.rows)  \(profile.nanoseconds / 1_000) µs"
    }
    lines.append(line)
    for input in node.inputs { describe(input, depth: depth + 1, profiles, into: &lines) }
  }
}
