import ArgumentParser
import Diagnostics
import StudyFiles
import StudySession

/// Help, and messages about the command line itself.
enum Help {
  /// The answer to `realist --help` and `realist --version`; `nil` to anything else.
  static func answer(_ arguments: [String]) -> Int32? {
    switch arguments.first {
    case "--version":
      Console.line(Version.current)
      return Ending.success.rawValue
    case "--help", "-h":
      return show(RootCommand.self)
    default:
      return nil
    }
  }

  /// `realist help` and `realist help query`.
  static func answer(about arguments: [String]) -> Int32 {
    guard let name = arguments.first else { return show(RootCommand.self) }
    guard let command = Realist.commands.first(where: { $0._commandName == name }) else {
      return unknownCommand(name)
    }
    return show(command)
  }

  private static func show(_ command: any ParsableCommand.Type) -> Int32 {
    Console.line(trimmed(command.helpMessage()))
    return Ending.success.rawValue
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == "\n" }.reversed())
  }

  static func unknownCommand(_ name: String) -> Int32 {
    let names = Realist.commands.map { $0._commandName }
    Console.complain("Error: there is no command '\(name)'.")
    if FileBytes.isFile(name) || FileBytes.isFolder(name) {
      Console.complain("  help: to open it: realist --study \(name)")
    } else if let help = NearestName.help(for: name, among: names, called: "commands") {
      Console.complain("  help: \(help)")
    }
    return Ending.usage.rawValue
  }

  /// A parser's error, or its answer to `--help`.
  static func report(_ error: any Error, of type: any ParsableCommand.Type) -> Int32 {
    // The parser forgets the program's name in this one place.
    let text = trimmed(type.fullMessage(for: error))
      .replacing("See '", with: "See 'realist ").replacing("'realist realist", with: "'realist")
    if type.exitCode(for: error) == .success {
      Console.line(text)
      return Ending.success.rawValue
    }
    Console.complain(text)
    return Ending.usage.rawValue
  }
}

/// The tree of all commands, built for help and completion alone.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "realist",
    abstract: "A knowledge graph for realist evaluation: test programme theories against evidence.",
    discussion: """
      Without a command: a session on the study in this folder, or the script on standard input.
      """,
    version: Version.current,
    subcommands: Realist.commands)

  @OptionGroup var session: SessionOptions
}
