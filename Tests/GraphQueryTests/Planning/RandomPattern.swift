import PropertyGraph

@testable import GraphQuery

/// Numbers that are the same on every run.
struct Dealer: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % max(bound, 1) }
  mutating func chance(_ part: Int, of whole: Int) -> Bool { below(whole) < part }
  mutating func pick<Element>(_ choices: [Element], or other: Element) -> Element {
    choices.isEmpty ? other : choices[below(choices.count)]
  }
}

/// A small graph as plain arrays, for a matcher that is obviously right.
struct PlainGraph {
  struct Node {
    var label: String
    var x: Int
  }

  struct Relationship {
    var start: Int
    var end: Int
    var type: String
    var x: Int
  }

  var nodes: [Node] = []
  var relationships: [Relationship] = []

  static let labels = ["A", "B", "C"]
  static let types = ["T", "U", "V"]

  init(_ dealer: inout Dealer) {
    for _ in 0..<(3 + dealer.below(5)) {
      nodes.append(
        Node(label: dealer.pick(Self.labels, or: "A"), x: dealer.below(3)))
    }
    for _ in 0..<(2 + dealer.below(10)) {
      relationships.append(
        Relationship(
          start: dealer.below(nodes.count), end: dealer.below(nodes.count),
          type: dealer.pick(Self.types, or: "T"), x: dealer.below(2)))
    }
  }

  /// A statement that makes the graph; `i` is a node's position.
  var script: String {
    let items =
      nodes.enumerated().map {
        "(n\($0.offset):\($0.element.label) {i: \($0.offset), x: \($0.element.x)})"
      }
      + relationships.map { "(n\($0.start))-[:\($0.type) {x: \($0.x)}]->(n\($0.end))" }
    return "CREATE " + items.joined(separator: ", ")
  }
}

/// A pattern with a predicate, as text and as something to match naively.
struct RandomPattern {
  struct Node {
    var variable: String?
    var label: String?
    var x: Int?
  }

  struct Edge {
    var variable: String?
    var types: [String]
    var direction: TraversalDirection
    /// Bounds of a repetition; `nil` for one step.
    var repetition: ClosedRange<Int>?
    var x: Int?
  }

  struct Path {
    var nodes: [Node]
    var edges: [Edge]
  }

  enum Test {
    case equal(String, String)
    case less(String, Int)
    case different(String, String)
    /// Whether the node has such a relationship, or has none.
    case has(String, type: String, negated: Bool)
  }

  var paths: [Path] = []
  var tests: [Test] = []

  /// `first` names the first node.
  init(_ dealer: inout Dealer, maximumEdges: Int = 4, first: String? = nil) {
    let variables = ["a", "b", "c", "d"]
    var lists = 0
    var edges = 0
    for _ in 0..<(1 + dealer.below(2)) {
      var path = Path(nodes: [], edges: [])
      for position in 0..<(1 + dealer.below(3)) {
        if position > 0 {
          guard edges < maximumEdges else { break }
          edges += 1
          let isRepeated = dealer.chance(1, of: 4)
          let low = dealer.below(3)
          if isRepeated { lists += 1 }
          path.edges.append(
            Edge(
              variable: isRepeated && dealer.chance(1, of: 2) ? "r\(lists)" : nil,
              types: dealer.chance(1, of: 2) ? [] : [dealer.pick(PlainGraph.types, or: "T")],
              direction: dealer.pick([.outgoing, .incoming, .either], or: .either),
              repetition: isRepeated ? low...(low + dealer.below(3)) : nil,
              x: dealer.chance(1, of: 5) ? dealer.below(2) : nil))
        }
        path.nodes.append(
          Node(
            variable: dealer.chance(3, of: 4) ? dealer.pick(variables, or: "a") : nil,
            label: dealer.chance(1, of: 3) ? dealer.pick(PlainGraph.labels, or: "A") : nil,
            x: dealer.chance(1, of: 5) ? dealer.below(3) : nil))
      }
      paths.append(path)
    }
    if let first { paths[0].nodes[0].variable = first }
    let known = self.variables
    guard !known.isEmpty else { return }
    for _ in 0..<dealer.below(3) {
      let one = dealer.pick(known, or: "a")
      let other = dealer.pick(known, or: "a")
      switch dealer.below(4) {
      case 0: tests.append(.equal(one, other))
      case 1: tests.append(.less(one, dealer.below(3)))
      case 2: tests.append(.different(one, other))
      default:
        tests.append(
          .has(
            one, type: dealer.pick(PlainGraph.types, or: "T"), negated: dealer.chance(1, of: 2)))
      }
    }
  }

  /// Node variables, in order.
  var variables: [String] {
    Set(paths.flatMap { $0.nodes.compactMap(\.variable) }).sorted()
  }

  /// Variables of repetitions, in order.
  var lists: [String] {
    Set(paths.flatMap { $0.edges.compactMap(\.variable) }).sorted()
  }

  // MARK: Text

