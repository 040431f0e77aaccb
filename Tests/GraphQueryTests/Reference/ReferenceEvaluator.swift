import PropertyGraph

@testable import GraphQuery

/// Answers queries straight from the syntax tree, clause by clause and row by row, as openCypher 9
/// describes them: no plan, no batches, no index. Slow and obvious, to compare the engine with.
final class ReferenceEvaluator {
  /// A row: variables and their values.
  typealias Row = [Text: Value]

  /// The query is beyond what the evaluator covers or cares for.
  struct Abandoned: Error { var reason: String }

  /// A relationship with its ends.
  struct Edge {
    var row: RelationshipRow
    var type: Text
    var start: NodeRow
    var end: NodeRow
  }

  let graph: GraphView
  let nodes: [NodeRow]
  let edges: [Edge]
  /// Rows made so far; a query that makes too many is given up.
  var work = 0

  init(_ graph: GraphView) {
    self.graph = graph
    var nodes: [NodeRow] = []
    var cursor = ScanCursor()
    while !cursor.isAtEnd { graph.scan(nil, cursor: &cursor, limit: 100, into: &nodes) }
    self.nodes = nodes
    var expansion = Expansion()
    graph.expand(nodes, types: nil, direction: .outgoing, into: &expansion)
    edges = expansion.relationships.map {
      Edge(
        row: $0, type: graph.name(of: graph.type(of: $0)), start: graph.start(of: $0),
        end: graph.end(of: $0))
    }
  }

  func count(_ rows: Int = 1) throws {
    work += rows
    if work > 60_000 { throw Abandoned(reason: "too much work") }
  }

  /// The columns and rows of a query.
  func answer(_ query: Query, outer: Row = [:]) throws -> (columns: [Text], rows: [[Value]]) {
    var (columns, rows) = try answer(query.first, outer: outer)
    for part in query.rest {
      rows += try answer(part.query, outer: outer).rows
      if part.union == .distinct { rows = Self.distinct(rows) }
    }
    return (columns, rows)
  }

  private func answer(
    _ query: SingleQuery, outer: Row
  ) throws -> (columns: [Text], rows: [[Value]]) {
    var rows = [outer]
    for clause in query.clauses {
      switch clause {
      case .match(let match): rows = try rows.flatMap { try self.match(match, $0) }
      case .unwind(let unwind): rows = try rows.flatMap { try self.unwind(unwind, $0) }
      case .with(let projection):
        let (_, projected) = try project(projection, rows)
        rows = try projected.filter { row in
          guard let predicate = projection.predicate else { return true }
          return try isTrue(predicate, row)
        }
      case .return(let projection):
        let (columns, projected) = try project(projection, rows)
        return (columns, projected.map { row in columns.map { row[$0] ?? .null } })
      default: throw Abandoned(reason: "clause")
      }
      try count(rows.count)
    }
    return ([], rows.map { _ in [] })
  }

  private func unwind(_ unwind: Clause.Unwind, _ row: Row) throws -> [Row] {
    let elements: [Value] =
      switch try evaluate(unwind.list, row) {
      case .null: []
      case .list(let elements): elements
      case let value: [value]
      }
    return elements.map { element in
      var extended = row
      extended[unwind.variable.text] = element
      return extended
    }
  }

  // MARK: WITH and RETURN

  private func project(
    _ projection: Clause.Projection, _ rows: [Row]
  ) throws -> (columns: [Text], rows: [Row]) {
    var columns = projection.items.map { $0.alias?.text ?? $0.text }
    if projection.includesAll {
      columns = (rows.first.map { $0.keys.sorted() } ?? []) + columns
    }
    var projected: [(row: Row, source: Row)] = []
    if projection.items.contains(where: { Self.isAggregate($0.expression) }) {
      projected = try aggregate(projection, rows).map { ($0, $0) }
    } else {
      for row in rows {
        var result: Row = projection.includesAll ? row : [:]
        for item in projection.items {
          result[item.alias?.text ?? item.text] = try evaluate(item.expression, row)
        }
        projected.append((result, row))
      }
    }
    if projection.isDistinct {
      var kept: [(row: Row, source: Row)] = []
      for candidate in projected
      where !kept.contains(where: { Self.isEquivalent($0.row, candidate.row, columns) }) {
        kept.append(candidate)
      }
      projected = kept
    }
    projected = try sort(projected, by: projection.order)
    if let skip = projection.skip { projected.removeFirst(min(projected.count, try number(skip))) }
    if let limit = projection.limit { projected = Array(projected.prefix(try number(limit))) }
    return (columns, projected.map(\.row))
  }

