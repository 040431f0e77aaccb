import ArgumentParser
import Diagnostics
import StudySession

/// Which study a command works on.
struct StudyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The study: a folder with Graph/, or a file.", valueName: "folder or file"))
  var study = "."

  @Flag(name: .long, help: "An empty graph in memory, without a vocabulary.")
  var plain = false

  /// Opens it. Findings of an unsound study are counted on standard error.
  func open() throws(Diagnostic) -> StudySession {
    let session = plain ? StudySession.plain() : try StudySession.open(study)
    if session.findings.errors > 0 {
      Console.note(
        "note: this study has \(session.findings.summary); what is sound is loaded. "
          + "`realist check` lists them.")
    }
    return session
  }
}
