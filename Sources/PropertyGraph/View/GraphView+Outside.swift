public import Diagnostics

/// Where the values stand that an image leaves out: with the rows of a store.
public protocol OutsideValues: AnyObject {
  /// A property of nodes in the state that the view shows; null where there is none. O(nodes).
  func values(of key: Text, nodes: [NodeID]) throws(Diagnostic) -> [Value]
}

extension GraphView {
  /// Whether the base leaves values out.
  public var leavesValuesOut: Bool {
    image.nodeColumns.entries.contains { $0.column.encoding.cells == .outside }
  }

  /// A property that at least one label set keeps outside: asked for in one go, in the order of the
  /// ids, which is the order of the rows on disk.
  func gatherOutside(
    _ rows: [UInt32], _ key: KeyCode, _ entries: ArraySlice<ColumnTable.Entry>
  ) throws(Diagnostic) -> Column {
    var values = [Value](repeating: .null, count: rows.count)
    var wanted: [(id: NodeID, position: Int)] = []
    var cursor = ColumnKernel.EntryCursor(entries)
    for (position, row) in rows.enumerated() {
      if let record = overlay.node(row) {
        values[position] = record.properties[key.index]
      } else if let entry = cursor.entry(of: row) {
        let place = Int(row - entry.firstRow)
        if entry.column.encoding.cells != .outside {
          values[position] = entry.column.value(of: place)
        } else if entry.column.cell(of: place) >= 0 {
          wanted.append((image.nodeIDs[Int(row)], position))
        }
      }
    }
    wanted.sort { $0.id < $1.id }
    let found = try readOutside(key.index, wanted.map(\.id))
    for (index, value) in found.enumerated() { values[wanted[index].position] = value }
    return Column(values: values)
  }

  private func readOutside(_ key: UInt32, _ nodes: [NodeID]) throws(Diagnostic) -> [Value] {
    guard !nodes.isEmpty else { return [] }
    guard let outsideValues else { return nodes.map { _ in .null } }
    return try outsideValues.values(of: keys.names[Int(key)], nodes: nodes)
  }

  /// The value of one node; a failure is kept until something can throw it.
  func outsideValue(_ key: UInt32, ofNode row: UInt32) -> Value {
    do throws(Diagnostic) {
      return try readOutside(key, [image.nodeIDs[Int(row)]]).first ?? .null
    } catch {
      outsideFailure = error
      return .null
    }
  }

  /// Throws what reading outside could not throw. Call it before results that rest on properties of
  /// single records are handed over.
  public func throwOutsideFailure() throws(Diagnostic) {
    guard let failure = outsideFailure else { return }
    outsideFailure = nil
    throw failure
  }
}
