import ArgumentParser
import Diagnostics
import Glibc
import PropertyGraph
import Shell
import StudySession

/// What `realist` without a command can be told.
struct SessionOptions: ParsableArguments {
  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions

  @Flag(name: .long, help: "Neither read nor keep what is typed.")
  var noHistory = false
}

/// `realist` alone: a session on the study here, or the script on standard input.
struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "realist", abstract: "A session on the study here.",
    discussion: """
      realist                      ask questions of the study in this folder
      realist --study Study.realist
      realist < questions.cypher   run a script; the first error ends it
      """)

  @OptionGroup var session: SessionOptions

  func run() throws {
    Interrupts.watch()
    let study = try session.study.open()
    defer { study.close() }
    let settings = ShellSettings(
      format: session.options.format, limits: session.options.limits,
      parameters: session.options.parameters())
    let console = TerminalConsole()
    Progress.end()
    guard isatty(STDIN_FILENO) == 1 else {
      let shell = Shell(study, console: console, mode: .script(name: "<stdin>"), settings: settings)
      if let failure = shell.run(PlainLines()) { throw failure }
      return
    }
    let shell = Shell(study, console: console, mode: .interactive, settings: settings)
    Console.line(Self.greeting(study))
    let history = session.noHistory ? nil : History.ofThisPerson()
    // The editor calls back into the shell, which it does not outlive.
    let editor: (any LineSource)? = LineEditor(history: history) { [unowned shell] line, cursor in
      shell.complete(line, cursor: cursor)
    }
    _ = shell.run(editor ?? PlainLines(showsPrompt: true))
    if !shell.wasQuit { Console.line() }
  }

  /// One line on what is open, one on how to go on.
  private static func greeting(_ study: StudySession) -> String {
    let title = (try? study.information().title.string) ?? ""
    let nodes = study.graph.nodeCount(label: nil)
    let links = study.graph.relationshipCount(type: nil)
    let name = title.isEmpty ? "realist \(Version.current)" : title
    return "\(name): \(nodes) records, \(links) links. `:help` says what to do, Ctrl-D leaves."
  }
}

/// The terminal, as the shell sees it.
final class TerminalConsole: ShellConsole {
  var width: Int? { Console.width }
  var height: Int? { Console.height }
  var hasColor: Bool { Console.hasColor }
  func write(_ bytes: [UInt8]) { Console.write(bytes) }
  func note(_ text: String) { Console.note(text) }
  func begin(_ what: String) { Progress.begin(what) }
  func end() { Progress.end() }
  func report(_ diagnostic: Diagnostic) { Console.report(diagnostic) }
}
