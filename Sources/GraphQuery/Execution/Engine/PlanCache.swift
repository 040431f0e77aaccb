import Diagnostics
import PropertyGraph

/// Plans by query text, the least recently used forgotten first.
struct PlanCache {
  /// A plan with what it rests on.
  struct Entry {
    let source: SourceText
    let plan: QueryPlan
    let answers: [ObservedStatistics.Question: Double]
    fileprivate var lastUse: UInt64
  }

  private let capacity: Int
  private var entries: [[UInt8]: Entry] = [:]
  private var clock: UInt64 = 0
  private var catalogueVersion: Int?

  init(capacity: Int) { self.capacity = capacity }

  /// The plan of a text, if it was made for this catalogue and still fits the graph.
  mutating func entry(
    for source: SourceText, catalogueVersion: Int, graph: any GraphAccess
  ) -> Entry? {
    if self.catalogueVersion != catalogueVersion {
      entries.removeAll()
      self.catalogueVersion = catalogueVersion
    }
    guard let entry = entries[source.bytes] else { return nil }
    guard ObservedStatistics.hold(entry.answers, in: graph) else {
      entries[source.bytes] = nil
      return nil
    }
    clock += 1
    entries[source.bytes]?.lastUse = clock
    return entry
  }

  /// Keeps a plan.
  mutating func insert(
    _ plan: QueryPlan, for source: SourceText, answers: [ObservedStatistics.Question: Double]
  ) -> Entry {
    if entries.count >= capacity,
      let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      entries[oldest.key] = nil
    }
    clock += 1
    let entry = Entry(source: source, plan: plan, answers: answers, lastUse: clock)
    entries[source.bytes] = entry
    return entry
  }

  mutating func removeAll() { entries.removeAll() }
}
