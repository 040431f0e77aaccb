import Diagnostics
import Glibc
import PropertyGraph
import Testing

@testable import GraphQuery

/// Random statements on random graphs: the engine gives what the slow evaluator gives, with every
/// batch size, on a base, on changes over it and after compaction.
///
/// `REFERENCE_CASES` sets how many graphs are tried.
@Suite("Reference evaluator")
struct ReferenceTests {
  static let cases = getenv("REFERENCE_CASES").flatMap { Int(String(cString: $0)) } ?? 150

  @Test("statements agree with the slow evaluator", arguments: 0..<8)
  func agreement(part: Int) throws {
    var compared = 0
    for seed in stride(from: part, to: Self.cases, by: 8) {
      var trial = try ReferenceTrial(seed: UInt64(seed) + 1)
      try trial.run()
      compared += trial.compared
      if let difference = trial.difference {
        Issue.record("case \(seed): \(difference)")
        break
      }
    }
    #expect(compared > Self.cases / 8 * 4)
  }
}

/// One graph with a few statements on it.
struct ReferenceTrial {
  /// How many answers were compared.
  private(set) var compared = 0
  /// The first difference.
  private(set) var difference: String?

  private var queries: RandomQuery
  private var reference: ReferenceEvaluator
  private let graph: GraphView
  private let script: String
  private var history: [String] = []

  init(seed: UInt64) throws {
    var dealer = Dealer(seed: seed)
    var plain = ReferenceGraph()
    var items: [String] = []
    for index in 0..<(2 + dealer.below(5)) {
      var node = ReferenceGraph.Node(properties: ["i": .integer(index)])
      node.labels = Set(["A", "B", "C"].filter { _ in dealer.chance(1, of: 3) })
      if dealer.chance(3, of: 4) { node.properties["x"] = .integer(dealer.below(3)) }
      if dealer.chance(1, of: 2) {
        node.properties["s"] = .text(dealer.pick(["a", "b", "é"], or: "a"))
      }
      plain.nodes.append(node)
      let labels = node.labels.sorted().map { ":\($0)" }.joined()
      items.append("(n\(index)\(labels) {\(ReferenceGraph.text(node.properties))})")
    }
    for index in 0..<dealer.below(9) {
      let edge = ReferenceGraph.Relationship(
        type: dealer.pick(["T", "U"], or: "T"), start: dealer.below(plain.nodes.count),
        end: dealer.below(plain.nodes.count),
        properties: ["i": .integer(index), "x": .integer(dealer.below(2))])
      plain.relationships.append(edge)
      let properties = ReferenceGraph.text(edge.properties)
      items.append("(n\(edge.start))-[:\(edge.type) {\(properties)}]->(n\(edge.end))")
    }
    script = "CREATE " + items.joined(separator: ", ")
    graph = try Run.graph(script)
    reference = ReferenceEvaluator(plain)
    queries = RandomQuery(dealer)
    if dealer.chance(1, of: 2) { try graph.compact() }
  }

  mutating func run() throws {
    for step in 0..<6 where difference == nil {
      if step % 3 == 2 {
        try update(queries.updating())
        if queries.dealer.chance(1, of: 3) { try graph.compact() }
      } else {
        try read(queries.reading())
      }
    }
  }

  private mutating func read(_ query: String) throws {
    var evaluator = reference
    guard let expected = try answer(&evaluator, query) else { return }
    for batchSize in Run.batchSizes {
      check(query, expected, engineAnswer(query, batchSize), batchSize)
    }
  }

  /// Runs a change at both, at one batch size after the other on copies, and compares the graphs.
  private mutating func update(_ query: String) throws {
    var evaluator = reference
    guard let expected = try answer(&evaluator, query) else { return }
    let batchSize = queries.dealer.pick(Run.batchSizes, or: 1)
    check(query, expected, engineAnswer(query, batchSize), batchSize)
    reference = evaluator
    history.append(query)
    check("the graph after \(query)", reference.graph.dump.joined(separator: "\n"), dump, batchSize)
  }

  /// The slow answer; `nil` if it is too long to wait for.
  private func answer(
    _ evaluator: inout ReferenceEvaluator, _ query: String
  ) throws -> String? {
    do {
      let table = try evaluator.run(query)
      let rows = table.rows.map { row in row.map(\.key).joined(separator: " | ") }
      return (Self.isOrdered(query) ? rows : rows.sorted()).joined(separator: "\n")
    } catch is ReferenceEvaluator.TooLarge {
      return nil
    }
  }

  /// Of the parts of a union each has its own order, and the whole has none.
  private static func isOrdered(_ query: String) -> Bool {
    query.contains("ORDER BY c0") && !query.contains(" UNION ")
  }

  private func engineAnswer(_ query: String, _ batchSize: Int) -> String {
    do throws(Diagnostic) {
      let rows = try Run.engine(graph).run(query, batchSize: batchSize).rows
        .map { row in row.map { ReferenceValue($0).key }.joined(separator: " | ") }
      return (Self.isOrdered(query) ? rows : rows.sorted()).joined(separator: "\n")
    } catch {
      return "\(error.code): \(error.message)"
    }
  }

  private mutating func check(
    _ query: String, _ expected: String, _ found: String, _ batchSize: Int
  ) {
    compared += 1
    guard expected != found, difference == nil else { return }
    difference = """
      batch size \(batchSize)
      \(script)
      \(history.joined(separator: "\n"))
      \(query)
      expected:
      \(expected)
      found:
      \(found)
      """
  }

  /// The engine's graph in the form of ``ReferenceGraph/dump``.
  private var dump: String {
    func text(_ properties: PropertyMap) -> String {
      let pairs = properties.map { ($0.key.string, ReferenceValue($0.value)) }
      return ReferenceGraph.text(Dictionary(uniqueKeysWithValues: pairs))
    }
    var cursor = ScanCursor()
    var rows: [NodeRow] = []
    while !cursor.isAtEnd { graph.scan(nil, cursor: &cursor, limit: 64, into: &rows) }
    var lines = rows.map { row in
      "node \(text(graph.properties(of: row))) \(graph.labels(of: row).map(\.string).sorted())"
    }
    var expansion = Expansion()
    graph.expand(rows, types: nil, direction: .outgoing, into: &expansion)
    lines += expansion.relationships.map { row in
      let ends = [graph.start(of: row), graph.end(of: row)].map { text(graph.properties(of: $0)) }
      return "\(graph.name(of: graph.type(of: row))) \(text(graph.properties(of: row))) \(ends)"
    }
    return lines.sorted().joined(separator: "\n")
  }
}

extension ReferenceValue {
  /// A value of the engine; what the slow evaluator has no word for is named by its text.
  init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(Int(number))
    case .text(let text): self = .text(text.string)
    case .list(let items): self = .list(items.map { ReferenceValue($0) })
    default: self = .text("\(value)")
    }
  }
}
