import ArgumentParser
import StudySession

/// `realist load`.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", _superCommandName: "realist",
    abstract: "Turn a folder study into one file.",
    discussion: "realist load . Study.realist")

  @Argument(help: "The folder of the study.")
  var folder: String

  @Argument(help: "The file to make; it must not exist.")
  var file: String

  func run() throws {
    let summary = try StudySession.load(folder: folder, into: file)
    Console.line("\(file): \(summary)")
  }
}

/// `realist dump`.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", _superCommandName: "realist",
    abstract: "Turn a study file into canonical text files.",
    discussion: "realist dump Study.realist new-folder")

  @Argument(help: "The study: a file, or a folder to be made canonical.")
  var study: String

  @Argument(help: "The folder to make; it must be new or empty.")
  var folder: String

  func run() throws {
    let count = try StudySession.dump(study, into: folder)
    Console.line("\(folder): \(count) files")
  }
}
