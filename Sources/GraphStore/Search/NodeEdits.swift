import Diagnostics
import PropertyGraph

/// What the nodes that a statement touched were before it, and are after it.
struct NodeEdits {
  /// One node; `nil` where it did not exist.
  struct Edit {
    var id: NodeID
    var before: GraphChange.NodeImage?
    var after: GraphChange.NodeImage?
  }

  /// In the order of their first mention.
  private(set) var nodes: [Edit] = []
  private var places: [NodeID: Int] = [:]

  /// - Parameter changes: in the order made.
  init(_ changes: [GraphChange], in view: GraphView) throws(Diagnostic) {
    // Backwards from what is: each change taken back gives what was before it.
    for (step, change) in changes.reversed().enumerated() {
      try view.pollStatement(atStep: step)
      switch change {
      case .createdNode(let node): edit(node.id, view) { $0.before = nil }
      case .deletedNode(let node): edit(node.id, view) { $0.before = node }
      case .nodeProperty(let id, let key, let before, _):
        edit(id, view) { $0.before?.properties[key] = before.isNull ? Value?.none : before }
      case .addedLabel(let id, let label):
        edit(id, view) { $0.before?.labels.removeAll { $0 == label } }
      case .removedLabel(let id, let label): edit(id, view) { $0.before?.labels.append(label) }
      case .createdRelationship, .deletedRelationship, .relationshipProperty: break
      }
    }
  }

  private mutating func edit(_ id: NodeID, _ view: GraphView, _ change: (inout Edit) -> Void) {
    let place = places[id] ?? nodes.count
    if place == nodes.count {
      let now = view.node(withID: id).map { row in
        GraphChange.NodeImage(
          id: id, labels: view.labels(of: row), properties: view.properties(of: row))
      }
      places[id] = place
      nodes.append(Edit(id: id, before: now, after: now))
    }
    change(&nodes[place])
  }
}
