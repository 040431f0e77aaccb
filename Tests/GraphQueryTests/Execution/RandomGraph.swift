import PropertyGraph

@testable import GraphQuery

/// Random numbers from a seed: the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// A small random graph, as a view and as plain records that naive algorithms walk.
struct RandomGraph {
  struct Edge {
    var row: RelationshipRow
    var type: Text
    var start: NodeRow
    var end: NodeRow
    var weight: Int64
  }

  let view = GraphView()
  private(set) var nodes: [NodeRow] = []
  private(set) var edges: [Edge] = []

  /// Nodes have a label of `A`, `B` or both and a number `i`; edges have type `R` or `S` and a
  /// weight of 0 to 3. Loops and parallel edges occur.
  init(seed: UInt64, nodes nodeCount: Int, edges edgeCount: Int) throws {
    var generator = SeededGenerator(seed: seed)
    try view.beginStatement()
    for index in 0..<nodeCount {
      let labels: [Text] = [["A"], ["B"], ["A", "B"]][Int.random(in: 0..<3, using: &generator)]
      nodes.append(
        try view.createNode(labels: labels, properties: ["i": .integer(Int64(index))]))
    }
    for _ in 0..<(nodeCount == 0 ? 0 : edgeCount) {
      let start = nodes[Int.random(in: 0..<nodeCount, using: &generator)]
      let end = nodes[Int.random(in: 0..<nodeCount, using: &generator)]
      let type: Text = Bool.random(using: &generator) ? "R" : "S"
      let weight = Int64.random(in: 0...3, using: &generator)
      let row = try view.createRelationship(
        type: type, from: start, to: end, properties: ["w": .integer(weight)])
      edges.append(Edge(row: row, type: type, start: start, end: end, weight: weight))
    }
    try view.commitStatement()
  }

  /// The ways on from a node.
  func steps(
    from node: NodeRow, types: [Text], _ direction: TraversalDirection
  ) -> [(edge: Edge, node: NodeRow)] {
    edges.flatMap { edge -> [(edge: Edge, node: NodeRow)] in
      guard types.isEmpty || types.contains(edge.type) else { return [] }
      var steps: [(edge: Edge, node: NodeRow)] = []
      if direction != .incoming, edge.start == node { steps.append((edge, edge.end)) }
      if direction != .outgoing, edge.end == node, !(direction == .either && edge.start == edge.end)
      {
        steps.append((edge, edge.start))
      }
      return steps
    }
  }

  /// Every trail from a node as its edges, with its end: by plain recursion.
  func trails(
    from node: NodeRow, types: [Text], _ direction: TraversalDirection, _ lengths: ClosedRange<Int>,
    without used: [RelationshipRow] = []
  ) -> [(edges: [RelationshipRow], end: NodeRow)] {
    var found: [(edges: [RelationshipRow], end: NodeRow)] = []
    func walk(_ node: NodeRow, _ walked: [RelationshipRow]) {
      if lengths.contains(walked.count) { found.append((walked, node)) }
      guard walked.count < lengths.upperBound else { return }
      for step in steps(from: node, types: types, direction)
      where !walked.contains(step.edge.row) && !used.contains(step.edge.row) {
        walk(step.node, walked + [step.edge.row])
      }
    }
    walk(node, [])
    return found
  }
}
