import Diagnostics
import Glibc
import PropertyGraph

/// One run of one plan: opens the operators and pulls the rows.
struct StatementRun {
  let plan: QueryPlan
  let context: ExecutionContext

  init(
    plan: QueryPlan, graph: any GraphAccess, operators: OperatorExtensions,
    parameters: PropertyMap, budget: QueryBudget, batchSize: Int, statementTime: Int64,
    runNested: @escaping (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) {
    self.plan = plan
    let functions = FunctionContext(
      graph: graph, statementTime: statementTime, random: { Double.random(in: 0..<1) },
      foresee: budget.foresight(for: "a function's result"))
    context = ExecutionContext(
      plan: plan, graph: graph, parameters: parameters, budget: budget, functions: functions,
      operators: operators, batchSize: batchSize,
      profile: plan.mode == .profile ? ProfileRecorder() : nil, runNested: runNested)
  }

  /// Runs the plan to its end, handing on the result batch by batch.
  func pull(_ take: (Batch) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for name in plan.parameters where context.parameters[name] == nil {
      throw ExecutionWording.missingParameter(name)
    }
    let root = try OperatorBuilder(context: context).build(plan.root)
    var last: Batch?
    do throws(Diagnostic) {
      while let batch = try root.next() {
        last = batch
        try take(batch)
        last = nil
      }
    } catch {
      // The operators stand until the engine lets go of what the statement has left.
      context.budget.leave((context, root, last))
      throw error
    }
  }

  /// The result columns of a batch as rows.
  func rows(of batch: Batch) throws(Diagnostic) -> [[Value]] {
    let columns = plan.columns.map { batch[$0.slot] }
    if columns.isEmpty { return [] }
    if columns.count == 1 { return columns[0].values.map { [$0] } }
    let values = columns.map(\.values)
    return (0..<batch.count).map { row in
      var cells: [Value] = []
      cells.reserveCapacity(values.count)
      for column in values { cells.append(column[row]) }
      return cells
    }
  }

  /// Nanoseconds since 1970, UTC.
  static func currentTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
