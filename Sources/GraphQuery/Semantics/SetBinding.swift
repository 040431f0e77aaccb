import Diagnostics
import PropertyGraph

/// `SET`, `REMOVE` and `DELETE`.
extension Analyzer {
  func bindSet(_ items: [Clause.SetItem], _ scope: Scope) throws(Diagnostic) -> [SetOperation] {
    let context = ExpressionContext(scope)
    var operations: [SetOperation] = []
    for item in items {
      switch item {
      case .property(let subject, let key, let value, _):
        let owner = try bindOwner(subject, key, context)
        operations.append(
          .property(of: owner, key: key.text, value: try bind(value, context).expression))
      case .replace(let name, let map, _):
        let (slot, value) = try bindMapOf(name, map, context)
        operations.append(.replace(slot, value))
      case .merge(let name, let map, _):
        let (slot, value) = try bindMapOf(name, map, context)
        operations.append(.merge(slot, value))
      case .labels(let name, let labels, let span):
        operations.append(
          .labels(
            try bindLabelled(name, labels, scope), labels.map(\.text).withoutRepeats, span))
      }
    }
    return operations
  }

  func bindRemove(
    _ items: [Clause.RemoveItem], _ scope: Scope
  ) throws(Diagnostic) -> [RemoveOperation] {
    var operations: [RemoveOperation] = []
    for item in items {
      switch item {
      case .property(let subject, let key, _):
        let owner = try bindOwner(subject, key, ExpressionContext(scope))
        operations.append(.property(of: owner, key: key.text))
      case .labels(let name, let labels, let span):
        operations.append(
          .labels(
            try bindLabelled(name, labels, scope), labels.map(\.text).withoutRepeats, span))
      }
    }
    return operations
  }

  func bindDelete(_ delete: Clause.Delete, _ scope: Scope) throws(Diagnostic) -> BoundClause {
    var bound: [BoundExpression] = []
    for expression in delete.expressions {
      if case .hasLabels = expression.kind {
        throw problem(SemanticsWording.invalidDelete(), at: expression.span)
      }
      let typed = try bind(expression, ExpressionContext(scope))
      switch typed.type {
      case .any, .null, .node, .relationship, .path: break
      default:
        throw problem(
          SemanticsWording.argumentType(
            "DELETE", wanted: "a node, relationship or path", got: typed.type),
          at: expression.span)
      }
      bound.append(typed.expression)
    }
    return .delete(bound, isDetaching: delete.isDetaching)
  }

  /// The node or relationship whose property is written.
  private func bindOwner(
    _ subject: Expression, _ key: Name, _ context: ExpressionContext
  ) throws(Diagnostic) -> BoundExpression {
    let typed = try bind(subject, context)
    switch typed.type {
    case .any, .null, .node, .relationship: break
    default:
      throw problem(
        SemanticsWording.argumentType(
          "setting a property", wanted: "a node or relationship", got: typed.type),
        at: subject.span)
    }
    try checkProperty(key, of: typed)
    return typed.expression
  }

  private func bindMapOf(
    _ name: Name, _ map: Expression, _ context: ExpressionContext
  ) throws(Diagnostic) -> (Slot, BoundExpression) {
    let slot = try resolve(name.text, at: name.span, in: context.scope)
    switch slots[slot].type {
    case .any, .null, .node, .relationship: break
    case let type:
      throw problem(
        SemanticsWording.argumentType(
          "setting properties", wanted: "a node or relationship", got: type),
        at: name.span)
    }
    switch slots[slot].type {
    case .node: try checkProperties(map, ofNode: slots[slot].names)
    case .relationship: try checkProperties(map, ofRelationship: slots[slot].names)
    default: break
    }
    let typed = try bind(map, context)
    switch typed.type {
    case .any, .null, .map, .node, .relationship: break
    default:
      throw problem(
        SemanticsWording.argumentType("setting properties", wanted: "a map", got: typed.type),
        at: map.span)
    }
    return (slot, typed.expression)
  }

  private func bindLabelled(
    _ name: Name, _ labels: [Name], _ scope: Scope
  ) throws(Diagnostic) -> Slot {
    let slot = try resolve(name.text, at: name.span, in: scope)
    switch slots[slot].type {
    case .any, .null, .node: break
    case let type:
      throw problem(
        SemanticsWording.argumentType("a label", wanted: "a node", got: type), at: name.span)
    }
    try checkLabels(labels)
    return slot
  }
}
