import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

/// A query of the language reference with what it gives.
struct ReferenceExample: Sendable, CustomTestStringConvertible {
  /// Page and line.
  let place: String
  /// Statements that are run before.
  private(set) var setUp: [String] = []
  /// A map with the parameters, as written.
  private(set) var parameters: String?
  /// The query.
  let query: String
  /// The lines of the result or of the error.
  let answer: [String]
  /// Whether the query is to fail.
  let isError: Bool

  var testDescription: String { place }

  init(place: String, block: [String], answer: [String], isError: Bool) {
    self.place = place
    self.answer = answer
    self.isError = isError
    var lines = block[...]
    while let line = lines.first {
      if line.hasPrefix("// given: ") {
        setUp += line.dropFirst(10).split(separator: ";").map(String.init)
      } else if line.hasPrefix("// parameters: ") {
        parameters = String(line.dropFirst(15))
      } else {
        break
      }
      lines = lines.dropFirst()
    }
    query = lines.joined(separator: "\n")
  }

  // MARK: Running

  /// The procedure that the pages say is there.
  private static let city = Procedure.table(
    name: "example.city", inputs: [Procedure.Field(name: "name", type: "STRING?")],
    outputs: [Procedure.Field(name: "code", type: "INTEGER?")],
    rows: [["Berlin", 49], ["London", 44]])

  /// What the query really gives, as the lines of a page.
  func run() throws -> [String] {
    let engine = QueryEngine(
      graph: GraphView(),
      catalogue: Catalogue(functions: .standard, procedures: Procedure.standard + [Self.city]))
    for statement in setUp { _ = try engine.run(statement) }
    var options = QueryEngine.Options()
    if let parameters {
      let row = try engine.run("RETURN \(parameters) AS parameters").rows.first
      if case .map(let map)? = row?.first { options.parameters = map }
    }
    do throws(Diagnostic) {
      let source = SourceText(name: "query", text: query)
      return try engine.run(source, options: options) { result, graph in
        Self.table(result, graph)
      }
    } catch {
      return ["\(error.code): \(error.message)"] + (error.help.map { ["help: \($0)"] } ?? [])
    }
  }

  private static func table(_ result: QueryResult, _ graph: any GraphAccess) -> [String] {
    if result.columns.isEmpty { return [] }
    let header = result.columns.map(\.string)
    let rows = result.rows.map { row in row.map { ReferenceLiteral.text($0, graph) } }
    return ([header] + rows).map { row in
      "| " + row.map(escaped).joined(separator: " | ") + " |"
    }
  }

  private static func escaped(_ cell: String) -> String {
    String(cell.flatMap { $0 == "|" ? ["\\", "|"] : [$0] })
  }

  // MARK: Comparing

  /// Whether the page says what came out: cell by cell, and without the line of help if the page
  /// leaves it out.
  func isAnswered(by actual: [String]) -> Bool {
    if isError { return !answer.isEmpty && answer[...] == actual.prefix(answer.count) }
    return answer.map(Self.cells) == actual.map(Self.cells)
  }

  /// The cells of a row, without the spaces that align them.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.map(trimmed)
  }

  private static func trimmed(_ cell: String) -> String {
    let start = cell.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
