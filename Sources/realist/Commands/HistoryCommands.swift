import ArgumentParser
import Diagnostics
import PropertyGraph
import Reports
import StudySession

/// `realist log`.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", _superCommandName: "realist",
    abstract: "List the revisions of a study file, newest first.",
    discussion: """
      realist log --study Study.realist
      realist log --study Study.realist --limit 5

      A folder's history is git's: git log Graph/. `realist diff` shows what a revision changed.
      """)

  @OptionGroup var study: StudyOptions

  @Option(name: .long, help: "table, markdown, csv, json or jsonl.")
  var format: TableFormat = .table

  @Option(name: .long, help: "Show that many at most.")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be above 0") }
  }

  func run() throws {
    let session = try study.open()
    defer { session.close() }
    let rows = try session.revisions(limit: limit ?? .max)
    Console.write(
      TableWriter.bytes(
        format, columns: StudySession.revisionColumns, rows: rows,
        options: TableOptions(width: Console.width, color: Console.hasColor, nullText: "")))
  }
}

/// `realist diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: "realist",
    abstract: "Show what changed in a study file.",
    discussion: """
      realist diff --study Study.realist         the last revision
      realist diff --study Study.realist 4       revision 4
      realist diff --study Study.realist 2 7     after 2, up to 7

      A folder's history is git's: git diff Graph/.
      """)

  @OptionGroup var study: StudyOptions

  @Option(name: .long, help: "table, markdown, csv, json or jsonl.")
  var format: TableFormat = .table

  @Argument(help: "A revision, or two.")
  var revisions: [Int64] = []

  func validate() throws {
    guard revisions.count <= 2 else { throw ValidationError("give one revision, or two") }
    if revisions.count == 2, revisions[0] >= revisions[1] {
      throw ValidationError("the first revision must be before the second")
    }
  }

  func run() throws {
    let session = try study.open()
    defer { session.close() }
    let last = try revisions.last ?? session.lastRevision()
    let first = revisions.count == 2 ? revisions[0] + 1 : last
    let rows = try session.changes(first...max(first, last))
    Console.write(
      TableWriter.bytes(
        format, columns: StudySession.changeColumns, rows: rows,
        options: TableOptions(width: Console.width, color: Console.hasColor, nullText: "")))
  }
}
