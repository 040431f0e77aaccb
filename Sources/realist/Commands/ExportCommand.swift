import ArgumentParser
import Diagnostics
import PropertyGraph
import RealistEvaluation
import Reports
import StudyFiles
import StudySession

/// `realist export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: "realist",
    abstract: "Draw a theory.",
    discussion: """
      realist export working-together --format svg --output figure.svg
      realist export working-together > figure.dot
      """)

  /// What an export can be.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case dot, svg, pdf, png
  }

  @OptionGroup var study: StudyOptions

  @Option(name: .long, help: "dot, svg, pdf or png.")
  var format: Format?

  @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
  var output: String?

  @Option(name: .long, help: "A title above the figure.")
  var title: String?

  @Option(name: .long, help: "A line below the figure, such as a date.")
  var footer: String?

  @Argument(help: "The id of the theory.")
  var theory: String

  func run() throws {
    let session = try study.open()
    let judge = try session.judge()
    guard let verdict = judge.verdict(onTheory: Text(theory)) else {
      throw Diagnostic(
        phase: .runtime, code: "UnknownReference", "there is no theory `\(theory)`",
        help: NearestName.help(
          for: theory, among: judge.theories.map(\.string), called: "theories"))
    }
    let report = StudyReport(title: "", judge: judge, graph: session.graph)
    var options = FigureOptions()
    options.title = title.map { Text($0) }
    options.footer = footer.map { Text($0) }
    let dot = report.figure(of: verdict, options: options)
    guard let picture = GraphvizRunner.Format(rawValue: chosen.rawValue) else {
      return try write(dot, to: output)
    }
    do {
      try write(try GraphvizRunner().render(dot, as: picture), to: output)
    } catch {
      // The DOT never depends on Graphviz.
      if let output {
        let name = Self.withoutEnding(output) + ".dot"
        try FileBytes.write(dot, to: name)
        Console.note("\(name): the figure as DOT")
      }
      throw error
    }
  }

  /// The format asked for, else the one that the file's name says, else DOT.
  private var chosen: Format {
    if let format { return format }
    let ending = output?.split(separator: ".").last.map(String.init) ?? ""
    return Format(rawValue: ending) ?? .dot
  }

  private func write(_ bytes: [UInt8], to file: String?) throws(Diagnostic) {
    if let file {
      try FileBytes.write(bytes, to: file)
    } else {
      Console.write(bytes)
    }
  }

  private static func withoutEnding(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return name }
    return String(name[..<dot])
  }
}
