import PropertyGraph

/// Which nodes each group has met. As long as rows come group by group a stamp for each node is
/// enough: the last group that met it.
struct GroupNodePairs {
  /// What was met, while stamps do: full chunks, and the one that is being filled. A list that grows
  /// in place would be copied and its memory fetched page by page.
  private var chunks: [[UInt64]] = []
  private var pairs: [UInt64] = []
  private static let chunkSize = 8_192
  /// For nodes from `base` on: the last group that met them, plus 1.
  private var stamps: [UInt32] = []
  private var base = 0
  private var lastGroup = 0
  /// What was met, once a group has come back.
  private var table: WordTable?

  /// Bytes allocated, for the statement's memory account.
  var byteCount: Int {
    chunks.count * Self.chunkSize * 8 + MemoryEstimate.growing(pairs.count, 8) + stamps.count * 4
      + (table?.byteCount ?? 0)
  }

  /// Every pair met.
  var all: [(group: Int, node: NodeRow)] {
    (table?.words ?? chunks.flatMap(\.self) + pairs).map {
      (Int($0 >> 32), NodeRow(UInt32(truncatingIfNeeded: $0)))
    }
  }

  /// Adds the nodes of rows to their groups; gives the rows whose node is new to its group.
  mutating func insert(_ nodes: [NodeRow], validity: [Bool]?, groups: [Int]) -> [UInt32] {
    if table == nil { makeRoom(for: nodes) }
    var new: [UInt32] = []
    new.reserveCapacity(nodes.count)
    for row in 0..<nodes.count {
      if let validity, !validity[row] { continue }
      if insert(nodes[row], groups[row]) { new.append(UInt32(truncatingIfNeeded: row)) }
    }
    return new
  }

  /// Adds nodes to groups and calls `isNew` with the group of each that is new to it.
  @inline(__always)
  mutating func insert(_ nodes: [NodeRow], groups: [UInt32], isNew: (_ group: Int) -> Void) {
    if table == nil { makeRoom(for: nodes) }
    for position in 0..<nodes.count {
      let group = Int(groups[position])
      if insert(nodes[position], group) { isNew(group) }
    }
  }

  @inline(__always)
  private mutating func insert(_ node: NodeRow, _ group: Int) -> Bool {
    let pair = UInt64(truncatingIfNeeded: group) &<< 32 | UInt64(node.index)
    if table == nil, group >= lastGroup {
      lastGroup = group
      let place = Int(node.index) &- base
      let stamp = UInt32(truncatingIfNeeded: group &+ 1)
      if stamps[place] == stamp { return false }
      stamps[place] = stamp
      if pairs.count == Self.chunkSize {
        chunks.append(pairs)
        pairs = []
        pairs.reserveCapacity(Self.chunkSize)
      }
      pairs.append(pair)
      return true
    }
    if table == nil { tabulate() }
    return withUnsafePointer(to: pair) { table?.insert($0).isNew ?? false }
  }

  private mutating func tabulate() {
    var table = WordTable(width: 1)
    for chunk in chunks + [pairs] {
      for pair in chunk { _ = withUnsafePointer(to: pair) { table.insert($0) } }
    }
    self.table = table
    chunks = []
    pairs = []
    stamps = []
  }

  /// Makes room for the stamps of nodes.
  private mutating func makeRoom(for nodes: [NodeRow]) {
    var low = UInt32.max
    var high: UInt32 = 0
    for node in nodes {
      low = min(low, node.index)
      high = max(high, node.index)
    }
    guard low <= high else { return }
    if stamps.isEmpty { base = Int(low) }
    if Int(low) < base {
      // Half as much again, so that nodes coming in falling order do not move the stamps each time.
      let first = max(0, Int(low) - stamps.count / 2)
      stamps.insert(contentsOf: repeatElement(0, count: base - first), at: 0)
      base = first
    }
    let needed = Int(high) - base + 1
    if needed > stamps.count {
      let size = max(needed, stamps.count + stamps.count / 2)
      stamps.append(contentsOf: repeatElement(0, count: size - stamps.count))
    }
  }
}
