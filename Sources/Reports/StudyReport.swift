public import Diagnostics
public import PropertyGraph
public import RealistEvaluation

/// The report of a study: every theory judged, drawn and shown on one page, as files to be written.
public struct StudyReport {
  /// A file of the report.
  public struct File: Sendable {
    /// Its name beside the others.
    public var name: String
    /// Its bytes.
    public var bytes: [UInt8]
  }

  /// The title of the study.
  public var title: Text
  /// What it is about.
  public var about: Text?
  /// What a reader must know besides, such as findings of an unsound study.
  public var notices: [Text]
  /// How figures look, and the footer of everything.
  public var figures = FigureOptions()
  /// Who is protected; `nil`: nobody needs to be.
  public var redaction: Redaction?
  /// The judge of all its configurations.
  public let judge: Judge
  let graph: any GraphAccess
  /// Verdicts on the theories that have configurations, in order of id.
  public let theories: [TheoryVerdict]
  /// For each of them, the arguments for the verdicts on its own configurations.
  private let arguments: [[Reasoning]]

  /// A report on judged evidence of a graph.
  public init(
    title: Text, about: Text? = nil, notices: [Text] = [], judge: Judge, graph: any GraphAccess
  ) {
    self.title = title
    self.about = about
    self.notices = notices
    self.judge = judge
    self.graph = graph
    theories = judge.theoryVerdicts().filter { !$0.configurations.isEmpty }
    arguments = theories.map { theory in
      judge.reasoning(
        for: theory.configurations.filter {
          $0.configuration.theories.contains(theory.theory.id)
        })
    }
  }

  /// The figure of a theory.
  public func drawing(
    of verdict: TheoryVerdict, options: FigureOptions = FigureOptions()
  ) -> Drawing {
    TheoryFigure([StudyFigureReader(graph).theory(verdict)], options: options).drawing()
  }

  /// The figure of a theory as DOT.
  public func figure(of verdict: TheoryVerdict, options: FigureOptions = FigureOptions()) -> [UInt8]
  {
    drawing(of: verdict, options: options).dot(options).bytes()
  }

  /// All files: the page, its Markdown, and one DOT, SVG and PDF for each theory. Pictures that
  /// cannot be drawn are left out, the page says so, and the first reason is given back; the DOT
  /// never depends on them.
  public func files(runner: GraphvizRunner = GraphvizRunner()) throws(Diagnostic) -> (
    files: [File], failure: Diagnostic?
  ) {
    let drawings = theories.map { verdict in
      let drawing = drawing(of: verdict, options: figures)
      return (redaction.map { drawing.redacted(by: $0) } ?? drawing).dot(figures).bytes()
    }
    let formats: [GraphvizRunner.Format] = [.svg, .pdf]
    let pictures = try runner.render(
      drawings.flatMap { dot in formats.map { GraphvizRunner.Job(dot, as: $0) } })
    var files: [File] = []
    var failure: Diagnostic?
    var gathering = ReportGathering(self)
    for (number, verdict) in theories.enumerated() {
      let id = verdict.theory.id
      files.append(File(name: "\(id).dot", bytes: drawings[number]))
      var links = [ReportFile(label: "DOT", name: Text("\(id).dot"))]
      var picture: [UInt8]?
      for (place, format) in formats.enumerated() {
        switch pictures[number * formats.count + place] {
        case .success(let drawn):
          let name = "\(id).\(format.rawValue)"
          files.append(File(name: name, bytes: drawn))
          links.append(ReportFile(label: Text(format.rawValue.uppercased()), name: Text(name)))
          if format == .svg { picture = drawn }
        case .failure(let reason): failure = failure ?? reason
        }
      }
      gathering.add(
        verdict, arguments[number], statement: statement(of: id), picture: picture, files: links)
    }
    var notices = notices + (redaction?.notes ?? [])
    if let failure {
      notices.append(Text("Pictures are missing: \(failure.message). The DOT files are complete."))
    }
    var contents = ReportContents(
      title: title, description: about, rules: Text(judge.rules.reference),
      caution: Text(Reasoning.caution), footer: figures.footer, notices: notices,
      theories: gathering.theories, method: ReportMethod.sentences(judge.rules),
      sources: gathering.sources)
    if let redaction { contents = contents.redacted(by: redaction) }
    files.append(File(name: "index.html", bytes: ReportPage.bytes(of: contents)))
    files.append(File(name: "report.md", bytes: MarkdownReport.bytes(of: contents)))
    return (files, failure)
  }

  /// Columns of the verdict table.
  public static let columns: [Text] = [
    "theory", "configuration", "verdict", "decided by", "voices", "coverage", "threads",
    "said and seen", "breaks", "authors say", "overruled",
  ]

  /// One row for each theory, then one for each of its configurations.
  public func rows() -> [[Value]] {
    let rows = allRows()
    guard let redaction else { return rows }
    return rows.map { row in
      row.map { cell in
        if case .text(let text) = cell { .text(redaction.text(text)) } else { cell }
      }
    }
  }

  private func allRows() -> [[Value]] {
    zip(theories, arguments).flatMap { theory, own -> [[Value]] in
      let id = theory.theory.id
      let head: [Value] = [.text(id), "(theory)", Value(theory.word.rawValue)]
      return [head] + own.map { row($0, of: id) }
    }
  }

  private func row(_ reasoning: Reasoning, of theory: Text) -> [Value] {
    let verdict = reasoning.verdict
    let readings = verdict.readings.map(\.verdict.string).joined(separator: ", ")
    return [
      .text(theory), .text(verdict.configuration.id), Value(verdict.word.rawValue),
      verdict.deciding.map { .text($0.part.id) } ?? .null, .integer(Int64(verdict.tally.voices)),
      Value(verdict.coverage.phrase), .integer(Int64(verdict.threads.count)),
      Value(verdict.cell.rawValue), Value(reasoning.sensitivity.breakPhrase),
      readings.isEmpty ? .null : Value(readings),
      verdict.overrules.first.map { Value($0.phrase) } ?? .null,
    ]
  }

  private func statement(of theory: Text) -> Text? {
    guard let key = graph.keyCode("id"),
      let row = graph.seek(label: nil, key: key, equals: .text(theory))?.first,
      case .text(let text)? = graph.properties(of: row)["statement"]
    else { return nil }
    return text
  }
}
