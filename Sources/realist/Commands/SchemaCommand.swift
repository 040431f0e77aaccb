import ArgumentParser
import Diagnostics
import PropertyGraph
import RealistEvaluation
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
      realist schema --json > study-schema.json      the JSON Schema of study files

      An editor completes and checks a file that begins with
      # yaml-language-server: $schema=../study-schema.json
      """)

  @OptionGroup var study: StudyOptions

  @Flag(name: .long, help: "Print the JSON Schema of the files in Graph/ instead, for editors.")
  var json = false

  @Argument(help: "A kind of record or of link.")
  var name: String?

  func validate() throws {
    if json, name != nil { throw ValidationError("--json describes all kinds: name none") }
  }

  func run() throws {
    let session = try study.open()
    defer { session.close() }
    if json {
      var bytes: [UInt8] = []
      JSONWriter.appendPretty(StudySchema.value(of: session.vocabulary ?? .standard), to: &bytes)
      return Console.write(bytes)
    }
    let shell = Shell(session, console: TerminalConsole(), mode: .script(name: "schema"))
    if let failure = shell.run(TextLines(":schema \(name ?? "")")) {
      // The line is ours, not the person's.
      throw failure.at(nil, in: nil)
    }
  }
}
