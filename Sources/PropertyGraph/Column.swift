/// One column of a batch: typed where all its values are of one type, so that filters and
/// projections run over arrays, with a bit for each row that says whether there is a value.
public struct Column: Sendable {
  /// The cells. Where a row is null the cell holds an arbitrary value of the type.
  public enum Storage: Sendable {
    /// The same value in every row.
    case constant(Value)
    /// Booleans.
    case boolean([Bool])
    /// 64-bit integers.
    case integer([Int64])
    /// Doubles.
    case float([Double])
    /// Texts.
    case text([Text])
    /// Nodes.
    case node([NodeRow])
    /// Relationships.
    case relationship([RelationshipRow])
    /// Everything else, and mixed types; nulls stand in the cells themselves.
    case any([Value])
  }

  /// The cells.
  public var storage: Storage
  /// `true` where a row has a value; `nil` when all rows have one (or for `.constant` and `.any`,
  /// which hold their own nulls).
  public var validity: [Bool]?
  /// Number of rows.
  public var count: Int

  /// A column of the given cells.
  public init(_ storage: Storage, validity: [Bool]? = nil, count: Int) {
    self.storage = storage
    self.validity = validity
    self.count = count
  }

  /// One value repeated.
  public static func constant(_ value: Value, count: Int) -> Column {
    Column(.constant(value), count: count)
  }

  /// Nulls.
  public static func null(count: Int) -> Column { constant(.null, count: count) }
  /// Nodes.
  public static func nodes(_ rows: [NodeRow]) -> Column { Column(.node(rows), count: rows.count) }
  /// Relationships.
  public static func relationships(_ rows: [RelationshipRow]) -> Column {
    Column(.relationship(rows), count: rows.count)
  }

  /// Values of any types, stored by type when they share one. O(n).
  public init(values: [Value]) {
    self = ColumnBuilder.column(of: values)
  }

  /// The value of a row.
  public subscript(row: Int) -> Value {
    if let validity, !validity[row] { return .null }
    switch storage {
    case .constant(let value): return value
    case .boolean(let cells): return .boolean(cells[row])
    case .integer(let cells): return .integer(cells[row])
    case .float(let cells): return .float(cells[row])
    case .text(let cells): return .text(cells[row])
    case .node(let cells): return .node(cells[row])
    case .relationship(let cells): return .relationship(cells[row])
    case .any(let cells): return cells[row]
    }
  }

  /// The values of all rows. O(rows).
  public var values: [Value] {
    if validity != nil { return (0..<count).map { self[$0] } }
    switch storage {
    case .constant(let value): return Array(repeating: value, count: count)
    case .boolean(let cells): return cells.map(Value.boolean)
    case .integer(let cells): return cells.map(Value.integer)
    case .float(let cells): return cells.map(Value.float)
    case .text(let cells): return cells.map(Value.text)
    case .node(let cells): return cells.map(Value.node)
    case .relationship(let cells): return cells.map(Value.relationship)
    case .any(let cells): return cells
    }
  }

  /// Whether a row is null.
  public func isNull(_ row: Int) -> Bool {
    if let validity { return !validity[row] }
    switch storage {
    case .constant(let value): return value.isNull
    case .any(let cells): return cells[row].isNull
    default: return false
    }
  }

  /// Stands for no row in ``gather(orNull:)``.
  public static let noRow = UInt32.max

  /// The rows named by `indices`, in that order; an index may occur more than once. O(indices).
  public func gather(_ indices: [UInt32]) -> Column {
    let picker = Picker(indices: indices)
    return Column(
      gathered(picker), validity: validity.map { picker.pick($0) }, count: indices.count)
  }

  /// As ``gather(_:)``, with null where an index is ``noRow``.
  public func gather(orNull indices: [UInt32]) -> Column {
    if case .constant(let value) = storage {
      if value.isNull { return .null(count: indices.count) }
      return Column(values: indices.map { $0 == Self.noRow ? .null : value })
    }
    if count == 0 { return .null(count: indices.count) }
    // Where there is no row, any cell stands.
    let picker = Picker(indices: indices.map { $0 == Self.noRow ? 0 : $0 })
    if case .any(let cells) = storage {
      return Column(
        .any(indices.map { $0 == Self.noRow ? .null : cells[Int($0)] }), count: indices.count)
    }
    var flags = validity.map { picker.pick($0) } ?? [Bool](repeating: true, count: indices.count)
    for (position, index) in indices.enumerated() where index == Self.noRow {
      flags[position] = false
    }
    return Column(gathered(picker), validity: flags, count: indices.count)
  }

  private func gathered(_ picker: Picker) -> Storage {
    switch storage {
    case .constant: storage
    case .boolean(let cells): .boolean(picker.pick(cells))
    case .integer(let cells): .integer(picker.pick(cells))
    case .float(let cells): .float(picker.pick(cells))
    case .text(let cells): .text(picker.pick(cells))
    case .node(let cells): .node(picker.pick(cells))
    case .relationship(let cells): .relationship(picker.pick(cells))
    case .any(let cells): .any(picker.pick(cells))
    }
  }

  /// Rows `range` of this column. O(range).
  public func slice(_ range: Range<Int>) -> Column {
    if range == 0..<count { return self }
    func cut<Cell>(_ cells: [Cell]) -> [Cell] { Array(cells[range]) }
    let part: Storage =
      switch storage {
      case .constant: storage
      case .boolean(let cells): .boolean(cut(cells))
      case .integer(let cells): .integer(cut(cells))
      case .float(let cells): .float(cut(cells))
      case .text(let cells): .text(cut(cells))
      case .node(let cells): .node(cut(cells))
      case .relationship(let cells): .relationship(cut(cells))
      case .any(let cells): .any(cut(cells))
      }
    return Column(part, validity: validity.map(cut), count: range.count)
  }

  /// The columns one below the other. O(total rows).
  public static func concatenate(_ parts: [Column]) -> Column {
    if parts.count == 1 { return parts[0] }
    var builder = ColumnBuilder(capacity: parts.reduce(0) { $0 + $1.count })
    for part in parts {
      for row in 0..<part.count { builder.append(part[row]) }
    }
    return builder.finish()
  }
}

/// Cells by position; a value of its own because it works for cells of every type.
private struct Picker {
  let indices: [UInt32]

  @inline(__always)
  func pick<Cell>(_ cells: [Cell]) -> [Cell] {
    cells.withUnsafeBufferPointer { cells in
      indices.withUnsafeBufferPointer { indices in
        Array(unsafeUninitializedCapacity: indices.count) { picked, count in
          for position in 0..<indices.count {
            picked.initializeElement(at: position, to: cells[Int(indices[position])])
          }
          count = indices.count
        }
      }
    }
  }
}
