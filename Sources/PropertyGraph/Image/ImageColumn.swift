/// A property of the rows of one label set or type, as it stands in an image.
struct ImageColumn {
  let encoding: ColumnEncoding
  /// Rows covered.
  let rowCount: Int
  /// Rows that have the property.
  let validCount: Int
  private let validity: UnsafePointer<UInt64>?
  private let positions: UnsafePointer<UInt32>?
  let cells: UnsafeRawPointer
  /// Offsets of the distinct texts of a dictionary column.
  private let dictionary: UnsafePointer<UInt32>?
  let dictionaryCount: Int
  private let bytes: UnsafePointer<UInt8>
  private let byteCount: Int

  /// The column in a section of an image; `nil` if the size cannot be right.
  init?(_ section: ImageFormat.Section, _ content: UnsafeRawBufferPointer) {
    guard let encoding = ColumnEncoding(bits: section.encoding), let base = content.baseAddress,
      section.validCount <= section.rowCount, section.rowCount < 1 << 32,
      section.extra < 1 << 32
    else { return nil }
    self.encoding = encoding
    rowCount = Int(section.rowCount)
    validCount = Int(section.validCount)
    dictionaryCount = encoding.cells == .dictionary ? Int(section.extra) : 0
    var offset = 0
    func part(_ size: Int) -> UnsafeRawPointer? {
      let start = offset
      offset += (size + 7) & ~7
      return offset <= content.count ? base + start : nil
    }
    let cellCount = encoding.isSparse ? validCount : rowCount
    let hasBytes = encoding.cells == .text || encoding.cells == .encoded
    let first =
      encoding.isSparse
      ? part(validCount * 4) : encoding.hasValidity ? part((rowCount + 63) / 64 * 8) : base
    guard let first, let cells = part((cellCount + (hasBytes ? 1 : 0)) * encoding.width) else {
      return nil
    }
    validity =
      !encoding.isSparse && encoding.hasValidity
      ? first.assumingMemoryBound(to: UInt64.self) : nil
    positions = encoding.isSparse ? first.assumingMemoryBound(to: UInt32.self) : nil
    self.cells = cells
    if encoding.cells == .dictionary {
      guard let offsets = part((dictionaryCount + 1) * 4) else { return nil }
      dictionary = offsets.assumingMemoryBound(to: UInt32.self)
    } else {
      dictionary = nil
    }
    bytes = (base + offset).assumingMemoryBound(to: UInt8.self)
    byteCount = content.count - offset
  }

  /// Where the cell of a row (counted from the first one covered) stands; -1 if the row lacks the
  /// property.
  @inline(__always)
  func cell(of row: Int) -> Int {
    if let validity {
      return validity[row &>> 6] &>> UInt64(row & 63) & 1 == 0 ? -1 : row
    }
    if let positions { return sparseCell(of: UInt32(truncatingIfNeeded: row), in: positions) }
    return row
  }

  private func sparseCell(of row: UInt32, in positions: UnsafePointer<UInt32>) -> Int {
    var low = 0
    var high = validCount
    while low < high {
      let middle = (low &+ high) &>> 1
      if positions[middle] < row { low = middle &+ 1 } else { high = middle }
    }
    return low < validCount && positions[low] == row ? low : -1
  }

  /// The number in a cell of an integer column.
  @inline(__always)
  func integer(_ cell: Int) -> Int64 {
    switch encoding.width {
    case 1: Int64(cells.load(fromByteOffset: cell, as: Int8.self))
    case 2: Int64(cells.load(fromByteOffset: cell &* 2, as: Int16.self))
    case 4: Int64(cells.load(fromByteOffset: cell &* 4, as: Int32.self))
    default: cells.load(fromByteOffset: cell &* 8, as: Int64.self)
    }
  }

  @inline(__always)
  func float(_ cell: Int) -> Double { cells.load(fromByteOffset: cell &* 8, as: Double.self) }

  @inline(__always)
  func boolean(_ cell: Int) -> Bool { cells.load(fromByteOffset: cell, as: UInt8.self) != 0 }

  /// The bytes of a cell of a text or encoded column.
  @inline(__always)
  func run(_ cell: Int) -> UnsafeBufferPointer<UInt8> {
    if encoding.width == 4 {
      let offsets = cells.assumingMemoryBound(to: UInt32.self)
      return run(from: Int(offsets[cell]), to: Int(offsets[cell &+ 1]))
    }
    let offsets = cells.assumingMemoryBound(to: UInt64.self)
    return run(
      from: Int(truncatingIfNeeded: offsets[cell]), to: Int(truncatingIfNeeded: offsets[cell &+ 1]))
  }

  /// The code in a cell of a dictionary column.
  @inline(__always)
  func code(_ cell: Int) -> Int {
    switch encoding.width {
    case 1: Int(cells.load(fromByteOffset: cell, as: UInt8.self))
    case 2: Int(cells.load(fromByteOffset: cell &* 2, as: UInt16.self))
    default: Int(cells.load(fromByteOffset: cell &* 4, as: UInt32.self))
    }
  }

  /// The bytes of a distinct text.
  @inline(__always)
  func entry(_ code: Int) -> UnsafeBufferPointer<UInt8> {
    guard let dictionary, code < dictionaryCount else {
      return UnsafeBufferPointer(start: bytes, count: 0)
    }
    return run(from: Int(dictionary[code]), to: Int(dictionary[code &+ 1]))
  }

  @inline(__always)
  private func run(from low: Int, to high: Int) -> UnsafeBufferPointer<UInt8> {
    // Two comparisons keep a damaged image from reading elsewhere.
    guard 0 <= low, low <= high, high <= byteCount else {
      return UnsafeBufferPointer(start: bytes, count: 0)
    }
    return UnsafeBufferPointer(start: bytes + low, count: high &- low)
  }

  /// The text in a cell of a text or dictionary column.
  @inline(__always)
  func text(_ cell: Int) -> Text {
    Text(utf8: encoding.cells == .text ? run(cell) : entry(code(cell)))
  }

  /// The value of a row, whatever the type; null if the row lacks the property.
  func value(of row: Int) -> Value {
    let cell = cell(of: row)
    guard cell >= 0 else { return .null }
    switch encoding.cells {
    case .boolean: return .boolean(boolean(cell))
    case .integer: return .integer(integer(cell))
    case .float: return .float(float(cell))
    case .text, .dictionary: return .text(text(cell))
    case .encoded: return (try? JSONReader.value(from: run(cell))) ?? .null
    case .outside: return .null
    }
  }
}
