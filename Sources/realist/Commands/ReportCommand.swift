import ArgumentParser
import Diagnostics
import PropertyGraph
import RealistEvaluation
import Reports
import StudyFiles
import StudySession

/// `realist report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", _superCommandName: "realist",
    abstract: "Test every theory, print the verdicts, and write a report with figures.",
    discussion: """
      realist report --output build/report                  index.html, report.md and the figures
      realist report --redact --least-people 5              nobody can be told from the report
      realist report --stamp --footer 2026-01-31            study, revision, rules and date below

      realist report --rameses > RAMESES.md                 what the graph knows of that standard

      The page needs no network and no script; `pandoc report.md -o report.docx` makes a document.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var look: FigureArguments
  @OptionGroup var redaction: RedactionArguments
  @OptionGroup var stamp: StampArguments

  @Option(name: .shortAndLong, help: "The folder to write to.")
  var output = "build/report"

  @Option(name: .long, help: "table, markdown, csv, json or jsonl, for the printed verdicts.")
  var format: TableFormat = .table

  @Flag(
    name: .long,
    help: "Print instead, as Markdown, the items of RAMESES II that the graph knows something of.")
  var rameses = false

  func run() throws {
    let session = try study.open()
    let information = try session.information()
    if rameses {
      let judge = try session.judge(withSurroundings: true)
      let report = RamesesReport(judge: judge, graph: session.graph)
      let title = information.title.isEmpty ? "Study" : information.title.string
      Console.write(
        Array(
          RamesesItem.markdown(report.items(), title: title, rules: judge.rules.reference).utf8))
      return
    }
    var notices: [Text] = []
    if !session.findings.isEmpty {
      notices.append(Text("The study's files have \(session.findings.summary)."))
    }
    var report = StudyReport(
      title: information.title.isEmpty ? "Study" : information.title,
      about: information.about.isEmpty ? nil : information.about, notices: notices,
      judge: try session.judge(withSurroundings: true), graph: session.graph)
    report.figures = try look.options()
    report.figures.footer = try stamp.footer(of: session)
    report.redaction = redaction.redaction(of: session)
    Console.write(
      TableWriter.bytes(
        format, columns: StudyReport.columns, rows: report.rows(),
        options: TableOptions(width: Console.width, color: Console.hasColor, nullText: "")))
    Progress.begin("drawing the figures")
    let (files, failure) = try report.files(runner: look.runner)
    try FileBytes.makeFolder(output)
    for file in files { try FileBytes.write(file.bytes, to: "\(output)/\(file.name)") }
    let count = report.theories.count
    Console.note(
      "\(output)/index.html: \(count) \(count == 1 ? "theory" : "theories"), \(files.count) files")
    if let failure {
      Console.report(failure)
      throw Ending(failure).exitCode
    }
  }
}
