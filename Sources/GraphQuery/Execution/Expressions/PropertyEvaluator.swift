import Diagnostics
import PropertyGraph

/// `subject.key`: by batch where the subject is a column of nodes or relationships.
struct PropertyEvaluator: Evaluator {
  let subject: CompiledExpression
  let key: Text
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let column = try subject.evaluate(batch)
    switch column.storage {
    case .node(let rows): return try read(rows, column, nodes)
    case .relationship(let rows): return try read(rows, column, relationships)
    case .constant(let value):
      return .constant(try property(of: value), count: batch.count)
    default: break
    }
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count { values.append(try property(of: column[row])) }
    return Column(values: values)
  }

  /// Reads the rows that have an entity and puts nulls for the others.
  @inline(__always)
  private func read<Row>(
    _ rows: [Row], _ column: Column, _ access: ([Row]) throws(Diagnostic) -> Column
  ) throws(Diagnostic) -> Column {
    guard let validity = column.validity else { return try access(rows) }
    let present = (0..<UInt32(rows.count)).filter { validity[Int($0)] }
    if present.isEmpty { return .null(count: rows.count) }
    var assembly = ColumnAssembly(count: rows.count)
    assembly.place(try access(present.map { rows[Int($0)] }), at: present)
    return assembly.finish()
  }

  private func nodes(_ rows: [NodeRow]) throws(Diagnostic) -> Column {
    let graph = context.graph
    guard let code = graph.keyCode(key) else {
      for row in rows where graph.isDeleted(row) {
        throw deleted("node")
      }
      return .null(count: rows.count)
    }
    do {
      return try graph.nodeProperty(code, of: rows)
    } catch {
      throw located(error, "node")
    }
  }

  private func relationships(_ rows: [RelationshipRow]) throws(Diagnostic) -> Column {
    let graph = context.graph
    guard let code = graph.keyCode(key) else {
      for row in rows where graph.isDeleted(row) {
        throw deleted("relationship")
      }
      return .null(count: rows.count)
    }
    do {
      return try graph.relationshipProperty(code, of: rows)
    } catch {
      throw located(error, "relationship")
    }
  }

  private func deleted(_ what: String) -> Diagnostic {
    ExecutionWording.deletedEntity(what, so: "its `\(key)` cannot be read", span)
  }

  /// The graph knows neither the place nor what was read of what.
  private func located(_ error: Diagnostic, _ what: String) -> Diagnostic {
    error.code == FunctionsWording.deletedEntityCode ? deleted(what) : error.at(span, in: nil)
  }

  private func property(of value: Value) throws(Diagnostic) -> Value {
    switch value {
    case .null: return .null
    case .node(let row): return try nodes([row])[0]
    case .relationship(let row): return try relationships([row])[0]
    case .map(let entries): return entries[key] ?? .null
    case .temporal(let temporal):
      do {
        if let field = try context.operators.temporalField(temporal, key) { return field }
      } catch {
        throw ExecutionWording.failed(error, span)
      }
      throw ExecutionWording.unknownField(key, of: value, span)
    default: throw ExecutionWording.propertyOfNonMap(value, key: key, span)
    }
  }
}

/// `subject:Label:Label`.
struct LabelTestEvaluator: Evaluator {
  let subject: CompiledExpression
  let labels: [Text]
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let column = try subject.evaluate(batch)
    if case .node(let rows) = column.storage {
      let flags = codes.map { context.graph.hasLabels(rows, all: $0) }
      return Column(
        .boolean(flags ?? Array(repeating: false, count: rows.count)), validity: column.validity,
        count: rows.count)
    }
    var truths: [Truth] = []
    truths.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      switch column[row] {
      case .null: truths.append(.unknown)
      case .node(let node):
        let flag = codes.map { context.graph.hasLabels([node], all: $0)[0] } ?? false
        truths.append(flag ? .yes : .no)
      case .relationship(let relationship):
        let type = context.graph.name(of: context.graph.type(of: relationship))
        truths.append(labels.allSatisfy { $0 == type } ? .yes : .no)
      case let value:
        throw ExecutionWording.expected(
          "a NODE or RELATIONSHIP", found: value, in: "a test of labels", span)
      }
    }
    return Column(truths: truths)
  }

  /// The codes of all labels, `nil` if the graph does not know one of them.
  private var codes: [LabelCode]? {
    let known = labels.compactMap { context.graph.labelCode($0) }
    return known.count == labels.count ? known : nil
  }
}
