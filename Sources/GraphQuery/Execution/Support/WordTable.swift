/// A hash table from keys of a fixed number of words to dense numbers from 0, in the order of first
/// appearance: nodes, relationships and integers as keys, without writing them as bytes.
struct WordTable {
  /// Words of a key.
  let width: Int
  /// The keys one after the other.
  private(set) var words: [UInt64] = []
  /// Number of the key plus 1, or 0 where the place is free. A power of two.
  private var places = [UInt32](repeating: 0, count: 64)
  /// Number of keys.
  private(set) var count = 0

  init(width: Int) { self.width = width }

  /// Bytes allocated, for the statement's memory account.
  var byteCount: Int { MemoryEstimate.growing(words.count, 8) + places.count * 4 }

  /// Adds the key at `key`; returns its number and whether it is new.
  @inline(__always)
  mutating func insert(_ key: UnsafePointer<UInt64>) -> (number: Int, isNew: Bool) {
    var place = hash(key)
    let mask = places.count &- 1
    while true {
      place &= mask
      let number = Int(places[place]) &- 1
      if number < 0 { break }
      if isEqual(number, key) { return (number, false) }
      place &+= 1
    }
    let number = count
    for index in 0..<width { words.append(key[index]) }
    count += 1
    places[place] = UInt32(truncatingIfNeeded: count)
    if count &* 2 > places.count { grow() }
    return (number, true)
  }

  /// The number of a key of one word, if it is there.
  @inline(__always)
  func number(of word: UInt64) -> Int? {
    withUnsafePointer(to: word) { key in
      var place = hash(key)
      let mask = places.count &- 1
      while true {
        place &= mask
        let number = Int(places[place]) &- 1
        if number < 0 { return nil }
        if isEqual(number, key) { return number }
        place &+= 1
      }
    }
  }

  @inline(__always)
  private func isEqual(_ number: Int, _ key: UnsafePointer<UInt64>) -> Bool {
    let start = number &* width
    for index in 0..<width where words[start &+ index] != key[index] { return false }
    return true
  }

  @inline(__always)
  private func hash(_ key: UnsafePointer<UInt64>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in 0..<width {
      hash = (hash ^ key[index]) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash &>> 32
    }
    return Int(truncatingIfNeeded: hash)
  }

  private mutating func grow() {
    var wider = [UInt32](repeating: 0, count: places.count * 4)
    let mask = wider.count - 1
    words.withUnsafeBufferPointer { words in
      guard let first = words.baseAddress else { return }
      for number in 0..<count {
        var place = hash(first + number * width) & mask
        while wider[place] != 0 { place = (place + 1) & mask }
        wider[place] = UInt32(number + 1)
      }
    }
    places = wider
  }
}
