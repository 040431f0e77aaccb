/// A set of rows, one bit each; grows as bits are set.
struct Bitmap: Sendable {
  private var words: [UInt64] = []
  /// Number of rows in the set.
  private(set) var count = 0

  @inline(__always)
  var isEmpty: Bool { count == 0 }

  @inline(__always)
  func contains(_ row: UInt32) -> Bool {
    let word = Int(row &>> 6)
    return word < words.count && words[word] &>> UInt64(row & 63) & 1 != 0
  }

  /// Adds a row; returns whether it was absent.
  @discardableResult
  mutating func insert(_ row: UInt32) -> Bool {
    let word = Int(row / 64)
    if word >= words.count {
      let size = max(word + 1, words.count + words.count / 2)
      words.append(contentsOf: repeatElement(0, count: size - words.count))
    }
    let bit: UInt64 = 1 << UInt64(row % 64)
    guard words[word] & bit == 0 else { return false }
    words[word] |= bit
    count += 1
    return true
  }

  /// Removes a row; returns whether it was there.
  @discardableResult
  mutating func remove(_ row: UInt32) -> Bool {
    guard contains(row) else { return false }
    words[Int(row / 64)] &= ~(1 << UInt64(row % 64))
    count -= 1
    return true
  }
}
