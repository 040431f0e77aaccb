import PropertyGraph
import Testing

@testable import GraphQuery

/// Repetitions of several steps: walked from either end, as trails or by reachability, they give
/// what trying everything gives.
@Suite struct GroupEquivalenceTests {
  /// A repeated part: steps, bounds, and whether each repetition must not fall in `x`.
  struct Group {
    var steps: [(types: [String], direction: TraversalDirection)] = []
    var bounds: ClosedRange<Int>
    var rises: Bool

    init(_ dealer: inout Dealer) {
      let low = dealer.below(3)
      bounds = low...(low + dealer.below(3))
      rises = dealer.chance(1, of: 3)
      for _ in 0..<(1 + dealer.below(3)) {
        steps.append(
          (
            dealer.chance(1, of: 4) ? [] : [dealer.pick(PlainGraph.types, or: "T")],
            dealer.pick([.outgoing, .outgoing, .incoming, .either], or: .outgoing)
          ))
      }
    }

    /// `((n0)-[:T]->(n1) WHERE ...){1,2}`.
    var text: String {
      var text = "((n0)"
      for (index, step) in steps.enumerated() {
        let inside =
          "[e\(index)\(step.types.isEmpty ? "" : ":" + step.types.joined(separator: "|"))]"
        switch step.direction {
        case .outgoing: text += "-\(inside)->"
        case .incoming: text += "<-\(inside)-"
        case .either: text += "-\(inside)-"
        }
        text += "(n\(index + 1))"
      }
      if rises { text += " WHERE n0.x <= n\(steps.count).x" }
      return text + "){\(bounds.lowerBound),\(bounds.upperBound)}"
    }
  }

  /// Every walk: start, end, and the nodes that each repetition begins with.
  private func walks(_ group: Group, _ graph: PlainGraph) -> [[Int]] {
    var found: [[Int]] = []
    func step(_ index: Int, _ entry: Int, _ node: Int, _ entries: [Int], _ used: Set<Int>) {
      guard index < group.steps.count else {
        if group.rises, graph.nodes[entry].x > graph.nodes[node].x { return }
        `repeat`(node, entries + [entry], used)
        return
      }
      let wanted = group.steps[index]
      for (position, relationship) in graph.relationships.enumerated()
      where !used.contains(position)
        && (wanted.types.isEmpty || wanted.types.contains(relationship.type))
      {
        if wanted.direction != .incoming, relationship.start == node {
          step(index + 1, entry, relationship.end, entries, used.union([position]))
        }
        if wanted.direction != .outgoing, relationship.end == node,
          wanted.direction == .incoming || relationship.start != relationship.end
        {
          step(index + 1, entry, relationship.start, entries, used.union([position]))
        }
      }
    }
    func `repeat`(_ node: Int, _ entries: [Int], _ used: Set<Int>) {
      if group.bounds.contains(entries.count) {
        found.append([entries.first ?? node, node] + entries)
      }
      if entries.count < group.bounds.upperBound { step(0, node, node, entries, used) }
    }
    for node in graph.nodes.indices { `repeat`(node, [], []) }
    return found
  }

  @Test(arguments: 1...24)
  func everyPlanFindsTheSameWalks(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed) + 50_000)
    let plain = PlainGraph(&dealer)
    let graph = try Run.graph(plain.script)
    for _ in 0..<4 {
      let group = Group(&dealer)
      let label = dealer.pick(PlainGraph.labels, or: "A")
      let walks = walks(group, plain).filter { plain.nodes[$0[1]].label == label }
      guard walks.count < 1_000 else { continue }
      // The list of entries as one number, so that its order counts.
      let seen = walks.map { walk in
        [walk[0], walk[1], walk.dropFirst(2).reduce(1) { $0 * 10 + $1 }].map(Int64.init)
      }.sorted { $0.lexicographicallyPrecedes($1) }
      let ends = Set(walks.map { [Int64($0[0]), Int64($0[1])] })
        .sorted { $0.lexicographicallyPrecedes($1) }
      let pattern = "MATCH (a) \(group.text) (b:\(label))"
      for attempt in 0..<3 {
        let statistics = Rumours(seed: dealer.next(), isIndexed: false)
        let batchSize = [2_048, 1, 3][attempt]
        let lists = try Rumours.rows(
          "\(pattern) RETURN a.i, b.i, reduce(s = 1, n IN n0 | s * 10 + n.i)", on: graph,
          statistics, batchSize: batchSize)
        #expect(lists == seen, "\(pattern) over \(plain.script)")
        let reached = try Rumours.rows(
          "\(pattern) RETURN DISTINCT a.i, b.i", on: graph, statistics, batchSize: batchSize)
        #expect(reached == ends, "\(pattern) over \(plain.script)")
      }
    }
  }
}
