/// Reads a zone file (TZif, RFC 8536); of the two copies of the data the second, with 64 bits, where
/// there is one.
struct ZoneFileReader {
  private let bytes: [UInt8]
  private var position = 0

  private struct Header {
    var version: UInt8
    var counts: [Int]

    var isUniversal: Int { counts[0] }
    var isStandard: Int { counts[1] }
    var leapSeconds: Int { counts[2] }
    var transitions: Int { counts[3] }
    var types: Int { counts[4] }
    var characters: Int { counts[5] }

    func size(timeSize: Int) -> Int {
      transitions * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
        + isStandard + isUniversal
    }
  }

  /// The rules in the bytes of a zone file, `nil` if they are not one.
  static func rules(in bytes: [UInt8]) -> ZoneRules? {
    var reader = ZoneFileReader(bytes: bytes)
    return reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> ZoneRules? {
    guard let first = header() else { return nil }
    guard first.version >= UInt8(ascii: "2") else { return body(first, timeSize: 4) }
    position += first.size(timeSize: 4)
    guard let second = header(), var rules = body(second, timeSize: 8) else { return nil }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
      let line = bytes[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
      rules.future = RecurringZoneRule(posix: Array(line))
    }
    return rules
  }

  private mutating func header() -> Header? {
    guard bytes.count >= position + 44, bytes[position...].starts(with: "TZif".utf8) else {
      return nil
    }
    let version = bytes[position + 4]
    position += 20
    let counts = (0..<6).map { _ in Int(integer(4)) }
    guard counts.allSatisfy({ (0...1_000_000).contains($0) }) else { return nil }
    return Header(version: version, counts: counts)
  }

  private mutating func body(_ header: Header, timeSize: Int) -> ZoneRules? {
    let end = position + header.size(timeSize: timeSize)
    guard end <= bytes.count, header.types > 0 else { return nil }
    let transitions = (0..<header.transitions).map { _ in integer(timeSize) }
    let types = (0..<header.transitions).map { _ in Int(UInt8(truncatingIfNeeded: integer(1))) }
    var offsets: [Int32] = []
    for _ in 0..<header.types {
      offsets.append(Int32(truncatingIfNeeded: integer(4)))
      position += 2
    }
    position = end
    guard types.allSatisfy({ $0 < offsets.count }) else { return nil }
    return ZoneRules(
      transitions: transitions, offsets: types.map { offsets[$0] }, initialOffset: offsets[0],
      future: nil)
  }

  /// A signed big-endian integer; the caller has checked that it is there.
  private mutating func integer(_ size: Int) -> Int64 {
    var value: UInt64 = 0
    for byte in bytes[position..<position + size] { value = value << 8 | UInt64(byte) }
    position += size
    let shift = UInt64(64 - size * 8)
    return Int64(bitPattern: value << shift) >> shift
  }
}
