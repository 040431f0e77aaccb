import Diagnostics

/// A hash table from encoded keys to dense numbers from 0, in the order of first appearance. Keys
/// lie in one array of bytes, so that a million groups are a handful of allocations.
struct KeyTable {
  /// Where a key lies.
  private struct Place {
    var chunk: UInt32
    var start: UInt32
    var count: UInt32
  }

  private static let chunkBytes = 1 << 20

  /// Bytes of the keys. In chunks, so that growing never copies what is there.
  private var chunks: [[UInt8]] = []
  private var keys: [Place] = []
  private var hashes: [UInt64] = []
  /// Number of the key plus 1, or 0 where the place is free. A power of two.
  private var places = [UInt32](repeating: 0, count: 16)

  /// Number of keys.
  var count: Int { keys.count }

  /// Bytes allocated, for the statement's memory account.
  private(set) var byteCount = 0

  /// Adds a key; returns its number and whether it is new.
  mutating func insert(_ key: [UInt8]) -> (number: Int, isNew: Bool) {
    let result = add(key)
    if isCrowded {
      var wider = self.wider
      place(0..<hashes.count, in: &wider)
      take(wider)
    }
    return result
  }

  /// Adds a key to a table that may become large: to make room it looks at the clock on its way.
  mutating func insert(
    _ key: [UInt8], _ budget: QueryBudget
  ) throws(Diagnostic) -> (number: Int, isNew: Bool) {
    let result = add(key)
    if isCrowded {
      var wider = self.wider
      var done = 0
      while done < hashes.count {
        let end = min(hashes.count, done + 4_096)
        try budget.step(end - done)
        place(done..<end, in: &wider)
        done = end
      }
      take(wider)
    }
    return result
  }

  private mutating func add(_ key: [UInt8]) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(key)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place] - 1)
      if hashes[number] == hash, isEqual(number, key) { return (number, false) }
      place = (place + 1) & (places.count - 1)
    }
    let number = keys.count
    store(key)
    hashes.append(hash)
    places[place] = UInt32(number + 1)
    return (number, true)
  }

  private mutating func store(_ key: [UInt8]) {
    let hasRoom = chunks.last.map { $0.count + key.count <= $0.capacity } ?? false
    if !hasRoom {
      var chunk: [UInt8] = []
      // The first chunk is small: most tables are.
      chunk.reserveCapacity(max(key.count, chunks.isEmpty ? 1_024 : Self.chunkBytes))
      byteCount += chunk.capacity
      chunks.append(chunk)
    }
    let chunk = chunks.count - 1
    keys.append(
      Place(
        chunk: UInt32(chunk), start: UInt32(chunks[chunk].count), count: UInt32(key.count)))
    chunks[chunk].append(contentsOf: key)
    byteCount += MemoryEstimate.growing(1, MemoryLayout<Place>.stride + 8)
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

  // MARK: Room

  private var isCrowded: Bool { keys.count * 4 > places.count * 3 }

  private var wider: [UInt32] { [UInt32](repeating: 0, count: places.count * 2) }

  private func place(_ numbers: Range<Int>, in places: inout [UInt32]) {
    for number in numbers {
      var place = Int(truncatingIfNeeded: hashes[number]) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(number + 1)
    }
  }

  private mutating func take(_ wider: [UInt32]) {
    byteCount += (wider.count - places.count) * 4
    places = wider
  }

  private func isEqual(_ number: Int, _ key: [UInt8]) -> Bool {
    let place = keys[number]
    guard Int(place.count) == key.count else { return false }
    let start = Int(place.start)
    return chunks[Int(place.chunk)].withUnsafeBufferPointer { bytes in
      for offset in 0..<key.count where bytes[start + offset] != key[offset] { return false }
      return true
    }
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
