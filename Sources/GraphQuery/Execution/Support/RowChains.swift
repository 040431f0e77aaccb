import Diagnostics

/// Numbers of rows by the number of their key, in the order in which they were added. Chains in
/// three arrays, so that a million keys are no million allocations.
struct RowChains {
  /// No row.
  static let end = UInt32.max

  private var first: [UInt32] = []
  private var last: [UInt32] = []
  private var following: [UInt32] = []

  /// Takes the next row, whose key has a number: one of those before, or the next.
  mutating func append(key: Int) {
    let row = UInt32(following.count)
    following.append(Self.end)
    if key < first.count {
      following[Int(last[key])] = row
      last[key] = row
    } else {
      first.append(row)
      last.append(row)
    }
  }

  /// Takes the next row, which has no key.
  mutating func appendWithoutKey() { following.append(Self.end) }

  func start(ofKey key: Int) -> UInt32 { first[key] }

  func next(after row: UInt32) -> UInt32 { following[Int(row)] }

  /// Bytes allocated, for the statement's memory account.
  var byteCount: Int { MemoryEstimate.growing(first.count * 2 + following.count, 4) }
}
