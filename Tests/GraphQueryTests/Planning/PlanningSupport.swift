import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Plans texts over made-up statistics.
enum Planning {
  /// A graph of 1,000 nodes and 5,000 relationships, with an index on `id`.
  struct Statistics: GraphStatistics {
    func nodeCount(label: Text?) -> Double {
      switch label?.string {
      case nil: 1_000
      case "Person": 500
      case "Company": 20
      case "City": 5
      default: 50
      }
    }

    func relationshipCount(type: Text?) -> Double {
      switch type?.string {
      case nil: 5_000
      case "KNOWS": 2_000
      case "WORKS_AT": 500
      case "IN": 20
      default: 100
      }
    }

    func hasIndex(label: Text?, key: Text) -> Bool { key == "id" }
  }

  static let catalogue = Catalogue(
    functions: .standard,
    procedures: [
      Procedure(
        name: "db.labels", inputs: [], outputs: [Procedure.Field(name: "label", type: "STRING?")]
      ) { _, _ in [] },
      Procedure(
        name: "test.echo", inputs: [Procedure.Field(name: "in", type: "INTEGER?")],
        outputs: [Procedure.Field(name: "out", type: "INTEGER?")]
      ) { arguments, _ in [arguments] },
    ])

  static func plan(
    _ query: String, catalogue: Catalogue = catalogue,
    extensions: [any StatementExtension] = []
  ) throws(Diagnostic) -> QueryPlan {
    let source = SourceText(name: "query", text: query)
    let statement = try QueryParser.parse(source, extensions: extensions)
    let planner = QueryPlanner(
      catalogue: catalogue, statistics: Statistics(), extensions: extensions)
    return try planner.plan(statement, source: source)
  }

  /// The operators of a plan, first to last as `EXPLAIN` draws them, without estimates.
  static func operators(_ query: String) throws(Diagnostic) -> [String] {
    let plan = try plan(query)
    let printer = OperatorDescription(
      printer: BoundExpressionPrinter(names: plan.slotNames))
    var lines: [String] = []
    func append(_ node: PlanNode, _ depth: Int) {
      let (title, details) = printer.describe(node.operator)
      let line = details.isEmpty ? title : "\(title) \(details)"
      lines.append(String(repeating: "| ", count: depth) + line)
      for input in node.inputs.dropFirst() { append(input, depth + 1) }
      if let input = node.inputs.first { append(input, depth) }
    }
    append(plan.root, 0)
    return lines
  }

  /// What is wrong with a query, if anything.
  static func problem(
    _ query: String, catalogue: Catalogue = catalogue,
    extensions: [any StatementExtension] = []
  ) -> Diagnostic? {
    do {
      _ = try plan(query, catalogue: catalogue, extensions: extensions)
      return nil
    } catch {
      return error
    }
  }
}

/// A query and the operators it is planned as.
struct PlanCase: Sendable, CustomTestStringConvertible {
  let query: String
  let operators: [String]

  init(_ query: String, _ operators: [String]) {
    self.query = query
    self.operators = operators
  }

  var testDescription: String { query }
}
