import Diagnostics
import PropertyGraph

/// The changes of SET or REMOVE for rows: all expressions are evaluated first, then the changes are
/// made in the order of rows and items. So a clause never sees its own changes, and
/// `SET a.x = a.y, a.y = a.x` swaps.
struct EntityChange {
  /// One compiled operation.
  private enum Operation {
    case property(of: CompiledExpression, key: Text, value: CompiledExpression?)
    case replace(Slot, CompiledExpression)
    case merge(Slot, CompiledExpression)
    case addLabels(Slot, [Text], Span)
    case removeLabels(Slot, [Text], Span)
  }

  /// The evaluated expressions of an operation.
  struct Prepared {
    fileprivate var target: Column
    fileprivate var value: Column?

    var byteCount: Int {
      MemoryEstimate.bytes(of: target) + (value.map { MemoryEstimate.bytes(of: $0) } ?? 0)
    }
  }

  private let operations: [Operation]
  private let context: ExecutionContext
  private let clause: String

  init(_ operations: [SetOperation], context: ExecutionContext) throws(Diagnostic) {
    let compiler = ExpressionCompiler(context: context)
    var compiled: [Operation] = []
    for operation in operations {
      switch operation {
      case .property(let subject, let key, let value):
        compiled.append(
          .property(
            of: try compiler.compile(subject), key: key, value: try compiler.compile(value)))
      case .replace(let slot, let value):
        compiled.append(.replace(slot, try compiler.compile(value)))
      case .merge(let slot, let value):
        compiled.append(.merge(slot, try compiler.compile(value)))
      case .labels(let slot, let labels, let span):
        compiled.append(.addLabels(slot, labels, span))
      }
    }
    self.operations = compiled
    self.context = context
    clause = "SET"
  }

  init(_ operations: [RemoveOperation], context: ExecutionContext) throws(Diagnostic) {
    let compiler = ExpressionCompiler(context: context)
    var compiled: [Operation] = []
    for operation in operations {
      switch operation {
      case .property(let subject, let key):
        compiled.append(.property(of: try compiler.compile(subject), key: key, value: nil))
      case .labels(let slot, let labels, let span):
        compiled.append(.removeLabels(slot, labels, span))
      }
    }
    self.operations = compiled
    self.context = context
    clause = "REMOVE"
  }

  /// Whether there is nothing to do.
  var isEmpty: Bool { operations.isEmpty }

  /// Evaluates everything that the changes depend on.
  func prepare(_ batch: Batch) throws(Diagnostic) -> [Prepared] {
    var prepared: [Prepared] = []
    for operation in operations {
      switch operation {
      case .property(let subject, _, let value):
        prepared.append(
          Prepared(target: try subject.evaluate(batch), value: try value?.evaluate(batch)))
      case .replace(let slot, let value), .merge(let slot, let value):
        prepared.append(Prepared(target: batch[slot], value: try value.evaluate(batch)))
      case .addLabels(let slot, _, _), .removeLabels(let slot, _, _):
        prepared.append(Prepared(target: batch[slot]))
      }
    }
    return prepared
  }

  /// Makes the changes.
  func apply(_ prepared: [Prepared], count: Int) throws(Diagnostic) {
    for row in 0..<count {
      try context.budget.step()
      for (operation, values) in zip(operations, prepared) {
        try apply(operation, values, row)
      }
    }
  }

  private func apply(_ operation: Operation, _ values: Prepared, _ row: Int) throws(Diagnostic) {
    let target = values.target[row]
    switch operation {
    case .property(let subject, let key, let value):
      guard let entity = try Entity(target, context, clause: clause, subject.span) else { return }
      try set(key, of: entity, to: values.value?[row] ?? .null, value?.span)
    case .replace(_, let value), .merge(_, let value):
      guard let entity = try Entity(target, context, clause: clause, value.span),
        let map = try PropertySource.map(
          values.value?[row] ?? .null, context, clause: clause, value.span)
      else { return }
      if case .replace = operation {
        for key in entity.properties(context.graph).keys where map[key] == nil {
          try set(key, of: entity, to: .null, value.span)
        }
      }
      for (key, property) in map { try set(key, of: entity, to: property, value.span) }
    case .addLabels(_, let labels, let span):
      guard let node = try labelled(target, span) else { return }
      for label in labels {
        context.changes.willTouch(label: label)
        try context.changes.willRelabel()
        _ = try context.graph.addLabel(label, to: node)
        try context.changes.didChange()
      }
    case .removeLabels(_, let labels, let span):
      guard let node = try labelled(target, span) else { return }
      for label in labels {
        context.changes.willTouch(label: label)
        try context.changes.willRelabel()
        _ = try context.graph.removeLabel(label, from: node)
        try context.changes.didChange()
      }
    }
  }

  private func labelled(_ target: Value, _ span: Span) throws(Diagnostic) -> NodeRow? {
    guard let entity = try Entity(target, context, clause: clause, span) else { return nil }
    guard case .node(let node) = entity else {
      throw ExecutionWording.labelsOfNonNode(target, clause: clause, span)
    }
    return node
  }

  /// Sets a property and counts it if anything is different afterwards.
  private func set(
    _ key: Text, of entity: Entity, to value: Value, _ span: Span?
  ) throws(Diagnostic) {
    try PropertySource.check(value, key: key, span)
    let before = try entity.property(key, context.graph)
    if before.isNull, value.isNull { return }
    try context.changes.willSet(value, before: before)
    switch entity {
    case .node(let node): try context.graph.setProperty(key, of: node, to: value)
    case .relationship(let relationship):
      try context.graph.setProperty(key, of: relationship, to: value)
    }
    try context.changes.didChange()
    if before.typeName != value.typeName || !before.isEquivalent(to: value) {
      context.changes.didSetProperties()
    }
  }
}

/// A node or relationship that is to be changed.
private enum Entity {
  case node(NodeRow)
  case relationship(RelationshipRow)

  /// `nil` for null; fails for other values and for what the statement has deleted.
  init?(
    _ value: Value, _ context: ExecutionContext, clause: String, _ span: Span?
  ) throws(Diagnostic) {
    switch value {
    case .null: return nil
    case .node(let row):
      if context.graph.isDeleted(row) { throw Self.deleted("node", clause, span) }
      self = .node(row)
    case .relationship(let row):
      if context.graph.isDeleted(row) {
        throw Self.deleted("relationship", clause, span)
      }
      self = .relationship(row)
    default: throw ExecutionWording.notSettable(value, clause: clause, span)
    }
  }

  private static func deleted(_ what: String, _ clause: String, _ span: Span?) -> Diagnostic {
    ExecutionWording.deletedEntity(what, so: "\(clause) cannot change it", span)
  }

  func properties(_ graph: any GraphAccess) -> PropertyMap {
    switch self {
    case .node(let row): graph.properties(of: row)
    case .relationship(let row): graph.properties(of: row)
    }
  }

  func property(_ key: Text, _ graph: any GraphAccess) throws(Diagnostic) -> Value {
    guard let code = graph.keyCode(key) else { return .null }
    switch self {
    case .node(let row): return try graph.nodeProperty(code, of: [row])[0]
    case .relationship(let row): return try graph.relationshipProperty(code, of: [row])[0]
    }
  }
}