  private func number(_ expression: Expression) throws -> Int {
    guard case .integer(let number) = try evaluate(expression, [:]) else {
      throw Abandoned(reason: "row count")
    }
    return Int(number)
  }

  private func sort(
    _ rows: [(row: Row, source: Row)], by items: [Clause.SortItem]
  ) throws -> [(row: Row, source: Row)] {
    if items.isEmpty { return rows }
    let keyed = try rows.enumerated().map { position, pair in
      let scope = pair.source.merging(pair.row) { _, new in new }
      return (position, try items.map { try evaluate($0.expression, scope) }, pair)
    }
    return keyed.sorted { left, right in
      for (index, item) in items.enumerated() {
        switch left.1[index].ordered(before: right.1[index]) {
        case .same: continue
        case .before: return item.isAscending
        case .after: return !item.isAscending
        }
      }
      return left.0 < right.0
    }.map(\.2)
  }

  private static func isAggregate(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .countAll: true
    case .function(let name, _, _): ["count", "sum", "min", "max"].contains(name.text.string)
    default: false
    }
  }

  private func aggregate(_ projection: Clause.Projection, _ rows: [Row]) throws -> [Row] {
    let keys = projection.items.filter { !Self.isAggregate($0.expression) }
    var groups: [(key: [Value], rows: [Row])] = keys.isEmpty ? [([], [])] : []
    for row in rows {
      let key = try keys.map { try evaluate($0.expression, row) }
      if let index = groups.firstIndex(where: { Self.areEquivalent($0.key, key) }) {
        groups[index].rows.append(row)
      } else {
        groups.append((key, [row]))
      }
    }
    return try groups.map { group in
      var result: Row = [:]
      for (item, value) in zip(keys, group.key) { result[item.alias?.text ?? item.text] = value }
      for item in projection.items where Self.isAggregate(item.expression) {
        result[item.alias?.text ?? item.text] = try aggregate(item.expression, group.rows)
      }
      return result
    }
  }

  private func aggregate(_ expression: Expression, _ rows: [Row]) throws -> Value {
    guard case .function(let name, let arguments, let isDistinct) = expression.kind else {
      return .integer(Int64(rows.count))
    }
    var values = try rows.map { try evaluate(arguments[0], $0) }.filter { !$0.isNull }
    if isDistinct {
      values = values.enumerated().filter { position, value in
        !values[..<position].contains { $0.isEquivalent(to: value) }
      }.map(\.element)
    }
    switch name.text.string {
    case "count": return .integer(Int64(values.count))
    case "min": return values.min { $0.ordered(before: $1) == .before } ?? .null
    case "max": return values.max { $0.ordered(before: $1) == .before } ?? .null
    default:
      return .integer(
        try values.reduce(0) { sum, value in
          guard case .integer(let number) = value else { throw Abandoned(reason: "sum") }
          return sum + number
        })
    }
  }

  // MARK: Equivalence

  private static func areEquivalent(_ left: [Value], _ right: [Value]) -> Bool {
    zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
  }

  private static func isEquivalent(_ left: Row, _ right: Row, _ columns: [Text]) -> Bool {
    columns.allSatisfy { (left[$0] ?? .null).isEquivalent(to: right[$0] ?? .null) }
  }

  private static func distinct(_ rows: [[Value]]) -> [[Value]] {
    var kept: [[Value]] = []
    for row in rows where !kept.contains(where: { areEquivalent($0, row) }) { kept.append(row) }
    return kept
  }
}
