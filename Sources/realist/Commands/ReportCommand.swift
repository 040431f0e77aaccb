import ArgumentParser
import Diagnostics
import PropertyGraph
import Reports
import StudyFiles
import StudySession

/// `realist report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", _superCommandName: "realist",
    abstract: "Test every theory, print the verdicts, and write a page with figures.",
    discussion: "realist report --output build/report")

  @OptionGroup var study: StudyOptions

  @Option(name: .shortAndLong, help: "The folder to write to.")
  var output = "build/report"

  @Option(name: .long, help: "table, markdown, csv, json or jsonl, for the printed verdicts.")
  var format: TableFormat = .table

  func run() throws {
    let session = try study.open()
    let information = try session.information()
    var notices: [Text] = []
    if !session.findings.isEmpty {
      notices.append(Text("The study's files have \(session.findings.summary)."))
    }
    let report = StudyReport(
      title: information.title.isEmpty ? "Study" : information.title,
      about: information.about.isEmpty ? nil : information.about, notices: notices,
      judge: try session.judge(), graph: session.graph)
    Console.write(
      TableWriter.bytes(
        format, columns: StudyReport.columns, rows: report.rows(),
        options: TableOptions(width: Console.width, color: Console.hasColor, nullText: "")))
    let (files, failure) = report.files()
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
