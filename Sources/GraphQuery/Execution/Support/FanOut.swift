/// How many nodes to expand at a time, so that what comes back stays small whatever their degrees:
/// a batch of rows that all stand at one hub must not become a billion entries at once.
struct FanOut {
  /// Relationships that one expansion aims at: what comes back fits the caches, and its arrays are
  /// below what the allocator fetches page by page.
  private static let wantedEntries = 8_192
  private static let mostNodes = 2_048

  private var nodes = 16

  /// How many of the remaining nodes to expand next.
  func next(of remaining: Int) -> Int { min(nodes, remaining) }

  /// Learns from an expansion.
  mutating func saw(nodes count: Int, entries: Int) {
    let fitting = Self.wantedEntries * count / max(entries, 1)
    nodes = max(1, min(fitting, nodes * 4, Self.mostNodes))
  }
}
