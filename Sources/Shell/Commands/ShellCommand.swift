import Diagnostics

/// A command of the shell: a line that begins with a colon. They speak to the shell; statements
/// speak to the study.
struct ShellCommand: Sendable {
  /// What may follow the name, for completion.
  enum Argument: Sendable {
    case none, record, query, format, file, kind, topic, number, parameter, text
  }

  let name: String
  let aliases: [String]
  let usage: String
  let summary: String
  let argument: Argument
  let run: @Sendable (Shell, String) throws(Diagnostic) -> Void

  init(
    _ name: String, aliases: [String] = [], usage: String = "", _ summary: String,
    _ argument: Argument, run: @escaping @Sendable (Shell, String) throws(Diagnostic) -> Void
  ) {
    self.name = name
    self.aliases = aliases
    self.usage = usage
    self.summary = summary
    self.argument = argument
    self.run = run
  }

  /// All commands, in the order of `:help`.
  static let all: [ShellCommand] = [
    ShellCommand("help", aliases: ["h", "?"], usage: "[topic]", "what can be done here", .topic) {
      (shell, rest) throws(Diagnostic) in try shell.help(rest)
    },
    ShellCommand("schema", usage: "[kind or link]", "kinds, links and their properties", .kind) {
      (shell, rest) throws(Diagnostic) in try shell.schema(rest)
    },
    ShellCommand(
      "describe", aliases: ["d"], usage: "id [all]", "a record with all its links", .record
    ) {
      (shell, rest) throws(Diagnostic) in try shell.describe(rest)
    },
    ShellCommand("search", usage: "words", "records in whose texts the words occur", .text) {
      (shell, rest) throws(Diagnostic) in try shell.search(rest)
    },
    ShellCommand("why", usage: "[configuration]", "the reasoning behind the last verdict", .record)
    { (shell, rest) throws(Diagnostic) in try shell.why(rest) },
    ShellCommand("queries", "the saved queries of the study", .none) {
      (shell, rest) throws(Diagnostic) in try shell.listQueries()
    },
    ShellCommand("run", usage: "name [parameter=value …]", "runs a saved query", .query) {
      (shell, rest) throws(Diagnostic) in try shell.runSaved(rest)
    },
    ShellCommand("graph", usage: "[file.svg] [--open]", "draws the last result", .file) {
      (shell, rest) throws(Diagnostic) in try shell.drawLast(rest)
    },
    ShellCommand("format", usage: "[format]", "table, markdown, csv, json or jsonl", .format) {
      (shell, rest) throws(Diagnostic) in try shell.setFormat(rest)
    },
    ShellCommand("width", usage: "[columns]", "the width of tables; auto: the terminal's", .number)
    { (shell, rest) throws(Diagnostic) in try shell.setWidth(rest) },
    ShellCommand("output", usage: "[file]", "results go to a file; alone: back here", .file) {
      (shell, rest) throws(Diagnostic) in try shell.setOutput(rest)
    },
    ShellCommand("set", usage: "[name value]", "gives the parameter $name a value", .parameter) {
      (shell, rest) throws(Diagnostic) in try shell.setParameter(rest)
    },
    ShellCommand("source", usage: "file", "runs the statements and commands of a file", .file) {
      (shell, rest) throws(Diagnostic) in try shell.sourceFile(rest)
    },
    ShellCommand("time", usage: "[on|off]", "counts rows and time below results", .none) {
      (shell, rest) throws(Diagnostic) in try shell.setTime(rest)
    },
    ShellCommand("pager", usage: "[on|off]", "long results in $PAGER, or less", .none) {
      (shell, rest) throws(Diagnostic) in try shell.setPager(rest)
    },
    ShellCommand("quit", aliases: ["q", "exit"], "leaves; Ctrl-D does too", .none) {
      (shell, rest) throws(Diagnostic) in shell.isDone = true
    },
  ]

  static func named(_ name: String) -> ShellCommand? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }
}

extension Shell {
  /// Runs a command, given without its colon.
  func command(_ text: String) throws(Diagnostic) {
    let words = text.split(
      maxSplits: 1, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
    guard let first = words.first else { throw Wording.noCommand() }
    // A semicolon belongs to statements, but fingers type it.
    let name = String(first.reversed().drop { $0 == ";" }.reversed())
    guard let command = ShellCommand.named(name) else {
      throw Wording.unknownCommand(name, known: ShellCommand.all.map(\.name))
    }
    let rest = words.count > 1 ? Self.trimmed(words[1]) : ""
    try command.run(self, rest)
  }

  static func trimmed(_ text: Substring) -> String {
    let end = text.reversed().drop { $0.isWhitespace || $0 == ";" }.reversed()
    return String(String(end).drop(while: \.isWhitespace))
  }
}
