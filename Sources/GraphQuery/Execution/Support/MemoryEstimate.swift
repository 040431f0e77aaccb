import PropertyGraph

/// How many bytes values and columns take, for the statement's memory account. Counts what the
/// allocator gives: cells, the header of each array, texts longer than a String keeps inline.
enum MemoryEstimate {
  /// Header and rounding of one heap allocation.
  static let allocation = 40

  /// What a value takes beside its own cell.
  static func heapBytes(of value: Value) -> Int {
    switch value {
    case .null, .boolean, .integer, .float, .node, .relationship: return 0
    case .text(let text): return heapBytes(of: text)
    case .temporal: return allocation + MemoryLayout<TemporalValue>.stride
    case .list(let elements):
      var total = allocation + elements.count * MemoryLayout<Value>.stride
      for element in elements { total += heapBytes(of: element) }
      return total
    case .map(let entries):
      var total = allocation + entries.count * MemoryLayout<PropertyMap.Element>.stride
      for (key, entry) in entries { total += heapBytes(of: key) + heapBytes(of: entry) }
      return total
    case .path(let path):
      return 3 * allocation + path.nodes.count * 4 + path.relationships.count * 4
    }
  }

  /// What a value takes, not counting what the elements of a list or map take: O(1).
  static func shallowBytes(of value: Value) -> Int {
    switch value {
    case .list(let elements): elements.count * MemoryLayout<Value>.stride
    case .map(let entries): entries.count * MemoryLayout<PropertyMap.Element>.stride
    case .text(let text): text.utf8.count
    default: MemoryLayout<Value>.stride
    }
  }

  static func heapBytes(of text: Text) -> Int {
    let count = text.utf8.count
    return count > 15 ? count + allocation : 0
  }

  /// What a value takes with its cell.
  static func bytes(of value: Value) -> Int {
    MemoryLayout<Value>.stride + heapBytes(of: value)
  }

  static func bytes(of column: Column) -> Int {
    var total = MemoryLayout<Column>.stride
    if let validity = column.validity { total += validity.count + allocation }
    switch column.storage {
    case .constant(let value): total += heapBytes(of: value)
    case .boolean(let cells): total += cells.count + allocation
    case .integer(let cells): total += cells.count * 8 + allocation
    case .float(let cells): total += cells.count * 8 + allocation
    case .node(let cells): total += cells.count * 4 + allocation
    case .relationship(let cells): total += cells.count * 4 + allocation
    case .text(let cells):
      total += cells.count * MemoryLayout<Text>.stride + allocation
      for cell in cells { total += heapBytes(of: cell) }
    case .any(let cells):
      total += cells.count * MemoryLayout<Value>.stride + allocation
      for cell in cells { total += heapBytes(of: cell) }
    }
    return total
  }

  static func bytes(of batch: Batch) -> Int {
    batch.columns.reduce(0) { $0 + bytes(of: $1) }
  }
}
