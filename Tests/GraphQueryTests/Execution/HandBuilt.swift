import Diagnostics
import PropertyGraph

@testable import GraphQuery

/// Runs plans that a test built by hand.
enum HandBuilt {
  static func plan(_ root: PlanNode, slotCount: Int) -> QueryPlan {
    QueryPlan(
      root: root, columns: [], slotCount: slotCount,
      slotNames: Array(repeating: nil, count: slotCount), isUpdating: false, parameters: [],
      mode: .run)
  }

  /// The values of the slots in each row, as text.
  static func rows(
    _ root: PlanNode, slots: [Slot], of slotCount: Int, on graph: any GraphAccess = GraphView(),
    batchSize: Int = 2_048, limits: QueryLimits = QueryLimits()
  ) throws -> [String] {
    let run = StatementRun(
      plan: plan(root, slotCount: slotCount), graph: graph, operators: .unsupported,
      parameters: PropertyMap(), budget: QueryBudget(limits: limits), batchSize: batchSize,
      statementTime: 0, runNested: { _, _ in QueryResult(columns: [], rows: []) })
    var rows: [String] = []
    try run.pull { (batch) throws(Diagnostic) in
      for row in 0..<batch.count { rows.append(text(slots.map { batch[$0][row] }, graph)) }
    }
    return rows
  }

  /// Values as JSON, but entities by their rows: `n0`, `r0`.
  static func text(_ values: [Value], _ graph: any GraphAccess) -> String {
    values.map { text($0, graph) }.joined(separator: " ")
  }

  private static func text(_ value: Value, _ graph: any GraphAccess) -> String {
    switch value {
    case .node(let row): "n\(row.index)"
    case .relationship(let row): "r\(row.index)"
    case .list(let elements): "[\(elements.map { text($0, graph) }.joined(separator: ","))]"
    default: JSONWriter.text(value, graph: graph).string
    }
  }

  // MARK: Expressions

  static func literal(_ value: Value) -> BoundExpression { BoundExpression(.literal(value), 0..<0) }
  static func slot(_ index: Int) -> BoundExpression { BoundExpression(.slot(Slot(index)), 0..<0) }

  static func binary(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression
  ) -> BoundExpression {
    BoundExpression(.binary(operation, left, right), 0..<0)
  }

  static func comparison(
    _ operation: ComparisonOperator, _ left: BoundExpression, _ right: BoundExpression
  ) -> BoundExpression {
    BoundExpression(.comparison(operation, left, right), 0..<0)
  }

  /// One row for each value, in slot `index`.
  static func table(_ values: [Value], in index: Int, over input: PlanNode? = nil) -> PlanNode {
    PlanNode(
      .unwind(literal(.list(values)), Slot(index)), inputs: [input ?? PlanNode(.unit)])
  }
}
