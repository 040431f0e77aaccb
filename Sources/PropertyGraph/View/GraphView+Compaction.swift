public import Diagnostics

extension GraphView {
  /// An image of what the view shows, without a running statement's changes taken apart: call it
  /// between statements. O(nodes + relationships).
  ///
  /// - Parameters:
  ///   - isWhole: whether values outside are taken in. Else they stay where they are.
  ///   - poll: called now and then; what it throws is thrown.
  ///
  /// Throws `GraphTooLarge`.
  public func makeImage(
    isWhole: Bool = false,
    poll: @escaping () throws(Diagnostic) -> Void = { () throws(Diagnostic) in }
  ) throws(Diagnostic) -> GraphImage {
    let builder = GraphImageBuilder(
      state, leavesLongTextsOut: outsideValues != nil && !isWhole)
    builder.poll = poll
    // Names that nothing uses any more get no code (-1 is never looked at).
    let sets = labelSets.indices.map { set in
      labelSetUses[set] > 0
        ? builder.labelSet(labelSets[set].map { labels.names[Int($0)] })
        : GraphImageBuilder.LabelSet(code: -1)
    }
    let builderKeys = keys.names.indices.map {
      keys.uses[$0] > 0 ? builder.key(keys.names[$0]) : GraphImageBuilder.Key(code: -1)
    }
    for row in 0..<UInt32(overlay.nodeRowCount) where !overlay.deletedNodes.contains(row) {
      if row & 0xFFF == 0 { try poll() }
      builder.addNode(id: id(of: NodeRow(row)), labelSet: sets[Int(labelSet(ofRow: row))])
      guard !isWhole, overlay.node(row) == nil else {
        for (key, value) in nodeProperties(row).entries {
          builder.setNodeProperty(builderKeys[Int(key)], value)
        }
        continue
      }
      for entry in image.nodeColumns.columns(ofGroup: image.labelSet(of: row)) {
        let place = Int(row - entry.firstRow)
        guard entry.column.cell(of: place) >= 0 else { continue }
        if entry.column.encoding.cells == .outside {
          builder.setNodeOutside(builderKeys[Int(entry.key)])
        } else {
          builder.setNodeProperty(builderKeys[Int(entry.key)], entry.column.value(of: place))
        }
      }
    }
    try throwOutsideFailure()
    let builderTypes = types.names.indices.map {
      types.uses[$0] > 0
        ? builder.type(types.names[$0]) : GraphImageBuilder.RelationshipType(code: -1)
    }
    for row in 0..<UInt32(overlay.relationshipRowCount)
    where !overlay.deletedRelationships.contains(row) {
      if row & 0xFFF == 0 { try poll() }
      let relationship = RelationshipRow(row)
      builder.addRelationship(
        id: id(of: relationship), type: builderTypes[Int(type(of: relationship).index)],
        start: id(of: start(of: relationship)), end: id(of: end(of: relationship)))
      for (key, value) in relationshipProperties(row).entries {
        builder.setRelationshipProperty(builderKeys[Int(key)], value)
      }
    }
    builder.nextNodeID = max(builder.nextNodeID, nextNodeID)
    builder.nextRelationshipID = max(builder.nextRelationshipID, nextRelationshipID)
    return try builder.build()
  }

  /// Makes a new base of what the view shows. Ids stay, rows change: not while a statement runs (a
  /// call within one does nothing). O(nodes + relationships).
  public func compact(
    poll: @escaping () throws(Diagnostic) -> Void = { () throws(Diagnostic) in }
  ) throws(Diagnostic) {
    guard statement == nil else { return }
    replaceBase(with: try makeImage(poll: poll))
  }
}
