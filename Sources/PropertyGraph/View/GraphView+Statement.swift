public import Diagnostics

/// What a running statement has done, so that it can be committed or taken back.
struct StatementRecord {
  var changes: [GraphChange] = []
  /// How many records were created before it.
  let createdNodes: Int
  let createdRelationships: Int
  let nextNodeID: NodeID
  let nextRelationshipID: RelationshipID
  /// Throws when the statement is to end.
  let poll: () throws(Diagnostic) -> Void
}

extension GraphView {
  /// Starts to record changes. A statement that was left open is taken back first. A graph in
  /// memory compacts itself here, and not at the end of a statement, so that rows in results stay
  /// good until the next one: look up codes and rows afterwards.
  public func beginStatement(
    poll: @escaping () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    spentChanges = []
    if statement != nil { rollbackStatement() }
    // Small graphs are not worth it: the overlay of a few thousand records is as quick.
    let base = image.nodeCount + image.relationshipCount
    if compactsAutomatically, overlay.size > max(8_192, base / 8) {
      try compact(poll: poll)
    }
    openStatement(poll)
  }

  private func openStatement(_ poll: @escaping () throws(Diagnostic) -> Void) {
    statement = StatementRecord(
      createdNodes: overlay.createdNodes.count,
      createdRelationships: overlay.createdRelationships.count,
      nextNodeID: nextNodeID, nextRelationshipID: nextRelationshipID, poll: poll)
  }

  /// Asks now and then, in the midst of a commit, whether the statement is still to be committed:
  /// for a ``commitHandler`` that works for long and counts its steps.
  ///
  /// Throws what the `poll` of ``beginStatement(poll:)`` throws.
  public func pollStatement(atStep step: Int) throws(Diagnostic) {
    if step & 0xFFF == 0 { try statement?.poll() }
  }

  /// What the running statement has changed so far.
  public var statementChanges: [GraphChange] { statement?.changes ?? [] }

  /// Adds a change that has been made; opens a statement if none is.
  func record(_ change: GraphChange) {
    if statement == nil { openStatement { () throws(Diagnostic) in } }
    statement?.changes.append(change)
  }

  /// Checks that no deleted node keeps a relationship, hands the changes to ``commitHandler`` and
  /// makes them lasting. If it throws, the statement is still open: take it back.
  ///
  /// Throws `DeleteConnectedNode`, and what the handler throws.
  public func commitStatement() throws(Diagnostic) {
    guard let statement else { return }
    for (number, change) in statement.changes.enumerated() {
      try pollStatement(atStep: number)
      guard case .deletedNode(let node) = change, let row = row(ofNode: node.id),
        overlay.deletedNodes.contains(row), hasLiveRelationship(row)
      else { continue }
      throw Wording.deleteConnectedNode(node)
    }
    try throwOutsideFailure()
    if !statement.changes.isEmpty { try commitHandler?(Self.ordered(statement.changes)) }
    if keepsSpentChanges { spentChanges = statement.changes }
    self.statement = nil
  }

  /// Frees the changes of the last statement, if they were kept for later.
  public func settle() { spentChanges = [] }

  /// The changes with deleted nodes last, so that in both directions a relationship never stands
  /// without its nodes.
  private static func ordered(_ changes: [GraphChange]) -> [GraphChange] {
    var first: [GraphChange] = []
    var last: [GraphChange] = []
    for change in changes {
      if case .deletedNode = change { last.append(change) } else { first.append(change) }
    }
    return last.isEmpty ? changes : first + last
  }

  /// Takes back every change of the statement. O(changes).
  public func rollbackStatement() {
    guard let statement else { return }
    for change in statement.changes.reversed() { perform(change.inverse) }
    while overlay.createdRelationships.count > statement.createdRelationships {
      overlay.removeLastRelationship()
    }
    while overlay.createdNodes.count > statement.createdNodes { overlay.removeLastNode() }
    nextNodeID = statement.nextNodeID
    nextRelationshipID = statement.nextRelationshipID
    self.statement = nil
  }

  /// Makes changes that are committed elsewhere: those of a log since the base, or for an older
  /// revision the inverses of a log, last first. Outside of a statement only. O(changes).
  public func apply(_ changes: some Sequence<GraphChange>) {
    for change in changes { perform(change) }
  }

  /// Makes one change without recording it. A change of what does not exist is passed over.
  private func perform(_ change: GraphChange) {
    switch change {
    case .createdNode(let node): revive(node)
    case .deletedNode(let node):
      if let row = row(ofNode: node.id) { _ = setDeleted(true, node: row) }
    case .createdRelationship(let relationship): revive(relationship)
    case .deletedRelationship(let relationship):
      if let row = row(ofRelationship: relationship.id) { _ = setDeleted(true, relationship: row) }
    case .nodeProperty(let id, let key, _, let after):
      if let row = row(ofNode: id) {
        _ = replaceProperty(keyCode(adding: key), ofNode: row, with: after)
      }
    case .relationshipProperty(let id, let key, _, let after):
      if let row = row(ofRelationship: id) {
        _ = replaceProperty(keyCode(adding: key), ofRelationship: row, with: after)
      }
    case .addedLabel(let id, let label):
      if let row = row(ofNode: id) {
        let codes = labelSets[Int(labelSet(ofRow: row))]
        let all = Set(codes + [labels.addingCode(of: label)]).sorted()
        replaceLabelSet(ofNode: row, with: labelSet(of: all))
      }
    case .removedLabel(let id, let label):
      if let row = row(ofNode: id) {
        let code = labels.code(of: label)
        let rest = labelSets[Int(labelSet(ofRow: row))].filter { $0 != code }
        replaceLabelSet(ofNode: row, with: labelSet(of: rest))
      }
    }
  }

  /// Brings a node into being: a deleted row comes back as the change says it is.
  private func revive(_ node: GraphChange.NodeImage) {
    let set = labelSet(named: node.labels)
    let properties = coding(node.properties)
    guard let row = row(ofNode: node.id) else {
      _ = insertNode(id: node.id, labelSet: set, properties: properties)
      return
    }
    guard setDeleted(false, node: row) else { return }
    if labelSet(ofRow: row) != set { replaceLabelSet(ofNode: row, with: set) }
    for (key, _) in nodeProperties(row).entries where properties[key].isNull {
      _ = replaceProperty(key, ofNode: row, with: .null)
    }
    for (key, value) in properties.entries {
      guard !nodeProperties(row)[key].isIdentical(to: value) else { continue }
      _ = replaceProperty(key, ofNode: row, with: value)
    }
  }

  private func revive(_ relationship: GraphChange.RelationshipImage) {
    let properties = coding(relationship.properties)
    guard let row = row(ofRelationship: relationship.id) else {
      guard let start = row(ofNode: relationship.start), let end = row(ofNode: relationship.end)
      else { return }
      _ = insertRelationship(
        id: relationship.id, type: types.addingCode(of: relationship.type), start: start,
        end: end, properties: properties)
      return
    }
    guard setDeleted(false, relationship: row) else { return }
    for (key, _) in relationshipProperties(row).entries where properties[key].isNull {
      _ = replaceProperty(key, ofRelationship: row, with: .null)
    }
    for (key, value) in properties.entries {
      guard !relationshipProperties(row)[key].isIdentical(to: value) else { continue }
      _ = replaceProperty(key, ofRelationship: row, with: value)
    }
  }

  private func coding(_ properties: PropertyMap) -> CodedProperties {
    CodedProperties(properties.map { (keyCode(adding: $0.key), $0.value) })
  }
}
