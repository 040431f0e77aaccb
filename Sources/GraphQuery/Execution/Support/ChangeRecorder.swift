import Diagnostics
import PropertyGraph

/// Counts what a statement changes as the openCypher kit counts it: net effects. A node created
/// and deleted again counts on neither side; a label counts once, when the graph did not hold it
/// before and does now.
final class ChangeRecorder {
  private let graph: any GraphAccess
  /// The first entities that the statement created: all later rows are its own as well.
  private var firstNode: NodeRow?
  private var firstRelationship: RelationshipRow?
  private var statistics = UpdateStatistics()
  /// Nodes deleted without their relationships, by the place of their `DELETE`.
  private var deletions: [(span: Span, nodes: [NodeRow])] = []
  /// Labels touched, and whether the graph held them before.
  private var labelsBefore: [Text: Bool] = [:]
  private let budget: QueryBudget
  /// What records copied by changes are charged for already.
  private var copiedBytes: Int

  init(graph: any GraphAccess, budget: QueryBudget) {
    self.graph = graph
    self.budget = budget
    copiedBytes = graph.copiedBytes
  }

  /// To be called before a node with the label is created, changed or deleted.
  func willTouch(label: Text) {
    guard labelsBefore[label] == nil else { return }
    labelsBefore[label] = holds(label)
  }

  func didCreate(_ node: NodeRow, _ properties: PropertyMap) throws(Diagnostic) {
    try charge(ChangeEstimate.node + ChangeEstimate.created(properties))
    if firstNode == nil { firstNode = node }
    statistics.nodesCreated += 1
  }

  func didCreate(
    _ relationship: RelationshipRow, _ properties: PropertyMap
  ) throws(Diagnostic) {
    try charge(ChangeEstimate.relationship + ChangeEstimate.created(properties))
    if firstRelationship == nil { firstRelationship = relationship }
    statistics.relationshipsCreated += 1
  }

  func didSetProperties(_ count: Int = 1) { statistics.propertiesSet += count }

  /// - Parameter span: The `DELETE` that leaves the node's relationships to others, if it does.
  func didDelete(
    _ node: NodeRow, leavingRelationshipsAt span: Span?
  ) throws(Diagnostic) {
    try charge(ChangeEstimate.deletion + ChangeEstimate.kept(graph.properties(of: node)))
    if let span {
      if deletions.last?.span != span { deletions.append((span, [])) }
      deletions[deletions.count - 1].nodes.append(node)
    }
    if let firstNode, node >= firstNode {
      statistics.nodesCreated -= 1
    } else {
      statistics.nodesDeleted += 1
    }
  }

  /// The refusal of a deleted node that keeps relationships, at the `DELETE` that deleted it.
  func located(_ error: Diagnostic) -> Diagnostic {
    guard error.code == "DeleteConnectedNode", error.span == nil else { return error }
    for (span, nodes) in deletions {
      var expansion = Expansion()
      graph.expand(nodes, types: nil, direction: .either, into: &expansion)
      if !expansion.sources.isEmpty { return error.at(span, in: nil) }
    }
    return error
  }

  func didDelete(_ relationship: RelationshipRow) throws(Diagnostic) {
    try charge(ChangeEstimate.deletion + ChangeEstimate.kept(graph.properties(of: relationship)))
    if let firstRelationship, relationship >= firstRelationship {
      statistics.relationshipsCreated -= 1
    } else {
      statistics.relationshipsDeleted += 1
    }
  }

  /// A property is about to be set.
  func willSet(_ value: Value, before: Value) throws(Diagnostic) {
    try charge(
      ChangeEstimate.property + MemoryEstimate.heapBytes(of: value)
        + MemoryEstimate.heapBytes(of: before))
  }

  /// A label is about to be added or removed.
  func willRelabel() throws(Diagnostic) { try charge(ChangeEstimate.label) }

  /// Something was changed: charges for the record of the base that was copied for it, if one was.
  func didChange() throws(Diagnostic) {
    let bytes = graph.copiedBytes
    defer { copiedBytes = bytes }
    if bytes > copiedBytes { try charge(bytes - copiedBytes) }
  }

  private func charge(_ bytes: Int) throws(Diagnostic) {
    try budget.charge(bytes, for: "what the statement changes")
  }

  /// The counts; to be called before the statement ends.
  func finish() -> UpdateStatistics {
    var result = statistics
    for (label, wasHeld) in labelsBefore {
      let isHeld = holds(label)
      if isHeld && !wasHeld { result.labelsAdded += 1 }
      if !isHeld && wasHeld { result.labelsRemoved += 1 }
    }
    return result
  }

  private func holds(_ label: Text) -> Bool {
    guard let code = graph.labelCode(label) else { return false }
    return graph.nodeCount(label: code) > 0
  }
}