  /// `MATCH ... WHERE ...`.
  var text: String {
    let pattern = paths.map { path in
      var text = Self.text(path.nodes[0])
      for (edge, node) in zip(path.edges, path.nodes.dropFirst()) {
        text += Self.text(edge) + Self.text(node)
      }
      return text
    }.joined(separator: ", ")
    let predicate = tests.map { test in
      switch test {
      case .equal(let one, let other): "\(one).x = \(other).x"
      case .less(let one, let bound): "\(one).x < \(bound)"
      case .different(let one, let other): "\(one) <> \(other)"
      case .has(let one, let type, let negated):
        "\(negated ? "NOT " : "")(\(one))-[:\(type)]->()"
      }
    }.joined(separator: " AND ")
    return "MATCH \(pattern)" + (predicate.isEmpty ? "" : " WHERE \(predicate)")
  }

  private static func text(_ node: Node) -> String {
    "(\(node.variable ?? "")\(node.label.map { ":\($0)" } ?? "")"
      + "\(node.x.map { " {x: \($0)}" } ?? ""))"
  }

  private static func text(_ edge: Edge) -> String {
    let inside =
      (edge.variable ?? "") + (edge.types.isEmpty ? "" : ":" + edge.types.joined(separator: "|"))
      + (edge.repetition.map { "*\($0.lowerBound)..\($0.upperBound)" } ?? "")
      + (edge.x.map { " {x: \($0)}" } ?? "")
    return switch edge.direction {
    case .outgoing: "-[\(inside)]->"
    case .incoming: "<-[\(inside)]-"
    case .either: "-[\(inside)]-"
    }
  }
}

/// Matches a pattern by trying everything, in the order written.
struct NaiveMatcher {
  let graph: PlainGraph
  let pattern: RandomPattern
  private(set) var rows: [[String: Int]] = []

  init(_ pattern: RandomPattern, in graph: PlainGraph) {
    self.graph = graph
    self.pattern = pattern
    matchPath(0, [:], [])
  }

  private mutating func matchPath(_ path: Int, _ row: [String: Int], _ used: Set<Int>) {
    guard path < pattern.paths.count else {
      if pattern.tests.allSatisfy({ holds($0, row) }) { rows.append(row) }
      return
    }
    for node in graph.nodes.indices {
      guard let bound = bind(pattern.paths[path].nodes[0], node, row) else { continue }
      walk(path, 0, node, bound, used)
    }
  }

  private mutating func walk(
    _ path: Int, _ position: Int, _ node: Int, _ row: [String: Int], _ used: Set<Int>
  ) {
    guard position < pattern.paths[path].edges.count else {
      matchPath(path + 1, row, used)
      return
    }
    let edge = pattern.paths[path].edges[position]
    `repeat`(edge, 0, path, position, node, row, used)
  }

  /// Takes `count` steps of an edge so far; arrives where that is enough, goes on where it may.
  private mutating func `repeat`(
    _ edge: RandomPattern.Edge, _ count: Int, _ path: Int, _ position: Int, _ node: Int,
    _ row: [String: Int], _ used: Set<Int>
  ) {
    let bounds = edge.repetition ?? 1...1
    if count >= bounds.lowerBound,
      var bound = bind(pattern.paths[path].nodes[position + 1], node, row)
    {
      if let variable = edge.variable { bound[variable] = count }
      walk(path, position + 1, node, bound, used)
    }
    guard count < bounds.upperBound else { return }
    for (index, relationship) in graph.relationships.enumerated() {
      guard !used.contains(index), edge.types.isEmpty || edge.types.contains(relationship.type),
        edge.x == nil || edge.x == relationship.x
      else { continue }
      var ends: [Int] = []
      if edge.direction != .incoming, relationship.start == node { ends.append(relationship.end) }
      if edge.direction != .outgoing, relationship.end == node {
        if relationship.start != relationship.end || edge.direction == .incoming {
          ends.append(relationship.start)
        }
      }
      for end in ends {
        self.repeat(edge, count + 1, path, position, end, row, used.union([index]))
      }
    }
  }

  private func bind(
    _ wanted: RandomPattern.Node, _ node: Int, _ row: [String: Int]
  ) -> [String: Int]? {
    if let label = wanted.label, graph.nodes[node].label != label { return nil }
    if let x = wanted.x, graph.nodes[node].x != x { return nil }
    guard let variable = wanted.variable else { return row }
    if let known = row[variable] { return known == node ? row : nil }
    var bound = row
    bound[variable] = node
    return bound
  }

  private func holds(_ test: RandomPattern.Test, _ row: [String: Int]) -> Bool {
    func x(_ variable: String) -> Int { graph.nodes[row[variable] ?? 0].x }
    switch test {
    case .equal(let one, let other): return x(one) == x(other)
    case .less(let one, let bound): return x(one) < bound
    case .different(let one, let other): return row[one] != row[other]
    case .has(let one, let type, let negated):
      let found = graph.relationships.contains { $0.start == row[one] && $0.type == type }
      return found != negated
    }
  }
}
