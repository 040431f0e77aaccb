import Diagnostics
import PropertyGraph

/// Plans by query text, the least recently used forgotten first.
struct PlanCache {
  /// A plan with what it rests on.
  final class Entry {
    let source: SourceText
    let plan: QueryPlan
    let answers: [ObservedStatistics.Question: Double]
    fileprivate var lastUse: UInt64
    /// The size of the graph when the answers were last compared with it.
    private var size: (nodes: Int, relationships: Int)?

    fileprivate init(
      _ source: SourceText, _ plan: QueryPlan, _ answers: [ObservedStatistics.Question: Double],
      lastUse: UInt64
    ) {
      self.source = source
      self.plan = plan
      self.answers = answers
      self.lastUse = lastUse
    }

    /// Whether the plan still fits the graph. A graph of the same size is taken to be the same.
    fileprivate func fits(_ graph: any GraphAccess) -> Bool {
      let now = (graph.nodeCount(label: nil), graph.relationshipCount(type: nil))
      if let size, size == now { return true }
      size = now
      return ObservedStatistics.hold(answers, in: graph)
    }
  }

  private let capacity: Int
  private var entries: [[UInt8]: Entry] = [:]
  /// The entry asked for last: the same statement often comes many times, and the session asks for
  /// each twice.
  private var latest: Entry?
  private var clock: UInt64 = 0
  private var catalogueVersion: Int?

  init(capacity: Int) { self.capacity = capacity }

  /// The plan of a text, if it was made for this catalogue and still fits the graph.
  mutating func entry(
    for source: SourceText, catalogueVersion: Int, graph: any GraphAccess
  ) -> Entry? {
    if self.catalogueVersion != catalogueVersion {
      removeAll()
      self.catalogueVersion = catalogueVersion
    }
    if latest?.source.bytes != source.bytes { latest = entries[source.bytes] }
    guard let entry = latest else { return nil }
    guard entry.fits(graph) else {
      entries[source.bytes] = nil
      latest = nil
      return nil
    }
    clock += 1
    entry.lastUse = clock
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
    let entry = Entry(source, plan, answers, lastUse: clock)
    entries[source.bytes] = entry
    latest = entry
    return entry
  }

  mutating func removeAll() {
    entries.removeAll()
    latest = nil
  }
}
