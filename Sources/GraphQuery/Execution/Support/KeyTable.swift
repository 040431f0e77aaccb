/// A hash table from encoded keys to dense numbers from 0, in the order of first appearance. Keys
/// lie in one array of bytes, so that a million groups are a handful of allocations.
struct KeyTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Number of the key plus 1, or 0 where the place is free. A power of two.
  private var places = [UInt32](repeating: 0, count: 16)

  /// Number of keys.
  var count: Int { ends.count }

  /// Bytes allocated, for the statement's memory account.
  var byteCount: Int { bytes.capacity + ends.capacity * 16 + places.count * 4 }

  /// The number of the key, which is added if it is new.
  mutating func insert(_ key: [UInt8]) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(key)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place] - 1)
      if hashes[number] == hash, isEqual(number, key) { return (number, false) }
      place = (place + 1) & (places.count - 1)
    }
    let number = ends.count
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    hashes.append(hash)
    places[place] = UInt32(number + 1)
    if ends.count * 4 > places.count * 3 { grow() }
    return (number, true)
  }

  /// The number of the key, if it is there.
  func number(of key: [UInt8]) -> Int? {
    let hash = Self.hash(key)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place] - 1)
      if hashes[number] == hash, isEqual(number, key) { return number }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    var wider = [UInt32](repeating: 0, count: places.count * 2)
    for number in 0..<hashes.count {
      var place = Int(truncatingIfNeeded: hashes[number]) & (wider.count - 1)
      while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
      wider[place] = UInt32(number + 1)
    }
    places = wider
  }

  private func isEqual(_ number: Int, _ key: [UInt8]) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    let length = ends[number] - start
    guard length == key.count else { return false }
    for offset in 0..<length where bytes[start + offset] != key[offset] { return false }
    return true
  }

  /// Multiply and rotate over 8 bytes at a time, mixed at the end.
  private static func hash(_ key: [UInt8]) -> UInt64 {
    key.withUnsafeBytes { raw in
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(raw.count)
      var offset = 0
      while offset + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash << 29) | (hash >> 35)
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < raw.count {
        rest = (rest << 8) | UInt64(raw[offset])
        offset += 1
      }
      hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
      return hash ^ (hash >> 32)
    }
  }
}
