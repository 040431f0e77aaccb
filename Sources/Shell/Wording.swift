import Diagnostics

/// What the shell itself says.
enum Wording {
  static let howToEnd = "(a statement ends with a semicolon; Ctrl-C drops it)"
  static let unfinished = "(the statement was not finished, so it was not run)"
  static let noParameters = "no parameters; `:set name value` gives one"
  static let noSavedQueries = "no saved queries: a file Queries/name.cypher is one"
  static let outputClosedCode = "OutputClosed"

  static func severalVerdicts(_ first: String, count: Int) -> String {
    "The first of \(count) verdicts, on \(first); `:why <id>` explains another."
  }

  static func hiddenColumns(_ shown: Int, of all: Int) -> String {
    "(\(shown) of \(all) columns fit; YIELD or RETURN chooses others, a wider window shows more)"
  }

  static func rows(_ count: Int) -> String {
    switch count {
    case 0: "no rows"
    case 1: "1 row"
    default: "\(count) rows"
    }
  }

  // MARK: Commands

  static func noCommand() -> Diagnostic {
    failure("UnknownCommand", "a colon begins a command", help: "`:help` lists them")
  }

  static func slip(_ word: String, instead: String) -> Diagnostic {
    failure(
      "UnknownCommand", "`\(word)` is no command here",
      help: instead.hasPrefix(":")
        ? "commands begin with a colon: `\(instead)`" : "\(instead) does that")
  }

  static func insideStatement(_ word: String) -> String {
    "(`\(word)` was not taken: a statement is being typed; `;` ends it, Ctrl-C drops it)"
  }

  static func unknownCommand(_ name: String, known: [String]) -> Diagnostic {
    let near = NearestName.likely(name, among: known)
    return failure(
      "UnknownCommand", "there is no command `:\(name)`",
      help: near.map { "did you mean `:\($0)`?" } ?? "`:help commands` lists them")
  }

  static func unknownTopic(_ name: String, known: [String]) -> Diagnostic {
    failure(
      "UnknownTopic", "there is no help on `\(name)`",
      help: NearestName.help(for: name, among: known, called: "topics"))
  }

  static func missingArgument(_ command: String, _ what: String) -> Diagnostic {
    failure("MissingArgument", "`:\(command)` needs \(what)", help: "`:help \(command)` says more")
  }

  static func oneFile(_ command: String) -> Diagnostic {
    failure("MissingArgument", "`:\(command)` takes one file", help: "`:help \(command)` says more")
  }

  static func onOrOff(_ command: String) -> Diagnostic {
    failure("MissingArgument", "`:\(command)` takes on or off", help: nil)
  }

  static func unknownFormat(_ name: String, known: [String]) -> Diagnostic {
    failure(
      "UnknownFormat", "there is no format `\(name)`",
      help: NearestName.help(for: name, among: known, called: "formats"))
  }

  static func wrongWidth(_ text: String) -> Diagnostic {
    failure("WrongWidth", "`\(text)` is no width", help: "a number from 20 to 10000, or auto")
  }

  static func unwritableOutput(_ path: String, _ reason: String) -> Diagnostic {
    failure("UnwritableFile", "`\(path)` cannot be written: \(reason)", help: nil)
  }

  static func outputClosed() -> Diagnostic {
    failure(outputClosedCode, "nobody reads the rest", help: nil)
  }

  static func cancelled() -> Diagnostic {
    failure("Cancelled", "stopped", help: nil)
  }

  static func sourcedTooDeep(_ name: String) -> Diagnostic {
    failure(
      "SourcedTooDeep", "`\(name)` is sourced from itself, or 16 files deep",
      help: "a file must not source one that sources it")
  }

  // MARK: Parameters and saved queries

  static func wrongParameter(_ text: String) -> Diagnostic {
    failure(
      "WrongParameter", "`\(text)` names no parameter",
      help: "`:set name value`, the name of letters, digits and _")
  }

  static func parameterWithoutValue(_ name: String) -> Diagnostic {
    failure("MissingParameter", "`$\(name)` was given no value", help: "`:set \(name) value`")
  }

  static func wrongAssignment(_ word: String) -> Diagnostic {
    failure("WrongParameter", "`\(word)` gives no parameter a value", help: "write name=value")
  }

  static func unknownQuery(_ name: String, known: [String]) -> Diagnostic {
    failure(
      "UnknownQuery", "there is no saved query `\(name)`",
      help: NearestName.help(for: name, among: known, called: "saved queries")
        ?? "a file Queries/\(name).cypher would be one")
  }

  static func missingQueryParameter(
    _ name: String, of query: String, example: String?
  ) -> Diagnostic {
    failure(
      "MissingParameter", "the saved query `\(query)` needs the parameter `$\(name)`",
      help: "such as \(name)=\(example ?? "value")")
  }

  // MARK: Records and results

  static func unknownRecord(_ id: String, known: [String]) -> Diagnostic {
    failure(
      "UnknownID", "there is no record `\(id)`",
      help: NearestName.likely(id, among: known).map { "did you mean `\($0)`?" }
        ?? "Tab completes ids; `:search` finds records by their words")
  }

  static func unknownSchemaName(_ name: String, known: [String]) -> Diagnostic {
    failure(
      "UnknownLabel", "there is no kind or link `\(name)`",
      help: NearestName.help(for: name, among: known, called: "kinds and links"))
  }

  static func noLastResult() -> Diagnostic {
    failure(
      "NoResult", "there is no last result yet", help: "run a statement first; `:help result`")
  }

  static func lastResultTooLong(_ limit: Int) -> Diagnostic {
    failure(
      "NoResult", "the last result had more than \(limit) rows, which are not kept",
      help: "narrow it down with WHERE or LIMIT")
  }

  static func noVerdict() -> Diagnostic {
    failure(
      "NoResult", "the last result holds no verdict",
      help: "run TEST first, or name a configuration: `:why <id>`")
  }

  static func nothingToDraw() -> Diagnostic {
    failure(
      "NothingToDraw", "the last result holds no record",
      help: "return records, links or paths: MATCH p = (t:Theory)-->() RETURN p;")
  }

  static func tooMuchToDraw(_ count: Int, limit: Int) -> Diagnostic {
    failure(
      "TooMuchToDraw", "the last result holds more than \(limit) records",
      help: "narrow it down with WHERE or LIMIT")
  }

  private static func failure(_ code: String, _ message: String, help: String?) -> Diagnostic {
    Diagnostic(phase: .runtime, code: code, message, help: help)
  }
}
