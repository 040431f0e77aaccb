import Diagnostics
import PropertyGraph

@testable import GraphQuery

/// Answers the tree of a query row by row and clause by clause, as its text reads: no plan, no
/// index, no batch. What it does not know it refuses, so that a test notices.
struct ReferenceEvaluator {
  typealias Row = [String: ReferenceValue]

  struct Unknown: Error {
    var what: String
  }

  /// The rows would be too many to wait for.
  struct TooLarge: Error {}

  struct Table {
    var columns: [String]
    var rows: [[ReferenceValue]]
  }

  var graph: ReferenceGraph

  init(_ graph: ReferenceGraph) { self.graph = graph }

  mutating func run(_ text: String) throws -> Table {
    let query = try QueryParser.parse(SourceText(name: "query", text: text)).query
    var table = try run(query.first)
    for part in query.rest {
      table.rows += try run(part.query).rows
      if part.union == .distinct { table.rows = Self.distinct(table.rows) }
    }
    return table
  }

  static func distinct(_ rows: [[ReferenceValue]]) -> [[ReferenceValue]] {
    var seen: Set<String> = []
    return rows.filter { row in seen.insert(row.map(\.key).joined(separator: "|")).inserted }
  }

  // MARK: Clauses

  private mutating func run(_ query: SingleQuery) throws -> Table {
    var rows: [Row] = [[:]]
    for clause in query.clauses {
      guard rows.count < 400 else { throw TooLarge() }
      switch clause {
      case .match(let match): rows = try rows.flatMap { try matched(match, $0) }
      case .unwind(let unwind):
        rows = try rows.flatMap { row -> [Row] in
          switch try value(unwind.list, row) {
          case .null: return []
          case .list(let items):
            return items.map { item in row.merging([unwind.variable.string: item]) { $1 } }
          case let single: return [row.merging([unwind.variable.string: single]) { $1 }]
          }
        }
      case .with(let projection):
        let table = try projected(projection, rows)
        rows = table.rows.map { values in
          Row(uniqueKeysWithValues: zip(table.columns, values))
        }
        if let predicate = projection.predicate {
          rows = try rows.filter { try value(predicate, $0).truth == true }
        }
      case .return(let projection): return try projected(projection, rows)
      case .create(let create): for index in rows.indices { try self.create(create, &rows[index]) }
      case .set(let items, _): try set(items, rows)
      case .remove(let items, _): try remove(items, rows)
      case .delete(let delete): try self.delete(delete, rows)
      case .merge(let merge): rows = try rows.flatMap { try self.merge(merge, $0) }
      default: throw Unknown(what: "clause \(clause)")
      }
    }
    return Table(columns: [], rows: [])
  }

  private func matched(_ match: Clause.Match, _ row: Row) throws -> [Row] {
    let found = try matches(match.pattern, row).filter { candidate in
      try match.predicate.map { try value($0, candidate).truth == true } ?? true
    }
    guard found.isEmpty, match.isOptional else { return found }
    var empty = row
    for name in ReferencePattern.names(match.pattern) where row[name] == nil {
      empty[name] = .null
    }
    return [empty]
  }

  // MARK: WITH and RETURN

  private func projected(_ projection: Clause.Projection, _ rows: [Row]) throws -> Table {
    guard !projection.includesAll else { throw Unknown(what: "*") }
    let columns = projection.items.map { $0.alias?.string ?? $0.text.string }
    let isGrouped = projection.items.contains { $0.expression.hasAggregate }
    var results: [(values: [ReferenceValue], row: Row)] = []
    if isGrouped {
      let keys = projection.items.filter { !$0.expression.hasAggregate }
      var order: [String] = []
      var groups: [String: [Row]] = [:]
      for row in rows {
        let key = try keys.map { try value($0.expression, row).key }.joined(separator: "|")
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(row)
      }
      if keys.isEmpty, rows.isEmpty {
        order = [""]
        groups[""] = []
      }
      for key in order {
        let group = groups[key] ?? []
        let values = try projection.items.map { item in
          try aggregated(item.expression, group)
        }
        results.append((values, [:]))
      }
    } else {
      for row in rows {
        results.append((try projection.items.map { try value($0.expression, row) }, row))
      }
    }
    if projection.isDistinct {
      var seen: Set<String> = []
      results = results.filter { result in
        seen.insert(result.values.map(\.key).joined(separator: "|")).inserted
      }
    }
    if !projection.order.isEmpty {
      let keyed = try results.map { result in
        let scope = result.row.merging(zip(columns, result.values)) { $1 }
        return (
          result: result, keys: try projection.order.map { try value($0.expression, scope) }
        )
      }
      results = keyed.sorted { one, two in
        for (index, item) in projection.order.enumerated() {
          let (left, right) = (one.keys[index], two.keys[index])
          if left.key != right.key { return left.sorts(before: right) == item.isAscending }
        }
        return false
      }.map(\.result)
    }
    var values = results.map(\.values)
    if let skip = projection.skip, case .integer(let count) = try value(skip, [:]) {
      values = Array(values.dropFirst(count))
    }
    if let limit = projection.limit, case .integer(let count) = try value(limit, [:]) {
      values = Array(values.prefix(count))
    }
    return Table(columns: columns, rows: values)
  }

  /// An item of a grouped projection: an aggregate, or a key.
  private func aggregated(_ expression: Expression, _ rows: [Row]) throws -> ReferenceValue {
    if case .countAll = expression.kind { return .integer(rows.count) }
    guard case .function(let name, let arguments, let isDistinct) = expression.kind,
      expression.hasAggregate, arguments.count == 1
    else {
      guard let row = rows.first else { throw Unknown(what: "a key without rows") }
      return try value(expression, row)
    }
    var values = try rows.map { try value(arguments[0], $0) }.filter { $0.key != "null" }
    if isDistinct { values = Self.distinct(values.map { [$0] }).flatMap { $0 } }
    switch name.string.lowercased() {
    case "count": return .integer(values.count)
    case "min": return values.min { $0.sorts(before: $1) } ?? .null
    case "max": return values.max { $0.sorts(before: $1) } ?? .null
    case "collect": return .list(values.sorted { $0.sorts(before: $1) })
    case "sum":
      return .integer(values.reduce(0) { if case .integer(let one) = $1 { $0 + one } else { $0 } })
    default: throw Unknown(what: name.string)
    }
  }
}

extension Name {
  var string: String { text.string }
}

extension Expression {
  /// Whether it is an aggregate. They stand alone in the queries of the tests.
  var hasAggregate: Bool {
    switch kind {
    case .countAll: true
    case .function(let name, _, _):
      ["count", "min", "max", "sum", "collect"].contains(name.string.lowercased())
    default: false
    }
  }
}
