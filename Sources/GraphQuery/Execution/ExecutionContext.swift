import Diagnostics
import PropertyGraph

/// What the operators and expressions of one running statement share.
final class ExecutionContext {
  let graph: any GraphAccess
  let parameters: PropertyMap
  let budget: QueryBudget
  let functions: FunctionContext
  let operators: OperatorExtensions
  /// Rows that operators aim to give at a time.
  let batchSize: Int
  /// Slots that the plan names; those from here on are the executor's own.
  let planSlotCount: Int
  /// Slots that a row has. Grows while operators are built, fixed when the first batch flows.
  private(set) var slotCount: Int
  let slotNames: [Text?]
  /// Slots that something in the plan reads; `nil` where that is not known.
  private let readSlots: Set<Slot>?
  let changes: ChangeRecorder
  let profile: ProfileRecorder?
  /// Runs a query of the core language inside this statement, for extension statements.
  let runNested: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult

  init(
    plan: QueryPlan, graph: any GraphAccess, parameters: PropertyMap, budget: QueryBudget,
    functions: FunctionContext, operators: OperatorExtensions, batchSize: Int,
    profile: ProfileRecorder? = nil,
    runNested: @escaping (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) {
    self.graph = graph
    self.parameters = parameters
    self.budget = budget
    self.functions = functions
    self.operators = operators
    self.batchSize = max(1, batchSize)
    planSlotCount = plan.slotCount
    slotCount = plan.slotCount
    slotNames = plan.slotNames
    readSlots = plan.readSlots
    changes = ChangeRecorder(graph: graph, budget: budget)
    self.profile = profile
    self.runNested = runNested
  }

  /// A slot of the executor's own, which every projection keeps.
  func makeHiddenSlot() -> Slot {
    defer { slotCount += 1 }
    return Slot(slotCount)
  }

  /// The surroundings of a function or operator that large results are charged to by name.
  func functions(for user: String) -> FunctionContext {
    var functions = functions
    functions.foresee = budget.foresight(for: user)
    functions.leave = { [budget] thing in budget.leave(thing) }
    return functions
  }

  /// The hidden slots.
  var hiddenSlots: Range<Int> { planSlotCount..<slotCount }

  /// The variable of a slot, for messages.
  func name(of slot: Slot) -> Text? {
    slot.index < slotNames.count ? slotNames[slot.index] : nil
  }

  /// Whether anything in the plan reads the slot; otherwise nobody needs to write it.
  func isRead(_ slot: Slot) -> Bool { readSlots?.contains(slot) ?? true }

  /// The test for nodes with labels; lets nothing through where the graph knows none of one.
  func labelFilter(_ names: [Text]) -> LabelFilter {
    let codes = names.compactMap { graph.labelCode($0) }
    return codes.count == names.count ? graph.filter(codes) : .nothing
  }

  /// The codes of relationship types: `nil` for any type, empty when the graph has none of them.
  func typeCodes(_ names: [Text]) -> [TypeCode]? {
    names.isEmpty ? nil : names.compactMap { graph.typeCode($0) }
  }
}
