import Diagnostics
import PropertyGraph

/// Turns a plan into operators, once when a statement opens: expressions are compiled, names become
/// codes of the graph, subplans get their arguments.
struct OperatorBuilder {
  let context: ExecutionContext
  /// Where `argument` leaves find their rows; `nil` at the top of a statement.
  let argument: ArgumentSource?

  private var compiler: ExpressionCompiler { ExpressionCompiler(context: context) }

  init(context: ExecutionContext, argument: ArgumentSource? = nil) {
    self.context = context
    self.argument = argument
  }

  func build(_ node: PlanNode) throws(Diagnostic) -> any BatchOperator {
    let built = try make(node)
    guard let profile = context.profile else { return built }
    return ProfiledOperator(built, node: node, profile: profile)
  }

  private func input(_ node: PlanNode, _ position: Int = 0) throws(Diagnostic) -> any BatchOperator
  {
    position < node.inputs.count ? try build(node.inputs[position]) : UnitOperator(context)
  }

  private func rowwise(
    _ node: PlanNode, _ kernel: some RowwiseKernel, isRepeatable: Bool = true
  ) throws(Diagnostic) -> any BatchOperator {
    RowwiseOperator(
      kernel, over: try input(node), budget: context.budget, isRepeatable: isRepeatable)
  }

  private func make(_ node: PlanNode) throws(Diagnostic) -> any BatchOperator {
    switch node.operator {
    case .unit: return UnitOperator(context)
    case .argument:
      guard let argument else { return UnitOperator(context) }
      return ArgumentOperator(argument)
    case .empty: return EmptyOperator()
    case .scanAll(let slot):
      return try rowwise(node, ScanKernel(slot, label: nil, context: context))
    case .scanLabel(let slot, let label):
      return try rowwise(node, ScanKernel(slot, label: label, context: context))
    case .seek(let slot, let label, let key, let value):
      return try rowwise(
        node,
        SeekKernel(
          slot, label: label, key: key, value: try compiler.compile(value), context: context))
    case .seekID(let slot, let value):
      return try rowwise(
        node, SeekIDKernel(slot, value: try compiler.compile(value), context: context))
    case .expand(let step): return try rowwise(node, ExpandKernel(step, context: context))
    case .expandGroup(let group):
      if let kernel = ReachKernel(group, context: context) { return try rowwise(node, kernel) }
      return try rowwise(node, try ExpandGroupKernel(group, context: context))
    case .shortestPath(let search):
      return try rowwise(node, try ShortestPathKernel(search, context: context))
    case .meet(let meet): return try rowwise(node, MeetKernel(meet, context: context))
    case .degree(let degree): return try rowwise(node, DegreeKernel(degree, context: context))
    case .filter(let predicate):
      if let fused = try labelledExpand(node, predicate) { return fused }
      return try rowwise(node, FilterKernel(try compiler.compile(predicate)))
    case .project(let items, let keeps):
      return try rowwise(
        node, ProjectKernel(try compile(items), keeps: keeps, context: context))
    case .unwind(let list, let slot): return try makeUnwind(node, list, slot)
    case .aggregate, .countEnds, .distinct, .sort, .top, .skip, .limit, .union, .barrier:
      return try makeGathering(node)
    case .apply, .hashJoin, .call, .extension: return try makeCombining(node)
    case .create, .merge, .set, .remove, .delete: return try makeUpdating(node)
    }
  }

  /// A step and a test for labels of the node that it arrives at as one operator, so that rows that
  /// fail the test are never made. `PROFILE` counts the rows of each and so keeps them apart.
  private func labelledExpand(
    _ node: PlanNode, _ predicate: BoundExpression
  ) throws(Diagnostic) -> (any BatchOperator)? {
    guard context.profile == nil, let below = node.inputs.first,
      case .expand(let step) = below.operator, !step.isInto
    else { return nil }
    var labels: [Text] = []
    var rest: [BoundExpression] = []
    for part in predicate.conjuncts {
      if case .hasLabels(let subject, let names) = part.kind, case .slot(step.to) = subject.kind {
        labels += names
      } else {
        rest.append(part)
      }
    }
    guard !labels.isEmpty else { return nil }
    let expand = try rowwise(below, ExpandKernel(step, labels: labels, context: context))
    guard let remaining = BoundExpression(conjunction: rest, predicate.span) else { return expand }
    return RowwiseOperator(
      FilterKernel(try compiler.compile(remaining)), over: expand,
      budget: context.budget)
  }

  private func makeUnwind(
    _ node: PlanNode, _ list: BoundExpression, _ slot: Slot
  ) throws(Diagnostic) -> any BatchOperator {
    if case .call(let function, let arguments) = list.kind, function.name == "range" {
      return try rowwise(
        node,
        UnwindRangeKernel(
          try compiler.compile(arguments), slot, list.span, context: context))
    }
    return try rowwise(
      node, UnwindKernel(try compiler.compile(list), slot, context: context))
  }

  // MARK: Operators over many rows

