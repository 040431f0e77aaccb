/// The records of one label set or type while an image is built: ids and properties by column.
struct RecordGroup {
  /// One property.
  struct Column {
    var key: Int
    var values = PropertyAccumulator()
  }

  private(set) var ids: [Int64] = []
  private(set) var columns: [Column] = []
  private var columnOfKey: [Int: Int] = [:]
  /// Records mostly have the same properties in the same order.
  private var expectedColumn = 0

  var count: Int { ids.count }

  /// Texts beyond this are not kept in memory if they may be left out.
  private static let earlyBytes = 16 << 20

  mutating func append(_ id: Int64) {
    ids.append(id)
    expectedColumn = 0
  }

  /// Sets a property of the last record.
  mutating func set(_ key: Int, _ value: Value) {
    columns[column(of: key)].values.append(value, record: ids.count - 1)
  }

  /// Sets a text of the last record, which may be left out where many are long.
  mutating func set(_ key: Int, text: UnsafeBufferPointer<UInt8>, canLeaveOut: Bool = false) {
    let column = column(of: key)
    columns[column].values.append(text: text, record: ids.count - 1)
    if canLeaveOut, columns[column].values.bytes.count > Self.earlyBytes,
      columns[column].values.isLongText
    {
      columns[column].values.leaveOut()
    }
  }

  /// Notes that the last record has a property which the store keeps.
  mutating func setOutside(_ key: Int) {
    columns[column(of: key)].values.appendOutside(record: ids.count - 1)
  }

  private mutating func column(of key: Int) -> Int {
    if expectedColumn < columns.count, columns[expectedColumn].key == key {
      defer { expectedColumn += 1 }
      return expectedColumn
    }
    let index: Int
    if let known = columnOfKey[key] {
      index = known
    } else {
      index = columns.count
      columnOfKey[key] = index
      columns.append(Column(key: key))
    }
    expectedColumn = index + 1
    return index
  }

  /// The records in ascending order of their ids; `nil` if they are in order already.
  func orderByID() -> [UInt32]? {
    var isAscending = true
    for index in ids.indices.dropFirst() where ids[index - 1] > ids[index] {
      isAscending = false
      break
    }
    guard !isAscending else { return nil }
    return (0..<UInt32(count)).sorted { ids[Int($0)] < ids[Int($1)] }
  }
}

/// Names with codes by first use, and the code order of their names.
struct NameTable {
  private(set) var names: [Text] = []
  private var codes: [Text: Int] = [:]

  mutating func code(of name: Text) -> Int {
    if let code = codes[name] { return code }
    codes[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The names in code point order, and the place of each code among them.
  func sorted() -> (names: [Text], places: [Int]) {
    let order = names.indices.sorted { names[$0] < names[$1] }
    var places = [Int](repeating: 0, count: names.count)
    for (place, code) in order.enumerated() { places[code] = place }
    return (order.map { names[$0] }, places)
  }
}
