/// SHA-256 (FIPS 180-4), so that anybody can check with `sha256sum` which rules a verdict used. A
/// dozen rules files a day do not earn a cryptographic library's build time.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var block: [UInt8] = []
  private var length: UInt64 = 0

  /// Nothing hashed yet.
  public init() {}

  /// The digest of some bytes as 64 hexadecimal digits. O(bytes).
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) {
    length += UInt64(bytes.count)
    var rest = bytes[...]
    if !block.isEmpty {
      let taken = min(64 - block.count, rest.count)
      block += rest.prefix(taken)
      rest = rest.dropFirst(taken)
      if block.count == 64 {
        compress(block[...])
        block.removeAll(keepingCapacity: true)
      }
    }
    while rest.count >= 64 {
      compress(rest.prefix(64))
      rest = rest.dropFirst(64)
    }
    block += rest
  }

  /// The digest of everything taken in.
  public consuming func finish() -> String {
    let bits = length &* 8
    var padding: [UInt8] = [0x80]
    padding += [UInt8](repeating: 0, count: (119 - block.count) % 64)
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(padding)
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func compress(_ block: ArraySlice<UInt8>) {
    var schedule = [UInt32](repeating: 0, count: 64)
    for index in 0..<16 {
      let start = block.startIndex + index * 4
      schedule[index] = block[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let early = schedule[index - 15]
      let late = schedule[index - 2]
      let first = Self.rotate(early, 7) ^ Self.rotate(early, 18) ^ early >> 3
      let second = Self.rotate(late, 17) ^ Self.rotate(late, 19) ^ late >> 10
      schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
    }
    var words = state
    for index in 0..<64 {
      let e = words[4]
      let a = words[0]
      let sum1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
      let choice = (e & words[5]) ^ (~e & words[6])
      let first = words[7] &+ sum1 &+ choice &+ Self.constants[index] &+ schedule[index]
      let sum0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
      let majority = (a & words[1]) ^ (a & words[2]) ^ (words[1] & words[2])
      words = [
        first &+ sum0 &+ majority, a, words[1], words[2], words[3] &+ first, e, words[5], words[6],
      ]
    }
    for index in 0..<8 { state[index] &+= words[index] }
  }

  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }

  /// The fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if !primes.contains(where: { candidate % $0 == 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      // floor(cbrt(prime) * 2^32) by bisection in whole numbers; its low 32 bits are the fraction.
      var low: UInt64 = 0
      var high: UInt64 = 8 << 32
      while high - low > 1 {
        let middle = low + (high - low) / 2
        let square = middle.multipliedFullWidth(by: middle)
        let isBelow = Self.cubeIsAtMost(middle, square: square, prime: prime)
        if isBelow { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }()

  /// Whether middle³ <= prime · 2^96.
  private static func cubeIsAtMost(
    _ middle: UInt64, square: (high: UInt64, low: UInt64), prime: UInt64
  ) -> Bool {
    let lower = square.low.multipliedFullWidth(by: middle)
    let upper = square.high &* middle &+ lower.high
    return upper < prime << 32 || (upper == prime << 32 && lower.low == 0)
  }
}
