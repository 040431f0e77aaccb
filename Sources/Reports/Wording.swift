import Diagnostics
import PropertyGraph

/// What this room says when something goes wrong.
enum Wording {
  static func unknownRecord(_ id: Text, among known: [String]) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "UnknownReference", "there is no record `\(id)`",
      help: NearestName.help(for: id.string, among: known, called: "elements"))
  }

  static func unknownStyle(_ path: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "UnknownStyle", "a style file has no setting `\(path)`",
      help: NearestName.help(for: path, among: known, called: "settings"))
  }

  static func invalidStyle(_ path: String, _ value: String, expected: String) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "InvalidStyle",
      "`\(path)` cannot be `\(VisibleText.onOneLine(value))`", help: "expected: \(expected)")
  }

  static func graphvizMissing(_ program: String) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "GraphvizMissing",
      "Graphviz is not installed: no program `\(program)` was found",
      help: "install it (Debian: `apt-get install graphviz`); DOT can be written without it")
  }

  static func graphvizRefused(_ complaint: String) -> Diagnostic {
    let lines = complaint.split(separator: "\n").prefix(3).map(String.init)
    let said =
      lines.isEmpty ? "without saying why" : VisibleText.onOneLine(lines.joined(separator: "; "))
    return Diagnostic(
      phase: .runtime, code: "GraphvizRefused", "Graphviz could not draw the graph: \(said)",
      help: "write it with `--format dot` and look at the line that Graphviz names")
  }

  static func graphvizTooSlow(limit: Duration, layout: String) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "GraphvizTimeLimit",
      "Graphviz (`\(layout)`) did not finish within \(limit.components.seconds) s",
      help: "draw less (`--max-nodes`), or use a simpler layout (`--engine sfdp`)")
  }

  static func graphvizTooLarge(limit: Int, layout: String) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "GraphvizMemoryLimit",
      "Graphviz (`\(layout)`) needs more than \(limit >> 20) MiB",
      help: "draw less (`--max-nodes`), or use a simpler layout (`--engine sfdp`)")
  }

  static func pictureTooLarge(limit: Int) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "PictureTooLarge",
      "the picture is larger than \(limit >> 20) MiB", help: "draw less, or choose svg")
  }

  static func graphvizFailed(_ why: String) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "GraphvizFailed",
      "Graphviz could not be run: \(VisibleText.onOneLine(why))")
  }
}
