public import Diagnostics

extension GraphView {
  /// Creates a node. O(properties).
  ///
  /// Throws `InvalidPropertyType` for a value that cannot be a property.
  public func createNode(labels: [Text], properties: PropertyMap) throws(Diagnostic) -> NodeRow {
    let coded = try coded(properties)
    let id = nextNodeID
    let row = insertNode(id: id, labelSet: labelSet(named: labels), properties: coded)
    record(
      .createdNode(
        GraphChange.NodeImage(
          id: id, labels: self.labels(of: NodeRow(row)), properties: properties.withoutNulls)))
    return NodeRow(row)
  }

  /// Creates a relationship. O(properties).
  ///
  /// Throws `InvalidPropertyType` for a value that cannot be a property, `DeletedEntityAccess` if a
  /// node has been deleted.
  public func createRelationship(
    type: Text, from start: NodeRow, to end: NodeRow, properties: PropertyMap
  ) throws(Diagnostic) -> RelationshipRow {
    for node in [start, end] where isDeleted(node) {
      throw Wording.deletedAccess(isNode: true)
    }
    let coded = try coded(properties)
    let id = nextRelationshipID
    let row = insertRelationship(
      id: id, type: types.addingCode(of: type), start: start.index, end: end.index,
      properties: coded)
    record(
      .createdRelationship(
        GraphChange.RelationshipImage(
          id: id, type: type, start: self.id(of: start), end: self.id(of: end),
          properties: properties.withoutNulls)))
    return RelationshipRow(row)
  }

  /// Sets a property; `.null` removes it.
  ///
  /// Throws `InvalidPropertyType` or `DeletedEntityAccess`.
  public func setProperty(_ key: Text, of node: NodeRow, to value: Value) throws(Diagnostic) {
    guard !isDeleted(node) else { throw Wording.deletedAccess(isNode: true) }
    try checkStorable(value, key)
    if value.isNull, keys.code(of: key) == nil { return }
    let before = replaceProperty(keyCode(adding: key), ofNode: node.index, with: value)
    if before.isNull, value.isNull { return }
    record(.nodeProperty(id(of: node), key: key, before: before, after: value))
  }

  /// Sets a property; `.null` removes it.
  ///
  /// Throws `InvalidPropertyType` or `DeletedEntityAccess`.
  public func setProperty(
    _ key: Text, of relationship: RelationshipRow, to value: Value
  ) throws(Diagnostic) {
    guard !isDeleted(relationship) else {
      throw Wording.deletedAccess(isNode: false)
    }
    try checkStorable(value, key)
    if value.isNull, keys.code(of: key) == nil { return }
    let before = replaceProperty(
      keyCode(adding: key), ofRelationship: relationship.index, with: value)
    if before.isNull, value.isNull { return }
    record(.relationshipProperty(id(of: relationship), key: key, before: before, after: value))
  }

  /// Adds a label; returns whether the node lacked it.
  ///
  /// Throws `DeletedEntityAccess`.
  public func addLabel(_ label: Text, to node: NodeRow) throws(Diagnostic) -> Bool {
    guard !isDeleted(node) else { throw Wording.deletedAccess(isNode: true) }
    let code = labels.addingCode(of: label)
    let codes = labelSets[Int(labelSet(ofRow: node.index))]
    guard !codes.contains(code) else { return false }
    replaceLabelSet(ofNode: node.index, with: labelSet(of: (codes + [code]).sorted()))
    record(.addedLabel(id(of: node), label))
    return true
  }

  /// Removes a label; returns whether the node had it.
  ///
  /// Throws `DeletedEntityAccess`.
  public func removeLabel(_ label: Text, from node: NodeRow) throws(Diagnostic) -> Bool {
    guard !isDeleted(node) else { throw Wording.deletedAccess(isNode: true) }
    let codes = labelSets[Int(labelSet(ofRow: node.index))]
    guard let code = labels.code(of: label), codes.contains(code) else { return false }
    replaceLabelSet(ofNode: node.index, with: labelSet(of: codes.filter { $0 != code }))
    record(.removedLabel(id(of: node), label))
    return true
  }

  /// Marks a relationship as deleted; again is a no-op. Returns whether it lived.
  public func delete(_ relationship: RelationshipRow) throws(Diagnostic) -> Bool {
    guard setDeleted(true, relationship: relationship.index) else { return false }
    record(.deletedRelationship(whole(relationship)))
    return true
  }

  /// Marks a node as deleted; relationships it still has are judged by ``commitStatement()``.
  /// Returns whether it lived.
  public func delete(_ node: NodeRow) throws(Diagnostic) -> Bool {
    guard setDeleted(true, node: node.index) else { return false }
    record(
      .deletedNode(
        GraphChange.NodeImage(
          id: id(of: node), labels: labels(of: node), properties: properties(of: node))))
    return true
  }

  private func whole(_ relationship: RelationshipRow) -> GraphChange.RelationshipImage {
    GraphChange.RelationshipImage(
      id: id(of: relationship), type: name(of: type(of: relationship)),
      start: id(of: start(of: relationship)), end: id(of: end(of: relationship)),
      properties: properties(of: relationship))
  }

  /// The label set of these labels, in any order.
  func labelSet(named names: [Text]) -> UInt32 {
    var codes: [UInt32] = []
    for name in names {
      let code = labels.addingCode(of: name)
      if !codes.contains(code) { codes.append(code) }
    }
    return labelSet(of: codes.sorted())
  }

  /// The properties by key code, without nulls.
  private func coded(_ properties: PropertyMap) throws(Diagnostic) -> CodedProperties {
    var entries: [(key: UInt32, value: Value)] = []
    for (name, value) in properties where !value.isNull {
      try checkStorable(value, name)
      entries.append((keyCode(adding: name), value))
    }
    return CodedProperties(entries)
  }

  /// Properties are scalars, temporal values and lists of them.
  private func checkStorable(_ value: Value, _ key: Text) throws(Diagnostic) {
    switch value {
    case .null, .boolean, .integer, .float, .text, .temporal: return
    case .list(let elements): for element in elements { try checkStorable(element, key) }
    case .map, .node, .relationship, .path:
      throw Wording.invalidPropertyType(key, value.typeName)
    }
  }
}

extension PropertyMap {
  /// The entries that are not null.
  var withoutNulls: PropertyMap {
    contains { $0.value.isNull }
      ? PropertyMap(filter { !$0.value.isNull }.map { ($0.key, $0.value) }) : self
  }
}
