/// The properties of one record, ordered by the code of the key.
struct CodedProperties: Sendable {
  private(set) var entries: [(key: UInt32, value: Value)] = []

  init() {}

  init(_ entries: [(key: UInt32, value: Value)]) {
    self.entries = entries.sorted { $0.key < $1.key }
  }

  /// The value under a key; null if there is none. Records have few properties: a scan is quickest.
  subscript(key: UInt32) -> Value {
    for entry in entries where entry.key == key { return entry.value }
    return .null
  }

  /// What they take on the heap, as the allocator gives it.
  var byteCount: Int {
    entries.reduce(entries.isEmpty ? 0 : 40 + entries.count * 32) { $0 + $1.value.heapBytes }
  }

  /// Sets a property, null removes it; returns what was there.
  mutating func set(_ key: UInt32, _ value: Value) -> Value {
    let index = entries.firstIndex { $0.key >= key } ?? entries.count
    let isPresent = index < entries.count && entries[index].key == key
    let before = isPresent ? entries[index].value : .null
    switch (isPresent, value.isNull) {
    case (true, true): entries.remove(at: index)
    case (true, false): entries[index].value = value
    case (false, false):
      // Records are many and grow seldom: no room for more than they hold.
      entries.reserveCapacity(entries.count + 1)
      entries.insert((key, value), at: index)
    case (false, true): break
    }
    return before
  }
}

extension Value {
  /// What a property takes beside its own cell.
  fileprivate var heapBytes: Int {
    switch self {
    case .text(let text): text.utf8.count > 15 ? text.utf8.count + 40 : 0
    case .temporal: 72
    case .list(let elements):
      elements.reduce(40 + elements.count * MemoryLayout<Value>.stride) { $0 + $1.heapBytes }
    default: 0
    }
  }
}

/// What a view holds beyond its base: records created since, base records changed since (whole),
/// and marks for what is deleted. Rows of created records continue after the base.
struct Overlay {
  /// No row.
  static let none = UInt32.max
  /// What the place of a changed record in its table takes, with the table's room and its moves.
  static let bytesOfPlace = 112

  struct Node {
    var id: NodeID
    var labelSet: UInt32
    var properties: CodedProperties
  }

  struct Relationship {
    var id: RelationshipID
    var type: UInt32
    var start: UInt32
    var end: UInt32
    var properties: CodedProperties
    /// Neighbours in the chains of its start and of its end, as positions among the created.
    var nextOutgoing = Overlay.none
    var previousOutgoing = Overlay.none
    var nextIncoming = Overlay.none
    var previousIncoming = Overlay.none
  }

  /// First and last created relationship of a node, as positions among the created.
  struct Chain {
    var firstOutgoing = Overlay.none
    var lastOutgoing = Overlay.none
    var firstIncoming = Overlay.none
    var lastIncoming = Overlay.none
  }

  let baseNodeCount: UInt32
  let baseRelationshipCount: UInt32

  /// Nodes created since, by row after the base.
  var createdNodes: [Node] = []
  var createdRelationships: [Relationship] = []
  /// What the records took that were copied from the base because they changed.
  var copiedBytes = 0
  /// Base nodes changed since, by row.
  var changedNodes: [UInt32: Node] = [:]
  var changedRelationships: [UInt32: CodedProperties] = [:]
  var changedNodeRows = Bitmap()
  var changedRelationshipRows = Bitmap()
  /// Base nodes whose label set was ever changed, in the order of the change.
  var relabelledRows: [UInt32] = []
  var relabelledBits = Bitmap()
  var deletedNodes = Bitmap()
  var deletedRelationships = Bitmap()
  /// Chains of created nodes by row after the base, and of base nodes by row.
  var createdChains: [Chain] = []
  var baseChains: [UInt32: Chain] = [:]
  var chainedRows = Bitmap()
  /// Base nodes whose relationships are not, or were not always, those of the base.
  private(set) var touchedRows = Bitmap()
  /// Rows of created records by id.
  var nodeRows: [NodeID: UInt32] = [:]
  var relationshipRows: [RelationshipID: UInt32] = [:]
  /// Nodes that were given a value of an indexed property, by key and hash; candidates only.
  var valueIndexes: [UInt32: [UInt64: [UInt32]]] = [:]

  init(over image: GraphImage) {
    baseNodeCount = UInt32(image.nodeCount)
    baseRelationshipCount = UInt32(image.relationshipCount)
  }

