import Diagnostics

extension ImageAssembly {
  /// Writes the relationships type by type: rows ordered by start, end and id, then both
  /// adjacencies.
  func writeRelationships(_ nodeIDs: [NodeID]) throws(Diagnostic) {
    let rows = RowFinder(nodeIDs)
    var ids: [RelationshipID] = []
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var reverse: [UInt32] = []
    var typeStarts: [UInt32] = [0]
    ids.reserveCapacity(relationshipCount)
    sources.reserveCapacity(relationshipCount)
    targets.reserveCapacity(relationshipCount)
    reverse.reserveCapacity(relationshipCount)
    for (type, code) in typeOrder.enumerated() {
      try builder.poll()
      let records = builder.relationshipGroups[code]
      let starts = try rows.rows(of: builder.startIDs[code], relationships: records.ids)
      let ends = try rows.rows(of: builder.endIDs[code], relationships: records.ids)
      var order = records.orderByID() ?? (0..<UInt32(records.count)).map { $0 }
      order = CountingSort.sort(order, by: ends)
      order = CountingSort.sort(order, by: starts)
      try builder.poll()
      let firstRow = UInt32(ids.count)
      let ownSources = order.map { starts[Int($0)] }
      let ownTargets = order.map { ends[Int($0)] }
      writeOffsets(.forwardOffsets, type: type, nodes: ownSources, first: firstRow)
      let byTarget = CountingSort.sort((0..<UInt32(records.count)).map { $0 }, by: ownTargets)
      writeOffsets(
        .reverseOffsets, type: type, nodes: byTarget.map { ownTargets[Int($0)] }, first: firstRow)
      try writeColumns(
        .relationshipColumn, of: records, group: type, rowOfRecord: Self.inverse(order))
      ids.append(contentsOf: order.map { records.ids[Int($0)] })
      sources.append(contentsOf: ownSources)
      targets.append(contentsOf: ownTargets)
      reverse.append(contentsOf: byTarget.map { $0 + firstRow })
      typeStarts.append(UInt32(ids.count))
    }
    writer.section(.typeStarts) { _ in writer.append(typeStarts) }
    try writeIDs(ids, .relationshipIDs, .relationshipIDIndex, isNode: false)
    writer.section(.sources) { _ in writer.append(sources) }
    writer.section(.targets) { _ in writer.append(targets) }
    writer.section(.reverseNeighbors) { _ in writer.append(reverse.map { sources[Int($0)] }) }
    writer.section(.reverseRelationships) { _ in writer.append(reverse) }
  }

  /// Writes where the relationships of each node begin; `nodes` ascends. Only the span of rows that
  /// has such relationships is covered.
  private func writeOffsets(
    _ kind: ImageFormat.SectionKind, type: Int, nodes: [UInt32], first: UInt32
  ) {
    let low = nodes.first ?? 0
    let span = nodes.last.map { Int($0 - low) + 1 } ?? 0
    var offsets = [UInt32](repeating: 0, count: span + 1)
    offsets[0] = first
    for node in nodes { offsets[Int(node - low) + 1] += 1 }
    for index in 0..<span { offsets[index + 1] += offsets[index] }
    writer.section(kind, a: type, b: Int(low)) { entry in
      entry.rowCount = UInt64(span)
      writer.append(offsets)
    }
  }
}

/// Finds node rows by id while relationships are laid out.
private struct RowFinder {
  private let count: Int
  private let smallest: Int64
  /// Rows by id from the smallest on, where ids are dense.
  private var dense: [UInt32] = []
  private var sparse: [NodeID: UInt32] = [:]

  init(_ ids: [NodeID]) {
    count = ids.count
    smallest = ids.min() ?? 0
    let (span, overflow) = (ids.max() ?? 0).subtractingReportingOverflow(smallest)
    if !overflow, span < 8 * ids.count + 1_024 {
      dense = [UInt32](repeating: .max, count: Int(span) + 1)
      for (row, id) in ids.enumerated() { dense[Int(id - smallest)] = UInt32(row) }
    } else {
      sparse.reserveCapacity(ids.count)
      for (row, id) in ids.enumerated() { sparse[id] = UInt32(row) }
    }
  }

  func rows(
    of nodes: [NodeID], relationships: [RelationshipID]
  ) throws(Diagnostic) -> [UInt32] {
    var rows: [UInt32] = []
    rows.reserveCapacity(nodes.count)
    for (position, id) in nodes.enumerated() {
      guard let row = row(of: id) else {
        throw Wording.danglingRelationship(relationships[position], node: id)
      }
      rows.append(row)
    }
    return rows
  }

  private func row(of id: NodeID) -> UInt32? {
    guard !dense.isEmpty else { return sparse[id] }
    let (offset, overflow) = id.subtractingReportingOverflow(smallest)
    guard count > 0, !overflow, offset >= 0, offset < dense.count, dense[Int(offset)] != .max
    else { return nil }
    return dense[Int(offset)]
  }
}

/// A stable sort of positions by a small number each; O(n + span of the numbers).
enum CountingSort {
  static func sort(_ order: [UInt32], by keys: [UInt32]) -> [UInt32] {
    guard let low = keys.min(), let high = keys.max() else { return order }
    var next = [UInt32](repeating: 0, count: Int(high - low) + 2)
    for key in keys { next[Int(key - low) + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    var sorted = [UInt32](repeating: 0, count: order.count)
    for element in order {
      let key = Int(keys[Int(element)] - low)
      sorted[Int(next[key])] = element
      next[key] += 1
    }
    return sorted
  }
}
