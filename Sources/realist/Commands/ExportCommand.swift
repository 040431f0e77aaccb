import ArgumentParser
import Diagnostics
import PropertyGraph
import Reports
import StudyFiles
import StudySession

/// `realist export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: "realist",
    abstract: "Draw a theory, a configuration, evidence, a chain, a contrast, or a query's result.",
    discussion: """
      realist export working-together --output figure.svg         a theory or configuration by its id
      realist export evidence t3-subsidiarity --output why.pdf    the items behind a verdict
      realist export chain a-context an-outcome
      realist export contrast a-mechanism a-context               without contexts: every candidate
      realist export espoused working-together                    said and seen; without id: all
      realist export ripples                                      the ripple map of the study
      realist export citations                                    which document cites which
      realist export query 'MATCH p = (:Theory)-->() RETURN p' --format mermaid

      Formats: dot, svg, pdf, png (by Graphviz), graphml, mermaid, json; the file's name says which,
      else dot. Beyond --max-nodes a figure is folded, and says below itself what was folded.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var look: FigureArguments
  @OptionGroup var redaction: RedactionArguments
  @OptionGroup var stamp: StampArguments

  @Option(name: .long, help: "dot, svg, pdf, png, graphml, mermaid or json.")
  var format: DrawingFormat?

  @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
  var output: String?

  @Option(name: .long, help: "A title above the figure.")
  var title: String?

  @Argument(
    help: ArgumentHelp(
      "theory, configuration, evidence, chain, contrast, espoused, ripples, citations or query, "
        + "with ids; or the id of a theory or configuration by itself.", valueName: "figure"))
  var figure: [String]

  func validate() throws {
    if figure.isEmpty { throw ValidationError("say what to draw; see realist export --help") }
  }

  func run() throws {
    let session = try study.open()
    var options = try look.options()
    options.title = title.map { Text($0) }
    options.footer = try stamp.footer(of: session)
    var drawing = try FigureRequest(figure).drawing(session, options)
    if let redaction = redaction.redaction(of: session) {
      drawing = drawing.redacted(by: redaction)
    }
    let text = drawing.text(as: format ?? chosen, options)
    guard let picture = (format ?? chosen).picture else { return try write(text, to: output) }
    Progress.begin("drawing")
    do {
      try write(try look.runner.render(text, as: picture), to: output)
    } catch {
      // The DOT never depends on Graphviz.
      if let output, error.code.hasPrefix("Graphviz") || error.code == "PictureTooLarge" {
        let name = Self.withoutEnding(output) + ".dot"
        try FileBytes.write(text, to: name)
        Console.note("\(name): the figure as DOT")
      }
      throw error
    }
  }

  /// The format that the file's name says, else DOT.
  private var chosen: DrawingFormat { output.flatMap { DrawingFormat(fileName: $0) } ?? .dot }

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
