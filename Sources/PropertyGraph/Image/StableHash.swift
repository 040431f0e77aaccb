/// Hashes that are the same in every process and on every machine: checksums of image sections and
/// buckets of value indexes. (`Hasher` is seeded per process.)
public enum StableHash {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9

  /// A 64-bit checksum; four lanes, so that it runs at memory speed.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lane0 = prime1
    var lane1 = prime2
    var lane2 = prime3
    var lane3 = prime1 ^ prime2
    var offset = 0
    while offset &+ 32 <= bytes.count {
      lane0 = round(lane0, word(bytes, offset))
      lane1 = round(lane1, word(bytes, offset &+ 8))
      lane2 = round(lane2, word(bytes, offset &+ 16))
      lane3 = round(lane3, word(bytes, offset &+ 24))
      offset &+= 32
    }
    var hash = rotate(lane0, 1) &+ rotate(lane1, 7) &+ rotate(lane2, 12) &+ rotate(lane3, 18)
    hash ^= tail(bytes, from: offset)
    return finish(hash ^ UInt64(truncatingIfNeeded: bytes.count))
  }

  /// A hash of a short run of bytes.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    return finish(tail(raw, from: 0) ^ UInt64(truncatingIfNeeded: raw.count))
  }

  /// A hash of a number.
  static func hash(_ number: UInt64) -> UInt64 { finish(number &* prime1) }

  private static func tail(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var hash = prime3
    var offset = start
    while offset &+ 8 <= bytes.count {
      hash = round(hash, word(bytes, offset))
      offset &+= 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* prime2
      offset &+= 1
    }
    return hash
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value &<< bits | value &>> (64 &- bits)
  }

  private static func finish(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }
}
