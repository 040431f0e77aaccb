import ArgumentParser
import Interchange

/// `realist import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "realist",
    abstract: "Make a property graph from a folder of CSV tables.",
    discussion: """
      realist import csv tables Library.realist

      nodes_Label.csv has a column id; rels_TYPE.csv has src and dst. Headers of neo4j-admin \
      (:ID, :LABEL, :START_ID, :END_ID, :TYPE, name:type) are read as well. A column without a \
      type is a number only if every value in it is written as one.
      """)

  /// What can be read.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
  }

  @Argument(help: "The format: csv.")
  var format: Format

  @Argument(help: "The folder of the tables.", completion: .directory)
  var folder: String

  @Argument(help: "The file to make; it must not exist.", completion: .file())
  var file: String

  @OptionGroup var telling: TellingOptions

  func run() throws {
    let start = Progress.now()
    Progress.begin("reading \(folder)")
    let graph = try GraphImport(folder: folder) { state in
      let rate = Int(Double(state.records) / max(Progress.now() - start, 0.001))
      Progress.begin("\(state.table): \(state.records) records, \(rate) a second")
    }
    let summary = try graph.write(to: file)
    Console.done(
      "\(file): \(summary.nodes) nodes, \(summary.relationships) relationships")
  }
}
