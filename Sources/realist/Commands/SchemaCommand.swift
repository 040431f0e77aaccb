import ArgumentParser
import Diagnostics
import Shell
import StudyFiles
import StudySession

/// `realist schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: "realist",
    abstract: "Show the kinds of record, the links, and their properties.",
    discussion: """
      realist schema
      realist schema Evidence
      realist schema SUPPORTS
      """)

  @OptionGroup var study: StudyOptions

  @Argument(help: "A kind of record or of link.")
  var name: String?

  func run() throws {
    let session = try study.open()
    defer { session.close() }
    let shell = Shell(session, console: TerminalConsole(), mode: .script(name: "schema"))
    if let failure = shell.run(TextLines(":schema \(name ?? "")")) {
      // The line is ours, not the person's.
      throw failure.at(nil, in: nil)
    }
  }
}
