import Diagnostics
import PropertyGraph

/// An aggregate over each distinct value once.
struct DistinctState: AggregateState {
  private var inner: any AggregateState
  /// Instead of `inner`, where values are only counted.
  private var counter: CountState?
  private let budget: QueryBudget
  /// What was met, while all values are nodes.
  private var nodes: GroupNodePairs? = GroupNodePairs()
  private var table = KeyTable()
  private var memory: MemoryShare

  init(_ inner: any AggregateState, budget: QueryBudget) {
    self.inner = inner
    counter = inner as? CountState
    self.budget = budget
    memory = MemoryShare(budget, user: "DISTINCT in an aggregate")
  }

  mutating func reserve(groups: Int) throws(Diagnostic) {
    if counter != nil {
      try counter?.reserve(groups: groups)
    } else {
      try inner.reserve(groups: groups)
    }
  }

  mutating func add(_ columns: [Column], groups: [Int]) throws(Diagnostic) {
    guard let column = columns.first else { return }
    let new = try newRows(column, groups)
    if counter != nil {
      counter?.add(rows: new, groups: groups)
    } else {
      try inner.add(columns.map { $0.gather(new) }, groups: new.map { groups[Int($0)] })
    }
  }

  /// The rows whose value is new to its group.
  private mutating func newRows(_ column: Column, _ groups: [Int]) throws(Diagnostic) -> [UInt32] {
    if case .constant(let value) = column.storage, value.isNull { return [] }
    if nodes != nil {
      if case .node(let rows) = column.storage {
        try budget.step(groups.count)
        let new = nodes?.insert(rows, validity: column.validity, groups: groups) ?? []
        try memory.set(nodes?.byteCount ?? 0)
        return new
      }
      try writeAsBytes()
    }
    var encoder = KeyEncoder()
    var new: [UInt32] = []
    for (row, group) in groups.enumerated() where !column.isNull(row) {
      encoder.removeAll()
      encoder.append(.integer(Int64(group)))
      encoder.append(column, row: row)
      try budget.step(over: encoder.bytes.count)
      if try table.insert(encoder.bytes, budget).isNew { new.append(UInt32(row)) }
    }
    try memory.set(table.byteCount)
    return new
  }

  private mutating func writeAsBytes() throws(Diagnostic) {
    var encoder = KeyEncoder()
    for (group, node) in nodes?.all ?? [] {
      encoder.removeAll()
      encoder.append(.integer(Int64(group)))
      encoder.append(.node(node))
      try budget.step()
      _ = try table.insert(encoder.bytes, budget)
    }
    nodes = nil
  }

  func finish(_ group: Int) throws(Diagnostic) -> Value {
    if let counter { return counter.finish(group) }
    return try inner.finish(group)
  }

  func results(_ groups: Range<Int>) -> Column? {
    if let counter { return counter.results(groups) }
    return inner.results(groups)
  }

  func release() {
    var memory = memory
    memory.releaseAll()
    if let counter { counter.release() } else { inner.release() }
  }
}
