import Diagnostics

/// A line that is right in another program and no statement here: what a person's fingers type.
enum Slip: Hashable {
  /// `quit`, `exit`, `\\q`.
  case leaving
  /// `help`, `?`.
  case askingForHelp
  /// A command without its colon, or with another program's sign before it; what to type instead.
  case foreign(word: String, instead: String)
  /// A command, while a statement is still being typed.
  case insideStatement(word: String)

  init?(_ line: String, isInside: Bool) {
    let text = Shell.trimmed(line[...])
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, let sign = first.first else { return nil }
    let bare = first.drop { "\\.:".contains($0) }.lowercased()
    if isInside {
      let isCommand = sign == ":" && ShellCommand.named(bare) != nil
      let isWord =
        words.count == 1 && sign != "." && Self.leavingWords.union(["help"]).contains(bare)
      guard isCommand || isWord else { return nil }
      self = .insideStatement(word: first)
    } else if sign == "\\" || sign == "." || words.count == 1 && sign != ":" {
      if Self.leavingWords.contains(bare) {
        self = .leaving
      } else if ["help", "h", "?", "man"].contains(bare) {
        self = .askingForHelp
      } else if sign == "\\" || sign == "." {
        self = .foreign(word: first, instead: Self.equal[bare] ?? Self.command(bare))
      } else if let command = ShellCommand.named(bare), command.name == bare {
        self = .foreign(word: first, instead: ":\(bare)")
      } else if bare == "clear" || bare == "cls" {
        self = .foreign(word: first, instead: "Ctrl-L")
      } else {
        return nil
      }
    } else if ["describe", "desc", "schema", "search", "why", "run", "source", "help", "format"]
      .contains(first.lowercased())
    {
      let command = bare == "desc" ? "describe" : bare
      self = .foreign(
        word: first, instead: ([":" + command] + words.dropFirst()).joined(separator: " "))
    } else {
      return nil
    }
  }

  private static let leavingWords: Set<String> = ["quit", "exit", "q", "bye", "logout"]

  /// What psql, sqlite3 and duckdb call it.
  private static let equal: [String: String] = [
    "d": ":schema", "dt": ":schema", "dn": ":schema", "d+": ":schema", "l": ":schema",
    "tables": ":schema", "databases": ":schema", "columns": ":schema",
    "i": ":source", "ir": ":source", "read": ":source", "o": ":output", "once": ":output",
    "timing": ":time", "timer": ":time", "x": ":format", "a": ":format", "mode": ":format",
    "param": ":set", "parameter": ":set", "maxrows": ":width", "nullvalue": ":set",
    "s": "Ctrl-R", "history": "Ctrl-R", "pset": ":format",
  ]

  private static func command(_ name: String) -> String {
    ShellCommand.named(name).map { ":\($0.name)" } ?? ":help commands"
  }
}

extension Shell {
  /// Does what was meant where that is plain, else says how it is said here.
  func answer(_ slip: Slip, in input: any LineSource) throws(Diagnostic) {
    switch slip {
    case .leaving: isDone = true
    case .askingForHelp: try help("")
    case .foreign(let word, let instead): console.report(Wording.slip(word, instead: instead))
    case .insideStatement(let word): console.note(Wording.insideStatement(word))
    }
  }
}
