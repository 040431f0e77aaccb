import ArgumentParser
import Diagnostics
import Glibc
import PropertyGraph
import StudyFiles
import StudySession

/// `realist query`.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", _superCommandName: "realist",
    abstract: "Ask a question of the study.",
    discussion: """
      realist query 'MATCH (m:Mechanism) RETURN m.id, m.title ORDER BY m.id'
      realist query 'EXPLAIN TEST CONFIGURATION t3-subsidiarity'
      realist query --param id=t3-subsidiarity 'MATCH (c:Configuration {id: $id}) RETURN c'
      realist query --file question.cypher --format csv
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions

  @Option(name: .shortAndLong, help: "Read the query from a file; - is standard input.")
  var file: String?

  @Argument(help: "The query.")
  var query: String?

  func run() throws {
    let text = try text()
    let session = try study.open()
    defer { session.close() }
    try options.run(text, in: session)
  }

  private func text() throws -> Text {
    switch (query, file) {
    case (.some, .some): throw ValidationError("give a query or --file, not both")
    case (.some("-"), .none), (.none, .some("-")):
      return Text(
        utf8: try FileBytes.readText("/dev/stdin", called: "standard input").bytes)
    case (.some(let query), .none): return Text(query)
    case (.none, .some(let file)):
      return Text(utf8: try FileBytes.readText(file, called: file).bytes)
    case (.none, .none): throw ValidationError("give a query, or --file")
    }
  }
}
