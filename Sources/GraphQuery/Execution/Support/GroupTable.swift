import Diagnostics
import PropertyGraph

/// Gives rows numbers by their keys, in the order of first appearance: equivalent keys have one
/// number. Keys of nodes, relationships, integers and booleans are compared as words for as long as
/// nothing else comes; then all are written as bytes.
struct GroupTable {
  private var words: WordTable
  private var kinds: [KeyWords.Kind?]
  private var bytes = KeyTable()
  private var isWords = true
  /// Whether the keys are wanted back as columns.
  private let keepsValues: Bool
  private var values: [[Value]]
  private var heapBytes = 0

  /// A table for keys of so many columns.
  init(width: Int, keepsValues: Bool = false) {
    words = WordTable(width: width + 1)
    kinds = Array(repeating: nil, count: width)
    self.keepsValues = keepsValues
    values = Array(repeating: [], count: width)
    // A mask of 64 bits says which words are null.
    isWords = width < 64
  }

  /// Number of keys.
  var count: Int { isWords ? words.count : bytes.count }

  /// Bytes allocated, for the statement's memory account.
  var byteCount: Int {
    if isWords { return words.byteCount }
    let cells = MemoryEstimate.growing(values.first?.count ?? 0, MemoryLayout<Value>.stride)
    return bytes.byteCount + cells * values.count + heapBytes
  }

  /// The numbers of rows by the keys in the columns, and the rows that brought a new one.
  mutating func number(
    _ columns: [Column], count: Int, _ budget: QueryBudget
  ) throws(Diagnostic) -> (numbers: [Int], new: [UInt32]) {
    if isWords, let keys = keyWords(of: columns) {
      return try number(keys, count: count, budget)
    }
    if isWords { try writeAsBytes(budget) }
    return try numberBytes(columns, count: count, budget)
  }

  // MARK: Words

  /// The columns as words; `nil` if they are not, or other than before.
  private mutating func keyWords(of columns: [Column]) -> [KeyWords]? {
    var keys: [KeyWords] = []
    for (index, column) in columns.enumerated() {
      guard let key = KeyWords(column) else { return nil }
      if let kind = key.kind {
        if let known = kinds[index], known != kind { return nil }
        kinds[index] = kind
      }
      keys.append(key)
    }
    return keys
  }

  private mutating func number(
    _ keys: [KeyWords], count: Int, _ budget: QueryBudget
  ) throws(Diagnostic) -> (numbers: [Int], new: [UInt32]) {
    try budget.step(count)
    // Rows of one group often come together: only the first of each run is looked up.
    var changes = [Bool](repeating: false, count: count)
    if count > 0 { changes[0] = true }
    for key in keys { key.markChanges(&changes) }
    var firsts: [UInt32] = []
    firsts.reserveCapacity(count)
    for row in 0..<count where changes[row] { firsts.append(UInt32(truncatingIfNeeded: row)) }
    let stride = words.width
    var cells = [UInt64](repeating: 0, count: firsts.count * stride)
    for (index, key) in keys.enumerated() {
      key.write(
        &cells, picks: firsts, stride: stride, offset: index + 1, bit: 1 << UInt64(index))
    }
    var numbers = [Int](repeating: 0, count: count)
    var new: [UInt32] = []
    cells.withUnsafeBufferPointer { cells in
      guard let start = cells.baseAddress else { return }
      for (position, first) in firsts.enumerated() {
        let (number, isNew) = words.insert(start + position &* stride)
        if isNew { new.append(first) }
        let end = position + 1 < firsts.count ? Int(firsts[position + 1]) : count
        for row in Int(first)..<end { numbers[row] = number }
      }
    }
    return (numbers, new)
  }

  private func value(_ number: Int, _ column: Int) -> Value {
    let start = number * words.width
    if words.words[start] >> UInt64(column) & 1 != 0 { return .null }
    return KeyWords.value(words.words[start + column + 1], kinds[column])
  }

  // MARK: Bytes

  /// Goes over to bytes.
  private mutating func writeAsBytes(_ budget: QueryBudget) throws(Diagnostic) {
    var encoder = KeyEncoder()
    for number in 0..<words.count {
      try budget.step()
      encoder.removeAll()
      for column in kinds.indices {
        let value = value(number, column)
        encoder.append(value)
        if keepsValues { values[column].append(value) }
      }
      _ = try bytes.insert(encoder.bytes, budget)
    }
    isWords = false
    words = WordTable(width: words.width)
  }

