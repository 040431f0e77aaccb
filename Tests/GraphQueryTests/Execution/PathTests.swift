import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Trails, reachability and shortest paths against plain recursion on random graphs.
@Suite("Paths")
struct PathTests {
  static let directions: [TraversalDirection] = [.outgoing, .incoming, .either]

  private static let from = Slot(0)
  private static let to = Slot(1)
  private static let entry = Slot(2)
  private static let relationship = Slot(3)
  private static let node = Slot(4)
  private static let list = Slot(5)

  private static func group(
    types: [Text], _ direction: TraversalDirection, _ minimum: Int, _ maximum: Int?,
    isInto: Bool = false, mode: ExpandGroup.Mode = .trails, predicate: BoundExpression? = nil
  ) -> ExpandGroup {
    ExpandGroup(
      from: from, to: to, isInto: isInto, minimum: minimum, maximum: maximum, entry: entry,
      steps: [
        ExpandGroup.Step(
          types: types, direction: direction, relationship: relationship, node: node)
      ], predicate: predicate, relationships: mode == .trails ? list : nil, lists: [],
      isReversed: false, boundRelationships: nil, distinctFrom: [], mode: mode)
  }

  private static func rows(_ root: PlanNode, on graph: GraphView, batchSize: Int) throws -> [String]
  {
    try HandBuilt.rows(root, slots: [from, to, list], of: 6, on: graph, batchSize: batchSize)
  }

  @Test("trails", arguments: 0..<40)
  func trails(seed: Int) throws {
    let graph = try RandomGraph(seed: UInt64(seed), nodes: 1 + seed % 6, edges: seed % 9)
    let direction = Self.directions[seed % 3]
    let types: [Text] = seed % 2 == 0 ? [] : ["R"]
    let minimum = seed % 4
    let plan = PlanNode(
      .expandGroup(Self.group(types: types, direction, minimum, minimum + 3)),
      inputs: [PlanNode(.scanAll(Self.from), inputs: [PlanNode(.unit)])])
    let expected = graph.nodes.flatMap { start in
      graph.trails(from: start, types: types, direction, minimum...(minimum + 3)).map {
        HandBuilt.text(
          [.node(start), .node($0.end), .list($0.edges.map(Value.relationship))], graph.view)
      }
    }
    for batchSize in Run.batchSizes {
      let found = try Self.rows(plan, on: graph.view, batchSize: batchSize)
      #expect(found.sorted() == expected.sorted())
    }
  }

  @Test("reachability", arguments: 0..<40)
  func reachability(seed: Int) throws {
    let graph = try RandomGraph(seed: UInt64(seed), nodes: 1 + seed % 8, edges: seed % 12)
    let direction = Self.directions[seed % 2]
    let minimum = seed % 2
    let maximum = seed % 3 == 0 ? nil : seed % 5 + 1
    let plan = PlanNode(
      .expandGroup(Self.group(types: [], direction, minimum, maximum, mode: .reachability)),
      inputs: [PlanNode(.scanAll(Self.from), inputs: [PlanNode(.unit)])])
    let expected = graph.nodes.flatMap { start in
      Set(
        graph.trails(
          from: start, types: [], direction, minimum...(maximum ?? graph.edges.count + 2)
        ).map(\.end)
      ).map { HandBuilt.text([.node(start), .node($0), .null], graph.view) }
    }
    for batchSize in Run.batchSizes {
      let found = try Self.rows(plan, on: graph.view, batchSize: batchSize)
      #expect(found.sorted() == expected.sorted())
    }
  }

  @Test("shortest paths", arguments: 0..<60)
  func shortest(seed: Int) throws {
    let graph = try RandomGraph(seed: UInt64(seed), nodes: 2 + seed % 6, edges: seed % 11)
    let direction = Self.directions[seed % 3]
    let minimum = seed % 3
    let maximum = seed % 2 == 0 ? nil : 3
    for isAll in [true, false] {
      let search = ShortestPath(
        from: Self.from, to: Self.to,
        group: Self.group(types: [], direction, minimum, maximum, isInto: true), isAll: isAll)
      let pairs = PlanNode(
        .scanAll(Self.to),
        inputs: [PlanNode(.scanAll(Self.from), inputs: [PlanNode(.unit)])])
      let plan = PlanNode(.shortestPath(search), inputs: [pairs])
      var expected: [String] = []
      for start in graph.nodes {
        let trails = graph.trails(
          from: start, types: [], direction, minimum...(maximum ?? graph.edges.count + 2))
        for end in graph.nodes {
          let reaching = trails.filter { $0.end == end }
          let length = reaching.map(\.edges.count).min()
          expected += reaching.filter { $0.edges.count == length }.map {
            HandBuilt.text(
              [.node(start), .node(end), .list($0.edges.map(Value.relationship))], graph.view)
          }
        }
      }
      for batchSize in Run.batchSizes {
        let found = try Self.rows(plan, on: graph.view, batchSize: batchSize)
        if isAll {
          #expect(found.sorted() == expected.sorted())
        } else {
          // One of the shortest for each pair of ends.
          func ends(_ row: String) -> Substring { row.prefix { $0 != "[" } }
          #expect(Set(found).isSubset(of: expected))
          #expect(found.map(ends).sorted() == Set(expected.map(ends)).sorted())
        }
      }
    }
  }

