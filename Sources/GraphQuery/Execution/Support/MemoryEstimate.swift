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

  /// What a value takes beside its cell, not counting what its elements take: O(1).
  static func shallowHeapBytes(of value: Value) -> Int {
    switch value {
    case .text(let text): heapBytes(of: text)
    case .list, .map: allocation + shallowBytes(of: value)
    default: 0
    }
  }

  static func heapBytes(of text: Text) -> Int {
    let count = text.utf8.count
    return count > 15 ? count + allocation : 0
  }

  /// What the cells of an array take that grows by appending: half as much again for its room and
  /// for its moves.
  static func growing(_ count: Int, _ stride: Int) -> Int { count * stride * 3 / 2 }

  /// What is kept among much that comes and goes: the allocator cannot use all the gaps.
  static func kept(_ bytes: Int) -> Int { bytes + bytes / 8 }

  /// What a value takes beside an existential that holds it: nothing if it fits into the three words
  /// there.
  static func boxBytes<Content>(of content: Content) -> Int {
    MemoryLayout<Content>.size <= 24 ? 0 : MemoryLayout<Content>.size + allocation
  }

  /// What a value takes with its cell.
  static func bytes(of value: Value) -> Int {
    MemoryLayout<Value>.stride + heapBytes(of: value)
  }

  static func bytes(of column: Column) -> Int {
    var total = MemoryLayout<Column>.stride + cellBytes(of: column)
    switch column.storage {
    case .constant(let value): total += heapBytes(of: value)
    case .text(let cells): for cell in cells { total += heapBytes(of: cell) }
    case .any(let cells): for cell in cells { total += heapBytes(of: cell) }
    default: break
    }
    return total
  }

  /// What the cells of a column take as values.
  static func valueBytes(of column: Column) -> Int {
    var total = column.count * MemoryLayout<Value>.stride
    switch column.storage {
    case .constant(let value): total += column.count * heapBytes(of: value)
    case .text(let cells):
      for (row, cell) in cells.enumerated() where column.validity?[row] ?? true {
        total += heapBytes(of: cell)
      }
    case .any(let cells): for cell in cells { total += heapBytes(of: cell) }
    default: break
    }
    return total
  }

  /// What the cells of a column take, without what they point at: O(1).
  static func cellBytes(of column: Column) -> Int {
    let stride =
      switch column.storage {
      case .constant: 0
      case .boolean: 1
      case .integer, .float: 8
      case .node, .relationship: 4
      case .text: MemoryLayout<Text>.stride
      case .any: MemoryLayout<Value>.stride
      }
    return (stride == 0 ? 0 : column.count * stride + allocation)
      + (column.validity == nil ? 0 : column.count + allocation)
  }

  static func bytes(of batch: Batch) -> Int {
    batch.columns.reduce(0) { $0 + bytes(of: $1) }
  }
}
