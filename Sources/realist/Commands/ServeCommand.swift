import ArgumentParser
import StudySession

/// `realist serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", _superCommandName: "realist",
    abstract: "Answer JSON lines on standard input, for notebooks, editors and test harnesses.",
    discussion: "realist serve --stdio --study Study.realist")

  @OptionGroup var study: StudyOptions

  @Flag(name: .long, help: "Standard input and output (the only way so far).")
  var stdio = false

  func validate() throws {
    guard stdio else { throw ValidationError("say --stdio") }
  }

  func run() throws {
    let session = try study.open()
    defer { session.close() }
    Progress.end()
    try ProtocolServer(session: session).run()
  }
}
