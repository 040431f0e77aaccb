import PropertyGraph

/// Which items speak of which configurations: for, against, qualifying, silent or hoping, on any of
/// their parts. What is set aside, and what the coder says, speaks of nothing.
struct EvidenceReach {
  /// Positions of items by position of the configuration.
  let items: [Set<Int32>]

  /// O(bearings of all configurations).
  init(_ bench: Bench) {
    items = bench.index.configurations.map { configuration in
      Self.items(of: Hearing(of: configuration, on: bench), bench)
    }
  }

  private static func items(of hearing: Hearing, _ bench: Bench) -> Set<Int32> {
    var items: Set<Int32> = []
    for page in hearing.pages {
      for lines in page.heardLines {
        for line in lines where !bench.facts.sources(ofItem: Int(line.item)).isEmpty {
          items.insert(line.item)
        }
      }
    }
    return items
  }
}
