import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Runs queries for tests and writes what they give as text.
enum Run {
  /// Batch sizes that must all give the same answers.
  static let batchSizes = [1, 2, 3, 2_048]

  static func engine(_ graph: any GraphAccess = GraphView()) -> QueryEngine {
    QueryEngine(
      graph: graph,
      catalogue: Catalogue(functions: .standard, procedures: Procedure.standard))
  }

  /// A graph made by scripts.
  static func graph(_ scripts: String...) throws -> GraphView {
    let graph = GraphView()
    for script in scripts where !script.isEmpty { _ = try engine(graph).run(script) }
    return graph
  }

  /// Changes a graph of `PlainGraph` a little: nodes and relationships come, a few go.
  static func touch(_ graph: GraphView) throws {
    let scripts = [
      "MATCH (a {i: 1}), (b {i: 3}) CREATE (a)-[:T]->(b), (a)-[:U]->(:B {i: 901, x: 1})-[:T]->(b)",
      "MATCH (a {i: 4}) CREATE (a)<-[:T]-(:A:B {i: 902})<-[:V]-(a)",
      "MATCH ()-[r:T]->({i: 2}) DELETE r",
    ]
    for script in scripts { _ = try engine(graph).run(script) }
  }

  /// The rows of a query as JSON values, one text a row.
  static func rows(
    _ query: String, on graph: any GraphAccess = GraphView(),
    parameters: PropertyMap = PropertyMap(), batchSize: Int = 2_048
  ) throws -> [String] {
    let options = QueryEngine.Options(parameters: parameters, batchSize: batchSize)
    return try engine(graph).run(
      SourceText(name: "query", text: query), options: options
    ) { (result, graph) throws(Diagnostic) in
      result.rows.map { row in
        row.map { JSONWriter.text($0, graph: graph).string }.joined(separator: " ")
      }
    }
  }

  /// The diagnostic that a query ends with.
  static func error(
    _ query: String, on graph: any GraphAccess = GraphView(),
    parameters: PropertyMap = PropertyMap(), limits: QueryLimits = QueryLimits(),
    batchSize: Int = 2_048
  ) -> Diagnostic? {
    do {
      _ = try engine(graph).run(
        query, parameters: parameters, limits: limits, batchSize: batchSize)
      return nil
    } catch {
      return error
    }
  }
}

/// A query with what it must give.
struct Example: CustomTestStringConvertible, Sendable {
  var script = ""
  var query: String
  var rows: [String]
  /// Whether the order of the rows is part of the answer.
  var isOrdered = false

  init(_ query: String, _ rows: [String], on script: String = "", isOrdered: Bool = false) {
    self.script = script
    self.query = query
    self.rows = rows
    self.isOrdered = isOrdered
  }

  var testDescription: String { query }

  /// Checks the answer with every batch size.
  func check() throws {
    for batchSize in Run.batchSizes {
      let graph = try Run.graph(script)
      let found = try Run.rows(query, on: graph, batchSize: batchSize)
      #expect(
        isOrdered ? found == rows : found.sorted() == rows.sorted(), "batch size \(batchSize)")
    }
  }
}
