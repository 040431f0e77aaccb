import PropertyGraph

/// Finds the node of an id while relationships come in: ids of one space, their bytes in one run.
struct IdentityTable {
  private var slots: [UInt32] = Array(repeating: .max, count: 1 << 12)
  private var ends: [Int] = [0]
  private var bytes: [UInt8] = []
  private var nodes: [UInt32] = []

  /// Adds an id; the node that has it already, if any. O(1).
  mutating func insert(_ id: UnsafeBufferPointer<UInt8>, _ node: NodeID) -> NodeID? {
    if nodes.count * 2 >= slots.count { grow() }
    let slot = slot(of: id)
    guard slots[slot] == .max else { return NodeID(nodes[Int(slots[slot])]) }
    slots[slot] = UInt32(nodes.count)
    bytes.append(contentsOf: id)
    ends.append(bytes.count)
    nodes.append(UInt32(truncatingIfNeeded: node))
    return nil
  }

  /// The node with an id. O(1).
  func node(_ id: UnsafeBufferPointer<UInt8>) -> NodeID? {
    let entry = slots[slot(of: id)]
    return entry == .max ? nil : NodeID(nodes[Int(entry)])
  }

  /// The ids, for suggestions.
  var names: [String] {
    nodes.indices.map { String(decoding: bytes[ends[$0]..<ends[$0 + 1]], as: UTF8.self) }
  }

  /// Number of ids.
  var count: Int { nodes.count }

  private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: StableHash.hash(id)) & mask
    while slots[slot] != .max, !isEqual(Int(slots[slot]), id) { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private func isEqual(_ entry: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = ends[entry]
    guard ends[entry + 1] - start == id.count else { return false }
    for index in 0..<id.count where bytes[start + index] != id[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: .max, count: slots.count * 2)
    let mask = slots.count - 1
    bytes.withUnsafeBufferPointer { bytes in
      for entry in nodes.indices {
        let id = UnsafeBufferPointer(rebasing: bytes[ends[entry]..<ends[entry + 1]])
        var slot = Int(truncatingIfNeeded: StableHash.hash(id)) & mask
        while slots[slot] != .max { slot = (slot + 1) & mask }
        slots[slot] = UInt32(entry)
      }
    }
  }
}
