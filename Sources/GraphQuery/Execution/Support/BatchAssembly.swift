import Diagnostics
import PropertyGraph

/// Putting batches together from others.
extension Batch {
  /// The rows named by `indices`, with values only in the given slots: what an expression needs
  /// that is evaluated for some rows.
  func gather(_ indices: [UInt32], only slots: [Slot]) -> Batch {
    var batch = Batch(slotCount: columns.count, count: indices.count)
    for slot in slots { batch[slot] = self[slot].gather(indices) }
    return batch
  }

  /// One row, repeated. Costs nothing per repetition.
  func repeating(row: Int, count: Int) -> Batch {
    Batch(
      columns: columns.map { column in
        if case .constant(let value) = column.storage { return .constant(value, count: count) }
        return .constant(column[row], count: count)
      }, count: count)
  }

  /// The rows named by `indices`, cheap where they all name the same row.
  func gatherRuns(_ indices: [UInt32]) -> Batch {
    if let first = indices.first, first == indices[indices.count - 1],
      indices.allSatisfy({ $0 == first })
    {
      return repeating(row: Int(first), count: indices.count)
    }
    return gather(indices)
  }

  /// The batches one below the other; all have the same slots.
  static func concatenate(
    _ batches: [Batch], _ budget: QueryBudget
  ) throws(Diagnostic) -> Batch {
    guard let first = batches.first else { return Batch(columns: [], count: 0) }
    if batches.count == 1 { return first }
    let count = batches.reduce(0) { $0 + $1.count }
    var columns: [Column] = []
    for index in first.columns.indices {
      columns.append(
        try Column.assemble(batches.map { $0.columns[index] }, count: count, budget))
    }
    return Batch(columns: columns, count: count)
  }
}

extension Column {
  /// The columns one below the other, typed where all parts share a type.
  static func assemble(
    _ parts: [Column], count: Int, _ budget: QueryBudget
  ) throws(Diagnostic) -> Column {
    if parts.count == 1 { return parts[0] }
    if let constant = sharedConstant(parts, count: count) { return constant }
    let needsValidity = parts.contains { $0.validity != nil }
    func joined<Cell>(_ cells: (Storage) -> [Cell]?) throws(Diagnostic) -> [Cell]? {
      var all: [Cell] = []
      all.reserveCapacity(count)
      for part in parts {
        guard let own = cells(part.storage) else { return nil }
        try budget.step(own.count)
        all.append(contentsOf: own)
      }
      return all
    }
    let storage: Storage?
    switch parts[0].storage {
    case .boolean:
      storage = try joined { if case .boolean(let x) = $0 { x } else { nil } }.map(Storage.boolean)
    case .integer:
      storage = try joined { if case .integer(let x) = $0 { x } else { nil } }.map(Storage.integer)
    case .float:
      storage = try joined { if case .float(let x) = $0 { x } else { nil } }.map(Storage.float)
    case .text:
      storage = try joined { if case .text(let x) = $0 { x } else { nil } }.map(Storage.text)
    case .node:
      storage = try joined { if case .node(let x) = $0 { x } else { nil } }.map(Storage.node)
    case .relationship:
      storage = try joined { if case .relationship(let x) = $0 { x } else { nil } }
        .map(Storage.relationship)
    case .constant, .any: storage = nil
    }
    guard let storage else {
      var values: [Value] = []
      values.reserveCapacity(count)
      for part in parts {
        try budget.step(part.count)
        for row in 0..<part.count { values.append(part[row]) }
      }
      return Column(values: values)
    }
    let validity =
      needsValidity
      ? parts.flatMap { $0.validity ?? [Bool](repeating: true, count: $0.count) } : nil
    return Column(storage, validity: validity, count: count)
  }

  private static func sharedConstant(_ parts: [Column], count: Int) -> Column? {
    guard let first = parts.first, case .constant(let value) = first.storage else { return nil }
    for part in parts.dropFirst() {
      guard case .constant(let other) = part.storage, value.isIdentical(to: other) else {
        return nil
      }
    }
    return .constant(value, count: count)
  }
}

/// A column put together from parts that were computed for some rows each.
struct ColumnAssembly {
  private var values: [Value]

  /// Nulls.
  init(count: Int) { values = Array(repeating: .null, count: count) }

  /// Puts the rows of `column` at `indices`.
  mutating func place(_ column: Column, at indices: [UInt32]) {
    for (position, index) in indices.enumerated() { values[Int(index)] = column[position] }
  }

  consuming func finish() -> Column { Column(values: values) }
}
