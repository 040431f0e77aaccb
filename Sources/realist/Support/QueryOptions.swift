public import ArgumentParser
import Diagnostics
import GraphQuery
import PropertyGraph
public import Reports
import StudySession

extension TableFormat: ExpressibleByArgument {}

/// Limits and parameters of a query, and the form of its answer.
struct QueryOptions: ParsableArguments {
  @Option(name: .long, help: "table, markdown, csv, json or jsonl.")
  var format: TableFormat = .table

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A parameter: name=value, the value as JSON, or else as text.", valueName: "name=value"))
  var param: [String] = []

  @Option(name: .long, help: "Stop after that many seconds.")
  var seconds: Double?

  @Option(name: .long, help: "MiB that the query may allocate.")
  var memory = 256

  func validate() throws {
    if let seconds, !(seconds > 0) { throw ValidationError("--seconds must be above 0") }
    guard (1...1_048_576).contains(memory) else {
      throw ValidationError("--memory must be from 1 to 1048576 MiB")
    }
    for assignment in param {
      let equals = assignment.firstIndex(of: "=")
      if let equals, equals > assignment.startIndex { continue }
      throw ValidationError("--param \(assignment): write name=value")
    }
  }

  /// The limits.
  var limits: QueryLimits {
    QueryLimits(seconds: seconds, bytes: memory * QueryLimits.mebibyte)
  }

  /// The parameters.
  func parameters() -> PropertyMap {
    var map = PropertyMap()
    for assignment in param {
      guard let equals = assignment.firstIndex(of: "=") else { continue }
      let name = Text(String(assignment[..<equals]))
      let text = String(assignment[assignment.index(after: equals)...])
      do {
        map[name] = try JSONReader.value(from: Array(text.utf8))
      } catch {
        map[name] = .text(Text(text))
      }
    }
    return map
  }

  /// Runs a statement and prints its rows, its plan or its reasoning: when its changes are lasting,
  /// and not before. Returns how many rows there were.
  /// - Parameter additional: Values of parameters besides those of the command line.
  @discardableResult
  func run(
    _ text: Text, in session: StudySession, additional: PropertyMap = PropertyMap(),
    nullText: String = "null"
  ) throws -> Int {
    var parameters = parameters()
    for (name, value) in additional { parameters[name] = value }
    var answer: [UInt8] = []
    var note: String?
    var count = 0
    try session.run(text, parameters: parameters, limits: limits) { result, graph in
      count = result.rows.count
      if result.plan == nil, result.columns.isEmpty {
        note = result.statistics.summary
      } else {
        answer = bytes(of: result, graph, nullText: nullText)
      }
    }
    if let note { Console.note(note) }
    Console.write(answer)
    return count
  }

  private func bytes(
    of result: QueryResult, _ graph: any GraphAccess, nullText: String
  ) -> [UInt8] {
    if let plan = result.plan { return Array((plan + "\n").utf8) }
    if format == .table, result.columns == ["reasoning"] {
      return result.rows.flatMap { row -> [UInt8] in
        guard case .text(let line)? = row.first else { return [] }
        return Array((line.string + "\n").utf8)
      }
    }
    let options = TableOptions(
      width: Console.width, color: Console.hasColor, nullText: nullText)
    return TableWriter.bytes(
      format, columns: result.columns, rows: result.rows, graph: graph, options: options)
  }
}

extension UpdateStatistics {
  /// `2 nodes created, 1 property set`.
  var summary: String {
    let parts: [(Int, String, String)] = [
      (nodesCreated, "node", "created"), (nodesDeleted, "node", "deleted"),
      (relationshipsCreated, "relationship", "created"),
      (relationshipsDeleted, "relationship", "deleted"), (propertiesSet, "property", "set"),
      (labelsAdded, "label", "added"), (labelsRemoved, "label", "removed"),
    ]
    let phrases = parts.filter { $0.0 > 0 }.map { count, noun, verb in
      let plural = noun == "property" ? "properties" : noun + "s"
      return "\(count) \(count == 1 ? noun : plural) \(verb)"
    }
    return phrases.isEmpty ? "nothing changed" : phrases.joined(separator: ", ")
  }
}
