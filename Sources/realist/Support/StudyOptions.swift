import ArgumentParser
import Diagnostics
import PropertyGraph
import Shell
import StudySession

/// Which study a command works on.
struct StudyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The study: a folder with Graph/, or a file.", valueName: "folder or file"),
    completion: .file())
  var study = "."

  @Flag(name: .long, help: "An empty graph in memory, without a vocabulary.")
  var plain = false

  @OptionGroup var telling: TellingOptions

  /// Opens it. Findings of an unsound study are counted on standard error.
  func open() throws(Diagnostic) -> StudySession {
    let start = Progress.now()
    Progress.begin("opening the study")
    let session = plain ? StudySession.plain() : try StudySession.open(study)
    if session.findings.errors > 0 {
      Console.note(
        "note: this study has \(session.findings.summary); what is sound is loaded. "
          + "`realist check` lists them.")
    }
    Progress.begin("working")
    Console.detail(Self.description(of: session, seconds: Progress.now() - start))
    return session
  }

  private static func description(of session: StudySession, seconds: Double) -> String {
    let name =
      switch session.home {
      case .folder(let path): "the folder \(path)"
      case .file(let path): "the file \(path)"
      case .memory: "an empty graph"
      }
    let nodes = session.graph.nodeCount(label: nil)
    let links = session.graph.relationshipCount(type: nil)
    return "\(name): \(nodes) records, \(links) links, opened in \(Duration.words(seconds))"
  }
}

extension CompletionKind {
  /// Ids of the study here, for a shell.
  static func ids(of kinds: String...) -> CompletionKind {
    let labels = kinds.map { "n:\($0)" }.joined(separator: " OR ")
    return .shellCommand(
      "realist query -q --format csv 'MATCH (n) WHERE \(labels) RETURN n.id' 2>/dev/null "
        + "| tr -d '\\r' | tail -n +2")
  }
}
