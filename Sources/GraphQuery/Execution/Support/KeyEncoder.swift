import PropertyGraph

/// Writes values as bytes so that two values are equivalent (one group, one `DISTINCT` row, one
/// join partner) exactly when their bytes are equal: 1 and 1.0 agree, NaN is NaN, null is null,
/// instants agree whatever their offset.
struct KeyEncoder {
  /// What was written since `removeAll`.
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// One cell of a column; reads typed cells without making a `Value`.
  mutating func append(_ column: Column, row: Int) {
    if let validity = column.validity, !validity[row] {
      bytes.append(Tag.null)
      return
    }
    switch column.storage {
    case .constant(let value): append(value)
    case .boolean(let cells): bytes.append(cells[row] ? Tag.yes : Tag.no)
    case .integer(let cells): append(Tag.integer, UInt64(bitPattern: cells[row]))
    case .float(let cells): append(cells[row])
    case .text(let cells): append(cells[row])
    case .node(let cells): append(Tag.node, UInt64(cells[row].index))
    case .relationship(let cells): append(Tag.relationship, UInt64(cells[row].index))
    case .any(let cells): append(cells[row])
    }
  }

  mutating func append(_ value: Value) {
    switch value {
    case .null: bytes.append(Tag.null)
    case .boolean(let flag): bytes.append(flag ? Tag.yes : Tag.no)
    case .integer(let number): append(Tag.integer, UInt64(bitPattern: number))
    case .float(let number): append(number)
    case .text(let text): append(text)
    case .list(let elements):
      append(Tag.list, UInt64(elements.count))
      for element in elements { append(element) }
    case .map(let entries):
      append(Tag.map, UInt64(entries.count))
      for (key, entry) in entries {
        append(key)
        append(entry)
      }
    case .node(let row): append(Tag.node, UInt64(row.index))
    case .relationship(let row): append(Tag.relationship, UInt64(row.index))
    case .path(let path):
      append(Tag.path, UInt64(path.relationships.count))
      for node in path.nodes { append(UInt64(node.index)) }
      for relationship in path.relationships { append(UInt64(relationship.index)) }
    case .temporal(let temporal): append(temporal)
    }
  }

  private mutating func append(_ number: Double) {
    if number.isNaN {
      bytes.append(Tag.notANumber)
    } else if let whole = Int64(exactly: number) {
      append(Tag.integer, UInt64(bitPattern: whole))
    } else {
      append(Tag.float, number.bitPattern)
    }
  }

  mutating func append(_ text: Text) {
    append(Tag.text, UInt64(text.utf8.count))
    text.withBytes { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ temporal: TemporalValue) {
    switch temporal {
    case .date(let days): append(Tag.temporal, UInt64(bitPattern: days))
    case .localTime(let nanoseconds):
      append(Tag.temporal + 1, UInt64(bitPattern: nanoseconds))
    case .time(let nanoseconds, let offset):
      append(Tag.temporal + 2, UInt64(bitPattern: nanoseconds - Int64(offset) * 1_000_000_000))
    case .localDateTime(let days, let nanoseconds):
      append(Tag.temporal + 3, UInt64(bitPattern: days))
      append(UInt64(bitPattern: nanoseconds))
    case .dateTime(let days, let nanoseconds, let offset, _):
      let day: Int64 = 86_400_000_000_000
      let shifted = nanoseconds - Int64(offset) * 1_000_000_000
      let carry = shifted >= 0 ? shifted / day : (shifted - day + 1) / day
      append(Tag.temporal + 4, UInt64(bitPattern: days + carry))
      append(UInt64(bitPattern: shifted - carry * day))
    case .duration(let duration):
      append(Tag.temporal + 5, UInt64(bitPattern: duration.months))
      append(UInt64(bitPattern: duration.days))
      append(UInt64(bitPattern: duration.seconds))
      append(UInt64(bitPattern: duration.nanoseconds))
    }
  }

  private mutating func append(_ tag: UInt8, _ word: UInt64) {
    bytes.append(tag)
    append(word)
  }

  private mutating func append(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private enum Tag {
    static let null: UInt8 = 0
    static let no: UInt8 = 1
    static let yes: UInt8 = 2
    static let integer: UInt8 = 3
    static let float: UInt8 = 4
    static let notANumber: UInt8 = 5
    static let text: UInt8 = 6
    static let list: UInt8 = 7
    static let map: UInt8 = 8
    static let node: UInt8 = 9
    static let relationship: UInt8 = 10
    static let path: UInt8 = 11
    static let temporal: UInt8 = 12
  }
}
