extension GraphView {
  /// The stages of a scan: rows of the base, base nodes that got the label since, created nodes.
  private enum Stage: Int {
    case base, relabelled, created
    static let shift = 40
  }

  /// Appends up to `limit` live nodes, with a label if one is given, and moves the cursor. O(rows
  /// passed).
  public func scan(
    _ label: LabelCode?, cursor: inout ScanCursor, limit: Int, into rows: inout [NodeRow]
  ) {
    let end = rows.count + limit
    while !cursor.isAtEnd, rows.count < end {
      let offset = cursor.position & (1 << Stage.shift - 1)
      let stage = Stage(rawValue: cursor.position >> Stage.shift) ?? .created
      let next: Int?
      switch stage {
      case .base: next = scanBase(label, from: offset, end: end, into: &rows)
      case .relabelled: next = scanRelabelled(label, from: offset, end: end, into: &rows)
      case .created: next = scanCreated(label, from: offset, end: end, into: &rows)
      }
      if let next {
        cursor.position = stage.rawValue << Stage.shift | next
      } else if stage == .created {
        cursor.isAtEnd = true
      } else {
        cursor.position = (stage.rawValue + 1) << Stage.shift
      }
    }
  }

  /// Where to go on, `nil` when the base is through.
  private func scanBase(
    _ label: LabelCode?, from start: Int, end: Int, into rows: inout [NodeRow]
  ) -> Int? {
    let isClean = overlay.deletedNodes.isEmpty && (label == nil || overlay.relabelledBits.isEmpty)
    var row = start
    while row < image.nodeCount {
      let group = image.labelSet(of: UInt32(row))
      let groupEnd = Int(image.segmentStarts[group + 1])
      if let label, !labelSets[group].contains(label.index) {
        row = groupEnd
        continue
      }
      if isClean {
        let last = min(groupEnd, row + end - rows.count)
        rows.append(contentsOf: (row..<last).lazy.map { NodeRow(UInt32(truncatingIfNeeded: $0)) })
        row = last
      } else {
        while row < groupEnd, rows.count < end {
          if isLive(UInt32(row), with: label) { rows.append(NodeRow(UInt32(row))) }
          row += 1
        }
      }
      if rows.count >= end { return row }
    }
    return nil
  }

  private func isLive(_ row: UInt32, with label: LabelCode?) -> Bool {
    guard !overlay.deletedNodes.contains(row) else { return false }
    guard let label, overlay.relabelledBits.contains(row) else { return true }
    return labelSets[Int(labelSet(ofRow: row))].contains(label.index)
  }

  private func scanRelabelled(
    _ label: LabelCode?, from start: Int, end: Int, into rows: inout [NodeRow]
  ) -> Int? {
    guard let label else { return nil }
    var position = start
    while position < overlay.relabelledRows.count {
      if rows.count >= end { return position }
      let row = overlay.relabelledRows[position]
      position += 1
      guard !overlay.deletedNodes.contains(row),
        !labelSets[image.labelSet(of: row)].contains(label.index),
        labelSets[Int(labelSet(ofRow: row))].contains(label.index)
      else { continue }
      rows.append(NodeRow(row))
    }
    return nil
  }

  private func scanCreated(
    _ label: LabelCode?, from start: Int, end: Int, into rows: inout [NodeRow]
  ) -> Int? {
    var position = start
    while position < overlay.createdNodes.count {
      if rows.count >= end { return position }
      let row = overlay.baseNodeCount + UInt32(position)
      let set = overlay.createdNodes[position].labelSet
      position += 1
      guard !overlay.deletedNodes.contains(row) else { continue }
      if let label, !labelSets[Int(set)].contains(label.index) { continue }
      rows.append(NodeRow(row))
    }
    return nil
  }

  /// Whether each node has all the labels. O(nodes + label sets).
  public func hasLabels(_ nodes: [NodeRow], all wanted: [LabelCode]) -> [Bool] {
    let matches = labelSets.map { set in wanted.allSatisfy { set.contains($0.index) } }
    if overlay.changedNodeRows.isEmpty, overlay.createdNodes.isEmpty {
      var group = 0
      var low: UInt32 = 1
      var high: UInt32 = 0
      return nodes.map { node in
        if node.index < low || node.index >= high {
          group = image.labelSet(of: node.index)
          low = image.segmentStarts[group]
          high = image.segmentStarts[group + 1]
        }
        return matches[group]
      }
    }
    return nodes.map { matches[Int(labelSet(ofRow: $0.index))] }
  }
}