  @Test("a predicate holds in each repetition", arguments: 0..<20)
  func predicate(seed: Int) throws {
    let graph = try RandomGraph(seed: UInt64(seed), nodes: 4, edges: 8)
    let weight = BoundExpression(
      .property(BoundExpression(.slot(Self.relationship), 0..<0), key: "w"), 0..<0)
    let isLight = BoundExpression(
      .comparison(.less, weight, BoundExpression(.literal(2), 0..<0)), 0..<0)
    let plan = PlanNode(
      .expandGroup(Self.group(types: [], .outgoing, 1, nil, predicate: isLight)),
      inputs: [PlanNode(.scanAll(Self.from), inputs: [PlanNode(.unit)])])
    let heavy = graph.edges.filter { $0.weight >= 2 }.map(\.row)
    let expected = graph.nodes.flatMap { start in
      graph.trails(from: start, types: [], .outgoing, 1...9, without: heavy).map {
        HandBuilt.text(
          [.node(start), .node($0.end), .list($0.edges.map(Value.relationship))], graph.view)
      }
    }
    let found = try Self.rows(plan, on: graph.view, batchSize: 2_048)
    #expect(found.sorted() == expected.sorted())
    // The search from both ends takes the same predicate.
    let search = ShortestPath(
      from: Self.from, to: Self.to,
      group: Self.group(types: [], .outgoing, 1, nil, isInto: true, predicate: isLight),
      isAll: true)
    let pairs = PlanNode(
      .scanAll(Self.to), inputs: [PlanNode(.scanAll(Self.from), inputs: [PlanNode(.unit)])])
    let shortest = try Self.rows(
      PlanNode(.shortestPath(search), inputs: [pairs]), on: graph.view, batchSize: 2_048)
    #expect(Set(shortest).isSubset(of: expected))
    let reached = Set(expected.map { $0.prefix { $0 != "[" } })
    #expect(Set(shortest.map { $0.prefix { $0 != "[" } }) == reached)
  }

  static let quantified = [
    Example(
      "MATCH (a {i: 0}) ((x)-[:R]->(y)-[:S]->(z)){1,2} (b) RETURN b.i, size(x), [n IN y | n.i]",
      ["2 1 [1]", "4 2 [1,3]"], on: chain),
    Example(
      "MATCH (b {i: 4}) ((x)<-[:S]-(y)<-[:R]-(z)){1,2} (a) RETURN a.i, [n IN y | n.i]",
      ["2 [3]", "0 [3,1]"], on: chain),
    Example(
      "MATCH (a {i: 0}) ((x)-[r]->(y) WHERE x.i < y.i)+ (b) RETURN b.i, [e IN r | type(e)]",
      [
        "1 [\"R\"]", "2 [\"R\",\"S\"]", "3 [\"R\",\"S\",\"R\"]",
        "4 [\"R\",\"S\",\"R\",\"S\"]",
      ], on: chain),
    Example("MATCH p = (a {i: 0})-[*2..3]->(b) RETURN length(p), b.i", ["2 2", "3 3"], on: chain),
    Example(
      "MATCH p = ALL SHORTEST (a {i: 0})-[*]->(b {i: 4}) RETURN length(p)", ["4"], on: chain),
    Example(
      "MATCH p = ANY SHORTEST (a {i: 0}) ((x)-[:R]->()-[:S]->(z))+ (b {i: 4}) RETURN length(p)",
      ["4"], on: chain),
  ]

  static let chain = """
    CREATE (a {i: 0})-[:R]->(b {i: 1})-[:S]->(c {i: 2})-[:R]->(d {i: 3})-[:S]->(e {i: 4}),
      (e)-[:R]->(f {i: -1})
    """

  @Test("quantified path patterns", arguments: quantified)
  func quantifiedPattern(_ example: Example) throws { try example.check() }
}
