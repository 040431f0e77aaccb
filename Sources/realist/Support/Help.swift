import ArgumentParser
import Diagnostics
import StudySession

/// Help, and messages about the command line itself.
enum Help {
  /// `realist`, `realist --help`, `realist --version`.
  static func answer(_ arguments: [String]) -> Int32 {
    switch arguments.first {
    case "--version":
      Console.line(Version.current)
      return Ending.success.rawValue
    case nil, "--help", "-h":
      Console.line(RootCommand.helpMessage())
      return Ending.success.rawValue
    case .some(let option):
      Console.note("Error: unknown option '\(option)'. A command comes first: realist query …")
      return Ending.usage.rawValue
    }
  }

  static func unknownCommand(_ name: String) -> Int32 {
    let names = Realist.commands.map { $0._commandName }
    Console.note("Error: there is no command '\(name)'.")
    if let help = NearestName.help(for: name, among: names, called: "commands") {
      Console.note("  help: \(help)")
    }
    return Ending.usage.rawValue
  }

  /// A parser's error, or its answer to `--help`.
  static func report(_ error: any Error, of type: any ParsableCommand.Type) -> Int32 {
    let text = type.fullMessage(for: error)
    if type.exitCode(for: error) == .success {
      Console.line(text)
      return Ending.success.rawValue
    }
    Console.note(text)
    return Ending.usage.rawValue
  }
}

/// The tree of all commands, built for help and completion alone.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "realist",
    abstract: "A knowledge graph for realist evaluation: test programme theories against evidence.",
    version: Version.current,
    subcommands: Realist.commands)
}
