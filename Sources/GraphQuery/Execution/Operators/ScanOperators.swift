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
  private var memory: MemoryShare
  private var batch: Batch?
  private var values: Column = .null(count: 0)
  private var codes: (label: LabelCode?, key: KeyCode)?
  private var scan: PropertyScan?
  private var row = 0
  private var found: [NodeRow] = []
  private var given = 0

  init(
    _ slot: Slot, label: Text?, key: Text, value: CompiledExpression, context: ExecutionContext
  ) {
    self.slot = slot
    self.label = label
    self.key = key
    self.value = value
    self.context = context
    memory = MemoryShare(context.budget, user: "a look-up")
  }

  mutating func reset() {
    batch = nil
    scan = nil
    found = []
    memory.releaseAll()
  }

  mutating func begin(_ batch: Batch) throws(Diagnostic) {
    values = try value.evaluate(batch)
    self.batch = batch
    row = 0
    found = []
    given = 0
    let label = label.map { context.graph.labelCode($0) }
    codes = nil
    // A name that the graph has never held finds nothing.
    guard let key = context.graph.keyCode(key), label != .some(.none) else { return }
    codes = (label ?? nil, key)
  }

  mutating func more() throws(Diagnostic) -> Batch? {
    guard let batch, let codes, row < batch.count else { return nil }
    var nodes: [NodeRow] = []
    var sources: [UInt32] = []
    while row < batch.count, nodes.count < context.batchSize {
      if given == found.count {
        try context.budget.step()
        found = values.isNull(row) ? [] : try seek(values[row], codes)
        given = 0
      }
      let end = min(found.count, given + context.batchSize - nodes.count)
      nodes.append(contentsOf: found[given..<end])
      sources.append(contentsOf: repeatElement(UInt32(row), count: end - given))
      given = end
      if given == found.count {
        row += 1
        found = []
        given = 0
      }
    }
    var result = batch.gatherRuns(sources)
    result[slot] = .nodes(nodes)
    return result
  }

  private mutating func seek(
    _ value: Value, _ codes: (label: LabelCode?, key: KeyCode)
  ) throws(Diagnostic) -> [NodeRow] {
    if let indexed = context.graph.seek(label: codes.label, key: codes.key, equals: value) {
      return indexed
    }
    if scan == nil {
      scan = try PropertyScan(
        label: codes.label, key: codes.key, context: context, memory: &memory)
    }
    return scan?.nodes(with: value) ?? []
  }
}

/// Where no index serves: the nodes by the value of a property, read once for all rows.
private struct PropertyScan {
  private var table = KeyTable()
  private var chains = RowChains()
  private var nodes: [NodeRow] = []
  private var values: [Value] = []

  init(
    label: LabelCode?, key: KeyCode, context: ExecutionContext, memory: inout MemoryShare
  ) throws(Diagnostic) {
    var cursor = ScanCursor()
    var encoder = KeyEncoder()
    var heapBytes = 0
    while !cursor.isAtEnd {
      var found: [NodeRow] = []
      context.graph.scan(label, cursor: &cursor, limit: 2_048, into: &found)
      if found.isEmpty { break }
      try context.budget.check()
      let column = try context.graph.nodeProperty(key, of: found)
      for (position, node) in found.enumerated() where !column.isNull(position) {
        encoder.removeAll()
        encoder.append(column, row: position)
        try context.budget.step(over: encoder.bytes.count)
        chains.append(key: try table.insert(encoder.bytes, context.budget).number)
        nodes.append(node)
        values.append(column[position])
        heapBytes += MemoryEstimate.heapBytes(of: column[position])
      }
      let cells = MemoryEstimate.growing(nodes.count, 4 + MemoryLayout<Value>.stride)
      try memory.set(table.byteCount + chains.byteCount + cells + heapBytes)
    }
  }

  /// The nodes whose property equals the value (for lists and the like equal keys are not enough).
  func nodes(with value: Value) -> [NodeRow] {
    var encoder = KeyEncoder()
    encoder.append(value)
    guard let number = table.number(of: encoder.bytes) else { return [] }
    var found: [NodeRow] = []
    var row = chains.start(ofKey: number)
    while row != RowChains.end {
      if values[Int(row)].equals(value) == true { found.append(nodes[Int(row)]) }
      row = chains.next(after: row)
    }
    return found
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
