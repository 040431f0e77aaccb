import ArgumentParser
import Diagnostics
import Glibc
import PropertyGraph
import Shell
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
      realist query --saved said-not-seen

      A file may hold several statements, each ending with a semicolon; each is a transaction of \
      its own, and the first error ends the script.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions

  @Option(
    name: .shortAndLong, help: "Read the query from a file; - is standard input.",
    completion: .file(extensions: ["cypher"]))
  var file: String?

  @Option(
    name: .long, help: ArgumentHelp("Run a saved query: Queries/name.cypher.", valueName: "name"),
    completion: .shellCommand("ls Queries 2>/dev/null | sed 's/[.]cypher$//'"))
  var saved: String?

  @Argument(help: "The query.")
  var query: String?

  func validate() throws {
    switch [query, file, saved].count(where: { $0 != nil }) {
    case 0: throw ValidationError("give a query, or --file")
    case 1: break
    default:
      throw ValidationError(
        saved == nil ? "give a query or --file, not both" : "give a query, --file or --saved")
    }
  }

  func run() throws {
    let script = try script()
    let session = try study.open()
    defer { session.close() }
    if let saved {
      let shell = Shell(
        session, console: TerminalConsole(), mode: .script(name: saved),
        settings: ShellSettings(
          format: options.format, limits: options.limits, parameters: options.parameters()))
      if let failure = shell.run(TextLines(":run \(saved)")) { throw failure }
    } else if let script {
      try run(script, in: session)
    }
  }

  /// One statement is shown as it is; errors of several are told by their line.
  private func run(_ script: SourceText, in session: StudySession) throws {
    let text = String(decoding: script.bytes, as: UTF8.self)
    let statements = Shell.statements(of: text)
    guard statements.count > 1 else {
      try options.run(Text(utf8: script.bytes), in: session)
      return
    }
    for statement in statements {
      do {
        try options.run(Text(statement.text), in: session)
      } catch let failure as Diagnostic {
        throw ScriptPlace.of(failure, in: statement, of: script.name)
      }
    }
  }

  private func script() throws(Diagnostic) -> SourceText? {
    if query == "-" || file == "-" {
      return try FileBytes.readText("/dev/stdin", called: "standard input")
    }
    if let query { return SourceText(name: "query", text: query) }
    guard let file else { return nil }
    return try FileBytes.readText(file, called: file)
  }
}
