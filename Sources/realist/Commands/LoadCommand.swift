import ArgumentParser
import StudySession

/// `realist load`.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", _superCommandName: "realist",
    abstract: "Turn a folder study into one file.",
    discussion: "realist load . Study.realist")

  @Argument(help: "The folder of the study.", completion: .directory)
  var folder: String

  @Argument(help: "The file to make; it must not exist.", completion: .file())
  var file: String

  @OptionGroup var telling: TellingOptions

  func run() throws {
    Progress.begin("reading \(folder)")
    let summary = try StudySession.load(folder: folder, into: file)
    Console.done("\(file): \(summary)")
  }
}

/// `realist dump`.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", _superCommandName: "realist",
    abstract: "Turn a study file into canonical text files.",
    discussion: "realist dump Study.realist new-folder")

  @Argument(help: "The study: a file, or a folder to be made canonical.", completion: .file())
  var study: String

  @Argument(help: "The folder to make; it must be new or empty.", completion: .directory)
  var folder: String

  @OptionGroup var telling: TellingOptions

  func run() throws {
    Progress.begin("writing \(folder)")
    let count = try StudySession.dump(study, into: folder)
    Console.done("\(folder): \(count) files")
  }
}
