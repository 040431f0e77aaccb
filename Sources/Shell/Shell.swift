public import Diagnostics
import GraphQuery
public import StudySession

/// A session of statements and commands on one study: what `realist` alone opens, and what runs
/// scripts. It reads lines, cuts them into statements, runs them and shows what they give.
public final class Shell {
  /// Who is at the other end.
  public enum Mode: Sendable, Hashable {
    /// A person: prompts, counts, and an error is no end.
    case interactive
    /// A script: nothing but results, and the first error ends it.
    case script(name: String)
  }

  static let prompt = "realist> "
  static let continuation = "     ...> "

  /// The study.
  public let session: StudySession
  /// What it may choose.
  public var settings: ShellSettings
  let console: any ShellConsole
  let mode: Mode
  /// Where results go instead of the terminal.
  var output: OutputFile?
  /// The last result, for `$_`, `:why` and `:graph`.
  var last: RememberedResult?
  /// Whether a later statement can ask for the rows of an earlier one.
  var keepsResults = false
  /// Whether `:quit` was said.
  var isDone = false
  /// Whether somebody said `:quit`, rather than that the input ended.
  public var wasQuit: Bool { isDone }
  /// Asks a person for one value; `nil` where nobody can be asked.
  var ask: ((_ prompt: String) -> String?)?
  private var saidHowToEnd = false
  private var nesting = 0
  private(set) lazy var names = StudyNames(session)

  /// A shell over an open study.
  public init(
    _ session: StudySession, console: any ShellConsole, mode: Mode,
    settings: ShellSettings = ShellSettings()
  ) {
    self.session = session
    self.console = console
    self.mode = mode
    self.settings = settings
  }

  var isInteractive: Bool { mode == .interactive }

  /// Reads and runs until the input ends or somebody says `:quit`. Returns the error that ended a
  /// script; a person's session has none.
  public func run(_ input: any LineSource) -> Diagnostic? {
    keepsResults = true
    if isInteractive {
      ask = { prompt in
        if case .line(let line) = input.next(prompt: prompt) { line } else { nil }
      }
    }
    do throws(Diagnostic) {
      try read(input, mode)
      return nil
    } catch {
      return error
    }
  }

  /// What Tab does with a line.
  public func complete(_ line: String, cursor: Int) -> LineCompletion {
    let before = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    let text = begun.isEmpty ? before : begun + "\n" + before
    let completion = Completer(names: names, settings: settings, saved: savedQueries())
      .complete(text)
    return CompletionAnswer.line(for: completion, width: console.width ?? 80)
  }

  /// The lines of the statement that is being typed, before the one at the cursor.
  private var begun = ""

  private func read(_ input: any LineSource, _ mode: Mode) throws(Diagnostic) {
    var splitter = StatementSplitter()
    begun = ""
    while !isDone {
      let prompt = splitter.isInside ? Self.continuation : Self.prompt
      // A Ctrl-C is for everything that was typed before the prompt.
      if mode == .interactive { Interrupts.flag.reset() }
      switch input.next(prompt: prompt) {
      case .cancelled:
        if !isInteractive { throw Wording.cancelled() }
        splitter.reset()
        begun = ""
      case .end:
        return try end(&splitter, mode)
      case .line(let line):
        if mode == .interactive, let slip = Slip(line, isInside: splitter.isInside) {
          try answer(slip, in: input)
          continue
        }
        if !splitter.isInside, line.drop(while: \.isWhitespace).first == ":" {
          splitter.skipLine()
          input.remember(line)
          let command = line.drop(while: \.isWhitespace)
          let place = ScriptStatement(text: String(command), line: splitter.line, column: 1)
          try attempt(place, mode) { () throws(Diagnostic) in
            try self.command(String(command.dropFirst()))
          }
          continue
        }
        let statements = splitter.take(line)
        if mode == .interactive { keep(line, isInside: splitter.isInside, in: input) }
        for statement in statements {
          try attempt(statement, mode) { () throws(Diagnostic) in
            try self.execute(statement.text)
          }
        }
      }
    }
  }

  /// A script may leave the last semicolon out.
  private func end(_ splitter: inout StatementSplitter, _ mode: Mode) throws(Diagnostic) {
    guard let statement = splitter.finish() else { return }
    if mode == .interactive { return console.note(Wording.unfinished) }
    try attempt(statement, mode) { () throws(Diagnostic) in try self.execute(statement.text) }
  }

  /// Gathers the lines of a statement, so that the history holds it whole.
  private func keep(_ line: String, isInside: Bool, in input: any LineSource) {
    begun = begun.isEmpty ? line : begun + "\n" + line
    if isInside {
      if !saidHowToEnd { console.note(Wording.howToEnd) }
      saidHowToEnd = true
    } else {
      if begun.contains(where: { !$0.isWhitespace }) { input.remember(begun) }
      saidHowToEnd = true
      begun = ""
    }
  }

  /// Runs something; an error is shown to a person and ends a script.
  private func attempt(
    _ statement: ScriptStatement, _ mode: Mode, _ body: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      try body()
    } catch {
      switch mode {
      case .interactive: console.report(error)
      case .script(let name): throw ScriptPlace.of(error, in: statement, of: name)
      }
    }
  }

  /// Runs the statements and commands of a file.
  func source(_ text: String, named name: String) throws(Diagnostic) {
    guard nesting < 16 else { throw Wording.sourcedTooDeep(name) }
    nesting += 1
    defer { nesting -= 1 }
    try read(TextLines(text), .script(name: name))
  }
}
