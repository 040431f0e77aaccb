/// The lasting name of a graph: 128 random bits, given when its file is made.
public struct GraphID: Sendable, Hashable, CustomStringConvertible {
  /// The first half.
  public let high: UInt64
  /// The second half.
  public let low: UInt64

  /// The name of those bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new name.
  public static func random() -> GraphID {
    GraphID(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
  }

  /// Reads what ``description`` wrote; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// 32 hexadecimal digits.
  public var description: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// Which state of which graph an image holds.
public struct GraphState: Sendable, Hashable {
  /// The graph.
  public var graph: GraphID
  /// The number of its last commit.
  public var revision: UInt64
  /// Random bits of that commit: two copies of a file may both have a commit 12 but not the same.
  public var stamp: UInt64

  /// Names a state.
  public init(graph: GraphID, revision: UInt64 = 0, stamp: UInt64 = 0) {
    self.graph = graph
    self.revision = revision
    self.stamp = stamp
  }
}
