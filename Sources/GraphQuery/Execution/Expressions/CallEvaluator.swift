import Diagnostics
import PropertyGraph

/// A function of scalars, row by row; once if its arguments are the same for all rows.
struct CallEvaluator: Evaluator {
  let function: ScalarFunction
  let arguments: [CompiledExpression]
  let span: Span
  private let context: ExecutionContext
  private let functions: FunctionContext

  init(
    function: ScalarFunction, arguments: [CompiledExpression], span: Span,
    context: ExecutionContext
  ) {
    self.function = function
    self.arguments = arguments
    self.span = span
    self.context = context
    functions = context.functions(for: "`\(function.name)`")
  }

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let mark = context.budget.heldBytes
    var columns: [Column] = []
    columns.reserveCapacity(arguments.count)
    for argument in arguments { columns.append(try argument.evaluate(batch)) }
    // What the arguments took is given back when they are gone.
    let held = context.budget.heldBytes - mark
    var holding = 0
    let result: Column
    if function.isDeterministic, let values = Self.constants(columns) {
      let value = try call(values)
      if !function.sharesArguments { try context.budget.hold(value, &holding, for: user) }
      result = .constant(value, count: batch.count)
    } else {
      var results: [Value] = []
      results.reserveCapacity(batch.count)
      var values = [Value](repeating: .null, count: columns.count)
      for row in 0..<batch.count {
        for position in columns.indices { values[position] = columns[position][row] }
        let value = try call(values)
        if !function.sharesArguments { try context.budget.hold(value, &holding, for: user) }
        results.append(value)
      }
      result = Column(values: results)
    }
    try context.budget.holdAll(&holding, for: user)
    if held > 0, !function.sharesArguments { context.budget.letGo(held, since: mark) }
    return result
  }

  private var user: String { "`\(function.name)`" }

  private func call(_ values: [Value]) throws(Diagnostic) -> Value {
    if function.isStrict, values.contains(where: \.isNull) { return .null }
    var bytes = 0
    for value in values { bytes &+= MemoryEstimate.shallowBytes(of: value) }
    try context.budget.step(over: bytes)
    do {
      return try function.evaluate(values, functions)
    } catch {
      throw ExecutionWording.failed(error, span)
    }
  }

  private static func constants(_ columns: [Column]) -> [Value]? {
    var values: [Value] = []
    for column in columns {
      guard case .constant(let value) = column.storage else { return nil }
      values.append(value)
    }
    return values
  }
}

/// A path made of nodes, relationships and lists of relationships in the order walked.
struct PathEvaluator: Evaluator {
  let slots: [Slot]
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let columns = slots.map { batch[$0] }
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count { values.append(try path(columns, row)) }
    return Column(values: values)
  }

  private func path(_ columns: [Column], _ row: Int) throws(Diagnostic) -> Value {
    var nodes: [NodeRow] = []
    var relationships: [RelationshipRow] = []
    func walk(_ relationship: RelationshipRow) {
      guard let current = nodes.last else { return }
      let start = context.graph.start(of: relationship)
      relationships.append(relationship)
      nodes.append(start == current ? context.graph.end(of: relationship) : start)
    }
    var length = 0
    for column in columns {
      switch column[row] {
      case .relationship: length += 1
      case .list(let elements): length += elements.count
      default: break
      }
    }
    nodes.reserveCapacity(length + 1)
    relationships.reserveCapacity(length)
    for column in columns {
      switch column[row] {
      case .null: return .null
      case .node(let node): if nodes.isEmpty { nodes.append(node) }
      case .relationship(let relationship): walk(relationship)
      case .list(let elements):
        for element in elements {
          guard case .relationship(let relationship) = element else {
            throw ExecutionWording.expected(
              "relationships", found: element, in: "a path", span)
          }
          walk(relationship)
        }
      case let value:
        throw ExecutionWording.expected("nodes and relationships", found: value, in: "a path", span)
      }
    }
    return .path(Path(nodes: nodes, relationships: relationships))
  }
}
