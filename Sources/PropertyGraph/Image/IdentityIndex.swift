/// Finds the row of an id. Ids are mostly a dense run of numbers, or ascend with the rows; both
/// cases need no search of their own.
///
/// In an image: how rows are found (1 dense, 2 sorted, 3 ascending), the smallest id, then UInt32
/// rows: by id from the smallest on (`.max`: none), or in the order of the ids, or nothing.
struct IdentityIndex {
  private enum Layout: UInt64 {
    case dense = 1
    case sorted = 2
    case ascending = 3
  }

  private let layout: Layout
  private let smallest: Int64
  private let rows: UnsafeBufferPointer<UInt32>
  private let ids: UnsafeBufferPointer<Int64>

  /// The index in a section of an image; `nil` if its size cannot be right.
  init?(_ section: UnsafeRawBufferPointer, ids: UnsafeBufferPointer<Int64>) {
    guard section.count >= 16,
      let layout = Layout(rawValue: section.load(as: UInt64.self))
    else { return nil }
    self.layout = layout
    smallest = section.load(fromByteOffset: 8, as: Int64.self)
    rows = UnsafeRawBufferPointer(rebasing: section[16...]).bindMemory(to: UInt32.self)
    self.ids = ids
    if layout == .sorted, rows.count < ids.count { return nil }
  }

  /// The row, `nil` if no row has the id. O(1), or O(log n) where ids are sparse.
  func row(of id: Int64) -> UInt32? {
    switch layout {
    case .dense:
      let (offset, overflow) = id.subtractingReportingOverflow(smallest)
      guard !overflow, offset >= 0, offset < rows.count else { return nil }
      let row = rows[Int(offset)]
      return row < ids.count && ids[Int(row)] == id ? row : nil
    case .sorted: return search(id) { ids[Int(rows[$0])] }.map { rows[$0] }
    case .ascending: return search(id) { ids[$0] }.map { UInt32($0) }
    }
  }

  @inline(__always)
  private func search(_ id: Int64, _ idAt: (Int) -> Int64) -> Int? {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if idAt(middle) < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && idAt(low) == id ? low : nil
  }

  /// Appends the index of `ids` (by row).
  static func write(_ ids: [Int64], to writer: ImageWriter) {
    guard let smallest = ids.min(), let largest = ids.max() else {
      return writer.append([Layout.ascending.rawValue, 0])
    }
    let (span, overflow) = largest.subtractingReportingOverflow(smallest)
    if isAscending(ids) {
      writer.append([Layout.ascending.rawValue, UInt64(bitPattern: smallest)])
    } else if !overflow, span < 2 * ids.count + 1_024 {
      writer.append([Layout.dense.rawValue, UInt64(bitPattern: smallest)])
      var rows = [UInt32](repeating: .max, count: Int(span) + 1)
      for (row, id) in ids.enumerated() { rows[Int(id - smallest)] = UInt32(row) }
      writer.append(rows)
    } else {
      writer.append([Layout.sorted.rawValue, UInt64(bitPattern: smallest)])
      var rows = (0..<UInt32(ids.count)).map { $0 }
      rows.sort { ids[Int($0)] < ids[Int($1)] }
      writer.append(rows)
    }
  }

  private static func isAscending(_ ids: [Int64]) -> Bool {
    for index in ids.indices.dropFirst() where ids[index - 1] >= ids[index] { return false }
    return true
  }
}
