import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Counts made up anew for each plan, so that plans differ.
struct Rumours: GraphStatistics {
  var seed: UInt64
  var isIndexed: Bool

  private func guess(_ name: Text?) -> Double {
    var dealer = Dealer(
      seed: (name?.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) } ?? seed) &+ 7)
    _ = dealer.next()
    return Double(1 + dealer.below(1_000))
  }

  func nodeCount(label: Text?) -> Double { guess(label) }
  func relationshipCount(type: Text?) -> Double { guess(type) }
  func hasIndex(label: Text?, key: Text) -> Bool { isIndexed && key == "x" }

  /// The rows of a query of integers, sorted.
  static func rows(
    _ query: String, on graph: GraphView, _ statistics: any GraphStatistics, batchSize: Int,
    rules: PlanningRules = .all
  ) throws -> [[Int64]] {
    let source = SourceText(name: "query", text: query)
    let statement = try QueryParser.parse(source, extensions: [])
    var planner = QueryPlanner(catalogue: Planning.catalogue, statistics: statistics)
    planner.rules = rules
    let run = StatementRun(
      plan: try planner.plan(statement, source: source), graph: graph,
      operators: Planning.catalogue.functions.operators, parameters: PropertyMap(),
      budget: QueryBudget(limits: QueryLimits(), cancellation: nil), batchSize: batchSize,
      statementTime: 0
    ) { _, _ in QueryResult(columns: [], rows: []) }
    var rows: [[Value]] = []
    try run.pull { (batch) throws(Diagnostic) in rows += try run.rows(of: batch) }
    return rows.map { row in
      row.map { if case .integer(let value) = $0 { value } else { -1 } }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension Rumours {
  /// Expects of every query the answer of the plain way, without any rule: on a random graph that was
  /// changed, changed over a base, and compacted after that.
  static func expectThePlainWay(
    _ queries: [String], _ dealer: inout Dealer, batchSizes: [Int]
  ) throws {
    let plain = PlainGraph(&dealer)
    let changed = try Run.graph(plain.script)
    let based = try Run.graph(plain.script)
    try based.compact()
    // Changes over a base: most nodes as they were, some touched.
    for graph in [changed, based] { try Run.touch(graph) }
    let compact = try Run.graph(plain.script)
    try Run.touch(compact)
    try compact.compact()
    for query in queries {
      let statistics = Rumours(seed: dealer.next(), isIndexed: false)
      let expected = try Rumours.rows(query, on: changed, statistics, batchSize: 1, rules: [])
      for graph in [changed, based, compact] {
        for batchSize in batchSizes {
          let rows = try Rumours.rows(query, on: graph, statistics, batchSize: batchSize)
          #expect(rows == expected, "\(query) over \(plain.script)")
        }
      }
    }
  }
}
