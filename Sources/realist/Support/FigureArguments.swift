public import ArgumentParser
import Diagnostics
import PropertyGraph
import RealistEvaluation
public import Reports
import StudyFiles
import StudySession

extension Paper.Size: ExpressibleByArgument {}
extension GraphvizRunner.Layout: ExpressibleByArgument {}
extension DrawingFormat: ExpressibleByArgument {}

/// How a figure looks and how it is drawn: options of `export` and of `report`.
struct FigureArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Colours, fonts, shapes and wrap width: a YAML file.", valueName: "file"))
  var style: String?

  @Option(name: .long, help: "Fit a sheet: a4 or slide.")
  var paper: Paper.Size?

  @Flag(inversion: .prefixedNo, help: "The sheet lies on its long side.")
  var landscape: Bool?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Fold a figure that has more nodes, by the rule that it states below; without it a figure of "
        + "evidence at \(EvidenceFigure.mostNodes), of citations or a query at "
        + "\(ResultFigure.mostNodes).", valueName: "number"))
  var maxNodes: Int?

  @Option(name: .long, help: "Graphviz's layout: dot, neato, fdp or sfdp.")
  var engine: GraphvizRunner.Layout = .dot

  @Option(name: .long, help: "Stop drawing a figure after that many seconds.")
  var drawSeconds = 60

  func validate() throws {
    if let maxNodes, maxNodes < 1 { throw ValidationError("--max-nodes must be above 0") }
    if drawSeconds < 1 { throw ValidationError("--draw-seconds must be above 0") }
    if landscape != nil, paper == nil {
      throw ValidationError("--landscape and --no-landscape need --paper")
    }
  }

  /// The program that draws.
  var runner: GraphvizRunner {
    GraphvizRunner(layout: engine, timeLimit: .seconds(drawSeconds))
  }

  /// The options of a figure. Throws what is wrong with the style file.
  func options() throws(Diagnostic) -> FigureOptions {
    var options = FigureOptions(
      mostNodes: maxNodes,
      // A theory is tall, so A4 stands unless it is told to lie; a slide lies.
      paper: paper.map { Paper($0, isLandscape: landscape ?? ($0 == .slide)) })
    guard let style else { return options }
    let source = try FileBytes.readText(style, called: style)
    for setting in try SettingsReader.read(source) {
      do {
        try options.style.set(setting.path, to: setting.value)
      } catch {
        let isKey = error.code == "UnknownStyle"
        throw error.at(isKey ? setting.keySpan : setting.valueSpan, in: source)
      }
    }
    return options
  }
}

/// Who is protected in what is printed: options of `export` and of `report`.
struct RedactionArguments: ParsableArguments {
  @Flag(name: .long, help: "Show respondents by their group of roles; leave out what is withheld.")
  var redact = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --redact: print nothing that fewer people share.", valueName: "number"))
  var leastPeople: Int?

  func validate() throws {
    if leastPeople != nil, !redact { throw ValidationError("--least-people needs --redact") }
    if let leastPeople, leastPeople < 1 {
      throw ValidationError("--least-people must be above 0")
    }
  }

  /// The redaction asked for; `nil`: none.
  func redaction(of session: StudySession) -> Redaction? {
    redact
      ? Redaction(session.graph, leastPeople: leastPeople ?? Redaction.usualLeast) : nil
  }
}

/// Where a figure or report comes from, printed below it.
struct StampArguments: ParsableArguments {
  @Flag(name: .long, help: "Print study, revision and rules below.")
  var stamp = false

  @Option(name: .long, help: "A line below, such as a date.")
  var footer: String?

  /// The line; `nil`: none. Without it what is written depends on nothing but the study.
  func footer(of session: StudySession) throws(Diagnostic) -> Text? {
    var pieces: [String] = []
    if stamp {
      let title = try session.information().title
      if !title.isEmpty { pieces.append(title.string) }
      if case .file = session.home {
        pieces.append("revision \(session.graph.state.revision)")
      }
      pieces.append("rules: \(try session.rules().reference)")
    }
    if let footer { pieces.append(footer) }
    return pieces.isEmpty ? nil : Text(pieces.joined(separator: " · "))
  }
}
