extension GraphView {
  /// Whether ``seek(label:key:equals:)`` has an index for the key; `id` always has.
  public func hasIndex(label: Text?, key: Text) -> Bool {
    key == "id" || keys.code(of: key).map { indexedKeys.contains($0) } ?? false
  }

  /// Nodes whose property equals the value, ascending, among those with the label if one is given;
  /// `nil` when the key has no index. O(1) for a value that few nodes have.
  public func seek(label: LabelCode?, key: KeyCode, equals value: Value) -> [NodeRow]? {
    guard indexedKeys.contains(key.index) else { return nil }
    guard let hash = ValueIndex.hash(value) else { return [] }
    var rows: [NodeRow] = []
    if let index = image.valueIndexes[key.index] {
      for row in index.candidates(hash) where matches(row, label, key.index, value) {
        rows.append(NodeRow(row))
      }
    }
    let created = overlay.valueIndexes[key.index]?[hash] ?? []
    if !created.isEmpty {
      for row in created where matches(row, label, key.index, value) { rows.append(NodeRow(row)) }
      rows.sort()
      var distinct: [NodeRow] = []
      for row in rows where row != distinct.last { distinct.append(row) }
      return distinct
    }
    return rows
  }

  private func matches(_ row: UInt32, _ label: LabelCode?, _ key: UInt32, _ value: Value) -> Bool {
    guard row < overlay.nodeRowCount, !overlay.deletedNodes.contains(row) else { return false }
    if let label, !labelSets[Int(labelSet(ofRow: row))].contains(label.index) { return false }
    if let record = overlay.node(row) { return record.properties[key].equals(value) == true }
    var cursor = ColumnKernel.EntryCursor(image.nodeColumns.columns(ofKey: key))
    guard let entry = cursor.entry(of: row) else { return false }
    let local = Int(row - entry.firstRow)
    // The common case compares bytes without making a text of them.
    if case .text(let text) = value, entry.column.encoding.cells == .text {
      let cell = entry.column.cell(of: local)
      guard cell >= 0 else { return false }
      let run = entry.column.run(cell)
      return text.withBytes { $0.count == run.count && $0.elementsEqual(run) }
    }
    return entry.column.value(of: local).equals(value) == true
  }

  /// Remembers that a node was given a value of an indexed property.
  func rememberIndexed(_ row: UInt32, _ key: UInt32, _ value: Value) {
    guard indexedKeys.contains(key), let hash = ValueIndex.hash(value) else { return }
    overlay.valueIndexes[key, default: [:]][hash, default: []].append(row)
  }
}