  private mutating func numberBytes(
    _ columns: [Column], count: Int, _ budget: QueryBudget
  ) throws(Diagnostic) -> (numbers: [Int], new: [UInt32]) {
    if columns.count == 1, case .text(let texts) = columns[0].storage,
      columns[0].validity == nil
    {
      return try numberTexts(texts, budget)
    }
    var encoder = KeyEncoder()
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    var new: [UInt32] = []
    for row in 0..<count {
      if row > 0, columns.allSatisfy({ $0.isSurelySame(row, row - 1) }) {
        try budget.step()
        numbers.append(numbers[row - 1])
        continue
      }
      encoder.removeAll()
      for column in columns { encoder.append(column, row: row) }
      try budget.step(over: encoder.bytes.count)
      let (number, isNew) = try bytes.insert(encoder.bytes, budget)
      if isNew {
        new.append(UInt32(row))
        if keepsValues {
          for (index, column) in columns.enumerated() {
            let value = column[row]
            heapBytes += MemoryEstimate.heapBytes(of: value)
            values[index].append(value)
          }
        }
      }
      numbers.append(number)
    }
    return (numbers, new)
  }

  /// Texts alone, the commonest key that is no word.
  private mutating func numberTexts(
    _ texts: [Text], _ budget: QueryBudget
  ) throws(Diagnostic) -> (numbers: [Int], new: [UInt32]) {
    var encoder = KeyEncoder()
    var numbers: [Int] = []
    numbers.reserveCapacity(texts.count)
    var new: [UInt32] = []
    for (row, text) in texts.enumerated() {
      if row > 0, text == texts[row - 1] {
        try budget.step()
        numbers.append(numbers[row - 1])
        continue
      }
      encoder.removeAll()
      encoder.append(text)
      try budget.step(over: encoder.bytes.count)
      let (number, isNew) = try bytes.insert(encoder.bytes, budget)
      if isNew {
        new.append(UInt32(row))
        if keepsValues {
          heapBytes += MemoryEstimate.heapBytes(of: text)
          values[0].append(.text(text))
        }
      }
      numbers.append(number)
    }
    return (numbers, new)
  }

  // MARK: Keys

  /// The keys of some numbers as columns.
  func keys(_ range: Range<Int>) -> [Column] {
    guard isWords else { return values.map { Column(values: Array($0[range])) } }
    return kinds.indices.map { column in keyColumn(column, range) }
  }

  private func keyColumn(_ column: Int, _ range: Range<Int>) -> Column {
    let cells = words.words
    let stride = words.width
    let hasNull = range.contains { cells[$0 * stride] >> UInt64(column) & 1 != 0 }
    if hasNull { return Column(values: range.map { value($0, column) }) }
    func word(_ number: Int) -> UInt64 { cells[number * stride + column + 1] }
    let storage: Column.Storage
    switch kinds[column] {
    case .node?:
      storage = .node(range.map { NodeRow(UInt32(truncatingIfNeeded: word($0))) })
    case .relationship?:
      storage = .relationship(
        range.map { RelationshipRow(UInt32(truncatingIfNeeded: word($0))) })
    case .integer?: storage = .integer(range.map { Int64(bitPattern: word($0)) })
    case .boolean?: storage = .boolean(range.map { word($0) != 0 })
    case nil: return .null(count: range.count)
    }
    return Column(storage, count: range.count)
  }
}

extension Column {
  /// Whether two rows are seen at a glance to be the same; `false` may be wrong.
  @inline(__always)
  func isSurelySame(_ row: Int, _ other: Int) -> Bool {
    if let validity, !validity[row] || !validity[other] { return validity[row] == validity[other] }
    switch storage {
    case .constant: return true
    case .boolean(let cells): return cells[row] == cells[other]
    case .integer(let cells): return cells[row] == cells[other]
    case .text(let cells): return cells[row] == cells[other]
    case .node(let cells): return cells[row] == cells[other]
    case .relationship(let cells): return cells[row] == cells[other]
    case .float, .any: return false
    }
  }
}
