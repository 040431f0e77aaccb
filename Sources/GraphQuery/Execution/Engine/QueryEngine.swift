public import Diagnostics
public import PropertyGraph

/// Runs statements of the query language on one graph: parses, plans (or takes the plan of an
/// earlier run), executes, and makes the changes of the statement lasting, or none of them.
///
/// One thread uses an engine at a time; a ``CancellationFlag`` may be raised from any.
public final class QueryEngine {
  /// What a run needs besides the text.
  public struct Options {
    /// Values of the parameters.
    public var parameters: PropertyMap
    /// What the statement may use.
    public var limits: QueryLimits
    /// Raised by whoever no longer waits for the result.
    public var cancellation: CancellationFlag?
    /// Rows that operators aim to give at a time. Any number gives the same answers.
    public var batchSize: Int

    /// Options; the defaults are those of every way into the engine.
    public init(
      parameters: PropertyMap = PropertyMap(), limits: QueryLimits = QueryLimits(),
      cancellation: CancellationFlag? = nil, batchSize: Int = 2_048
    ) {
      self.parameters = parameters
      self.limits = limits
      self.cancellation = cancellation
      self.batchSize = batchSize
    }
  }

  /// The graph that statements run on.
  public let graph: any GraphAccess
  /// The names that statements may use. A change takes effect with the next statement; bump its
  /// `version` so that cached plans are not reused.
  public var catalogue: Catalogue
  /// The graph as it was at a revision, for `AT REVISION`; without it that is refused.
  public var openRevision: ((_ revision: Int64) throws(Diagnostic) -> any GraphAccess)?

  /// Whether a statement that fails leaves its changes and its memory for ``settle()``. To take back
  /// a million changes takes longer than to say that they were cancelled: who answers somebody
  /// answers first.
  public var settlesLater = false

  /// Rules of the planner in force; tests compare answers with and without them.
  var rules = PlanningRules.all

  private let extensions: [any StatementExtension]
  private var cache: PlanCache
  private var unsettled: (graph: (any GraphAccess)?, budget: QueryBudget)?

  /// An engine over a graph.
  public init(
    graph: any GraphAccess, catalogue: Catalogue, extensions: [any StatementExtension] = [],
    cachedPlans: Int = 256
  ) {
    self.graph = graph
    self.catalogue = catalogue
    self.extensions = extensions
    cache = PlanCache(capacity: max(1, cachedPlans))
  }

  // MARK: Running

  /// Runs a statement and gives its result. Entities in it are rows of ``graph`` and hold until
  /// the next statement that changes the graph; of a statement that itself changes the graph, use
  /// ``run(_:options:read:)`` where entities matter.
  /// - Throws: A diagnostic of phase `compile`, `runtime` or `unsupported`; the graph is then as
  ///   before.
  public func run(
    _ source: SourceText, options: Options = Options()
  ) throws(Diagnostic) -> QueryResult {
    try run(source, options: options) { (result, _) in result }
  }

  /// Runs a statement given as plain text.
  public func run(
    _ text: String, parameters: PropertyMap = PropertyMap(),
    limits: QueryLimits = QueryLimits(), batchSize: Int = 2_048
  ) throws(Diagnostic) -> QueryResult {
    try run(
      SourceText(name: "query", text: text),
      options: Options(parameters: parameters, limits: limits, batchSize: batchSize))
  }

  /// Runs a statement and hands its result to `read` before the changes become lasting: entities
  /// that the statement deleted can still be read there. If `read` throws, nothing is changed.
  public func run<Output>(
    _ source: SourceText, options: Options = Options(),
    read: (_ result: QueryResult, _ graph: any GraphAccess) throws(Diagnostic) -> Output
  ) throws(Diagnostic) -> Output {
    let kept = KeptRows()
    return try execute(source, options) { (batch, run) throws(Diagnostic) in
      try kept.take(batch, of: run)
    } finish: { (summary, graph, _) throws(Diagnostic) in
      var result = summary
      if summary.rows.isEmpty { result.rows = kept.rows }
      return try read(result, graph)
    }
  }

