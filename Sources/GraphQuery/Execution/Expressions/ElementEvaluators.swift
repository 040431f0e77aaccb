import Diagnostics
import PropertyGraph

/// `subject[index]` of a list, map, node or relationship.
struct SubscriptEvaluator: Evaluator {
  let subject: CompiledExpression
  let index: CompiledExpression
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let subjects = try subject.evaluate(batch)
    let indices = try index.evaluate(batch)
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count { values.append(try element(subjects[row], indices[row])) }
    return Column(values: values)
  }

  private func element(_ subject: Value, _ index: Value) throws(Diagnostic) -> Value {
    switch (subject, index) {
    case (.list, .null), (.map, .null), (.node, .null), (.relationship, .null), (.null, _):
      return .null
    case (.list(let elements), .integer(let position)):
      let offset = position < 0 ? Int64(elements.count) + position : position
      return offset >= 0 && offset < elements.count ? elements[Int(offset)] : .null
    case (.map(let entries), .text(let key)): return entries[key] ?? .null
    case (.node(let row), .text(let key)):
      guard !context.graph.isDeleted(row) else {
        throw ExecutionWording.deletedEntity("node", so: "its `\(key)` cannot be read", span)
      }
      guard let code = context.graph.keyCode(key) else { return .null }
      return try context.graph.nodeProperty(code, of: [row])[0]
    case (.relationship(let row), .text(let key)):
      guard !context.graph.isDeleted(row) else {
        throw ExecutionWording.deletedEntity(
          "relationship", so: "its `\(key)` cannot be read", span)
      }
      guard let code = context.graph.keyCode(key) else { return .null }
      return try context.graph.relationshipProperty(code, of: [row])[0]
    case (.list, _): throw ExecutionWording.listIndex(index, span)
    case (.map, _), (.node, _), (.relationship, _): throw ExecutionWording.mapKey(index, span)
    default: throw ExecutionWording.elementOf(subject, by: index, span)
    }
  }
}

/// `subject[from..to]`.
struct SliceEvaluator: Evaluator {
  let subject: CompiledExpression
  let from: CompiledExpression?
  let to: CompiledExpression?
  let span: Span
  let budget: QueryBudget

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let subjects = try subject.evaluate(batch)
    let starts = try from?.evaluate(batch)
    let ends = try to?.evaluate(batch)
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      switch subjects[row] {
      case .null: values.append(.null)
      case .list(let elements):
        guard let start = try bound(starts?[row] ?? .integer(0), elements.count),
          let end = try bound(ends?[row] ?? .integer(Int64(elements.count)), elements.count)
        else {
          values.append(.null)
          continue
        }
        let bytes = max(0, end - start) * MemoryLayout<Value>.stride
        try budget.step(over: bytes)
        try budget.hold(bytes, for: "a slice")
        let slice = try LongLists.copy(
          elements[start..<max(start, end)],
          poll: { () throws(Diagnostic) in try budget.check() }, leave: budget.leave)
        values.append(.list(slice))
        budget.keep(.list(slice))
      case let value:
        throw ExecutionWording.expected("a LIST", found: value, in: "a slice", span)
      }
    }
    return Column(values: values)
  }

  /// A bound clamped to the list, `nil` where it is null.
  private func bound(_ value: Value, _ count: Int) throws(Diagnostic) -> Int? {
    switch value {
    case .null: return nil
    case .integer(let position):
      let offset = position < 0 ? Int64(count) + max(position, -Int64(count)) : position
      return Int(min(max(offset, 0), Int64(count)))
    default: throw ExecutionWording.listIndex(value, span)
    }
  }
}

/// `[a, b]`.
struct ListEvaluator: Evaluator {
  let elements: [CompiledExpression]
  let budget: QueryBudget

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    var columns: [Column] = []
    for element in elements { columns.append(try element.evaluate(batch)) }
    let each = MemoryEstimate.allocation + elements.count * MemoryLayout<Value>.stride
    try budget.hold(batch.count * each, for: "lists")
    return Column(
      .any((0..<batch.count).map { row in .list(columns.map { $0[row] }) }), count: batch.count)
  }
}

/// `{key: value}`.
struct MapEvaluator: Evaluator {
  let entries: [(key: Text, value: CompiledExpression)]
  let budget: QueryBudget

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    var columns: [Column] = []
    for entry in entries { columns.append(try entry.value.evaluate(batch)) }
    let each =
      MemoryEstimate.allocation + entries.count * MemoryLayout<PropertyMap.Element>.stride
    try budget.hold(batch.count * each, for: "maps")
    let maps = (0..<batch.count).map { row in
      var map = PropertyMap()
      for (entry, column) in zip(entries, columns) { map[entry.key] = column[row] }
      return Value.map(map)
    }
    return Column(.any(maps), count: batch.count)
  }
}

/// `subject {.key, .*, key: value}`.
struct MapProjectionEvaluator: Evaluator {
  /// One compiled item.
  enum Item {
    case property(Text)
    case allProperties
    case entry(Text, CompiledExpression)
  }

  let subject: CompiledExpression
  let items: [Item]
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let subjects = try subject.evaluate(batch)
    var columns: [Column?] = []
    for item in items {
      if case .entry(_, let value) = item {
        columns.append(try value.evaluate(batch))
      } else {
        columns.append(nil)
      }
    }
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      guard let all = try properties(of: subjects[row]) else {
        values.append(.null)
        continue
      }
      var map = PropertyMap()
      for (item, column) in zip(items, columns) {
        switch item {
        case .property(let key): map[key] = all[key] ?? .null
        case .allProperties: for (key, value) in all { map[key] = value }
        case .entry(let key, _): map[key] = column?[row] ?? .null
        }
      }
      values.append(.map(map))
    }
    return Column(values: values)
  }

  private func properties(of value: Value) throws(Diagnostic) -> PropertyMap? {
    switch value {
    case .null: return nil
    case .map(let entries): return entries
    case .node(let row):
      guard !context.graph.isDeleted(row) else {
        throw ExecutionWording.deletedEntity("node", so: "its properties cannot be read", span)
      }
      return context.graph.properties(of: row)
    case .relationship(let row):
      guard !context.graph.isDeleted(row) else {
        throw ExecutionWording.deletedEntity(
          "relationship", so: "its properties cannot be read", span)
      }
      return context.graph.properties(of: row)
    default:
      throw ExecutionWording.expected(
        "a map, node or relationship", found: value, in: "a map projection", span)
    }
  }
}
