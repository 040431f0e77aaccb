/// A small generator (SplitMix64), so that a random test is the same test every time.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that gives the same numbers for the same seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 below `bound`.
  public mutating func index(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
  /// `true` so many times in a hundred.
  public mutating func chance(_ percent: Int) -> Bool { index(below: 100) < percent }
}
