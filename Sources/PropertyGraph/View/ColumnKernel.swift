/// Gathers property cells from the columns of an image by row: typed where the columns share a
/// type.
enum ColumnKernel {
  /// The values of `rows` (base rows, in any order); null where a row lacks the property.
  static func gather(_ rows: [UInt32], from entries: ArraySlice<ColumnTable.Entry>) -> Column {
    guard let first = entries.first else { return .null(count: rows.count) }
    let kind = cellKind(first)
    guard entries.allSatisfy({ cellKind($0) == kind }) else { return mixed(rows, entries) }
    switch kind {
    case .boolean:
      let (cells, validity) = typed(rows, entries, false) { $0.boolean($1) }
      return Column(.boolean(cells), validity: validity, count: rows.count)
    case .integer:
      let (cells, validity) = typed(rows, entries, 0 as Int64) { $0.integer($1) }
      return Column(.integer(cells), validity: validity, count: rows.count)
    case .float:
      let (cells, validity) = typed(rows, entries, 0 as Double) { $0.float($1) }
      return Column(.float(cells), validity: validity, count: rows.count)
    case .text, .dictionary:
      // A text costs more than a look at the one before: rows of one node often come together.
      var last: (cell: Int, column: UnsafeRawPointer, text: Text)?
      let (cells, validity) = typed(rows, entries, Text("")) { column, cell in
        if let last, last.cell == cell, last.column == column.cells { return last.text }
        let text = column.text(cell)
        last = (cell, column.cells, text)
        return text
      }
      return Column(.text(cells), validity: validity, count: rows.count)
    case .encoded, .outside: return mixed(rows, entries)
    }
  }

  /// Whether the texts of rows are those bytes; null where a row lacks the property.
  static func equality(
    _ rows: [NodeRow], _ entries: ArraySlice<ColumnTable.Entry>,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> Column {
    var validity: [Bool]?
    var cells = [Bool](repeating: false, count: rows.count)
    var cursor = EntryCursor(entries)
    for (position, row) in rows.enumerated() {
      if let entry = cursor.entry(of: row.index) {
        let cell = entry.column.cell(of: Int(row.index &- entry.firstRow))
        if cell >= 0 {
          let bytes =
            entry.column.encoding.cells == .text
            ? entry.column.run(cell) : entry.column.entry(entry.column.code(cell))
          cells[position] = bytes.count == text.count && isSame(bytes, text)
          continue
        }
      }
      if validity == nil { validity = [Bool](repeating: true, count: rows.count) }
      validity?[position] = false
    }
    return Column(.boolean(cells), validity: validity, count: rows.count)
  }

  /// From the end, where ids differ.
  @inline(__always)
  private static func isSame(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var index = a.count
    while index > 0 {
      index &-= 1
      if a[index] != b[index] { return false }
    }
    return true
  }

  private static func cellKind(_ entry: ColumnTable.Entry) -> ColumnEncoding.Cells {
    let cells = entry.column.encoding.cells
    return cells == .dictionary ? .text : cells
  }

  private static func mixed(
    _ rows: [UInt32], _ entries: ArraySlice<ColumnTable.Entry>
  ) -> Column {
    var cursor = EntryCursor(entries)
    return Column(
      values: rows.map { row in
        guard let entry = cursor.entry(of: row) else { return .null }
        return entry.column.value(of: Int(row - entry.firstRow))
      })
  }

  @inline(__always)
  private static func typed<Cell>(
    _ rows: [UInt32], _ entries: ArraySlice<ColumnTable.Entry>, _ placeholder: Cell,
    _ read: (ImageColumn, Int) -> Cell
  ) -> (cells: [Cell], validity: [Bool]?) {
    var validity: [Bool]?
    var cells: [Cell] = []
    cells.reserveCapacity(rows.count)
    var cursor = EntryCursor(entries)
    for (position, row) in rows.enumerated() {
      if let entry = cursor.entry(of: row) {
        let cell = entry.column.cell(of: Int(row &- entry.firstRow))
        if cell >= 0 {
          cells.append(read(entry.column, cell))
          continue
        }
      }
      if validity == nil { validity = [Bool](repeating: true, count: rows.count) }
      validity?[position] = false
      cells.append(placeholder)
    }
    return (cells, validity)
  }

  /// Finds the column that covers a row; rows mostly stay within one.
  struct EntryCursor {
    private let entries: ArraySlice<ColumnTable.Entry>
    private var current: ColumnTable.Entry?
    private var low: UInt32 = 1
    private var high: UInt32 = 0

    init(_ entries: ArraySlice<ColumnTable.Entry>) { self.entries = entries }

    @inline(__always)
    mutating func entry(of row: UInt32) -> ColumnTable.Entry? {
      if row >= low && row < high { return current }
      return search(row)
    }

    private mutating func search(_ row: UInt32) -> ColumnTable.Entry? {
      var low = entries.startIndex
      var high = entries.endIndex
      while low < high {
        let middle = (low + high) / 2
        let entry = entries[middle]
        let end = entry.firstRow + UInt32(entry.column.rowCount)
        if row < entry.firstRow {
          high = middle
        } else if row >= end {
          low = middle + 1
        } else {
          current = entry
          self.low = entry.firstRow
          self.high = end
          return entry
        }
      }
      return nil
    }
  }
}
