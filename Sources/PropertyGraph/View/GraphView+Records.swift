/// The few operations that all changes are made of. Each keeps counts and indexes in step; none
/// records anything.
extension GraphView {
  func insertNode(id: NodeID, labelSet: UInt32, properties: CodedProperties) -> UInt32 {
    let row = overlay.append(
      Overlay.Node(id: id, labelSet: labelSet, properties: properties))
    if id >= nextNodeID { nextNodeID = id &+ 1 }
    countNode(labelSet, properties, by: 1)
    for (key, value) in properties.entries { rememberIndexed(row, key, value) }
    return row
  }

  func insertRelationship(
    id: RelationshipID, type: UInt32, start: UInt32, end: UInt32, properties: CodedProperties
  ) -> UInt32 {
    let row = overlay.append(
      Overlay.Relationship(
        id: id, type: type, start: start, end: end, properties: properties))
    if id >= nextRelationshipID { nextRelationshipID = id &+ 1 }
    types.uses[Int(type)] += 1
    countKeys(properties, by: 1)
    return row
  }

  /// Marks a node as deleted or takes the mark away; returns whether that changed anything.
  func setDeleted(_ isDeleted: Bool, node row: UInt32) -> Bool {
    let changed = isDeleted ? overlay.deletedNodes.insert(row) : overlay.deletedNodes.remove(row)
    guard changed else { return false }
    countNode(labelSet(ofRow: row), nodeProperties(row), by: isDeleted ? -1 : 1)
    return true
  }

  /// Marks a relationship as deleted or takes the mark away; returns whether that changed anything.
  func setDeleted(_ isDeleted: Bool, relationship row: UInt32) -> Bool {
    let changed =
      isDeleted
      ? overlay.deletedRelationships.insert(row) : overlay.deletedRelationships.remove(row)
    guard changed else { return false }
    if row < overlay.baseRelationshipCount {
      overlay.touch(image.sources[Int(row)])
      overlay.touch(image.targets[Int(row)])
    }
    types.uses[Int(type(of: RelationshipRow(row)).index)] += isDeleted ? -1 : 1
    countKeys(relationshipProperties(row), by: isDeleted ? -1 : 1)
    return true
  }

  /// Sets a property of a live node; returns what was there.
  func replaceProperty(_ key: UInt32, ofNode row: UInt32, with value: Value) -> Value {
    let before = changeNode(row) { $0.properties.set(key, value) }
    countKey(key, before, value)
    rememberIndexed(row, key, value)
    return before
  }

  /// Sets a property of a live relationship; returns what was there.
  func replaceProperty(_ key: UInt32, ofRelationship row: UInt32, with value: Value) -> Value {
    let before: Value
    if row >= overlay.baseRelationshipCount {
      before = overlay.createdRelationships[Int(row - overlay.baseRelationshipCount)].properties
        .set(key, value)
    } else {
      if overlay.changedRelationshipRows.insert(row) {
        overlay.changedRelationshipRows.remove(row)
        let properties = relationshipProperties(row)
        overlay.changedRelationshipRows.insert(row)
        overlay.copiedBytes += Overlay.bytesOfPlace + properties.byteCount
        overlay.changedRelationships[row] = properties
      }
      before = overlay.changedRelationships[row]?.set(key, value) ?? .null
    }
    countKey(key, before, value)
    return before
  }

  /// Gives a live node another label set.
  func replaceLabelSet(ofNode row: UInt32, with set: UInt32) {
    let before = changeNode(row) { node in
      let before = node.labelSet
      node.labelSet = set
      return before
    }
    countLabelSet(before, by: -1)
    countLabelSet(set, by: 1)
    if row < overlay.baseNodeCount, overlay.relabelledBits.insert(row) {
      overlay.relabelledRows.append(row)
    }
  }

  /// Runs `change` on the record of a node, which is copied from the base at the first time.
  private func changeNode<Result>(
    _ row: UInt32, _ change: (inout Overlay.Node) -> Result
  ) -> Result {
    if row >= overlay.baseNodeCount {
      return change(&overlay.createdNodes[Int(row - overlay.baseNodeCount)])
    }
    var record = overlay.changedNodes[row] ?? copiedRecord(row)
    // Taken out while it changes, so that its properties are not copied.
    overlay.changedNodes[row] = nil
    let result = change(&record)
    overlay.changedNodes[row] = record
    overlay.changedNodeRows.insert(row)
    return result
  }

  private func copiedRecord(_ row: UInt32) -> Overlay.Node {
    let record = Overlay.Node(
      id: image.nodeIDs[Int(row)], labelSet: UInt32(image.labelSet(of: row)),
      properties: nodeProperties(row))
    overlay.copiedBytes += Overlay.bytesOfPlace + record.properties.byteCount
    return record
  }

  // MARK: Counts

  func countNode(_ set: UInt32, _ properties: CodedProperties, by step: Int) {
    countLabelSet(set, by: step)
    countKeys(properties, by: step)
  }

  private func countLabelSet(_ set: UInt32, by step: Int) {
    labelSetUses[Int(set)] += step
    for label in labelSets[Int(set)] { labels.uses[Int(label)] += step }
  }

  func countKeys(_ properties: CodedProperties, by step: Int) {
    for (key, _) in properties.entries { keys.uses[Int(key)] += step }
  }

  private func countKey(_ key: UInt32, _ before: Value, _ after: Value) {
    keys.uses[Int(key)] += (after.isNull ? 0 : 1) - (before.isNull ? 0 : 1)
  }
}
