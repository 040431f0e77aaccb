public import Diagnostics
import PropertyGraph

/// Turns a parsed statement into a plan: semantic analysis, then the choice of operators.
///
/// A planner is cheap to make and holds no state between statements.
public struct QueryPlanner {
  private let catalogue: Catalogue
  private let statistics: any GraphStatistics
  private let extensions: [any StatementExtension]
  /// Rules in force; tests compare plans with and without them.
  var rules = PlanningRules.all

  /// A planner for one graph.
  public init(
    catalogue: Catalogue, statistics: any GraphStatistics,
    extensions: [any StatementExtension] = []
  ) {
    self.catalogue = catalogue
    self.statistics = statistics
    self.extensions = extensions
  }

  /// The plan of a statement.
  /// - Throws: a diagnostic of phase `compile` (or `unsupported`) with its place in `source`.
  public func plan(
    _ statement: Statement, source: SourceText
  ) throws(Diagnostic) -> QueryPlan {
    let statistics = statistics
    let rules = rules
    let analyzer = Analyzer(
      catalogue: catalogue, extensions: extensions, source: source, mode: statement.mode
    ) { (query, kind, slots) throws(Diagnostic) in
      let context = PlanningContext(
        slots: slots, statistics: statistics, rules: rules, isCorrelated: true)
      return context.planSubquery(query, kind)
    }
    var revision: BoundExpression?
    if let expression = statement.revision {
      revision = try analyzer.bindCount(expression, "AT REVISION")
    }
    let query = try analyzer.bindQuery(statement.query, scope: Scope(), place: .statement)
    let context = PlanningContext(
      slots: analyzer.slots, statistics: statistics, rules: rules, isCorrelated: false)
    let root = context.plan(query, from: PlanBuilder(PlanNode(.unit)), duplicatesMatter: true)
    let node =
      rules.contains(.forgetting)
      ? Forgetting().apply(to: root.node, live: Set(query.columns.map(\.slot))) : root.node
    let read = SlotUse.of(node).read.union(query.columns.map(\.slot))
    return QueryPlan(
      root: node, columns: query.columns, slotCount: analyzer.slots.entries.count,
      slotNames: analyzer.slots.entries.map(\.name),
      isUpdating: query.parts.contains { $0.clauses.contains { $0.isUpdating } },
      parameters: analyzer.parameters, mode: statement.mode, revision: revision,
      readSlots: read)
  }
}

/// What planning needs to know everywhere.
struct PlanningContext {
  /// What is known of the slots.
  let slots: SlotTable
  /// Counts and indexes.
  let statistics: any GraphStatistics
  /// Rules in force.
  let rules: PlanningRules
  /// Whether the plan runs once for each row of an outer one: then nothing is built into tables
  /// that would be thrown away row by row.
  var isCorrelated: Bool

  /// The plan of a subquery inside an expression.
  func planSubquery(_ query: BoundQuery, _ kind: SubqueryKind) -> PlanNode {
    var builder = PlanBuilder(PlanNode(.argument))
    builder.isCorrelated = true
    builder.bound = Set(query.outer)
    let duplicatesMatter =
      switch kind {
      case .exists: slots.isNondeterministic
      case .count, .collect, .first: true
      }
    return plan(query, from: builder, duplicatesMatter: duplicatesMatter).node
  }

  /// The same context inside an `apply`.
  var correlated: PlanningContext {
    var copy = self
    copy.isCorrelated = true
    return copy
  }
}
