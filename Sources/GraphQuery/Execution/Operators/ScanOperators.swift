import Diagnostics
import PropertyGraph

/// Every node, with a label if one is given, for each input row.
struct ScanKernel: RowwiseKernel {
  /// Rows of the first batch; later ones double up to the batch size, so that a LIMIT does not
  /// pay for rows that nobody asked for.
  private static let firstRows = 64

  private let slot: Slot
  private let label: Text?
  private let context: ExecutionContext
  private var batch: Batch?
  private var code: LabelCode?
  private var row = 0
  private var cursor = ScanCursor()
  private var rowsWanted = ScanKernel.firstRows

  init(_ slot: Slot, label: Text?, context: ExecutionContext) {
    self.slot = slot
    self.label = label
    self.context = context
  }

  mutating func reset() { rowsWanted = Self.firstRows }

  mutating func begin(_ batch: Batch) {
    self.batch = batch
    row = 0
    cursor = ScanCursor()
    if let label {
      code = context.graph.labelCode(label)
      if code == nil { row = batch.count }
    }
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch, row < batch.count else { return nil }
    let wanted = min(rowsWanted, context.batchSize)
    rowsWanted = min(rowsWanted * 2, max(context.batchSize, Self.firstRows))
    var nodes: [NodeRow] = []
    var sources: [UInt32] = []
    while row < batch.count, nodes.count < wanted {
      try context.budget.step()
      let before = nodes.count
      context.graph.scan(code, cursor: &cursor, limit: wanted - before, into: &nodes)
      if nodes.count > before {
        sources.append(contentsOf: repeatElement(UInt32(row), count: nodes.count - before))
      }
      if cursor.isAtEnd || nodes.count == before {
        row += 1
        cursor = ScanCursor()
      }
    }
    var result = batch.gatherRuns(sources)
    result[slot] = .nodes(nodes)
    return result
  }
}

/// Nodes whose property equals a value, for each input row.
struct SeekKernel: RowwiseKernel {
  private let slot: Slot
  private let label: Text?
  private let key: Text
  private let value: CompiledExpression
  private let context: ExecutionContext
  private var pending: PendingRows?

  init(
    _ slot: Slot, label: Text?, key: Text, value: CompiledExpression, context: ExecutionContext
  ) {
    self.slot = slot
    self.label = label
    self.key = key
    self.value = value
    self.context = context
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    let values = try value.evaluate(batch)
    var nodes: [NodeRow] = []
    var sources: [UInt32] = []
    let label = label.map { context.graph.labelCode($0) }
    if let key = context.graph.keyCode(key), label != .some(.none) {
      var scan: PropertyScan?
      for row in 0..<batch.count where !values.isNull(row) {
        try context.budget.step()
        let found: [NodeRow]
        if let indexed = context.graph.seek(label: label ?? nil, key: key, equals: values[row]) {
          found = indexed
        } else {
          if scan == nil {
            scan = try PropertyScan(label: label ?? nil, key: key, context: context)
          }
          found = scan?.nodes(with: values[row]) ?? []
        }
        nodes.append(contentsOf: found)
        sources.append(contentsOf: repeatElement(UInt32(row), count: found.count))
      }
    }
    pending = PendingRows(of: batch, sources: sources, columns: [(slot, .nodes(nodes))])
  }

  mutating func more() -> Batch? {
    let limit = context.batchSize
    return pending?.next(limit: limit)
  }
}

/// The nodes of a label by the value of a property, for one batch of look-ups without an index.
private struct PropertyScan {
  private var table = KeyTable()
  private var groups: [[(node: NodeRow, value: Value)]] = []

  init(label: LabelCode?, key: KeyCode, context: ExecutionContext) throws(Diagnostic) {
    var cursor = ScanCursor()
    var encoder = KeyEncoder()
    while !cursor.isAtEnd {
      var nodes: [NodeRow] = []
      context.graph.scan(label, cursor: &cursor, limit: 2_048, into: &nodes)
      if nodes.isEmpty { break }
      try context.budget.check()
      let values = try context.graph.nodeProperty(key, of: nodes)
      for (position, node) in nodes.enumerated() where !values.isNull(position) {
        encoder.removeAll()
        encoder.append(values, row: position)
        let (number, isNew) = table.insert(encoder.bytes)
        if isNew { groups.append([]) }
        groups[number].append((node, values[position]))
      }
    }
  }

  /// Equivalent values share a group; `=` decides, as NaN and nulls inside lists differ there.
  func nodes(with value: Value) -> [NodeRow] {
    var encoder = KeyEncoder()
    encoder.append(value)
    guard let number = table.number(of: encoder.bytes) else { return [] }
    return groups[number].filter { $0.value.equals(value) == true }.map(\.node)
  }
}

/// The node whose lasting id is a value, for each input row.
struct SeekIDKernel: RowwiseKernel {
  private let slot: Slot
  private let value: CompiledExpression
  private let context: ExecutionContext
  private var pending: PendingRows?

  init(_ slot: Slot, value: CompiledExpression, context: ExecutionContext) {
    self.slot = slot
    self.value = value
    self.context = context
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    let values = try value.evaluate(batch)
    var nodes: [NodeRow] = []
    var sources: [UInt32] = []
    for row in 0..<batch.count {
      let id: Int64?
      switch values[row] {
      case .integer(let number): id = number
      case .float(let number): id = Int64(exactly: number)
      default: id = nil
      }
      guard let id, let node = context.graph.node(withID: id) else { continue }
      nodes.append(node)
      sources.append(UInt32(row))
    }
    pending = PendingRows(of: batch, sources: sources, columns: [(slot, .nodes(nodes))])
  }

  mutating func more() -> Batch? {
    let limit = context.batchSize
    return pending?.next(limit: limit)
  }
}
