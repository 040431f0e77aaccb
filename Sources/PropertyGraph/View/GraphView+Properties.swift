public import Diagnostics

extension GraphView {
  /// A property of each node; null where absent. O(nodes).
  ///
  /// Throws `DeletedEntityAccess` if a node has been deleted.
  public func nodeProperty(_ key: KeyCode, of nodes: [NodeRow]) throws(Diagnostic) -> Column {
    if !overlay.deletedNodes.isEmpty {
      for node in nodes where overlay.deletedNodes.contains(node.index) {
        throw Wording.deletedAccess(isNode: true)
      }
    }
    let rows = nodes.map(\.index)
    let entries = image.nodeColumns.columns(ofKey: key.index)
    if entries.contains(where: { $0.column.encoding.cells == .outside }) {
      try throwOutsideFailure()
      return try gatherOutside(rows, key, entries)
    }
    if overlay.createdNodes.isEmpty && overlay.changedNodeRows.isEmpty
      || rows.allSatisfy({ isBase($0) })
    {
      return ColumnKernel.gather(rows, from: entries)
    }
    var cursor = ColumnKernel.EntryCursor(entries)
    return Column(
      values: rows.map { row in
        if let record = overlay.node(row) { return record.properties[key.index] }
        guard let entry = cursor.entry(of: row) else { return .null }
        return entry.column.value(of: Int(row - entry.firstRow))
      })
  }

  @inline(__always)
  private func isBase(_ row: UInt32) -> Bool {
    row < overlay.baseNodeCount && !overlay.changedNodeRows.contains(row)
  }

  /// A property of each relationship; null where absent. O(relationships).
  ///
  /// Throws `DeletedEntityAccess` if a relationship has been deleted.
  public func relationshipProperty(
    _ key: KeyCode, of relationships: [RelationshipRow]
  ) throws(Diagnostic) -> Column {
    if !overlay.deletedRelationships.isEmpty {
      for relationship in relationships
      where overlay.deletedRelationships.contains(relationship.index) {
        throw Wording.deletedAccess(isNode: false)
      }
    }
    let rows = relationships.map(\.index)
    let entries = image.relationshipColumns.columns(ofKey: key.index)
    if overlay.createdRelationships.isEmpty, overlay.changedRelationshipRows.isEmpty {
      return ColumnKernel.gather(rows, from: entries)
    }
    var cursor = ColumnKernel.EntryCursor(entries)
    return Column(
      values: rows.map { row in
        if let properties = overlay.relationshipProperties(row) { return properties[key.index] }
        guard let entry = cursor.entry(of: row) else { return .null }
        return entry.column.value(of: Int(row - entry.firstRow))
      })
  }

  /// All properties of a node, as they were last if it is deleted.
  public func properties(of node: NodeRow) -> PropertyMap {
    named(nodeProperties(node.index))
  }

  /// All properties of a relationship, as they were last if it is deleted.
  public func properties(of relationship: RelationshipRow) -> PropertyMap {
    named(relationshipProperties(relationship.index))
  }

  private func named(_ properties: CodedProperties) -> PropertyMap {
    PropertyMap(properties.entries.map { (keys.names[Int($0.key)], $0.value) })
  }

  /// All properties of a node by key code.
  func nodeProperties(_ row: UInt32) -> CodedProperties {
    if let record = overlay.node(row) { return record.properties }
    return baseProperties(row, image.nodeColumns, group: image.labelSet(of: row)) { key in
      outsideValue(key, ofNode: row)
    }
  }

  /// All properties of a relationship by key code.
  func relationshipProperties(_ row: UInt32) -> CodedProperties {
    if let properties = overlay.relationshipProperties(row) { return properties }
    return baseProperties(row, image.relationshipColumns, group: image.type(of: row)) { _ in .null }
  }

  private func baseProperties(
    _ row: UInt32, _ table: ColumnTable, group: Int, outside: (_ key: UInt32) -> Value
  ) -> CodedProperties {
    var entries: [(key: UInt32, value: Value)] = []
    for entry in table.columns(ofGroup: group) {
      let place = Int(row - entry.firstRow)
      let isOutside = entry.column.encoding.cells == .outside && entry.column.cell(of: place) >= 0
      let value = isOutside ? outside(entry.key) : entry.column.value(of: place)
      if !value.isNull { entries.append((entry.key, value)) }
    }
    return CodedProperties(entries)
  }
}

extension GraphView {
  /// Whether a property of each node is that text; null where absent. `nil` where values are not
  /// laid out so that it can be told from bytes alone. O(nodes).
  ///
  /// Throws `DeletedEntityAccess` if a node has been deleted.
  public func nodeProperty(
    _ key: KeyCode, of nodes: [NodeRow], equals text: Text
  ) throws(Diagnostic) -> Column? {
    guard overlay.deletedNodes.isEmpty, overlay.createdNodes.isEmpty,
      overlay.changedNodeRows.isEmpty
    else { return nil }
    let entries = image.nodeColumns.columns(ofKey: key.index)
    guard entries.allSatisfy({ [.text, .dictionary].contains($0.column.encoding.cells) }) else {
      return nil
    }
    return text.withBytes { ColumnKernel.equality(nodes, entries, $0) }
  }
}
