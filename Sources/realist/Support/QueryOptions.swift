public import ArgumentParser
import Diagnostics
import GraphQuery
import PropertyGraph
public import Reports
import Shell
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

  /// Runs a statement and prints its rows as they come, its plan or its reasoning; what changes the
  /// graph is printed when its changes are lasting, and not before. Returns how many rows there
  /// were. Ctrl-C stops it.
  /// - Parameter additional: Values of parameters besides those of the command line.
  @discardableResult
  func run(
    _ text: Text, in session: StudySession, additional: PropertyMap = PropertyMap(),
    nullText: String = "null"
  ) throws -> Int {
    var parameters = parameters()
    for (name, value) in additional { parameters[name] = value }
    Interrupts.watchOnce()
    let shell = Shell(
      session, console: TerminalConsole(), mode: .script(name: "query"),
      settings: ShellSettings(
        format: format, nullText: nullText, limits: limits, parameters: parameters))
    let start = Progress.now()
    let count = try shell.runOne(text.string)
    Console.detail(
      "\(count) \(count == 1 ? "row" : "rows") in \(Duration.words(Progress.now() - start))")
    return count
  }
}
