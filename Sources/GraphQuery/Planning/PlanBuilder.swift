import PropertyGraph

/// A plan while it grows: the operator on top and what its rows hold.
struct PlanBuilder {
  /// The operator on top.
  private(set) var node: PlanNode
  /// Slots that rows hold.
  var bound: Set<Slot> = []
  /// Whether the leaf delivers rows of an outer plan.
  var isCorrelated = false
  /// Whether some operator changes the graph.
  var containsUpdates = false
  /// Whether the operator on top changes the graph and may still be at it when others read.
  var isUpdateOpen = false
  /// The sum of the rows that all operators give: what a plan costs.
  var cost: Double = 0

  /// A plan that begins with a leaf.
  init(_ leaf: PlanNode) {
    node = leaf
  }

  /// Estimated rows.
  var rows: Double { node.estimatedRows }

  /// Puts an operator on top; `second` is its second input.
  mutating func add(
    _ operation: PlanOperator, rows: Double, writes: [Slot] = [], second: PlanNode? = nil
  ) {
    let inputs = second.map { [node, $0] } ?? [node]
    node = PlanNode(operation, inputs: inputs, estimatedRows: max(rows, 0))
    bound.formUnion(writes)
    cost += max(rows, 0)
  }

  /// Replaces what has been built by a whole plan.
  mutating func replace(with node: PlanNode) {
    self.node = node
  }

  /// Takes in all rows before what follows reads, if an update may still be going on.
  mutating func close() {
    guard isUpdateOpen else { return }
    add(.barrier, rows: rows)
    isUpdateOpen = false
  }
}
