import Diagnostics
import PropertyGraph

/// Creates the nodes and relationships of a CREATE or MERGE for rows. Properties are computed for
/// all rows before the first entity exists, unless they read an entity of the same clause.
struct EntityCreation {
  /// One item with its compiled properties.
  private struct Item {
    let item: CreateItem
    let properties: CompiledExpression?
    /// Whether the properties read what an earlier item creates.
    let isLate: Bool
  }

  private let items: [Item]
  private let context: ExecutionContext
  /// MERGE refuses properties that are null; CREATE leaves them out.
  private let refusesNull: Bool
  let slots: [Slot]

  init(
    _ items: [CreateItem], context: ExecutionContext, refusesNull: Bool
  ) throws(Diagnostic) {
    self.context = context
    self.refusesNull = refusesNull
    let compiler = ExpressionCompiler(context: context)
    slots = items.map(\.slot)
    var compiled: [Item] = []
    for item in items {
      let properties = try compiler.compile(item.properties)
      let created = Set(slots)
      compiled.append(
        Item(
          item: item, properties: properties,
          isLate: properties?.slots.contains(where: created.contains) ?? false))
    }
    self.items = compiled
  }

  /// The properties of each item that can be computed before anything is created.
  func prepare(_ batch: Batch) throws(Diagnostic) -> [Column?] {
    var columns: [Column?] = []
    for item in items {
      columns.append(item.isLate ? nil : try item.properties?.evaluate(batch))
    }
    return columns
  }

  /// Creates the entities row by row; the batch comes back with their slots filled.
  func create(_ batch: Batch, _ prepared: [Column?]) throws(Diagnostic) -> Batch {
    var created = items.map { _ in [Value]() }
    for row in 0..<batch.count {
      try context.budget.step()
      for (index, item) in items.enumerated() {
        var map = PropertyMap()
        if let properties = item.properties {
          let value: Value
          if let column = prepared[index] {
            value = column[row]
          } else {
            value = try late(properties, batch, row, created)
          }
          map = try storable(value, properties.span)
        }
        created[index].append(try create(item.item, map, batch, row, created))
      }
    }
    var result = batch
    for (index, item) in items.enumerated() {
      result[item.item.slot] = Column(values: created[index])
    }
    return result
  }

  /// Properties that read entities of the same row.
  private func late(
    _ properties: CompiledExpression, _ batch: Batch, _ row: Int, _ created: [[Value]]
  ) throws(Diagnostic) -> Value {
    var single = batch.slice(row..<row + 1)
    for (index, item) in items.enumerated() where created[index].count > row {
      single[item.item.slot] = .constant(created[index][row], count: 1)
    }
    return try properties.evaluate(single)[0]
  }

  private func create(
    _ item: CreateItem, _ properties: PropertyMap, _ batch: Batch, _ row: Int,
    _ created: [[Value]]
  ) throws(Diagnostic) -> Value {
    if !properties.isEmpty { context.changes.didSetProperties(properties.count) }
    switch item {
    case .node(_, let labels, _):
      for label in labels { context.changes.willTouch(label: label) }
      let node = try context.graph.createNode(labels: labels, properties: properties)
      try context.changes.didCreate(node, properties)
      return .node(node)
    case .relationship(_, let type, let from, let to, _, let span):
      let start = try node(from, ofType: type, span, batch, row, created)
      let end = try node(to, ofType: type, span, batch, row, created)
      let relationship = try context.graph.createRelationship(
        type: type, from: start, to: end, properties: properties)
      try context.changes.didCreate(relationship, properties)
      return .relationship(relationship)
    }
  }

  private func node(
    _ slot: Slot, ofType type: Text, _ span: Span, _ batch: Batch, _ row: Int, _ created: [[Value]]
  ) throws(Diagnostic) -> NodeRow {
    var value = batch[slot][row]
    for (index, own) in slots.enumerated() where own == slot && created[index].count > row {
      value = created[index][row]
    }
    switch value {
    case .node(let node):
      if context.graph.isDeleted(node) {
        let name = context.name(of: slot).map { "`\($0)`" } ?? "it"
        throw ExecutionWording.deletedEntity(
          "node", so: "no relationship `:\(type)` can begin or end at \(name)", span)
      }
      return node
    case .null: throw ExecutionWording.nullEnd(ofType: type, span)
    default: throw ExecutionWording.notANode(value, variable: context.name(of: slot), span)
    }
  }

  private func storable(_ value: Value, _ span: Span) throws(Diagnostic) -> PropertyMap {
    guard let map = try PropertySource.map(value, context, clause: "CREATE", span) else {
      return PropertyMap()
    }
    var result: [(Text, Value)] = []
    for (key, value) in map {
      if value.isNull {
        if refusesNull { throw ExecutionWording.mergeOnNull(key: key, span) }
        continue
      }
      try PropertySource.check(value, key: key, span)
      result.append((key, value))
    }
    return PropertyMap(result)
  }
}

/// Where properties to be stored come from, and which may be.
enum PropertySource {
  /// The properties in a map, node or relationship; `nil` for null.
  static func map(
    _ value: Value, _ context: ExecutionContext, clause: String, _ span: Span?
  ) throws(Diagnostic) -> PropertyMap? {
    switch value {
    case .null: return nil
    case .map(let map): return map
    case .node(let row):
      if context.graph.isDeleted(row) {
        throw ExecutionWording.deletedEntity("node", so: "its properties cannot be read", span)
      }
      return context.graph.properties(of: row)
    case .relationship(let row):
      if context.graph.isDeleted(row) {
        throw ExecutionWording.deletedEntity(
          "relationship", so: "its properties cannot be read", span)
      }
      return context.graph.properties(of: row)
    default: throw ExecutionWording.notAMap(value, clause: clause, span)
    }
  }

  /// A property holds a boolean, number, text, temporal value, or a list of these.
  static func check(_ value: Value, key: Text, _ span: Span?) throws(Diagnostic) {
    switch value {
    case .null, .boolean, .integer, .float, .text, .temporal: break
    case .list(let elements): for element in elements { try check(element, key: key, span) }
    case .map, .node, .relationship, .path:
      throw ExecutionWording.invalidPropertyType(value, key: key, span)
    }
  }
}
