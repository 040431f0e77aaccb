import ArgumentParser
import Diagnostics
import StudyFiles
import StudySession

/// `realist check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "realist",
    abstract: "List everything that is wrong with the study's files.",
    discussion: """
      realist check
      realist check --sources folder-with-the-documents
      realist check --format sarif > findings.sarif
      realist check --quiet                 only how much is wrong

      Ends with 1 if there is an error.
      """)

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @OptionGroup var study: StudyOptions

  @Option(name: .long, help: "text, json or sarif.")
  var format: Format = .text

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Prove locators, anchors and respondent codes against the documents' texts.",
      valueName: "folder"), completion: .directory)
  var sources: String?

  func run() throws {
    Progress.begin("reading the study")
    let contents = try StudySession.contents(of: study.study)
    var findings = contents.findings
    if let sources {
      Progress.begin("looking up locators")
      let proof = try SourceChecker.check(contents, sources: sources)
      findings += proof.findings
      let summary = proof.summary
      note(
        "\(summary.locators) locators, \(summary.anchors) anchors and \(summary.codes) respondent "
          + "codes looked up")
    }
    switch format {
    case .text:
      if !study.telling.quiet {
        for finding in FindingReport.grouped(findings) { Console.report(finding) }
      }
    case .json:
      Console.write(
        FindingReport.json(
          findings, records: contents.records.count, links: contents.links.count))
    case .sarif:
      Console.write(FindingReport.sarif(findings, version: Version.current))
    }
    let counts = FindingCounts(findings)
    note(
      "\(contents.records.count) records, \(contents.links.count) links: "
        + (counts.isEmpty ? "nothing to object" : counts.summary))
    if counts.errors > 0 { throw Ending.negative.exitCode }
  }

  /// What is said besides the findings stays out of what a program reads.
  private func note(_ text: String) {
    if format == .text { Console.line(text) } else { Console.note(text) }
  }
}
