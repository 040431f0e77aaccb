/// Writes a collected property as a column of an image.
struct ColumnEncoder {
  private let source: PropertyAccumulator
  private let rowCount: Int
  /// Position in `source` of each cell, in the order of the rows; and the rows, where not all have
  /// a value.
  private let order: [UInt32]
  private let rows: [UInt32]?

  /// Prepares the column.
  /// - Parameter rowOfRecord: the row of each record, counted from the first row covered; `nil` if
  ///   records are rows.
  init(_ source: PropertyAccumulator, rowCount: Int, rowOfRecord: [UInt32]?) {
    self.source = source
    self.rowCount = rowCount
    if rowOfRecord == nil {
      order = (0..<UInt32(source.count)).map { $0 }
      rows = source.count == rowCount ? nil : source.records ?? order
      return
    }
    var positionOfRow = [UInt32](repeating: .max, count: rowCount)
    for position in 0..<source.count {
      let record = source.records?[position] ?? UInt32(position)
      let row = rowOfRecord?[Int(record)] ?? record
      positionOfRow[Int(row)] = UInt32(position)
    }
    if source.count == rowCount {
      order = positionOfRow
      rows = nil
    } else {
      let present = (0..<UInt32(rowCount)).filter { positionOfRow[Int($0)] != .max }
      order = present.map { positionOfRow[Int($0)] }
      rows = present
    }
  }

  /// Appends the column and completes its entry.
  /// - Parameter canLeaveOut: whether long texts that repeat little may stay outside.
  func write(
    to writer: ImageWriter, canLeaveOut: Bool, _ entry: inout ImageFormat.Section
  ) {
    let dictionary = source.kind == .text ? TextDictionary(source, order: order) : nil
    let kind = canLeaveOut && dictionary == nil && source.isLongText ? .outside : source.kind
    // A sparse cell costs its row number and a search; worth it below an eighth.
    let isSparse = rows != nil && source.count < rowCount / 8
    entry.rowCount = UInt64(rowCount)
    entry.validCount = UInt64(source.count)
    if let rows {
      if isSparse { writer.append(rows) } else { writer.append(Self.validity(rows, rowCount)) }
    }
    var encoding = ColumnEncoding(
      cells: .boolean, width: 1, hasValidity: rows != nil && !isSparse, isSparse: isSparse)
    let cells = Cells(order: order, rows: isSparse ? nil : rows, rowCount: rowCount)
    switch kind {
    case .none, .boolean: cells.write(to: writer) { UInt8(source.integers[$0]) }
    case .integer:
      encoding.cells = .integer
      encoding.width = writeIntegers(cells, to: writer)
    case .float:
      encoding.cells = .float
      encoding.width = 8
      cells.write(to: writer) { source.floats[$0] }
    case .text:
      if let dictionary {
        encoding.cells = .dictionary
        encoding.width = dictionary.write(cells, to: writer)
        entry.extra = UInt64(dictionary.count)
      } else {
        encoding.cells = .text
        encoding.width = writeRuns(isSparse: isSparse, to: writer)
      }
    case .encoded:
      encoding.cells = .encoded
      encoding.width = writeRuns(isSparse: isSparse, to: writer)
    case .outside:
      encoding.cells = .outside
      encoding.width = 0
    }
    entry.encoding = encoding.bits
  }

  private static func validity(_ rows: [UInt32], _ rowCount: Int) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (rowCount + 63) / 64)
    for row in rows { words[Int(row) / 64] |= 1 << UInt64(row % 64) }
    return words
  }

  /// Cells of fixed width in the order of the rows, zero where a row has none.
  struct Cells {
    let order: [UInt32]
    let rows: [UInt32]?
    let rowCount: Int

    func write<Cell: BitwiseCopyable & Numeric>(to writer: ImageWriter, _ cell: (Int) -> Cell) {
      guard let rows else { return writer.append(order.map { cell(Int($0)) }) }
      var cells = [Cell](repeating: 0, count: rowCount)
      for (index, row) in rows.enumerated() { cells[Int(row)] = cell(Int(order[index])) }
      writer.append(cells)
    }
  }

  private func writeIntegers(_ cells: Cells, to writer: ImageWriter) -> Int {
    let smallest = source.integers.min() ?? 0
    let largest = source.integers.max() ?? 0
    if smallest >= Int8.min, largest <= Int8.max {
      cells.write(to: writer) { Int8(truncatingIfNeeded: source.integers[$0]) }
      return 1
    }
    if smallest >= Int16.min, largest <= Int16.max {
      cells.write(to: writer) { Int16(truncatingIfNeeded: source.integers[$0]) }
      return 2
    }
    if smallest >= Int32.min, largest <= Int32.max {
      cells.write(to: writer) { Int32(truncatingIfNeeded: source.integers[$0]) }
      return 4
    }
    cells.write(to: writer) { source.integers[$0] }
    return 8
  }

  /// Offsets, then bytes. Returns the width of the offsets.
  private func writeRuns(isSparse: Bool, to writer: ImageWriter) -> Int {
    var offsets: [Int] = []
    offsets.reserveCapacity((isSparse ? source.count : rowCount) + 1)
    var end = 0
    var next = 0
    for index in order.indices {
      let row = isSparse ? index : rows.map { Int($0[index]) } ?? index
      while next <= row {
        offsets.append(end)
        next += 1
      }
      end += source.run(Int(order[index])).count
    }
    while offsets.count <= (isSparse ? source.count : rowCount) { offsets.append(end) }
    let width = end < 1 << 32 ? 4 : 8
    if width == 4 {
      writer.append(offsets.map { UInt32(truncatingIfNeeded: $0) })
    } else {
      writer.append(offsets)
    }
    source.bytes.withUnsafeBytes { bytes in
      for position in order {
        writer.append(UnsafeRawBufferPointer(rebasing: bytes[source.run(Int(position))]))
      }
    }
    writer.align()
    return width
  }
}
