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
      Ends with 1 if there is an error.
      """)

  @OptionGroup var study: StudyOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Prove locators, anchors and respondent codes against the documents' texts.",
      valueName: "folder"))
  var sources: String?

  func run() throws {
    let contents = try StudySession.contents(of: study.study)
    var findings = contents.findings
    if let sources {
      let proof = try SourceChecker.check(contents, sources: sources)
      findings += proof.findings
      let summary = proof.summary
      Console.line(
        "\(summary.locators) locators, \(summary.anchors) anchors and \(summary.codes) respondent "
          + "codes looked up")
    }
    for finding in findings { Console.report(finding) }
    let counts = FindingCounts(findings)
    Console.line(
      "\(contents.records.count) records, \(contents.links.count) links: "
        + (counts.isEmpty ? "nothing to object" : counts.summary))
    if counts.errors > 0 { throw Ending.negative.exitCode }
  }
}
