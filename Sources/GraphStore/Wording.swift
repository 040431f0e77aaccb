import CSQLite
import Diagnostics
import Glibc
import PropertyGraph

/// Every message of this room, in one place.
enum Wording {
  // MARK: Search

  static func noSearchIndex(_ path: String) -> Diagnostic {
    runtime(
      "NoSearchIndex", "`\(path)` has no full-text index",
      help: "make one: CALL search.index('Label', ['property'])")
  }

  static func searchIndexStandsAlone() -> Diagnostic {
    runtime(
      "InvalidStatement", "an index cannot be made in a statement that changes the graph",
      help: "run CALL search.index(...) as a statement of its own")
  }

  static func emptySearch() -> Diagnostic {
    runtime("MalformedSearch", "the search has no word in it", help: searchForms)
  }

  static func malformedSearch(_ problem: String) -> Diagnostic {
    runtime("MalformedSearch", "the search is not complete: \(problem)", help: searchForms)
  }

  private static let searchForms =
    "words (all must occur), \"a phrase\", begin*, AND, OR, NOT, parentheses"

  // MARK: SQLite

  static func failure(
    code: Int32, system: Int32, message: String, sql: String, path: String
  ) -> Diagnostic {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return busy(path)
    case SQLITE_INTERRUPT:
      return runtime("Cancelled", "the query was cancelled")
    case SQLITE_READONLY:
      return runtime("ReadOnly", "`\(path)` cannot be written: \(message)")
    case SQLITE_FULL: return diskFull(path)
    case SQLITE_IOERR where system == ENOSPC || system == EDQUOT: return diskFull(path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: return corrupt(path, message)
    case SQLITE_CANTOPEN:
      return cannotOpen(path, system == 0 ? message : String(cString: strerror(system)))
    default:
      return runtime(
        "StoreFailure", "SQLite: \(message) (code \(code))",
        help: sql.isEmpty ? nil : "while running: \(sql.prefix(200))")
    }
  }

  static func busy(_ path: String) -> Diagnostic {
    let holder = LockHolder.describe(database: path)
    return runtime(
      "Busy", "`\(path)` is being written by \(holder ?? "another process")",
      help: "try again when that is done; readers are never kept waiting")
  }

  static func diskFull(_ path: String) -> Diagnostic {
    runtime(
      "DiskFull", "there is no space left to write `\(path)`",
      help: "nothing was changed; make room and try again")
  }

  static func corrupt(_ path: String, _ what: String) -> Diagnostic {
    runtime(
      "Corrupt", "`\(path)` is damaged: \(what)",
      help: "restore it from a copy, or save what is readable: sqlite3 FILE .recover")
  }

  static func cannotOpen(_ path: String, _ reason: String) -> Diagnostic {
    runtime("CannotOpen", "`\(path)` cannot be opened: \(reason)")
  }

  static func cannotWrite(_ path: String, code: Int32) -> Diagnostic {
    code == ENOSPC || code == EDQUOT
      ? diskFull(path)
      : runtime("CannotWrite", "`\(path)` cannot be written: \(String(cString: strerror(code)))")
  }

  // MARK: Files

  static func noSuchFile(_ path: String) -> Diagnostic {
    runtime(
      "CannotOpen", "there is no file `\(path)`",
      help: "`realist load FOLDER FILE` makes one of a folder")
  }

  static func fileExists(_ path: String) -> Diagnostic {
    runtime("FileExists", "`\(path)` exists already", help: "name another file, or move it away")
  }

  static func notOurs(_ path: String) -> Diagnostic {
    runtime(
      "NotAGraph", "`\(path)` is no realist file",
      help: "`realist load FOLDER FILE` makes one of a folder with study files")
  }

  static func newerFormat(_ path: String, version: Int, known: Int) -> Diagnostic {
    runtime(
      "NewerFormat",
      "`\(path)` has format \(version); this program knows formats up to \(known)",
      help: "open it with a newer version of realist; nothing was changed")
  }

  static func olderFormat(_ path: String, version: Int, known: Int) -> Diagnostic {
    runtime(
      "OlderFormat", "`\(path)` has format \(version) and must become \(known) first",
      help: "open it once where it can be written; a copy of it is kept")
  }

  static func noMigration(_ path: String, version: Int) -> Diagnostic {
    runtime("Corrupt", "`\(path)` has format \(version), which never existed")
  }

  static func unmergedLog(_ path: String) -> Diagnostic {
    runtime(
      "ReadOnly",
      "`\(path)` lies where nothing can be written, and `\(path)-wal` holds changes not in it yet",
      help: "copy both files to a place that can be written and open the copy")
  }

  static func readOnly(_ path: String) -> Diagnostic {
    runtime(
      "ReadOnly", "`\(path)` can only be read",
      help: "a change needs a file and a folder that can be written; copy the file to such a place")
  }

  // MARK: Commits

  static func overtaken(_ path: String) -> Diagnostic {
    runtime(
      "Busy", "`\(path)` was changed by another process while this statement ran",
      help: "nothing was changed; run the statement again")
  }

  static func replaced(_ path: String) -> Diagnostic {
    runtime(
      "Replaced", "`\(path)` is no longer the graph that was opened",
      help: "another file took its place; open it again")
  }

  static func takenID(_ message: String) -> Diagnostic {
    runtime(
      "DuplicateIdentity", "two nodes of a study would have the same `id`",
      help: "every `id` names one node; nothing was changed (\(message))")
  }

  static func noSuchRevision(_ revision: Int64, first: Int64, last: Int64) -> Diagnostic {
    runtime(
      "UnknownRevision", "there is no revision \(revision)",
      help: "this file remembers revisions \(first) to \(last)")
  }

  static func damagedChange(_ revision: Int64, _ path: String) -> Diagnostic {
    corrupt(path, "the log of revision \(revision) cannot be read")
  }

  static func unknownCode(_ what: String, _ code: Int64, _ path: String) -> Diagnostic {
    corrupt(path, "\(what) \(code) has no name")
  }

  static func differentSnapshot(_ path: String) -> Diagnostic {
    runtime(
      "DifferentSnapshot", "the snapshot beside `\(path)` shows another graph than its rows",
      help: "the rows are right: remove the files `\(path)-*.snapshot`")
  }

  private static func runtime(
    _ code: String, _ message: String, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(phase: .runtime, code: code, message, help: help)
  }
}
