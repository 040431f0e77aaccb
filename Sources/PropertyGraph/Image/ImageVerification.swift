public import Diagnostics

extension GraphImage {
  /// The checksum of header (its own field as zero) and directory.
  static func headerChecksum(_ bytes: UnsafeRawBufferPointer, directory: Int) -> UInt64 {
    var header = Array(bytes[..<ImageFormat.headerSize])
    for index in 0..<8 { header[ImageFormat.HeaderField.checksum + index] = 0 }
    let first = header.withUnsafeBytes { StableHash.checksum($0) }
    return first ^ StableHash.checksum(UnsafeRawBufferPointer(rebasing: bytes[directory...]))
  }

  /// Checks what opening does not: the checksum of every section, that every row number names a row
  /// and that offsets ascend. O(size); reads every byte.
  ///
  /// Throws `DamagedImage`.
  public func verifyBodies() throws(Diagnostic) {
    for section in sections {
      let content = UnsafeRawBufferPointer(
        start: bytes.base + Int(section.offset), count: Int(section.length))
      guard StableHash.checksum(content) == section.checksum else {
        throw Wording.damagedImage("the checksum of section \(section.kind) is wrong")
      }
    }
    guard sources.allSatisfy({ $0 < nodeCount }), targets.allSatisfy({ $0 < nodeCount }) else {
      throw Wording.damagedImage("a relationship ends at a node that does not exist")
    }
    for adjacency in forward + reverse {
      for row in 0..<Int(adjacency.rowCount) {
        guard adjacency.offsets[row] <= adjacency.offsets[row + 1] else {
          throw Wording.damagedImage("the offsets of an adjacency do not ascend")
        }
      }
    }
    for position in 0..<relationshipCount {
      guard let adjacency = reverse.first, let relationships = adjacency.relationships,
        adjacency.neighbors[position] < nodeCount, relationships[position] < relationshipCount
      else { throw Wording.damagedImage("a reverse relationship does not exist") }
    }
  }
}
