/// A set of nodes as bits, cleared in time proportional to its size.
public struct NodeSet: Sendable {
  private var words: [UInt64] = []
  /// The nodes, in the order in which they were added.
  public private(set) var members: [NodeRow] = []

  /// No nodes.
  public init() {}

  /// Number of nodes.
  public var count: Int { members.count }

  /// Bytes allocated.
  public var byteCount: Int { words.count * 8 + members.capacity * 4 }

  /// Whether the node is in the set. O(1).
  @inline(__always)
  public func contains(_ node: NodeRow) -> Bool {
    let word = Int(node.index &>> 6)
    return word < words.count && words[word] &>> UInt64(node.index & 63) & 1 != 0
  }

  /// Adds a node; returns whether it is new. O(1), the first time for a large row O(row / 64).
  @discardableResult
  public mutating func insert(_ node: NodeRow) -> Bool {
    reserve(rows: Int(node.index) + 1)
    let word = Int(node.index &>> 6)
    let bit: UInt64 = 1 << UInt64(node.index & 63)
    if words[word] & bit != 0 { return false }
    words[word] |= bit
    members.append(node)
    return true
  }

  /// Empties the set. O(members).
  public mutating func removeAll() {
    for node in members { words[Int(node.index &>> 6)] = 0 }
    members.removeAll(keepingCapacity: true)
  }

  /// Makes room for rows below a number.
  mutating func reserve(rows: Int) {
    let needed = (rows + 63) / 64
    guard needed > words.count else { return }
    let size = max(needed, words.count + words.count / 2)
    words.append(contentsOf: repeatElement(0, count: size - words.count))
  }

  /// Adds those of a run of rows that the filter admits; all lie below the rows reserved.
  @inline(__always)
  mutating func insert(_ rows: UnsafeBufferPointer<UInt32>, admittedBy filter: LabelFilter) {
    let low = filter.low
    let span = filter.span
    words.withUnsafeMutableBufferPointer { words in
      for row in rows where row &- low < span {
        let word = Int(row &>> 6)
        let bit: UInt64 = 1 &<< UInt64(row & 63)
        // A damaged image may name a row that no node has.
        guard word < words.count, words[word] & bit == 0 else { continue }
        words[word] |= bit
        members.append(NodeRow(row))
      }
    }
  }
}