  /// Runs a statement and hands on its rows without keeping them: as they come, or, where the
  /// statement changes the graph, when all is changed but nothing lasting yet, so that entities are
  /// what the statement makes of them. The result has everything but the rows.
  public func stream(
    _ source: SourceText, options: Options = Options(),
    columns: (_ names: [Text]) throws(Diagnostic) -> Void,
    rows:
      (
        _ rows: [[Value]], _ graph: any GraphAccess, _ account: ResultAccount
      ) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> QueryResult {
    var hasColumns = false
    let kept = KeptRows()
    return try execute(source, options) { (batch, run) throws(Diagnostic) in
      if !hasColumns {
        try columns(run.plan.columns.map(\.name))
        hasColumns = true
      }
      if run.plan.isUpdating {
        try kept.take(batch, of: run)
      } else {
        let more = try run.rows(of: batch)
        if !more.isEmpty {
          try rows(more, run.context.graph, ResultAccount(run.context.budget))
        }
      }
    } finish: { (summary, graph, budget) throws(Diagnostic) in
      if !hasColumns { try columns(summary.columns) }
      let account = ResultAccount(budget)
      if !kept.rows.isEmpty { try rows(kept.rows, graph, account) }
      if !summary.rows.isEmpty { try rows(summary.rows, graph, account) }
      var result = summary
      result.rows = []
      return result
    }
  }

  /// Parses and plans a statement without running it.
  public func plan(_ source: SourceText) throws(Diagnostic) -> QueryPlan {
    try prepared(source).plan
  }

  /// Forgets all cached plans.
  public func forgetPlans() { cache.removeAll() }

  // MARK: What a failed statement leaves

  /// Takes back the changes of a statement that failed and frees its memory, if that is still to be
  /// done. The next statement begins with it; without ``settlesLater`` there is nothing to do.
  public func settle() {
    guard let (graph, budget) = unsettled else { return }
    unsettled = nil
    graph?.rollbackStatement()
    budget.forgetLeftovers()
  }

  deinit { settle() }

  private func leave(_ graph: (any GraphAccess)?, _ budget: QueryBudget) {
    unsettled = (graph, budget)
    if !settlesLater { settle() }
  }

  // MARK: One statement

  private func prepared(_ source: SourceText) throws(Diagnostic) -> PlanCache.Entry {
    if let entry = cache.entry(
      for: source, catalogueVersion: catalogue.version, graph: graph)
    {
      return entry
    }
    do throws(Diagnostic) {
      let statistics = ObservedStatistics(graph)
      let statement = try QueryParser.parse(source, extensions: extensions)
      var planner = QueryPlanner(
        catalogue: catalogue, statistics: statistics, extensions: extensions)
      planner.rules = rules
      let plan = try planner.plan(statement, source: source)
      return cache.insert(plan, for: source, answers: statistics.answers)
    } catch {
      throw error.inSource(source)
    }
  }

  /// Runs a statement: `take` gets its batches, `finish` the summary before the commit.
  private func execute<Output>(
    _ source: SourceText, _ options: Options,
    take: (Batch, StatementRun) throws(Diagnostic) -> Void,
    finish: (QueryResult, any GraphAccess, QueryBudget) throws(Diagnostic) -> Output
  ) throws(Diagnostic) -> Output {
    settle()
    let entry = try prepared(source)
    let budget = QueryBudget(limits: options.limits, cancellation: options.cancellation)
    var changing: (any GraphAccess)?
    do throws(Diagnostic) {
      let target = try graph(for: entry.plan, options, budget)
      if entry.plan.mode == .explain, !entry.plan.root.runsExtension {
        return try finish(explanation(of: entry.plan), target, budget)
      }
      let run = makeRun(entry.plan, target, options, budget)
      guard entry.plan.isUpdating else {
        return try finish(try pull(run, take), target, budget)
      }
      try target.beginStatement { () throws(Diagnostic) in try budget.check() }
      changing = target
      let output = try finish(try pull(run, take), target, budget)
      do throws(Diagnostic) {
        try target.commitStatement()
      } catch {
        throw run.context.changes.located(error)
      }
      return output
    } catch {
      leave(changing, budget)
      throw error.inSource(source)
    }
  }

  private func pull(
    _ run: StatementRun, _ take: (Batch, StatementRun) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> QueryResult {
    try run.pull { (batch) throws(Diagnostic) in try take(batch, run) }
    let profile = run.context.profile.map {
      PlanPrinter(run.plan).text($0.measurements(of: run.plan.root))
    }
    return QueryResult(
      columns: run.plan.columns.map(\.name), rows: [],
      statistics: run.context.changes.finish(), plan: profile)
  }

  private func makeRun(
    _ plan: QueryPlan, _ target: any GraphAccess, _ options: Options, _ budget: QueryBudget
  ) -> StatementRun {
    let mayChange = plan.isUpdating
    return StatementRun(
      plan: plan, graph: target, operators: catalogue.functions.operators,
      parameters: options.parameters, budget: budget, batchSize: options.batchSize,
      statementTime: StatementRun.currentTime()
    ) { [unowned self] query, parameters in
      var nested = options
      nested.parameters = parameters
      let entry = try prepared(SourceText(name: "query", text: query))
      if entry.plan.isUpdating, !mayChange { throw ExecutionWording.nestedChange() }
      let run = makeRun(entry.plan, target, nested, budget)
      var rows: [[Value]] = []
      try run.pull { (batch) throws(Diagnostic) in rows += try run.rows(of: batch) }
      return QueryResult(columns: entry.plan.columns.map(\.name), rows: rows)
    }
  }

  /// The graph that a statement runs on: this one, or an older revision of it.
  private func graph(
    for plan: QueryPlan, _ options: Options, _ budget: QueryBudget
  ) throws(Diagnostic) -> any GraphAccess {
    guard let revision = plan.revision else { return graph }
    guard let openRevision else { throw ExecutionWording.noHistory(revision.span) }
    if plan.isUpdating { throw ExecutionWording.changingThePast(revision.span) }
    let run = makeRun(plan, graph, options, budget)
    let value = try ExpressionCompiler(context: run.context).compile(revision)
      .value(Batch(slotCount: plan.slotCount, count: 1), row: 0)
    guard case .integer(let number) = value else {
      throw ExecutionWording.notACount(value, clause: "AT REVISION", revision.span)
    }
    return try openRevision(number)
  }

  private func explanation(of plan: QueryPlan) -> QueryResult {
    let text = PlanPrinter(plan).text()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return QueryResult(
      columns: ["plan"], rows: lines.map { [.text(Text(String($0)))] }, plan: text)
  }
}

extension PlanNode {
  /// Whether an extension statement runs somewhere in it: its `EXPLAIN` is its own to give.
  fileprivate var runsExtension: Bool {
    if case .extension = self.operator { return true }
    return inputs.contains(where: \.runsExtension)
  }
}
