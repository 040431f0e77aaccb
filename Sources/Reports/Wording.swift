import Diagnostics

/// What this room says when something goes wrong.
enum Wording {
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
      help: "draw less, or use a simpler layout (`sfdp`)")
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
