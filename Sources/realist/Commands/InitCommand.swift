import ArgumentParser
import StudyFiles

/// `realist init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: "realist",
    abstract: "Make a new study from a small template that explains itself.",
    discussion: """
      realist init my-study
      cd my-study && realist test
      """)

  @Option(name: .long, help: "What the study is called.")
  var title: String?

  @Argument(help: "The folder to make; it must be new or empty.", completion: .directory)
  var folder: String

  @OptionGroup var telling: TellingOptions

  func run() throws {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let files = try StudyTemplate.write(to: folder, title: title ?? name)
    for file in files { Console.done("\(folder)/\(file)") }
    Console.note("Next: `realist check --study \(folder)`, then `realist test --study \(folder)`.")
  }
}