  private func makeGathering(_ node: PlanNode) throws(Diagnostic) -> any BatchOperator {
    switch node.operator {
    case .aggregate(let keys, let aggregates):
      var compiled: [CompiledAggregate] = []
      for (slot, call) in aggregates {
        compiled.append(
          CompiledAggregate(
            slot: slot, function: call.function,
            arguments: try compiler.compile(call.arguments), isDistinct: call.isDistinct))
      }
      return AggregateOperator(
        keys: try compile(keys), aggregates: compiled, over: try input(node), context: context)
    case .countEnds(let keys, let ends):
      return CountEndsOperator(
        keys: try compile(keys), ends, over: try input(node), context: context)
    case .distinct(let slots):
      return DistinctOperator(slots, over: try input(node), context: context)
    case .sort(let keys):
      return SortOperator(
        try compile(keys), limit: nil, over: try input(node), context: context)
    case .top(let keys, let limit):
      return SortOperator(
        try compile(keys), limit: try rowCount(limit, "LIMIT"), over: try input(node),
        context: context)
    case .skip(let count):
      return SkipOperator(try rowCount(count, "SKIP"), over: try input(node))
    case .limit(let count):
      return LimitOperator(
        try rowCount(count, "LIMIT"), over: try input(node),
        mustDrain: node.inputs.contains(where: \.changesGraph))
    case .union:
      var inputs: [any BatchOperator] = []
      for input in node.inputs { inputs.append(try build(input)) }
      return UnionOperator(inputs)
    default: return BarrierOperator(over: try input(node), context: context)
    }
  }

  private func rowCount(
    _ expression: BoundExpression, _ clause: String
  ) throws(Diagnostic) -> RowCount {
    RowCount(
      expression: try compiler.compile(expression), clause: clause, context: context)
  }

  // MARK: Operators with a second input

  private func makeCombining(_ node: PlanNode) throws(Diagnostic) -> any BatchOperator {
    switch node.operator {
    case .apply(let kind):
      let subplan = try subplan(node)
      return try rowwise(
        node, ApplyKernel(kind, subplan), isRepeatable: !node.inputs[1].changesGraph)
    case .hashJoin(let keys):
      let left = SlotUse.of(node.inputs[0]).written
      let taken = SlotUse.of(node.inputs[1]).written.subtracting(left).subtracting(keys)
      return try rowwise(
        node,
        HashJoinKernel(
          keys, build: try input(node, 1), taken: taken.sorted(), context: context))
    case .call(let invocation):
      return try rowwise(
        node,
        ProcedureKernel(
          invocation.procedure, try compiler.compile(invocation.arguments),
          first: try invocation.first.map { count throws(Diagnostic) in
            try rowCount(count, "LIMIT")
          },
          yields: invocation.yields, context: context),
        isRepeatable: !invocation.procedure.isUpdating)
    case .extension(let statement, let yields):
      return try rowwise(
        node, ExtensionKernel(statement, yields: yields, node: node, context: context))
    default: return try input(node)
    }
  }

  private func subplan(_ node: PlanNode) throws(Diagnostic) -> Subplan {
    guard node.inputs.count == 2 else {
      throw ExecutionWording.unsupported("plan", "a plan of this form")
    }
    return try Subplan(node.inputs[1], alsoReads: [], context: context)
  }

  // MARK: Operators that change the graph

  private func makeUpdating(_ node: PlanNode) throws(Diagnostic) -> any BatchOperator {
    switch node.operator {
    case .create(let items):
      let creation = try EntityCreation(items, context: context, refusesNull: false)
      return UpdateOperator(
        CreateKernel(creation: creation), over: try input(node),
        readsGraph: !isFree(node, items.map(\.properties)), context: context)
    case .merge(let items, let onCreate, let onMatch):
      return MergeOperator(
        try subplan(node), try EntityCreation(items, context: context, refusesNull: true),
        onCreate: try EntityChange(onCreate, context: context),
        onMatch: try EntityChange(onMatch, context: context), over: try input(node),
        context: context)
    case .set(let operations):
      let change = try EntityChange(operations, context: context)
      return UpdateOperator(
        ChangeKernel(change: change), over: try input(node), readsGraph: true, context: context)
    case .remove(let operations):
      let change = try EntityChange(operations, context: context)
      return UpdateOperator(
        ChangeKernel(change: change), over: try input(node), readsGraph: true, context: context)
    case .delete(let expressions, let isDetaching):
      let kernel = DeleteKernel(
        expressions: try compiler.compile(expressions), isDetaching: isDetaching,
        context: context)
      return UpdateOperator(
        kernel, over: try input(node), readsGraph: true, context: context)
    default: return try input(node)
    }
  }

  /// Whether the expressions of an updating clause, and the rows it takes in from here on, do not
  /// depend on what it changes: the rows behind a barrier are complete, and those made without the
  /// graph cannot change.
  private func isFree(_ node: PlanNode, _ expressions: [BoundExpression?]) -> Bool {
    guard let input = node.inputs.first else { return true }
    let freedom = EntityFreedom(below: input)
    return expressions.allSatisfy(freedom.holds)
  }

  // MARK: Expressions

  private func compile(
    _ items: [(slot: Slot, expression: BoundExpression)]
  ) throws(Diagnostic) -> [(slot: Slot, expression: CompiledExpression)] {
    var compiled: [(slot: Slot, expression: CompiledExpression)] = []
    for item in items { compiled.append((item.slot, try compiler.compile(item.expression))) }
    return compiled
  }

  private func compile(
    _ keys: [SortKey]
  ) throws(Diagnostic) -> [(expression: CompiledExpression, isAscending: Bool)] {
    var compiled: [(expression: CompiledExpression, isAscending: Bool)] = []
    for key in keys {
      compiled.append((try compiler.compile(key.expression), key.isAscending))
    }
    return compiled
  }
}

/// Counts rows and time of an operator for `PROFILE`.
final class ProfiledOperator: BatchOperator {
  private let inner: any BatchOperator
  private let node: PlanNode
  private let profile: ProfileRecorder

  init(_ inner: any BatchOperator, node: PlanNode, profile: ProfileRecorder) {
    self.inner = inner
    self.node = node
    self.profile = profile
  }

  func reset() { inner.reset() }

  func next() throws(Diagnostic) -> Batch? {
    let start = QueryBudget.now()
    let batch = try inner.next()
    profile.record(node, rows: batch?.count ?? 0, nanoseconds: QueryBudget.now() - start)
    return batch
  }
}
