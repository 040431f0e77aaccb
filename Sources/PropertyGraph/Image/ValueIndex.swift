/// Finds the nodes with a property value: rows grouped into buckets by a hash of the value. A
/// bucket may hold other values too; the caller compares.
///
/// In an image: number of buckets (a power of two) and of entries, offsets of the buckets (UInt32,
/// one more than buckets, padded to 8), rows (UInt32).
struct ValueIndex {
  private let offsets: UnsafeBufferPointer<UInt32>
  private let rows: UnsafeBufferPointer<UInt32>
  private let mask: UInt64

  /// The index in a section of an image; `nil` if its size cannot be right.
  init?(_ section: UnsafeRawBufferPointer) {
    guard section.count >= 16 else { return nil }
    let buckets = section.load(as: UInt64.self)
    let entries = section.load(fromByteOffset: 8, as: UInt64.self)
    guard buckets > 0, buckets < 1 << 32, buckets & (buckets - 1) == 0, entries < 1 << 32 else {
      return nil
    }
    let offsetBytes = ((Int(buckets) + 1) * 4 + 7) & ~7
    guard section.count >= 16 + offsetBytes + Int(entries) * 4 else { return nil }
    let body = UnsafeRawBufferPointer(rebasing: section[16...])
    offsets = UnsafeRawBufferPointer(rebasing: body[..<((Int(buckets) + 1) * 4)])
      .bindMemory(to: UInt32.self)
    rows = UnsafeRawBufferPointer(rebasing: body[offsetBytes..<offsetBytes + Int(entries) * 4])
      .bindMemory(to: UInt32.self)
    mask = buckets - 1
  }

  /// Rows of nodes that may have a value of this hash.
  func candidates(_ hash: UInt64) -> Slice<UnsafeBufferPointer<UInt32>> {
    let bucket = Int(hash & mask)
    let low = Int(offsets[bucket])
    let high = Int(offsets[bucket + 1])
    guard low <= high, high <= rows.count else { return rows[0..<0] }
    return rows[low..<high]
  }

  /// A hash on which equal values agree (1 and 1.0 are equal). `nil` for values that equal nothing.
  static func hash(_ value: Value) -> UInt64? {
    switch value {
    case .null: nil
    case .text(let text): text.withBytes { StableHash.hash($0) }
    case .integer(let integer): StableHash.hash(UInt64(bitPattern: integer))
    case .float(let double):
      if double.isNaN {
        nil
      } else if let whole = Int64(exactly: double) {
        StableHash.hash(UInt64(bitPattern: whole))
      } else {
        StableHash.hash(double.bitPattern)
      }
    default: 0
    }
  }

  /// Appends the index of the rows with their hashes.
  static func write(_ entries: [(hash: UInt64, row: UInt32)], to writer: ImageWriter) {
    var buckets = 1
    while buckets < entries.count { buckets *= 2 }
    let mask = UInt64(buckets - 1)
    var offsets = [UInt32](repeating: 0, count: buckets + 1)
    for entry in entries { offsets[Int(entry.hash & mask) + 1] += 1 }
    for bucket in 0..<buckets { offsets[bucket + 1] += offsets[bucket] }
    var next = offsets
    var rows = [UInt32](repeating: 0, count: entries.count)
    for entry in entries {
      let bucket = Int(entry.hash & mask)
      rows[Int(next[bucket])] = entry.row
      next[bucket] += 1
    }
    writer.append([UInt64(buckets), UInt64(entries.count)])
    writer.append(offsets)
    writer.append(rows)
  }
}
