import ArgumentParser
import Reports
import StudySession

/// The manual page: the help of every command, set for `man`.
enum ManualPage {
  static var text: String {
    var page = """
      .TH REALIST 1 "" "realist \(Version.current)"
      .SH NAME
      realist \\- test programme theories against what people said
      .SH SYNOPSIS
      .B realist
      [command] [options]
      .SH DESCRIPTION
      A knowledge graph for realist evaluation. Without a command: a session on the study in this
      folder, or the script on standard input. A study is a folder with Graph/*.yaml, or one file.
      .SH COMMANDS

      """
    for command in Realist.commands {
      page += ".SS \(escaped(command._commandName))\n.nf\n"
      page += escaped(folded(command.helpMessage(columns: 72))) + "\n.fi\n"
    }
    page += """
      .SH EXIT STATUS
      0 done; 1 a check or verdict did not hold; 2 wrong usage; 3 wrong input; 4 a defect of the
      program; 5 a limit was reached; 130 interrupted.
      .SH ENVIRONMENT
      NO_COLOR: no colours. PAGER: shows long results of a session. XDG_STATE_HOME: where a session
      keeps its history.
      .SH FILES
      Graph/*.yaml, Queries/*.cypher: the study. .realist/: a cache that may be removed at any time.
      ~/.editrc: key bindings.

      """
    return page
  }

  /// The usage line is as long as it is; a page is not.
  private static func folded(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("USAGE: ")
        ? TerminalText.wrap(String(line), width: 60).joined(separator: "\n         ") : String(line)
    }.joined(separator: "\n")
  }

  /// Backslashes and hyphens as they are; no line may begin with a dot or an apostrophe.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }
      .joined(separator: "\n")
  }
}
