import ArgumentParser
import StudySession

/// `realist format`.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", _superCommandName: "realist",
    abstract: "Bring the study's files into canonical form, so that a change reads well in a diff.",
    discussion: """
      realist format            rewrites the files that are not canonical, and names them
      realist format --check    only names them; ends with 1 if there are any

      Keys in one order, records by id, one way to fold and to quote. Comments stay with what they
      stand above; those behind a line move above it. A study with errors is left alone.
      """)

  @OptionGroup var telling: TellingOptions

  @Option(
    name: .long, help: ArgumentHelp("The folder of the study.", valueName: "folder"),
    completion: .directory)
  var study = "."

  @Flag(name: .long, help: "Change nothing, and end with 1 if a file is not canonical.")
  var check = false

  func run() throws {
    Progress.begin("reading the study")
    let names = try StudySession.format(study, onlyLists: check)
    for name in names { Console.line(name) }
    if names.isEmpty {
      Console.note("everything is in canonical form")
    } else if check {
      Console.note("`realist format` would rewrite \(names.count == 1 ? "it" : "them")")
      throw Ending.negative.exitCode
    }
  }
}
