public import Diagnostics

/// A whole graph as one flat run of bytes, opened without being parsed: mapped from a file or built
/// in memory, never changed. The base of every ``GraphView``.
///
/// Nodes are grouped by label set; relationships are ordered by type, start, end and id, so that a
/// position in the forward adjacency is the relationship's row.
public final class GraphImage: @unchecked Sendable {
  /// Which state of which graph this is.
  public let state: GraphState
  /// Number of nodes.
  public let nodeCount: Int
  /// Number of relationships.
  public let relationshipCount: Int
  /// The smallest id that no node has ever had.
  public let nextNodeID: NodeID
  /// The smallest id that no relationship has ever had.
  public let nextRelationshipID: RelationshipID
  /// The bytes, e.g. to write them to a file.
  public let bytes: ImageBytes

  let sections: [ImageFormat.Section]
  let labelNames: [Text]
  let typeNames: [Text]
  let keyNames: [Text]
  /// Label codes of each label set, ascending.
  let labelSets: [[UInt32]]
  /// First node row of each label set, and the number of nodes.
  let segmentStarts: UnsafeBufferPointer<UInt32>
  /// First relationship row of each type, and the number of relationships.
  let typeStarts: UnsafeBufferPointer<UInt32>
  let nodeIDs: UnsafeBufferPointer<Int64>
  let relationshipIDs: UnsafeBufferPointer<Int64>
  let nodeIndex: IdentityIndex
  let relationshipIndex: IdentityIndex
  let sources: UnsafeBufferPointer<UInt32>
  let targets: UnsafeBufferPointer<UInt32>
  /// By type.
  let forward: [Adjacency]
  /// By type.
  let reverse: [Adjacency]
  let nodeColumns: ColumnTable
  let relationshipColumns: ColumnTable
  /// By key.
  let valueIndexes: [UInt32: ValueIndex]

  /// Opens an image: checks the header, the directory and that every section lies within the bytes.
  /// What the sections hold is not looked at; see ``verifyBodies()``. O(sections).
  ///
  /// Throws `DamagedImage` or `NewerFormat`.
  public init(_ bytes: ImageBytes) throws(Diagnostic) {
    let opening = try ImageOpening(bytes)
    self.bytes = bytes
    state = opening.state
    nodeCount = opening.nodeCount
    relationshipCount = opening.relationshipCount
    nextNodeID = opening.nextNodeID
    nextRelationshipID = opening.nextRelationshipID
    sections = opening.sections
    labelNames = try opening.names(.labelNames)
    typeNames = try opening.names(.typeNames)
    keyNames = try opening.names(.keyNames)
    labelSets = try opening.labelSets(labelCount: labelNames.count)
    segmentStarts = try opening.starts(.segmentStarts, count: labelSets.count, end: nodeCount)
    typeStarts = try opening.starts(.typeStarts, count: typeNames.count, end: relationshipCount)
    nodeIDs = try opening.array(.nodeIDs, count: nodeCount)
    relationshipIDs = try opening.array(.relationshipIDs, count: relationshipCount)
    nodeIndex = try opening.identityIndex(.nodeIDIndex, ids: nodeIDs)
    relationshipIndex = try opening.identityIndex(.relationshipIDIndex, ids: relationshipIDs)
    sources = try opening.array(.sources, count: relationshipCount)
    targets = try opening.array(.targets, count: relationshipCount)
    forward = try opening.adjacency(
      .forwardOffsets, types: typeNames.count, neighbors: targets, relationships: nil)
    reverse = try opening.adjacency(
      .reverseOffsets, types: typeNames.count,
      neighbors: try opening.array(.reverseNeighbors, count: relationshipCount),
      relationships: try opening.array(.reverseRelationships, count: relationshipCount))
    nodeColumns = try opening.columns(
      .nodeColumn, starts: segmentStarts, keyCount: keyNames.count)
    relationshipColumns = try opening.columns(
      .relationshipColumn, starts: typeStarts, keyCount: keyNames.count)
    valueIndexes = try opening.valueIndexes(keyCount: keyNames.count)
  }

  /// Maps a file and opens it; see ``init(_:)`` and ``ImageBytes/mapping(_:)``.
  public convenience init(mapping path: String) throws(Diagnostic) {
    try self.init(ImageBytes.mapping(path))
  }

  /// Runs `body` over all bytes, e.g. to write them.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    try body(UnsafeRawBufferPointer(start: bytes.base, count: bytes.count))
  }

  /// The group (label set or type) whose rows hold `row`. O(log groups).
  @inline(__always)
  static func group(of row: UInt32, in starts: UnsafeBufferPointer<UInt32>) -> Int {
    var low = 0
    var high = starts.count &- 1
    while low &+ 1 < high {
      let middle = (low &+ high) &>> 1
      if starts[middle] <= row { low = middle } else { high = middle }
    }
    return low
  }

  /// The label set of a node.
  func labelSet(of row: UInt32) -> Int { Self.group(of: row, in: segmentStarts) }

  /// The type of a relationship.
  func type(of row: UInt32) -> Int { Self.group(of: row, in: typeStarts) }
}

/// The property columns of an image by key and group (label set or type).
struct ColumnTable {
  /// One column and the rows it covers.
  struct Entry {
    let group: UInt32
    let key: UInt32
    let firstRow: UInt32
    let column: ImageColumn
  }

  /// Ordered by key, then group.
  let entries: [Entry]
  /// First entry of each key, and the number of entries.
  private let starts: [Int]
  /// Ordered by group, then key: positions in `entries`.
  private let byGroup: [Int]
  private let groupStarts: [Int]

  init(_ unordered: [Entry], keyCount: Int, groupCount: Int) {
    let entries = unordered.sorted { ($0.key, $0.group) < ($1.key, $1.group) }
    self.entries = entries
    var starts = [Int](repeating: 0, count: keyCount + 1)
    for entry in entries { starts[Int(entry.key) + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    self.starts = starts
    byGroup = entries.indices.sorted {
      (entries[$0].group, entries[$0].key) < (entries[$1].group, entries[$1].key)
    }
    var groupStarts = [Int](repeating: 0, count: groupCount + 1)
    for entry in entries { groupStarts[Int(entry.group) + 1] += 1 }
    for group in 0..<groupCount { groupStarts[group + 1] += groupStarts[group] }
    self.groupStarts = groupStarts
  }

  /// The columns of a key, in the order of the rows.
  func columns(ofKey key: UInt32) -> ArraySlice<Entry> {
    guard Int(key) + 1 < starts.count else { return [] }
    return entries[starts[Int(key)]..<starts[Int(key) + 1]]
  }

  /// The columns of a group, in the order of the keys.
  func columns(ofGroup group: Int) -> some Sequence<Entry> {
    byGroup[groupStarts[group]..<groupStarts[group + 1]].lazy.map { entries[$0] }
  }
}