  /// Number of rows, deleted ones too.
  var nodeRowCount: Int { Int(baseNodeCount) + createdNodes.count }
  var relationshipRowCount: Int { Int(baseRelationshipCount) + createdRelationships.count }

  /// Whether base adjacency tells the whole truth.
  @inline(__always)
  var hasCleanAdjacency: Bool { createdRelationships.isEmpty && deletedRelationships.isEmpty }

  /// Whether base adjacency does not tell all about a node.
  @inline(__always)
  func isTouched(_ row: UInt32) -> Bool { row >= baseNodeCount || touchedRows.contains(row) }

  /// Notes that a relationship of a base node was deleted.
  mutating func touch(_ row: UInt32) {
    if row < baseNodeCount { touchedRows.insert(row) }
  }

  /// How many records differ from the base.
  var size: Int {
    createdNodes.count + createdRelationships.count + changedNodes.count
      + changedRelationships.count + deletedNodes.count + deletedRelationships.count
  }

  /// The record of a node that is not as in the base.
  @inline(__always)
  func node(_ row: UInt32) -> Node? {
    if row >= baseNodeCount { return createdNodes[Int(row - baseNodeCount)] }
    return changedNodeRows.contains(row) ? changedNodes[row] : nil
  }

  /// The properties of a relationship that are not as in the base.
  func relationshipProperties(_ row: UInt32) -> CodedProperties? {
    if row >= baseRelationshipCount {
      return createdRelationships[Int(row - baseRelationshipCount)].properties
    }
    return changedRelationshipRows.contains(row) ? changedRelationships[row] : nil
  }

  func chain(of row: UInt32) -> Chain? {
    if row >= baseNodeCount { return createdChains[Int(row - baseNodeCount)] }
    return chainedRows.contains(row) ? baseChains[row] : nil
  }

  private mutating func setChain(_ chain: Chain, of row: UInt32) {
    if row >= baseNodeCount {
      createdChains[Int(row - baseNodeCount)] = chain
    } else {
      baseChains[row] = chain
      chainedRows.insert(row)
      touchedRows.insert(row)
    }
  }

  mutating func append(_ node: Node) -> UInt32 {
    let row = UInt32(nodeRowCount)
    createdNodes.append(node)
    createdChains.append(Chain())
    nodeRows[node.id] = row
    return row
  }

  mutating func append(_ relationship: Relationship) -> UInt32 {
    let row = UInt32(relationshipRowCount)
    let position = UInt32(createdRelationships.count)
    var record = relationship
    var outgoing = chain(of: record.start) ?? Chain()
    record.previousOutgoing = outgoing.lastOutgoing
    if outgoing.lastOutgoing == Self.none {
      outgoing.firstOutgoing = position
    } else {
      createdRelationships[Int(outgoing.lastOutgoing)].nextOutgoing = position
    }
    outgoing.lastOutgoing = position
    setChain(outgoing, of: record.start)
    var incoming = chain(of: record.end) ?? Chain()
    record.previousIncoming = incoming.lastIncoming
    if incoming.lastIncoming == Self.none {
      incoming.firstIncoming = position
    } else {
      createdRelationships[Int(incoming.lastIncoming)].nextIncoming = position
    }
    incoming.lastIncoming = position
    setChain(incoming, of: record.end)
    createdRelationships.append(record)
    relationshipRows[record.id] = row
    return row
  }

  /// Forgets the relationship created last; it is the last of its chains.
  mutating func removeLastRelationship() {
    guard let record = createdRelationships.popLast() else { return }
    let row = UInt32(relationshipRowCount)
    deletedRelationships.remove(row)
    relationshipRows[record.id] = nil
    var outgoing = chain(of: record.start) ?? Chain()
    outgoing.lastOutgoing = record.previousOutgoing
    if record.previousOutgoing == Self.none {
      outgoing.firstOutgoing = Self.none
    } else {
      createdRelationships[Int(record.previousOutgoing)].nextOutgoing = Self.none
    }
    setChain(outgoing, of: record.start)
    var incoming = chain(of: record.end) ?? Chain()
    incoming.lastIncoming = record.previousIncoming
    if record.previousIncoming == Self.none {
      incoming.firstIncoming = Self.none
    } else {
      createdRelationships[Int(record.previousIncoming)].nextIncoming = Self.none
    }
    setChain(incoming, of: record.end)
  }

  /// Forgets the node created last; its relationships are gone already.
  mutating func removeLastNode() {
    guard let record = createdNodes.popLast() else { return }
    createdChains.removeLast()
    deletedNodes.remove(UInt32(nodeRowCount))
    nodeRows[record.id] = nil
  }
}
