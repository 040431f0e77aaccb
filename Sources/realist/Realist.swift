import ArgumentParser
import Diagnostics
import Glibc
import GraphQuery
import StudySession

/// The command line. Only the command that is called is parsed: building the tree of all of them
/// costs more than answering a query.
@main
enum Realist {
  static let commands: [any ParsableCommand.Type] = [
    QueryCommand.self, TestCommand.self, ContrastCommand.self, TraceCommand.self,
    GapsCommand.self, ReportCommand.self, ExportCommand.self, RulesCommand.self, CheckCommand.self,
    SearchCommand.self, InitCommand.self, SchemaCommand.self, LoadCommand.self, DumpCommand.self,
    FormatCommand.self, LogCommand.self, DiffCommand.self, ImportCommand.self, ServeCommand.self,
    CompletionsCommand.self,
  ]

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let first = arguments.first, !first.hasPrefix("-") else {
      if let answer = Help.answer(arguments) { exit(answer) }
      exit(EngineThread.run { run(SessionCommand.self, arguments) })
    }
    if first == "help" { exit(Help.answer(about: Array(arguments.dropFirst()))) }
    guard let command = commands.first(where: { $0._commandName == first }) else {
      exit(Help.unknownCommand(first))
    }
    exit(EngineThread.run { run(command, Array(arguments.dropFirst())) })
  }

  private static func run(_ type: any ParsableCommand.Type, _ arguments: [String]) -> Int32 {
    defer { Progress.end() }
    do {
      var command = try type.parseAsRoot(arguments)
      try command.run()
      return Ending.success.rawValue
    } catch let diagnostic as Diagnostic {
      Console.report(diagnostic)
      return Ending(diagnostic).rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return Help.report(error, of: type)
    }
  }
}
